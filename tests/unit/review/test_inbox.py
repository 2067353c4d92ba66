"""The inbox: which conversations, in which order, by which filters."""

import re

import pytest
from django.test import Client

from bot import clock
from bot.chat import record
from bot.chat.models import Conversation, State
from tests.unit.review.talks import says, talk


def listed(page: str) -> list[str]:
    return re.findall(r'<span class="said">(.*?)</span>', page)


def counts(page: str) -> dict[str, int]:
    return {
        key: int(count)
        for key, count in re.findall(r'id="toon-(\w+)".*?<span class="count"[^>]*>(\d+)<', page)
    }


def see(client: Client, query: str = "", **headers: str) -> str:
    return client.get(f"/staf/{query}", headers=headers).content.decode()


def test_the_newest_activity_comes_first(erik: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    older = talk("de eerste")
    talk("de tweede")
    monkeypatch.setenv("BOT_NOW", "2026-11-24T10:05")
    says(older, "de eerste weer")

    assert listed(see(erik)) == ["de eerste weer", "de tweede"]


def test_who_waits_is_counted_in_the_title(erik: Client) -> None:
    talk("gewoon een vraag")
    talk("mag ik iemand?", state=State.WAITING)

    page = see(erik)

    assert "<title>(1) Gesprekken</title>" in page
    assert "Er wacht 1 klant op iemand." in page


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?toon=wacht", {"wacht"}),
        ("?toon=medewerker", {"bij iemand"}),
        ("?toon=wacht&toon=medewerker", {"wacht", "bij iemand"}),
        ("?toon=onbegrepen", {"brabbel"}),
        ("?toon=twijfel", {"dit of dat", "half"}),
        ("?toon=duim", {"slecht antwoord"}),
        ("?toon=twijfel&toon=duim", set()),
        ("?periode=vandaag&toon=onbegrepen", {"brabbel"}),
        ("?zoek=DIT+OF", {"dit of dat"}),
        ("?toon=onzin&periode=onzin&pagina=onzin", None),
    ],
)
def test_filters_combine(erik: Client, query: str, expected: set[str] | None) -> None:
    talk("wacht", state=State.WAITING)
    talk("bij iemand", state=State.STAFF)
    says(talk(), "brabbel", intent="nlu_fallback", confidence=0.7)
    says(talk(), "dit of dat", ["Open?", "Prijs?"], intent="nlu_fallback", confidence=0.7)
    says(talk(), "half", ["Open?"], intent="ask_price", confidence=0.4)
    judged = talk()
    says(judged, "slecht antwoord", intent="ask_price", confidence=0.99)
    record.judge(judged, 2, helpful=False)
    liked = talk()
    says(liked, "goed antwoord", intent="ask_price", confidence=0.99)
    record.judge(liked, 2, helpful=True)

    found = listed(see(erik, query))

    assert len(found) == 7 if expected is None else set(found) == expected


def test_each_filter_counts_what_it_would_show_beside_the_others(erik: Client) -> None:
    waiting = talk("help", state=State.WAITING)
    says(waiting, "brabbel", intent="nlu_fallback", confidence=0.7)
    says(talk(), "brabbel", intent="nlu_fallback", confidence=0.7)

    assert counts(see(erik))["onbegrepen"] == 2
    assert counts(see(erik, "?toon=wacht"))["onbegrepen"] == 1
    assert counts(see(erik, "?toon=wacht"))["medewerker"] == 0


def test_a_period_leaves_out_what_is_older(erik: Client) -> None:
    talk("nieuw")
    old = talk("oud")
    Conversation.objects.filter(pk=old.pk).update(last_activity=clock.now().replace(day=20))

    assert listed(see(erik, "?periode=vandaag")) == ["nieuw"]
    assert listed(see(erik, "?periode=week")) == ["nieuw", "oud"]


def test_a_period_stays_when_a_page_of_the_site_is_chosen(erik: Client) -> None:
    talk("nieuw")

    page = see(erik, "?periode=week")

    choosing = page[page.index('class="choose"') :].partition("</form>")[0]
    assert '<input type="hidden" name="periode" value="week">' in choosing


def test_the_filters_stay_when_one_turns_the_page(erik: Client) -> None:
    for number in range(30):
        talk(f"vraag {number}", state=State.WAITING)

    first = see(erik, "?toon=wacht")
    older = re.search(r'id="ouder" href="([^"]+)"', first)
    assert older
    second = see(erik, older[1].replace("&amp;", "&"))

    assert len(listed(first)) == 25
    assert len(listed(second)) == 5
    assert 'id="toon-wacht" href="?" aria-current="true"' in second


def test_the_list_is_sent_again_only_when_it_changed(erik: Client) -> None:
    conversation = talk("eerst")
    asks = re.search(r'id="lijst" hx-get="([^"]+)"', see(erik))
    assert asks
    query = asks[1].replace("&amp;", "&")

    quiet = erik.get(f"/staf/{query}", headers={"HX-Request": "true"})
    says(conversation, "daarna")
    changed = see(erik, query, **{"HX-Request": "true"})

    assert quiet.status_code == 204
    assert listed(changed) == ["daarna"]
    assert "<title>Gesprekken</title>" in changed


def test_what_a_customer_writes_is_shown_as_text(erik: Client) -> None:
    talk("<script>alert(1)</script>")

    page = see(erik, "?zoek=%3Cscript%3E")

    assert "<script>alert" not in page
    assert listed(page) == ["&lt;script&gt;alert(1)&lt;/script&gt;"]
