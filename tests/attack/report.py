"""What an attack found: how often it tried, what happened, and what should not have."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

__all__ = ["Report"]

_SHOWN = 20
"""How many failures a page shows in words; the rest are counted."""


@dataclass
class Report:
    """The figures of one attack: `tried` cases, `outcomes` by kind, and each failure in a sentence."""

    attack: str
    tried: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)

    def count(self, outcome: str) -> None:
        """Note a case that ended as it may: `outcome` names the kind of its end ("exit 2", "refused")."""
        self.tried += 1
        self.outcomes[outcome] += 1

    def fail(self, sentence: str) -> None:
        """Note a case that ended as it must not; `sentence` says which case and what happened."""
        self.tried += 1
        self.failures.append(sentence)

    def __str__(self) -> str:
        """A line of figures, and a line for each of the first failures."""
        ends = ", ".join(f"{number:,} {outcome}" for outcome, number in sorted(self.outcomes.items()))
        lines = [f"{self.attack}: {self.tried:,} tried, {len(self.failures):,} failed ({ends})"]
        lines += [f"  {failure}" for failure in self.failures[:_SHOWN]]
        if len(self.failures) > _SHOWN:
            lines.append(f"  and {len(self.failures) - _SHOWN:,} more")
        return "\n".join(lines)
