"""What the customer does next."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.dialogue.walk.talk import LONGEST_TALK, Line, Move, Talk
from tests.dialogue.walk.words import (
    DETAIL,
    GO_ON,
    NEVER_MIND,
    ODD,
    OWN_APPOINTMENT,
    training_messages,
)

# Forms are entered and left often; a person is fetched seldom, since the bot is silent then.
_WEIGHTS = {
    "make_appointment": 8.0,
    "reschedule_appointment": 5.0,
    "cancel_appointment": 5.0,
    "check_appointment": 4.0,
    "order_status": 6.0,
    "inform": 4.0,
    "cancel": 3.0,
    "ask_opening_hours": 3.0,
    "ask_price": 3.0,
    "ask_discount": 3.0,
    "negotiate_price": 3.0,
    "talk_to_human": 0.5,
}


class Wanderer:
    """Chooses what to do next, by chance."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance

    def next_line(self, talk: Talk) -> Line:
        if talk.state == "waiting":
            return self._while_waiting(talk)
        if (
            talk.turns
            and talk.turns[-1].line.move is Move.NEVER_MIND
            and self._chance.random() < 0.4
        ):
            return Line(Move.MESSAGE, OWN_APPOINTMENT)
        return self._one_of(self._in_form(talk) if talk.asked else self._at_ease(talk))

    def _in_form(self, talk: Talk) -> dict[Callable[[], Line], float]:
        return {
            lambda: self._answer(talk): 50,
            lambda: self._press(talk): 18,
            self._message: 14,
            lambda: self._repeat(talk): 4,
            lambda: Line(Move.NEVER_MIND, NEVER_MIND): 6,
            self._odd: 8,
        }

    def _at_ease(self, talk: Talk) -> dict[Callable[[], Line], float]:
        return {
            self._message: 68,
            lambda: self._press(talk): 14,
            lambda: self._repeat(talk): 8,
            self._odd: 10,
        }

    def _one_of(self, choices: dict[Callable[[], Line], float]) -> Line:
        return self._chance.choices(list(choices), list(choices.values()))[0]()

    def _while_waiting(self, talk: Talk) -> Line:
        go_on = [id_ for id_, title in talk.buttons(LONGEST_TALK) if title == GO_ON]
        if go_on and self._chance.random() < 0.7:
            return Line(Move.PRESS, GO_ON, go_on[-1])
        return self._message()

    def _answer(self, talk: Talk) -> Line:
        answer = self._chance.choice(DETAIL[talk.asked])
        if talk.asked == "phone":
            answer = answer.format(number=self._chance.randrange(10_000_000, 60_000_000))
        return Line(Move.ANSWER, answer)

    def _press(self, talk: Talk) -> Line:
        buttons = talk.buttons(turns_back=1) or talk.buttons(turns_back=3)
        if not buttons:
            return self._message()
        id_, title = self._chance.choice(buttons)
        return Line(Move.PRESS, title, id_)

    def _repeat(self, talk: Talk) -> Line:
        said = [turn.line.text for turn in talk.turns if not turn.line.button]
        return Line(Move.REPEAT, said[-1]) if said else self._message()

    def _message(self) -> Line:
        messages = training_messages()
        weights = [_WEIGHTS.get(intent, 1.0) for intent in messages]
        intent = self._chance.choices(list(messages), weights)[0]
        return Line(Move.MESSAGE, self._chance.choice(messages[intent]))

    def _odd(self) -> Line:
        return Line(Move.ODD, self._chance.choice(ODD))
