"""Twin of ``events.cypher``."""

from __future__ import annotations

from sscb_graph.facts import Facts, order
from sscb_graph.questions.rows import Row


def answer(facts: Facts) -> list[Row]:
    """Everything that the document dates."""
    return [
        {
            "event": event["name"],
            "from": event.get("from"),
            "until": event.get("until"),
            "bodies": [
                fact.end["name"]
                for fact in sorted(facts.out(event, "CONCERNS"), key=lambda fact: (order(fact.end), fact.id))
            ],
            "basis": "stated",
            "source": event["source"],
            "about": [],
        }
        for event in facts.labelled("Event")
    ]
