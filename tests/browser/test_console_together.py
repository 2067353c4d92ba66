"""Two people of the shop with one customer, and a line that breaks in the middle of it."""

from __future__ import annotations

from playwright.sync_api import Browser, Route, expect

from tests.browser.conftest import Visit
from tests.browser.staff import Staff, barriers, make_account
from tests.browser.visitor import PHONE, TABLET
from tests.conftest import System


def test_two_staff_do_not_answer_at_once_and_a_broken_line_loses_nothing(
    browser: Browser, system: System, visit: Visit
) -> None:
    sanne = visit().opens()
    sanne.says("ik wil een medewerker spreken over mijn verdwenen neusvleugel")
    hers = Staff(browser, system, make_account(system, "iris"), TABLET, "/staf/?zoek=neusvleugel")
    his = Staff(browser, system, make_account(system, "koos"), PHONE, "/staf/?zoek=neusvleugel")
    iris, koos = hers.page, his.page
    for page in (iris, koos):
        page.locator(".conversations a", has_text="neusvleugel").click()
        expect(page.get_by_role("log")).to_contain_text("neusvleugel")
        page.wait_for_load_state()

    # Who else is there is seen, and what they do.
    expect(iris.locator("#erbij")).to_contain_text("koos leest mee")
    koos.get_by_label("Je antwoord").press_sequentially("Ik ga even", delay=20)
    expect(iris.locator("#erbij")).to_contain_text("koos typt")

    # Iris is first; Koos is asked before his words go out too.
    iris.get_by_label("Je antwoord").fill("Iris hier, ik zoek met je mee.")
    iris.get_by_role("button", name="Stuur").click()
    expect(sanne.log).to_contain_text("ik zoek met je mee")
    expect(koos.locator("#stand")).to_contain_text("iris praat met deze klant")
    koos.get_by_label("Je antwoord").fill("Koos hier.")
    koos.get_by_role("button", name="Stuur").click()
    expect(koos.get_by_role("alert")).to_contain_text("iris praat met deze klant sinds")
    expect(koos.get_by_label("Je antwoord")).to_have_value("Koos hier.")
    assert barriers(koos) == []
    expect(sanne.log).not_to_contain_text("Koos hier.")

    # Her line breaks: what both say meanwhile arrives once, in order.
    hers.context.set_offline(True)
    sanne.says("hij was van goud")
    iris.get_by_label("Je antwoord").fill("Ik kijk onder de kast.")
    iris.get_by_role("button", name="Stuur").click()
    expect(iris.locator("#niet-weg")).to_contain_text("nog niet weg")
    sanne.says("nou ja, verguld")
    expect(koos.get_by_role("log")).to_contain_text("verguld")
    hers.context.set_offline(False)

    expect(sanne.log).to_contain_text("onder de kast")
    for page in (iris, koos):
        texts = page.get_by_role("log").locator(".text")
        expect(texts.get_by_text("hij was van goud")).to_have_count(1)
        expect(texts.get_by_text("nou ja, verguld")).to_have_count(1)
        expect(texts.get_by_text("onder de kast")).to_have_count(1)
    expect(iris.get_by_label("Je antwoord")).to_have_value("")

    # What Koos does not send stays his, over a reload too.
    koos.reload()
    expect(koos.get_by_label("Je antwoord")).to_have_value("Koos hier.")
    hers.context.close()
    his.context.close()
    assert his.faults == []


def test_nothing_that_is_typed_gets_lost_and_the_keyboard_goes_on(
    browser: Browser, system: System, visit: Visit
) -> None:
    sanne = visit().opens()
    sanne.says("ik wil een medewerker spreken over mijn neuspadjes")
    hers = Staff(browser, system, make_account(system, "iris"), TABLET, "/staf/?zoek=neuspadjes")
    iris = hers.page
    iris.locator(".conversations a", has_text="neuspadjes").click()
    expect(iris.get_by_role("log")).to_contain_text("neuspadjes")
    iris.wait_for_load_state()

    # The button goes away under her finger; she types on.
    iris.get_by_role("button", name="Neem over").focus()
    iris.keyboard.press("Enter")
    expect(iris.locator("#stand")).to_contain_text("Jij praat met deze klant")
    expect(iris.get_by_label("Je antwoord")).to_be_focused()

    # The answer is slow on its way, and she has begun the next.
    on_its_way: list[Route] = []
    iris.route("**/antwoord/", lambda route: on_its_way.append(route))
    iris.keyboard.type("Die heb ik hier. ")
    iris.keyboard.press("Control+Enter")
    iris.keyboard.type("Ze zijn gratis.")
    on_its_way[0].continue_()
    expect(sanne.log).to_contain_text("Die heb ik hier.")
    expect(iris.get_by_label("Je antwoord")).to_have_value("Ze zijn gratis.")
    expect(sanne.log).not_to_contain_text("gratis")

    # A note half written stays while she marks the conversation.
    iris.get_by_text("Schrijf een notitie", exact=True).click()
    iris.get_by_label("Notitie").fill("houdt van")
    iris.get_by_role("button", name="Nagelezen").click()
    expect(iris.locator("#merken")).to_contain_text("Nagelezen door iris")
    expect(iris.get_by_label("Notitie")).to_have_value("houdt van")
    iris.get_by_label("Notitie").press_sequentially(" siliconen")
    iris.get_by_label("Notitie").press("Control+Enter")
    expect(iris.get_by_role("list", name="Notities")).to_contain_text("houdt van siliconen")
    expect(iris.locator("#notitie")).to_have_value("")

    iris.get_by_role("button", name="Sluit af").focus()
    iris.keyboard.press("Enter")
    expect(iris.locator("#stand .now")).to_be_focused()
    expect(iris.get_by_label("Je antwoord")).to_have_value("Ze zijn gratis.")
    assert barriers(iris) == []
    hers.context.close()
    # A look for news gives way to what she sends.
    given_way = ("htmx:sendAbort", "htmx:afterRequest")
    assert [fault for fault in hers.faults if not fault.startswith(given_way)] == []
