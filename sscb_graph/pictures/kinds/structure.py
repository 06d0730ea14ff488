"""The structure: boards and groups, who reports to whom, and those whose place the plan does not state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from sscb_graph.model.basis import basis_counts, in_counts
from sscb_graph.pictures.parts.body_box import NO_LINE, NO_PLACE, body_box, body_key_entries, no_line_tags
from sscb_graph.pictures.parts.cautions import add_cautions
from sscb_graph.pictures.parts.frames import NO_PLACE_FRAMES, OUTSIDE, TOOK_PLACE, frame_unplaced
from sscb_graph.pictures.parts.lines import BODY_TYPES, relation_line
from sscb_graph.pictures.picture import Arrow, Box, KeyEntry, Line, Picture, basis_in_brackets, line_key_entries
from sscb_graph.pictures.picture_data import PictureData
from sscb_graph.questions.rows import Row
from sscb_graph.text import many

#: The relations that stand in words in a box, since they say nothing of its place.
_IN_WORDS = frozenset({"subgroup of", "replaces", "formerly"})
_INFORMED = "keeps informed"
#: What the key of the plan's own picture calls it.
_KEPT_INFORMED = "Keep Informed"


def compose(
    data: PictureData, *, everyone: bool = False, also: Collection[str] = (), only_reporting: bool = False
) -> Picture:
    """The structure of a plan.

    With ``everyone``, bodies of which the plan says nothing stand apart too, and so do those whose ids ``also`` names.
    With ``only_reporting``, a subgroup without a reporting line stands apart instead of hanging by what it is a
    subgroup of: where two plans are compared, hanging would look like a line.
    """
    plan = data.plan
    relations = [row for row in data.rows("relations", via=BODY_TYPES) if row["other_id"] in data.bodies]
    lines = _lines(relations, hang=not only_reporting)
    placed = {end for line in lines for end in (line.near, line.far)} | {plan["board_id"]}
    frames = frame_unplaced(data, placed, {*(data.bodies if everyone else also)})
    tags = _unplaced_tags(data, lines, placed)
    boxes = _boxes(data, relations, placed.union(*(frame.boxes for frame in frames)), tags)
    unplaced = {*tags, *(key for frame in frames if frame.id in NO_PLACE_FRAMES for key in frame.boxes)}
    notes, not_drawn = _notes(data, relations, {box.id for box in boxes})
    picture = Picture(
        "structure",
        _title(data),
        _point(data, boxes, lines, unplaced),
        tuple(boxes),
        tuple(lines),
        tuple(frames),
        key=(*_line_key(data, lines), *body_key_entries(boxes)),
        notes=tuple(notes),
        not_drawn=not_drawn,
    )
    return add_cautions(data, picture, [plan["plan_id"]])


def _title(data: PictureData) -> str:
    """The title that the plan prints for its own picture of the structure, or else ours."""
    printed: str | None = data.plan["picture_title"]
    return printed or f"{data.plan['board'] or data.plan['plan']}: the structure"


def _lines(relations: Sequence[Row], *, hang: bool) -> list[Line]:
    """The lines of reporting and of information; a subgroup without one hangs by what it is a subgroup of."""
    reporting = [row for row in relations if row["relation"] == "reports to"]
    informed = [row for row in relations if row["relation"] == _INFORMED]
    placed = {row["body_id"] for row in reporting}
    hanging = [row for row in relations if row["relation"] == "subgroup of" and row["body_id"] not in placed and hang]
    return [
        *(relation_line(row) for row in reporting),
        *(replace(relation_line(row), arrow=Arrow.NONE, tag="subgroup of") for row in hanging),
        *(replace(relation_line(row, upwards=False), tag=_INFORMED) for row in informed),
    ]


def _unplaced_tags(data: PictureData, lines: Iterable[Line], placed: Iterable[str]) -> dict[str, list[str]]:
    """The tags of the bodies that a line places although none leads to the Board."""
    lined = {end for line in lines for end in (line.near, line.far) if line.tag != _INFORMED}
    tags = {key: no_line_tags(data, key, NO_LINE if key in lined else NO_PLACE) for key in placed}
    return {key: words for key, words in tags.items() if words}


def _boxes(
    data: PictureData, relations: Iterable[Row], shown: Collection[str], more: Mapping[str, list[str]]
) -> list[Box]:
    """The boxes of some bodies, the Board's first."""
    rows = [row for key, row in data.bodies.items() if key in shown]
    rows.sort(key=lambda row: row["body_id"] != data.plan["board_id"])
    often = Counter(row["body"] for row in rows)
    facts = _facts(relations)
    boxes = []
    for row in rows:
        key = row["body_id"]
        tags = [*more.get(key, []), *([f"id: {key}"] if often[row["body"]] > 1 else [])]
        boxes.append(body_box(data, row, facts.get(key, []), tags))
    return boxes


