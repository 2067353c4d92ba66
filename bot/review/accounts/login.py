"""Coming in: a name and a password, and a code where that is switched on."""

import time
from typing import Any

from django.conf import settings
from django.contrib.auth import login as auth_login
from django.contrib.auth.models import User
from django.contrib.auth.views import LoginView, LogoutView, PasswordResetConfirmView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from bot.review.access import user_of
from bot.review.accounts import second_step, sessions, throttle
from bot.review.accounts.forms import ChoosePasswordForm, CodeForm, LoginForm
from bot.review.audit import note

_HALFWAY = "login_halfway"
_HALFWAY_SECONDS = 300


class Login(LoginView):
    template_name = "review/accounts/login.html"
    authentication_form = LoginForm

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            throttle.spend_try(request, request.POST.get("username", ""))
        except throttle.TooOften as often:
            # The password isn't even looked at, and what was typed stays unsaid.
            return too_often(request, self.template_name, often, form=LoginForm(request))
        return super().post(request, *args, **kwargs)

    def form_valid(self, form: Any) -> HttpResponse:
        user = form.get_user()
        following = self.get_success_url()
        if second_step.is_on(user):
            self.request.session[_HALFWAY] = {
                "user": user.pk,
                "password": user.get_session_auth_hash(),
                "at": time.time(),
                "next": following,
            }
            return redirect("review:login_code")
        return _let_in(self.request, user, following)


@never_cache
@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
def login_code(request: HttpRequest) -> HttpResponse:
    """Ask whoever gave the right password for the code."""
    template = "review/accounts/login_code.html"
    user, following = _halfway(request)
    if user is None:
        return redirect("review:login")
    form = CodeForm(request.POST or None)
    if not form.is_valid():
        return render(request, template, {"form": form})
    try:
        throttle.spend_code(user)
    except throttle.TooOften as often:
        return too_often(request, template, often, form=CodeForm())
    if not second_step.passes(user, form.cleaned_data["code"]):
        form.add_error("code", "Deze code klopt niet, of is al gebruikt. Wacht op de volgende.")
        return render(request, template, {"form": form})
    del request.session[_HALFWAY]
    response = _let_in(request, user, following)
    request.session[second_step.PASSED] = True
    return response


class Logout(LogoutView):
    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated:
            note(request.user, "account.logged_out", request.user.get_username())
        return super().post(request, *args, **kwargs)


@method_decorator(never_cache, name="dispatch")
class ChoosePassword(PasswordResetConfirmView):
    """The page behind a one-time link."""

    template_name = "review/accounts/choose_password.html"
    form_class = ChoosePasswordForm
    success_url = reverse_lazy("review:login")

    def get_user(self, uidb64: str) -> User | None:
        user = super().get_user(uidb64)
        # A link that was made before somebody was sent away leads nowhere.
        return user if user and user.is_active and user.is_staff else None

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        sessions.end_all(form.user)
        note(form.user, "account.chose_password", form.user.get_username())
        return response


def too_often(
    request: HttpRequest, template: str, often: throttle.TooOften, **context: Any
) -> HttpResponse:
    response = render(request, template, {"wait": often.wait, **context}, status=429)
    response["Retry-After"] = str(often.seconds)
    return response


def _let_in(request: HttpRequest, user: User, following: str) -> HttpResponse:
    throttle.forgive(request, user)
    # Also gives the session another key, so that one from before is worth nothing.
    auth_login(request, user, settings.AUTHENTICATION_BACKENDS[0])
    note(user_of(request), "account.logged_in", user.get_username())
    response = redirect(following)
    throttle.remember_browser(request, response, user)
    return response


def _halfway(request: HttpRequest) -> tuple[User | None, str]:
    halfway = request.session.get(_HALFWAY) or {}
    if time.time() - halfway.get("at", 0) > _HALFWAY_SECONDS:
        return None, ""
    user = User.objects.filter(pk=halfway["user"], is_active=True, is_staff=True).first()
    if user is None or user.get_session_auth_hash() != halfway["password"]:
        return None, ""
    return user, halfway["next"]
