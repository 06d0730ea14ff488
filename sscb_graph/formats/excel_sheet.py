"""What stands on the sheets of an Excel file: a page of an answer -> the rows of its table, and of its sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from itertools import zip_longest
from typing import Any

from sscb_graph.formats.excel_pieces import in_pieces
from sscb_graph.formats.excel_widths import measure
from sscb_graph.formats.page import Book, Page, PageList, PageTable
from sscb_graph.formats.status_fills import status_fill
from sscb_graph.formats.xml_text import xml_text
from sscb_graph.model.basis import split_mark
from sscb_graph.model.dates import in_words, is_date
from sscb_graph.questions.columns import Column, Date, Dates, Number, Status

#: Excel counts days from 1900, but has a day too many before March.
_FIRST_YEAR = 1901
#: Excel keeps 15 digits of a number.
_LARGEST = 10**15
ABOUT = "About this answer"
#: Of a list of row numbers, how many characters stand in a line.
_WIDEST_MARK = 18
#: The width in pixels of a column of sentences, about 110 characters, and of what a list of contents says of each.
_WORDS, _HEADINGS, _HEADLINES = 750, 360, 480


class Style(Enum):
    """How a line above a table looks."""

    HEADING = "heading"
    HEADLINE = "headline"
    PLAIN = "plain"
    SMALL = "small"


@dataclass(frozen=True)
class Cell:
    """A cell as people read it.

    ``value`` is the number or the day that ``text`` says before its ``mark``, a basis in brackets; ``fill`` is a
    hexadecimal RGB.
    """

    text: str
    value: int | date | None = None
    mark: str = ""
    fill: str | None = None


@dataclass(frozen=True)
class Heading:
    """A heading of a column; a ``rigid`` column holds numbers or days, which Excel shows only where they fit."""

    text: str
    right: bool = False
    rigid: bool = False
    #: The width of the column in pixels; by default what its cells need.
    width: int | None = None


@dataclass(frozen=True)
class Sheet:
    """A sheet: lines above a table, the headings of its columns and its rows."""

    name: str
    lines: Sequence[tuple[Style, str]]
    headings: Sequence[Heading]
    rows: Sequence[Sequence[Cell]]
    #: What its printed pages say at their foot.
    plan: str = ""
    draft: bool = False
    #: The rows of the table that begin a section.
    begins: frozenset[int] = field(default_factory=frozenset)


_NOTHING = Cell("")


def text_cell(text: str) -> Cell:
    """A cell of text that Excel can hold."""
    return Cell(xml_text(text))


def table_sheet(page: Page, name: str, sources: str) -> Sheet:
    """The sheet of a page's rows: all its tables as a single one, so that the whole answer can be filtered."""
    tables = [part for part in page.parts if isinstance(part, PageTable)]
    columns = _merged_columns(tables)
    below = [part.title for part in page.parts if isinstance(part, PageList)]
    lines = [
        (Style.HEADING, page.heading),
        *((Style.PLAIN, subject) for subject in page.subjects),
        (Style.HEADLINE, page.headline),
        (Style.SMALL, page.plan),
        (Style.SMALL, f'On the sheet "{sources}": {", ".join([*dict.fromkeys(below), ABOUT])}.'),
    ]
    numbered, titled = any(table.numbers for table in tables), any(table.title for table in tables)
    headings = [Heading("#", right=True, rigid=True)] if numbered else []
    headings += [Heading("part")] if titled else []
    headings += [_heading(column) for column in columns]
    rows = [cells for table in tables for cells in _table_rows(table, columns, numbered=numbered, titled=titled)]
    return Sheet(name, [line for line in lines if line[1]], headings, rows, page.plan, page.draft)


def _heading(column: Column) -> Heading:
    return Heading(column.heading, right=isinstance(column, Number), rigid=isinstance(column, Number | Date | Dates))


def _merged_columns(tables: Sequence[PageTable]) -> list[Column]:
    """The columns of all tables, each once and in their order: a part leaves out those that are empty in it."""
    merged: dict[str, Column] = {column.name: column for table in tables for column in table.columns}
    order: list[str] = []
    for table in tables:
        at = 0
        for column in table.columns:
            if column.name in order:
                at = order.index(column.name) + 1
            else:
                order.insert(at, column.name)
                at += 1
    return [merged[name] for name in order]


