"""The structure: boards and groups, who reports to whom, and those whose place the plan does not state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from sscb_graph.basis import BASES
from sscb_graph.pictures.parts.body_box import BODY_TYPES, body_box, body_line, box_key_entries
from sscb_graph.pictures.parts.cautions import with_cautions
from sscb_graph.pictures.picture import Arrow, Box, Frame, KeyEntry, Line, Picture, line_key_entries, support
from sscb_graph.pictures.picture_data import PictureData
from sscb_graph.questions.answer import Row
from sscb_graph.text import many

#: What else than lines is told of a body; and what says that another took its place.
_TOLD = frozenset({"subgroup of", "replaces", "formerly"})
_TOOK_PLACE = {"replaces": "replaced by", "formerly": "now"}
#: Bodies of these kinds are drawn without a line where others of them have one, as in an organogram.
_POSTS = frozenset({"role", "team"})
_OUTSIDE = "outside board"
_INFORMED = "keeps informed"
#: What is said of a body that is only kept informed, which says nothing of its place.
_UNSTATED = "PLACE NOT STATED"


def draw(
    asking: PictureData, *, everyone: bool = False, also: Collection[str] = (), only_reporting: bool = False
) -> Picture:
    """The structure of the plan that is asked.

    With ``everyone``, bodies of which it says nothing stand apart too, and so do those whose ids ``also`` names. With
    ``only_reporting``, a subgroup without a reporting line stands apart instead of hanging by what it is a subgroup of.
    """
    plan = asking.plan
    relations = [row for row in asking.rows("relations", via=BODY_TYPES) if row["other_id"] in asking.bodies]
    lines = _lines(relations, hang=not only_reporting)
    placed = {end for line in lines for end in (line.near, line.far)} | {plan["board_id"]}
    frames = _frames(asking, placed, {*(asking.bodies if everyone else also)})
    shown = placed.union(*(frame.boxes for frame in frames))
    drawn = [row for key, row in asking.bodies.items() if key in shown]
    drawn.sort(key=lambda row: row["body_id"] != plan["board_id"])
    unstated = placed - {end for line in lines for end in (line.near, line.far) if line.tag != _INFORMED}
    unstated -= {plan["board_id"]}
    unplaced = len(unstated) + sum(len(frame.boxes) for frame in frames if frame.id == "apart")
    often = Counter(row["body"] for row in drawn)
    told = _told(relations)
    boxes = []
    for row in drawn:
        key = row["body_id"]
        tags = [_UNSTATED] if key in unstated else []
        tags += [f"id: {key}"] if often[row["body"]] > 1 else []
        boxes.append(body_box(asking, row, told.get(key, []), tags))
    picture = Picture(
        "structure",
        f"{plan['board'] or plan['plan']}: the structure",
        _point(plan, boxes, lines, unplaced, filtered=bool(asking.left_out())),
        tuple(boxes),
        tuple(lines),
        tuple(frames),
        key=(*_line_key(asking, lines), *box_key_entries(boxes)),
        notes=tuple(_notes(asking, relations, {box.id for box in boxes})),
    )
    return with_cautions(asking, picture)


def _lines(relations: Sequence[Row], *, hang: bool) -> list[Line]:
    """The lines of reporting and of information; a subgroup without one hangs by what it is a subgroup of."""
    reporting = [row for row in relations if row["relation"] == "reports to"]
    informed = [row for row in relations if row["relation"] == _INFORMED]
    placed = {row["body_id"] for row in reporting}
    hanging = [row for row in relations if row["relation"] == "subgroup of" and row["body_id"] not in placed and hang]
    return [
        *(body_line(row) for row in reporting),
        *(replace(body_line(row), arrow=Arrow.NONE, tag="subgroup of") for row in hanging),
        *(replace(body_line(row, upwards=False), tag=_INFORMED) for row in informed),
    ]


def _needs_place(row: Row, *, posts: bool) -> bool:
    if row["kind"] == _OUTSIDE:
        return False
    return bool(row["group"] or row["standing"] or row["leads"] or (posts and row["kind"] in _POSTS))


def _frames(asking: PictureData, placed: Collection[str], also: Collection[str]) -> list[Frame]:
    """The bodies without a line that a structure would show: gone, outside, or with no place that is stated."""
    posts = not len(placed) > 1 or any(asking.bodies[key]["kind"] in _POSTS for key in placed if key)
    gone = _gone_ids(asking)
    apart: dict[str, list[str]] = {"apart": [], "gone": [], "outside": []}
    for key, row in asking.bodies.items():
        if key not in placed and (key in also or (key not in gone and _needs_place(row, posts=posts))):
            apart["gone" if key in gone else "outside" if row["kind"] == _OUTSIDE else "apart"].append(key)
    number = len(apart["apart"])
    them = "this body stands" if number == 1 else f"these {number} bodies stand"
    name, title = "apart", f"Place not stated: the plan does not say where {them}, or only proposes it"
    if asking.left_out():
        name, title = "unlined", f"Without a line in the facts that are drawn: {many(number, 'body', 'bodies')}"
    frames = [
        Frame(name, title, tuple(apart["apart"])),
        Frame("gone", "No longer in the structure", tuple(apart["gone"])),
        Frame("outside", "Outside the structure", tuple(apart["outside"])),
    ]
    return [frame for frame in frames if frame.boxes]


def _gone_ids(asking: PictureData) -> set[str]:
    """The bodies that another took the place of, or that the plan calls former, whatever facts are counted."""
    whole = asking.everything
    taken = {row["other_id"] for row in whole.rows("relations", via=BODY_TYPES) if row["relation"] in _TOOK_PLACE}
    return taken | {key for key, row in whole.bodies.items() if row["standing"] == "former"}


def _told(relations: Iterable[Row]) -> dict[str, list[str]]:
    """What else relates each body to others, each with its basis."""
    told: dict[str, list[str]] = {}
    for row in relations:
        if row["relation"] in _TOLD:
            how = support(row["basis"], row["reason"])
            told.setdefault(row["body_id"], []).append(f"{row['relation'].capitalize()} {row['other']} {how}")
    return told


def _point(plan: Row, boxes: Sequence[Box], lines: Sequence[Line], apart: int, *, filtered: bool) -> str:
    bases = Counter(line.basis for line in lines if line.arrow == Arrow.NEAR)
    said = ", ".join(f"{bases[basis]} {basis}" for basis in BASES if bases[basis])
    shares = f"{many(bases.total(), 'reporting line')} ({said})" if said else "no reporting line"
    where = f"From {plan['plan']}: {many(len(boxes), 'body', 'bodies')}, {shares}"
    if filtered:
        return f"{where} in the facts that are drawn."
    return f"{where}; the place of {apart} is not stated." if apart else f"{where}."


def _line_key(asking: PictureData, lines: Sequence[Line]) -> list[KeyEntry]:
    """The entries for lines; "Keep Informed" is told of as the plan's own key has it, even where no line survives."""
    entries = line_key_entries([line for line in lines if line.arrow == Arrow.NEAR], "Reports to: ")
    known = {entry.basis for entry in entries}
    entries += line_key_entries([line for line in lines if line.arrow != Arrow.NEAR and line.basis not in known])
    if any(line.tag == _INFORMED for line in lines):
        return [*entries, KeyEntry("as the words on the line say", "Keep Informed")]
    if asking.rows("search", text="Keep Informed"):
        return [*entries, KeyEntry("none survives in the text", "Keep Informed")]
    return entries


