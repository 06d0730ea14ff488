"""An answer: typed columns, rows, notes, and where it comes from."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from sscb_graph.basis import BASES

Row = dict[str, Any]


@dataclass(frozen=True)
class Origin:
    """Where an answer comes from: which store, which plan, which seed and its digest."""

    store: str
    plan: str
    seed: str
    digest: str
    #: The load that filled a shared store; None for the embedded store.
    load: str | None = None

    def as_dict(self) -> dict[str, str]:
        """The ``from`` of an answer's JSON."""
        known = {"store": self.store, "plan": self.plan, "seed": self.seed, "digest": self.digest}
        return {**known, "load": self.load} if self.load else known


@dataclass(frozen=True)
class Answer:
    """What a question answers."""

    question: str
    parameters: dict[str, Any]
    columns: tuple[str, ...]
    rows: list[Row]
    origin: Origin
    notes: list[str] = field(default_factory=list)
    #: What the question asks, and the things that it asks about, in words.
    heading: str = ""
    subjects: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The JSON form that the contract gives."""
        return {
            "question": self.question,
            "parameters": self.parameters,
            "columns": list(self.columns),
            "rows": self.rows,
            "notes": self.notes,
            "from": self.origin.as_dict(),
        }

    def basis_counts(self) -> dict[str, int]:
        """How many rows each basis contributes, strongest first, without zeros."""
        counted = Counter(row.get("basis") for row in self.rows)
        return {basis: counted[basis] for basis in BASES if counted[basis]}
