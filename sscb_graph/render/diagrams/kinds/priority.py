"""A priority: its actions, what they cite, and who leads them."""

from __future__ import annotations

from sscb_graph.errors import BadValue
from sscb_graph.render.diagrams.kinds.bodies import Ask, body_node, standing_signs
from sscb_graph.render.diagrams.kinds.cautions import with_cautions
from sscb_graph.render.diagrams.kinds.chain import action_names, action_node, cited, led_by, lower_first
from sscb_graph.render.diagrams.picture import Line, Node, Picture, line_signs
from sscb_graph.text import slug


def draw(ask: Ask, number: str) -> Picture:
    """The actions of one priority; raises BadValue where the plan has no such priority."""
    known = {str(row["priority"]): row for row in ask("summary-by-priority").rows}
    if number not in known:
        raise BadValue("priority", number, f"the plan has {', '.join(known) or 'none'}")
    row = known[number]
    names = action_names(ask)
    actions = [one for one in ask("actions").rows if str(one["priority"]) == number]
    citations = ask("citations").rows
    leads = [one for one in ask("leads").rows if str(one["priority"]) == number]
    wanted = {one["lead_id"] for one in leads}
    bodies = [body_node(one) for one in ask("bodies").rows if one["body_id"] in wanted]
    top = Node(f"priority-{slug(number)}", f"Priority {number}", "priority", "Priority", (row["title"],))
    served = [
        Line(
            f"{top.id}~served-by~{one['row_id']}",
            top.id,
            one["row_id"],
            f"{top.name} is served by {lower_first(names[one['row_id']])}",
            "stated",
            source=one["source"],
            arrow="far",
        )
        for one in actions
    ]
    lines = [*served, *led_by(leads, names)]
    unled = sum(not one["leads"] for one in actions)
    without = f"; {unled} without a lead that the plan states" if unled else ""
    picture = Picture(
        f"priority-{slug(number)}",
        f"Priority {number}: its actions, what they cite and who leads them",
        f"{row['title'].rstrip(' ;.')}: {len(actions)} actions, {len(bodies)} leads{without}.",
        (
            top,
            *(action_node(one, names[one["row_id"]], cited(citations, one["row_id"]), wrap=80) for one in actions),
            *bodies,
        ),
        tuple(lines),
        key=(*line_signs(lines), *standing_signs(bodies)),
        notes=("Read from left to right: is served by, is led by.",),
        flow="right",
        wrap=17,
        note_wrap=130,
    )
    return with_cautions(ask, picture, {one["item_id"] for one in citations if one["priority"] == row["priority"]})
