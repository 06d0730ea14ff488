"""Who reports to a body directly."""

from __future__ import annotations

from sscb_graph.graph.nodes import Body
from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import STATED
from sscb_graph.questions.columns import LINE
from sscb_graph.questions.headlines import bases_of
from sscb_graph.questions.rows import ABOUT, Parameters, Row, how_known, line_row
from sscb_graph.questions.silence import unless_rows
from sscb_graph.text import many, sentences

COLUMNS = LINE


def rows(view: GraphView, body: str) -> list[Row]:
    """A row for each reporting line that ends at the body."""
    lines = view.reports_from(view.get(Body, body))
    return [line_row(edge, **{ABOUT: [edge.start.id, edge.end.id, view.plan_id]}) for edge in lines]


def title(view: GraphView, parameters: Parameters) -> str:
    """The heading of a page."""
    return f"Who reports to {view.get(Body, parameters['body']).name}"


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """Who reports to it, and how well that is known."""
    if not rows:
        return ""
    body = view.get(Body, parameters["body"]).name
    bodies = list(dict.fromkeys(row["body"] for row in rows))
    return sentences([f"{many(len(bodies), 'body reports', 'bodies report')} to {body}.", bases_of(rows, "lines")])


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """How far the plan states these lines."""
    # Without a direct line there is none at any level, so reports-to-all-levels shares these notes.
    ended = view.ended_into(view.get(Body, parameters["body"]), "REPORTS_TO")
    return [*_stated(rows), *unless_rows(rows, "The plan does not say that anybody reports to it.", ended)]


def _stated(rows: list[Row]) -> list[str]:
    """A sentence on how many of the reporting lines the plan states; none where it states all."""
    stated = sum(row["basis"] == STATED for row in rows)
    if stated == len(rows):
        return []
    if not stated:
        return [f"No line below is stated: the plan does not say it in words, and every one is {how_known(rows)}."]
    return [
        f"Only {stated} of these {len(rows)} lines rest on statements of the plan; the others are {how_known(rows)}."
    ]
