"""Twin of ``bodies.cypher``."""

from __future__ import annotations

from sscb_graph.facts import Facts, order
from sscb_graph.ontology import GROUPS
from sscb_graph.questions.rows import Row, numbers


def answer(facts: Facts) -> list[Row]:
    """One row for each body."""
    rows = []
    for body in facts.labelled("Body"):
        decisions = sorted(facts.into(body, "DECIDES_ON"), key=lambda fact: (order(fact.start), fact.id))
        decided = decisions[0] if decisions else None
        rows.append(
            {
                "body": body["name"],
                "body_id": body["id"],
                "kind": body["kind"],
                "group": not GROUPS.isdisjoint(body["labels"]),
                "statutory": body.get("statutory"),
                "standing": decided.start["standing"] if decided else None,
                "review_on": decided.start.get("review_on") if decided else None,
                "standing_basis": decided.data["basis"] if decided else None,
                "standing_reason": decided.get("reason") if decided else None,
                "standing_source": decided.data["source"] if decided else None,
                "leads": numbers(facts.out(body, "LEADS")),
                "basis": body["basis"],
                "reason": body.get("reason"),
                "source": body["source"],
                "about": [body["id"]],
            }
        )
    return rows
