from datetime import date
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from bot.shop.catalogue import services
from bot.shop.loading import ShopFileError, load_shop
from bot.shop.models import (
    Appointment,
    HouseRules,
    OpeningException,
    OpeningInterval,
    Order,
    Product,
    Service,
    Shop,
)
from tests.unit.shop.factories import SHOP_FILE, booked

GOOD = SHOP_FILE.read_text("utf-8")


@pytest.fixture
def write(tmp_path):
    """Write the demo shop's file with some of its text replaced."""

    def written(*changes, text=GOOD):
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        path = tmp_path / "shop.yml"
        path.write_text(text, "utf-8")
        return path

    return written


def line_of(text):
    return GOOD[: GOOD.index(text)].count("\n") + 1


def mistakes_in(path):
    with pytest.raises(ShopFileError) as refused:
        load_shop(path)
    return {mistake.line: mistake.message for mistake in refused.value.mistakes}


def counts():
    models = (Shop, HouseRules, OpeningInterval, OpeningException, Service, Product, Order)
    return [model.objects.count() for model in models]


def test_a_service_keeps_how_it_is_said_in_a_sentence(db, write):
    load_shop(write(("phrase: een hoortest, ", "")))

    assert Service.objects.get(key="adjustment").phrase == "het bijstellen van je bril"
    assert Service.objects.get(key="hearing_test").phrase == ""


def test_the_demo_shop_is_loaded_whole(shop):
    assert counts() == [1, 1, 5, 4, 6, 12, 5]
    assert (shop.name, shop.address) == ("Optiek Helder", "Dorpsstraat 12, 7961 HK Oosterveen")
    assert shop.rules.payment[0] == "pin"
    assert shop.rules.kept_days == 90
    assert Product.objects.get(sku="LEES-15").price == Decimal("19.50")
    assert Order.objects.get(number="100236").expected == date(2026, 12, 11)


def test_loading_twice_changes_nothing(shop):
    before = counts(), list(Product.objects.values("pk", "sku").order_by("sku"))

    load_shop(SHOP_FILE)

    assert (counts(), list(Product.objects.values("pk", "sku").order_by("sku"))) == before


def test_loading_again_updates_and_removes(shop, write):
    gone = "  - {sku: SPRAY-30, brand: Helder, name: reinigingsspray 30 ml, kind: onderhoud"
    line = next(line for line in GOOD.splitlines() if line.startswith(gone))

    load_shop(write((line + "\n", ""), ("price: 19.50, stock: 12", "price: 21.00, stock: 9")))

    assert not Product.objects.filter(sku="SPRAY-30").exists()
    assert Product.objects.get(sku="LEES-15").price == Decimal("21.00")


def test_loading_again_keeps_appointments_and_the_service_they_are_for(eye_test, write):
    appointment = booked(eye_test, "2026-11-27T12:00")
    line = next(line for line in GOOD.splitlines() if "key: eye_test" in line)

    load_shop(write((line + "\n", "")))

    assert Appointment.objects.get().number == appointment.number
    assert "eye_test" not in [service.key for service in services()]

    load_shop(SHOP_FILE)

    assert "eye_test" in [service.key for service in services()]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('tuesday: ["09:30-17:30"]', 'tuesday: ["09:30-25:00"]', "'25:00' is not a time"),
        ('friday: ["09:30-20:00"]', 'friday: ["20:00-09:30"]', "before it opens"),
        ('friday: ["09:30-20:00"]', 'friday: ["09:30-13:00", "12:00-20:00"]', "overlap"),
        ("  sunday: closed", "  sunday: closed\n  zondag: closed", "not a weekday"),
        ("price: 59.00", "price: -59.00", "services[2].price must be 0 or more"),
        ("price: 59.00", "price: gratis", "must be an amount"),
        ("price: 59.00", "price: 59.005", "more than two decimals"),
        ("minutes: 45, price: 59.00", "minutes: lang, price: 59.00", "must be a whole number"),
        ("price_from: 0.00, price_to: 35.00", "price_from: 35.00, price_to: 5.00", "lower than"),
        ("price_from: 0.00, price_to: 35.00", "price_from: 0.00", "price_from and a price_to"),
        ("key: hearing_test", "key: eye_test", "stands on line"),
        ("sku: MON-RB-7047", "sku: MON-RB-5154", "stands on line"),
        ('number: "100235"', 'number: "100234"', "stands on line"),
        ('number: "100235"', "number: 100235", "must be text; put it between quotes"),
        ('number: "100235"', 'number: "1002"', "six digits"),
        ("status: in_production", "status: kwijt", "'in_production', 'delayed', 'ready'"),
        ("status: ready, ", "status: shipped, ", "so it needs shipped"),
        ("postcode: 7963 CD", "postcode: 963 CD", "Dutch postcode"),
        ("countries: [NL, BE]", "countries: [NL, NO]", "put it between quotes"),
        ("date: 2026-12-24", "date: 2026-13-24", "must be a date"),
        ("date: 2026-12-24", "date: 2026-12-05", "has a day in common"),
        ("to: 2027-02-27", "to: 2027-02-20", "before it begins"),
        ("  name: Optiek Helder", "  naam: Optiek Helder", "shop.naam is not a key"),
        ("discounts: never", "discounts: soms", "must be 'never'"),
        ("capacity: 1 ", "capacity: 2 ", "must be 1"),
        ("gift_cards: true", "gift_cards: soms", "must be true or false"),
        ("  phone:", "  email: a@b.nl\n  phone:", "email"),
    ],
)
def test_a_mistake_is_told_in_a_sentence(db, write, old, new, says):
    mistakes = mistakes_in(write((old, new)))

    assert any(says in message for message in mistakes.values()), mistakes
    assert not Shop.objects.exists()


