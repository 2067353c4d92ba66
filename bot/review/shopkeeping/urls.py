from datetime import date

from django.urls import path, register_converter

from bot.review.dates import sane_day
from bot.review.shopkeeping import views
from bot.review.shopkeeping.agenda import booking
from bot.review.shopkeeping.agenda import views as agenda
from bot.review.shopkeeping.hours import views as hours
from bot.review.shopkeeping.responses import views as responses
from bot.review.shopkeeping.wares import views as wares


class DayConverter:
    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        if day := sane_day(value):
            return day
        raise ValueError(value)

    def to_url(self, value: date) -> str:
        return value.isoformat()


register_converter(DayConverter, "day")

urlpatterns = [
    path("zaak/", views.shop, name="shop"),
    path("zaak/agenda/", agenda.day, name="agenda"),
    path("zaak/agenda/week/", agenda.week, name="agenda_week"),
    path("zaak/agenda/<day:day>.ics", agenda.day_file, name="agenda_file"),
    path("zaak/agenda/nieuw/", booking.new, name="appointment_new"),
    path("zaak/agenda/<int:pk>/", booking.appointment, name="appointment"),
    path("zaak/agenda/<int:pk>/verzetten/", booking.move, name="appointment_move"),
    path("zaak/agenda/<int:pk>/afzeggen/", booking.cancel, name="appointment_cancel"),
    path("zaak/agenda/<int:pk>/gegevens/", booking.change_person, name="appointment_person"),
    path("zaak/tijden/", hours.hours, name="hours"),
    path("zaak/tijden/proef/", hours.try_week, name="hours_try"),
    path("zaak/tijden/feestdagen/", hours.holidays_closed, name="holidays"),
    path("zaak/tijden/anders/", hours.exception, name="exception_new"),
    path("zaak/tijden/anders/proef/", hours.try_exception, name="exception_new_try"),
    path("zaak/tijden/anders/<int:pk>/", hours.exception, name="exception"),
    path("zaak/tijden/anders/<int:pk>/proef/", hours.try_exception, name="exception_try"),
    path("zaak/tijden/anders/<int:pk>/weg/", hours.remove_exception, name="exception_remove"),
    path("zaak/producten/", wares.products, name="products"),
    path("zaak/producten/nieuw/", wares.product, name="product_new"),
    path("zaak/producten/<int:pk>/", wares.product, name="product"),
    path("zaak/producten/<int:pk>/voorraad/", wares.stock, name="stock"),
    path("zaak/producten/<int:pk>/weg/", wares.remove_product, name="product_remove"),
    path("zaak/diensten/", wares.services, name="services"),
    path("zaak/diensten/<int:pk>/", wares.service, name="service"),
    path("zaak/bestellingen/", wares.orders, name="orders"),
    path("zaak/bestellingen/nieuw/", wares.order, name="order_new"),
    path("zaak/bestellingen/<int:pk>/", wares.order, name="order"),
    path("zaak/antwoorden/", responses.responses, name="responses"),
    path("zaak/antwoorden/<slug:name>/", responses.response, name="response"),
    path("zaak/antwoorden/<slug:name>/<int:place>/", responses.change, name="response_change"),
    path("zaak/antwoorden/<slug:name>/<int:place>/proef/", responses.look, name="response_look"),
    path(
        "zaak/antwoorden/<slug:name>/<int:place>/terug/",
        responses.restore,
        name="response_restore",
    ),
]
