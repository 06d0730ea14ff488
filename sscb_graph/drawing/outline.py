"""Picture -> the same as text: a nested list with the basis of every line, for those who can't see the drawing."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sscb_graph.pictures.picture import Box, Frame, Grid, Line, Picture
from sscb_graph.text import sentence

_WIDTH = 100
#: A box deeper than this stands no further to the right, and says its level: the margins of a long chain would else
#: grow with the square of its length, and leave no room for words.
_DEEPEST = 20
_BREAKS = re.compile(r"[\t\n]+")


class _Said(NamedTuple):
    """A text, what stands before it, and what before the further lines that it is broken into."""

    text: str
    first: str = ""
    rest: str = ""
    #: Whether it stands on a line of its own however long it is.
    whole: bool = False

    def lines(self, *, wrapped: bool) -> list[str]:
        if self.whole or not wrapped:
            return [f"{self.first}{_one_line(self.text)}"]
        lines = textwrap.wrap(
            self.text, _WIDTH, initial_indent=self.first, subsequent_indent=self.rest, break_on_hyphens=False
        )
        return lines or [self.rest]


def outline(picture: Picture, *, wrapped: bool = True) -> str:
    """The whole content of a picture, the last line ended.

    Lines are broken where they are longer than a screen is wide; not ``wrapped``, each is whole, for a page that breaks
    lines to its own width.
    """
    title = _one_line(picture.title)
    parts: list[Iterable[_Said]] = [
        [_Said(title, whole=True), _Said("=" * len(title), whole=True)],
        [_Said(picture.description)],
        _list("How it is drawn", [": ".join(filter(None, (entry.sample, entry.words))) for entry in picture.key]),
        _trees(picture),
        *(_frame(frame, picture) for frame in picture.frames),
        _grid(picture.grid) if picture.grid else [],
        _list("Notes", picture.all_notes),
    ]
    texts = ("\n".join(line for said in part for line in said.lines(wrapped=wrapped)) for part in parts)
    return "\n\n".join(filter(None, texts)) + "\n"


def _list(title: str, sentences: Sequence[str]) -> list[_Said]:
    return [_Said(title, whole=True), *(_Said(each, "- ", "  ") for each in sentences)] if sentences else []


def _trees(picture: Picture) -> Iterator[_Said]:
    """Every box that is not in a frame, under the boxes that its lines come from."""
    boxes = {box.id: box for box in picture.shown_boxes if box.id not in picture.framed}
    below: dict[str, list[Line]] = {}
    for line in picture.shown_lines:
        below.setdefault(line.near, []).append(line)
    has_line = {line.far for line in picture.shown_lines if line.far != line.near}
    listed: set[str] = set()
    for key in [*(key for key in boxes if key not in has_line), *boxes]:
        if key not in listed:
            yield from _tree(key, boxes, below, listed)


def _tree(root: str, boxes: dict[str, Box], below: dict[str, list[Line]], listed: set[str]) -> Iterator[_Said]:
    waiting: list[tuple[str, Line | None, int]] = [(root, None, 0)]
    while waiting:
        key, line, depth = waiting.pop()
        again = key in listed
        listed.add(key)
        yield from _item(boxes[key], line, depth, again=again)
        if not again:
            waiting += [(one.far, one, depth + 1) for one in reversed(below.get(key, []))]


def _item(box: Box, line: Line | None, depth: int, *, again: bool) -> Iterator[_Said]:
    margin = "  " * min(depth, _DEEPEST)
    level = f"(level {depth + 1}) " if depth > _DEEPEST else ""
    told = " (told above)" if again else f": {_one_line(box.described)}"
    # A name stands whole on its line, however long it is, so that it can be searched for.
    yield _Said(f"{level}{box.name}{told}", f"{margin}- ", whole=True)
    inner = f"{margin}  "
    if line:
        yield _Said(line.title, inner, f"{inner}  ")
    if not again:
        for fact in box.facts:
            yield _Said(sentence(fact), inner, f"{inner}  ")


def _frame(frame: Frame, picture: Picture) -> Iterator[_Said]:
    members = frozenset(frame.boxes)
    yield _Said(frame.title)
    for box in picture.shown_boxes:
        if box.id in members:
            yield from _item(box, None, 0, again=False)


def _grid(grid: Grid) -> Iterator[_Said]:
    for heading, cells in grid.rows:
        yield _Said(heading.title, "- ", whole=True)
        for column, marks in zip(grid.columns, cells, strict=True):
            if marks:
                yield _Said(f"{column.title}:", "  - ", "      ")
                for mark in marks:
                    yield _Said(mark.title, "    - ", "      ")
        if not any(cells):
            yield _Said("nothing", "  - ")


def _one_line(name: str) -> str:
    return _BREAKS.sub(" ", name)
