"""A sheet of an Excel file as it is to be written: lines above a table, and the cells of its rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum

from sscb_graph.formats.excel_pieces import in_pieces
from sscb_graph.formats.xml_text import xml_text


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


NOTHING = Cell("")


def text_cell(text: str) -> Cell:
    """A cell of text that Excel can hold."""
    return Cell(xml_text(text))


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
    return replace(cell, text=texts[at]) if at < len(texts) else NOTHING
