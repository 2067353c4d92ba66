"""The forms of what goes in and out. What a message's text may be is checked in bot.chat.text."""

from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import ConfigDict, Field, StrictBool, StrictInt, StrictStr


class Opening(Schema):
    page: str | None = Field(None, description="Het adres van de pagina waar de klant is.")
    returning: str | None = Field(None, description="Token van een eerder gesprek.")


class Sent(Schema):
    text: StrictStr | None = Field(None, description="1 tot 1000 tekens")
    choice: StrictStr | None = Field(None, description="De id van een aangeboden knop.")
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
    at: str


class Opened(Schema):
    token: str
    conversation: UUID
    messages: list[MessageOut]


class Answered(Schema):
    messages: list[MessageOut]
    state: Literal["bot", "waiting", "staff", "closed"]


class Complaint(Schema):
    code: str
    message: str


class Problem(Schema):
    error: Complaint


PROBLEMS: dict[int, Any] = {
    400: Problem,
    401: Problem,
    404: Problem,
    429: Problem,
    503: Problem,
}
