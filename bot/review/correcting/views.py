"""Saying what one message means: in place with HTMX, on a page of its own without."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bot.chat.models import Message, Sender
from bot.review.access import by_htmx, for_staff, for_who_may, user_of
from bot.review.correcting import saying
from bot.review.correcting.agreement import disagreements as all_disagreements
from bot.review.correcting.sheet import Sheet, Unfinished, others
from bot.review.models import Correction
from bot.review.privacy.reads import note_reading
from bot.review.rights import CORRECT, OVERRULE, SEE_PERSONAL_DATA

_ON_ONE_PAGE = 20
# Where a form that is done leads, when not to its message.
_BACK = {"wachtrij": "review:doubts", "oneens": "review:disagreements"}


@for_who_may(CORRECT)
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    message, user = _find(public_id, number), user_of(request)
    note_reading(user, message.conversation)
    if request.method != "POST":
        return _form(request, Sheet.fresh(message, user, request.GET.get("zoek", "")))
    sheet = Sheet.filled_in(message, user, request.POST)
    if sheet.step(request.POST):
        return _form(request, sheet)
    try:
        saying.say(message, user, sheet.word(request.POST["oordeel"]))
    except Unfinished as unfinished:
        return _form(request, sheet, str(unfinished))
    return _done(request, message)


@for_staff
@require_safe
def words(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """What was said of a message, as it stands under it."""
    return _words(request, _find(public_id, number))


@for_who_may(CORRECT)
@require_POST
def take_back(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    message = _find(public_id, number)
    saying.take_back(message, user_of(request))
    return _done(request, message)


@for_staff
@require_safe
def kinds(request: HttpRequest) -> HttpResponse:
    """What a message can mean, as far as it holds what is looked for."""
    query = request.GET.get("zoek", "").strip()
    context = {
        "kinds": others(query, set(request.GET.getlist("boven"))),
        "as_buttons": request.GET.get("als") == "knoppen",
        "query": query,
    }
    return render(request, "review/correcting/kinds.html", context)


@for_staff
@require_safe
def disagreements(request: HttpRequest) -> HttpResponse:
    found = all_disagreements()
    context = {
        "page": Paginator(found, _ON_ONE_PAGE).get_page(request.GET.get("pagina")),
        "number": len(found),
        "may_decide": user_of(request).has_perm(OVERRULE),
        "may_correct": user_of(request).has_perm(CORRECT),
    }
    return render(request, "review/correcting/disagreements.html", context)


@for_who_may(OVERRULE)
@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    words = Correction.objects.select_related("message__conversation")
    saying.decide(get_object_or_404(words, pk=pk), user_of(request))
    return redirect("review:disagreements")


def _find(public_id: UUID, number: int) -> Message:
    messages = Message.objects.select_related("conversation").filter(sender=Sender.CUSTOMER)
    return get_object_or_404(messages, conversation__public_id=public_id, number=number)


def _form(request: HttpRequest, sheet: Sheet, error: str = "") -> HttpResponse:
    wanted = (request.POST or request.GET).get("terug", "")
    context = {
        "sheet": sheet,
        "message": sheet.message,
        "error": error,
        "goes_back": wanted if wanted in _BACK else "",
        "leads_to": _back(request, sheet.message),
        "in_place": by_htmx(request),
        "may_see": user_of(request).has_perm(SEE_PERSONAL_DATA),
    }
    page = "form.html" if by_htmx(request) else "page.html"
    return render(request, f"review/correcting/{page}", context)


def _done(request: HttpRequest, message: Message) -> HttpResponse:
    if by_htmx(request):
        return _words(request, message, has_just_spoken=True)
    return redirect(_back(request, message))


def _words(request: HttpRequest, message: Message, has_just_spoken: bool = False) -> HttpResponse:
    context = {
        "message": message,
        "has_just_spoken": has_just_spoken,
        "closed": request.GET.get("dicht") == "ja",
    }
    return render(request, "review/correcting/words.html", context)


def _back(request: HttpRequest, message: Message) -> str:
    wanted = (request.POST or request.GET).get("terug", "")
    if wanted in _BACK:
        return reverse(_BACK[wanted])
    page = reverse("review:conversation", args=[message.conversation.public_id])
    return f"{page}#m{message.number}"
