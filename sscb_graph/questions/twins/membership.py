"""Twin of ``membership.cypher``."""

from __future__ import annotations

from sscb_graph.facts import Facts, order
from sscb_graph.questions.rows import Parameters, Row, line_row


def answer(facts: Facts, body: str) -> list[Row]:
    """Where the members of a body are drawn from, who its members are, and what it is a member of."""
    node = facts.node(body)
    kept = {fact.id: fact for fact in facts.out(node, "MEMBERSHIP_DRAWN_FROM", "MEMBER_OF")}
    kept |= {fact.id: fact for fact in facts.into(node, "MEMBERSHIP_DRAWN_FROM", "MEMBER_OF")}
    return [
        line_row(fact) for fact in sorted(kept.values(), key=lambda fact: (order(fact.start), order(fact.end), fact.id))
    ]


def notes(rows: list[Row], parameters: Parameters) -> list[str]:
    """What it means that there is no row."""
    return [] if rows else ["The plan does not say who its members are."]
