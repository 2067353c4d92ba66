"""From a customer's message that is stored to an answer that is stored.

Messages are answered in the order in which they were written, one at a time, whoever does the
work: the request that brought one, a later request, a customer's stream, or the web process when
nobody is there (bot.chat.catching_up).
"""

import asyncio
import logging
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from bot import clock
from bot.chat import announce, background, engine, erasure, record, sentences
from bot.chat.errors import Refused
from bot.chat.models import Conversation, Message, Sender, State
from bot.chat.naming import bot_name
from bot.chat.ownership import hand_over
from bot.chat.pool import in_pool
from bot.chat.record import Button, Utterance
from bot.chat.signals import conversation_changed
from bot.chat.turns import Busy, Turn, turn
from bot.chat.waiting import GO_ON, with_a_person

logger = logging.getLogger(__name__)

_PATIENCE_SECONDS = 20.0
# Who asks for a person does not wait longer for what the engine has to say to that.
_PERSON_PATIENCE_SECONDS = 6.0
# After so many requests an engine that is there but fails on a message may skip it.
_MOST_ATTEMPTS = 3
_PERSON = Button(sentences.PERSON_BUTTON, record.PERSON)


@dataclass
class Outcome:
    messages: list[dict[str, Any]]
    state: str


async def answer(conversation: Conversation, message: Message) -> Outcome:
    """Answer a stored message, after those before it; return what was added for it."""
    # A customer who hangs up must not break a turn that may be booking something.
    return await asyncio.shield(background.start(_answer(conversation, message)))


async def answer_backlog(conversation: Conversation) -> bool:
    """Answer what lies waiting, unless somebody else does; return whether the engine is there."""
    try:
        async with turn(conversation, patience_seconds=0) as held:
            await _work_off(held, until=None)
    except Busy:
        return True
    except Refused as refused:
        return refused.code != "engine_unavailable"
    return True


async def _answer(conversation: Conversation, message: Message) -> Outcome:
    if await in_pool(_door_answers)(conversation, message):
        # Nobody has to wait for the engine to get a person, or to send one away.
        await announce.wake(conversation)
    elif message.for_bot and message.answered_at is None:
        by_engine = _call_person if message.choice == record.CALL_PERSON else _by_engine
        last_words = await by_engine(conversation, message)
        if last_words is not None:
            return Outcome(last_words, State.CLOSED)
    return await in_pool(_outcome)(conversation, message)


async def _by_engine(conversation: Conversation, message: Message) -> list[dict[str, Any]] | None:
    try:
        async with turn(conversation, _PATIENCE_SECONDS) as held:
            return await _work_off(held, until=message.number)
    except Busy as busy:
        raise Refused("engine_unavailable") from busy


async def _call_person(conversation: Conversation, message: Message) -> list[dict[str, Any]] | None:
    """Let the engine sum up for the person, or take a message for later; but need it for neither.

    What it says when the door has handed over meanwhile, is dropped.
    """
    work = background.start(_by_engine(conversation, message))
    await asyncio.wait({work}, timeout=_PERSON_PATIENCE_SECONDS)
    if work.done() and work.exception() is None:
        return work.result()
    await in_pool(_hand_to_person)(conversation, message)
    await announce.wake(conversation)
    return None


async def _work_off(held: Turn, until: int | None) -> list[dict[str, Any]] | None:
    """Answer the unanswered; return the last words when that erased the conversation."""
    conversation = held.conversation
    while message := await in_pool(_next_unanswered)(conversation, until):
        await held.renew()
        last_words = await _answer_one(conversation, message)
        if last_words is not None:
            return last_words
        await announce.wake(conversation)
    return None


async def _answer_one(conversation: Conversation, message: Message) -> list[dict[str, Any]] | None:
    if await in_pool(_door_answers)(conversation, message):
        return None
    await announce.typing(conversation, Sender.BOT, await in_pool(bot_name)(), sentences.LOOKING_UP)
    try:
        # To the engine, a call for a person is what anybody may type.
        choice = "" if message.choice == record.CALL_PERSON else message.choice
        reply = await engine.ask(conversation.public_id, message.number, message.text, choice)
    except engine.EngineUnavailable as failure:
        # That an engine is away shows on /healthz; that one fails shows only here.
        logger.log(
            logging.WARNING if failure.reached else logging.INFO,
            "No answer from the engine: %s",
            failure,
        )
        if not await in_pool(_gives_up)(conversation, message, failure):
            raise Refused("engine_unavailable") from failure
        return None
    said = await in_pool(_keep)(conversation, message, reply)
    if not reply.erase:
        return None
    last_words = [record.as_public(one) for one in said]
    await erasure.erase_in_turn(conversation, last_words)
    return last_words


