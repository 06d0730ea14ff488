"""Twin of ``replaced-or-renamed.cypher``."""

from __future__ import annotations

from sscb_graph.facts import Facts
from sscb_graph.questions.rows import Parameters, Row, line_row


def answer(facts: Facts) -> list[Row]:
    """What replaced what, and what was renamed."""
    return [line_row(fact) for fact in facts.typed("REPLACES", "FORMERLY")]


def notes(rows: list[Row], parameters: Parameters) -> list[str]:
    """The difference between the two."""
    return ["'Replaces' is a new group in the place of another; 'formerly' is the same group under another name."]
