r"""The texts of a PDF on sheets of A4: words too long for their line are given places to break."""

from __future__ import annotations

from dataclasses import dataclass

from sscb_graph.typesetting.characters import Characters, clusters
from sscb_graph.typesetting.font import text_width

#: The sizes of type and of the white around it, in points, which pdf.typ takes from here.
SIZES = {
    "margin": 48.0,
    "padding": 4.0,
    "title": 18.0,
    "heading": 15.0,
    "headline": 12.0,
    "body": 10.5,
    "cell": 9.0,
    "small": 8.5,
}
#: The sides of A4 in points.
_SHORT, _LONG = 595.28, 841.89
#: Where pdf.typ may break a word. The characters of a reader's text never hold it: as a format character it is a code.
BREAK = "\u200b"
#: What a line of text has less than a sheet: the mark and the margin of a list, the line beside a headline.
_INDENT = 40


@dataclass(frozen=True)
class Sheet:
    """A sheet that texts are printed on, and the characters that they are printed with."""

    characters: Characters
    landscape: bool = False

    @property
    def room(self) -> float:
        """The width that it has for text, in points."""
        return sheet_room(landscape=self.landscape)

    def show(self, text: str, size: float = SIZES["body"]) -> str:
        """A text of a size in points that can be printed on lines of their own."""
        return breakable(self.characters.show(text), self.room - _INDENT, size)


def sheet_room(*, landscape: bool) -> float:
    """The width of a sheet between its margins, in points."""
    return (_LONG if landscape else _SHORT) - 2 * SIZES["margin"]


def breakable(text: str, room: float, size: float) -> str:
    """A text in which words of a size in points that are wider than the room may break after any character."""
    if text_width(text, size) <= room:
        return text
    lines = text.split("\n")
    return "\n".join(" ".join(_breakable(word, room, size) for word in line.split(" ")) for line in lines)


def _breakable(word: str, room: float, size: float) -> str:
    return BREAK.join(clusters(word)) if text_width(word, size) > room else word
