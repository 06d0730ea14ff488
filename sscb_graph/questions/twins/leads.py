"""Twin of ``leads.cypher``."""

from __future__ import annotations

from sscb_graph.facts import Facts
from sscb_graph.questions.rows import Row, support


def answer(facts: Facts) -> list[Row]:
    """One row for each lead of each action."""
    return [
        {
            "id": fact.id,
            "action": action["number"],
            "row_id": action["id"],
            "priority": action["priority"],
            "lead": fact.start["name"],
            "lead_id": fact.start["id"],
            **support(fact),
            "about": [action["id"], fact.start["id"]],
        }
        for action in facts.labelled("Action")
        for fact in facts.into(action, "LEADS")
    ]
