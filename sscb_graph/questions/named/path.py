"""The shortest accountability path between two things."""

from __future__ import annotations

from collections.abc import Iterator

from sscb_graph.graph import rules
from sscb_graph.graph.graph import AnyEdge, Chain
from sscb_graph.graph.nodes import Node
from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import STATED
from sscb_graph.model.vocabulary import words_of
from sscb_graph.questions.columns import CONFIRMATION, SUPPORT, Id, Number, Relation, Text
from sscb_graph.questions.rows import ABOUT, Parameters, Row, basis_cells
from sscb_graph.questions.silence import unless_ended
from sscb_graph.text import many

COLUMNS = (
    Number("step"),
    Text("subject"),
    Relation("relation"),
    Text("object"),
    Text("reaches"),
    Id("reaches_id"),
    *SUPPORT,
    *CONFIRMATION,
)


def rows(view: GraphView, start: str, end: str, via: list[str]) -> list[Row]:
    """A row for each step of the path, whose facts may be walked in either direction."""
    chain = view.chains([Chain((start,))], lambda node: _either_way(view, node, via)).get(end)
    if chain is None:
        return []
    return [_row(view, chain, number) for number in range(1, len(chain.edges) + 1)]


def _either_way(view: GraphView, node: Node, via: list[str]) -> Iterator[tuple[AnyEdge, Node]]:
    yield from ((edge, edge.end) for edge in view.out(node, *via))
    yield from ((edge, edge.start) for edge in view.into(node, *via))


def _ever(view: GraphView, node: Node, via: list[str]) -> Iterator[tuple[AnyEdge, Node]]:
    """Like ``_either_way``, but including facts that have ended."""
    yield from _either_way(view, node, via)
    yield from ((edge, edge.end) for edge in view.ended_out(node, *via))
    yield from ((edge, edge.start) for edge in view.ended_into(node, *via))


def _row(view: GraphView, chain: Chain, number: int) -> Row:
    edge, reached = chain.edges[number - 1], chain.nodes[number]
    return {
        "step": number,
        "subject": edge.start.name,
        "relation": words_of(edge.type),
        "object": edge.end.name,
        "reaches": view.node(reached).name,
        "reaches_id": reached,
        **basis_cells(edge),
        "basis": rules.chain_basis(chain.edges[:number]),
        ABOUT: [edge.start.id, edge.end.id],
    }


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """How many steps connect the two, and how well they are known."""
    if not rows:
        return ""
    start, end = (view.node(parameters[name]).name for name in ("start", "end"))
    how = "" if rows[-1]["basis"] == STATED else f" As a whole it is {rows[-1]['basis']}."
    return f"{many(len(rows), 'step leads', 'steps lead')} from {start} to {end}.{how}"


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """The types walked, and what it means that there is no row."""
    walked = f"Walked in either direction: {', '.join(parameters['via'])}. The basis of a step is the weakest so far."
    if rows:
        shared = "A priority or a recommendation that two actions share connects them; it is no line of accountability."
        return [walked, shared] if {"SERVES", "ADDRESSES"} & set(parameters["via"]) else [walked]
    if parameters["start"] == parameters["end"]:
        return ["It is one and the same thing: there is no path to walk."]
    unconnected = "The plan does not connect the two over these relationship types."
    return [*unless_ended(unconnected, _ended(view, **parameters)), walked]


def _ended(view: GraphView, start: str, end: str, via: list[str]) -> list[AnyEdge]:
    """The facts on the shortest former path between the two that no longer hold."""
    chain = view.chains([Chain((start,))], lambda node: _ever(view, node, via)).get(end)
    return [edge for edge in chain.edges if not rules.in_force(edge)] if chain else []
