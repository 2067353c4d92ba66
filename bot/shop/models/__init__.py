from bot.shop.models.appointments import Appointment, AppointmentState, TakenQuarter
from bot.shop.models.catalogue import Product, Service
from bot.shop.models.hours import ExceptionInterval, OpeningException, OpeningInterval, Weekday
from bot.shop.models.messages import StaffMessage
from bot.shop.models.orders import Order, OrderStatus
from bot.shop.models.responses import ResponseText
from bot.shop.models.rules import AfterKeptDays, HouseRules
from bot.shop.models.shop import Shop, ShopNotLoaded
from bot.shop.models.waiting import WaitingRules

__all__ = [
    "AfterKeptDays",
    "Appointment",
    "AppointmentState",
    "ExceptionInterval",
    "HouseRules",
    "OpeningException",
    "OpeningInterval",
    "Order",
    "OrderStatus",
    "Product",
    "ResponseText",
    "Service",
    "Shop",
    "ShopNotLoaded",
    "StaffMessage",
    "TakenQuarter",
    "WaitingRules",
    "Weekday",
]
