"""Picture -> the same as text: a nested list with the basis of every line, for those who can't see the drawing."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence

from sscb_graph.pictures.picture import Box, Frame, Grid, Line, Picture
from sscb_graph.text import sentence

_WIDTH = 100
#: A box deeper than this stands no further to the right, and says its level: the margins of a long chain would else
#: grow with the square of its length, and leave no room for words.
_DEEPEST = 20
_BREAKS = re.compile(r"[\t\n]+")


def outline(picture: Picture) -> str:
    """The whole content of a picture, the last line ended."""
    parts = [
        [title := _one_line(picture.title), "=" * len(title)],
        _wrap(picture.description),
        _list("How it is drawn", [": ".join(filter(None, (entry.sample, entry.words))) for entry in picture.key]),
        list(_trees(picture)),
        *(_frame(frame, picture) for frame in picture.frames),
        list(_grid(picture.grid)) if picture.grid else [],
        _list("Notes", picture.all_notes),
    ]
    return "\n\n".join("\n".join(lines) for lines in parts if lines) + "\n"


def _wrap(text: str, indent: str = "", first: str | None = None) -> list[str]:
    start = indent if first is None else first
    lines = textwrap.wrap(text, _WIDTH, initial_indent=start, subsequent_indent=indent, break_on_hyphens=False)
    return lines or [indent]


def _list(title: str, sentences: Sequence[str]) -> list[str]:
    return [title, *(line for one in sentences for line in _wrap(one, "  ", "- "))] if sentences else []


def _trees(picture: Picture) -> Iterator[str]:
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


def _tree(root: str, boxes: dict[str, Box], below: dict[str, list[Line]], listed: set[str]) -> Iterator[str]:
    waiting: list[tuple[str, Line | None, int]] = [(root, None, 0)]
    while waiting:
        key, line, depth = waiting.pop()
        again = key in listed
        listed.add(key)
        yield from _item(boxes[key], line, depth, again=again)
        if not again:
            waiting += [(one.far, one, depth + 1) for one in reversed(below.get(key, []))]


def _item(box: Box, line: Line | None, depth: int, *, again: bool) -> Iterator[str]:
    margin = "  " * min(depth, _DEEPEST)
    level = f"(level {depth + 1}) " if depth > _DEEPEST else ""
    # A name stands whole on its line, however long it is, so that it can be searched for.
    yield f"{margin}- {level}{_one_line(box.name)}{' (told above)' if again else f': {_one_line(box.described)}'}"
    inner = f"{margin}  "
    if line:
        yield from _wrap(line.title, f"{inner}  ", inner)
    if not again:
        for fact in box.facts:
            yield from _wrap(sentence(fact), f"{inner}  ", inner)


def _frame(frame: Frame, picture: Picture) -> list[str]:
    members = frozenset(frame.boxes)
    boxes = [box for box in picture.shown_boxes if box.id in members]
    return [*_wrap(frame.title), *(line for box in boxes for line in _item(box, None, 0, again=False))]


def _grid(grid: Grid) -> Iterator[str]:
    for heading, cells in grid.rows:
        yield f"- {_one_line(heading.title)}"
        for column, marks in zip(grid.columns, cells, strict=True):
            if marks:
                yield from _wrap(f"{column.title}:", "      ", "  - ")
                for mark in marks:
                    yield from _wrap(mark.title, "      ", "    - ")
        if not any(cells):
            yield "  - nothing"


def _one_line(name: str) -> str:
    return _BREAKS.sub(" ", name)
