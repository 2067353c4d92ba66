"""The forms that make, move and cancel an appointment: what they take from a message."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Sequence
from datetime import date
from typing import Any

from actions.forms import ShopForm, answers_form, just_started
from actions.listening import service_for
from actions.moments import as_day, as_moment, as_value, begin_of, is_moment, is_week, next_week
from actions.phrases import CORRECTS, NEXT_WEEK, ONE_MORE
from actions.turn import Turn
from actions.wanted_times import Known, is_about_time, known_of, wanted_time
from actions.wording import service_words
from bot import clock
from bot.shop import appointments, catalogue
from bot.shop.appointments import (
    EndsAfterClosing,
    InThePast,
    OffGrid,
    ShopClosed,
    SlotRefused,
    SlotTaken,
    TooFarAhead,
    UnknownAppointment,
)
from bot.shop.models import Appointment, Service, Shop
from bot.shop.opening import opening_on
from bot.shop.slots import free_slots, last_bookable_day, nearest_free_slots

_MAX_LOOKUPS = 2
_FEW_WORDS = 3
# What is shouted is no name.
_NO_NAMES = {"insult", "complaint", "medical_urgency"}
# Any "AF-..." is meant as a number, a mistyped one too.
_LIKE_A_NUMBER = re.compile(r"\bAF(?:-\w{4,8}| ?(?=[a-z]*\d)\w{4,8})\b", re.I)
# "Volgende vrijdag" is this week's to one and next week's to another: we ask.
_NEXT_WEEKDAY = re.compile(r"\bvolgende (maan|dins|woens|donder|vrij|zater|zon)dag", re.I)
_SOONEST = re.compile(
    r"zo (?:snel|gauw|spoedig) mogelijk|(?:de|die) eerste\b|"
    r"eerste (?:de beste|moment|tijd|vrije|mogelijk\w*|wat)|"
    r"eerstvolgende|maakt (?:me |mij )?niet uit|maakt niks uit|zegt u het maar|zeg jij maar|asap",
    re.I,
)
_DETAILS = {
    "time": re.compile(r"\b(?:tijd|tijdstip|uur|dag|datum|moment|wanneer)\b", re.I),
    "service": re.compile(r"\b(?:dienst|waarvoor|waar het voor is)\b", re.I),
    "name": re.compile(r"\bnaam\b", re.I),
    "phone": re.compile(r"\b(?:telefoon\w*|nummer|tel|mobiel)\b", re.I),
}
_PROBLEMS = {
    SlotTaken: "taken",
    ShopClosed: "closed",
    InThePast: "past",
    TooFarAhead: "too_far",
    OffGrid: "off_grid",
    EndsAfterClosing: "does_not_fit",
}


class _WithTime(ShopForm):
    """A form that needs a free moment for a service."""

    @abstractmethod
    def service(self, turn: Turn) -> Service | None:
        """The service that the moment is for, when it is known."""

    def moving(self, turn: Turn) -> Appointment | None:
        """The appointment that may not stand in its own way."""
        return None

    def extract_time(self, turn: Turn) -> dict[str, Any]:
        if turn.requested == "time" and _SOONEST.search(turn.text) and self.service(turn):
            return self._soonest(turn)
        known = self._known(turn)
        reads_on = bool(turn.requested) and is_about_time(turn, known)
        if _wants_other(turn, "time") and not reads_on:
            return {"time": None, "day": _only_day(turn.slot("day"))}
        if not (_gives_time(turn) or reads_on):
            return {}
        if not turn.entities("time") and _NEXT_WEEKDAY.search(turn.text):
            return {"time_problem": "unclear"}
        if not turn.entities("time") and NEXT_WEEK.search(turn.text):
            return {"time": None, "day": next_week()}
        wanted = wanted_time(turn, known)
        return {"time": wanted} if wanted else {}

    def _known(self, turn: Turn) -> Known:
        moving = self.moving(turn)
        before = turn.intents_before[-2:-1]
        asked = turn.slot("asked_day") if before == ["ask_opening_hours"] else None
        return known_of(
            turn,
            moving=moving.start if moving else None,
            offered=turn.slot("offered") or (),
            asked_day=asked,
        )

    def _soonest(self, turn: Turn) -> dict[str, Any]:
        service = self.service(turn)
        assert service is not None
        day, moving = turn.slot("day"), self.moving(turn)
        free = free_slots(service, as_day(day), moving=moving) if day else []
        after = begin_of(day if day and is_week(day) else None)
        free = free or nearest_free_slots(service, after, 1, moving=moving)
        return {"time": as_value(free[0])} if free else {}

    def validate_time(self, value: str | None, turn: Turn) -> dict[str, Any]:
        """Keep a moment that is free; else remember the day and what was wrong with it."""
        if value is None:
            return {}
        if not is_moment(value):
            return {"time": None, "day": value, "time_problem": _problem_of(as_day(value))}
        service = self.service(turn)
        if service is None:
            return {"time": value, "day": value, "time_problem": None}
        try:
            appointments.check_slot(service, as_moment(value), moving=self.moving(turn))
        except SlotRefused as problem:
            return {"time": None, "day": value, "time_problem": _PROBLEMS[type(problem)]}
        kept = {"time": value, "day": value}
        return {**kept, "time_problem": None, "times_refused": None, "confirmed": None}

    def extract_confirmed(self, turn: Turn) -> dict[str, Any]:
        if turn.requested == "confirmed" and turn.intent in {"affirm", "deny"}:
            changed = any(turn.entities(name) for name in ("time", "service", "name", "phone"))
            return {} if changed else {"confirmed": turn.intent == "affirm"}
        return {}

    def validate_confirmed(self, value: bool | None, turn: Turn) -> dict[str, Any]:
        """A no is no end: something should be different, and the form asks what."""
        return {"confirmed": True} if value else {"confirmed": None, "declined": value is False}


class AppointmentForm(_WithTime):
    form = "appointment_form"

    def service(self, turn: Turn) -> Service | None:
        key = turn.slot("service")
        return catalogue.service(key) if key else None

    def extract_service(self, turn: Turn) -> dict[str, Any]:
        if _wants_other(turn, "service"):
            return {"service": None}
        several = list(dict.fromkeys(e["value"] for e in turn.entities("service")))
        if just_started(turn) and len(several) > 1:
            return {"service": several[0], "also_service": several[1]}
        named = turn.entity("service")
        other = named if turn.slot("service") not in (None, named) else None
        if other and ONE_MORE.search(turn.text):
            turn.say("utter_also_noted", **service_words(catalogue.service(other)))
            return {"also_service": other}
        # "Oogmeting" by itself reads like a question about it, but answers ours.
        names_it = turn.requested == "service" and len(turn.text.split()) <= _FEW_WORDS
        tells = turn.requested == "service" and turn.intent == "describe_problem"
        if not (answers_form(turn) or just_started(turn) or tells or (named and names_it)):
            return {}
        if not named and (just_started(turn) or turn.requested == "service"):
            named = service_for(turn.text)
        if not named and just_started(turn):
            named = turn.slot("mentioned_service")
        return {"service": named} if named else {}

    def validate_service(self, value: str | None, turn: Turn) -> dict[str, Any]:
        if value is None:
            return {}
        turn.tracker.slots["service"] = value
        checked = self.validate_time(turn.slot("time"), turn) if turn.slot("time") else {}
        return {"service": value, **checked}

    def extract_name(self, turn: Turn) -> dict[str, Any]:
        if _wants_other(turn, "name"):
            return {"name": None}
        named = turn.entity("name")
        if not named and turn.requested == "name" and turn.intent not in _NO_NAMES:
            named = turn.bare_name or _namesake(turn.text)
        return {"name": named} if named else {}

    def extract_phone(self, turn: Turn) -> dict[str, Any]:
        if _wants_other(turn, "phone"):
            return {"phone": None}
        phone = turn.entity("phone")
        if phone:
            return {"phone": phone}
        digits = sum(sign.isdigit() for sign in turn.text)
        if (
            turn.requested == "phone"
            and answers_form(turn)
            and digits >= 4
            and not _has_details(turn)
        ):
            return {"phone": "?"}
        return {}

    def validate_phone(self, value: str | None, turn: Turn) -> dict[str, Any]:
        if value == "?":
            turn.say("utter_phone_invalid")
            return {"phone": None}
        return {"phone": value}


class _WithAppointment(_WithTime):
    """A form about an appointment that exists."""

    def service(self, turn: Turn) -> Service | None:
        appointment = self.moving(turn)
        return appointment.service if appointment else None

    def moving(self, turn: Turn) -> Appointment | None:
        number = turn.slot("appointment_number")
        return appointments.find_by_number(number) if number else None

    def extract_appointment_number(self, turn: Turn) -> dict[str, Any]:
        if turn.slot("appointment_number"):
            return {}
        own = _meant_of(turn, appointments.of_conversation(turn.conversation))
        if own:
            return {"appointment_number": own.number}
        return self._looked_up(turn)

    def _looked_up(self, turn: Turn) -> dict[str, Any]:
        written = _LIKE_A_NUMBER.search(turn.text)
        phone = turn.entity("phone") or turn.slot("phone")
        name = turn.entity("name") or turn.bare_name or turn.slot("name")
        try:
            if written:
                return {"appointment_number": appointments.find_by_number(written.group()).number}
            if name and phone:
                return {"appointment_number": appointments.find_by_person(name, phone).number}
        except UnknownAppointment:
            if not (written or turn.entity("phone") or turn.entity("name") or turn.bare_name):
                # Only what an earlier form learned: the customer gave nothing wrong.
                return {}
            failures = int(turn.slot("lookup_failures") or 0) + 1
            return {"lookup_failures": failures, "name": None, "phone": None}
        return {}

    async def required_slots(
        self, domain_slots: list[str], dispatcher: Any, tracker: Any, domain: Any
    ) -> list[str]:
        gave_up = int(tracker.get_slot("lookup_failures") or 0) >= _MAX_LOOKUPS
        return [] if gave_up else domain_slots


class MoveForm(_WithAppointment):
    form = "move_form"

    def extract_time(self, turn: Turn) -> dict[str, Any]:
        """Skip the day that the appointment is on now: "ik red het donderdag niet"."""
        wanted = super().extract_time(turn)
        number = turn.slot("appointment_number")
        if "time" not in wanted or not number or is_moment(wanted["time"]):
            return wanted
        now_on = appointments.find_by_number(number).start.astimezone(clock.ZONE).date()
        return {} if as_day(wanted["time"]) == now_on else wanted


class CancelForm(_WithAppointment):
    form = "cancel_form"

    def validate_confirmed(self, value: bool | None, turn: Turn) -> dict[str, Any]:
        return {"confirmed": value}


class CheckForm(_WithAppointment):
    form = "check_form"


def _problem_of(day: date) -> str | None:
    if day > last_bookable_day():
        return "too_far"
    return None if opening_on(day).is_open else "closed"


def _wants_other(turn: Turn, slot: str) -> bool:
    """Whether the customer names what is wrong in the summary, without saying what is right."""
    short = len(turn.text.split()) <= _FEW_WORDS + 1
    named = turn.requested == "confirmed" and short and _DETAILS[slot].search(turn.text)
    return bool(named) and not turn.entities(slot)


def _namesake(text: str) -> str | None:
    """Return a customer's name that is one of the staff's too, given as the answer."""
    words = re.findall(r"[^\W\d_]+", text)
    shop = Shop.current()
    theirs = {name.split()[0].lower() for name in (shop.person, *shop.colleagues) if name}
    if len(words) > _FEW_WORDS or not any(word.lower() in theirs for word in words):
        return None
    return " ".join(word.capitalize() for word in words)


def _meant_of(turn: Turn, own: Sequence[Appointment]) -> Appointment | None:
    """Choose by the service or the day that is named, else the one made last."""
    service = turn.entity("service")
    days = {entity["value"][:10] for entity in turn.entities("time")}
    of_service = [one for one in own if service in (None, one.service.key)]
    on_day = [one for one in of_service if f"{one.start.astimezone(clock.ZONE):%Y-%m-%d}" in days]
    return next(iter([*on_day[-1:], *of_service[-1:], *own[-1:]]), None)


def _only_day(value: str | None) -> str | None:
    return value[:10] if value else None


def _gives_time(turn: Turn) -> bool:
    if answers_form(turn) or just_started(turn):
        return True
    # "kan het zaterdag?" reads like a question about hours, but answers ours about the time.
    asks_hours = any(word in turn.text.lower() for word in ("open", "dicht", "sluit"))
    # "Sorry, ik bedoel vier uur" may sound like anything, and means the form.
    if turn.entities("time") and CORRECTS.search(turn.text):
        return True
    if turn.requested != "time":
        return False
    return turn.beside_questions("time") or (turn.intent == "ask_opening_hours" and not asks_hours)


def _has_details(turn: Turn) -> bool:
    return any(turn.entities(name) for name in ("time", "service", "phone", "email", "postcode"))
