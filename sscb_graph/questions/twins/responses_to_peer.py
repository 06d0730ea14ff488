"""Twin of ``responses-to-peer.cypher``."""

from __future__ import annotations

from sscb_graph.facts import Facts, order
from sscb_graph.questions.rows import Parameters, Row

KINDS = ("Action", "Body", "Decision", "Passage")


def answer(facts: Facts, recommendation: str) -> list[Row]:
    """What in the plan answers a recommendation of the peer review."""
    item = facts.node(recommendation)
    responses = sorted(facts.into(item, "RESPONDS_TO"), key=lambda fact: (order(fact.start), fact.id))
    return [
        {
            "recommendation": item["name"],
            "responder": fact.start["name"],
            "responder_id": fact.start["id"],
            "kind": next(kind.lower() for kind in KINDS if kind in fact.start["labels"]),
            "relation": "responds to",
            "text": item["text"],
            "basis": fact.data["basis"],
            "reason": fact.get("reason"),
            "source": fact.data["source"],
            "about": [item["id"], fact.start["id"]],
        }
        for fact in responses
    ]


def notes(rows: list[Row], parameters: Parameters) -> list[str]:
    """What it means that there is no row, and that no row is stated."""
    if not rows:
        return ["The plan does not say what answers this recommendation: nothing in it responds, even by inference."]
    if all(row["basis"] != "stated" for row in rows):
        return [
            "The plan links no recommendation of the peer review to any action: every response is reasoned as shown."
        ]
    return []
