"""Where a body's members are drawn from, who they are, and what it is a member of."""

from __future__ import annotations

from sscb_graph.graph.nodes import Body
from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import marked
from sscb_graph.questions.columns import LINE
from sscb_graph.questions.rows import Parameters, Row, line_row
from sscb_graph.questions.silence import unless_rows
from sscb_graph.text import listed, sentences

COLUMNS = LINE

_TYPES = ("MEMBERSHIP_DRAWN_FROM", "MEMBER_OF")


def rows(view: GraphView, body: str) -> list[Row]:
    """A row for each such relation that starts or ends at the body."""
    node = view.get(Body, body)
    # By id, since a relation of a body to itself both starts and ends at it.
    edges = {edge.id: edge for edge in (*view.out(node, *_TYPES), *view.into(node, *_TYPES))}
    return [
        line_row(edge) for edge in sorted(edges.values(), key=lambda edge: (edge.start.order, edge.end.order, edge.id))
    ]


def title(view: GraphView, parameters: Parameters) -> str:
    """The heading of a page."""
    return f"Who the members of {view.get(Body, parameters['body']).name} are, and what it is a member of"


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """Whose members are drawn from where, and who is a member of what."""
    starts = dict.fromkeys((row["body"], row["relation"]) for row in rows)
    told = (f"{body} {words} {_others(rows, body, words)}." for body, words in starts)
    return sentences(told)


def _others(rows: list[Row], body: str, relation: str) -> str:
    own = (row for row in rows if (row["body"], row["relation"]) == (body, relation))
    return listed([marked(row["other"], row["basis"]) for row in own])


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """What has ended, and what it means that there is no row."""
    node = view.get(Body, parameters["body"])
    ended = {edge.id: edge for edge in (*view.ended_out(node, *_TYPES), *view.ended_into(node, *_TYPES))}
    return unless_rows(rows, "The plan does not say who its members are.", list(ended.values()))
