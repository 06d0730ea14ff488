"""A priority: its actions, what they cite, and who leads them."""

from __future__ import annotations

from sscb_graph.errors import BadValue
from sscb_graph.pictures.names_of_files import picture_name
from sscb_graph.pictures.parts.action_box import action_box
from sscb_graph.pictures.parts.body_box import body_box, body_key_entries
from sscb_graph.pictures.parts.cautions import add_cautions
from sscb_graph.pictures.parts.lines import basis_cells, lead_lines
from sscb_graph.pictures.picture import Arrow, Box, Flow, Line, Picture, line_key_entries
from sscb_graph.pictures.picture_data import PictureData
from sscb_graph.questions.rows import Row
from sscb_graph.questions.silence import LEAD
from sscb_graph.text import many


def compose(data: PictureData, number: str) -> Picture:
    """The actions of one priority; raises BadValue where the plan has no such priority."""
    known = {str(row["priority"]): row for row in data.rows("priorities")}
    if number not in known:
        raise BadValue("priority", number, f"the plan has {', '.join(known) or 'none'}")
    row = known[number]
    serving = [one for one in data.rows("serving") if one["priority_id"] == row["priority_id"]]
    actions = [data.actions[key] for key in dict.fromkeys(one["row_id"] for one in serving)]
    wanted = {one["row_id"] for one in actions}
    leads = [one for one in data.rows("leads") if one["row_id"] in wanted]
    leaders = {one["lead_id"] for one in leads}
    bodies = [body_box(data, one) for key, one in data.bodies.items() if key in leaders]
    top = Box(row["priority_id"], f"Priority {number}", "priority", "Priority", (row["title"],))
    lines = [*(_serving_line(data, one) for one in serving), *lead_lines(data, leads)]
    picture = Picture(
        picture_name("priority", number),
        f"Priority {number}: its actions, what they cite and who leads them",
        _point(data, row["title"], actions, len(bodies)),
        (top, *(action_box(data, one, cited=True, wrap=80) for one in actions), *bodies),
        tuple(lines),
        key=(*line_key_entries(lines), *body_key_entries(bodies)),
        notes=("Read from left to right: is served by, is led by.",),
        flow=Flow.RIGHT,
        wrap=17,
        note_wrap=130,
    )
    return add_cautions(data, picture, {one["item_id"] for one in data.rows("citations") if one["row_id"] in wanted})


def _serving_line(data: PictureData, row: Row) -> Line:
    sentence = f"Priority {row['priority']} is served by {data.action_names[row['row_id']]}"
    return Line(row["id"], row["priority_id"], row["row_id"], sentence, arrow=Arrow.FAR, **basis_cells(row))


def _point(data: PictureData, title: str, actions: list[Row], leads: int) -> str:
    unled = [one for one in actions if not one["leads"]]
    ended = [] if data.filtered else [one for one in unled if one[LEAD.ended_column]]
    which = "in the facts that are drawn" if data.filtered else "that the plan states"
    silent = len(unled) - len(ended)
    without = f"; {many(silent, 'action')} without a lead {which}" if silent else ""
    without += f"; {many(len(ended), 'action')} whose lead has ended" if ended else ""
    return f"{title.rstrip(' ;.')}: {many(len(actions), 'action')}, {many(leads, 'lead')}{without}."
