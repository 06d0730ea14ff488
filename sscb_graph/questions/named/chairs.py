"""Who is named as chair, of what, and in which words."""

from __future__ import annotations

from sscb_graph.graph import rules
from sscb_graph.graph.graph import AnyEdge
from sscb_graph.graph.nodes import Body
from sscb_graph.graph.standings import kind_basis
from sscb_graph.graph.view import GraphView, by_end
from sscb_graph.model.basis import marked
from sscb_graph.model.vocabulary import TAKES_PLACE, BodyKind, words_of
from sscb_graph.questions.answer import Caution
from sscb_graph.questions.columns import CONFIRMATION, SUPPORT, BasisOfColumn, Id, Relation, Text
from sscb_graph.questions.definition import NOTHING
from sscb_graph.questions.rows import ABOUT, Parameters, Row, basis_cells
from sscb_graph.questions.silence import unless_ended
from sscb_graph.text import fold, many, sentences

#: The word of a post that makes it a chair.
_CHAIR = "chair"
#: What a row says of a printed form of a post's name.
_PRINTED = "printed as"

COLUMNS = (
    Text("chair"),
    Id("chair_id"),
    Text("kind"),
    BasisOfColumn("kind_basis"),
    Relation("relation"),
    Text("object", "of what, or in which words"),
    *SUPPORT,
    *CONFIRMATION,
)


def rows(view: GraphView) -> list[Row]:
    """A row for each body that a chair chairs, then for each place that prints a post with the word "chair"."""
    bodies = view.all(Body)
    view.prefetch(bodies, out=("CHAIRS", "NAMED_IN"), into=("DECIDES_ON", *TAKES_PLACE))
    led = [(body, edge) for body in bodies for edge in by_end(view.out(body, "CHAIRS"))]
    chaired = [_row(body, edge, edge.end.name, words_of(edge.type)) for body, edge in led]
    printed = [_row(body, edge, f'"{form}"', _PRINTED) for body in bodies for edge, form in _forms(view, body)]
    return [*chaired, *printed]


def _forms(view: GraphView, body: Body) -> list[tuple[AnyEdge, str]]:
    """The places that name a post as a chair, each with the form there."""
    if body.kind != BodyKind.ROLE:
        return []
    named = ((edge, edge.form) for edge in by_end(view.out(body, "NAMED_IN")))
    return [(edge, form) for edge, form in named if form and _CHAIR in fold(form).split()]


def _row(chair: Body, edge: AnyEdge, what: str, relation: str) -> Row:
    return {
        "chair": chair.name,
        "chair_id": chair.id,
        "kind": chair.kind,
        "kind_basis": kind_basis(chair),
        "relation": relation,
        "object": what,
        **basis_cells(edge),
        ABOUT: [chair.id, *([edge.end.id] if relation != _PRINTED else [])],
    }


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """Who chairs what, and that a post is named and no person."""
    if not rows:
        return ""
    chaired = [row for row in rows if row["relation"] != _PRINTED]
    chairs = [f"{row['chair']} chairs {marked(row['object'], row['basis'])}." for row in chaired]
    posts = all(row["kind"] == BodyKind.ROLE for row in rows)
    nobody = "Every chair is a post: no person is named." if posts else ""
    return sentences([*chairs, nobody])


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """Of how many boards and groups no chair is named, and what has ended."""
    ended = view.ended("CHAIRS")
    found = unless_ended(NOTHING, ended) if ended or not rows else []
    chaired = {edge.end.id for edge in (*view.typed("CHAIRS"), *ended)}
    others = [body for body in rules.groups(view.whole) if body.id not in chaired]
    silent = f"The plan does not say who chairs the other {many(len(others), 'board or group', 'boards and groups')}."
    return [*found, *([Caution(silent)] if others and rows else [])]
