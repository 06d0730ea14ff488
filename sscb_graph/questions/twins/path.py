"""Twin of ``path.cypher``."""

from __future__ import annotations

from collections.abc import Iterator

from sscb_graph.facts import Chain, Fact, Facts, Node, basis_of
from sscb_graph.questions.rows import Parameters, Row, words


def answer(facts: Facts, start: str, end: str, via: list[str]) -> list[Row]:
    """The steps of the shortest path between two things, over some relationship types in either direction."""

    def step(node: Node) -> Iterator[tuple[Fact, Node]]:
        yield from ((fact, fact.end) for fact in facts.out(node, *via))
        yield from ((fact, fact.start) for fact in facts.into(node, *via))

    chain = facts.chains([Chain((start,))], step).get(end)
    if not chain:
        return []
    return [
        {
            "step": number,
            "subject": fact.start["name"],
            "relation": words(fact),
            "object": fact.end["name"],
            "reaches": facts.node(reached)["name"],
            "reaches_id": reached,
            "basis": basis_of(chain.facts[:number]),
            "reason": fact.get("reason"),
            "source": fact.data["source"],
            "confirmed_by": fact.get("confirmed_by"),
            "confirmed_on": fact.get("confirmed_on"),
            "about": [fact.start["id"], fact.end["id"]],
        }
        for number, (fact, reached) in enumerate(zip(chain.facts, chain.nodes[1:], strict=True), 1)
    ]


def notes(rows: list[Row], parameters: Parameters) -> list[str]:
    """The types walked, and what it means that there is no row."""
    walked = f"Walked in either direction: {', '.join(parameters['via'])}. The basis of a step is the weakest so far."
    if rows:
        shared = "A priority or a recommendation that two actions share connects them; it is no line of accountability."
        return [walked, shared] if {"SERVES", "ADDRESSES"} & set(parameters["via"]) else [walked]
    if parameters["start"] == parameters["end"]:
        return ["It is one and the same thing: there is no path to walk."]
    return ["The plan does not connect the two over these relationship types.", walked]
