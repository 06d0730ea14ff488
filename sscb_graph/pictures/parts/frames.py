"""The bodies that a structure cannot place, in frames that say why."""

from __future__ import annotations

from collections.abc import Collection

from sscb_graph.pictures.picture import Frame
from sscb_graph.pictures.picture_data import PictureData
from sscb_graph.questions.rows import Row
from sscb_graph.text import many

#: The relations by which a body takes the place of another, and how the same is said of the other.
TOOK_PLACE = {"replaces": "replaced by", "formerly": "now"}
#: The kind of boards that belong to others.
OUTSIDE = "outside board"
#: Bodies of these kinds are drawn without a line where others of them have one, as in an organogram.
_POSTS = frozenset({"role", "team"})
#: The frames of bodies that a structure always draws.
_ALWAYS = frozenset({"apart", "ended", "proposed", "decided"})
#: The frames of bodies that have no line to the Board.
NO_PLACE_FRAMES = frozenset({"apart", "ended"})


def frame_unplaced(data: PictureData, placed: Collection[str], also: Collection[str]) -> list[Frame]:
    """The frames of the bodies that no line places; of those that need no place, only the ids in ``also``."""
    posts = not len(placed) > 1 or any(data.bodies[key]["kind"] in _POSTS for key in placed if key)
    members: dict[str, list[str]] = {}
    for key, row in data.bodies.items():
        if key not in placed:
            place = _place(data, row)
            if key in also or place in _ALWAYS or (place == "rest" and posts and row["kind"] in _POSTS):
                members.setdefault(place, []).append(key)
    if data.filtered:
        return _frames_of_some_facts(members)
    return [frame for place in _TITLES if (frame := _frame(place, members.get(place, []))).boxes]


def _place(data: PictureData, row: Row) -> str:
    """Which frame a body stands in."""
    key = row["body_id"]
    # Where some facts are not counted, the decision by which a body is gone may be missed, and is true all the same.
    if key in data.without_line and not (data.filtered and row["gone"]):
        return "ended" if data.without_line[key] else "apart"
    if row["gone"]:
        return "gone"
    if row["kind"] == OUTSIDE:
        return "outside"
    if row["standing"] == "proposed":
        return "proposed"
    return "decided" if row["standing"] else "rest"


#: By frame, in the order of the picture: its title for several bodies, for a single one, and what is said of one alone.
_TITLES = {
    "apart": (
        "Place not stated: the plan does not say where these {number} bodies stand",
        "Place not stated: the plan does not say where this body stands",
        "the plan does not say where it stands",
    ),
    "ended": (
        "The lines of these {number} bodies to the Board have ended",
        "The line of this body to the Board has ended",
        "its line to the Board has ended",
    ),
    "proposed": (
        "Only proposed, with no place stated",
        "Only proposed, with no place stated",
        "it is only proposed, and the plan does not say where it would stand",
    ),
    "decided": (
        "Only a decision: the plan gives these {number} bodies no line and no lead",
        "Only a decision: the plan gives this body no line and no lead",
        "the plan decides on it, and gives it no line and no lead",
    ),
    "rest": (
        "No line, no lead and no decision: {number} bodies",
        "No line, no lead and no decision: 1 body",
        "it has no line, no lead and no decision",
    ),
    "gone": ("No longer in the structure", "No longer in the structure", "no longer in the structure"),
    "outside": ("Outside the structure", "Outside the structure", "outside the structure"),
}


def _frame(place: str, keys: list[str]) -> Frame:
    several, one, single = _TITLES[place]
    return Frame(place, one if len(keys) == 1 else several.format(number=len(keys)), tuple(keys), single)


def _frames_of_some_facts(members: dict[str, list[str]]) -> list[Frame]:
    """The frames where some facts are not counted: nothing is said of why a body has no line."""
    keys = [key for place in ("apart", "ended", "proposed", "decided", "rest") for key in members.get(place, [])]
    title = f"Without a line in the facts that are drawn: {many(len(keys), 'body', 'bodies')}"
    unlined = Frame("unlined", title, tuple(keys), "without a line in the facts that are drawn")
    return [
        frame for frame in (unlined, *(_frame(one, members.get(one, [])) for one in ("gone", "outside"))) if frame.boxes
    ]
