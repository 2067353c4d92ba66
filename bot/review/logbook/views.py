"""The log: who did what, and when."""

import csv
from collections.abc import Iterable, Iterator
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localtime
from django.views.decorators.http import require_POST, require_safe

from bot import clock
from bot.chat.models import Conversation
from bot.review.access import for_who_may, user_of
from bot.review.audit import note
from bot.review.logbook.search import Wish, entries, kinds, names
from bot.review.logbook.sentences import kind_title, sentence_of
from bot.review.models import AuditEntry
from bot.review.rights import MANAGE

_ON_ONE_PAGE = 50


@for_who_may(MANAGE)
@require_safe
def log(request: HttpRequest) -> HttpResponse:
    wish = Wish.of(request.GET)
    page = Paginator(entries(wish), _ON_ONE_PAGE).get_page(request.GET.get("pagina"))
    still_there = _conversations(page.object_list)
    context = {
        "wish": wish,
        "page": page,
        "lines": [
            (entry, sentence_of(entry), entry.subject if entry.subject in still_there else "")
            for entry in page.object_list
        ],
        "names": names(),
        "kinds": [(kind, kind_title(kind)) for kind in kinds()],
    }
    return render(request, "review/logbook/log.html", context)


@for_who_may(MANAGE)
@require_POST
def log_csv(request: HttpRequest) -> HttpResponse:
    """Hand the lines over that the filters show. Posted, since taking it along is a deed too."""
    wish = Wish.of(request.POST)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    day = clock.now().date()
    response["Content-Disposition"] = f'attachment; filename="logboek-{day}.csv"'
    # The mark at the start tells spreadsheets that this is UTF-8.
    response.write("\ufeff")
    rows = csv.writer(response, delimiter=";")
    rows.writerow(["wanneer", "wie", "wat", "waarover", "code"])
    rows.writerows(_rows(entries(wish).iterator()))
    note(user_of(request), "log.exported")
    return response


def _rows(lines: Iterable[AuditEntry]) -> Iterator[list[str]]:
    for entry in lines:
        at = localtime(entry.at).strftime("%Y-%m-%d %H:%M:%S")
        texts = (entry.name, sentence_of(entry), entry.subject, entry.action)
        yield [at, *(_harmless(text) for text in texts)]


def _harmless(text: str) -> str:
    """Keep a spreadsheet from taking a text for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def _conversations(shown: Iterable[AuditEntry]) -> set[str]:
    ids = set()
    for entry in shown:
        try:
            ids.add(UUID(entry.subject))
        except ValueError:
            continue
    found = Conversation.objects.filter(public_id__in=ids).values_list("public_id", flat=True)
    return {str(each) for each in found}
