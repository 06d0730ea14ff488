"""Twin of ``decisions.cypher``."""

from __future__ import annotations

from sscb_graph.facts import Facts
from sscb_graph.questions.rows import Row


def answer(facts: Facts) -> list[Row]:
    """What the plan decides about each body."""
    return [
        {
            "body": fact.end["name"],
            "standing": decision["standing"],
            "review_on": decision.get("review_on"),
            "basis": fact.data["basis"],
            "reason": fact.get("reason"),
            "source": fact.data["source"],
            "about": [fact.end["id"]],
        }
        for decision in facts.labelled("Decision")
        for fact in facts.out(decision, "DECIDES_ON")
    ]
