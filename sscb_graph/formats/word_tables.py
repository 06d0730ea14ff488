"""A table in a Word document: its headings on every page, its rows whole, its columns as wide as they need to be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import zip_longest
from typing import TypeAlias

from docx.oxml.xmlchemy import BaseOxmlElement

from sscb_graph.formats import grid
from sscb_graph.formats.page import PageTable
from sscb_graph.formats.status_fills import cell_fill
from sscb_graph.formats.table import table_columns
from sscb_graph.formats.word_looks import CELL
from sscb_graph.formats.word_sheet import Sheet
from sscb_graph.formats.word_text import made, text_runs
from sscb_graph.formats.word_widths import best_widths, least_widths
from sscb_graph.formats.xml_text import xml_text

#: What stands between the text of a cell and those beside it, in points.
_EDGES = 12
#: A table that needs less than this share of the width is not stretched to all of it.
_NARROW = 0.6
#: An upright page has room for this many whose texts are broken into lines.
_MOST_COLUMNS = 7
#: What tells tables of different columns apart: whether their rows are numbered, and the headings.
Headings: TypeAlias = tuple[bool | str, ...]


def needs_width(table: PageTable, sheet: Sheet) -> bool:
    """Whether an upright page would squeeze a table: for its many columns, or for the length of its words."""
    columns = table_columns(table)
    room = sheet.room_of(wide=False)[0] - len(columns) * _EDGES
    if len(columns) > _MOST_COLUMNS and sum(column.widest for column in columns) * sheet.letter > room:
        return True
    return sum(least_widths(columns)) * sheet.letter > room


def shared_widths(tables: Iterable[PageTable], sheet: Sheet) -> dict[Headings, list[int]]:
    """The widths of the columns of tables, in twentieths of a point: the same for tables with the same headings."""
    alike: dict[Headings, list[list[grid.Column]]] = {}
    for table in tables:
        alike.setdefault(_headings(table), []).append(table_columns(table))
    return {headings: _widths(_joined(found), sheet) for headings, found in alike.items()}


def _headings(table: PageTable) -> Headings:
    return bool(table.numbers), *(column.heading for column in table.columns)


def _joined(tables: Sequence[Sequence[grid.Column]]) -> list[grid.Column]:
    """The columns of a table with the cells of all."""
    together = zip(*tables, strict=True)
    return [replace(each[0], cells=[cell for column in each for cell in column.cells]) for each in together]


def add_table(sheet: Sheet, table: PageTable, caption: str, shared: Mapping[Headings, Sequence[int]]) -> None:
    """Adds a table with some widths; ``caption`` says to those who only hear it what it is of."""
    columns, widths = table_columns(table), shared[_headings(table)]
    element = made("w:tbl")
    element.append(_properties(sheet, sum(widths), caption))
    element.append(made("w:tblGrid", *(made("w:gridCol", w=width) for width in widths)))
    cell = partial(_cell, sheet.styles.paragraphs[CELL])
    headings = zip(columns, widths, strict=True)
    element.append(_row([cell(each.heading, width, each, heading=True) for each, width in headings], heading=True))
    for texts, fills in zip(zip(*(column.cells for column in columns), strict=True), _fills(table), strict=True):
        described = zip(texts, widths, columns, fills, strict=True)
        element.append(_row([cell(text, width, each, fill=fill) for text, width, each, fill in described]))
    sheet.add_element(element)


def _fills(table: PageTable) -> Iterator[list[str | None]]:
    """The fill of each cell of each row: of a status, by its word."""
    first = [None] if table.numbers else []
    for _, values in zip_longest(table.rows, table.values, fillvalue=()):
        yield [
            *first,
            *(cell_fill(column, value, table.statuses) for column, value in zip_longest(table.columns, values)),
        ]


def _widths(columns: Sequence[grid.Column], sheet: Sheet) -> list[int]:
    """The width of each column in twentieths of a point, together the width of the page unless all are narrow."""
    room = sheet.room[0]
    letters = int((room - len(columns) * _EDGES) / sheet.letter)
    needed = [width * sheet.letter + _EDGES for width in best_widths(columns, letters)]
    total = sum(needed)
    share = room / total if total >= room * _NARROW else 1.2
    return [round(width * share * 20) for width in needed]


def _properties(sheet: Sheet, width: int, caption: str) -> BaseOxmlElement:
    return made(
        "w:tblPr",
        made("w:tblStyle", val=sheet.styles.table),
        made("w:tblW", w=width, type="dxa"),
        made("w:tblLayout", type="fixed"),
        made("w:tblLook", val="0620", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
        made("w:tblCaption", val=xml_text(caption)),
    )


def _row(cells: Sequence[BaseOxmlElement], *, heading: bool = False) -> BaseOxmlElement:
    properties = made("w:trPr", made("w:cantSplit"), *([made("w:tblHeader")] if heading else []))
    return made("w:tr", properties, *cells)


def _cell(
    style: str, text: str, width: int, column: grid.Column, *, heading: bool = False, fill: str | None = None
) -> BaseOxmlElement:
    shade = [made("w:shd", val="clear", color="auto", fill=fill.removeprefix("#"))] if fill else []
    look = [made("w:pStyle", val=style)]
    if heading:
        look.append(made("w:keepNext"))
    if column.right:
        look.append(made("w:jc", val="right"))
    paragraph = made("w:p", made("w:pPr", *look), *text_runs(text, bold=heading))
    return made("w:tc", made("w:tcPr", made("w:tcW", w=width, type="dxa"), *shade), paragraph)
