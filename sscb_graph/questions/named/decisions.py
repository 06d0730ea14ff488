"""What the plan decides about each body."""

from __future__ import annotations

from sscb_graph.graph.nodes import Decision
from sscb_graph.graph.view import GraphView
from sscb_graph.questions.columns import SUPPORT, Date, Text
from sscb_graph.questions.definition import NOTHING
from sscb_graph.questions.headlines import by_word
from sscb_graph.questions.rows import ABOUT, Parameters, Row
from sscb_graph.questions.silence import unless_ended
from sscb_graph.text import many

COLUMNS = (Text("body"), Text("standing"), Date("review_on", "review"), *SUPPORT)


def rows(view: GraphView) -> list[Row]:
    """A row for each body that a decision is about, in the order of the decisions."""
    decisions = view.all(Decision)
    view.prefetch(decisions, out=("DECIDES_ON",))
    return [
        {
            "body": edge.end.name,
            "standing": decision.standing,
            "review_on": decision.review_on,
            "basis": edge.basis,
            "reason": edge.reason,
            "source": edge.source,
            ABOUT: [edge.end.id],
        }
        for decision in decisions
        for edge in view.out(decision, "DECIDES_ON")
    ]


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """About how many bodies something is decided, and what."""
    bodies = len({row["body"] for row in rows})
    return f"The plan speaks of {many(bodies, 'body', 'bodies')}: {by_word(rows, 'standing')}." if rows else ""


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """What it means that there is no row."""
    return [] if rows else unless_ended(NOTHING, view.ended("DECIDES_ON"))
