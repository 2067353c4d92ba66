"""The form of shop.yml. A key that is not here is a mistake, since it would do nothing."""

import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from bot.shop.models import OrderStatus
from bot.shop.shopfile.types import (
    Count,
    Email,
    Hours,
    Line,
    Money,
    Name,
    Postcode,
    ShortName,
    Text,
    Web,
)


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class AddressPart(Part):
    street: Annotated[str, Field(min_length=1, max_length=120)]
    postcode: Postcode
    town: Name


class ShopPart(Part):
    name: Name
    person: ShortName
    colleagues: list[ShortName] = []
    bot_name: ShortName
    since: Annotated[int, Field(ge=1000, le=9999)]
    address: AddressPart
    phone: Annotated[str, Field(min_length=1, max_length=20)]
    email: Email
    website: Web | Literal[""] = ""
    instagram: Annotated[str, Field(max_length=60)] = ""
    parking: Line | Literal[""] = ""
    bike: Line | Literal[""] = ""
    bus: Line | Literal[""] = ""
    accessible: Line | Literal[""] = ""


class ExceptionPart(Part):
    date: datetime.date | None = None
    first: datetime.date | None = Field(default=None, alias="from")
    to: datetime.date | None = None
    hours: Hours
    reason: Annotated[str, Field(max_length=80)] = ""

    @model_validator(mode="after")
    def _one_day_or_a_range(self) -> "ExceptionPart":
        ranged = self.first is not None and self.to is not None
        if (self.date is None) == (not ranged) or (self.first is None) != (self.to is None):
            raise ValueError("needs either a date, or a from and a to")
        if self.first and self.to and self.to < self.first:
            raise ValueError(f"ends on {self.to}, before it begins on {self.first}")
        return self

    @property
    def days(self) -> tuple[datetime.date, datetime.date]:
        first, last = self.date or self.first, self.date or self.to
        if first is None or last is None:
            raise ValueError("validated when read, so it has days")
        return first, last


class OpeningHoursPart(Part):
    monday: Hours
    tuesday: Hours
    wednesday: Hours
    thursday: Hours
    friday: Hours
    saturday: Hours
    sunday: Hours
    public_holidays: Literal["closed", "as usual"]
    exceptions: list[ExceptionPart] = []

    @property
    def week(self) -> tuple[Hours, ...]:
        return (
            self.monday,
            self.tuesday,
            self.wednesday,
            self.thursday,
            self.friday,
            self.saturday,
            self.sunday,
        )


class DeliveryPart(Part):
    shipping_cost: Money
    days: Count
    countries: list[Annotated[str, Field(pattern=r"^[A-Z]{2}$")]]


class PolicyPart(Part):
    discounts: Literal["never"]
    reason: Text
    free_help: list[Line]
    return_days: Count
    frame_warranty_years: Count
    glass_warranty_years: Count
    glass_scratch_warranty: bool
    fit_promise: Text
    payment: Annotated[list[Line], Field(min_length=1)]
    gift_cards: bool
    delivery: DeliveryPart
    home_visits: Text | Literal[""] = ""
    insurers: list[Name]
    insurance: Text


class ServicePart(Part):
    key: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=50)]
    name: Name
    phrase: Annotated[str, Field(max_length=80)] = ""
    minutes: Annotated[int, Field(ge=5, le=480)]
    price: Money | None = None
    price_from: Money | None = None
    price_to: Money | None = None
    note: Annotated[str, Field(max_length=200)] = ""
    walk_in: bool = False

    @model_validator(mode="after")
    def _price_or_range(self) -> "ServicePart":
        has_price = self.price is not None
        ends = [end for end in (self.price_from, self.price_to) if end is not None]
        if len(ends) != (0 if has_price else 2):
            raise ValueError("needs either a price, or a price_from and a price_to")
        if ends != sorted(ends):
            raise ValueError("has a price_to that is lower than its price_from")
        return self


class AppointmentsPart(Part):
    """The bot's way of working; only the horizon is the shop's to choose."""

    horizon_days: Annotated[int, Field(ge=1, le=365)]
    grid_minutes: Literal[15] = 15
    capacity: Literal[1] = 1
    ends_before_closing: Literal[True] = True
    needs: list[str] = []
    confirm: str = ""
    found_by: str = ""
    home_visits: str = ""


class ProductPart(Part):
    sku: ShortName
    brand: Annotated[str, Field(min_length=1, max_length=60)]
    name: Name
    kind: ShortName
    colour: Annotated[str, Field(max_length=40)] = ""
    price: Money
    stock: Count
    expected: datetime.date | None = None


class GlassesFromPart(Part):
    enkelvoudig: Money
    multifocaal: Money


class OrderPart(Part):
    number: Annotated[str, Field(pattern=r"^[0-9]{6}$")]
    postcode: Postcode
    status: Annotated[OrderStatus, Field(strict=False)]
    item: Annotated[str, Field(min_length=1, max_length=120)]
    ready_since: datetime.date | None = None
    expected: datetime.date | None = None
    shipped: datetime.date | None = None
    collected: datetime.date | None = None
    reason: Annotated[str, Field(max_length=200)] = ""
    carrier: Annotated[str, Field(max_length=60)] = ""

    @model_validator(mode="after")
    def _has_the_date_of_its_status(self) -> "OrderPart":
        needed = {
            OrderStatus.READY: "ready_since",
            OrderStatus.SHIPPED: "shipped",
            OrderStatus.COLLECTED: "collected",
        }.get(self.status)
        if needed and getattr(self, needed) is None:
            raise ValueError(f"is {self.status}, so it needs {needed}")
        return self


class PrivacyPart(Part):
    kept_days: Annotated[int, Field(ge=1, le=3650)]
    read_by: Text
    used_for: Text
    erase: str = ""


class ShopFile(Part):
    shop: ShopPart
    opening_hours: OpeningHoursPart
    policy: PolicyPart
    services: list[ServicePart]
    appointments: AppointmentsPart
    products: list[ProductPart]
    glasses_from: GlassesFromPart
    orders: list[OrderPart] = []
    privacy: PrivacyPart
    # Told for the reader of the file; how the bot hands over and speaks is not a setting.
    handover: dict[str, Any] = {}
    languages: str = ""
