"""A good conversation as a test, in the form that Rasa's `rasa test core` takes."""

from collections.abc import Iterable, Iterator
from typing import Any

import yaml
from django.contrib.auth.models import User

from bot.chat.models import Conversation, Message, Sender
from bot.clock import ZONE
from bot.review.correcting.agreement import agreed
from bot.review.learning.neutral import marked, neutral, with_personal
from bot.review.masking import Masker
from bot.review.models import GoodConversation
from bot.review.understanding import FALLBACK

Step = dict[str, Any]

_FORM = "_form"
_LEAVES_FORM = "action_deactivate_loop"
_LONGEST_TITLE = 80
_HEADER = (
    "# Goede gesprekken, door medewerkers aangewezen. Persoonsgegevens zijn vervangen.\n"
    "# Bij elk staat wanneer het was: BOT_NOW=<dat moment> rasa test core --stories <dit bestand>\n"
)


class NothingToTest(Exception):
    """The engine understood nothing in this conversation."""


def mark_good(conversation: Conversation, user: User) -> GoodConversation:
    """Keep a conversation as a test; what staff corrected in it counts."""
    messages = list(_with_the_bot(conversation))
    mask = Masker.of(conversation)
    steps = list(_steps(messages, mask))
    words = next((step["user"] for step in steps if "user" in step), None)
    if words is None:
        raise NothingToTest
    good, _ = GoodConversation.objects.update_or_create(
        conversation=conversation,
        defaults={
            "title": _title(messages, mask),
            "steps": steps,
            "held": messages[0].created,
            "user": user,
            "name": user.get_username(),
        },
    )
    return good


def as_story(good: GoodConversation) -> str:
    """Return one conversation as Rasa's stories, to be held again."""
    return _dumped([good])


def as_rasa(all_good: Iterable[GoodConversation]) -> str:
    """Return conversations as a file for `rasa test core`."""
    all_good = list(all_good)
    return f"{_HEADER}{_dumped(all_good)}" if all_good else ""


def moment(good: GoodConversation) -> str:
    """Return when it was held, as BOT_NOW takes it."""
    return good.held.astimezone(ZONE).strftime("%Y-%m-%dT%H:%M")


def _dumped(all_good: Iterable[GoodConversation]) -> str:
    stories = [
        {"story": f"gesprek {good.pk}, {moment(good)}", "steps": good.steps} for good in all_good
    ]
    return yaml.safe_dump(
        {"version": "3.1", "stories": stories}, allow_unicode=True, sort_keys=False, width=1000
    )


def _with_the_bot(conversation: Conversation) -> Iterator[Message]:
    """Yield what the customer said to the bot, until a person came in or it was misunderstood.

    What the bot did about a message that it took for something else is no example.
    """
    for message in conversation.messages.order_by("number"):
        if message.sender == Sender.STAFF or _misunderstood(message):
            return
        if message.sender == Sender.CUSTOMER and message.intent:
            yield message


def _steps(messages: Iterable[Message], mask: Masker) -> Iterator[Step]:
    loop: str | None = None
    for message in messages:
        yield _said(message, mask)
        last = len(message.actions) - 1
        for place, action in enumerate(message.actions):
            yield {"action": action}
            if action.endswith(_FORM):
                if action != loop:
                    yield {"active_loop": action}
                    loop = action
                # A form asks on at the end of a turn; what comes after it is what it was for.
                if place < last:
                    yield from _left()
                    loop = None
            elif action == _LEAVES_FORM and loop:
                yield {"active_loop": None}
                loop = None


def _left() -> Iterator[Step]:
    yield {"active_loop": None}
    yield {"slot_was_set": [{"requested_slot": None}]}


def _misunderstood(message: Message) -> bool:
    """Whether staff say that it meant something else. What the bot asked back about was doubt."""
    correction = agreed(message)
    doubted = message.intent == FALLBACK
    return correction is not None and not doubted and correction.intent != message.intent


def _said(message: Message, mask: Masker) -> Step:
    """Tell what was said and meant; a button, and what nobody understood, by its intent alone."""
    if message.choice or message.intent == FALLBACK:
        return {"intent": message.intent}
    correction = agreed(message)
    entities = with_personal(correction) if correction else message.entities
    told = neutral(message.text, entities, mask)
    return {"user": marked(told.text, told.entities, with_values=True), "intent": message.intent}


def _title(messages: list[Message], mask: Masker) -> str:
    first = next(each for each in messages if not each.choice)
    return neutral(first.text, first.entities, mask).text[:_LONGEST_TITLE]
