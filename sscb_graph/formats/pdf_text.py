"""The texts of a PDF on sheets of A4: long words have places to break, and what reads from the right keeps apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sscb_graph.formats.directions import directed
from sscb_graph.typesetting.characters import Characters, clusters
from sscb_graph.typesetting.font import text_width

#: The sizes of type and of the white around it, in points, which pdf.typ takes from here.
SIZES = {
    "margin": 48.0,
    "padding": 4.0,
    "title": 18.0,
    "heading": 15.0,
    "headline": 12.0,
    "subheading": 12.0,
    "body": 10.5,
    "cell": 9.0,
    "small": 8.5,
}
#: The sides of A4 in points.
_SHORT, _LONG = 595.28, 841.89
#: Where pdf.typ may break a word, and between what words run from right to left. No reader's text holds these, since as
#: format characters they are codes.
BREAK, RIGHT_TO_LEFT, END = "\u200b", "\u2067", "\u2069"
#: What a line of text has less than a sheet: the mark and the margin of a list, the line beside a headline.
_INDENT = 76


@dataclass(frozen=True)
class Sheet:
    """A sheet that texts are printed on, and the characters that they are printed with."""

    characters: Characters
    landscape: bool = False

    @property
    def room(self) -> float:
        """The width that it has for text, in points."""
        return sheet_room(landscape=self.landscape)

    def show(self, text: str, size: float = SIZES["body"], indent: float = 0) -> str:
        """A text of a size and an indent in points that can be printed on lines of their own."""
        return lay_out(self.characters.show(text), self.room - _INDENT - indent, size)


def sheet_room(*, landscape: bool) -> float:
    """The width of a sheet between its margins, in points."""
    return (_LONG if landscape else _SHORT) - 2 * SIZES["margin"]


def lay_out(text: str, room: float, size: float) -> str:
    """A text that fits a room, in points, in type of a size: with the marks that pdf.typ understands.

    A word that is wider than the room may break after any character, and words from right to left keep to their place.
    """
    if text.isascii() and text_width(text, size) <= room:
        return text
    lines = [" ".join(_breakable(word, room, size) for word in line.split(" ")) for line in text.split("\n")]
    return "\n".join("".join(_directed(line, room, size)) for line in lines)


def _breakable(word: str, room: float, size: float) -> str:
    return BREAK.join(clusters(word)) if text_width(word, size) > room else word


def _directed(line: str, room: float, size: float) -> Iterator[str]:
    """The pieces of a line; those from right to left are kept whole and apart where there is room for them."""
    for piece, right_to_left in directed(line):
        whole = right_to_left and text_width(piece, size) <= room
        yield f"{RIGHT_TO_LEFT}{piece}{END}" if whole else piece
