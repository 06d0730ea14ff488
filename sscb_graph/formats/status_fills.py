"""The fills of statuses in files, always behind the word itself: dark text on each has a contrast of 7 to 1 or more."""

from __future__ import annotations

from typing import Any

from sscb_graph.model.vocabulary import STATUS_WORDS, KnownStatus
from sscb_graph.questions.columns import Column, Status
from sscb_graph.text import fold

#: As hexadecimal RGB, in the hues that the words name; what is completed is blue, as boards show it.
STATUS_FILLS: dict[str, str] = {
    KnownStatus.COMPLETED: "#bdd7ee",
    KnownStatus.GREEN: "#c6e0b4",
    KnownStatus.AMBER: "#ffd58a",
    KnownStatus.RED: "#f6c1bc",
}


def status_fill(word: str) -> str | None:
    """The fill of a status by its word; None for a word whose meaning only a plan knows."""
    meaning = STATUS_WORDS.get(fold(word))
    return STATUS_FILLS[meaning] if meaning else None


def cell_fill(column: Column | None, value: Any) -> str | None:
    """The fill of a cell: that of a status by its word, and none for any other."""
    return status_fill(value) if isinstance(column, Status) and isinstance(value, str) else None
