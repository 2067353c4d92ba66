"""Where an order is, for number and postcode together."""

from typing import Any

from rasa_sdk.events import FollowupAction, SlotSet

from actions.base import ShopAction
from actions.cards import order_card
from actions.forms import ShopForm
from actions.phrases import NO_NUMBER
from actions.turn import Event, Turn
from actions.wording import booked_day_words
from bot.shop.models import Order
from bot.shop.orders import UnknownOrder, find_order

# Who guesses on is not the one who ordered.
_MOST_GUESSES = 4


class OrderForm(ShopForm):
    form = "order_form"

    async def required_slots(
        self, domain_slots: list[str], dispatcher: Any, tracker: Any, domain: Any
    ) -> list[str]:
        return [] if tracker.get_slot("order_lost") else domain_slots

    def extract_order_number(self, turn: Turn) -> dict[str, Any]:
        if number := turn.entity("order_number"):
            return {"order_number": number}
        if turn.requested == "order_number" and NO_NUMBER.search(turn.text):
            return {"order_lost": True}
        return {}

    def extract_postcode(self, turn: Turn) -> dict[str, Any]:
        postcode = turn.entity("postcode")
        return {"postcode": postcode} if postcode else {}


class OrderStatus(ShopAction):
    action = "action_order_status"
    answers = ("order_status",)
    resumes_form = False

    def knows_enough(self, turn: Turn) -> bool:
        given = turn.entity("order_number") and turn.entity("postcode")
        return bool(given or turn.slot("last_order"))

    def answer_again(self, turn: Turn) -> list[Event]:
        """Tell of the order that this talk already asked for."""
        number, _, postcode = turn.slot("last_order").partition(" ")
        try:
            _tell(turn, find_order(number, postcode))
        except UnknownOrder:
            return [SlotSet("last_order", None), FollowupAction("order_form")]
        return []

    def answer(self, turn: Turn) -> list[Event]:
        named = turn.slot("order_number") or turn.entity("order_number")
        if turn.slot("last_order") and not (named or turn.slot("order_lost")):
            return self.answer_again(turn)
        found = None
        if int(turn.slot("order_failures") or 0) >= _MOST_GUESSES:
            turn.say("utter_order_too_many_guesses")
            return [SlotSet(slot, None) for slot in ("order_number", "postcode", "order_lost")]
        if turn.slot("order_lost"):
            turn.say("utter_order_lost_number")
        else:
            number = turn.slot("order_number") or turn.entity("order_number") or ""
            postcode = turn.slot("postcode") or turn.entity("postcode") or ""
            try:
                _tell(turn, find_order(number, postcode))
                found = f"{number} {postcode}"
            except UnknownOrder:
                turn.say("utter_order_unknown")
        failures = 0 if found else int(turn.slot("order_failures") or 0) + 1
        # A number that is right stays, so that only the postcode has to be put right.
        forgotten = ("postcode", "order_lost", *(("order_number",) if found else ()))
        return [
            SlotSet("order_failures", min(failures, _MOST_GUESSES)),
            *(SlotSet(slot, None) for slot in forgotten),
            SlotSet("topic", "order_status"),
            SlotSet("last_order", found),
        ]


def _tell(turn: Turn, order: Order) -> None:
    dates = {
        "since": order.ready_since,
        "expected": order.expected,
        "shipped": order.shipped,
        "collected": order.collected,
    }
    days: dict[str, Any] = {name: booked_day_words(day) for name, day in dates.items() if day}
    turn.say(
        f"utter_order_{order.status}",
        item=order.item,
        number=order.number,
        reason=order.reason,
        carrier=order.carrier,
        custom={"card": order_card(turn, order)},
        **days,
    )
