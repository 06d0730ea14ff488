"""Twin of ``led-by.cypher``."""

from __future__ import annotations

from sscb_graph.facts import Facts, order
from sscb_graph.questions.rows import Row, action_row


def answer(facts: Facts, body: str) -> list[Row]:
    """The actions that the body leads, each with the bodies that lead it too."""
    rows = []
    for lead in sorted(facts.out(facts.node(body), "LEADS"), key=lambda fact: (order(fact.end), fact.id)):
        others = [other.start["name"] for other in facts.into(lead.end, "LEADS") if other.start["id"] != body]
        rows.append(action_row(facts, lead.end, [lead], share="jointly" if others else "alone", jointly_with=others))
    return rows
