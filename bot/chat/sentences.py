"""Every sentence of the door's own. What the bot itself says stands in domain.yml."""

WELCOME = "Hoi, ik ben {bot}, de chatbot van {shop}. Geen mens dus. Waar kan ik je mee helpen?"
WITH_A_PERSON = (
    "Je vraag ligt bij een medewerker. De winkel is open tot {time} uur."
    " Ik hou even mijn mond, tot je me weer nodig hebt."
)
WITH_A_PERSON_SOMETIME = (
    "Je vraag ligt bij een medewerker. Ik hou even mijn mond, tot je me weer nodig hebt."
)
WITH_A_PERSON_LATER = (
    "Je vraag ligt klaar voor een medewerker. De winkel is nu dicht."
    " Op {day} vanaf {time} uur leest iemand hem."
)
STILL_NOBODY = (
    "Er is nog niemand vrij. Je bericht blijft gewoon staan."
    " Laat gerust je nummer of mailadres achter, dan hoef je niet te wachten."
    " Of vraag het intussen aan mij."
)
CLOSED_MEANWHILE = (
    "De winkel is nu dicht. Je bericht is bewaard, op {day} vanaf {time} uur leest iemand het."
    " Hoor je het liever per telefoon of mail? Schrijf er dan bij hoe we je bereiken."
)
GO_ON_BUTTON = "Ga verder met de chatbot"
BACK_WITH_BOT = "Daar ben ik weer, de chatbot. Waar kan ik je mee helpen?"
STILL_WITH_BOT = (
    "Ik luister nog steeds, hoor. Vraag maar.",
    "Ik ben er nog. Waar gaat het over?",
    "Zeg het maar, ik lees het.",
)
GAVE_UP = (
    "Hier kom ik niet uit, en dat ligt aan mij."
    " Stel je vraag gerust anders, of vraag het aan een medewerker."
)
PERSON_BUTTON = "Praat met een medewerker"
LOOKING_UP = "zoekt het even op"

ERRORS = {
    "empty": "Er staat nog niets in je bericht.",
    "too_long": "Dat is meer dan ik in één keer kan lezen. Hou het onder de 1000 tekens.",
    "not_text": "Dit kan ik niet lezen. Typ je vraag als gewone tekst.",
    "unknown_choice": "Die keuze ken ik niet meer. Typ gewoon wat je wilt weten.",
    "unknown_message": "Dat bericht ken ik niet.",
    "unknown_site": (
        "Op deze website hoort deze chat niet thuis."
        " Ga naar de website van de winkel, daar help ik je graag."
    ),
    "unknown_address": "Hier is niets te vinden. Begin opnieuw in het chatvenster.",
    "wrong_method": "Zo kan ik hier niets doen. Begin opnieuw in het chatvenster.",
    "too_large": "Dat is te groot voor mij. Stuur alleen tekst, onder de 1000 tekens.",
    "out_of_order": (
        "Er gaat iets mis aan mijn kant. Probeer het zo nog eens, of bel of mail de winkel."
    ),
    "unknown_token": "Dit gesprek ken ik niet (meer). Begin gerust een nieuw gesprek.",
    "too_many_requests": "Dat gaat me iets te snel. Wacht even en probeer het dan nog eens.",
    "engine_unavailable": (
        "Er hapert iets aan mijn kant. Je bericht is bewaard, ik kom erop terug."
        " Haast? Bel of mail gerust de winkel."
    ),
}
