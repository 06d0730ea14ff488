"""Twin of ``line-to-board.cypher``."""

from __future__ import annotations

from sscb_graph.facts import Chain, Facts, basis_of, reason_in
from sscb_graph.questions.rows import Parameters, Row, line_row


def answer(facts: Facts, body: str) -> list[Row]:
    """One row for each step of the shortest line from the body up to the Board."""
    chain = facts.chains([Chain((body,))], facts.upwards).get(facts.plan.get("board", ""))
    rows = []
    for step, fact in enumerate(chain.facts if chain else (), 1):
        so_far = chain.facts[:step] if chain else ()
        more = {
            "step": step,
            "basis": basis_of(so_far),
            "reason": reason_in(so_far),
            "about": [fact.start["id"], fact.end["id"], facts.plan["id"]],
        }
        rows.append(line_row(fact, **more))
    return rows


def notes(rows: list[Row], parameters: Parameters) -> list[str]:
    """What it means that there is no row."""
    return [] if rows else ["The plan does not say by what line it reports to the Board, or it is the Board itself."]
