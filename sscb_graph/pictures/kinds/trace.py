"""From recommendations to the actions that address them, those who lead these, and their line to the Board."""

from __future__ import annotations

from collections.abc import Sequence

from sscb_graph.pictures.parts.action_box import action_box, led_by, short, upwards
from sscb_graph.pictures.parts.body_box import box_key_entries, line_support
from sscb_graph.pictures.parts.cautions import with_cautions
from sscb_graph.pictures.picture import Arrow, Box, Flow, Line, Picture, line_key_entries
from sscb_graph.pictures.picture_data import PictureData
from sscb_graph.questions.answer import Row
from sscb_graph.text import many, slug


def ofsted(asking: PictureData, number: str) -> Picture:
    """What traces to one recommendation of the inspection report."""
    item = asking.names.ofsted_id(number)
    citations = [row for row in asking.rows("citations") if row["item_id"] == item]
    if not citations:
        return _uncited(asking, item)
    actions = [asking.actions[key] for key in dict.fromkeys(row["row_id"] for row in citations)]
    name = f"Ofsted {citations[0]['item']}"
    title = f"{name}: actions, leads and the line to the Board"
    return _chain(asking, f"trace-{slug(name)}", title, citations, actions)


def _uncited(asking: PictureData, item: str) -> Picture:
    name, _, topic = asking.names.titles("ofsted", [item])[0].partition(": ")
    facts = (f"It is about: {topic}",) if topic else ()
    cited = "NO CITATION OF IT IS DRAWN" if asking.left_out() else "NO ACTION CITES IT"
    box = Box(item, name, "item", "OfstedRecommendation", (cited,), wrap=24, facts=facts)
    point = f"The plan does not say what is done about {name}: no action cites it."
    if asking.left_out():
        point = f"No action cites {name} in the facts that are counted."
    return with_cautions(asking, Picture(f"trace-{slug(name)}", f"{name}: what traces to it", point, (box,)))


def action(asking: PictureData, number: str) -> Picture:
    """What one action addresses, who leads it, and their line to the Board; a number used twice shows both rows."""
    wanted = asking.names.action_ids(number)
    actions = [row for key, row in asking.actions.items() if key in wanted]
    citations = [row for row in asking.rows("citations") if row["row_id"] in wanted]
    name = number if [number] == wanted else actions[0]["action"]
    title = f"Action {actions[0]['action']}: recommendations, leads and the line to the Board"
    return _chain(asking, f"trace-action-{slug(name)}", title, citations, actions)


def _chain(asking: PictureData, name: str, title: str, citations: Sequence[Row], actions: Sequence[Row]) -> Picture:
    wanted = {row["row_id"] for row in actions}
    items = {row["item_id"]: _item(row) for row in citations}
    leads = [row for row in asking.rows("leads") if row["row_id"] in wanted]
    bodies, reporting = upwards(asking, dict.fromkeys(row["lead_id"] for row in leads))
    lines = [*(_addressed(asking, row) for row in citations), *led_by(asking, leads), *reporting]
    picture = Picture(
        name,
        title,
        _point(actions, leads, items),
        (*items.values(), *(action_box(asking, row) for row in actions), *bodies),
        tuple(lines),
        key=(*line_key_entries(lines), *box_key_entries(bodies)),
        notes=(
            "Read from left to right: is addressed by, is led by, reports to.",
            *([] if asking.plan["board_id"] else ["The plan names no board."]),
        ),
        flow=Flow.RIGHT,
        wrap=24,
    )
    return with_cautions(asking, picture)


def _item(row: Row) -> Box:
    basis = "" if row["recommendation"] else " that the report does not mark as a recommendation"
    words, about = ((short(row["title"]),), (f"It is about: {row['title']}",)) if row["title"] else ((), ())
    name = f"Ofsted {row['item']}"
    return Box(row["item_id"], name, f"item{basis}", "OfstedRecommendation", words, facts=about)


def _addressed(asking: PictureData, row: Row) -> Line:
    sentence = f"Ofsted {row['item']} is addressed by {asking.action_names[row['row_id']]}"
    return Line(row["id"], row["item_id"], row["row_id"], sentence, arrow=Arrow.FAR, **line_support(row))


def _point(actions: Sequence[Row], leads: Sequence[Row], items: dict[str, Box]) -> str:
    who = ", ".join(dict.fromkeys(row["lead"] for row in leads)) or "nobody that the plan names"
    what = ", ".join(dict.fromkeys(row["action"] for row in actions))
    recs = ", ".join(box.name for box in items.values()) or "No Ofsted recommendation"
    return f"{recs}: {many(len(actions), 'action')} ({what}), led by {who}."