def _table_rows(table: PageTable, columns: Sequence[Column], *, numbered: bool, titled: bool) -> Iterator[list[Cell]]:
    title = text_cell(table.title.removesuffix(f" ({len(table.rows)})"))
    places = {column.name: at for at, column in enumerate(table.columns)}
    for texts, values, number in zip_longest(table.rows, table.values, table.numbers):
        cells = [Cell(str(number), number) if number is not None else _NOTHING] if numbered else []
        cells += [title] if titled else []
        for column in columns:
            at = places.get(column.name)
            cells.append(_NOTHING if at is None else _cell(column, texts[at], values[at] if values else None))
        yield cells


def _cell(column: Column, text: str, value: Any) -> Cell:
    """A cell with the number or day that it holds, if its text says just that; what is neither stays text."""
    words, mark = split_mark(text)
    if isinstance(column, Number) and type(value) is int and words == str(value) and abs(value) < _LARGEST:
        return Cell(text, value, mark)
    if isinstance(column, Date | Dates) and (day := _day(value)) and words == in_words(day.isoformat()):
        return Cell(text, day, mark)
    if isinstance(column, Status) and isinstance(value, str):
        return Cell(xml_text(text), fill=status_fill(value))
    return text_cell(text)


def _day(value: Any) -> date | None:
    """The day that a cell holds; None for a month, a year, several of them, or a day before Excel's."""
    iso = value[0] if isinstance(value, list) and len(value) == 1 else value
    if not isinstance(iso, str) or len(iso) != 10 or not is_date(iso):
        return None
    day = date.fromisoformat(iso)
    return day if day.year >= _FIRST_YEAR else None


def sources_sheet(page: Page, name: str) -> Sheet:
    """The sheet of what stands below a page's table, with the numbers of the rows that it is about."""
    lines = [(Style.HEADING, page.heading), (Style.SMALL, page.plan)]
    sections = list(_sections(page))
    marks = measure("rows", [mark[:_WIDEST_MARK] for _, mark, _ in sections], rigid=True).wanted
    headings = [Heading("what"), Heading("rows", width=marks), Heading("text", width=_WORDS)]
    rows = [[text_cell(text) for text in row] for row in sections]
    begins = [at for at, row in enumerate(sections) if at and row[0] != sections[at - 1][0]]
    return Sheet(name, [line for line in lines if line[1]], headings, rows, page.plan, page.draft, frozenset(begins))


def _sections(page: Page) -> Iterator[tuple[str, str, str]]:
    for part in page.parts:
        if isinstance(part, PageList):
            yield from ((part.title, mark, text) for mark, text in part.items)
        elif not isinstance(part, PageTable):
            yield from ((ABOUT, "", sentence) for sentence in part.sentences)
    if page.picture:
        shown = (page.picture.title, page.picture.description, page.picture.outline)
        yield from (("Picture, in words", "", text) for text in shown if text)
    yield from ((ABOUT, "", sentence) for sentence in page.closing)


def contents_sheet(book: Book, name: str, names: Sequence[str]) -> Sheet:
    """The sheet that lists the answers of a book, and the sheet of each."""
    plans = list(dict.fromkeys(page.plan for page in book.pages if page.plan))
    lines = [(Style.HEADING, book.title), *((Style.SMALL, plan) for plan in plans)]
    headings = [
        Heading("#", right=True, rigid=True),
        Heading("answer", width=_HEADINGS),
        Heading("in short", width=_HEADLINES),
    ]
    rows = [
        [Cell(str(number), number), text_cell(page.heading), text_cell(page.headline), text_cell(sheet)]
        for number, (page, sheet) in enumerate(zip(book.pages, names, strict=True), 1)
    ]
    foot = plans[0] if len(plans) == 1 else book.title
    return Sheet(name, lines, [*headings, Heading("sheet")], rows, foot, book.draft)


def spread(cells: Sequence[Cell], rooms: Sequence[int]) -> list[list[Cell]]:
    """A row as Excel shows it whole: several, each with the short cells, where a text is too long for its pixels."""
    pieces = [in_pieces(cell.text, room) for cell, room in zip(cells, rooms, strict=True)]
    most = max(map(len, pieces))
    if most == 1:
        return [list(cells)]
    return [[_piece(cell, texts, at) for cell, texts in zip(cells, pieces, strict=True)] for at in range(most)]


def _piece(cell: Cell, texts: Sequence[str], at: int) -> Cell:
    if len(texts) == 1:
        return cell
    return replace(cell, text=texts[at]) if at < len(texts) else _NOTHING
