"""The forms of what goes in and out. What a message's text may be is checked in bot.chat.text."""

from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import ConfigDict, Field, StrictBool, StrictInt, StrictStr

from bot.chat.errors import STATUS
from bot.chat.text import LONGEST


class Opening(Schema):
    page: str | None = Field(None, description="Het adres van de pagina waar de klant is.")
    returning: str | None = Field(None, description="Token van een eerder gesprek.")


class Sent(Schema):
    model_config = ConfigDict(
        json_schema_extra={"anyOf": [{"required": ["text"]}, {"required": ["choice"]}]}
    )

    # How long it is, is counted after trimming, in bot.chat.text.
    text: Annotated[
        StrictStr | None, Field(json_schema_extra={"minLength": 1, "maxLength": LONGEST})
    ] = None
    choice: StrictStr | None = Field(
        None, description="De id van een aangeboden knop, of `person`: die kan altijd."
    )
    client_id: UUID | None = None


class Judgement(Schema):
    message: StrictInt
    helpful: StrictBool


class ButtonOut(Schema):
    id: str
    title: str


class CardOut(Schema):
    model_config = ConfigDict(extra="allow")

    kind: str = Field("", description="appointment, order, product of route")
    title: str = ""
    lines: list[str] = []
    url: str | None = None
    ics: str | None = None


class MessageOut(Schema):
    model_config = ConfigDict(populate_by_name=True)

    id: int
    from_: Annotated[Literal["customer", "bot", "staff"], Field(alias="from")]
    name: str
    text: str
    buttons: list[ButtonOut]
    card: CardOut | None = None
    client_id: UUID | None = Field(None, description="Zoals de klant het bericht merkte.")
    helpful: bool | None = Field(None, description="Het oordeel van de klant, als dat er is.")
    at: str


class Opened(Schema):
    token: str
    conversation: UUID
    messages: list[MessageOut]


class Answered(Schema):
    messages: list[MessageOut]
    state: Literal["bot", "waiting", "staff", "closed"]


class Complaint(Schema):
    code: Annotated[str, Field(json_schema_extra={"enum": sorted(STATUS)})]
    message: str = Field(description="Een zin voor de klant.")


class Problem(Schema):
    error: Complaint


def problems(*statuses: int) -> dict[int, Any]:
    """Return what an operation may refuse with, and what every one may."""
    return dict.fromkeys(sorted({*statuses, 403, 413, 500}), Problem)


DESCRIPTION = """\
Open a conversation, keep its token, and send the token along as `Authorization: Bearer <token>`.
Every refusal has the same form: a code, and a Dutch sentence that can be shown to the customer.
"""

LAST_EVENT_ID = {
    "name": "Last-Event-ID",
    "in": "header",
    "required": False,
    "schema": {"type": "string"},
    "description": "The last id that was heard; wins over `after`.",
}

EVENT_STREAM = {
    "description": (
        "An id is that of the message, to come back with as Last-Event-ID. `data` is JSON: a"
        ' message, {"state": ...}, or {"from", "name", "text"} of who types or looks something up.'
        " A comment line every 20 seconds keeps the line open."
    ),
    "content": {
        "text/event-stream": {
            "schema": {
                "type": "object",
                "properties": {
                    "id": {"type": "string", "pattern": "^[0-9]+$"},
                    "event": {"type": "string", "enum": ["message", "state", "typing"]},
                    "data": {"type": "string", "contentMediaType": "application/json"},
                },
                "required": ["event", "data"],
            }
        }
    },
}
