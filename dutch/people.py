"""Names of people, as the public forms in many countries write them: made up, no one's own."""

import random
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import srsly
from faker import Faker

LISTS: dict[str, Any] = srsly.read_yaml(Path(__file__).parent / "lists.yml")
LOCALES: dict[str, int] = LISTS["locales"]


@dataclass(frozen=True)
class Person:
    first: str
    last: str

    @property
    def full(self) -> str:
        return f"{self.first} {self.last}"


class People:
    """Draws people; the same seed draws the same people."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._fakers: dict[str, Faker] = {}
        for number, locale in enumerate(LOCALES):
            self._fakers[locale] = Faker(locale)
            self._fakers[locale].seed_instance(seed + number)

    def draw(self) -> Person:
        return self._random.choices(
            (self._from_locale, self._moroccan, self._surinamese, self._regional, self._particle),
            weights=(10, 3, 1, 2, 4),
        )[0]()

    def first_names(self, draws: int = 6000) -> set[str]:
        """Enough draws to meet nearly all of them."""
        drawn = {self.draw().first for _ in range(draws)}
        return drawn | {*LISTS["moroccan_first"], *LISTS["grown_up_first"]}

    def _from_locale(self) -> Person:
        locale = self._random.choices(tuple(LOCALES), weights=tuple(LOCALES.values()))[0]
        faker = self._fakers[locale]
        first = self._dutch_first() if locale == "nl_NL" else faker.first_name()
        return Person(first, faker.last_name())

    def _dutch_first(self) -> str:
        if self._random.random() < 0.5:
            return str(self._random.choice(LISTS["grown_up_first"]))
        return str(self._fakers["nl_NL"].first_name())

    def _moroccan(self) -> Person:
        first = self._random.choice(LISTS["moroccan_first"])
        return Person(first, self._random.choice(LISTS["moroccan_last"]))

    def _surinamese(self) -> Person:
        return Person(self._dutch_first(), self._random.choice(LISTS["surinamese_last"]))

    def _regional(self) -> Person:
        return Person(self._dutch_first(), self._random.choice(LISTS["northern_last"]))

    def _particle(self) -> Person:
        particle = self._random.choice(LISTS["particles"])
        stem = self._random.choice(LISTS["stems"])
        return Person(self._dutch_first(), f"{particle} {stem}")
