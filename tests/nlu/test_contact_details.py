"""Phone numbers, e-mail addresses, postcodes and order numbers in customers' own spelling."""

import pytest

from bot.engine.entities.contact import find_contacts

# Several details stand apart by a bar.
WRITTEN = [
    ("06 12 34 56 78", "phone +31612345678"),
    ("0599-123456", "phone +31599123456"),
    ("+31 6 12345678", "phone +31612345678"),
    ("0031612345678", "phone +31612345678"),
    ("(06) 12 34 56 78", "phone +31612345678"),
    ("+31 (0)6 12345678", "phone +31612345678"),
    ("06-1234 5678", "phone +31612345678"),
    ("06.12.34.56.78", "phone +31612345678"),
    ("0475 12 34 56", "phone +32475123456"),
    ("0475/12.34.56", "phone +32475123456"),
    ("+32 475 12 34 56", "phone +32475123456"),
    ("09 123 45 67", "phone +3291234567"),
    ("02/123.45.67", "phone +3221234567"),
    ("0032 9 123 45 67", "phone +3291234567"),
    ("Piet@Voorbeeld.NL", "email piet@voorbeeld.nl"),
    ("mail: j.de.vries@gmail.com.", "email j.de.vries@gmail.com"),
    ("jan (at) kpn.nl", "email jan@kpn.nl"),
    ("7961ab", "postcode 7961 AB"),
    ("7961 AB", "postcode 7961 AB"),
    ("in 2026 om 3 uur", ""),
    ("postcode 7961 hk", "postcode 7961 HK"),
    ("order 100 234", "order_number 100234"),
    ("nr. 100235", "order_number 100235"),
    ("#100235", "order_number 100235"),
    ("100.234", "order_number 100234"),
    ("bestelnummer 100234 postcode 7961ab", "order_number 100234|postcode 7961 AB"),
    ("01-12-2026 14:30", ""),
    ("06-12-2026", ""),
    ("100.000 euro", ""),
    ("0612345678 of 0599 123456", "phone +31612345678|phone +31599123456"),
    ("bel mij terug 0612 998877 na 5en", "phone +31612998877"),
    ("0123 456 789", "phone +31123456789"),
    ("ik ben 2024 op vakantie", ""),
    ("31612345678", "phone +31612345678"),
    ("mijn nummer is 612345678", "phone +31612345678"),
    ("7961-AB", "postcode 7961 AB"),
    ("1234567", ""),
    ("bestelling 100-236", "order_number 100236"),
    ("06 - 12345678", "phone +31612345678"),
    ("tel 06/12345678", "phone +31612345678"),
    ("020-1234567", "phone +31201234567"),
    ("0800-1234", ""),
    ("order 1 0 0 2 3 4", "order_number 100234"),
    ("100235 7963 cd", "order_number 100235|postcode 7963 CD"),
    ("+316 12345678", "phone +31612345678"),
    ("100234?", "order_number 100234"),
    ("bestelnr:100234.", "order_number 100234"),
    ("9401xz,100237", "postcode 9401 XZ|order_number 100237"),
    ("ordernummer 100 237, 9401 xz", "order_number 100237|postcode 9401 XZ"),
]


@pytest.mark.parametrize(("written", "expected"), WRITTEN)
def test_contact_details_get_one_form(written: str, expected: str) -> None:
    found = find_contacts(written)

    assert "|".join(f"{one.entity} {one.value}" for one in found) == expected


def test_a_detail_is_found_where_it_stands() -> None:
    written = "bel 0599-123456 aub"

    [found] = find_contacts(written)

    assert written[found.start : found.end] == "0599-123456"
