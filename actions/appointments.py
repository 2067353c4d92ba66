"""Making, finding, moving and cancelling an appointment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

from rasa_sdk.events import FollowupAction, SlotSet

from actions.base import ShopAction
from actions.cards import appointment_card
from actions.moments import as_day, as_moment, as_value, begin_of, is_moment, is_week, within
from actions.phrases import LATE_IN, MOVES, NO_NUMBER
from actions.topics import BOOK_ALSO
from actions.turn import Button, Event, Turn
from actions.wording import (
    booked_day_words,
    day_words,
    hours_words,
    phone_words,
    service_words,
    slot_words,
    time_words,
)
from bot import clock
from bot.shop import appointments, catalogue
from bot.shop.appointments import SlotRefused, UnknownAppointment
from bot.shop.models import Appointment, Service, Shop
from bot.shop.opening import opening_on
from bot.shop.slots import free_slots, nearest_free_slots

_OFFERED = 4
_LOOKED_AT = 100
_TOLD_AT_ONCE = 2
_TASK_SLOTS = (
    "service",
    "time",
    "day",
    "time_problem",
    "times_refused",
    "confirmed",
    "declined",
    "appointment_number",
    "lookup_failures",
    "mentioned_service",
    "also_service",
    "offered",
)
_REFUSALS_BEFORE_A_PERSON = 2
_PROBLEM_RESPONSES = {
    "taken": "utter_time_taken",
    "closed": "utter_time_closed",
    "past": "utter_time_past",
    "too_far": "utter_time_too_far",
    "off_grid": "utter_time_off_grid",
    "does_not_fit": "utter_time_does_not_fit",
    "unclear": "utter_time_unclear",
}


class AskService(ShopAction):
    action = "action_ask_service"
    resumes_form = False

    def answer(self, turn: Turn) -> None:
        turn.say(
            "utter_ask_service",
            buttons=[_button(s.name, "service", s.key) for s in catalogue.services()],
        )


class AskTime(ShopAction):
    """Ask when, with free moments to choose from; say what was wrong with the one asked for."""

    action = "action_ask_time"
    resumes_form = False

    def answer(self, turn: Turn) -> list[Event]:
        service, wanted, problem = _service(turn), turn.slot("day"), turn.slot("time_problem")
        in_week = bool(wanted and is_week(wanted))
        offered = _offer(
            service, wanted, moving=_moving(turn), late=bool(LATE_IN.search(turn.text))
        )
        buttons = [_button(slot_words(slot), "time", as_value(slot)) for slot in offered]
        refused = int(turn.slot("times_refused") or 0) + 1 if problem else 0
        if refused >= _REFUSALS_BEFORE_A_PERSON:
            turn.say("utter_time_by_a_person")
            buttons.append(
                {
                    "title": turn.words("utter_time_by_a_person_button"),
                    "payload": "/talk_to_human",
                }
            )
        if problem:
            self._say_problem(turn, problem, wanted, buttons)
        elif in_week:
            turn.say("utter_ask_time_next_week", buttons=buttons, **service_words(service))
        elif wanted:
            same_day = offered and all(slot.date() == as_day(wanted) for slot in offered)
            response = "utter_ask_time_on_day" if same_day else "utter_time_full"
            turn.say(response, buttons=buttons, day=day_words(as_day(wanted)))
        elif turn.form == "move_form":
            turn.say("utter_ask_new_time", buttons=buttons, **_words(_appointment(turn)))
        else:
            turn.say("utter_ask_time", buttons=buttons, **service_words(service))
        return [
            SlotSet("time_problem", None),
            SlotSet("times_refused", refused),
            SlotSet("offered", [as_value(slot) for slot in offered]),
        ]

    def _say_problem(
        self, turn: Turn, problem: str, wanted: str | None, buttons: list[Button]
    ) -> None:
        response = _PROBLEM_RESPONSES[problem]
        if wanted is None:
            turn.say(response, buttons=buttons)
            return
        opening = opening_on(as_day(wanted))
        if problem == "closed" and opening.is_open:
            response = "utter_time_closed_hours"
        turn.say(
            response,
            buttons=buttons,
            day=day_words(opening.day),
            time=time_words(as_moment(wanted)) if is_moment(wanted) else "",
            hours=hours_words(opening.intervals) if opening.is_open else "",
            days=Shop.current().horizon_days,
        )


class AskConfirmation(ShopAction):
    """Sum up once, just before anything is booked, moved or cancelled."""

    action = "action_ask_confirmed"
    resumes_form = False

    def answer(self, turn: Turn) -> list[Event]:
        if turn.slot("declined"):
            turn.say("utter_confirm_what_else")
        elif turn.form == "cancel_form":
            turn.say("utter_confirm_cancel", **_words(_appointment(turn)))
        elif turn.form == "move_form":
            old = _words(_appointment(turn))
            turn.say(
                "utter_confirm_move",
                service=old["service"],
                a_service=old["a_service"],
                old_day=old["day"],
                old_time=old["time"],
                **_moment_words(as_moment(turn.slot("time"))),
            )
        else:
            turn.say(
                "utter_confirm_appointment",
                **service_words(_service(turn)),
                name=turn.slot("name"),
                phone=phone_words(turn.slot("phone")),
                **_moment_words(as_moment(turn.slot("time"))),
            )
        return [SlotSet("declined", None)]


class Book(ShopAction):
    action = "action_book"
    resumes_form = False

    def answer(self, turn: Turn) -> list[Event]:
        try:
            booked = appointments.book(
                _service(turn),
                as_moment(turn.slot("time")),
                turn.slot("name"),
                turn.slot("phone"),
                conversation=turn.conversation,
            )
        except SlotRefused:
            return _ask_another_time(turn, "appointment_form")
        _tell(turn, "utter_booked", booked)
        also = turn.slot("also_service")
        if also is None:
            return [*_task_done(), SlotSet("topic", "make_appointment")]
        turn.say(
            "utter_book_also",
            buttons=[
                {
                    "title": turn.words("utter_book_also_button"),
                    "payload": f'/make_appointment{{"service": "{also}"}}',
                }
            ],
            **service_words(catalogue.service(also)),
        )
        return [
            *_task_done(),
            SlotSet("mentioned_service", also),
            SlotSet("topic", BOOK_ALSO),
            # Whoever comes for the one would come for the other then too.
            SlotSet("day", f"{booked.start.astimezone(clock.ZONE):%Y-%m-%d}"),
        ]


class Move(ShopAction):
    action = "action_move"
    resumes_form = False

    def answer(self, turn: Turn) -> list[Event]:
        if turn.slot("appointment_number") is None:
            turn.say("utter_appointment_give_up")
            return _task_done()
        try:
            moved = appointments.move(_appointment(turn), as_moment(turn.slot("time")))
        except SlotRefused:
            return _ask_another_time(turn, "move_form")
        _tell(turn, "utter_moved", moved)
        return [*_task_done(), SlotSet("topic", "make_appointment")]


class CancelAppointment(ShopAction):
    action = "action_cancel_appointment"
    resumes_form = False

    def answer(self, turn: Turn) -> list[Event]:
        if turn.slot("appointment_number") is None:
            turn.say("utter_appointment_give_up")
        elif turn.slot("confirmed"):
            appointment = _appointment(turn)
            appointments.cancel(appointment)
            turn.say("utter_cancelled", **_words(appointment))
        elif MOVES.search(turn.text):
            number = turn.slot("appointment_number")
            return [
                *_task_done(),
                SlotSet("appointment_number", number),
                FollowupAction("move_form"),
            ]
        else:
            turn.say("utter_kept")
        return _task_done()


class CheckAppointment(ShopAction):
    action = "action_check_appointment"
    answers = ("check_appointment",)
    resumes_form = False

    def knows_enough(self, turn: Turn) -> bool:
        return bool(appointments.of_conversation(turn.conversation))

    def answer(self, turn: Turn) -> list[Event]:
        own = appointments.of_conversation(turn.conversation)
        try:
            for appointment in own[-_TOLD_AT_ONCE:] or [_appointment(turn)]:
                _tell(turn, "utter_appointment", appointment)
        except UnknownAppointment:
            turn.say("utter_appointment_give_up")
        return _task_done()


class AskAppointmentNumber(ShopAction):
    action = "action_ask_appointment_number"
    resumes_form = False

    def answer(self, turn: Turn) -> None:
        if turn.slot("name") and not turn.slot("phone") and turn.entity("name"):
            turn.say("utter_ask_phone_of_appointment")
        elif turn.slot("phone") and not turn.slot("name") and turn.entity("phone"):
            turn.say("utter_ask_name_of_appointment")
        elif turn.requested == "appointment_number" and NO_NUMBER.search(turn.text):
            turn.say("utter_ask_person_of_appointment")
        elif int(turn.slot("lookup_failures") or 0) > 0:
            turn.say("utter_appointment_unknown")
        else:
            turn.say("utter_ask_appointment_number")


def _offer(
    service: Service,
    wanted: str | None,
    *,
    moving: Appointment | None,
    late: bool,
) -> list[datetime]:
    """Choose moments to offer: around what is wanted, or else the first in a week or from now."""
    if wanted is None or is_week(wanted):
        after = begin_of(wanted)
        near = nearest_free_slots(service, after, _LOOKED_AT, moving=moving)
        return _spread(sorted(slot for slot in near if slot >= after))
    day_slots = within(free_slots(service, as_day(wanted), moving=moving), wanted)
    if day_slots and ("T" not in wanted or "/" in wanted):
        if late:
            return day_slots[-_OFFERED:]
        # Spread over the day, so that the choice is one between morning and afternoon too.
        step = max(1, len(day_slots) // _OFFERED)
        return day_slots[::step][:_OFFERED]
    around = as_moment(wanted.split("/")[0]) if "T" in wanted else _midday(wanted)
    return nearest_free_slots(service, around, _OFFERED, moving=moving)


def _spread(slots: Sequence[datetime]) -> list[datetime]:
    """Choose over days and dayparts: of each day its first moment and the one halfway."""
    offered: list[datetime] = []
    for _, day in groupby(slots, key=lambda slot: slot.date()):
        moments = list(day)
        offered += dict.fromkeys([moments[0], moments[len(moments) // 2]])
    return offered[:_OFFERED]


def _midday(wanted: str) -> datetime:
    return datetime.combine(as_day(wanted), datetime.min.time().replace(hour=12), clock.ZONE)


def _service(turn: Turn) -> Service:
    number = turn.slot("appointment_number")
    if number:
        return appointments.find_by_number(number).service
    return catalogue.service(turn.slot("service"))


def _appointment(turn: Turn) -> Appointment:
    return appointments.find_by_number(turn.slot("appointment_number") or "")


def _moving(turn: Turn) -> Appointment | None:
    return _appointment(turn) if turn.slot("appointment_number") else None


def _words(appointment: Appointment) -> dict[str, Any]:
    return {
        **service_words(appointment.service),
        "number": appointment.number,
        "name": appointment.name,
        **_moment_words(appointment.start),
    }


def _moment_words(moment: datetime) -> dict[str, Any]:
    local = moment.astimezone(clock.ZONE)
    return {"day": booked_day_words(local.date()), "time": time_words(local)}


def _tell(turn: Turn, response: str, appointment: Appointment) -> None:
    turn.say(response, custom={"card": appointment_card(appointment)}, **_words(appointment))


def _ask_another_time(turn: Turn, form: str) -> list[Event]:
    return [
        SlotSet("day", turn.slot("time")),
        SlotSet("time", None),
        SlotSet("confirmed", None),
        SlotSet("time_problem", "taken"),
        FollowupAction(form),
    ]


def _task_done() -> list[Event]:
    return [SlotSet(slot, None) for slot in _TASK_SLOTS]


def _button(title: str, entity: str, value: str) -> Button:
    return {"title": title, "payload": f'/inform{{"{entity}": "{value}"}}'}
