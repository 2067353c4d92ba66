"""The one line on somebody else's site: what it does there, and what it leaves alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from tests.browser.shop_site import ShopSite, open_site
from tests.conftest import SHOP_SITE, WEB_PORT, System

DESKTOP = ViewportSize(width=1280, height=800)
PHONE = ViewportSize(width=390, height=844)
STORED = "[localStorage.length, sessionStorage.length, document.cookie]"
LAUNCHER = re.compile("^Chat met Helder")


@pytest.fixture(scope="module")
def site() -> Iterator[ShopSite]:
    with open_site() as site:
        yield site


@dataclass
class Visit:
    """A visitor's tab, with all that was asked of the network and all that went wrong."""

    context: BrowserContext
    page: Page
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def goes_to(self, address: str) -> Page:
        self.page.goto(address)
        return self.page

    def asked_of_the_chat_host(self) -> list[str]:
        return [
            re.sub(r"^\w+://[^/]+|\?.*", "", url) for url in self.requests if f":{WEB_PORT}/" in url
        ]


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visit]]:
    visits: list[Visit] = []

    def start(viewport: ViewportSize = DESKTOP) -> Visit:
        context = browser.new_context(viewport=viewport, locale="nl-NL")
        page = context.new_page()
        page.set_default_timeout(15_000)
        visiting = Visit(context, page)
        page.on("request", lambda request: visiting.requests.append(request.url))
        page.on("pageerror", lambda error: visiting.errors.append(str(error)))
        page.on(
            "console",
            lambda line: visiting.errors.append(line.text) if line.type == "error" else None,
        )
        visits.append(visiting)
        return visiting

    yield start
    for visiting in visits:
        visiting.context.close()
        assert visiting.errors == []


def line(system: System, **attributes: str) -> str:
    named = "".join(f' {name.replace("_", "-")}="{value}"' for name, value in attributes.items())
    return f'<script src="{system.address}/buur.js"{named} defer></script>'


def open_chat(page: Page) -> None:
    page.get_by_role("button", name=LAUNCHER).click()
    expect(page.get_by_role("log")).to_contain_text("Helder, chatbot")


def ask(page: Page, question: str, answer: str | re.Pattern[str]) -> None:
    box = page.get_by_role("textbox", name="Je bericht")
    box.fill(question)
    box.press("Enter")
    expect(page.get_by_role("log")).to_contain_text(answer)


def test_a_talk_under_a_policy_that_allows_two_things(
    visit: Callable[..., Visit], site: ShopSite, system: System
) -> None:
    policy = (
        f"default-src 'none'; script-src {system.address}; connect-src {system.address};"
        " img-src data:; require-trusted-types-for 'script'; trusted-types 'none'"
    )
    address = site.put(
        "/streng",
        line(system),
        Content_Security_Policy=policy,
        Cross_Origin_Embedder_Policy="require-corp",
        Cross_Origin_Opener_Policy="same-origin",
    )
    visitor = visit()
    page = visitor.goes_to(address)
    expect(page.get_by_role("button", name=LAUNCHER)).to_be_visible()
    assert visitor.asked_of_the_chat_host() == ["/buur.js"]
    assert page.evaluate(STORED) == [0, 0, ""]

    open_chat(page)
    ask(page, "zijn jullie vrijdag open?", "20:00")
    ask(page, "is mijn bril al klaar? bestelnummer 100234", "postcode")
    ask(page, "7961 AB", "Multifocale bril")

    token = page.evaluate("localStorage.getItem('buur:token')")
    assert [url for url in visitor.requests if token in url] == []
    assert visitor.context.cookies() == []
    asked = {"/".join(url.split("/")[:3]) for url in visitor.requests if url[:5] != "data:"}
    assert asked == {SHOP_SITE, system.address}


