"""Which recommendations are cited, by the actions of which priority or of which lead."""

from __future__ import annotations

from collections.abc import Sequence

from sscb_graph.questions.answer import Row
from sscb_graph.render.diagrams.kinds.bodies import Ask
from sscb_graph.render.diagrams.kinds.cautions import with_cautions
from sscb_graph.render.diagrams.picture import Grid, Mark, Picture, Sign, support

#: What the columns of the matrix may be.
COLUMNS = ("priority", "lead")


def draw(ask: Ask, by: str = "priority") -> Picture:
    """The matrix of recommendations against priorities or leads."""
    citations = ask("citations").rows
    gaps = [row for row in ask("gaps").rows if row["gap"] == "recommendation-without-action"]
    columns, placed = _by_lead(ask, citations) if by == "lead" else _by_priority(ask, citations)
    items = {row["item_id"]: row for row in citations}
    rows = tuple(
        (
            Mark(f"{row['item']}  {row['title'] or ''}".strip(), f"Ofsted {row['item']}: {row['title'] or 'no topic'}"),
            tuple(tuple(_mark(one) for one in placed.get((key, column), [])) for column, _ in columns),
        )
        for key, row in items.items()
    )
    uncited = ", ".join(row["item"].removeprefix("Ofsted ") for row in gaps)
    nobody = [f"Recommendations that no action cites ({len(gaps)}): {uncited}."] if gaps else []
    picture = Picture(
        "coverage" if by == "priority" else "coverage-by-lead",
        f"Ofsted recommendations and the actions that cite them, by {by}",
        f"{len(items)} items are cited by {len({row['row_id'] for row in citations})} actions; "
        f"{len(gaps)} recommendations are cited by none.",
        grid=Grid("Ofsted item", tuple(Mark(title, title) for _, title in columns), rows, 12 if by == "lead" else 24)
        if rows
        else None,
        key=(
            Sign("words:2.4", "the action that cites it, as stated"),
            Sign("words:2.4 (inferred)", "cited, with that basis"),
        ),
        notes=tuple(nobody),
        note_wrap=200 if by == "lead" else 142,
    )
    return with_cautions(ask, picture, [*items, *(row["row_id"] for row in citations)])


Placed = dict[tuple[str, str], list[Row]]


def _by_priority(ask: Ask, citations: Sequence[Row]) -> tuple[list[tuple[str, str]], Placed]:
    columns = [(row["priority"], f"Priority {row['priority']}") for row in ask("summary-by-priority").rows]
    placed: Placed = {}
    for row in citations:
        placed.setdefault((row["item_id"], row["priority"]), []).append(row)
    return columns, placed


def _by_lead(ask: Ask, citations: Sequence[Row]) -> tuple[list[tuple[str, str]], Placed]:
    leads: dict[str, list[Row]] = {}
    for row in ask("leads").rows:
        leads.setdefault(row["row_id"], []).append(row)
    names: dict[str, str] = {}
    placed: Placed = {}
    for row in citations:
        for lead in leads.get(row["row_id"], [{"lead_id": "", "lead": "no lead stated"}]):
            names[lead["lead_id"]] = lead["lead"]
            placed.setdefault((row["item_id"], lead["lead_id"]), []).append(row)
    order = [row["body_id"] for row in ask("bodies").rows]
    columns = sorted(names.items(), key=lambda one: order.index(one[0]) if one[0] else len(order))
    return columns, placed


def _mark(row: Row) -> Mark:
    words = row["action"] if row["basis"] == "stated" else f"{row['action']} ({row['basis']})"
    return Mark(
        words,
        f"action {row['action']} cites item {row['item']} {support(row['basis'], row['reason'])}: {row['source']}",
    )
