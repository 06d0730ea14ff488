"""Twin of ``due-by.cypher``."""

from __future__ import annotations

from sscb_graph.facts import Facts
from sscb_graph.questions.rows import Parameters, Row, action_row


def answer(facts: Facts, by: str) -> list[Row]:
    """The actions with a date on or before the day, completed ones too."""
    rows = []
    for action in facts.labelled("Action"):
        pairs = zip(action.get("due", []), action.get("due_last", []), strict=True)
        counted = [due for due, last in pairs if last <= by]
        if counted:
            rows.append(action_row(facts, action, [], counted=counted, timescale=action.get("timescale_printed")))
    return rows


def notes(rows: list[Row], parameters: Parameters) -> list[str]:
    """Which actions can never be here."""
    return [
        "Completed actions are listed too, with their status. An action with several dates counts by any one of them, "
        "shown under 'counted'. An action whose timescale names no date is never listed."
    ]
