"""A table of a page in HTML: a caption, headings of columns, and a heading for each row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any
from xml.etree.ElementTree import Element

from sscb_graph.formats.html_lists import RowLinks
from sscb_graph.formats.html_style import fill_class
from sscb_graph.formats.html_text import add, add_text
from sscb_graph.formats.page import PageTable
from sscb_graph.formats.status_fills import cell_fill
from sscb_graph.formats.widths import LONGEST_WORD
from sscb_graph.questions.columns import Column, Date, Dates, Names, Number, Status, naming

#: A list of names that has longer ones keeps room for them, so that each does not take many lines.
_LONG_NAME = 20
#: A line of dates or of a status stands unbroken up to so many characters: "30 September 2018 (inherited)" has 29.
_LONGEST_WHOLE = 32


def add_table(parent: Element, part: PageTable, label: str, heading: str, links: RowLinks, level: int) -> None:
    """Adds a table, in a region that scrolls by keyboard where a screen is narrow.

    ``label`` names the region among those of the file; ``heading`` names a table that has no title of its own, for
    those who only hear the page.
    """
    region = add(parent, "div", class_="wide", role="region", tabindex="0", aria_label=label)
    # How columns stand is said once for the table: a class in every cell would be a tenth of a large file.
    table = add(region, "table")
    if looks := " ".join(_looks(part)):
        table.set("class", looks)
    if part.title:
        add(add(table, "caption"), f"h{level}", part.title)
    else:
        add(add(table, "caption"), "span", heading, class_="hidden")
    _add_headings(table, part)
    body = add(table, "tbody")
    for cells, values, number in zip_longest(part.rows, part.values, part.numbers):
        row = add(body, "tr")
        row.tail = "\n"
        if number is not None:
            _add_number(row, number, links)
        _add_cells(row, part, cells, values or ())


def _add_headings(table: Element, part: PageTable) -> None:
    row = add(add(table, "thead"), "tr")
    if part.numbers:
        add(row, "th", "#", scope="col")
    for column in part.columns:
        _let_break(add(row, "th", column.heading, scope="col"), column.heading)


def _add_number(row: Element, number: int, links: RowLinks) -> None:
    """Adds the number of a row, which leads to what stands below about it."""
    row.set("id", links.row_id(number))
    text = links.text_of(number)
    if text:
        add(add(row, "td"), "a", str(number), href=f"#{text}")
    else:
        add(row, "td", str(number))


def _heading(columns: tuple[Column, ...]) -> Column | None:
    """The column whose cells head their rows; none where there is nothing beside it to head."""
    return naming(columns) if len(columns) > 1 else None


def _add_cells(row: Element, part: PageTable, cells: Sequence[str], values: Sequence[Any]) -> None:
    named = _heading(part.columns)
    for column, cell, value in zip_longest(part.columns, cells, values):
        added = add(row, "th", scope="row") if column is named else add(row, "td")
        if isinstance(column, Status) and isinstance(value, str):
            fill = cell_fill(column, value, part.statuses)
            add(added, "span", cell, class_=f"status {fill_class(fill)}" if fill else "status")
        else:
            add_text(added, cell)
        _let_break(added, cell)


def _let_break(element: Element, text: str) -> None:
    """Lets a word of unusual length be broken, so that it leaves the other columns their room."""
    if len(text) > LONGEST_WORD and max(map(len, text.split()), default=0) > LONGEST_WORD:
        element.set("class", "long")


def _looks(part: PageTable) -> Iterator[str]:
    """The classes of a table: of each column that stands in a way of its own, by its place, as html_style has them."""
    first = 1
    if part.numbers:
        yield "right1"
        first = 2
    for at, column in enumerate(part.columns):
        cells = [cells[at] for cells in part.rows]
        if look := _look(column, max((len(line) for cell in cells for line in cell.split("\n")), default=0)):
            yield f"{look}{first + at}"
        if column is _heading(part.columns) and len(cells) > 1 and len(set(cells)) == 1:
            yield "same"


def _look(column: Column, longest: int) -> str:
    """How a column stands whose longest line has so many characters; "" for as any other."""
    if isinstance(column, Number):
        return "right"
    if isinstance(column, Date | Dates | Status) and longest <= _LONGEST_WHOLE:
        return "whole"
    return "names" if isinstance(column, Names) and longest > _LONG_NAME else ""
