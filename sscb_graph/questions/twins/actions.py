"""Twin of ``actions.cypher``."""

from __future__ import annotations

from sscb_graph.facts import Facts
from sscb_graph.questions.rows import Row, action_row


def answer(facts: Facts) -> list[Row]:
    """One row for each action."""
    return [
        action_row(facts, action, [], timescale=action.get("timescale_printed")) for action in facts.labelled("Action")
    ]