def _notes(asking: PictureData, relations: Sequence[Row], drawn: Collection[str]) -> list[str]:
    """What is not drawn, and why; nothing where only some facts are counted."""
    if asking.left_out():
        return []
    rest = [row for key, row in asking.bodies.items() if key not in drawn]
    gone = {row["other_id"]: row for row in relations if row["relation"] in _TOOK_PLACE}
    former = [row for row in rest if row["standing"] == "former" or row["body_id"] in gone]
    outside = [row for row in rest if row["kind"] == _OUTSIDE]
    others = Counter(row["kind"] for row in rest if row not in former and row not in outside)
    said = []
    if former:
        said.append(f"No longer in the structure: {'; '.join(_gone(row, gone) for row in former)}.")
    if outside:
        said.append(f"Outside the structure: {'; '.join(_decided(row) for row in outside)}.")
    if others:
        kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(others.items()))
        bodies = many(others.total(), "other body", "other bodies")
        said.append(
            f"Not drawn, as they have no line, no lead and no decision: {bodies} ({kinds}); --everyone draws them."
        )
    return said


def _gone(row: Row, gone: dict[str, Row]) -> str:
    if one := gone.get(row["body_id"]):
        return f"{row['body']}, {_TOOK_PLACE[one['relation']]} {one['body']} ({one['basis']})"
    return str(row["body"])


def _decided(row: Row) -> str:
    return f"{row['body']}, {row['standing']} ({row['standing_basis']})" if row["standing"] else str(row["body"])