def _next_unanswered(conversation: Conversation, until: int | None) -> Message | None:
    waiting = Message.objects.filter(conversation=conversation, for_bot=True, answered_at=None)
    if until is not None:
        waiting = waiting.filter(number__lte=until)
    return waiting.order_by("number").first()


@transaction.atomic
def _door_answers(conversation: Conversation, message: Message) -> bool:
    """Answer what concerns who is talking, which is not the engine's to decide."""
    # Locked, since a hand-over changes both what is read here.
    locked = Conversation.objects.select_for_update().filter(pk=conversation.pk).first()
    unanswered = Message.objects.filter(pk=message.pk, for_bot=True, answered_at=None)
    if locked is None or not unanswered.exists():
        return False
    if message.choice == record.PERSON:
        _hand_to_person(conversation, message)
        return True
    if message.choice == record.GO_ON or locked.state in {State.WAITING, State.STAFF}:
        changed = hand_over(conversation, State.BOT, "the customer asked the bot to go on")
        again = sentences.STILL_WITH_BOT[message.number % len(sentences.STILL_WITH_BOT)]
        words = sentences.BACK_WITH_BOT if changed else again
        _settle(conversation, message, [Utterance(words)])
        return True
    if locked.state == State.CLOSED:
        hand_over(conversation, State.BOT, "the customer wrote again")
    return False


@transaction.atomic
def _hand_to_person(conversation: Conversation, message: Message) -> None:
    if _settle(conversation, message, [Utterance(with_a_person(), [GO_ON])]):
        hand_over(conversation, State.WAITING, "the customer asked for a person")


@transaction.atomic
def _keep(conversation: Conversation, message: Message, reply: engine.Reply) -> list[Message]:
    _lock(conversation)
    understood = reply.understood
    Message.objects.filter(pk=message.pk).update(
        intent=understood.intent[:80],
        confidence=understood.confidence,
        entities=understood.entities,
        actions=understood.actions,
    )
    conversation_changed.send(Conversation, pk=conversation.pk)
    utterances = reply.utterances
    if reply.hand_over:
        utterances = utterances or [Utterance(with_a_person())]
        utterances[-1].buttons.append(GO_ON)
    said = _settle(conversation, message, utterances)
    kept = {"summary": reply.summary, "remembered": reply.remember[:40]}
    Conversation.objects.filter(pk=conversation.pk).update(
        **{column: value for column, value in kept.items() if value}
    )
    if reply.hand_over and said:
        hand_over(conversation, State.WAITING, "the engine handed over")
    elif reply.close and said:
        hand_over(conversation, State.CLOSED, "the bot ended it")
    return said


def _gives_up(
    conversation: Conversation, message: Message, failure: engine.EngineUnavailable
) -> bool:
    """Count a failure; skip a message on which an engine that is there fails time and again."""
    message.attempts += failure.reached
    Message.objects.filter(pk=message.pk).update(attempts=message.attempts)
    if message.attempts < _MOST_ATTEMPTS:
        return False
    _settle(conversation, message, [Utterance(sentences.GAVE_UP, [_PERSON])])
    return True


def _lock(conversation: Conversation) -> None:
    """Lock the conversation before its messages, as all others do: so nobody waits in a ring."""
    list(Conversation.objects.select_for_update().filter(pk=conversation.pk).values_list("pk"))


def _settle(
    conversation: Conversation, message: Message, utterances: list[Utterance]
) -> list[Message]:
    """Write the answer down, unless somebody else answered while it was being made."""
    with transaction.atomic():
        _lock(conversation)
        answered = Message.objects.filter(pk=message.pk)
        waits = answered.filter(for_bot=True, answered_at=None)
        still_for_bot = waits.update(answered_at=clock.now())
        if not still_for_bot:
            answered.update(answered_at=clock.now())
            return []
        return record.say(conversation, Sender.BOT, bot_name(), utterances, reply_to=message)


def _outcome(conversation: Conversation, message: Message) -> Outcome:
    state = Conversation.objects.filter(pk=conversation.pk).values_list("state", flat=True).first()
    if state is None:
        raise Refused("unknown_token")
    return Outcome([record.as_public(one) for one in record.answers_to(message)], state)
