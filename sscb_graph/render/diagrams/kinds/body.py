"""A body and everything that the plan relates it to."""

from __future__ import annotations

from dataclasses import replace

from sscb_graph.questions.answer import Row
from sscb_graph.render.diagrams.kinds.bodies import BODY_TYPES, Ask, body_line, body_node, line_support, standing_signs
from sscb_graph.render.diagrams.kinds.cautions import with_cautions
from sscb_graph.render.diagrams.kinds.chain import action_names, action_node, lower_first
from sscb_graph.render.diagrams.picture import Line, Node, Picture, line_signs
from sscb_graph.text import slug

#: The relations whose far end is above the body.
_UPWARDS = ("reports to", "subgroup of")


def draw(ask: Ask, name: str) -> Picture:
    """The neighbourhood of one body."""
    key = ask("actions-of-body", body=name).parameters["body"]
    rows = {row["body_id"]: row for row in ask("bodies").rows}
    row = rows[key]
    relations = [one for one in ask("relations", via=BODY_TYPES).rows if key in (one["body_id"], one["other_id"])]
    above = {one["other_id"] for one in relations if one["relation"] in _UPWARDS and one["body_id"] == key}
    leads = [one for one in ask("leads").rows if one["lead_id"] == key]
    names = action_names(ask)
    wanted = {one["row_id"] for one in leads}
    actions = [action_node(one, names[one["row_id"]]) for one in ask("actions").rows if one["row_id"] in wanted]
    lines = [_line(one, key, above - {key}) for one in relations]
    others = {one["other_id"]: one["other"] for one in relations if one["other_id"] not in rows}
    near = {end for line in lines for end in (line.near, line.far)} | {key}
    bodies = [body_node(one) for one in rows.values() if one["body_id"] in near]
    things = [Node(other, title, "document or event", "Document") for other, title in others.items()]
    picture = Picture(
        f"body-{slug(row['body'])}",
        f"{row['body']}: what the plan relates it to",
        _point(row, len(lines), len(near) - 1, len(actions)),
        (*bodies, *things, *actions),
        (*lines, *(_leads(one, names[one["row_id"]]) for one in leads)),
        key=(*line_signs(lines), *standing_signs(bodies)),
        notes=("The words on a line say how its ends are related; the arrow points at the second of them.",),
        flow="right",
        wrap=26,
        note_wrap=130,
    )
    return with_cautions(ask, picture)


def _point(row: Row, relations: int, others: int, actions: int) -> str:
    leads = f"leads {_many(actions, 'action')}" if actions else "leads no action"
    if not relations:
        return f"{row['body']} ({row['kind']}): the plan does not say how it relates to any other; it {leads}."
    return f"{row['body']} ({row['kind']}): {_many(relations, 'relation')} to {_many(others, 'other')}; {leads}."


def _many(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


def _line(row: Row, key: str, above: set[str]) -> Line:
    """What is above the body stands to its left, everything else to its right."""
    start, end = row["body_id"], row["other_id"]
    other = end if start == key else start
    near, far = (other, key) if other in above else (key, other)
    return replace(body_line(row), near=near, far=far, arrow="near" if end == near else "far", tag=row["relation"])


def _leads(row: Row, action: str) -> Line:
    return Line(
        f"{row['lead_id']}~leads~{row['row_id']}",
        row["lead_id"],
        row["row_id"],
        f"{row['lead']} leads {lower_first(action)}",
        tag="leads",
        arrow="far",
        **line_support(row),
    )
