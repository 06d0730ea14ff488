"""From recommendations to the actions that address them, those who lead these, and their line to the Board."""

from __future__ import annotations

from collections.abc import Sequence

from sscb_graph.pictures.names_of_files import picture_name
from sscb_graph.pictures.parts.action_box import action_box
from sscb_graph.pictures.parts.body_box import body_key_entries
from sscb_graph.pictures.parts.cautions import add_cautions
from sscb_graph.pictures.parts.line_to_board import boxes_above
from sscb_graph.pictures.parts.lines import lead_lines
from sscb_graph.pictures.parts.recommendation_box import (
    citation_line,
    nothing_cited,
    recommendation_box,
    topic_notes,
    uncited_box,
)
from sscb_graph.pictures.picture import Box, Flow, Picture, line_key_entries
from sscb_graph.pictures.picture_data import PictureData
from sscb_graph.questions.definition import NOTHING
from sscb_graph.questions.rows import Row
from sscb_graph.questions.silence import CITATION, LEAD, WHAT_HAS_ENDED, Cell
from sscb_graph.text import many, slug


def from_recommendation(data: PictureData, typed: str) -> Picture:
    """What traces to a recommendation such as "ofsted 22".

    Raises UnknownNumber or UnknownName where the plan has none of that name.
    """
    item = data.names.recommendation(typed).id
    citations = [row for row in data.rows("citations") if row["item_id"] == item]
    if not citations:
        return _uncited(data, item)
    actions = [data.actions[key] for key in dict.fromkeys(row["row_id"] for row in citations)]
    name = citations[0]["recommendation"]
    title = f"{name}: actions, leads and the line to the Board"
    return _chain(data, picture_name("trace", item), title, citations, actions)


def from_action(data: PictureData, number: str) -> Picture:
    """What one action addresses, who leads it, and their line to the Board; a number used twice shows both rows.

    Raises UnknownName where the plan has no action of that number.
    """
    wanted = data.names.action_ids(number)
    actions = [row for key, row in data.actions.items() if key in wanted]
    citations = [row for row in data.rows("citations") if row["row_id"] in wanted]
    name = number if [number] == wanted else actions[0]["action"]
    title = f"Action {actions[0]['action']}: recommendations, leads and the line to the Board"
    return _chain(data, picture_name("trace-action", slug(name)), title, citations, actions)


def _uncited(data: PictureData, item: str) -> Picture:
    point, *_ = data.notes("actions-by-recommendation", recommendation=item)
    box = uncited_box(data, item, ended=point.startswith(WHAT_HAS_ENDED))
    if point == NOTHING:
        point = f"The plan does not say what is done about {box.name}: no action cites it."
    if data.filtered:
        point = f"No action cites {box.name} in the facts that are counted."
    picture = Picture(picture_name("trace", item), f"{box.name}: what traces to it", point, (box,))
    return add_cautions(data, picture)


def _chain(data: PictureData, name: str, title: str, citations: Sequence[Row], actions: Sequence[Row]) -> Picture:
    wanted = {row["row_id"] for row in actions}
    items = {row["item_id"]: recommendation_box(row) for row in citations}
    leads = [row for row in data.rows("leads") if row["row_id"] in wanted]
    bodies, reporting = boxes_above(data, dict.fromkeys(row["lead_id"] for row in leads))
    lines = [*(citation_line(data, row) for row in citations), *lead_lines(data, leads), *reporting]
    picture = Picture(
        name,
        title,
        _point(data, actions, leads, items),
        (*items.values(), *(action_box(data, row) for row in actions), *bodies),
        tuple(lines),
        key=(*line_key_entries(lines), *body_key_entries(bodies)),
        notes=(
            "Read from left to right: is addressed by, is led by, reports to.",
            *topic_notes(citations),
            *([] if data.plan["board_id"] else ["The plan names no board."]),
        ),
        flow=Flow.RIGHT,
        wrap=24,
    )
    return add_cautions(data, picture)


def _point(data: PictureData, actions: Sequence[Row], leads: Sequence[Row], items: dict[str, Box]) -> str:
    who = ", ".join(dict.fromkeys(row["lead"] for row in leads)) or _nobody(data, actions)
    what = ", ".join(dict.fromkeys(row["action"] for row in actions))
    recs = ", ".join(box.name for box in items.values()) or _no_item(data, actions)
    return f"{recs}: {many(len(actions), 'action')} ({what}), led by {who}."


def _nobody(data: PictureData, actions: Sequence[Row]) -> str:
    if data.filtered:
        return "nobody in the facts that are drawn"
    ended = _ended(actions, LEAD)
    return f"nobody any more ({ended})" if ended else "nobody that the plan names"


def _no_item(data: PictureData, actions: Sequence[Row]) -> str:
    if data.filtered:
        return f"{nothing_cited(data)} in the facts that are drawn"
    ended = _ended(actions, CITATION)
    return f"{nothing_cited(data)} any more ({ended})" if ended else nothing_cited(data)


def _ended(actions: Sequence[Row], cell: Cell) -> str:
    """What has ended of some actions, each thing once."""
    return "; ".join(dict.fromkeys(words for row in actions for words in row[cell.ended_column]))
