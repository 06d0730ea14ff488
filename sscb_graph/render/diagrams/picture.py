"""A picture, before anything is drawn: boxes with names, lines with their basis, a key and notes.

The drawing and the text are both made from it, so neither says more than the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from sscb_graph.basis import BASES


class Border(StrEnum):
    """How the border of a box is drawn: told apart in black and white, and never without words in the box."""

    PLAIN = "plain"
    BOLD = "bold"
    ROUNDED = "rounded"
    DASHED = "dashed"
    DOTTED = "dotted"


@dataclass(frozen=True)
class Node:
    """A box: a body, an action, a recommendation or a priority."""

    id: str
    name: str
    #: What it is, in words: "subgroup", "action of Priority 2".
    kind: str
    #: The standing or label whose colours it takes; they only repeat what words and borders tell.
    colour: str
    #: The words under its name: "NEW", "UNDER REVIEW, March 2019".
    tags: tuple[str, ...] = ()
    border: Border = Border.PLAIN
    doubled: bool = False
    #: How many characters of it stand in one line; 0 for as many as the picture has.
    wrap: int = 0
    #: The characters and lines that its box keeps room for, so that it stays where it is; none for as many as it has.
    room: tuple[int, int] | None = None
    #: What else is known of it, in sentences; each says its basis.
    facts: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """All that is said of the box, in one text."""
        return ". ".join(one.rstrip(".") for one in (f"{self.name}: {self.described}", *self.facts)) + "."

    @property
    def described(self) -> str:
        """What it is, and the words under its name."""
        return "; ".join((self.kind, *self.tags))


@dataclass(frozen=True)
class Line:
    """A line between two boxes, from the one that is drawn nearer the start of the picture to the one further on."""

    id: str
    near: str
    far: str
    #: What the line says: "Business Group reports to SSCB".
    sentence: str
    basis: str
    reason: str | None = None
    source: str | None = None
    confirmed: str | None = None
    #: Words that stand on the line.
    tag: str = ""
    #: Whether the arrow points at the near end, at the far end, or whether there is none.
    arrow: str = "near"

    @property
    def title(self) -> str:
        """The sentence, its basis, and why."""
        why = f" Why: {self.reason.rstrip('.')}." if self.reason else ""
        confirmed = f" Confirmed by {self.confirmed}." if self.confirmed else ""
        where = f" Written in {self.source}." if self.source and self.basis in {"stated", "inherited"} else ""
        return f"{self.sentence} ({self.support}).{why}{confirmed}{where}"

    @property
    def support(self) -> str:
        """The basis, and whether somebody confirmed the line."""
        return f"{self.basis}, confirmed" if self.confirmed else self.basis


@dataclass(frozen=True)
class Box:
    """A labelled frame around some boxes."""

    id: str
    title: str
    nodes: tuple[str, ...]


@dataclass(frozen=True)
class Mark:
    """A short text in a cell of a grid, and all that it stands for."""

    text: str
    title: str


@dataclass(frozen=True)
class Grid:
    """A table as a picture: its column headings, and its rows, each with a heading and a tuple of marks a cell."""

    corner: str
    columns: tuple[Mark, ...]
    rows: tuple[tuple[Mark, tuple[tuple[Mark, ...], ...]], ...]
    #: How many characters of a cell stand in one line.
    wrap: int = 24


@dataclass(frozen=True)
class Sign:
    """An entry of the key: a sample, named by what it shows, and its words."""

    sample: str
    words: str


@dataclass(frozen=True)
class Picture:
    """A whole picture."""

    #: The name of its file, without a suffix.
    name: str
    title: str
    #: The main point in a sentence or two, for those who can't see it.
    point: str
    nodes: tuple[Node, ...] = ()
    lines: tuple[Line, ...] = ()
    boxes: tuple[Box, ...] = ()
    grid: Grid | None = None
    key: tuple[Sign, ...] = ()
    notes: tuple[str, ...] = ()
    #: Whether it reads downwards or to the right.
    flow: str = "down"
    #: How many characters of a name, and of a note, stand in one line.
    wrap: int = 15
    note_wrap: int = 200
    #: What a limit left out, in a sentence; and the ids of the nodes below which something is hidden.
    left_out: str = ""
    parts: tuple[str, ...] = ()
    #: Nodes and lines that keep their place but are not drawn.
    hidden: frozenset[str] = frozenset()

    def with_notes(self, notes: Iterable[str]) -> Picture:
        """The same with more notes."""
        return replace(self, notes=(*self.notes, *notes))

    @property
    def shown_nodes(self) -> tuple[Node, ...]:
        """The boxes that are drawn."""
        return tuple(node for node in self.nodes if node.id not in self.hidden)

    @property
    def shown_lines(self) -> tuple[Line, ...]:
        """The lines that are drawn."""
        return tuple(line for line in self.lines if line.id not in self.hidden)


#: How a basis is drawn, in words.
LINES = {
    "stated": "solid line, filled arrow",
    "inherited": "solid line, open arrow",
    "inferred": "dashed line, open arrow",
    "assumed": "dotted line, open arrow",
}


def line_signs(lines: Sequence[Line], always: Iterable[str] = ("stated",)) -> list[Sign]:
    """The entries of the key for the lines of a picture, by basis."""
    used = {line.basis for line in lines} | set(always)
    signs = [Sign(f"line:{basis}", f"{basis} ({LINES[basis]})") for basis in BASES if basis in used]
    if any(line.confirmed for line in lines):
        signs.append(Sign("words:confirmed", "somebody confirmed the line; its basis stays"))
    return signs


def support(basis: str, reason: str | None) -> str:
    """A basis in brackets, with its reason."""
    return f"({basis}: {reason.rstrip('.')})" if reason else f"({basis})"
