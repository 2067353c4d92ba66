"""What a walk leaves behind: its conversations, and the promises broken in them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from tests.dialogue.walk.talk import Talk

EXAMPLES = 3


@dataclass(frozen=True)
class Violation:
    kind: str
    detail: str
    talk: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.detail}\n{self.talk}"


@dataclass
class Report:
    turns: int = 0
    talks: list[Talk] = field(default_factory=list)
    violations: list[Violation] = field(default_factory=list)
    appointments: set[str] = field(default_factory=set)

    def __str__(self) -> str:
        counts = Counter(violation.kind for violation in self.violations)
        heading = (
            f"{self.turns} turns, {len(self.talks)} conversations, {counts.total()} violations"
        )
        return "\n".join([heading, *(f"{n:5} {kind}" for kind, n in counts.most_common())])

    def examples(self, most: int = EXAMPLES) -> str:
        """The first violations of each kind, with their conversations."""
        by_kind: dict[str, list[Violation]] = defaultdict(list)
        for violation in self.violations:
            by_kind[violation.kind].append(violation)
        return "\n\n".join(str(one) for ones in by_kind.values() for one in ones[:most])
