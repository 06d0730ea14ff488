"""By what line a body reports to the Board."""

from __future__ import annotations

from sscb_graph.graph.graph import Chain
from sscb_graph.graph.nodes import Body
from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import STATED
from sscb_graph.questions.columns import LINE, Number
from sscb_graph.questions.rows import ABOUT, Parameters, Row, chain_row
from sscb_graph.questions.silence import at_the_top, without_line

COLUMNS = (Number("step"), *LINE)


def rows(view: GraphView, body: str) -> list[Row]:
    """A row for each step of the shortest line from the body up to the Board, or as far up as a line leads."""
    edges = _line(view, body).edges
    return [
        chain_row(edges[:step], step=step, **{ABOUT: [edge.start.id, edge.end.id, view.plan_id]})
        for step, edge in enumerate(edges, 1)
    ]


def _line(view: GraphView, body: str) -> Chain:
    """The shortest line to the Board; where none reaches it, the longest of the shortest lines to any body above."""
    chains = view.chains([Chain((body,))], view.upwards)
    if view.plan.board in chains:
        return chains[view.plan.board]
    # The top of a line has nothing above it; in a circle no body is the top, and any of them may end the line.
    tops = [chain for key, chain in chains.items() if not view.out(view.node(key), "REPORTS_TO")]
    return min(tops or chains.values(), key=lambda chain: (-len(chain.edges), chain.tie))


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
    """Where the line stops, if it does not reach the Board; and that the Board itself is at the top."""
    line = _line(view, parameters["body"])
    end = view.get(Body, line.nodes[-1])
    if end == view.board:
        return [] if rows else [at_the_top(view, end)]
    if view.reports_to(end):
        return [f"The line does not reach the Board: from {end.name} it leads back to a body below."]
    return [*([f"The line stops at {end.name}."] if rows else []), *without_line(view, end)]
