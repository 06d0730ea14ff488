"""A table of a page in HTML: a caption, headings of columns, and a heading for each row."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Any
from xml.etree.ElementTree import Element

from sscb_graph.formats.grid import LONGEST_WORD
from sscb_graph.formats.html_lists import RowLinks
from sscb_graph.formats.html_text import add
from sscb_graph.formats.page import PageTable
from sscb_graph.model.vocabulary import STATUS_WORDS
from sscb_graph.questions.columns import Column, Date, Dates, Number, Status, naming
from sscb_graph.text import fold


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
    named = naming(part.columns)
    for cells, values, number in zip_longest(part.rows, part.values, part.numbers):
        row = add(body, "tr")
        row.tail = "\n"
        if number is not None:
            _add_number(row, number, links)
        _add_cells(row, part.columns, named, cells, values)


def _add_headings(table: Element, part: PageTable) -> None:
    row = add(add(table, "thead"), "tr")
    if part.numbers:
        add(row, "th", "#", scope="col", class_="n")
    for column in part.columns:
        add(row, "th", column.heading, scope="col", **_class(column))


def _add_number(row: Element, number: int, links: RowLinks) -> None:
    """Adds the number of a row, which leads to what stands below about it."""
    row.set("id", links.row_id(number))
    text = links.text_of(number)
    if text:
        add(add(row, "td", class_="n"), "a", str(number), href=f"#{text}")
    else:
        add(row, "td", str(number), class_="n")


def _add_cells(
    row: Element, columns: Sequence[Column], named: Column, cells: Sequence[str], values: Sequence[Any] | None
) -> None:
    for column, cell, value in zip_longest(columns, cells, values or ()):
        tag, scope = ("th", {"scope": "row"}) if column is named else ("td", {})
        if isinstance(column, Status) and isinstance(value, str):
            added = add(row, tag, class_="w", **scope)
            add(added, "span", cell, class_=f"status {STATUS_WORDS.get(fold(value), '')}".strip())
        else:
            added = add(row, tag, cell, **scope, **_class(column))
        if len(cell) > LONGEST_WORD and max(map(len, cell.split()), default=0) > LONGEST_WORD:
            added.set("class", "long")


def _class(column: Column) -> dict[str, str]:
    """How the cells of a column stand: numbers at the right edge, dates and statuses on a single line."""
    if isinstance(column, Number):
        return {"class_": "n"}
    return {"class_": "w"} if isinstance(column, Date | Dates | Status) else {}
