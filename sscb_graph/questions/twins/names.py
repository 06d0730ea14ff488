"""Twin of ``names.cypher``."""

from __future__ import annotations

from sscb_graph.facts import Facts, order
from sscb_graph.questions.rows import Row


def answer(facts: Facts) -> list[Row]:
    """Every body with every form in which its name is printed."""
    return [
        {
            "id": body["id"],
            "body": body["name"],
            "kind": body["kind"],
            "names": [
                fact.end["name"]
                for fact in sorted(facts.out(body, "HAS_NAME"), key=lambda fact: (order(fact.end), fact.id))
            ],
            "basis": body["basis"],
            "source": body["source"],
            "about": [],
        }
        for body in facts.labelled("Body")
    ]
