"""All that the plan says of a body."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from sscb_graph.graph.graph import AnyEdge
from sscb_graph.graph.nodes import Body, Decision, Node
from sscb_graph.graph.view import GraphView, by_end, by_start
from sscb_graph.model.basis import marked
from sscb_graph.model.vocabulary import RELATIONS, words_of
from sscb_graph.questions.brief import Brief
from sscb_graph.questions.columns import BASIS, CONFIRMATION, SUPPORT, Group, Number, Relation, Text, What
from sscb_graph.questions.definition import NOTHING
from sscb_graph.questions.rows import ABOUT, Parameters, Row, basis_cells
from sscb_graph.questions.silence import unless_rows
from sscb_graph.text import many

COLUMNS = (Group("aspect"), Text("subject"), Relation("relation"), Text("object"), *SUPPORT, *CONFIRMATION)

#: The relations of a body to others, to events and to documents, and the recommendations that are addressed to it.
_RELATIONS = (*(kind.name for kind in RELATIONS), "ADDRESSED_TO")


def rows(view: GraphView, body: str) -> list[Row]:
    """Rows on its kind, names, functions, decisions, relations, actions, mentions, events and abbreviations."""
    return [{**row, ABOUT: [body]} for row in _rows(view, view.get(Body, body))]


def _rows(view: GraphView, body: Body) -> Iterator[Row]:
    yield _kind(body)
    yield from _facts("name", by_end(view.out(body, "HAS_NAME")))
    yield from _facts("function", by_end(view.out(body, "HAS_FUNCTION")), _text)
    for edge in view.decisions_on(body):
        yield _fact("decision", edge, subject=body.name, relation="standing", object=_standing(edge.start))
    yield from _facts("relation", by_end(view.out(body, *_RELATIONS)))
    # A relation of a body to itself is already among those that start at it.
    yield from _facts("relation", by_start(edge for edge in view.into(body, *_RELATIONS) if edge.start != body))
    yield from _facts("action", by_end(view.out(body, "LEADS")))
    yield from _facts("mention", by_end(view.out(body, "NAMED_IN")))
    yield from _facts("event", by_start(view.into(body, "CONCERNS")))
    yield from _facts("abbreviation", by_start(view.into(body, "ABBREVIATES")))


def _kind(body: Body) -> Row:
    return {
        "aspect": "kind",
        "subject": body.name,
        "relation": "is a",
        "object": body.kind,
        "basis": body.basis,
        "reason": body.reason,
        "source": body.source,
        "confirmed_by": None,
        "confirmed_on": None,
    }


def _standing(decision: Decision) -> str:
    review = f", review in {decision.review_on}" if decision.review_on else ""
    return decision.standing + review


def _name(node: Node) -> str:
    return node.name


def _text(node: Node) -> str:
    text: str = node.properties["text"]
    return text


def _facts(aspect: str, edges: Iterable[AnyEdge], words: Callable[[Node], str] = _name) -> Iterator[Row]:
    """A row for each fact; ``words`` returns the text shown for its end."""
    for edge in edges:
        yield _fact(aspect, edge, object=words(edge.end))


def _fact(aspect: str, edge: AnyEdge, **more: Any) -> Row:
    return {
        "aspect": aspect,
        "subject": edge.start.name,
        "relation": words_of(edge.type),
        **basis_cells(edge),
        **more,
    }


def title(view: GraphView, parameters: Parameters) -> str:
    """The heading of a page."""
    return f"What the plan says of {view.get(Body, parameters['body']).name}"


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """What it is, what is decided about it, and how many actions it leads."""
    body = view.get(Body, parameters["body"])
    if not rows:
        return ""
    # Where only facts on some bases count, its kind may not be among them.
    kind = next((row for row in rows if row["aspect"] == "kind"), None)
    what = f"{body.name}: {marked(kind['object'], kind['basis'])}" if kind else body.name
    standing = [str(row["object"]) for row in rows if row["aspect"] == "decision"]
    led = sum(row["aspect"] == "action" for row in rows)
    below = sum(row["relation"] == words_of("REPORTS_TO") and row["object"] == body.name for row in rows)
    counts = [f"leads {many(led, 'action')}", f"{many(below, 'body reports', 'bodies report')} to it"]
    return f"{'; '.join([what, *standing])}. It {counts[0]}, and {counts[1]}."


#: With more rows than this, a brief page counts them by aspect instead.
_FEW = 20


def brief(view: GraphView, rows: list[Row], parameters: Parameters) -> Brief:
    """What is said of it; of a body of which much is said, how much of each aspect, and the first of it."""
    if len(rows) <= _FEW:
        return Brief((Group("aspect"), Text("subject"), Relation("relation"), What("object"), BASIS), rows)
    aspects: dict[str, list[Row]] = {}
    for row in rows:
        aspects.setdefault(row["aspect"], []).append(row)
    counted = [
        {
            "aspect": aspect,
            "number": len(own),
            "first": "; ".join(dict.fromkeys(_in_short(row) for row in own)),
        }
        for aspect, own in aspects.items()
    ]
    return Brief((Text("aspect"), Number("number"), What("first", "such as")), counted)


def _in_short(row: Row) -> str:
    """A row as a clause, marked where it is weaker than stated."""
    return marked(f"{row['relation']} {row['object']}", row["basis"])


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """What has ended of its relations, of what the plan decides about it and of what it leads."""
    body = view.get(Body, parameters["body"])
    ended = [*view.ended_out(body, *_RELATIONS, "LEADS"), *view.ended_into(body, *_RELATIONS, "DECIDES_ON")]
    return unless_rows(rows, NOTHING, list({edge.id: edge for edge in ended}.values()))
