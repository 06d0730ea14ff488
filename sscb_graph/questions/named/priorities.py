"""The priorities of the plan, in their own words."""

from __future__ import annotations

from sscb_graph.graph.nodes import Priority
from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import STATED
from sscb_graph.questions.columns import BASIS, PRIORITY, SOURCE, Id, Words
from sscb_graph.questions.rows import ABOUT, Parameters, Row
from sscb_graph.text import many

COLUMNS = (PRIORITY, Id("priority_id"), Words("title"), BASIS, SOURCE)


def rows(view: GraphView) -> list[Row]:
    """A row for each priority."""
    return [
        {
            "priority": priority.number,
            "priority_id": priority.id,
            "title": priority.wording,
            "basis": STATED,
            "source": priority.source,
            ABOUT: [priority.id],
        }
        for priority in view.all(Priority)
    ]


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """How many there are."""
    return f"The plan has {many(len(rows), 'priority', 'priorities')}." if rows else ""
