"""Whatever is said and on whatever screen: it can be read, and it is only text."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.visitor import DESKTOP, PHONE, SIDEWAYS, SMALL_PHONE, TABLET

HOSTILE = (
    '<img src=x onerror="document.title=1"><script>document.title=1</script>'
    " javascript:alert(1) [klik](javascript:alert(1)) {{7*7}} ${7*7} &lt;b&gt;"
)
LONG_WORD = "hottentottententententoonstelling" * 6
ARABIC = "مرحبا، هل النظارة جاهزة؟"
EMOJI = "👩🏽‍🦱👨‍👩‍👧‍👦🏳️‍🌈 👓👓"

CARDS: list[dict[str, Any]] = [
    {
        "card": {
            "kind": "appointment",
            "title": "Oogmeting",
            "lines": ["woensdag 16 december, 11:00 uur", "Dorpsstraat 12, Oosterveen"],
            "ics": "/afspraak/AF-ABC234.ics",
            "url": "https://www.openstreetmap.org/",
        }
    },
    {
        "card": {
            "kind": "order",
            "title": "Bestelling 100234",
            "lines": ["Multifocale bril", "Klaar om op te halen"],
        }
    },
    {
        "card": {
            "kind": "product",
            "title": "Reinigingsspray",
            "lines": ["Gratis, en bijvullen ook", LONG_WORD],
            "url": "javascript:alert(1)",
            "ics": "data:text/html,x",
        }
    },
]


def test_hostile_text_is_shown_as_text(visit: Visit) -> None:
    sanne = visit(*PHONE).opens()
    title = sanne.page.title()
    sanne.asks(HOSTILE)
    sanne.comes_back_to({"text": HOSTILE, "name": HOSTILE}, *CARDS)
    expect(sanne.page.get_by_role("region", name="Reinigingsspray")).to_be_visible()

    shown = sanne.chat.locator(".text").all_inner_texts()
    assert [text for text in shown if text == HOSTILE] == [HOSTILE] * 2
    assert sanne.page.title() == title
    assert sanne.chat.locator(".log :is(img, script, iframe)").count() == 0
    addresses = sanne.chat.locator("a").evaluate_all("links => links.map(({ href }) => href)")
    assert all(address.startswith(("http", "tel:", "mailto:")) for address in addresses)


def test_addresses_and_numbers_can_be_clicked(visit: Visit) -> None:
    sanne = visit().opens()
    text = (
        "Bel 0123 456 789 of +31 (0)6-12345678, mail info@optiekhelder.nl, of kijk op"
        " www.optiekhelder.nl/tijden (of https://optiekhelder.nl?a=1&b=2)."
        " Niet: 100234, AF-123456, 12 januari 2026, 20260112345678."
    )
    sanne.comes_back_to({"text": text})
    expect(sanne.log).to_contain_text("20260112345678")

    links = sanne.chat.locator(".text a")

    assert links.evaluate_all("links => links.map((link) => link.getAttribute('href'))") == [
        "tel:0123456789",
        "tel:+31612345678",
        "mailto:info@optiekhelder.nl",
        "https://www.optiekhelder.nl/tijden",
        "https://optiekhelder.nl?a=1&b=2",
    ]


@pytest.mark.parametrize(
    ("name", "size", "settings"),
    [
        ("phone-320", SMALL_PHONE, {}),
        ("phone-390-dark", PHONE, {"color_scheme": "dark"}),
        ("sideways", SIDEWAYS, {}),
        ("sideways-small", (640, 320), {"reduced_motion": "reduce"}),
        ("forced-colours", PHONE, {"forced_colors": "active", "color_scheme": "dark"}),
        ("tablet", TABLET, {}),
        ("desktop-dark", DESKTOP, {"color_scheme": "dark"}),
        # What a zoom of 200% leaves of a desktop, in two pixels for each.
        ("zoom-200", (640, 400), {"device_scale_factor": 2}),
        ("zoom-400", (320, 256), {"device_scale_factor": 4}),
    ],
)
def test_it_fits_and_can_be_read(
    visit: Visit, name: str, size: tuple[int, int], settings: dict[str, Any]
) -> None:
    sanne = visit(*size, **settings).opens()
    sanne.comes_back_to(
        {"from": "customer", "text": LONG_WORD},
        {"text": ARABIC},
        {"text": f"{EMOJI}\n\nTweede alinea."},
        *CARDS,
        {"text": "Wat past je?", "buttons": ["Morgen", "Vrijdag om 11:00 uur", LONG_WORD]},
    )
    expect(sanne.page.get_by_role("button", name="Morgen")).to_be_visible()

    assert sanne.sticks_out() == []
    assert sanne.barriers() == []
    expect(sanne.page.get_by_role("button", name="Praat met een medewerker")).to_be_in_viewport()
    expect(sanne.input).to_be_in_viewport()
    sanne.screenshot(f"fits-{name}")
    sanne.page.get_by_role("button", name="Menu").click()
    sanne.page.get_by_role("button", name="Verwijder dit gesprek").click()
    expect(sanne.page.get_by_role("button", name="Ja, verwijder het")).to_be_in_viewport()
    assert sanne.sticks_out() == []
    assert sanne.barriers() == []
    sanne.screenshot(f"fits-{name}-menu")


def test_arabic_stands_from_right_to_left(visit: Visit) -> None:
    sanne = visit().opens()

    sanne.says(ARABIC)

    text = sanne.chat.locator(".customer .text")
    assert text.evaluate("node => getComputedStyle(node).direction") == "rtl"


def test_large_letters_and_a_shop_with_letters_of_its_own(visit: Visit) -> None:
    sanne = visit()
    sanne.page.evaluate("""() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`html { font-size: 32px }
        body { text-transform: uppercase; letter-spacing: .4em; line-height: 4 }`);
      document.adoptedStyleSheets = [sheet];
    }""")
    sanne.opens()
    sanne.asks("zijn jullie vrijdag open?")

    text = sanne.chat.locator(".text").last
    assert text.evaluate("node => getComputedStyle(node).fontSize") == "32px"
    assert text.evaluate("node => getComputedStyle(node).textTransform") == "none"
    assert sanne.sticks_out() == []
    sanne.screenshot("large-letters")


def test_the_keyboard_of_a_phone_covers_nothing(visit: Visit) -> None:
    sanne = visit(*SMALL_PHONE).opens()
    sanne.asks("zijn jullie vrijdag open?")

    sanne.page.evaluate("""() => {
      Object.defineProperty(visualViewport, "height", { get: () => 300 });
      visualViewport.dispatchEvent(new Event("resize"));
    }""")

    parts = (sanne.input, sanne.page.get_by_role("button", name="Praat met een medewerker"))
    for part in (*parts, sanne.page.get_by_role("button", name="Verstuur")):
        box = part.bounding_box()
        assert box
        assert box["y"] + box["height"] <= 300
    room = sanne.log.bounding_box()
    assert room
    assert room["height"] >= 140
    sanne.screenshot("keyboard")


def test_five_hundred_messages(visit: Visit) -> None:
    sanne = visit().opens()
    said = [
        {"from": ("bot", "customer")[number % 2], "text": f"bericht {number}."}
        for number in range(1, 501)
    ]
    sanne.comes_back_to(*said)
    expect(sanne.log).to_contain_text("bericht 500.")
    assert sanne.bubbles.count() <= 60
    expect(sanne.chat.get_by_text("bericht 500.")).to_be_in_viewport()
    # What was said before is not read aloud; what comes is.
    expect(sanne.log).to_have_attribute("aria-live", "polite")

    sanne.log.evaluate("log => log.scrollTop = 0")
    expect(sanne.chat.get_by_text("bericht 402.")).to_be_attached()
    top = sanne.chat.get_by_text("bericht 452.")
    expect(top).to_be_in_viewport()
    for _ in range(10):
        if sanne.page.get_by_role("button", name="Eerdere berichten").count():
            sanne.page.get_by_role("button", name="Eerdere berichten").press("Enter")

    expect(sanne.bubbles).to_have_count(501)
    expect(sanne.chat.locator(".privacy")).to_be_attached()
    sanne.asks("zijn jullie vrijdag open?")
    assert sanne.sticks_out() == []
