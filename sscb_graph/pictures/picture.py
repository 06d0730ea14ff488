"""The content of a picture: boxes with names, lines with their basis, frames, a key and notes.

The drawing and the text are both made from it, so neither says more than the other.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from sscb_graph.model.basis import BASES, Basis, basis_words
from sscb_graph.text import capitalised, many, sentence

#: What a picture says that has nothing to show.
NOTHING = "Nothing to draw: the plan does not say."


class Border(StrEnum):
    """The border of a box: distinct in black and white, and never without words in the box that mean the same."""

    PLAIN = "plain border"
    BOLD = "thick border"
    ROUNDED = "round corners"
    DASHED = "dashed border"
    DOTTED = "dotted border"


class Flow(StrEnum):
    """Which way a picture reads."""

    DOWN = "down"
    RIGHT = "right"


class Arrow(StrEnum):
    """At which end of a line the arrow stands."""

    NEAR = "near"
    FAR = "far"
    NONE = "none"


#: For each basis, the dashes of a line and whether its arrow is filled, so that no basis is shown by colour alone.
STROKES: dict[str, tuple[str, bool]] = {
    Basis.STATED: ("solid", True),
    Basis.RECORDED: ("dashed", True),
    Basis.INHERITED: ("solid", False),
    Basis.INFERRED: ("dashed", False),
    Basis.ASSUMED: ("dotted", False),
}


@dataclass(frozen=True)
class Box:
    """A box: a body, an action, a recommendation or a priority."""

    id: str
    name: str
    #: What it is, in words: "subgroup", "action of Priority 2".
    kind: str
    #: The standing or label whose colours it takes; they only repeat what words and borders say.
    colour: str
    #: The words under its name: "NEW", "UNDER REVIEW, March 2019".
    tags: tuple[str, ...] = ()
    border: Border = Border.PLAIN
    doubled: bool = False
    #: Which boxes stand in one column of a picture that reads to the right; 0 for wherever its lines put it.
    column: int = 0
    #: How many characters of it stand in one line; 0 for as many as the picture has.
    wrap: int = 0
    #: The characters and lines that its box keeps room for, so that it stays where it is; none for as many as it has.
    room: tuple[int, int] | None = None
    #: What else is known of it, in sentences; each says its basis.
    facts: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """Everything that is known of the box, in one text."""
        return " ".join(map(sentence, (f"{self.name}: {self.described}", *self.facts)))

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
    #: A caution about it, in a sentence.
    note: str | None = None
    #: Who confirmed it, and when.
    confirmed: str | None = None
    #: Words that stand on the line.
    tag: str = ""
    arrow: Arrow = Arrow.NEAR

    @property
    def title(self) -> str:
        """The sentence, its basis, and why."""
        why = f" Why: {sentence(self.reason)}" if self.reason else ""
        confirmed = f" Confirmed by {self.confirmed}." if self.confirmed else ""
        note = f" {sentence(self.note)}" if self.note else ""
        tag = f"; {self.tag}" if self.tag and self.tag not in self.sentence else ""
        return f"{self.sentence} ({self.basis_words}{tag}).{why}{note}{confirmed}{self._where}"

    @property
    def _where(self) -> str:
        """Where it is written; of what is recorded, by whom and when, which its source says."""
        if not self.source or self.basis not in {Basis.STATED, Basis.RECORDED, Basis.INHERITED}:
            return ""
        words = self.source if self.basis == Basis.RECORDED else f"Written in {self.source}"
        return f" {sentence(capitalised(words))}"

    @property
    def basis_words(self) -> str:
        """The basis, and whether somebody confirmed the line."""
        return basis_words(self.basis, confirmed=self.confirmed is not None)


@dataclass(frozen=True)
class Frame:
    """A labelled frame around some boxes, named by their ids."""

    id: str
    title: str
    boxes: tuple[str, ...]
    #: The same said of a single box, where it is drawn without the frame; the title where that will do.
    single: str = ""


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
class KeyEntry:
    """An entry of the key: a sample and its words. The sample is a line of a basis, a box with a border, or words."""

    words: str
    sample: str = ""
    basis: str = ""
    border: Border | None = None
    doubled: bool = False


@dataclass(frozen=True)
class LeftOut:
    """How much of a whole a picture leaves out, because it would not fit or was not asked for."""

    number: int
    total: int
    #: Which boxes they are, in words: "further down", "which do not change".
    which: str
    #: Whether they are on other pages of the same document.
    paged: bool = False

    @property
    def sentence(self) -> str:
        """The same as a sentence or two, for a note."""
        more = " They are on other pages." if self.paged else ""
        return f"Left out: {self.number} of {many(self.total, 'body', 'bodies')}, {self.which}.{more}"


@dataclass(frozen=True)
class Picture:
    """A whole picture. Raises ValueError where a line or frame names a box that is not there."""

    #: The name of its file, without a suffix.
    name: str
    title: str
    #: The main point in a sentence or two, for those who can't see it.
    point: str
    boxes: tuple[Box, ...] = ()
    lines: tuple[Line, ...] = ()
    frames: tuple[Frame, ...] = ()
    grid: Grid | None = None
    key: tuple[KeyEntry, ...] = ()
    notes: tuple[str, ...] = ()
    #: Which facts are drawn, where not all are; every part of a picture carries it too.
    counted: tuple[str, ...] = ()
    flow: Flow = Flow.DOWN
    #: How many characters of a name, and of a note, stand in one line.
    wrap: int = 15
    note_wrap: int = 200
    #: What of a larger picture this part leaves out; and the ids of the boxes below which something is hidden.
    left_out: LeftOut | None = None
    parts: tuple[str, ...] = ()
    #: How many bodies of the plan no part shows, unless everyone is asked for.
    not_drawn: int = 0
    #: Boxes and lines that keep their place but are not drawn.
    hidden: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        known = {box.id for box in self.boxes}
        named = {end for line in self.lines for end in (line.near, line.far)} | self.framed
        if missing := sorted(named - known):
            raise ValueError(f"picture {self.name}: no box for {', '.join(missing)}")

    @cached_property
    def framed(self) -> set[str]:
        """The ids of the boxes that stand in a frame."""
        return {key for frame in self.frames for key in frame.boxes}

    @property
    def shown_boxes(self) -> tuple[Box, ...]:
        """The boxes that are drawn."""
        return tuple(box for box in self.boxes if box.id not in self.hidden)

    @property
    def shown_lines(self) -> tuple[Line, ...]:
        """The lines that are drawn."""
        return tuple(line for line in self.lines if line.id not in self.hidden)

    @property
    def all_notes(self) -> tuple[str, ...]:
        """The notes, with what is left out and whether there is nothing to see."""
        empty = () if self.boxes or self.grid else (NOTHING,)
        return (*empty, *self.notes, *self.counted, *((self.left_out.sentence,) if self.left_out else ()))

    @property
    def description(self) -> str:
        """The main point, and what is left out."""
        return f"{self.point} {self.left_out.sentence}" if self.left_out else self.point

    @property
    def bare(self) -> Picture:
        """The same drawing, of which only the boxes and lines are told: no facts, reasons, places or notes."""
        return replace(
            self,
            boxes=tuple(replace(box, facts=()) for box in self.boxes),
            lines=tuple(replace(line, reason=None, source=None, note=None) for line in self.lines),
            notes=(),
        )

    def box(self, key: str) -> Box | None:
        """The box of an id, or None."""
        return next((box for box in self.boxes if box.id == key), None)


def line_key_entries(lines: Iterable[Line], what: str = "") -> list[KeyEntry]:
    """The entries of the key for the lines of a picture, by basis."""
    lines = list(lines)
    used = {line.basis for line in lines}
    entries = [KeyEntry(f"{what}{basis} ({_stroke(basis)})", basis=basis) for basis in BASES if basis in used]
    if any(line.confirmed for line in lines):
        entries.append(KeyEntry("somebody confirmed the line; its basis stays", "confirmed"))
    return entries


def _stroke(basis: str) -> str:
    style, filled = STROKES[basis]
    return f"{style} line, {'filled' if filled else 'open'} arrow"


def basis_in_brackets(basis: str, reason: str | None) -> str:
    """A basis and its reason, as they stand after a statement.

    >>> basis_in_brackets("inferred", "It manages the plan.")
    '(inferred: It manages the plan)'
    """
    return f"({basis}: {reason.rstrip('.')})" if reason else f"({basis})"