def test_a_site_that_is_not_on_the_list_is_told_so_and_loses_no_word(
    visit: Callable[..., Visit], site: ShopSite, system: System
) -> None:
    address = site.put("/vreemd", line(system))
    visitor = visit()
    # The same pages, on an origin that nobody named.
    page = visitor.goes_to(address.replace("localhost", "127.0.0.1"))

    page.get_by_role("button", name=LAUNCHER).click()
    status = page.locator("buur-chat .notices")
    expect(status).to_contain_text("Ga naar de website van de winkel")
    box = page.get_by_role("textbox", name="Je bericht")
    box.fill("zijn jullie vrijdag open?")
    box.press("Enter")
    expect(page.locator("buur-chat .message")).to_have_count(0)
    expect(box).to_have_value("zijn jullie vrijdag open?")
    expect(status).to_contain_text("Ga naar de website van de winkel")

    assert {path for path in visitor.asked_of_the_chat_host() if "/api/" in path} == {
        "/api/chat/conversations"
    }
    visitor.errors.clear()


@pytest.mark.parametrize(
    ("scripts", "tag"),
    [
        ("'nonce-winkel'", '<script src="{}/buur.js" nonce="winkel" async></script>'),
        (
            "'nonce-winkel' 'strict-dynamic'",
            '<script src="{}/buur.js" nonce="winkel" type="module"></script>',
        ),
    ],
)
def test_a_nonce_is_enough(
    visit: Callable[..., Visit], site: ShopSite, system: System, scripts: str, tag: str
) -> None:
    policy = (
        f"default-src 'none'; script-src {scripts}; connect-src {system.address}; img-src data:"
    )
    address = site.put("/nonce", tag.format(system.address), Content_Security_Policy=policy)

    open_chat(visit().goes_to(address))


def test_the_page_s_own_style_leaves_the_chat_alone(
    visit: Callable[..., Visit], site: ShopSite, system: System
) -> None:
    rude = """<style>
      html { font-size: 62.5%; direction: rtl; } body { transform: scale(.9); }
      * { all: unset !important; display: block !important; position: static !important;
          text-transform: uppercase !important; letter-spacing: 9px !important; }
      button { width: 100% !important; } buur-chat { opacity: 0 !important; }
    </style>"""
    page = visit().goes_to(site.put("/gewoon", line(system)))
    plain = page.get_by_role("button", name=LAUNCHER).bounding_box()

    page = visit().goes_to(site.put("/ruw", rude + line(system)))
    launcher = page.get_by_role("button", name=LAUNCHER)

    assert launcher.bounding_box() == plain
    assert page.locator("buur-chat").evaluate("chat => getComputedStyle(chat).opacity") == "1"
    open_chat(page)
    box = page.get_by_role("dialog").bounding_box()
    assert box
    assert 320 < box["width"] < 480
    assert 1200 < box["x"] + box["width"] <= 1280


def test_the_shop_s_own_colours_place_and_language(
    visit: Callable[..., Visit], site: ShopSite, system: System
) -> None:
    address = site.put(
        "/eigen",
        line(
            system,
            data_colour="#ffcc33",
            data_text_colour="#ffffff",
            data_position="left",
            data_offset="90",
            data_lang="en",
        ),
    )
    page = visit().goes_to(address)
    launcher = page.get_by_role("button", name="Chat with Helder, our chatbot")
    box = launcher.bounding_box()
    colours = launcher.evaluate(
        "one => [getComputedStyle(one).backgroundColor, getComputedStyle(one).color]"
    )

    # White on this yellow cannot be read.
    assert colours == ["rgb(255, 204, 51)", "rgb(0, 0, 0)"]
    assert box
    assert box["x"] == pytest.approx(16, abs=1)
    assert DESKTOP["height"] - box["y"] - box["height"] == pytest.approx(90, abs=1)
    launcher.click()
    expect(page.get_by_role("textbox", name="Your message")).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_accessible_name("Helder, chatbot of Optiek Helder")
    window = page.get_by_role("dialog").bounding_box()
    assert window
    assert window["x"] == pytest.approx(16, abs=1)
    assert window["y"] >= 0
    expect(page.get_by_role("log")).to_have_attribute("lang", "nl")


