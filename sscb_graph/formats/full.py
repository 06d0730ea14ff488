"""The whole of an answer as a page: every row with its words, its places and its reasons, and every note."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from sscb_graph.formats.cells import BLANK, cell_text, is_empty
from sscb_graph.formats.footer import is_draft, origin_line, plan_sentence
from sscb_graph.formats.page import Page, PageList, PageTable, PageText, Part
from sscb_graph.formats.support import count_lines, status_lines
from sscb_graph.model.dates import in_words
from sscb_graph.questions.answer import Answer
from sscb_graph.questions.columns import BasisOfRow, Column, ConfirmedBy, Place, Reason, Source
from sscb_graph.questions.rows import Row
from sscb_graph.text import capitalised

#: How much of a source is shown; the other formats have it whole.
LONGEST_SOURCE = 300
NumberedRow = tuple[int, Row]
#: What the rows of a part of an answer share: columns, each with its cell.
Shared = Sequence[tuple[Column, str]]


def full_page(answer: Answer, next_steps: Sequence[str] = ()) -> Page:
    """The page of a whole answer on a screen, where long sources are cut and dates are short."""
    return _page(answer, next_steps, on_paper=False)


def paper_page(answer: Answer) -> Page:
    """The page of a whole answer in a file: nothing of it is cut, and dates are written out."""
    return _page(answer, (), on_paper=True)


def _page(answer: Answer, next_steps: Sequence[str], *, on_paper: bool) -> Page:
    tables, empty = _tables(answer, on_paper=on_paper)
    parts: list[Part] = [*tables, *_below(answer, on_paper=on_paper)] if answer.rows else []
    if answer.rows and empty:
        headings = ", ".join(column.heading for column in empty)
        parts.append(PageText([f"Left out, since they are empty or 0 in every row: {headings}."]))
    if answer.notes:
        parts.append(PageList("Notes", [("-", note) for note in answer.notes]))
    closing = [
        count_lines(answer.columns, answer.rows),
        *status_lines(answer.columns, answer.rows, answer.statuses),
        origin_line(answer.origin),
    ]
    return Page(
        answer.heading,
        answer.subjects,
        answer.headline,
        parts,
        closing,
        next_steps,
        plan=plan_sentence(answer),
        draft=is_draft(answer),
    )


def _tables(answer: Answer, *, on_paper: bool) -> tuple[list[PageTable], list[Column]]:
    """The table, in parts where columns group; and the columns that are empty in every row."""
    columns = [column for column in answer.columns if column.place is Place.TABLE]
    groups = [column for column in answer.columns if column.place is Place.GROUP]
    empty = [
        column for column in columns if all(is_empty(row[column.name]) for row in answer.rows) and not column.BLANK
    ]
    shown = [column for column in columns if column not in empty]
    found = []
    for shared, rows in _parts(answer, groups):
        found.append(replace(_table(shown, rows, shared, short_dates=not on_paper), statuses=answer.statuses))
    # The last line counts bases, so that a column without any is no news.
    return found, [column for column in empty if not isinstance(column, BasisOfRow)]


def _parts(answer: Answer, groups: Sequence[Column]) -> Iterator[tuple[Shared, list[NumberedRow]]]:
    """The numbered rows that share the values of some columns, under the cells of these."""
    for _, rows in groupby(enumerate(answer.rows, 1), lambda pair: [pair[1][column.name] for column in groups]):
        part = list(rows)
        yield [(column, cell_text(column, part[0][1])) for column in groups], part


def _table(columns: Sequence[Column], rows: Sequence[NumberedRow], shared: Shared, *, short_dates: bool) -> PageTable:
    filled = [column for column in columns if column.BLANK or any(not is_empty(row[column.name]) for _, row in rows)]
    cells = [[cell_text(column, row, blank=BLANK, short_dates=short_dates) for column in filled] for _, row in rows]
    values = [[row[column.name] for column in filled] for _, row in rows]
    title = f"{capitalised(', '.join(cell for _, cell in shared))} ({len(rows)})" if shared else ""
    return PageTable(tuple(filled), cells, title, [number for number, _ in rows], values, shared)


def _below(answer: Answer, *, on_paper: bool) -> Iterator[PageList]:
    """The words and the source of each row; what several rows share stands there once, with the numbers of the rows."""
    below = [column for column in answer.columns if column.place is Place.BELOW]
    for column in sorted(below, key=lambda column: isinstance(column, Reason)):
        if items := _group_rows(answer, column, cut=not on_paper and isinstance(column, Source)):
            yield PageList(column.title, items)
    for column in answer.columns:
        if isinstance(column, ConfirmedBy) and (items := _confirmed(answer)):
            yield PageList("Confirmed by", items)


def _confirmed(answer: Answer) -> list[tuple[str, str]]:
    rows = enumerate(answer.rows, 1)
    return [
        (str(n), f"{row['confirmed_by']}, {in_words(row['confirmed_on'])}") for n, row in rows if row["confirmed_by"]
    ]


def _group_rows(answer: Answer, column: Column, *, cut: bool) -> list[tuple[str, str]]:
    """The texts of a column, each once, after the numbers of its rows; long ones without their ends where ``cut``."""
    groups: dict[str, list[int]] = {}
    for number, row in enumerate(answer.rows, 1):
        if row[column.name]:
            text = cell_text(column, row)
            groups.setdefault(_shorten(text) if cut else text, []).append(number)
    return [(ranges(numbers), text) for text, numbers in groups.items()]


def _shorten(text: str) -> str:
    return f"{text[:LONGEST_SOURCE].rstrip()} ..." if len(text) > LONGEST_SOURCE else text


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
