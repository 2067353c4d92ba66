"""The customer's own name, announced or as a whole answer, and what only looks like one."""

import pytest

from bot.engine.entities.names import bare_name, find_names

STAFF = ("Erik", "Noor", "Sam", "Helder")

ANNOUNCED = [
    ("ik heet jan de vries", "Jan de Vries"),
    ("mijn naam is Hendrikus van der Veen, met een V.", "Hendrikus van der Veen"),
    ("met Jan de Vries, kan ik morgen komen?", "Jan de Vries"),
    ("'t Is op naam van Lieve Claes", "Lieve Claes"),
    ("Is mijn montuur al binnengekomen, op naam van Peeters?", "Peeters"),
    ("naam: piet jansen", "Piet Jansen"),
    ("k ben fatima el amrani", "Fatima El Amrani"),
    ("ik ben Anna van 't Hof", "Anna van 't Hof"),
    ("groetjes, Piet Bakker", "Piet Bakker"),
    ("t.n.v. jan-willem ijzerman", "Jan-Willem IJzerman"),
    ("met vriendelijke groet,\nKees Smit", "Kees Smit"),
    ("Mijn voornaam Yusuf, achternaam Al-Hamadi", "Yusuf Al-Hamadi"),
    ("op naam van mevrouw Ter Steege, dat is mijn moeder", "Ter Steege"),
    ("Goedenavond, hier meneer Bosma", "Bosma"),
    ("op naam van familie Bakker", "Bakker"),
    ("za 10:30 vervalt. gr. Kuiper", "Kuiper"),
    ("bericht voor Erik: ben er maandag niet. Wim.", "Wim"),
    ("ik heet lisa en wil een afspraak", "Lisa"),
    ("mijn naam is piet jansen graag een afspraak", "Piet Jansen"),
    ("MIJN NAAM IS JAN DE VRIES", "Jan de Vries"),
    ("u spreekt met mevrouw de boer", "De Boer"),
    ("je spreekt met karel", "Karel"),
    ("ik ben jan", "Jan"),
    ("ik ben Maria Gonzalez", "Maria Gonzalez"),
    ("hoi met Sanne, mn bril is stuk", "Sanne"),
    ("Hallo, Fatima hier. Mijn bril is stuk", "Fatima"),
    ("op naam van J. de Wit", "J. de Wit"),
]

NO_NAME = [
    "is Erik er?",
    "ik ben te laat",
    "ik ben slechtziend",
    "met spoed",
    "ze heet Saar",
    "Dat is mijn naam niet, ik heet anders",
    "ik heb een factuur op naam van mijn bedrijf nodig",
    "ik ben Erik niet",
    "ik ben Nederlander",
    "ik ben blij met mijn bril",
    "praat ik met Helder",
    "met wie spreek ik",
    "met de bus",
    "hier is een afspraak voor",
    "dit is een test",
    "mijn naam is haas",
    "is dat meisje met de krullen die Noor heet nieuw?",
    "wat doe je met mijn naam?",
    "Onder welke naam zitten jullie op Instagram",
    "vergeet mijn naam en telefoon",
    "staat mijn naam in jullie agenda",
    "ik ben vrijdag jarig",
    "Ik ben Vlaming en zoek een bril",
    "bedankt Erik",
    "Groetjes van Noor",
]

ANSWERED = [
    ("piet jansen", "Piet Jansen"),
    ("Jansen", "Jansen"),
    ("dat is Anna van 't Hof", "Anna van 't Hof"),
    ("Jan, J-A-N", "Jan"),
    ("mevrouw de vries", "De Vries"),
    ("De Vries", "De Vries"),
    ("van den berg", "Van den Berg"),
    ("lies", "Lies"),
    ("Jan de Vries hoor", "Jan de Vries"),
    ("Visser, met dubbel s", "Visser"),
    ("Zeynep Yılmaz", "Zeynep Yılmaz"),
    ("jan", "Jan"),
    ("kees de groot", "Kees de Groot"),
    ("op naam van Lisa", "Lisa"),
    ("jan bakker is mijn naam", "Jan Bakker"),
    ("bas", "Bas"),
    ("m. de jong", "M. de Jong"),
    ("wil de wit", "Wil de Wit"),
    ("Fatima el Idrissi", "Fatima el Idrissi"),
    ("J.P. van der Meer-Smit", "J.P. van der Meer-Smit"),
    ("Piet", "Piet"),
    ("oh gewoon Piet", "Piet"),
]

NO_ANSWER = [
    "ja",
    "nee",
    "laat maar",
    "waarom?",
    "morgen",
    "liever niet",
    "geen idee",
    "stop",
    "een bril",
    "dat zeg ik niet",
    "0612345678",
    "Erik",
    "ik wil een mens",
    "wat kost een bril",
    "annuleren",
    "vrijdag",
    "gaat je niks aan",
    "hoortest",
]


@pytest.mark.parametrize(("said", "name"), ANNOUNCED)
def test_an_announced_name_is_written_as_dutch_does(said: str, name: str) -> None:
    [found] = find_names(said, STAFF)

    assert found.value == name


@pytest.mark.parametrize("said", NO_NAME)
def test_what_is_not_the_customers_name_is_left_alone(said: str) -> None:
    assert find_names(said, STAFF) == []


def test_a_person_whom_spacy_sees_is_believed_after_ik_ben() -> None:
    said = "ik ben Xochitl"

    assert find_names(said, STAFF) == []
    assert [one.value for one in find_names(said, STAFF, lambda: [(7, 14)])] == ["Xochitl"]


@pytest.mark.parametrize(("said", "name"), ANSWERED)
def test_a_whole_answer_can_be_a_name(said: str, name: str) -> None:
    found = bare_name(said, STAFF)

    assert found is not None
    assert found.value == name


def test_a_whole_message_that_looks_like_a_name_is_one() -> None:
    for said, expected in (("Fatima el Idrissi, ", ["Fatima el Idrissi"]), ("Blauw", [])):
        found = find_names(said, STAFF, bare=bare_name(said, STAFF))

        assert [one.value for one in found] == expected


@pytest.mark.parametrize("said", NO_ANSWER)
def test_an_answer_that_is_no_name_gives_none(said: str) -> None:
    assert bare_name(said, STAFF) is None
