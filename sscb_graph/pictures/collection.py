"""The pictures that a folder of a plan's pictures holds: the standard ones, and others by their names."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sscb_graph.errors import SscbError
from sscb_graph.pictures.kinds import body, coverage, priority, structure, timeline, trace
from sscb_graph.pictures.part import take_part
from sscb_graph.pictures.picture import Picture
from sscb_graph.pictures.picture_data import PictureData

_NARROW = "-narrow"


def _part(data: PictureData, key: str) -> Picture:
    """The part of the structure that begins with a body, from the end of the name of a picture."""
    name = key.removesuffix(_NARROW)
    return take_part(structure.compose(data), data.names.body(name).id, narrow=name != key)


def _trace(data: PictureData, key: str) -> Picture:
    """The trace of a recommendation, from the end of the name of a picture: "ofsted-22"."""
    report, _, number = key.rpartition("-")
    return trace.from_recommendation(data, f"{report.replace('-', ' ')} {number}")


#: How the names of pictures about a single thing begin, and what composes them; the first that fits is taken.
_MAKERS: dict[str, Callable[[PictureData, str], Picture]] = {
    "trace-action-": trace.from_action,
    "trace-": _trace,
    "body-": body.compose,
    "structure-": _part,
}


def collect_pictures(data: PictureData, held: Iterable[str]) -> list[Picture]:
    """The structure, both matrices, the timeline and every priority; and others by the names ``held``.

    A name by which nothing in the plan is meant is left out.
    """
    whole = structure.compose(data)
    standard = [
        take_part(whole),
        take_part(whole, narrow=True),
        *(coverage.compose(data, by) for by in coverage.COLUMNS),
        timeline.compose(data),
        *(priority.compose(data, str(row["priority"])) for row in data.rows("priorities")),
    ]
    known = {picture.name for picture in standard}
    return [*standard, *(picture for name in held if name not in known for picture in _named(data, name))]


def _named(data: PictureData, name: str) -> list[Picture]:
    """The picture of a name; none where nothing in the plan is meant by it."""
    for prefix, make in _MAKERS.items():
        if name.startswith(prefix):
            try:
                picture = make(data, name.removeprefix(prefix))
            except SscbError:  # the plan no longer has that body, action or recommendation
                return []
            # A name is forgiving and a file's name is not: "body-qa-p" is not the file of "body-qap".
            return [picture] if picture.name == name else []
    return []
