"""What a line of the log says, in Dutch. An action that is not named here is still readable."""

from typing import Any

from bot.review.models import AuditEntry
from bot.review.shopkeeping.changes import TITLES

# {subject} is what it was about; what stands in details can be named too.
SENTENCES = {
    **{action: f"{words} {{subject}}" for action, words in TITLES.items()},
    "hours.changed": TITLES["hours.changed"],
    "holidays.changed": TITLES["holidays.changed"],
    "account.changed": "veranderde het account van {subject}",
    "account.chose_password": "koos een nieuw wachtwoord",
    "account.link_made": "maakte een link waarmee {subject} een wachtwoord kiest",
    "account.logged_in": "logde in",
    "account.logged_out": "logde uit",
    "account.made": "maakte een account voor {subject}, rol {role}",
    "account.recovery_codes_made": "maakte nieuwe herstelcodes",
    "account.removed": "verwijderde het account van {subject}",
    "account.role_changed": "gaf {subject} een andere rol: {before} werd {role}",
    "account.second_step_off": "zette de code bij het inloggen uit voor {subject}",
    "account.second_step_on": "zette de code bij het inloggen aan",
    "account.second_step_required": "veranderde of iedereen met een code inlogt",
    "account.sessions_ended": "logde {subject} overal uit",
    "account.switched_off": "zette het account van {subject} uit",
    "account.switched_on": "zette het account van {subject} weer aan",
    "admin.added": "voegde iets toe bij Beheer: {subject}",
    "admin.changed": "veranderde iets bij Beheer: {subject}",
    "admin.deleted": "verwijderde iets bij Beheer: {subject}",
    "agenda.read": "keek in de agenda",
    "answer.mailed": "mailde een klant het antwoord",
    "calls.read": "keek wie er wacht",
    "conversation.assigned": "wees een gesprek toe aan {to}",
    "conversation.good": "bewaarde een gesprek als goed voorbeeld",
    "conversation.labelled": "plakte een label op een gesprek",
    "conversation.not_good": "haalde een gesprek weg bij de goede voorbeelden",
    "conversation.noted": "schreef een notitie bij een gesprek",
    "conversation.read": "las een gesprek",
    "conversation.reviewed": "las een gesprek na",
    "conversation.unassigned": "maakte een gesprek los van wie het deed",
    "conversation.unlabelled": "haalde een label van een gesprek",
    "conversation.unreviewed": "zette een gesprek terug op niet nagelezen",
    "correction.changed": "veranderde een verbetering",
    "correction.decided": "koos tussen twee verbeteringen",
    "correction.made": "verbeterde wat de chatbot begreep",
    "correction.taken_back": "haalde een verbetering weg",
    "customer.erased": (
        "wiste gegevens van een klant (gesprekken: {conversations}, berichten: {messages},"
        " afspraken: {appointments}, bestellingen: {orders})"
    ),
    "customer.exported": "nam gegevens van een klant mee in een bestand",
    "customer.searched": "zocht naar gegevens van een klant",
    "customer.shown": "bekeek alle gegevens van een klant",
    "example.left_out": "liet een zin weg uit wat de chatbot leert",
    "example.taken_in": "nam een zin weer op in wat de chatbot leert",
    "figures.minutes_changed": "veranderde hoeveel minuten een vraag kost",
    "filter.removed": "haalde het gedeelde filter {subject} weg",
    "filter.shared": "deelde het filter {subject}",
    "inbox.searched": "zocht in de gesprekken",
    "label.changed": "veranderde het label {subject}",
    "label.made": "maakte het label {subject}",
    "label.removed": "haalde het label {subject} weg",
    "learning.cancelled": "brak het leren af",
    "learning.failed": "kreeg een nieuw model niet live",
    "learning.live": "zette model {subject} live",
    "learning.started": "liet de chatbot leren (zinnen: {examples})",
    "learning.worse": "liet model {subject} niet live gaan: het kwam slechter uit de proef",
    "log.exported": "nam het logboek mee in een bestand",
    "message.settled": "vinkte een bericht voor de winkel af",
    "model.overruled": "zette model {subject} live, ook al kwam het slechter uit de proef",
    "model.switched": "zette model {subject} live",
    "note.removed": "haalde een notitie bij een gesprek weg",
    "orders.read": "keek in de bestellingen",
    "ready_answer.added": "voegde een standaardantwoord toe: {subject}",
    "ready_answer.changed": "wijzigde het standaardantwoord {subject}",
    "ready_answer.removed": "haalde het standaardantwoord {subject} weg",
    "retention.changed": "veranderde hoe lang iets bewaard blijft",
    "retention.cleaned": (
        "ruimde op (gesprekken gewist: {conversations}, anoniem gemaakt: {anonymised},"
        " afspraken zonder naam: {appointments}, oude regels uit het logboek: {log})"
    ),
    "waiting_rules.changed": "wijzigde wat er gebeurt als een klant wacht",
}
# The first word of an action, as people choose from it.
KINDS = {
    "account": "Accounts",
    "agenda": "Agenda bekeken",
    "admin": "Beheer",
    "appointment": "Afspraken",
    "calls": "Wachtenden bekeken",
    "conversation": "Gesprekken",
    "correction": "Verbeteringen",
    "customer": "Gegevens van een klant",
    "answer": "Antwoorden per mail",
    "example": "Zinnen om te leren",
    "exception": "Andere tijden",
    "filter": "Filters",
    "holidays": "Feestdagen",
    "learning": "Leren",
    "message": "Berichten voor de winkel",
    "note": "Notities",
    "stock": "Voorraad",
    "figures": "Cijfers",
    "hours": "Openingstijden",
    "inbox": "Zoeken in gesprekken",
    "label": "Labels",
    "log": "Logboek",
    "model": "Model",
    "order": "Bestellingen",
    "orders": "Bestellingen bekeken",
    "product": "Producten",
    "ready_answer": "Standaardantwoorden",
    "response": "Antwoorden",
    "retention": "Bewaren en opruimen",
    "service": "Diensten",
    "waiting_rules": "Als een klant wacht",
}


class _Details(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "?"


def sentence_of(entry: AuditEntry) -> str:
    """Return what somebody did, to come after their name."""
    if sentence := SENTENCES.get(entry.action):
        return sentence.format_map(_Details(entry.details, subject=entry.subject or "iemand"))
    kind, _, deed = entry.action.partition(".")
    words = f"{kind_title(kind)}: {deed.replace('_', ' ').replace('.', ' ')}".strip(": ")
    return f"{words} ({entry.subject})" if entry.subject else words


def kind_title(kind: str) -> str:
    return KINDS.get(kind, kind.replace("_", " ").capitalize())
