"""Twin of ``peer-coverage.cypher``."""

from __future__ import annotations

from sscb_graph.facts import Facts, basis_of, order
from sscb_graph.questions.rows import Row


def answer(facts: Facts) -> list[Row]:
    """Every recommendation of the peer review, with what answers it."""
    rows = []
    for item in facts.labelled("PeerReviewRecommendation"):
        responses = sorted(facts.into(item, "RESPONDS_TO"), key=lambda fact: (order(fact.start), fact.id))
        rows.append(
            {
                "item": str(item["number"]),
                "text": item["text"],
                "responses": [fact.start["name"] for fact in responses],
                "basis": basis_of(responses) or "stated",
                "source": item["source"],
                "about": [item["id"]],
            }
        )
    return rows
