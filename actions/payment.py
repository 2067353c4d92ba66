"""How people can pay."""

import re

from actions.base import ShopAction
from actions.claims import instalments_in, number_of
from actions.turn import Turn
from bot.shop.models import Shop

_GIFT_CARD = re.compile(r"cadeau ?(bon|kaart)|giftcard|kadobon|cadeaubon", re.I)
_INSTALMENTS = re.compile(r"\b(?P<number>\d+)\D{0,3}termijn|termijn", re.I)
# Ways to pay that people ask for by name, as a shop would write them.
_WAYS = (
    *(r"credit ?card", r"visa\b", r"master ?card", r"american express|amex", r"klarna", r"paypal"),
    *(
        r"bitcoin|crypto\w*",
        r"tikkie",
        r"cheque",
        r"apple ?pay",
        r"google ?pay",
        r"after ?pay|riverty",
    ),
    *(
        r"\bin3\b",
        r"ideal\b",
        r"\bpin(?:nen)?\b",
        r"contant|cash",
        r"factuur|rekening",
        r"bancontact",
    ),
)


class PaymentMethods(ShopAction):
    action = "action_payment_methods"
    answers = ("ask_payment_methods",)

    def answer(self, turn: Turn) -> None:
        rules = Shop.current().rules
        if _GIFT_CARD.search(turn.text):
            turn.say("utter_gift_cards" if rules.gift_cards else "utter_no_gift_cards")
            return
        unknown = _way_that_is_not_taken(turn.text, rules.payment)
        wanted = instalments_in(turn.text)
        offered = _instalments(rules.payment)
        if unknown:
            turn.say("utter_payment_not_that", way=unknown)
        elif wanted is None or (offered is not None and wanted in (0, 1, offered)):
            turn.say("utter_ask_payment_methods")
        elif offered is None:
            turn.say("utter_no_instalments")
        else:
            turn.say("utter_other_instalments", instalments=offered)


def _way_that_is_not_taken(text: str, payment: list[str]) -> str | None:
    taken = " ".join(payment)
    for way in _WAYS:
        asked = re.search(way, text, re.I)
        if asked and not re.search(way, taken, re.I):
            return asked.group()
    return None


def _instalments(payment: list[str]) -> int | None:
    """Return in how many parts one can pay here; 0 when the shop names no number."""
    for way in payment:
        said = _INSTALMENTS.search(way)
        if said:
            return number_of(said["number"]) if said["number"] else 0
    return None