def _facts(relations: Iterable[Row]) -> dict[str, list[str]]:
    """What else relates each body to others, each with its basis."""
    found: dict[str, list[str]] = {}
    for row in relations:
        if row["relation"] in _IN_WORDS:
            how = basis_in_brackets(row["basis"], row["reason"])
            found.setdefault(row["body_id"], []).append(f"{row['relation'].capitalize()} {row['other']} {how}")
    return found


def _point(data: PictureData, boxes: Sequence[Box], lines: Sequence[Line], unplaced: Collection[str]) -> str:
    counts = basis_counts(line.basis for line in lines if line.arrow == Arrow.NEAR)
    shares = "no reporting line"
    if counts:
        shares = f"{many(sum(counts.values()), 'reporting line')} ({', '.join(in_counts(counts))})"
    where = f"From {data.plan['plan']}: {many(len(boxes), 'body', 'bodies')}, {shares}"
    if data.filtered:
        return f"{where} in the facts that are drawn."
    ended = sum(bool(data.without_line[key]) for key in unplaced)
    silent = len(unplaced) - ended
    over = f"; the line of {ended} to the Board has ended" if ended else ""
    return f"{where}{over}; the place of {silent} is not stated." if silent else f"{where}{over}."


def _line_key(data: PictureData, lines: Sequence[Line]) -> list[KeyEntry]:
    """The entries for lines; the plan's own key has "Keep Informed", so it is explained even where no line survives."""
    entries = line_key_entries([line for line in lines if line.arrow == Arrow.NEAR], "Reports to: ")
    known = {entry.basis for entry in entries}
    entries += line_key_entries([line for line in lines if line.arrow != Arrow.NEAR and line.basis not in known])
    if any(line.tag == _INFORMED for line in lines):
        return [*entries, KeyEntry("as the words on the line say", _KEPT_INFORMED)]
    if data.rows("search", text=_KEPT_INFORMED):
        return [*entries, KeyEntry("none survives in the text", _KEPT_INFORMED)]
    return entries


def _notes(data: PictureData, relations: Sequence[Row], drawn: Collection[str]) -> tuple[list[str], int]:
    """What is not drawn, and why; and how many bodies have nothing that would place them.

    Where only some facts are counted, nothing follows from what is missing.
    """
    if data.filtered:
        return [], 0
    rest = [row for key, row in data.bodies.items() if key not in drawn]
    taken = {row["other_id"]: row for row in relations if row["relation"] in TOOK_PLACE}
    former = [row for row in rest if row["gone"]]
    outside = [row for row in rest if row["kind"] == OUTSIDE]
    named = {row["body_id"] for row in (*former, *outside)}
    others = Counter(row["kind"] for row in rest if row["body_id"] not in named)
    notes = []
    if former:
        notes.append(f"No longer in the structure: {'; '.join(_gone(row, taken) for row in former)}.")
    if outside:
        notes.append(f"Outside the structure: {'; '.join(_decided(row) for row in outside)}.")
    if others:
        kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(others.items()))
        bodies = many(others.total(), "other body", "other bodies")
        notes.append(f"Not drawn, as they have no line, no lead and no decision: {bodies} ({kinds}).")
    return notes, others.total()


def _gone(row: Row, taken: dict[str, Row]) -> str:
    """A body that is gone, with what took its place."""
    if by := taken.get(row["body_id"]):
        return f"{row['body']}, {TOOK_PLACE[by['relation']]} {by['body']} ({by['basis']})"
    return str(row["body"])


def _decided(row: Row) -> str:
    """A body, with what the plan decides about it."""
    return f"{row['body']}, {row['standing']} ({row['standing_basis']})" if row["standing"] else str(row["body"])
