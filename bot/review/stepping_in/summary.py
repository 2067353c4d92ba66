"""What a person should know before the first word, so that nobody has to tell it twice."""

import re
from collections.abc import Iterable, Iterator

from bot.chat.models import Conversation, Feedback, Message, Sender, State
from bot.review.masking import Eyes
from bot.review.understanding import FALLBACK, title_of
from bot.shop.models import Appointment
from bot.shop.numbers import NUMBER_PATTERN, read_number

# Nothing that a person has to know is said with these.
_TALK = {
    *("greet", "goodbye", "thank", "affirm", "deny", "cancel", "inform", "ask_help"),
    *("ask_clarification", "bot_challenge", "talk_to_human", "small_talk", "tell_joke"),
    *("other_language", "out_of_scope", FALLBACK),
}
# How somebody is, as far as what was said tells.
_MOODS = {
    "complaint": "heeft een klacht",
    "insult": "is boos",
    "medical_urgency": "heeft haast, misschien moet er een arts naar kijken",
    "price_objection": "vindt het te duur",
    "compliment": "is tevreden",
}
_ORDER_NUMBER = re.compile(r"(?<!\d)\d{3} ?\d{3}(?!\d)")


def summary_of(conversation: Conversation, eyes: Eyes) -> str:
    """Return the bot's own summary, or one of what is known when a person came unasked."""
    if conversation.summary:
        words = conversation.summary
    elif conversation.state in {State.WAITING, State.STAFF}:
        words = "\n".join(_known(conversation))
    else:
        return ""
    return eyes.text(words)


def subjects_of(conversation: Conversation) -> list[str]:
    """Return the Dutch titles of what the customer asked, in that order, each once."""
    intents = conversation.messages.filter(sender=Sender.CUSTOMER).order_by("number")
    asked = dict.fromkeys(intents.values_list("intent", flat=True))
    return [title_of(intent) for intent in asked if intent and intent not in _TALK]


def _known(conversation: Conversation) -> Iterator[str]:
    said = list(conversation.messages.filter(sender=Sender.CUSTOMER).order_by("number"))
    lines = {
        "Ging over": subjects_of(conversation),
        "Bestelling": _values(said, "order_number", _order_numbers(said)),
        "Afspraak": _appointments(conversation, said),
        "Naam": _values(said, "name"),
        "Klant": _mood(conversation, said),
    }
    for title, values in lines.items():
        if values:
            yield f"{title}: {', '.join(values)}."


def _values(said: list[Message], entity: str, more: Iterable[str] = ()) -> list[str]:
    found = [
        str(each["value"])
        for message in said
        for each in message.entities
        if each.get("entity") == entity and each.get("value")
    ]
    return list(dict.fromkeys([*found, *more]))


def _order_numbers(said: list[Message]) -> Iterator[str]:
    """Find them in what the engine has not read: what is said while a person is in the talk."""
    for message in said:
        if not message.intent and (found := _ORDER_NUMBER.search(message.text)):
            yield found.group().replace(" ", "")


def _appointments(conversation: Conversation, said: list[Message]) -> list[str]:
    made = Appointment.objects.filter(conversation=str(conversation.public_id))
    named = [
        read_number(found.group())
        for message in said
        for found in NUMBER_PATTERN.finditer(message.text)
    ]
    return list(dict.fromkeys([*made.values_list("number", flat=True), *named]))


def _mood(conversation: Conversation, said: list[Message]) -> list[str]:
    moods = [_MOODS[message.intent] for message in said if message.intent in _MOODS]
    if Feedback.objects.filter(message__conversation=conversation, helpful=False).exists():
        moods.append("was niet geholpen met een antwoord van de chatbot")
    return list(dict.fromkeys(moods))