def test_a_missing_key_is_told_at_what_lacks_it(db, write):
    mistakes = mistakes_in(write(("  return_days: 30\n", "")))

    assert mistakes == {line_of("policy:"): "policy.return_days is missing."}


def test_a_text_with_a_loose_comma_is_explained(db, write):
    mistakes = mistakes_in(write(('"gratis, ook als je geen bril koopt"', "gratis, altijd")))

    assert list(mistakes) == [line_of("key: eye_test")]
    assert "put a text with a comma between quotes" in mistakes[line_of("key: eye_test")]


def test_every_mistake_is_told_with_its_line_and_nothing_is_loaded(shop, write):
    before = counts()
    path = write(
        ('wednesday: ["09:30-17:30"]', 'wednesday: ["9.30-17:30"]'),
        ("return_days: 30", "return_days: dertig"),
        ("sku: ZON-PO-0714", "sku: ZON-RB-2140"),
        ("price: 1295.00", "price: -1"),
        ("postcode: 9401 XZ", "postcode: XZ"),
        ("kept_days: 90", "kept_days: 0"),
        ("name: Optiek Helder", "name: Optiek Scheef"),
    )

    mistakes = mistakes_in(path)

    assert sorted(mistakes) == [
        line_of("  wednesday:"),
        line_of("return_days"),
        line_of("sku: ZON-PO-0714"),
        line_of("price: 1295.00"),
        line_of("postcode: 9401 XZ"),
        line_of("kept_days: 90"),
    ]
    assert counts() == before
    assert Shop.current().name == "Optiek Helder"


def test_a_failure_halfway_leaves_the_shop_as_it_was(shop, write, monkeypatch):
    def fail(*_):
        raise RuntimeError

    monkeypatch.setattr("bot.shop.loading._save_shop", fail)

    with pytest.raises(RuntimeError):
        load_shop(write(("price: 19.50", "price: 21.00")))

    assert Product.objects.get(sku="LEES-15").price == Decimal("19.50")


@pytest.mark.parametrize(
    ("text", "line"), [("shop:\n  name: [a\n", 3), ("a: b\n\tc: d\n", 2), ("", 1), ("[1, 2]", 1)]
)
def test_a_file_that_is_no_shop_is_refused(db, write, text, line):
    assert line in mistakes_in(write(text=text))


def test_a_file_that_is_not_there_is_refused(db, tmp_path):
    with pytest.raises(ShopFileError, match="cannot be read"):
        load_shop(tmp_path / "elsewhere.yml")


def test_the_command_loads_the_demo_shop_by_default(db):
    call_command("loadshop", stdout=StringIO())

    assert Shop.current().name == "Optiek Helder"


def test_the_command_leaves_a_shop_that_is_there_when_told_so(shop, write):
    path = write(("name: Optiek Helder", "name: Optiek Anders"))

    call_command("loadshop", str(path), "--if-empty", stdout=StringIO())

    assert Shop.current().name == "Optiek Helder"


def test_the_command_tells_every_mistake(db, write):
    path = write(("return_days: 30", "return_days: -1"), ("kept_days: 90", "kept_days: 0"))

    with pytest.raises(CommandError) as refused:
        call_command("loadshop", str(path))

    assert f"line {line_of('return_days')}: policy.return_days" in str(refused.value)
    assert f"line {line_of('kept_days: 90')}: privacy.kept_days" in str(refused.value)
