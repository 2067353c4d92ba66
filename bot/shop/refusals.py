"""Why an appointment cannot be then, in the words of the people who make it."""

from bot.shop import appointments
from bot.shop.wording import full_day_words, hours_words

_REFUSALS: dict[type[appointments.SlotRefused], str] = {
    appointments.SlotTaken: "Op dit moment komt er al iemand anders.",
    appointments.InThePast: "Dit moment is al geweest.",
    appointments.TooFarAhead: "Zo ver vooruit kan nog niet geboekt worden.",
    appointments.OffGrid: "Een afspraak begint op een kwartier.",
}


def refusal_words(refusal: appointments.SlotRefused) -> str:
    if not isinstance(refusal, appointments.ShopClosed):
        return _REFUSALS[type(refusal)]
    opening = refusal.opening
    reason = f" vanwege {opening.reason}" if opening.reason else ""
    if not opening.is_open:
        return f"De winkel is {full_day_words(opening.day)} dicht{reason}."
    hours = (
        f"De tijden zijn {full_day_words(opening.day)}{reason} {hours_words(opening.intervals)}."
    )
    if isinstance(refusal, appointments.EndsAfterClosing):
        return f"De afspraak is niet klaar voordat de winkel dichtgaat. {hours}"
    return f"De winkel is dan dicht. {hours}"
