"""Which recommendations are cited, by the actions of which priority or of which lead."""

from __future__ import annotations

from collections.abc import Sequence

from sscb_graph.graph.nodes import mark_topic
from sscb_graph.model.basis import BASES
from sscb_graph.pictures.parts.cautions import add_cautions
from sscb_graph.pictures.parts.recommendation_box import item_number, reports_cited, topic_notes
from sscb_graph.pictures.picture import Grid, KeyEntry, Mark, Picture, basis_in_brackets
from sscb_graph.pictures.picture_data import PictureData
from sscb_graph.questions.rows import Row
from sscb_graph.questions.silence import CITATION, LEAD
from sscb_graph.text import many

#: What the columns of the matrix may be.
COLUMNS = ("priority", "lead")

#: The column of actions whose lead has ended, beside the ids of those who lead.
_LEAD_ENDED = ""

#: The columns of the matrix, by id with their headings; and the citations in each of its cells.
Columns = dict[object, str]
Placed = dict[tuple[str, object], list[Row]]


def compose(data: PictureData, by: str = "priority") -> Picture:
    """The matrix of recommendations against priorities or leads."""
    citations = data.rows("citations")
    columns, placed = (_by_lead if by == "lead" else _by_priority)(data, citations)
    items = {row["item_id"]: row for row in citations}
    rows = tuple(
        (_heading(data, row), tuple(tuple(_mark(one) for one in placed.get((key, column), [])) for column in columns))
        for key, row in items.items()
    )
    headings = tuple(Mark(title, title) for title in columns.values())
    uncited, point = _uncited(data, citations)
    reports = reports_cited(data)
    picture = Picture(
        "coverage" if by == "priority" else f"coverage-by-{by}",
        f"{f'{reports} recommendations' if reports else 'Recommendations'} and the actions that cite them, by {by}",
        point,
        grid=Grid(f"{reports} item".strip(), headings, rows, 12 if by == "lead" else 24) if rows else None,
        key=(
            KeyEntry("the action that cites it, as stated", "2.4"),
            KeyEntry("on that basis at its weakest: the reasons are in the text", "2.4 (inferred)"),
        ),
        notes=(*uncited, *topic_notes(items.values())),
        note_wrap=200 if by == "lead" else 142,
    )
    return add_cautions(data, picture, [*items, *(row["row_id"] for row in citations)])


def _uncited(data: PictureData, citations: Sequence[Row]) -> tuple[list[str], str]:
    """The recommendations that no action cites, and the main point with how many they are.

    Where only some facts are counted, nothing is said of them: another fact may cite them.
    """
    items = len({row["item_id"] for row in citations})
    stated = {row["row_id"] for row in citations if row["basis"] == BASES[0]}
    others = {row["row_id"] for row in citations} - stated
    more = f", and by {len(others)} more on a weaker basis" if others else ""
    point = f"{many(items, 'item')} {'is' if items == 1 else 'are'} cited by {many(len(stated), 'action')}{more}"
    if data.filtered:
        return [], f"{point} in the facts that are counted."
    gaps = [row for row in data.rows("gaps") if row["gap"] == "recommendation-without-action"]
    listed = ", ".join(item_number(data, row) for row in gaps)
    uncited = [f"Recommendations that no action cites ({len(gaps)}): {listed}."] if gaps else []
    ended = [
        f"{data.action_names[key]}: {words}"
        for key, row in data.actions.items()
        for words in row[CITATION.ended_column]
    ]
    uncited += [f"Citations that have ended ({len(ended)}): {'; '.join(ended)}."] if ended else []
    return uncited, f"{point}; {many(len(gaps), 'recommendation')} by none."


def _by_priority(data: PictureData, citations: Sequence[Row]) -> tuple[Columns, Placed]:
    columns: Columns = {row["priority"]: f"Priority {row['priority']}" for row in data.rows("priorities")}
    placed: Placed = {}
    for row in citations:
        placed.setdefault((row["item_id"], row["priority"]), []).append(row)
    return columns, placed


def _by_lead(data: PictureData, citations: Sequence[Row]) -> tuple[Columns, Placed]:
    leads: dict[str, list[Row]] = {}
    for row in data.rows("leads"):
        leads.setdefault(row["row_id"], []).append(row)
    placed: Placed = {}
    for row in citations:
        for lead in leads.get(row["row_id"], [_nobody(data, data.actions[row["row_id"]])]):
            placed.setdefault((row["item_id"], lead["lead_id"]), []).append({**row, "led": lead})
    used = {column for _, column in placed}
    columns: Columns = {key: row["body"] for key, row in data.bodies.items() if key in used}
    nobody = {None: "no lead is drawn" if data.filtered else "no lead stated", _LEAD_ENDED: "lead ended"}
    return {**columns, **{key: title for key, title in nobody.items() if key in used}}, placed


def _nobody(data: PictureData, action: Row) -> Row:
    """What stands in the place of the lead of an action that has none."""
    nobody = {"lead_id": None, "lead": "no lead that the plan states", "basis": BASES[0], "reason": None}
    if data.filtered:
        return {**nobody, "lead": "no lead that is drawn"}
    if ended := action[LEAD.ended_column]:
        return {**nobody, "lead_id": _LEAD_ENDED, "lead": f"nobody any more ({'; '.join(ended)})"}
    return nobody


def _heading(data: PictureData, row: Row) -> Mark:
    title = f"{row['recommendation']}: {mark_topic(row['topic'], row['topic_by']) or 'no topic'}"
    return Mark(f"{item_number(data, row)}  {row['topic'] or ''}".strip(), title)


def _mark(row: Row) -> Mark:
    """An action in its cell, with the weakest basis of what puts it there."""
    how = basis_in_brackets(row["basis"], row["reason"])
    title = f"action {row['action']} cites {row['recommendation']} {how}: {row['source']}"
    bases = [row["basis"]]
    if lead := row.get("led"):
        bases.append(lead["basis"])
        title += f"; led by {lead['lead']} {basis_in_brackets(lead['basis'], lead['reason'])}"
    weakest = max(bases, key=BASES.index)
    return Mark(row["action"] if weakest == BASES[0] else f"{row['action']} ({weakest})", title)
