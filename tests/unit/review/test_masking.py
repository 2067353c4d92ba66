import pytest

from bot.review.masking import masked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bel me op 06 12 34 56 78 aub", "bel me op [telefoonnummer] aub"),
        ("+31 6-12345678", "[telefoonnummer]"),
        ("mail naar jan.de-vries@post.example graag", "mail naar [e-mailadres] graag"),
        ("ik woon op 7961ab", "ik woon op [postcode]"),
        ("afspraak AF-J4C6GQ verzetten", "afspraak [afspraaknummer] verzetten"),
        (
            "wat kost 2 keer 150 euro in 2026 om 14:30?",
            "wat kost 2 keer 150 euro in 2026 om 14:30?",
        ),
        ("donderdag 26-11-2026 om 10 uur", "donderdag 26-11-2026 om 10 uur"),
    ],
)
def test_what_points_to_one_person_goes_and_the_rest_stays(text: str, expected: str) -> None:
    assert masked(text) == expected


def test_what_the_engine_took_for_a_name_goes_where_it_stands() -> None:
    entities = [
        {"entity": "name", "start": 8, "end": 19, "value": "Jan de Vries"},
        {"entity": "brand", "start": 0, "end": 3, "value": "Ray-Ban"},
        {"entity": "name", "start": 90, "end": 99, "value": "elsewhere"},
    ]

    assert masked("ik heet jan de vrie en zoek een bril", entities) == (
        "ik heet [naam] en zoek een bril"
    )
