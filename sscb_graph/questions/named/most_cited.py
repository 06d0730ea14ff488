"""Which recommendations actions cite most."""

from __future__ import annotations

from sscb_graph.graph import rules
from sscb_graph.graph.nodes import Recommendation
from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import STATED
from sscb_graph.questions.brief import Brief, topic_in_short
from sscb_graph.questions.columns import RECOMMENDATION, SOURCE, Hidden, Number, Numbers, Place, Text, Topic, replaced
from sscb_graph.questions.definition import NOTHING
from sscb_graph.questions.rows import ABOUT, Parameters, Row, recommendation_cells, with_basis
from sscb_graph.questions.silence import unless_ended
from sscb_graph.text import listed, many

COLUMNS = (
    *replaced(RECOMMENDATION, Topic("topic", place=Place.TABLE)),
    Number("citations"),
    Numbers("actions"),
    Numbers("also"),
    Hidden("is_recommendation"),
    # Hidden because it is always stated: only what actions' own cells state is counted.
    Hidden("basis"),
    SOURCE,
)


def rows(view: GraphView) -> list[Row]:
    """A row for each recommendation that an action's own cell cites, the most cited first."""
    items = view.all(Recommendation)
    view.prefetch(items, into=("ADDRESSES",))
    found = [_row(view, item) for item in items]
    return sorted((row for row in found if row["citations"]), key=lambda row: -int(row["citations"]))


def _row(view: GraphView, item: Recommendation) -> Row:
    citations = view.citations_of(item)
    stated = [edge.start.number for edge in rules.stated(citations)]
    return {
        **recommendation_cells(item),
        "citations": len(stated),
        "actions": stated,
        "also": [with_basis(edge.start.number, edge) for edge in rules.not_stated(citations)],
        "is_recommendation": item.recommendation,
        "basis": STATED,
        "source": item.source,
        ABOUT: [item.id],
    }


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """Which item is cited most, and how many are cited at all."""
    if not rows:
        return ""
    most = rows[0]["citations"]
    top = listed([row["recommendation"] for row in rows if row["citations"] == most])
    once = sum(row["citations"] == 1 for row in rows)
    cited = f"{many(len(rows), 'numbered item is', 'numbered items are')} cited in all, {once} of them once."
    return f"Cited most, by {many(most, 'action')}: {top}. {cited}"


def brief(view: GraphView, rows: list[Row], parameters: Parameters) -> Brief:
    """What each item is about, and which actions cite it."""
    cited = (Number("citations"), Numbers("actions"), Numbers("also"))
    return Brief((Text("recommendation"), topic_in_short(rows), *cited), rows)


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """What it means that there is no row."""
    return [] if rows else unless_ended(NOTHING, view.ended("ADDRESSES"))
