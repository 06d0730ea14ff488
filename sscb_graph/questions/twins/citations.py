"""Twin of ``citations.cypher``."""

from __future__ import annotations

from sscb_graph.facts import Facts, order
from sscb_graph.questions.rows import Row


def answer(facts: Facts) -> list[Row]:
    """One row for each citation."""
    return [
        {
            "id": fact.id,
            "item": str(item["number"]),
            "item_id": item["id"],
            "title": item["topic"],
            "recommendation": item["recommendation"],
            "action": fact.start["number"],
            "row_id": fact.start["id"],
            "priority": fact.start["priority"],
            "basis": fact.data["basis"],
            "reason": fact.get("reason"),
            "source": fact.data["source"],
            "about": [item["id"], fact.start["id"]],
        }
        for item in facts.labelled("OfstedRecommendation")
        for fact in sorted(facts.into(item, "ADDRESSES"), key=lambda fact: (order(fact.start), fact.id))
    ]
