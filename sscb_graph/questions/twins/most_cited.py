"""Twin of ``most-cited.cypher``."""

from __future__ import annotations

from sscb_graph.facts import Fact, Facts, order
from sscb_graph.questions.rows import Row


def answer(facts: Facts) -> list[Row]:
    """Every recommendation that an action's own cell cites, the most cited first."""
    rows = []
    for item in facts.labelled("OfstedRecommendation"):
        citations = sorted(facts.into(item, "ADDRESSES"), key=lambda fact: (order(fact.start), fact.id))
        stated = [fact for fact in citations if fact.data["basis"] == "stated"]
        if stated:
            also = [fact for fact in citations if fact.data["basis"] != "stated"]
            rows.append(
                {
                    "item": str(item["number"]),
                    "title": item["topic"],
                    "citations": len(stated),
                    "actions": _numbers(stated),
                    "also": [f"{fact.start['number']} ({fact.data['basis']})" for fact in also],
                    "recommendation": item["recommendation"],
                    "basis": "stated",
                    "source": item["source"],
                    "about": [item["id"]],
                }
            )
    return sorted(rows, key=lambda row: -row["citations"])


def _numbers(citations: list[Fact]) -> list[str]:
    return [fact.start["number"] for fact in citations]
