"""What is kept over reloads, pages and tabs, and what is not."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser import record
from tests.browser.conftest import Visit
from tests.conftest import System

ERIK = {"from": "staff", "name": "Erik", "text": "Hoi, met Erik. Kom gerust langs."}


def test_a_talk_goes_on_after_a_reload_with_what_was_being_typed(visit: Visit) -> None:
    sanne = visit().opens()
    sanne.asks("zijn jullie vrijdag open?")
    sanne.input.fill("en kan ik ook")
    before = sanne.chat.locator(".text").all_inner_texts()

    sanne.reloads()

    expect(sanne.bubbles).to_have_count(len(before))
    assert sanne.chat.locator(".text").all_inner_texts() == before
    expect(sanne.input).to_have_value("en kan ik ook")
    sanne.asks("mag ik een bril van een andere winkel laten bijstellen?")
    assert len(sanne.texts()) == 2


def test_two_tabs_keep_in_step(visit: Visit) -> None:
    sanne = visit().opens()
    other = sanne.second_tab()
    other.opens()

    other.asks("zijn jullie vrijdag open?")
    expect(sanne.log).to_contain_text("20:00")
    sanne.asks("waar zitten jullie?")
    expect(other.bubbles).to_have_count(sanne.bubbles.count())

    assert sanne.texts() == other.texts() == ["zijn jullie vrijdag open?", "waar zitten jullie?"]
    assert sanne.token == other.token


def test_what_is_read_in_one_tab_is_unread_in_none(visit: Visit) -> None:
    sanne = visit().opens()
    sanne.asks("zijn jullie vrijdag open?")
    sanne.page.get_by_role("button", name="Minimaliseer").click()
    badge = sanne.chat.locator(".unread")
    expect(badge).to_be_hidden()
    sanne.hears(ERIK)
    expect(badge).to_have_text("1")
    sanne.screenshot("unread")

    other = sanne.second_tab()
    other.opens()

    expect(badge).to_be_hidden()


def test_what_came_meanwhile_is_counted_on_the_next_page_before_the_window_is_there(
    visit: Visit, system: System
) -> None:
    sanne = visit().opens()
    sanne.page.get_by_role("button", name="Praat met een medewerker").click()
    expect(sanne.chat.locator(".state")).to_contain_text("ligt bij een medewerker")
    sanne.page.get_by_role("button", name="Minimaliseer").click()
    asked: list[str] = []
    sanne.page.on("request", lambda request: asked.append(request.url.removeprefix(system.address)))
    badge = sanne.chat.locator(".unread")
    sanne.page.clock.install()

    record.write(system, sanne.token, [ERIK])
    sanne.page.goto(f"{system.address}/contact")
    expect(badge).to_have_text("1")
    record.write(system, sanne.token, [ERIK])
    sanne.page.clock.fast_forward(21_000)
    expect(badge).to_have_text("2")

    assert [path for path in asked if "window.js" in path] == []
    assert len([path for path in asked if path.startswith("/api/chat/")]) == 2
    sanne.screenshot("unread-next-page")
    assert sanne.barriers() == []
    other = sanne.second_tab()
    other.opens()
    expect(badge).to_be_hidden()


def test_a_removed_talk_is_gone_in_each_tab_and_at_the_shop(visit: Visit, system: System) -> None:
    sanne = visit().opens()
    sanne.asks("zijn jullie vrijdag open?")
    other = sanne.second_tab()
    other.opens()
    token = sanne.token

    sanne.page.get_by_role("button", name="Menu").click()
    sanne.page.get_by_role("button", name="Verwijder dit gesprek").click()
    sanne.page.get_by_role("button", name="Ja, verwijder het").click()

    for tab in (sanne, other):
        expect(tab.chat.locator(".notices")).to_contain_text("Het gesprek is verwijderd")
        expect(tab.bubbles).to_have_count(0)
    assert not record.exists(system, token)
    assert sanne.page.evaluate("localStorage.getItem('buur:token')") is None
    expect(sanne.input).to_be_focused()
    sanne.asks("zijn jullie zaterdag open?")
    expect(other.log).to_contain_text("zaterdag")
    assert sanne.token != token


def test_sound_is_off_until_it_is_asked_for_and_then_remembered(
    visit: Visit,
) -> None:
    sanne = visit()
    sanne.page.add_init_script(
        "window.tones = 0; const start = OscillatorNode.prototype.start;"
        "OscillatorNode.prototype.start = function (at) { window.tones++; start.call(this, at); }"
    )
    sanne.page.reload()
    sanne.opens()
    sanne.asks("zijn jullie vrijdag open?")
    switch_on = sanne.page.get_by_role("button", name="Zet geluid aan")

    def tones() -> int:
        heard: int = sanne.page.evaluate("window.tones")
        return heard

    sanne.hears(ERIK)
    expect(sanne.log).to_contain_text("met Erik")
    assert tones() == 0
    sanne.page.get_by_role("button", name="Menu").click()
    switch_on.click()
    assert tones() > 0

    sanne.page.reload()
    sanne.opens_again()
    sanne.hears(ERIK | {"text": "Tot zo."})
    expect(sanne.log).to_contain_text("Tot zo")

    assert tones() > 0
    sanne.page.get_by_role("button", name="Menu").click()
    expect(sanne.page.get_by_role("button", name="Zet geluid uit")).to_be_visible()
