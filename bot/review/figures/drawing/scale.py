"""Where the lines behind the bars stand."""

_NICE = (1, 2, 5)


def scale(largest: int) -> tuple[int, list[int]]:
    """Return the top of the axis and its steps: whole, round, and few."""
    step, times, place = 1, 1, 0
    while largest > step * 4:
        place += 1
        if place == len(_NICE):
            place, times = 0, times * 10
        step = _NICE[place] * times
    count = max(1, -(-largest // step))
    return step * count, [step * n for n in range(count + 1)]
