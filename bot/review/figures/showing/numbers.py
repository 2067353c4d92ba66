"""Numbers as they are written in Dutch."""

from django.utils.formats import number_format

from bot.review.figures.showing.cells import Cell, Minutes, Share, Wait, When


def shown(cell: Cell) -> str:
    """Return a cell as people read it."""
    match cell:
        case None:
            return "–"
        case Share(value):
            return percent(value)
        case Wait(seconds):
            return duration(seconds)
        case Minutes(minutes):
            return hours(minutes)
        case When():
            return cell.title
        case int():
            return whole(cell)
        case float():
            return decimal(cell)
    return str(cell)


def whole(number: int) -> str:
    return str(number_format(number, 0, force_grouping=True))


def many(number: int, one: str, more: str) -> str:
    return f"{whole(number)} {one if number == 1 else more}"


def decimal(number: float) -> str:
    # Left alone, Django cuts off what it does not show.
    return str(number_format(round(number, 1), 1, force_grouping=True))


def percent(share: float) -> str:
    return f"{decimal(share * 100)}%"


def duration(seconds: float) -> str:
    """Say how long something took, no more precise than anybody needs."""
    minutes = round(seconds / 60)
    if seconds < 60:
        return f"{round(seconds)} sec"
    if minutes < 60:
        return f"{minutes} min"
    if minutes < 48 * 60:
        full, rest = divmod(minutes, 60)
        return f"{full} uur {rest} min" if rest else f"{full} uur"
    return f"{whole(round(minutes / 1440))} dagen"


def hours(minutes: float) -> str:
    """Say an amount of work; a day of work has no fixed length, so it stays in hours."""
    if minutes < 60:
        return f"{whole(round(minutes))} min"
    full = minutes / 60
    return f"{whole(round(full)) if full >= 100 else decimal(full)} uur"


def compared(now: int, before: int) -> str:
    """Say how much more or less it is than before, and what it was."""
    if now == before:
        return "evenveel"
    if not before:
        return f"was {whole(before)}"
    change = (now - before) / before
    more = "meer" if change > 0 else "minder"
    return f"{whole(max(1, round(abs(change) * 100)))}% {more} (was {whole(before)})"
