"""All that the plan says of a body."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, cast

from sscb_graph.graph.graph import AnyEdge, Edge
from sscb_graph.graph.nodes import Body, ChangeEvent, Node
from sscb_graph.graph.standings import change_words, decision_words, kind_basis
from sscb_graph.graph.view import GraphView, by_end, by_start
from sscb_graph.model.basis import STATED, basis_counts, in_counts, marked
from sscb_graph.model.vocabulary import RELATIONS, TYPES, words_of
from sscb_graph.questions.brief import Brief
from sscb_graph.questions.columns import BASIS, CONFIRMATION, SUPPORT, Group, Number, Relation, Text, What
from sscb_graph.questions.definition import NOTHING
from sscb_graph.questions.headlines import weaker_counts
from sscb_graph.questions.rows import ABOUT, CAUTIONS, Parameters, Row, basis_cells, edge_cautions
from sscb_graph.questions.silence import not_statutory, unless_rows
from sscb_graph.text import many, shortened

COLUMNS = (Group("aspect"), Text("subject"), Relation("relation"), Text("object"), *SUPPORT, *CONFIRMATION)

#: How a row says what a body is, and what the plan calls it.
_IS, _CALLED = "is a", "is called"
#: The relations of a body to others, to events and to documents, and the recommendations that are addressed to it.
_RELATIONS = (*(kind.name for kind in RELATIONS), "ADDRESSED_TO")


def rows(view: GraphView, body: str) -> list[Row]:
    """Rows on its kind, names, functions, decisions, changes, relations, actions, mentions, events, abbreviations."""
    return [{**row, ABOUT: [body]} for row in _rows(view, view.get(Body, body))]


def _rows(view: GraphView, body: Body) -> Iterator[Row]:
    yield from _kind(body)
    yield from _facts("name", by_end(view.out(body, "HAS_NAME")))
    yield from _facts("function", by_end(view.out(body, "HAS_FUNCTION")), _text)
    for edge in view.decisions_on(body):
        yield _fact("decision", edge, subject=body.name, relation="standing", object=decision_words(edge.start))
    yield from _changes(view, body)
    yield from _facts("relation", by_end(view.out(body, *_RELATIONS)))
    # A relation of a body to itself is already among those that start at it.
    yield from _facts("relation", by_start(edge for edge in view.into(body, *_RELATIONS) if edge.start != body))
    yield from _facts("action", by_end(view.out(body, "LEADS")))
    yield from _facts("mention", by_end(view.out(body, "NAMED_IN")))
    yield from _facts("event", by_start(view.into(body, "CONCERNS")))
    yield from _facts("abbreviation", by_start(view.into(body, "ABBREVIATES")))


def _kind(body: Body) -> Iterator[Row]:
    own = {
        "aspect": "kind",
        "subject": body.name,
        "relation": _IS,
        "object": body.kind,
        "basis": kind_basis(body),
        "reason": body.kind_reason or body.reason,
        "source": body.source,
        "confirmed_by": None,
        "confirmed_on": None,
    }
    yield own
    if body.statutory:
        said = {"basis": body.statutory_basis, "reason": body.statutory_reason, "source": body.statutory}
        yield {**own, "relation": _CALLED, "object": "statutory", **said}


def _changes(view: GraphView, body: Body) -> Iterator[Row]:
    """A row for each change after the plan that a body is part of, once where it is there before it and after."""
    edges = by_start(view.into(body, "ORIGINAL_ORGANIZATION", "RESULTING_ORGANIZATION"))
    first = {edge.start.id: edge for edge in reversed(cast("list[Edge[ChangeEvent, Body]]", edges))}
    for edge in reversed(first.values()):
        relation = TYPES[edge.type].inverse
        yield _fact("change", edge, subject=body.name, relation=relation, object=change_words(edge.start))


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
        CAUTIONS: edge_cautions(edge),
        **more,
    }


def title(view: GraphView, parameters: Parameters) -> str:
    """The heading of a page."""
    return f"What the plan says of {view.get(Body, parameters['body']).name}"


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """What it is, what is decided about it, and how many actions it leads; of a single aspect, how much is said."""
    body = view.get(Body, parameters["body"])
    if not rows:
        return ""
    if aspect := parameters.get("aspect"):
        return f"{body.name}: {many(len(rows), aspect)}{_weaker(rows)}."
    # An answer that counts only some bases may leave out what the body is.
    kinds = [marked(row["object"], row["basis"]) for row in rows if row["relation"] == _IS]
    called = [f"called {marked(row['object'], row['basis'])}" for row in rows if row["relation"] == _CALLED]
    what = f"{body.name}: {'; '.join([*kinds, *called])}" if kinds or called else body.name
    standing = [marked(row["object"], row["basis"]) for row in rows if row["aspect"] == "decision"]
    led = [row for row in rows if row["aspect"] == "action"]
    below = [row for row in rows if row["relation"] == words_of("REPORTS_TO") and row["object"] == body.name]
    leads = f"leads {many(len(led), 'action') if led else 'no action'}{_weaker(led)}"
    reports = (
        f"{many(len(below), 'body reports', 'bodies report') if below else 'no body reports'} to it{_weaker(below)}"
    )
    return f"{'; '.join([what, *standing])}. It {leads}, and {reports}."


def _weaker(rows: Sequence[Row]) -> str:
    """How many of some rows are on which basis, in brackets; "" where all are stated."""
    counts = basis_counts(row["basis"] for row in rows)
    return f" ({', '.join(in_counts(counts))})" if set(counts) - {STATED} else ""


#: With more rows than this, a brief page counts them by aspect instead.
_FEW = 20
#: How many facts of an aspect such a page shows, and how much of each.
_SHOWN, _LONGEST = 2, 60


def brief(view: GraphView, rows: list[Row], parameters: Parameters) -> Brief:
    """What is said of it; of a body of which much is said, how much of each aspect, and the first of it.

    An aspect that was asked for is shown whole.
    """
    if "aspect" in parameters:
        return Brief((Text("subject"), Relation("relation"), Text("object"), BASIS), rows)
    if len(rows) <= _FEW:
        return Brief((Group("aspect"), Text("subject"), Relation("relation"), What("object"), BASIS), rows)
    name = view.get(Body, parameters["body"]).name
    aspects: dict[str, list[Row]] = {}
    for row in rows:
        aspects.setdefault(row["aspect"], []).append(row)
    counted = [
        {"aspect": aspect, "number": len(own), "weaker": weaker_counts(own), "first": _first(own, name)}
        for aspect, own in aspects.items()
    ]
    return Brief((Text("aspect"), Number("number"), Text("weaker", "not stated"), Text("first", "such as")), counted)


def _first(rows: Sequence[Row], body: str) -> str:
    """The first of some rows as clauses."""
    clauses = list(dict.fromkeys(_in_short(row, body) for row in rows))
    return "; ".join([*clauses[:_SHOWN], *(["..."] if clauses[_SHOWN:] else [])])


def _in_short(row: Row, body: str) -> str:
    """A row as a clause, marked where it is weaker than stated."""
    clause = (
        f"{row['relation']} {row['object']}" if row["subject"] == body else f"{row['subject']} {row['relation']} it"
    )
    return marked(shortened(clause, _LONGEST), row["basis"])


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """What has ended of its relations, of what the plan decides about it, of its functions and of what it leads."""
    body = view.get(Body, parameters["body"])
    ended = [
        *view.ended_out(body, *_RELATIONS, "HAS_FUNCTION", "LEADS"),
        *view.ended_into(body, *_RELATIONS, "DECIDES_ON"),
    ]
    return [*unless_rows(rows, NOTHING, list({edge.id: edge for edge in ended}.values())), *not_statutory(body)]
