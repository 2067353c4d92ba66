"""Somebody's own account: name, password, the second step, where they are logged in."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from bot.review.access import for_staff, user_of
from bot.review.accounts import people, second_step, sessions, throttle
from bot.review.accounts.forms import CodeForm, OwnForm, OwnPasswordForm
from bot.review.audit import note
from bot.review.models import ConsoleRules


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def own(request: HttpRequest) -> HttpResponse:
    user = user_of(request)
    if request.method != "POST":
        return _page(request)
    form = OwnForm(request.POST, instance=user)
    if not form.is_valid():
        user.refresh_from_db()
        return _page(request, form=form)
    form.save()
    if form.changed_data:
        note(user, "account.changed", user.username, fields=form.changed_data)
    messages.success(request, "Bewaard.")
    return redirect("review:own")


@sensitive_post_parameters()
@for_staff
@require_POST
def password(request: HttpRequest) -> HttpResponse:
    user = user_of(request)
    try:
        throttle.spend_code(user)
    except throttle.TooOften as often:
        return _page(request, wait=often.wait, status=429)
    form = OwnPasswordForm(user, request.POST)
    if not form.is_valid():
        return _page(request, password_form=form)
    form.save()
    sessions.end_all(user)
    # All but this one, which goes on under another key.
    update_session_auth_hash(request, user)
    sessions.begin(request)
    throttle.forgive(request, user)
    note(user, "account.chose_password", user.username)
    messages.success(request, "Je wachtwoord is veranderd. Andere apparaten zijn uitgelogd.")
    return redirect("review:own")


@for_staff
@require_POST
def elsewhere(request: HttpRequest) -> HttpResponse:
    """Log out everywhere but here."""
    user = user_of(request)
    sessions.end_all(user)
    request.session.cycle_key()
    sessions.begin(request)
    note(user, "account.sessions_ended", user.username)
    messages.success(request, "Je bent overal uitgelogd, behalve hier.")
    return redirect("review:own")


@sensitive_post_parameters("code")
@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def set_up_second_step(request: HttpRequest) -> HttpResponse:
    """Scan, type the code, keep the recovery codes."""
    user = user_of(request)
    if second_step.is_on(user):
        return redirect("review:own")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            throttle.spend_code(user)
        except throttle.TooOften as often:
            return _second_step_page(request, CodeForm(), wait=often.wait, status=429)
        codes = second_step.confirm(user, form.cleaned_data["code"])
        if codes is not None:
            request.session.cycle_key()
            request.session[second_step.PASSED] = True
            note(user, "account.second_step_on", user.username)
            return render(request, "review/accounts/recovery_codes.html", {"codes": codes})
        form.add_error("code", "Deze code klopt niet. Kijk of de klok van je telefoon goed staat.")
    return _second_step_page(request, form)


@sensitive_post_parameters("code")
@for_staff
@require_POST
def drop_second_step(request: HttpRequest) -> HttpResponse:
    user = user_of(request)
    if refused := _wrong_code(request):
        return refused
    second_step.switch_off(user)
    request.session.pop(second_step.PASSED, None)
    note(user, "account.second_step_off", user.username)
    messages.success(request, "Je logt nu weer in zonder code.")
    return redirect("review:own")


@sensitive_post_parameters("code")
@for_staff
@require_POST
def new_recovery_codes(request: HttpRequest) -> HttpResponse:
    user = user_of(request)
    if refused := _wrong_code(request):
        return refused
    codes = second_step.renew_recovery_codes(user)
    note(user, "account.recovery_codes_made", user.username)
    return render(request, "review/accounts/recovery_codes.html", {"codes": codes})


def _wrong_code(request: HttpRequest) -> HttpResponse | None:
    """Ask for a code once more: somebody may have left the tablet open."""
    user = user_of(request)
    try:
        throttle.spend_code(user)
    except throttle.TooOften as often:
        return _page(request, wait=often.wait, status=429)
    if second_step.passes(user, request.POST.get("code", "")):
        throttle.forgive(request, user)
        return None
    return _page(request, wrong_code=True)


def _page(request: HttpRequest, status: int = 200, **more: Any) -> HttpResponse:
    user = user_of(request)
    context = {
        "form": OwnForm(instance=user),
        "password_form": OwnPasswordForm(user),
        "role": people.role_of(user),
        "may": people.WHAT_A_ROLE_MAY[people.role_of(user)],
        "second_step": second_step.is_on(user),
        "codes_left": second_step.recovery_codes_left(user),
        "required": ConsoleRules.current().second_step_required,
        "idle_hours": f"{settings.SESSION_IDLE_SECONDS / 3600:g}",
    }
    return render(request, "review/accounts/own.html", context | more, status=status)


def _second_step_page(
    request: HttpRequest, form: CodeForm, status: int = 200, **more: Any
) -> HttpResponse:
    device = second_step.begin(user_of(request))
    context = {
        "form": form,
        "picture": second_step.picture(device),
        "key": second_step.key_to_type(device),
        "required": ConsoleRules.current().second_step_required,
    }
    return render(request, "review/accounts/second_step.html", context | more, status=status)
