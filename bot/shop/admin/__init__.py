from bot.shop.admin.appointments import AppointmentAdmin
from bot.shop.admin.catalogue import OrderAdmin, ProductAdmin, ServiceAdmin
from bot.shop.admin.messages import StaffMessageAdmin
from bot.shop.admin.shop import OpeningExceptionAdmin, OpeningIntervalAdmin, ShopAdmin

__all__ = [
    "AppointmentAdmin",
    "OpeningExceptionAdmin",
    "OpeningIntervalAdmin",
    "OrderAdmin",
    "ProductAdmin",
    "ServiceAdmin",
    "ShopAdmin",
    "StaffMessageAdmin",
]
