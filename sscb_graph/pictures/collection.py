"""The pictures that a folder of a plan's pictures holds: the standard ones, and others by their names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from sscb_graph.errors import SscbError
from sscb_graph.graph.nodes import Action, Recommendation
from sscb_graph.pictures.kinds import body, coverage, priority, structure, timeline, trace
from sscb_graph.pictures.names_of_files import picture_name
from sscb_graph.pictures.part import NARROW, take_part
from sscb_graph.pictures.picture import Picture
from sscb_graph.pictures.picture_data import PictureData
from sscb_graph.text import slug


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
    others = dict(_others(data, whole))
    wanted = [name for name in held if name in others and name not in {picture.name for picture in standard}]
    return [*standard, *(picture for name in wanted for picture in _composed(name, others[name]))]


def _others(data: PictureData, whole: Picture) -> Iterator[tuple[str, Callable[[], Picture]]]:
    """What composes each picture about a single thing, by the picture's name."""
    for key in data.bodies:
        yield picture_name("body", key), partial(body.compose, data, key)
        for narrow, ending in ((False, ""), (True, NARROW)):
            yield f"{picture_name(whole.name, key)}{ending}", partial(take_part, whole, key, narrow=narrow)
    for item in data.names.nameable(Recommendation):
        yield picture_name("trace", item.id), partial(trace.from_recommendation, data, item.id)
    for action in data.names.nameable(Action):
        for typed in (action.id, slug(action.number)):
            yield picture_name("trace-action", typed), partial(trace.from_action, data, typed)


def _composed(name: str, compose: Callable[[], Picture]) -> list[Picture]:
    """The picture of a name; none where another thing goes by the id that it is about, or nothing of it is drawn."""
    try:
        picture = compose()
    except SscbError:
        return []
    return [picture] if picture.name == name else []
