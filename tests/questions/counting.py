"""What figures a headline may have, as numbers counted from rows: the parts of every recount.

Nothing of the product is used here, so that a count that is wrong there is not wrong here too.
"""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

Row: TypeAlias = dict[str, Any]


@dataclass(frozen=True)
class Asked:
    """An answer as JSON gives it: its rows and parameters, its heading, and other questions.

    ``ask`` asks them of every thing and the facts on the same bases, ``ask_all`` on every basis. ``completed`` holds
    the words of the plan for what is done, in small letters.
    """

    rows: list[Row]
    parameters: dict[str, Any]
    heading: str
    ask: Callable[..., list[Row]]
    ask_all: Callable[..., list[Row]]
    completed: frozenset[str]


@dataclass
class Figures:
    """The figures that a headline must have, and those that it may have beside them."""

    must: set[int]
    may: set[int]


def figures(must: Iterable[int] = (), *may: Iterable[int]) -> Figures:
    found = Figures(set(must), {number for numbers in may for number in numbers})
    # A headline leaves out what there is none of.
    found.may |= {number for number in found.must if not number}
    found.must -= {0}
    return found


def distinct(rows: Iterable[Row], column: str) -> int:
    return len({row[column] for row in rows if row[column] is not None})


def each(rows: Iterable[Row], column: str) -> list[int]:
    """How many rows have each value of a column."""
    return list(Counter(row[column] for row in rows if row[column]).values())


def progress(rows: list[Row]) -> list[int]:
    """What may be said of some actions: how many have each status or none, and a last day or none."""
    statuses = Counter((row["status"] or "").lower() for row in rows)
    days = Counter(max(row["due"], key=last_day) if row["due"] else "" for row in rows)
    return [*statuses.values(), *days.values(), len(rows) - days[""]]


def last_day(date: str) -> str:
    """The last day that a day, month or year (ISO 8601) means."""
    if len(date) == 7:
        year, month = int(date[:4]), int(date[5:])
        return f"{date}-{calendar.monthrange(year, month)[1]:02}"
    return date if len(date) == 10 else f"{date}-12-31"


def in_words(date: str) -> str:
    """A day, month or year (ISO 8601) as people write it."""
    year, *rest = date.split("-")
    month = [calendar.month_name[int(part)] for part in rest[:1]]
    day = [str(int(part)) for part in rest[1:]]
    return " ".join([*day, *month, year])


def items(names: Iterable[str]) -> list[int]:
    """The numbers of some items of reports, which a headline may list behind the name of their report."""
    return [int(last) for name in names if (last := name.rpartition(" ")[2]).isdecimal()]


def days_counted(rows: list[Row]) -> list[int]:
    return list(Counter(day for row in rows for day in row["counted"]).values())
