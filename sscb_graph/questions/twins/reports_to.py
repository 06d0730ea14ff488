"""Twin of ``reports-to.cypher``."""

from __future__ import annotations

from sscb_graph.facts import Facts, order
from sscb_graph.questions.rows import Parameters, Row, line_row


def answer(facts: Facts, body: str) -> list[Row]:
    """One row for each reporting line that ends at the body."""
    lines = sorted(facts.into(facts.node(body), "REPORTS_TO"), key=lambda fact: (order(fact.start), fact.id))
    return [line_row(fact, about=[fact.start["id"], fact.end["id"], facts.plan["id"]]) for fact in lines]


def notes(rows: list[Row], parameters: Parameters) -> list[str]:
    """How far the plan states these lines."""
    return lines_stated(rows)


def lines_stated(rows: list[Row]) -> list[str]:
    """A sentence that says how many reporting lines the plan itself states."""
    if not rows:
        return ["The plan does not say that anybody reports to it."]
    stated = sum(row["basis"] == "stated" for row in rows)
    if stated == len(rows):
        return []
    if not stated:
        return ["No line below is stated: the plan does not say it in words, and every one is reasoned as shown."]
    return [
        f"Only {stated} of these {len(rows)} lines rest on statements of the plan; the others are reasoned as shown."
    ]
