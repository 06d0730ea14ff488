"""From recommendations to the actions that address them, those who lead these, and their line to the Board."""

from __future__ import annotations

from collections.abc import Sequence

from sscb_graph.questions.answer import Row
from sscb_graph.render.diagrams.kinds.bodies import Ask, line_support, standing_signs
from sscb_graph.render.diagrams.kinds.cautions import with_cautions
from sscb_graph.render.diagrams.kinds.chain import action_names, action_node, led_by, lower_first, short, upwards
from sscb_graph.render.diagrams.picture import Line, Node, Picture, line_signs
from sscb_graph.text import slug


def ofsted(ask: Ask, number: str) -> Picture:
    """What traces to one recommendation of the inspection report."""
    answer = ask("actions-by-recommendation", recommendation=number)
    item = answer.parameters["recommendation"]
    wanted = {row["row_id"] for row in answer.rows}
    citations = [row for row in ask("citations").rows if row["item_id"] == item]
    if not citations:
        return _uncited(ask, item, answer.subjects[0])
    actions = [row for row in ask("actions").rows if row["row_id"] in wanted]
    name = f"Ofsted {citations[0]['item']}"
    return _chain(ask, f"trace-{slug(name)}", f"{name}: actions, leads and the line to the Board", citations, actions)


def _uncited(ask: Ask, item: str, subject: str) -> Picture:
    name, _, topic = subject.partition(": ")
    facts = (f"It is about: {topic}",) if topic else ()
    node = Node(item, name, "item", "OfstedRecommendation", ("NO ACTION CITES IT",), wrap=24, facts=facts)
    point = f"The plan does not say what is done about {name}: no action cites it."
    return with_cautions(ask, Picture(f"trace-{slug(name)}", f"{name}: what traces to it", point, (node,)))


def action(ask: Ask, number: str) -> Picture:
    """What one action addresses, who leads it, and their line to the Board."""
    wanted = ask("who-leads", actions=number).parameters["actions"]
    actions = [row for row in ask("actions").rows if row["row_id"] in wanted]
    citations = [row for row in ask("citations").rows if row["row_id"] in wanted]
    title = f"Action {actions[0]['action']}: recommendations, leads and the line to the Board"
    return _chain(ask, f"trace-action-{slug(number)}", title, citations, actions)


def _chain(ask: Ask, name: str, title: str, citations: Sequence[Row], actions: Sequence[Row]) -> Picture:
    names = action_names(ask)
    wanted = {row["row_id"] for row in actions}
    items = {row["item_id"]: _item(row) for row in citations}
    leads = [row for row in ask("leads").rows if row["row_id"] in wanted]
    bodies, reporting = upwards(ask, dict.fromkeys(row["lead_id"] for row in leads))
    lines = [*(_addressed(row, names[row["row_id"]]) for row in citations), *led_by(leads, names), *reporting]
    picture = Picture(
        name,
        title,
        _point(actions, leads, items),
        (*items.values(), *(action_node(row, names[row["row_id"]]) for row in actions), *bodies),
        tuple(lines),
        key=(*line_signs(lines), *standing_signs(bodies)),
        notes=("Read from left to right: is addressed by, is led by, reports to.",),
        flow="right",
        wrap=24,
    )
    return with_cautions(ask, picture)


def _item(row: Row) -> Node:
    basis = "" if row["recommendation"] else " that the report does not mark as a recommendation"
    about = (f"It is about: {row['title']}",) if row["title"] else ()
    return Node(
        row["item_id"],
        f"Ofsted {row['item']}",
        f"item{basis}",
        "OfstedRecommendation",
        (short(row["title"] or ""),),
        facts=about,
    )


def _addressed(row: Row, action: str) -> Line:
    sentence = f"Ofsted {row['item']} is addressed by {lower_first(action)}"
    key = f"{row['item_id']}~addressed-by~{row['row_id']}"
    return Line(key, row["item_id"], row["row_id"], sentence, arrow="far", **line_support(row))


def _point(actions: Sequence[Row], leads: Sequence[Row], items: dict[str, Node]) -> str:
    who = list(dict.fromkeys(row["lead"] for row in leads))
    what = ", ".join(dict.fromkeys(row["action"] for row in actions))
    recs = ", ".join(node.name for node in items.values()) or "No Ofsted recommendation"
    many = "action" if len(actions) == 1 else "actions"
    return f"{recs}: {len(actions)} {many} ({what}), led by {', '.join(who) or 'nobody that the plan names'}."
