"""Django's back office at /staf/winkel/: for owners, behind the console's own login."""

from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from bot.review.rights import MANAGE

# Accounts have pages of their own, which log what is done and keep the last owner in; the keys of
# the second step are nobody's to read.
_ELSEWHERE = {"auth", "otp_totp", "otp_static"}


class OwnersSite(AdminSite):
    site_header = site_title = "De winkel"
    index_title = "Alles op een rij"
    site_url = "/staf/"

    def register(self, model_or_iterable: Any, admin_class: Any = None, **options: Any) -> None:
        models = model_or_iterable if isinstance(model_or_iterable, list | tuple) else None
        kept = [
            model
            for model in models or [model_or_iterable]
            if model._meta.app_label not in _ELSEWHERE
        ]
        if kept:
            super().register(kept, admin_class, **options)

    def has_permission(self, request: HttpRequest) -> bool:
        user = request.user
        return bool(user.is_active and user.is_staff) and user.has_perm(MANAGE)

    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        if self.has_permission(request):
            return redirect("admin:index")
        if request.user.is_active and request.user.is_staff:
            raise PermissionDenied
        following = request.GET.get("next") or reverse("admin:index")
        return redirect_to_login(following, reverse("review:login"))

    def password_change(self, request: HttpRequest, extra_context: Any = None) -> Any:
        return redirect("review:own")
