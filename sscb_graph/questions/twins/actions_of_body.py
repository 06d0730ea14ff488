"""Twin of ``actions-of-body.cypher``."""

from __future__ import annotations

from sscb_graph.facts import Facts, order
from sscb_graph.ontology import Label
from sscb_graph.questions.rows import Row, action_row


def answer(facts: Facts, body: str) -> list[Row]:
    """The actions that the body leads, then those whose words only name it."""
    node = facts.node(body)
    leads = sorted(facts.out(node, "LEADS"), key=lambda fact: (order(fact.end), fact.id))
    led = {fact.end["id"] for fact in leads}
    named = [
        fact
        for fact in facts.out(node, "NAMED_IN")
        if Label.ACTION.value in fact.end["labels"] and fact.end["id"] not in led
    ]
    named.sort(key=lambda fact: (order(fact.end), fact.id))
    return [
        action_row(facts, fact.end, [fact], relation=relation)
        for relation, kept in (("leads", leads), ("named in", named))
        for fact in kept
    ]
