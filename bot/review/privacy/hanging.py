"""Everything that hangs on a conversation, whichever part of the console keeps it.

Django knows which tables point at a conversation or at its messages, so a table that is added
later is shown, exported, masked and erased without being named here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import ManyToOneRel, QuerySet

from bot.chat.models import Conversation, Message


@dataclass(frozen=True)
class Hanging:
    """The rows of one table that point at one conversation."""

    rows: QuerySet[Any]
    goes_by_itself: bool

    @property
    def title(self) -> str:
        return str(self.rows.model._meta.verbose_name_plural)


def hanging_on(conversation: Conversation) -> Iterator[Hanging]:
    for target in (Conversation, Message):
        # Hidden ones too, which have no name on this side.
        for relation in target._meta.get_fields(include_hidden=True):
            model: Any = relation.related_model
            if not isinstance(relation, ManyToOneRel) or model in {Conversation, Message}:
                continue
            # A message's rows are those of any message in it.
            path = relation.field.name + ("" if target is Conversation else "__conversation")
            yield Hanging(
                model._base_manager.filter(**{path: conversation}),
                relation.on_delete is models.CASCADE,
            )


def delete_what_would_stay(conversation: Conversation) -> int:
    """Delete what would outlive the conversation, such as an example that was learned from it."""
    return sum(
        hanging.rows.delete()[0]
        for hanging in hanging_on(conversation)
        if not hanging.goes_by_itself
    )


def texts_of(row: models.Model) -> Iterator["models.Field[Any, Any]"]:
    """Return the fields in which people write."""
    for field in row._meta.concrete_fields:
        is_text = isinstance(field, models.CharField | models.TextField | models.JSONField)
        if is_text and not field.choices and not field.unique:
            yield field


def as_data(row: models.Model) -> dict[str, Any]:
    """Return a row under the names that people know its fields by."""
    data: dict[str, Any] = {}
    for field in row._meta.concrete_fields:
        if field.primary_key or isinstance(field, models.ForeignKey):
            continue
        value = getattr(row, field.attname)
        shown = getattr(row, f"get_{field.name}_display", None)
        data[str(field.verbose_name)] = shown() if shown else value
    return data
