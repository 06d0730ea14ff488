"""A table of a page in HTML: a caption, headings of columns, and a heading for each row."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from sscb_graph.formats.grid import LONGEST_WORD
from sscb_graph.formats.html_lists import RowLinks
from sscb_graph.formats.html_style import fill_class
from sscb_graph.formats.html_text import add, add_text
from sscb_graph.formats.page import PageTable
from sscb_graph.formats.status_fills import status_fill
from sscb_graph.questions.columns import Column, Date, Dates, Names, Number, Status, naming

#: A list of names that has longer ones keeps room for them, so that each does not take many lines.
_LONG_NAME = 20


class _Form(NamedTuple):
    """The element of the cells of a column, its attributes, and whether they hold statuses."""

    tag: str
    attributes: dict[str, str]
    status: bool


def add_table(parent: Element, part: PageTable, label: str, heading: str, links: RowLinks, level: int) -> None:
    """Adds a table, in a region that scrolls by keyboard where a screen is narrow.

    ``label`` names the region among those of the file; ``heading`` names a table that has no title of its own, for
    those who only hear the page.
    """
    region = add(parent, "div", class_="wide", role="region", tabindex="0", aria_label=label)
    table = add(region, "table")
    if part.title:
        add(add(table, "caption"), f"h{level}", part.title)
    else:
        add(add(table, "caption"), "span", heading, class_="hidden")
    _add_headings(table, part)
    body = add(table, "tbody")
    forms = [_form(part, at, column) for at, column in enumerate(part.columns)]
    for cells, values, number in zip_longest(part.rows, part.values, part.numbers):
        row = add(body, "tr")
        row.tail = "\n"
        if number is not None:
            _add_number(row, number, links)
        _add_cells(row, forms, cells, values)


def _add_headings(table: Element, part: PageTable) -> None:
    row = add(add(table, "thead"), "tr")
    if part.numbers:
        add(row, "th", "#", scope="col", class_="n")
    for column in part.columns:
        add(row, "th", column.heading, scope="col", **_look(column))


def _add_number(row: Element, number: int, links: RowLinks) -> None:
    """Adds the number of a row, which leads to what stands below about it."""
    row.set("id", links.row_id(number))
    text = links.text_of(number)
    if text:
        add(add(row, "td", class_="n"), "a", str(number), href=f"#{text}")
    else:
        add(row, "td", str(number), class_="n")


def _form(part: PageTable, at: int, column: Column) -> _Form:
    """The element of the cells of a column, and how they stand."""
    look = _look(column, [cells[at] for cells in part.rows])
    heads = column is naming(part.columns)
    return _Form("th" if heads else "td", {"scope": "row", **look} if heads else look, isinstance(column, Status))


def _add_cells(row: Element, forms: Sequence[_Form], cells: Sequence[str], values: Sequence[Any] | None) -> None:
    for form, cell, value in zip_longest(forms, cells, values or ()):
        added = add(row, form.tag, **form.attributes)
        if form.status and isinstance(value, str):
            fill = status_fill(value)
            add(added, "span", cell, class_=f"status {fill_class(fill)}" if fill else "status")
        else:
            add_text(added, cell)
        if len(cell) > LONGEST_WORD and max(map(len, cell.split()), default=0) > LONGEST_WORD:
            added.set("class", "long")


def _look(column: Column, cells: Sequence[str] = ()) -> dict[str, str]:
    """How a column stands: numbers at the right edge, dates and statuses unbroken, long names with room."""
    if isinstance(column, Number):
        return {"class_": "n"}
    if isinstance(column, Date | Dates | Status):
        return {"class_": "w"}
    long = isinstance(column, Names) and any(len(line) > _LONG_NAME for cell in cells for line in cell.split("\n"))
    return {"class_": "names"} if long else {}
