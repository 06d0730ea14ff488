"""Where a body's members are drawn from, who they are, and what it is a member of."""

from __future__ import annotations

from sscb_graph.graph.nodes import Body
from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import marked
from sscb_graph.model.vocabulary import words_of
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
    is_member = words_of("MEMBER_OF")
    drawn = [row for row in rows if row["relation"] != is_member]
    sources = {body: [_other(row) for row in drawn if row["body"] == body] for body in _column(drawn, "body")}
    members = [{**row, "other": _other(row)} for row in rows if row["relation"] == is_member]
    names = {other: [row["body"] for row in members if row["other"] == other] for other in _column(members, "other")}
    return sentences(
        [
            *(f"The membership of {body} is drawn from {listed(found)}." for body, found in sources.items()),
            *(f"{_are_members(found)} of {other}." for other, found in names.items()),
        ]
    )


def _other(row: Row) -> str:
    return marked(row["other"], row["basis"])


def _column(rows: list[Row], name: str) -> dict[str, None]:
    """What a column says, once each, in the order of the rows."""
    return dict.fromkeys(row[name] for row in rows)


def _are_members(bodies: list[str]) -> str:
    return f"{bodies[0]} is a member" if len(bodies) == 1 else f"{listed(bodies)} are members"


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """What has ended, and what it means that there is no row."""
    node = view.get(Body, parameters["body"])
    ended = {edge.id: edge for edge in (*view.ended_out(node, *_TYPES), *view.ended_into(node, *_TYPES))}
    return unless_rows(rows, "The plan does not say who its members are.", list(ended.values()))
