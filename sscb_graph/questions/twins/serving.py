"""Twin of ``serving.cypher``."""

from __future__ import annotations

from sscb_graph.facts import Facts, order
from sscb_graph.questions.rows import Row


def answer(facts: Facts) -> list[Row]:
    """One row for each action and priority."""
    return [
        {
            "id": fact.id,
            "action": action["number"],
            "row_id": action["id"],
            "priority": fact.end["number"],
            "priority_id": fact.end["id"],
            "basis": fact.data["basis"],
            "reason": fact.get("reason"),
            "source": fact.data["source"],
            "about": [action["id"], fact.end["id"]],
        }
        for action in facts.labelled("Action")
        for fact in sorted(facts.out(action, "SERVES"), key=lambda fact: (order(fact.end), fact.id))
    ]
