"""Twin of ``about-body.cypher``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sscb_graph.facts import Fact, Facts, Node, order
from sscb_graph.questions.rows import Row, support, words

BETWEEN = (
    "LEADS",
    "HAS_NAME",
    "HAS_FUNCTION",
    "NAMED_IN",
    "DECIDES_ON",
    "CONCERNS",
    "ABBREVIATES",
    "NOTE_ON",
    "PART_OF",
)


def answer(facts: Facts, body: str) -> list[Row]:
    """All that the plan says of a body: kind, names, functions, decisions, relations, actions and mentions."""
    return [{**row, "about": [body]} for row in _rows(facts, facts.node(body))]


def _rows(facts: Facts, body: Node) -> Iterator[Row]:
    yield {
        "aspect": "kind",
        "subject": body["name"],
        "relation": "is a",
        "object": body["kind"],
        "basis": body["basis"],
        "reason": body.get("reason"),
        "source": body["source"],
        "confirmed_by": None,
        "confirmed_on": None,
    }
    yield from _ends("name", facts.out(body, "HAS_NAME"), "name")
    yield from _ends("function", facts.out(body, "HAS_FUNCTION"), "text")
    for fact in _sorted(facts.into(body, "DECIDES_ON"), start=True):
        decision = fact.start
        review = f", review in {decision['review_on']}" if "review_on" in decision else ""
        yield _row("decision", fact, subject=body["name"], relation="standing", object=decision["standing"] + review)
    for fact in _sorted(_related(facts.graph.out_edges(body["id"], data=True), facts, start=False), start=False):
        yield _row("relation", fact)
    for fact in _sorted(_related(facts.graph.in_edges(body["id"], data=True), facts, start=True), start=True):
        if fact.start["id"] != fact.end["id"]:
            yield _row("relation", fact)
    yield from _ends("action", facts.out(body, "LEADS"), "name")
    yield from _ends("mention", facts.out(body, "NAMED_IN"), "name")
    for fact in _sorted(facts.into(body, "CONCERNS"), start=True):
        yield _row("event", fact)
    for fact in _sorted(facts.into(body, "ABBREVIATES"), start=True):
        yield _row("abbreviation", fact)


def _related(edges: Iterable[Any], facts: Facts, *, start: bool) -> list[Fact]:
    """The facts between a body and another body, an event or a document, whatever their type."""
    node = facts.node
    kept = [Fact(node(one), node(other), data) for one, other, data in edges]
    return [
        fact
        for fact in kept
        if fact.data["type"] not in BETWEEN and fact.data["basis"] in facts.bases and "until" not in fact.data
    ]


def _sorted(facts: list[Fact], *, start: bool) -> list[Fact]:
    return sorted(facts, key=lambda fact: (order(fact.start if start else fact.end), fact.id))


def _ends(aspect: str, facts: list[Fact], name: str) -> Iterator[Row]:
    for fact in _sorted(facts, start=False):
        yield _row(aspect, fact, object=fact.end[name])


def _row(aspect: str, fact: Fact, **more: Any) -> Row:
    return {
        "aspect": aspect,
        "subject": fact.start["name"],
        "relation": words(fact),
        "object": fact.end["name"],
        **support(fact),
        **more,
    }
