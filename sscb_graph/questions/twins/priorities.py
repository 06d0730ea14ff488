"""Twin of ``priorities.cypher``."""

from __future__ import annotations

from sscb_graph.facts import Facts
from sscb_graph.questions.rows import Row


def answer(facts: Facts) -> list[Row]:
    """One row for each priority."""
    return [
        {
            "priority": priority["number"],
            "priority_id": priority["id"],
            "title": priority["wording"],
            "basis": "stated",
            "source": priority["source"],
            "about": [priority["id"]],
        }
        for priority in facts.labelled("Priority")
    ]
