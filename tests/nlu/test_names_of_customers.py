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
    ("tomasz wisniewski is naam van mij", "Tomasz Wisniewski"),
    ("mevrouw de haan, zo heet ik", "De Haan"),
    ("mn naam si guus", "Guus"),
    ("ikheet saskia", "Saskia"),
    ("hoe ik heet? Sigrid", "Sigrid"),
    ("ze noemen me bertje, maar ik heet Lambertus", "Lambertus"),
    ("noem me maar teun, teun ter horst", "Teun ter Horst"),
    ("Dat is dan op de naam Van 't Hek", "Van 't Hek"),
    ("ja zet 'm maar op ter horst", "Ter Horst"),
    ("zet maar op mevrouw de jong", "De Jong"),
    ("doe maar op wiersinga", "Wiersinga"),
    ("Ik sta bij u ingeschreven als mevrouw Ten Brinke", "Ten Brinke"),
    ("hoi ik ben anneke jansen-de boer", "Anneke Jansen-de Boer"),
    ("tis met ricardo, ik kom morge om 4 uur", "Ricardo"),
    ("Ruben van 't Hoff hier, even een vraag", "Ruben van 't Hoff"),
    ("Vriendelijke groeten, uw trouwe klant Gijsbertus van Loon", "Gijsbertus van Loon"),
    ("ik ben Erik van Dalen", "Erik van Dalen"),
    ("mijn nsam is petra kuiper", "Petra Kuiper"),
    ("miijn naam is annelies zandstra sory typ snel", "Annelies Zandstra"),
    ("op name van Gerritsma", "Gerritsma"),
    ("op naan van Gerritsma", "Gerritsma"),
    ("me naam s ruud kamphuis en ik bel", "Ruud Kamphuis"),
    ("hoi ik beb marjolein eising", "Marjolein Eising"),
    ("kben daan hofman, ik bel nog", "Daan Hofman"),
    ("k eet marcel", "Marcel"),
    ("kheet fleur xx", "Fleur"),
    ("ik ben anouk trouwens", "Anouk"),
    ("ff een afspraak, ben anouk btw", "Anouk"),
    ("jo tygo hier, ff een vraag", "Tygo"),
    ("yo met jayden", "Jayden"),
    ("Nog niet gezegd, Brecht Lemmens is het", "Brecht Lemmens"),
    ("Goedemorgen ik Maria Kowalska, wie kan helpen mij", "Maria Kowalska"),
    ("U kent mij wel, mevrouw Hoekstra, van vroeger", "Hoekstra"),
    ("mevrouw de wit is genoeg als naam", "De Wit"),
    ("mevrouw Abspoel spreekt u mee", "Abspoel"),
    ("Terugbellen svp. T. Feenstra. 0599-234567", "T. Feenstra"),
    ("zet er maar Kloppenburg op", "Kloppenburg"),
    ("je kunt het op Zijlmans zetten", "Zijlmans"),
    ("ik zet er Jozua onder", "Jozua"),
    ("Naam: Van der Ploeg, Anke", "Anke van der Ploeg"),
    ("mij kennen ze als Nelis", "Nelis"),
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
    "ik ben de sjaak",
    "ik ben Pietje Precies, dus ik vraag het nog maar eens",
    "zet maar op de lijst",
    "doe maar op rekening",
    "het staat op instagram",
    "zo heet ik niet",
    "uw trouwe klant komt eraan",
    "naam doorgeven kan hier?",
    "insta: @sterre.06",
    "ik bel Jan straks",
    "ik ken Jan de Vries goed",
    "ik eet straks bij oma",
    "mijn raam is stuk",
    "mijn man is Piet",
    "het is storm hier",
    "ben moe",
    "twee is genoeg",
    "te warm is het",
    "kunt u de bril op rood zetten",
    "kan ik mijn bril op Marktplaats zetten",
    "zet er maar glazen op",
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
    "hm",
    "eh",
    "uhm",
    "tja",
    "wacht",
    "hoezo",
    "pff",
    "momentje",
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


@pytest.mark.parametrize(
    "said", ["ik ben bakker dus", "ik ben visser van beroep", "ik ben hoogst tevreden"]
)
def test_no_recogniser_makes_a_trade_or_a_mood_a_name(said: str) -> None:
    assert find_names(said, STAFF, lambda: [(7, len(said))]) == []


def test_a_name_after_a_slip_stands_where_it_was_written() -> None:
    said = "hoi, miijn nsam is Petra Kuiper"

    [found] = find_names(said, STAFF)

    assert said[found.start : found.end] == "Petra Kuiper"


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
