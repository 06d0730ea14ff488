"""How much work something is, counted instead of timed: the same on every run and every machine."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Sequence
from types import FrameType
from typing import Any
from unittest.mock import patch

#: After how many of its own steps SQLite is counted.
_OF_SQLITE = 100


def steps(work: Callable[[], object]) -> int:
    """The steps of Python's own machine and of SQLite's that a piece of work takes.

    What a single step does in C, such as looking through a long list, counts as one step.
    """
    taken = 0

    def trace(frame: FrameType, event: str, _: object) -> Any:
        nonlocal taken
        if event == "call":
            frame.f_trace_lines, frame.f_trace_opcodes = False, True
        taken += event == "opcode"
        return trace

    def count_sqlite() -> None:
        nonlocal taken
        taken += _OF_SQLITE

    connect = sqlite3.connect

    def counted(*arguments: Any, **options: Any) -> sqlite3.Connection:
        database: sqlite3.Connection = connect(*arguments, **options)
        database.set_progress_handler(count_sqlite, _OF_SQLITE)
        return database

    before = sys.gettrace()  # that of a measurement of coverage, perhaps
    with patch("sqlite3.connect", counted):
        sys.settrace(trace)
        try:
            work()
        finally:
            sys.settrace(before)
    return taken


def growth(taken: Sequence[int]) -> float:
    """How work grows over three sizes, each twice the one before: 2 where it is in line with its size, 4 as a square.

    The work that is the same for every size does not count.
    """
    small, middle, large = taken
    return (large - middle) / (middle - small)
