"""What the plan decides about each body."""

from __future__ import annotations

from sscb_graph.graph.nodes import Decision
from sscb_graph.graph.standings import is_proposed
from sscb_graph.graph.view import GraphView
from sscb_graph.questions.columns import SUPPORT, Date, Id, Place, Text
from sscb_graph.questions.definition import NOTHING
from sscb_graph.questions.headlines import bases_of, by_word
from sscb_graph.questions.rows import ABOUT, Parameters, Row, support_cells
from sscb_graph.questions.silence import unless_ended
from sscb_graph.text import many, sentences

COLUMNS = (
    Text("body"),
    Id("body_id"),
    Text("standing"),
    Text("proposed_by"),
    # A clause of the document, and so too long for the table.
    Text("holds_until", "Until when", Place.BELOW),
    Date("review_on", "review"),
    *SUPPORT,
)


def rows(view: GraphView) -> list[Row]:
    """A row for each body that a decision is about, in the order of the decisions."""
    decisions = view.all(Decision)
    view.prefetch(decisions, out=("DECIDES_ON",))
    return [
        {
            "body": edge.end.name,
            "body_id": edge.end.id,
            "standing": decision.standing,
            "proposed_by": decision.proposed_by,
            "holds_until": decision.holds_until,
            "review_on": decision.review_on,
            **support_cells(edge),
            ABOUT: [edge.end.id, view.plan_id],
        }
        for decision in decisions
        for edge in view.out(decision, "DECIDES_ON")
    ]


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """About how many bodies something is decided, and what."""
    bodies = len({row["body"] for row in rows})
    first = f"The plan speaks of {many(bodies, 'body', 'bodies')}: {by_word(rows, 'standing')}."
    return sentences([first, bases_of(rows, "standings")]) if rows else ""


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """What is only proposed, of what the plan does not say who proposes it, and what it means that there is no row."""
    if not rows:
        return unless_ended(NOTHING, view.ended("DECIDES_ON"))
    proposed = [row for row in rows if is_proposed(row["standing"])]
    silent = dict.fromkeys(row["body"] for row in proposed if row["proposed_by"] is None)
    found = [f"{len(proposed)} of these {len(rows)} are proposals: the plan does not decide them."] if proposed else []
    return [*found, *([f"The plan does not say by whom these are proposed: {', '.join(silent)}."] if silent else [])]
