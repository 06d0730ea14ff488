"""Texts that are too long for a cell of Excel, in pieces that say that they go on."""

from __future__ import annotations

from bisect import bisect_right

from sscb_graph.formats.excel_widths import line_count

#: The lines of a row at most: Excel shows and prints 409 points of it, 27 lines, though a cell may hold more.
MOST_LINES = 25
#: A cell holds 32,767 characters, of which one beyond the first 65,536 of Unicode counts as two.
MOST_CHARACTERS = 16_000
#: The width in pixels of the narrowest letter.
_NARROWEST = 3
GOES_ON, GOES_ON_FROM = " [continued in the next row]", "[continued] "


def in_pieces(text: str, room: int, most: int = MOST_LINES) -> list[str]:
    """A text in pieces of ``most`` lines in a column with ``room`` pixels; joined without their marks they are it."""
    pieces = []
    rest = text
    while not _fits(rest, room, most):
        cut = _place_to_cut(rest, room, most)
        pieces.append(rest[:cut])
        rest = rest[cut:]
    pieces.append(rest)
    last = len(pieces) - 1
    return [f"{GOES_ON_FROM if at else ''}{piece}{GOES_ON if at < last else ''}" for at, piece in enumerate(pieces)]


def _fits(text: str, room: int, most: int) -> bool:
    return len(text) <= MOST_CHARACTERS and line_count(text, room) <= most


def _place_to_cut(text: str, room: int, most: int) -> int:
    """How many characters the lines of a cell show, up to the end of a word where one ends near."""
    start = text[: min(MOST_CHARACTERS, most * max(room // _NARROWEST, 1))]
    lengths = range(1, len(start) + 1)
    # A line is left for each mark.
    shown = bisect_right(lengths, most - 2, key=lambda length: line_count(start[:length], room))
    end = max(start.rfind(" ", 0, shown), start.rfind("\n", 0, shown)) + 1
    return end if end > shown // 2 else max(shown, 1)
