"""How a conversation in which somebody asked for a discount ended.

Told from what came after the first such question, never from what was meant: the first of these
that fits, in this order.
"""

from collections.abc import Sequence

from bot.review.figures.counting.lines import Line

THUMBS_DOWN = "thumbs_down"
TO_A_PERSON = "to_a_person"
ASKED_ON = "asked_on"
THANKED = "thanked"
PUSHED = "pushed"
LEFT = "left"

QUESTIONS = frozenset({"ask_discount", "negotiate_price"})
_PUSHES = QUESTIONS | {"price_objection", "insult", "demand_special_treatment"}
_THANKS = frozenset({"thank", "goodbye", "affirm", "compliment"})
_GOES = frozenset({"deny", "cancel"})


def ending(after: Sequence[Line], asked: frozenset[int]) -> str:
    """Tell it from the lines after the first question; `asked` are the questions' own ids."""
    if any(line.helpful is False and line.reply_to in asked for line in after):
        return THUMBS_DOWN
    if any(line.hands_over or line.is_staffs for line in after):
        return TO_A_PERSON
    said = {line.intent for line in after if line.is_customers}
    if said - _PUSHES - _THANKS - _GOES:
        return ASKED_ON
    if said & _THANKS:
        return THANKED
    return PUSHED if said & _PUSHES else LEFT
