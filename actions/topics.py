"""What a talk can be about beyond the intents of the contract, and the service it is about."""

from __future__ import annotations

from actions.turn import Turn

# Asked of a talk rather than by an intent of the contract.
ASK_DURATION, ASK_WHY = "ask_duration", "ask_why"
ASK_CHEAPEST, ASK_WALK_IN = "ask_cheapest", "ask_walk_in"
ASK_TO_CONFIRM = "ask_to_confirm"
ASK_BRING, ASK_COMPANY, ASK_PAIN = "ask_bring", "ask_company", "ask_pain"
ASK_DIFFERENCE = "ask_difference"
ASK_CONFIRMATION, ASK_HOME_VISIT = "ask_confirmation", "ask_home_visit"
ASK_BUDGET, RESERVE, TOLD_BY_SHOP = "ask_budget", "reserve", "told_by_shop"
ASK_PRIVATE, ASK_MEDICAL, ASK_HOUSE_HABIT = "ask_private", "ask_medical", "ask_house_habit"
OWN_FRAME, TRY_ON = "own_frame", "try_on"
# Where a talk stands: a second appointment was offered, or one was left unmade.
BOOK_ALSO, STOPPED = "book_also", "stopped"

# Talk in which "wat kost dat?" is not about a service that was named before.
_NO_SERVICE_TALK = {"want_to_buy", "ask_advice", "ask_delivery", "ask_product_availability"}


def service_in_talk(turn: Turn) -> str | None:
    """Return the service that the form or the talk is about."""
    if turn.slot("service") or turn.slot("topic") in _NO_SERVICE_TALK:
        return turn.slot("service")
    return turn.slot("mentioned_service")