def test_no_label_is_left_in_dutch(visit: Callable[..., Visit], system: System) -> None:
    page = visit().goes_to(f"{system.address}/contact")

    missing = page.evaluate(
        """async () => {
          const names = { bot: "B", shop: "S", days: 1 };
          const { labelsFor: dutch } = await import("/static/buur/labels.js");
          const { labelsFor: other } = await import("/static/buur/labels.en.js");
          const has = Object.keys(other(names));
          return Object.keys(dutch(names)).filter((name) => !has.includes(name));
        }"""
    )

    assert missing == []


def test_a_greeting_waits_quietly_and_stays_away_when_it_was_sent_away(
    visit: Callable[..., Visit], site: ShopSite, system: System
) -> None:
    address = site.put("/groet", line(system, data_greeting="Zit je bril scheef?"))
    visitor = visit(PHONE)
    page = visitor.goes_to(address)
    expect(page.get_by_role("button", name="Zit je bril scheef?")).to_be_visible()
    assert page.evaluate(STORED) == [0, 0, ""]

    page.get_by_role("button", name="Verberg dit bericht").click()
    page.reload()

    expect(page.get_by_role("button", name=LAUNCHER)).to_be_visible()
    expect(page.get_by_role("button", name="Zit je bril scheef?")).to_have_count(0)
    assert visitor.asked_of_the_chat_host().count("/api/chat/conversations") == 0
    open_chat(page)


def test_opened_on_start_it_asks_and_keeps_nothing_until_somebody_types(
    visit: Callable[..., Visit], site: ShopSite, system: System
) -> None:
    address = site.put(
        "/open", line(system, data_open="true"), '<input aria-label="Zoek" autofocus>'
    )
    visitor = visit()
    page = visitor.goes_to(address)
    window = page.get_by_role("dialog")
    expect(window).to_be_visible()
    expect(window).to_contain_text("Je praat met een chatbot")
    expect(page.get_by_role("textbox", name="Zoek")).to_be_focused()
    assert page.evaluate(STORED) == [0, 0, ""]
    assert visitor.asked_of_the_chat_host() == ["/buur.js", "/buur/window.js"]

    ask(page, "zijn jullie vrijdag open?", "20:00")
    page.reload()
    expect(page.get_by_role("log")).to_contain_text("20:00")
    page.get_by_role("button", name="Minimaliseer de chat").click()
    page.reload()

    expect(page.get_by_role("button", name=LAUNCHER)).to_be_visible()
    expect(window).to_have_count(0)


def test_on_a_phone_it_never_opens_unasked(
    visit: Callable[..., Visit], site: ShopSite, system: System
) -> None:
    page = visit(PHONE).goes_to(site.put("/open", line(system, data_open="true")))

    expect(page.get_by_role("button", name=LAUNCHER)).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_one_chat_that_outlives_the_body_and_opens_from_links_and_scripts(
    visit: Callable[..., Visit], site: ShopSite, system: System
) -> None:
    link = '<a href="#buur-chat">Vraag het</a>'
    visitor = visit()
    page = visitor.goes_to(site.put("/app", line(system) * 2, link))
    expect(page.get_by_role("button", name=LAUNCHER)).to_have_count(1)

    # As Turbo and its like do: another body, the same document.
    page.evaluate(
        """html => {
          const body = document.createElement("body");
          body.innerHTML = html;
          document.body.replaceWith(body);
        }""",
        f"<h1>Andere pagina</h1>{link}",
    )
    expect(page.get_by_role("button", name=LAUNCHER)).to_have_count(1)
    page.get_by_role("link", name="Vraag het").click()
    expect(page.get_by_role("textbox", name="Je bericht")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="Vraag het")).to_be_focused()
    expect(page.locator("buur-chat")).to_have_count(1)

    page.evaluate("document.querySelector('buur-chat').open()")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.evaluate("document.querySelector('buur-chat').close()")
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert page.url == f"{SHOP_SITE}/app"


def test_an_address_opens_the_chat_and_a_site_may_hide_it(
    visit: Callable[..., Visit], site: ShopSite, system: System
) -> None:
    address = site.put("/adres", line(system))
    page = visit().goes_to(f"{address}#buur-chat")
    expect(page.get_by_role("dialog")).to_be_visible()

    page.evaluate("document.querySelector('buur-chat').hidden = true")

    expect(page.get_by_role("dialog")).to_be_hidden()


