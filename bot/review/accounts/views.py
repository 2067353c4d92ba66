"""The accounts of the shop, for its owners."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bot.review.access import for_who_may, user_of
from bot.review.accounts import people, second_step, sessions
from bot.review.accounts.forms import AccountForm
from bot.review.audit import note
from bot.review.models import ConsoleRules
from bot.review.rights import MANAGE

_LAST_OWNER = "Dit is de laatste eigenaar. Maak eerst iemand anders eigenaar."


@for_who_may(MANAGE)
@require_safe
def accounts(request: HttpRequest) -> HttpResponse:
    rows = [
        {"user": user, "role": people.role_of(user), "second_step": second_step.is_on(user)}
        for user in people.staff().prefetch_related("groups")
    ]
    context = {"rows": rows, "required": ConsoleRules.current().second_step_required}
    return render(request, "review/accounts/accounts.html", context)


@for_who_may(MANAGE)
@require_http_methods(["GET", "HEAD", "POST"])
def new_account(request: HttpRequest) -> HttpResponse:
    form = AccountForm(request.POST or None)
    if not form.is_valid():
        return render(request, "review/accounts/new.html", {"form": form})
    filled = form.cleaned_data
    user = people.make(filled["username"], filled["first_name"], filled["email"], filled["role"])
    note(user_of(request), "account.made", user.username, role=filled["role"])
    return _page(request, user, link=_link(request, user))


@for_who_may(MANAGE)
@require_http_methods(["GET", "HEAD", "POST"])
def account(request: HttpRequest, pk: int) -> HttpResponse:
    user = _find(pk)
    if request.method != "POST":
        return _page(request, user)
    before = people.role_of(user)
    form = AccountForm(request.POST, instance=user)
    if not form.is_valid():
        return _page(request, _find(pk), form=form)
    role = form.cleaned_data["role"]
    try:
        if role != before:
            people.give_role(_find(pk), role)
    except people.LastOwner:
        form.add_error("role", _LAST_OWNER)
        return _page(request, _find(pk), form=form)
    if changed := [name for name in form.changed_data if name != "role"]:
        User.objects.filter(pk=pk).update(**{name: form.cleaned_data[name] for name in changed})
        note(user_of(request), "account.changed", user.username, fields=changed)
    if role != before:
        note(user_of(request), "account.role_changed", user.username, role=role, before=before)
    messages.success(request, "Bewaard.")
    return redirect("review:account", pk)


@for_who_may(MANAGE)
@require_POST
def switch_off(request: HttpRequest, pk: int) -> HttpResponse:
    user = _find(pk)
    try:
        people.switch_off(user)
    except people.LastOwner:
        messages.error(request, _LAST_OWNER)
        return redirect("review:account", pk)
    note(user_of(request), "account.switched_off", user.username)
    messages.success(request, f"{user.first_name or user.username} kan er niet meer in.")
    return redirect("review:accounts")


@for_who_may(MANAGE)
@require_POST
def switch_on(request: HttpRequest, pk: int) -> HttpResponse:
    user = _find(pk)
    people.switch_on(user)
    note(user_of(request), "account.switched_on", user.username)
    messages.success(request, f"{user.first_name or user.username} kan er weer in.")
    return redirect("review:account", pk)


@for_who_may(MANAGE)
@require_POST
def link(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a link with which somebody chooses a password, once."""
    user = _find(pk)
    if not user.is_active:
        messages.error(request, "Dit account staat uit. Zet het eerst aan.")
        return redirect("review:account", pk)
    note(user_of(request), "account.link_made", user.username)
    return _page(request, user, link=_link(request, user))


@for_who_may(MANAGE)
@require_POST
def end_sessions(request: HttpRequest, pk: int) -> HttpResponse:
    user = _find(pk)
    sessions.end_all(user)
    note(user_of(request), "account.sessions_ended", user.username)
    messages.success(request, f"{user.first_name or user.username} is overal uitgelogd.")
    return redirect("review:account", pk)


@for_who_may(MANAGE)
@require_POST
def without_second_step(request: HttpRequest, pk: int) -> HttpResponse:
    """For somebody who has lost the phone and the recovery codes."""
    user = _find(pk)
    second_step.switch_off(user)
    sessions.end_all(user)
    note(user_of(request), "account.second_step_off", user.username)
    messages.success(request, "De code staat uit. Inloggen kan nu met alleen een wachtwoord.")
    return redirect("review:account", pk)


@for_who_may(MANAGE)
@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    user = _find(pk)
    if user.is_active:
        messages.error(request, "Zet het account eerst uit.")
        return redirect("review:account", pk)
    people.remove(user)
    note(user_of(request), "account.removed", user.username)
    messages.success(request, f"Het account van {user.first_name or user.username} is weg.")
    return redirect("review:accounts")


@for_who_may(MANAGE)
@require_POST
def require_second_step(request: HttpRequest) -> HttpResponse:
    rules = ConsoleRules.current()
    rules.second_step_required = request.POST.get("verplicht") == "ja"
    rules.save(update_fields=["second_step_required"])
    note(user_of(request), "account.second_step_required", required=rules.second_step_required)
    messages.success(
        request,
        "Iedereen logt voortaan in met een code."
        if rules.second_step_required
        else "Een code bij het inloggen hoeft niet meer.",
    )
    return redirect("review:accounts")


def _page(request: HttpRequest, user: User, **more: Any) -> HttpResponse:
    form = AccountForm(instance=user, initial={"role": people.role_of(user)})
    context = {
        "form": form,
        "account": user,
        "is_self": user.pk == request.user.pk,
        "role": people.role_of(user),
        "second_step": second_step.is_on(user),
    }
    return render(request, "review/accounts/account.html", context | more)


def _find(pk: int) -> User:
    return get_object_or_404(people.staff(), pk=pk)


def _link(request: HttpRequest, user: User) -> str:
    return request.build_absolute_uri(people.one_time_link(user))
