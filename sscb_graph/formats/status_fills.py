"""The fills of statuses in files, always behind the word itself: dark text on each has a contrast of 7 to 1 or more."""

from __future__ import annotations

from collections.abc import Mapping
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


def cell_fill(column: Column | None, value: Any, own: Mapping[str, str]) -> str | None:
    """The fill of a cell that holds a status, by what its word means in every plan or, as ``own`` says, in this one.

    None for any other cell, and for a word that means no known status.
    """
    if not (isinstance(column, Status) and isinstance(value, str)):
        return None
    return STATUS_FILLS.get(own.get(value) or STATUS_WORDS.get(fold(value), ""))
