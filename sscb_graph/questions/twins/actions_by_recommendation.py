"""Twin of ``actions-by-recommendation.cypher``."""

from __future__ import annotations

from sscb_graph.facts import Facts, order
from sscb_graph.questions.rows import Row, action_row


def answer(facts: Facts, recommendation: str) -> list[Row]:
    """One row for each citation of the recommendation."""
    item = facts.node(recommendation)
    citations = sorted(facts.into(item, "ADDRESSES"), key=lambda fact: (order(fact.start), fact.id))
    rows = [action_row(facts, fact.start, [fact]) for fact in citations]
    for row in rows:
        row["about"].append(recommendation)
    return rows
