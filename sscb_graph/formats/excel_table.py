"""The sheet of an answer's rows: all tables of a page as a single one, with numbers and days as values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import zip_longest
from typing import Any

from sscb_graph.formats.excel_sheet import NOTHING, Cell, Heading, Sheet, Style, text_cell
from sscb_graph.formats.excel_sources import ABOUT
from sscb_graph.formats.excel_widths import measure
from sscb_graph.formats.page import Page, PageList, PageTable
from sscb_graph.formats.status_fills import cell_fill
from sscb_graph.formats.xml_text import xml_text
from sscb_graph.model.basis import split_mark
from sscb_graph.model.dates import in_words, is_date
from sscb_graph.questions.columns import Column, Date, Dates, Number

#: Excel counts days from 1900, but has a day too many before March.
_FIRST_YEAR = 1901
#: The pixels of a column of what many rows share, at most: it repeats itself, and leaves the other columns their room.
_WIDEST_SHARED = 160
#: Excel keeps 15 digits of a number.
_LARGEST = 10**15


def table_sheet(page: Page, name: str, sources: str) -> Sheet:
    """The sheet of a page's rows: all its tables as a single one, so that the whole answer can be filtered."""
    tables = [part for part in page.parts if isinstance(part, PageTable)]
    columns = _merged([table.columns for table in tables])
    below = [part.title for part in page.parts if isinstance(part, PageList)]
    lines = [
        (Style.HEADING, page.heading),
        *((Style.PLAIN, subject) for subject in page.subjects),
        (Style.HEADLINE, page.headline),
        (Style.SMALL, page.plan),
        (Style.SMALL, f'On the sheet "{sources}": {", ".join([*dict.fromkeys(below), ABOUT])}.'),
    ]
    numbered = any(table.numbers for table in tables)
    shared = _merged([[column for column, _ in table.shared] for table in tables])
    headings = [Heading("#", right=True, rigid=True)] if numbered else []
    headings += [_shared_heading(column, tables) for column in shared]
    headings += [_heading(column) for column in columns]
    rows = [cells for table in tables for cells in _table_rows(table, shared, columns, numbered=numbered)]
    return Sheet(name, [line for line in lines if line[1]], headings, rows, page.plan, page.draft)


def _heading(column: Column) -> Heading:
    return Heading(column.heading, right=isinstance(column, Number), rigid=isinstance(column, Number | Date | Dates))


def _shared_heading(column: Column, tables: Sequence[PageTable]) -> Heading:
    cells = [cell for table in tables for each, cell in table.shared if each.name == column.name]
    return Heading(column.heading, width=min(measure(column.heading, cells, rigid=False).wanted, _WIDEST_SHARED))


def _merged(tables: Sequence[Sequence[Column]]) -> list[Column]:
    """The columns of all tables, each once and in their order: a part leaves out those that are empty in it."""
    merged: dict[str, Column] = {column.name: column for columns in tables for column in columns}
    order: list[str] = []
    for columns in tables:
        at = 0
        for column in columns:
            if column.name in order:
                at = order.index(column.name) + 1
            else:
                order.insert(at, column.name)
                at += 1
    return [merged[name] for name in order]


def _table_rows(
    table: PageTable, shared: Sequence[Column], columns: Sequence[Column], *, numbered: bool
) -> Iterator[list[Cell]]:
    """The cells of each row: its number, what its part has in common, and its own."""
    heads = {column.name: cell for column, cell in table.shared}
    common = [text_cell(heads.get(column.name, "")) for column in shared]
    places = {column.name: at for at, column in enumerate(table.columns)}
    for texts, values, number in zip_longest(table.rows, table.values, table.numbers):
        cells = [Cell(str(number), number) if number is not None else NOTHING] if numbered else []
        cells += common
        for column in columns:
            at = places.get(column.name)
            cells.append(
                NOTHING if at is None else _cell(column, texts[at], values[at] if values else None, table.statuses)
            )
        yield cells


def _cell(column: Column, text: str, value: Any, statuses: Mapping[str, str]) -> Cell:
    """A cell with the number or day that it holds, if its text says just that; what is neither stays text."""
    words, mark = split_mark(text)
    if isinstance(column, Number) and type(value) is int and words == str(value) and abs(value) < _LARGEST:
        return Cell(text, value, mark)
    if isinstance(column, Date | Dates) and (day := _day(value)) and words == in_words(day.isoformat()):
        return Cell(text, day, mark)
    return Cell(xml_text(text), fill=cell_fill(column, value, statuses))


def _day(value: Any) -> date | None:
    """The day that a cell holds; None for a month, a year, several of them, or a day before Excel's."""
    iso = value[0] if isinstance(value, list) and len(value) == 1 else value
    if not isinstance(iso, str) or len(iso) != 10 or not is_date(iso):
        return None
    day = date.fromisoformat(iso)
    return day if day.year >= _FIRST_YEAR else None
