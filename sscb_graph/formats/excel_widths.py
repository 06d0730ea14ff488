"""How wide texts are in Excel, how wide its columns are to be, and how many lines a text takes: all in pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from xlsxwriter.utility import cell_autofit_width

from sscb_graph.formats.text_width import width_of
from sscb_graph.formats.widths import LONGEST_WORD, narrowed, widest_word

#: What the edges and the indent of a cell take of a column, and the button of a filter of its heading.
EDGES, BUTTON = 20, 18
#: What XlsxWriter adds to the width of a text, and what it counts for a character that it does not know.
_ADDED, _UNKNOWN = 7, 8
#: What is measured again and again is kept, up to this many characters.
_SHORT = 200
#: No character is wider.
_WIDEST_CHARACTER = 2 * _UNKNOWN
#: A column grows no wider than this where there is little room; and a digit is as wide as a usual letter.
_WIDEST, _DIGIT = 560, 7
#: The part of the cells that stands on unbroken lines, where not all have room.
_MOST = 0.85
#: The size in points of the type that is measured; bold type is about a tenth wider.
MEASURED, BOLD = 11, 1.1


@dataclass(frozen=True)
class Measure:
    """Widths of a column: one that breaks no word of usual length, one that breaks few lines, one that breaks none."""

    least: int
    usual: int
    wanted: int


def pixels(text: str) -> int:
    """The width of a line in Calibri 11, the widths of whose characters XlsxWriter knows."""
    if not text:
        return 0
    more = 0 if text.isascii() else (width_of(text) - len(text)) * _UNKNOWN
    return int(cell_autofit_width(text)) - _ADDED + more


def _line_pixels(line: str) -> int:
    return _pixels_again(line) if len(line) <= _SHORT else pixels(line)


_pixels_again = lru_cache(maxsize=50_000)(pixels)


def measure(heading: str, texts: Sequence[str], *, rigid: bool) -> Measure:
    """The widths that a column needs; a ``rigid`` one holds numbers or days, which Excel shows only where they fit."""
    head = int(max(map(pixels, heading.split()), default=0) * BOLD) + BUTTON
    widths = sorted(max(map(_line_pixels, text.split("\n"))) for text in texts) or [0]
    longest = widths[-1] if rigid else min(widest_word(texts, _line_pixels), LONGEST_WORD * _DIGIT)
    least = max(head, longest) + EDGES
    usual, wanted = (
        max(least, min(width + EDGES, _WIDEST)) for width in (widths[int(len(widths) * _MOST)], widths[-1])
    )
    return Measure(least, usual, wanted)


def share_out(measures: Sequence[Measure], room: int) -> list[int]:
    """The widths of columns: as they want where all fit, or else with the widest narrowed to a common width."""
    least = [each.least for each in measures]
    usual = narrowed(least, [each.usual for each in measures], room)
    return narrowed(usual, [each.wanted for each in measures], room)


def line_count(text: str, room: int) -> int:
    """How many lines a text takes that is broken between words, and within a word that is wider than a line."""
    # Short texts are those that many rows share.
    return _count_again(text, room) if len(text) <= _SHORT else _count(text, room)


def _count(text: str, room: int) -> int:
    return sum(_lines_of(part, room) for part in text.split("\n"))


_count_again = lru_cache(maxsize=50_000)(_count)


def _lines_of(part: str, room: int) -> int:
    if len(part) * _WIDEST_CHARACTER <= room:  # most cells, which need not be measured
        return 1
    space = _line_pixels(" ")
    lines, used = 1, 0
    for word in part.split(" "):
        width = _line_pixels(word)
        if used and used + space + width > room:
            lines, used = lines + 1, 0
        elif used:
            used += space
        if width > room:
            lines, width = lines + width // room, width % room
        used += width
    return lines
