"""Some bodies and all bodies above them, up to the Board."""

from __future__ import annotations

from collections.abc import Iterable

from sscb_graph.pictures.parts.body_box import body_box, no_line_tags
from sscb_graph.pictures.parts.lines import relation_line
from sscb_graph.pictures.picture import Box, Line
from sscb_graph.pictures.picture_data import PictureData


def boxes_above(data: PictureData, starts: Iterable[str]) -> tuple[list[Box], list[Line]]:
    """The bodies of some ids and all above them, with the reporting lines between.

    A body from which no line leads to the Board says so in its box.
    """
    reporting = [row for row in data.rows("relations", via="REPORTS_TO") if row["other_id"] in data.bodies]
    above: dict[str, list[str]] = {}
    for row in reporting:
        above.setdefault(row["body_id"], []).append(row["other_id"])
    found = _reached(starts, above)
    boxes = [body_box(data, row, tags=no_line_tags(data, key)) for key, row in data.bodies.items() if key in found]
    lines = [relation_line(row, upwards=False) for row in reporting if {row["body_id"], row["other_id"]} <= found]
    return boxes, lines


def _reached(starts: Iterable[str], steps: dict[str, list[str]]) -> set[str]:
    """The starts, and all that is reached from them in any number of steps."""
    found: set[str] = set()
    waiting = list(starts)
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting += steps.get(key, [])
    return found
