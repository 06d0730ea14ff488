"""A body, what the plan relates it to, and the actions that it leads."""

from __future__ import annotations

from dataclasses import replace

from sscb_graph.pictures.names_of_files import picture_name
from sscb_graph.pictures.parts.action_box import action_box
from sscb_graph.pictures.parts.body_box import body_box, body_key_entries
from sscb_graph.pictures.parts.cautions import add_cautions
from sscb_graph.pictures.parts.lines import BODY_TYPES, basis_cells, relation_line
from sscb_graph.pictures.parts.recommendation_box import related_box
from sscb_graph.pictures.picture import Arrow, Flow, Line, Picture, line_key_entries
from sscb_graph.pictures.picture_data import PictureData
from sscb_graph.questions.rows import Row
from sscb_graph.questions.silence import WHAT_HAS_ENDED
from sscb_graph.text import many

#: The relations whose far end is above the body.
_UPWARDS = ("reports to", "subgroup of")


def compose(data: PictureData, name: str) -> Picture:
    """The neighbourhood of one body; raises UnknownName or AmbiguousName where its name is not that of one."""
    key = data.names.body(name).id
    row = data.bodies[key]
    relations = [one for one in data.rows("relations", via=BODY_TYPES) if key in (one["body_id"], one["other_id"])]
    above = {one["other_id"] for one in relations if one["relation"] in _UPWARDS and one["body_id"] == key}
    leads = [one for one in data.rows("leads") if one["lead_id"] == key]
    lines = [*(_line(one, key, above - {key}) for one in relations), *(_leads(data, one) for one in leads)]
    near = {key} | {end for line in lines for end in (line.near, line.far)}
    bodies = [body_box(data, one) for body, one in data.bodies.items() if body in near]
    actions = [action_box(data, one) for action, one in data.actions.items() if action in near]
    others = {one["other_id"]: related_box(one) for one in relations if one["other_id"] not in data.bodies}
    ended = [note for note in data.notes("about-body", body=key) if note.startswith(WHAT_HAS_ENDED)]
    picture = Picture(
        picture_name("body", key),
        f"{row['body']}: what the plan relates it to",
        _point(data, row, len(relations), len(near - {key}) - len(actions), len(actions), any_ended=bool(ended)),
        (*bodies, *others.values(), *actions),
        tuple(lines),
        key=(*line_key_entries(lines), *body_key_entries(bodies)),
        notes=("The words on a line say how its ends are related; the arrow points at the second of them.", *ended),
        flow=Flow.RIGHT,
        wrap=26,
        note_wrap=130,
    )
    return add_cautions(data, picture)


def _point(data: PictureData, row: Row, relations: int, others: int, actions: int, *, any_ended: bool) -> str:
    leads = f"leads {many(actions, 'action')}" if actions else "leads no action"
    if not relations and data.filtered:
        return f"{row['body']} ({row['kind']}): no relation to any other in the facts that are drawn; it {leads}."
    if not relations and any_ended:
        return f"{row['body']} ({row['kind']}): no relation to any other holds; it {leads}."
    if not relations:
        return f"{row['body']} ({row['kind']}): the plan does not say how it relates to any other; it {leads}."
    return f"{row['body']} ({row['kind']}): {many(relations, 'relation')} to {many(others, 'other')}; it {leads}."


def _line(row: Row, key: str, above: set[str]) -> Line:
    """What is above the body stands to its left, everything else to its right."""
    start, end = row["body_id"], row["other_id"]
    other = end if start == key else start
    near, far = (other, key) if other in above else (key, other)
    arrow = Arrow.NEAR if end == near else Arrow.FAR
    return replace(relation_line(row), near=near, far=far, arrow=arrow, tag=row["relation"])


def _leads(data: PictureData, row: Row) -> Line:
    sentence = f"{row['lead']} leads {data.action_names[row['row_id']]}"
    ends = (row["lead_id"], row["row_id"])
    return Line(row["id"], *ends, sentence, tag="leads", arrow=Arrow.FAR, **basis_cells(row))
