"""The inbox's filters under a name: one's own, and those that the shop shares."""

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.models import User
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from bot.review import audit
from bot.review.access import for_staff, user_of
from bot.review.models import SavedFilter
from bot.review.rights import ANSWER
from bot.review.talks.forms import SavedFilterForm
from bot.review.talks.wish import Wish


@dataclass(frozen=True)
class Shown:
    filter: SavedFilter
    is_on: bool
    may_remove: bool


def filters_of(user: User, wish: Wish) -> list[Shown]:
    there = SavedFilter.objects.filter(Q(user=user) | Q(is_shared=True))
    return [Shown(each, each.query == wish.query, _may_remove(user, each)) for each in there]


@for_staff
@require_POST
def save(request: HttpRequest) -> HttpResponse:
    """Keep the filters of the address under a name; one's own of that name is replaced."""
    user = user_of(request)
    wish = Wish.of(QueryDict(request.POST.get("filters", "").removeprefix("?")))
    form = SavedFilterForm(request.POST)
    if len(wish.query) > 500:
        messages.error(request, "Dat zijn te veel filters om te bewaren.")
    elif form.is_valid():
        is_shared = form.cleaned_data["is_shared"] and user.has_perm(ANSWER)
        SavedFilter.objects.update_or_create(
            user=user,
            name=form.cleaned_data["name"],
            defaults={"query": wish.query, "is_shared": is_shared},
        )
        if is_shared:
            audit.note(user, "filter.shared", form.cleaned_data["name"])
    else:
        for error in form.errors.get("name", []):
            messages.error(request, str(error))
    return redirect(f"{reverse('review:inbox')}{wish.suffix}")


@for_staff
@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    user = user_of(request)
    there = get_object_or_404(SavedFilter, pk=pk)
    if not _may_remove(user, there):
        messages.error(request, f"Dit filter is van {there.user.get_username()}.")
    else:
        if there.is_shared:
            audit.note(user, "filter.removed", there.name)
        there.delete()
    return redirect("review:inbox")


def _may_remove(user: User, saved: SavedFilter) -> bool:
    return saved.user_id == user.pk or (saved.is_shared and user.has_perm(ANSWER))
