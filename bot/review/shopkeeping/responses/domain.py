"""The responses of domain.yml, by the headings that they stand under there."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml
from django.conf import settings

# The headings of domain.yml; what stands under another one keeps its own words.
_GROUPS = {
    "conversation: the first word and the last": "Het gesprek zelf",
    "the titles of buttons that ask which question was meant": "Knoppen: wat bedoel je?",
    "shop: opening hours": "Openingstijden",
    "shop: where it is, how to reach it, who is there": "De winkel: adres, contact, betalen",
    "price": "Prijzen en korting",
    "service": "Service",
    "service: orders": "Bestellingen",
    "service: when it is not right": "Garantie, ruilen, klachten",
    "appointment: making one": "Een afspraak maken",
    "appointment: one that exists": "Een afspraak verzetten of afzeggen",
    "advice: tests": "Oogmeting en hoortest",
    "advice: what is there": "Wat er te koop is",
    "advice: listening": "Klachten aan ogen en oren, advies",
    "handing over to a person": "Doorgeven aan een medewerker",
}
_HEADING = re.compile(r"# (?P<heading>.+)")
_RESPONSE = re.compile(r"  (?P<name>utter_\w+):")
# Short words on a button, said by the customer.
_TITLES = "utter_choice_"


@dataclass(frozen=True)
class Response:
    name: str
    group: str
    texts: tuple[str, ...]
    # The titles of the buttons under each text.
    buttons: tuple[tuple[str, ...], ...]

    @property
    def is_title(self) -> bool:
        return self.name.startswith(_TITLES)


def responses() -> Mapping[str, Response]:
    path = settings.BASE_DIR / "domain.yml"
    return _read(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=1)
def _read(path: Path, written_at: int) -> dict[str, Response]:
    source = path.read_text("utf-8")
    groups = dict(_groups(source))
    written = yaml.load(source, Loader=yaml.CSafeLoader)["responses"]
    return {
        name: Response(
            name,
            groups.get(name, ""),
            tuple(variant["text"] for variant in variants),
            tuple(tuple(b["title"] for b in v.get("buttons", ())) for v in variants),
        )
        for name, variants in written.items()
        if all("text" in variant for variant in variants)
    }


def _groups(source: str) -> Iterator[tuple[str, str]]:
    heading = ""
    for line in source.partition("\nresponses:")[2].splitlines():
        if found := _HEADING.fullmatch(line):
            heading = found["heading"]
        elif found := _RESPONSE.fullmatch(line):
            yield found["name"], _GROUPS.get(heading, heading)
