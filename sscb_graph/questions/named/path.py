"""The shortest accountability path between two things."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from sscb_graph.graph import rules
from sscb_graph.graph.accountability import accountable_ever, accountable_to
from sscb_graph.graph.graph import AnyEdge, Chain
from sscb_graph.graph.nodes import Action, Body, Node
from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import STATED, marked
from sscb_graph.model.vocabulary import ACCOUNTABILITY, SHARING, words_of
from sscb_graph.questions.answer import Caution
from sscb_graph.questions.columns import CONFIRMATION, SUPPORT, Id, Number, Relation, Text
from sscb_graph.questions.rows import ABOUT, CAUTIONS, Parameters, Row, basis_cells, edge_cautions
from sscb_graph.questions.silence import unless_ended, without_line
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

#: What yields the facts that lead on from a thing, each with the thing at its far end.
Step: TypeAlias = Callable[[GraphView, Node], Iterable[tuple[AnyEdge, Node]]]
_LINE = (
    "A line of accountability leads from an action to who leads it, and from a body to whom it reports, or else to "
    "what it is a subgroup of; never by what two actions share. The basis of a step is the weakest so far."
)
_SHARED = "A priority or a recommendation that two actions share connects them; it is no line of accountability."


def rows(view: GraphView, start: str, end: str, via: list[str]) -> list[Row]:
    """A row for each step of the path.

    Where the relationships of accountability are walked, the path leads upwards all the way, or downwards all the way;
    where a person has chosen others, each may be walked in either direction.
    """
    chain = _line(view, start, end, via) if _is_accountability(via) else _connection(view, start, end, via)
    return [_row(view, chain, number) for number in range(1, len(chain.edges) + 1)] if chain else []


def _is_accountability(via: list[str]) -> bool:
    """Whether the types to be walked are those of accountability, and not a person's choice among types."""
    return set(via) == set(ACCOUNTABILITY)


def _line(view: GraphView, start: str, end: str, via: list[str], step: Step = accountable_to) -> Chain | None:
    """The shortest line of accountability between two things, whichever of them is the upper."""
    if (up := _upwards(view, start, via, step).get(end)) is not None:
        return up
    down = _upwards(view, end, via, step).get(start)
    return Chain(down.nodes[::-1], down.edges[::-1]) if down else None


def _upwards(view: GraphView, start: str, via: list[str], step: Step = accountable_to) -> dict[str, Chain]:
    """The shortest line upwards to each thing that a thing answers to; an item of a report has one by its actions."""
    walked = {*via, *SHARING}
    return view.chains([Chain((start,))], lambda node: (one for one in step(view, node) if one[0].type in walked))


def _connection(view: GraphView, start: str, end: str, via: Iterable[str]) -> Chain | None:
    """The shortest walk between two things, over facts in either direction."""
    return view.chains([Chain((start,))], lambda node: _either_way(view, node, via)).get(end)


def _either_way(view: GraphView, node: Node, via: Iterable[str]) -> Iterator[tuple[AnyEdge, Node]]:
    yield from ((edge, edge.end) for edge in view.out(node, *via))
    yield from ((edge, edge.start) for edge in view.into(node, *via))


def _ever(view: GraphView, node: Node, via: Iterable[str]) -> Iterator[tuple[AnyEdge, Node]]:
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
        "reason": rules.chain_reason(chain.edges[:number]),
        CAUTIONS: edge_cautions(edge),
        ABOUT: [edge.start.id, edge.end.id],
    }


def title(view: GraphView, parameters: Parameters) -> str:
    """The heading of a page."""
    what = "line of accountability" if _is_accountability(parameters["via"]) else "connection"
    start, end = (_called(view.node(parameters[name])) for name in ("start", "end"))
    return f"The shortest {what} between {start} and {end}"


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """What connects the two where that is a single step, else how many steps; and how well they are known."""
    if not rows:
        return ""
    if len(rows) == 1:
        only = rows[0]
        return f"{only['subject']} {marked(only['relation'], only['basis'])} {only['object']}."
    ends, to = [parameters["start"], parameters["end"]], "to"
    if _is_accountability(parameters["via"]):
        # Whoever asks from above is told which way it leads.
        to = "up to"
        if ends[1] not in _upwards(view, ends[0], parameters["via"]):
            ends.reverse()
    lower, upper = (_called(view.node(end)) for end in ends)
    how = "" if rows[-1]["basis"] == STATED else f" As a whole it is {rows[-1]['basis']}."
    return f"{many(len(rows), 'step leads', 'steps lead')} from {lower} {to} {upper}.{how}"


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """How the path was walked, and what it means that there is no row."""
    if parameters["start"] == parameters["end"]:
        return ["It is one and the same thing: there is no path to walk."]
    if _is_accountability(parameters["via"]):
        return [_LINE] if rows else _no_line(view, **parameters)
    walked = f"Walked in either direction: {', '.join(parameters['via'])}. The basis of a step is the weakest so far."
    if rows:
        return [walked, _SHARED] if set(SHARING) & set(parameters["via"]) else [walked]
    unconnected = "The plan does not connect the two over these relationship types."
    return [*unless_ended(unconnected, _ended(_connection_ever(view, **parameters))), walked]


def _no_line(view: GraphView, start: str, end: str, via: list[str]) -> list[str]:
    """That there is no line of accountability, where it stops, and how else the two are connected."""
    names = f"{_called(view.node(start))} and {_called(view.node(end))}"
    lower = end if start == view.plan.board else start
    ended = _ended(_line(view, start, end, via, accountable_ever))
    found = unless_ended(f"There is no line of accountability between {names} in the plan.", ended)
    for body in _stops(view, lower, via):
        stops = Caution(f"From {_called(view.node(lower))} the line stops at {body.name}.")
        found += [*([stops] if body.id != lower else []), *without_line(view, body)]
    otherwise = _connection(view, start, end, (*ACCOUNTABILITY, *SHARING))
    if otherwise is None:
        return [*found, "Nor does the plan connect the two by a priority, a recommendation or a lead that they share."]
    steps = "; ".join(f"{edge.start.name} {words_of(edge.type)} {edge.end.name}" for edge in otherwise.edges)
    return [*found, Caution(f"They are connected in another way, which is no accountability: {steps}.")]


def _called(node: Node) -> str:
    """What a sentence calls a thing: the number of an action alone would not say what it is."""
    return f"action {node.name}" if isinstance(node, Action) else node.name


def _stops(view: GraphView, start: str, via: list[str]) -> list[Body]:
    """The bodies at which the lines upwards from a thing stop."""
    above = [view.node(key) for key in _upwards(view, start, via)]
    return [node for node in above if isinstance(node, Body) and not any(accountable_to(view, node))]


def _connection_ever(view: GraphView, start: str, end: str, via: list[str]) -> Chain | None:
    return view.chains([Chain((start,))], lambda node: _ever(view, node, via)).get(end)


def _ended(chain: Chain | None) -> list[AnyEdge]:
    """The facts of a former path that no longer hold."""
    return [edge for edge in chain.edges if not rules.in_force(edge)] if chain else []
