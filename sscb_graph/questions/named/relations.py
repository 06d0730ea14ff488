"""Every relation of some types that starts at a body."""

from __future__ import annotations

from sscb_graph.graph.nodes import Body, Node, Recommendation, Report
from sscb_graph.graph.standings import kind_basis
from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import STATED
from sscb_graph.model.vocabulary import label_words
from sscb_graph.questions.columns import CONFIRMATION, SUPPORT, BasisOfColumn, Id, Relation, Text
from sscb_graph.questions.definition import NOTHING
from sscb_graph.questions.headlines import bases_of, by_word
from sscb_graph.questions.rows import CAUTIONS, Parameters, Row, line_row
from sscb_graph.questions.silence import unless_ended
from sscb_graph.text import many, sentences

COLUMNS = (
    Id("id"),
    Text("body"),
    Id("body_id"),
    Relation("relation"),
    Text("other"),
    Id("other_id"),
    Text("other_kind"),
    BasisOfColumn("other_kind_basis"),
    *SUPPORT,
    *CONFIRMATION,
    Text("note"),
)


def rows(view: GraphView, via: list[str]) -> list[Row]:
    """A row for each relation of the types."""
    return [
        line_row(
            edge,
            id=edge.id,
            body_id=edge.start.id,
            other_id=edge.end.id,
            other_kind=_kind(view, edge.end),
            other_kind_basis=kind_basis(edge.end) if isinstance(edge.end, Body) else STATED,
            note=edge.note,
            # The column of notes tells it.
            **{CAUTIONS: []},
        )
        for edge in view.typed(*via)
        if isinstance(edge.start, Body)
    ]


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """How many there are of each kind, and how well they are known."""
    return sentences([f"{many(len(rows), 'relation')}: {by_word(rows, 'relation')}.", bases_of(rows)]) if rows else ""


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """What it means that there is no row."""
    ended = [edge for edge in view.ended(*parameters["via"]) if isinstance(edge.start, Body)]
    return [] if rows else unless_ended(NOTHING, ended)


def _kind(view: GraphView, node: Node) -> str:
    """What the end of a relation is: for a body its own kind, for a recommendation also the kind of its report."""
    if isinstance(node, Body):
        return node.kind
    if isinstance(node, Recommendation):
        return f"{label_words(node.LABEL)} of the {view.get(Report, node.report).kind}"
    return label_words(node.LABEL)
