"""An answer as text for a person: a table, the words and sources under it, notes and next steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from sscb_graph.formats import grid
from sscb_graph.formats.footer import count_rows, origin_line
from sscb_graph.formats.grid import list_lines
from sscb_graph.formats.terminal import Terminal
from sscb_graph.formats.values import as_text
from sscb_graph.graph.nodes import mark_topic
from sscb_graph.questions.answer import Answer
from sscb_graph.questions.columns import (
    BasisOfRow,
    Column,
    ConfirmedBy,
    FindingName,
    Parameters,
    Place,
    Reason,
    Source,
    Topic,
)
from sscb_graph.questions.rows import Row

#: How much of a source is shown; the other formats have it whole.
LONGEST_SOURCE = 300
BLANK = "-"
#: Of a list of row numbers, how many characters stand in a line.
_NUMBERS_WIDTH = 12
NumberedRow = tuple[int, Row]


def format_table(answer: Answer, next_steps: Sequence[str] = ()) -> str:
    """The whole answer, at most 80 columns wide where it is piped; in colour only on a terminal."""
    terminal = Terminal.of_stdout()
    parts = [[terminal.bold(line) for line in terminal.fold(answer.heading)] if answer.heading else []]
    parts[0] += [f"  {line}" for subject in answer.subjects for line in terminal.fold(subject, 2)]
    if answer.rows:
        tables, empty = _tables(terminal, answer)
        parts += [*tables, *_below(terminal, answer)]
        headings = ", ".join(column.name.replace("_", " ") for column in empty)
        parts += [terminal.fold(f"Empty or 0 in every row: {headings}.")] if empty else []
    if answer.notes:
        parts.append([terminal.bold("Notes"), *list_lines([("-", note) for note in answer.notes], 1, terminal)])
    parts.append(_footer(terminal, answer, next_steps))
    return "\n\n".join("\n".join(line.rstrip() for line in part) for part in parts)


def _tables(terminal: Terminal, answer: Answer) -> tuple[list[list[str]], list[Column]]:
    """The lines of the table, in parts where columns group; and the columns that are empty in every row."""
    columns = [column for column in answer.columns if column.place is Place.TABLE]
    groups = [column for column in answer.columns if column.place is Place.GROUP]
    empty = [column for column in columns if all(_is_empty(row[column.name]) for row in answer.rows)]
    shown = [column for column in columns if column not in empty]
    numbered = list(enumerate(answer.rows, 1))
    found = []
    for values, rows in groupby(numbered, lambda pair: [pair[1][column.name] for column in groups]):
        part = list(rows)
        title = ", ".join(as_text(value) for value in values)
        head = [terminal.bold(f"{title} ({len(part)})")] if groups else []
        found.append([*head, *_table(shown, part, terminal)])
    # The footer counts bases, so that a column without any is no news.
    return found, [column for column in empty if not isinstance(column, BasisOfRow)]


def _is_empty(value: Any) -> bool:
    return value in (None, [], "") or (value == 0 and value is not False)


def _table(columns: Sequence[Column], rows: Sequence[NumberedRow], terminal: Terminal) -> list[str]:
    numbers = grid.Column("#", [str(number) for number, _ in rows], right=True, rigid=True)
    filled = [column for column in columns if any(not _is_empty(row[column.name]) for _, row in rows)]
    laid = [_column(column, [row for _, row in rows]) for column in filled]
    return grid.grid_lines([numbers, *laid], terminal)


def _column(column: Column, rows: Sequence[Row]) -> grid.Column:
    values = [row[column.name] for row in rows]
    if isinstance(column, Parameters):
        cells = ["\n".join(f"{each['name']}={each['example']}" for each in value) or BLANK for value in values]
    elif isinstance(column, FindingName):
        # The check that found it heads the part, so that only what it found is left to say.
        cells = [str(value).partition("/")[2] for value in values]
    else:
        cells = [_cell_text(column, row, BLANK) for row in rows]
    numeric = all(isinstance(value, int) for value in values)
    return grid.Column(column.heading, cells, right=numeric, basis=isinstance(column, BasisOfRow))


def _below(terminal: Terminal, answer: Answer) -> Iterator[list[str]]:
    """The words and the source of each row; what several rows share stands there once, with the numbers of the rows."""
    below = [column for column in answer.columns if column.place is Place.BELOW]
    for column in sorted(below, key=lambda column: isinstance(column, Reason)):
        yield from _list(terminal, column.title, _group_rows(answer, column))
    for column in answer.columns:
        if isinstance(column, ConfirmedBy):
            rows = enumerate(answer.rows, 1)
            confirmed = [
                (str(n), f"{row['confirmed_by']}, {row['confirmed_on']}") for n, row in rows if row["confirmed_by"]
            ]
            yield from _list(terminal, "Confirmed by", confirmed)


def _group_rows(answer: Answer, column: Column) -> list[tuple[str, str]]:
    """The texts of a column, each once, after the numbers of its rows."""
    groups: dict[str, list[int]] = {}
    for number, row in enumerate(answer.rows, 1):
        if row[column.name]:
            groups.setdefault(_shorten(column, _cell_text(column, row)), []).append(number)
    return [(ranges(numbers), text) for text, numbers in groups.items()]


def _cell_text(column: Column, row: Row, blank: str = "") -> str:
    """A cell as people read it: a topic that is in our words is marked."""
    text = as_text(row[column.name], blank=blank, mark=column.MARK)
    return mark_topic(text, row["topic_by"]) if isinstance(column, Topic) else text


def _shorten(column: Column, text: str) -> str:
    short = isinstance(column, Source) and len(text) > LONGEST_SOURCE
    return f"{text[:LONGEST_SOURCE].rstrip()} ..." if short else text


def _list(terminal: Terminal, title: str, items: Sequence[tuple[str, str]]) -> Iterator[list[str]]:
    if items:
        yield [terminal.bold(title), *list_lines(items, _NUMBERS_WIDTH, terminal)]


def ranges(numbers: Sequence[int]) -> str:
    """Row numbers with runs shortened.

    >>> ranges([1, 2, 3, 5])
    '1-3, 5'
    """
    if len(numbers) == 1:
        return str(numbers[0])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in _runs(numbers))


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    first = last = numbers[0]
    for number in numbers[1:]:
        if number != last + 1:
            yield first, last
            first = number
        last = number
    yield first, last


def _footer(terminal: Terminal, answer: Answer, next_steps: Sequence[str]) -> list[str]:
    counts = [terminal.bold(line) for line in terminal.fold(count_rows(answer))]
    # A next step stays whole, however long it is, so that it can be copied.
    steps = [f"{'      ' if number else 'Next: '}{step}" for number, step in enumerate(next_steps)]
    return [*counts, *terminal.fold(origin_line(answer.origin)), *steps]
