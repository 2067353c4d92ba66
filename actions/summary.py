"""What a person reads before taking over, so that nobody has to tell it twice."""

from actions.turn import Turn
from actions.wording import list_words, phone_words

_QUOTED = 3
_LONGEST_QUOTE = 300
# Nothing that a person has to know was said with these.
_TALK = {"greet", "thank", "affirm", "deny", "goodbye", "talk_to_human", "nlu_fallback", "inform"}


def summary(turn: Turn) -> str:
    """Sum up the talk: what it was about, who it is as far as known, the last words."""
    titles = [
        turn.template(f"utter_choice_{intent}")
        for intent in dict.fromkeys(turn.intents_before)
        if intent not in _TALK and f"utter_choice_{intent}" in turn.domain["responses"]
    ]
    details = [turn.slot("name"), turn.slot("phone") and phone_words(turn.slot("phone"))]
    words = [text for text in turn.said_before if not text.startswith("/")][-_QUOTED:]
    parts = {
        "utter_summary_subjects": list_words(titles),
        "utter_summary_known": list_words(filter(None, details)),
        "utter_summary_last": " / ".join(text[:_LONGEST_QUOTE] for text in words),
    }
    return " ".join(turn.words(name, said=said) for name, said in parts.items() if said)