def test_a_page_that_holds_the_chat_itself_gets_no_second_one(
    visit: Callable[..., Visit], site: ShopSite, system: System
) -> None:
    own = '<buur-chat data-lang="en"></buur-chat><a href="#buur-chat">Vraag het</a>'
    page = visit().goes_to(site.put("/zelf", line(system), own))
    expect(page.get_by_role("button", name="Chat with Helder, our chatbot")).to_be_visible()

    page.get_by_role("link", name="Vraag het").click()

    expect(page.get_by_role("textbox", name="Your message")).to_be_focused()
    expect(page.locator("buur-chat")).to_have_count(1)


def test_a_window_that_does_not_arrive_may_be_asked_for_again(
    visit: Callable[..., Visit], site: ShopSite, system: System
) -> None:
    visitor = visit()
    page = visitor.goes_to(site.put("/hapert", line(system)))
    page.route("**/buur/window.js*", lambda route: route.abort())
    page.get_by_role("button", name=LAUNCHER).click()
    expect(page.locator("buur-chat")).to_contain_text("De chat wil niet laden")

    page.unroute("**/buur/window.js*")
    open_chat(page)
    visitor.errors.clear()


def test_page_and_chat_tell_the_same_hours_and_price(
    visit: Callable[..., Visit], system: System
) -> None:
    page = visit().goes_to(f"{system.address}/brillen")
    product = page.get_by_role("listitem").filter(has_text="Ray-Ban Clubmaster")
    price = re.search(r"€\s[\d.,]+", product.inner_text())
    page.get_by_role("link", name="Contact").click()
    friday = page.get_by_role("row").filter(has_text="Vrijdag")
    closes = friday.inner_text().split("–")[1].split()[0]

    assert price
    page.get_by_role("link", name="Vraag het in de chat").click()
    ask(page, "hoe laat gaan jullie vrijdag dicht?", closes)
    ask(page, "hebben jullie de ray-ban clubmaster?", "In de winkel: 3")
    card = page.get_by_role("region", name="Ray-Ban Clubmaster, zwart")
    expect(card).to_contain_text(re.compile(price.group().replace("\xa0", r"\s")))
    with page.expect_popup() as shown:
        card.get_by_role("link", name="Bekijk dit product").click()
    shelf = shown.value.locator("#montuur")
    expect(shelf).to_contain_text("Ray-Ban Clubmaster")
    expect(shelf).to_be_in_viewport()


def test_a_shop_picks_its_colours_sees_them_and_copies_the_line(
    visit: Callable[..., Visit], system: System
) -> None:
    visitor = visit()
    visitor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visitor.goes_to(f"{system.address}/inbouwen")
    preview = page.frame_locator("iframe")
    expect(preview.get_by_role("button", name=LAUNCHER)).to_be_visible()

    page.get_by_label("Kleur van de knop", exact=True).fill("#ffcc33")
    page.get_by_label("Kleur van de letters", exact=True).fill("#ffffff")
    page.get_by_role("radio", name="Linksonder").check()
    page.get_by_label("Begroeting").fill('Zeg "hoi"')
    page.get_by_label("Het adres van je site").fill(f"{SHOP_SITE}/contact")

    expect(page.get_by_text("De chat neemt dan zwart")).to_be_visible()
    expect(page.get_by_text("staat op de lijst")).to_be_visible()
    expect(preview.get_by_role("button", name='Zeg "hoi"')).to_be_visible()
    launcher = preview.get_by_role("button", name=LAUNCHER)
    expect(launcher).to_have_css("background-color", "rgb(255, 204, 51)")
    page.get_by_role("button", name="Kopieer de regel").click()
    expect(page.get_by_text("Gekopieerd.")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == (
        f'<script src="{system.address}/buur.js" data-colour="#ffcc33" data-position="left"'
        ' data-greeting="Zeg &quot;hoi&quot;" defer></script>'
    )
    launcher.click()
    expect(preview.get_by_role("log")).to_contain_text("chatbot")
