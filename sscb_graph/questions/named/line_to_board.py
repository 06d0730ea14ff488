"""By what line a body reports to the Board."""

from __future__ import annotations

from sscb_graph.graph.graph import AnyEdge, Chain
from sscb_graph.graph.nodes import Body
from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import STATED
from sscb_graph.questions.columns import LINE, Number
from sscb_graph.questions.rows import ABOUT, Parameters, Row, chain_row
from sscb_graph.questions.silence import unless_ended

COLUMNS = (Number("step"), *LINE)


def rows(view: GraphView, body: str) -> list[Row]:
    """A row for each step of the shortest line from the body up to the Board."""
    chain = _chains(view, body).get(view.plan.board or "")
    edges = chain.edges if chain else ()
    return [
        chain_row(edges[:step], step=step, **{ABOUT: [edge.start.id, edge.end.id, view.plan_id]})
        for step, edge in enumerate(edges, 1)
    ]


def title(view: GraphView, parameters: Parameters) -> str:
    """The heading of a page."""
    return f"How {view.get(Body, parameters['body']).name} reports to the top of the structure"


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """The steps of the line, and how well it is known."""
    if not rows:
        return ""
    steps = ", which reports to ".join(row["other"] for row in rows)
    how = "" if rows[-1]["basis"] == STATED else f" The line as a whole is {rows[-1]['basis']}."
    return f"{rows[0]['body']} reports to {steps}.{how}"


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """What it means that there is no row."""
    body = parameters["body"]
    words = "The plan does not say by what line it reports to the Board, or it is the Board itself."
    # The Board has nothing above it, so a line of its own that has ended explains nothing.
    ended = _ended(view, body) if body != view.plan.board else []
    return [] if rows else unless_ended(words, ended)


def _ended(view: GraphView, body: str) -> list[AnyEdge]:
    """The reporting lines that have ended, from the body or from any body above it."""
    return [edge for key in _chains(view, body) for edge in view.ended_out(view.node(key), "REPORTS_TO")]


def _chains(view: GraphView, body: str) -> dict[str, Chain]:
    """The shortest chain of reporting lines to each body above a body."""
    return view.chains([Chain((body,))], view.upwards)
