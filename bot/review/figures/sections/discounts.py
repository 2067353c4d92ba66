from bot.review.figures.counting import discount
from bot.review.figures.counting.sums import DISCOUNT
from bot.review.figures.drawing.rows import Row, rows
from bot.review.figures.report import Report
from bot.review.figures.sections.section import Section
from bot.review.figures.showing.cells import Column, Table, share
from bot.review.figures.showing.numbers import many, percent, whole

_ENDINGS = {
    discount.ASKED_ON: ("Bleef en vroeg verder", "good"),
    discount.THANKED: ("Bedankte of nam afscheid", "good"),
    discount.PUSHED: ("Bleef aandringen of mopperde", "middling"),
    discount.TO_A_PERSON: ("Naar een medewerker", "other"),
    discount.THUMBS_DOWN: ("Duim omlaag", "bad"),
    discount.LEFT: ("Zei niets meer", "quiet"),
}


def discounts(report: Report) -> Section:
    ended, before = report.total.of(DISCOUNT), report.before.of(DISCOUNT)
    total = ended.total()
    drawn = [
        Row(name, ended[key], f"{whole(ended[key])} ({percent(ended[key] / total)})", kind)
        for key, (name, kind) in _ENDINGS.items()
        if total
    ]
    return Section(
        "korting",
        "Vragen om korting, en hoe dat afliep",
        f"In {many(total, 'gesprek', 'gesprekken')} vroeg iemand om korting of onderhandelde.",
        Table(
            [
                Column("Hoe het afliep"),
                Column("Gesprekken"),
                Column("Aandeel", "%"),
                Column("Periode ervoor"),
            ],
            [
                [name, ended[key], share(ended[key], total), before[key]]
                for key, (name, _) in _ENDINGS.items()
            ],
            ["Totaal", total, share(total, total), before.total()],
        ),
        "Elk gesprek telt één keer, op de dag van de eerste kortingsvraag. Gekeken is naar wat"
        " erna kwam; het eerste dat klopt telt, in deze volgorde: een duim omlaag onder een"
        " antwoord over korting; een medewerker erbij; een ander bericht (verder gevraagd);"
        " een bedankje, groet of ja; alleen nog aandringen, mopperen of schelden; niets meer,"
        " of alleen nee. Wat iemand dacht weten we niet.",
        [rows("korting", "Hoe gesprekken met een kortingsvraag afliepen", drawn)],
        is_empty=not total,
    )
