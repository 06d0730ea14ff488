"""Twin of ``reports-to-all-levels.cypher``."""

from __future__ import annotations

from sscb_graph.facts import Chain, Facts, basis_of, order, reason_in
from sscb_graph.questions.rows import Parameters, Row, line_row
from sscb_graph.questions.twins.reports_to import lines_stated


def answer(facts: Facts, body: str) -> list[Row]:
    """One row for each reporting line whose chain leads to the body; level 1 reports to it directly."""
    chains = facts.chains([Chain((body,))], facts.downwards)
    found = []
    for key, chain in chains.items():
        for fact in facts.into(facts.node(key), "REPORTS_TO"):
            whole = (*chain.facts, fact)
            more = {
                "level": len(whole),
                "basis": basis_of(whole),
                "reason": reason_in(whole),
                "about": [fact.start["id"], fact.end["id"], facts.plan["id"]],
            }
            found.append(((len(whole), order(fact.start), order(fact.end), fact.id), line_row(fact, **more)))
    return [row for _, row in sorted(found, key=lambda pair: pair[0])]


def notes(rows: list[Row], parameters: Parameters) -> list[str]:
    """How far the plan states these lines."""
    return lines_stated(rows)
