"""The sentences that many headlines share, each counted from the rows of the answer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from sscb_graph.model.basis import STATED, basis_counts, in_counts
from sscb_graph.model.dates import in_words, last_day
from sscb_graph.questions.columns import BASIS, STATUS_COUNTS, names
from sscb_graph.questions.rows import Row
from sscb_graph.text import listed, many, sentences

#: Of more days than this, a sentence names only the first and the last.
_DAYS = 3
#: Of more days than this by which actions count, a sentence names only the fullest.
_COUNTED_DAYS = 5
#: Of more names than this, a sentence gives the number.
_NAMED = 6


def progress(rows: Sequence[Row]) -> str:
    """How far some actions are and by what days they are due."""
    return sentences([statuses(rows), dues(rows)]) if rows else ""


def statuses(rows: Sequence[Row]) -> str:
    """How many of some actions have each status, and of how many none is recorded."""
    found = Counter(row["status"] for row in rows if row["status"])
    blank = len(rows) - found.total()
    if not found:
        return f"No status is recorded for {'it' if len(rows) == 1 else 'any'}."
    words = ", ".join(f"{number} {status}" for status, number in found.items())
    return f"Status: {words}{f'; none is recorded for {blank}' if blank else ''}."


def dues(rows: Sequence[Row]) -> str:
    """By what days some actions are due, each by the last day that it names."""
    last = Counter(max(row["due"], key=last_day) for row in rows if row["due"])
    undated = len(rows) - last.total()
    without = f"{undated} {'names' if undated == 1 else 'name'} no date" if undated else ""
    days = sorted(last, key=last_day)
    if len(days) > _DAYS:
        words = f"{last.total()} from {in_words(days[0])} to {in_words(days[-1])}"
    elif len(days) == 1 and last.total() == len(rows) > 1:
        words = f"all by {in_words(days[0])}"
    else:
        words = ", ".join(f"{last[day]} by {in_words(day)}" for day in days)
    return f"Due: {'; '.join(part for part in (words, without) if part)}."


def counted_days(rows: Sequence[Row]) -> str:
    """How many of some actions count by which day; of many days only the fullest is named."""
    found = Counter(day for row in rows for day in row["counted"])
    fullest, number = max(found.items(), key=lambda pair: (pair[1], pair[0]))
    if len(found) > _COUNTED_DAYS:
        return f"{number} of them by {in_words(fullest)}"
    return listed([f"{found[day]} by {in_words(day)}" for day in sorted(found)])


def counted_statuses(rows: Sequence[Row]) -> str:
    """How many actions have each status, from rows that count them."""
    totals = {name: sum(row[name] for row in rows) for name in names(STATUS_COUNTS)}
    blank = totals.pop("blank")
    words = ", ".join(f"{number} {name}" for name, number in totals.items() if number)
    none = f"no status is recorded for {blank}" if blank else ""
    return "; ".join(part for part in (words, none) if part)


def bases_of(rows: Sequence[Row], what: str = "") -> str:
    """How many rows are on each basis, as a sentence; "" where all are stated."""
    counts = basis_counts(row["basis"] for row in rows)
    if set(counts) <= {STATED}:
        return ""
    of_what = f" {what}" if what else ""
    if len(counts) == 1:
        return f"{'It is' if len(rows) == 1 else f'All{of_what} are'} {next(iter(counts))}."
    return f"{listed(in_counts(counts))}{of_what}."


def weaker_counts(rows: Sequence[Row], column: str = BASIS.name) -> str:
    """How many rows, or cells whose basis ``column`` holds, are weaker than stated: "2 inherited, 1 inferred"."""
    return ", ".join(in_counts(basis_counts(row[column] for row in rows if row[column] != STATED)))


def named(things: Iterable[str], one: str, more: str = "") -> str:
    """A count of things with their names, where these are few: "2 bodies: A and B"."""
    found = list(dict.fromkeys(things))
    count = many(len(found), one, more)
    return f"{count}: {listed(found)}" if 0 < len(found) <= _NAMED else count


def items_listed(names: Iterable[str]) -> str:
    """Names with numbers, those of the same report together.

    >>> items_listed(["Ofsted 3", "Ofsted 7", "Peer review 1"])
    'Ofsted 3, 7; Peer review 1'
    """
    groups: dict[str, list[str]] = {}
    for name in names:
        found = re.fullmatch(r"(.*\D) (\d\S*(?: \(\w+\))?)", name)
        groups.setdefault(found[1] if found else name, []).extend([found[2]] if found else [])
    return "; ".join(f"{start} {', '.join(numbers)}" if numbers else start for start, numbers in groups.items())


def by_kind(rows: Sequence[Row], column: str) -> str:
    """How many rows have each text in a column, in the order of the rows, for texts that are no adjectives.

    >>> by_kind([{"kind": "plan"}, {"kind": "report"}, {"kind": "plan"}], "kind")
    'plan 2, report 1'
    """
    return ", ".join(f"{word} {number}" for word, number in Counter(row[column] for row in rows).items())


def by_word(rows: Sequence[Row], column: str) -> str:
    """How many rows have each text in a column, the most frequent first: "4 under review, 2 former"."""
    found = Counter(row[column] for row in rows if row[column])
    return ", ".join(f"{number} {word}" for word, number in found.most_common())
