"""Twin of ``overdue.cypher``."""

from __future__ import annotations

from sscb_graph.facts import Facts
from sscb_graph.questions.rows import Parameters, Row, action_row


def answer(facts: Facts, as_at: str) -> list[Row]:
    """The actions with a date strictly before the day that are not completed."""
    rows = []
    for action in facts.labelled("Action"):
        pairs = zip(action.get("due", []), action.get("due_last", []), strict=True)
        counted = [due for due, last in pairs if last < as_at]
        completed = any(fact.end["search_text"] == "completed" for fact in facts.out(action, "HAS_STATUS"))
        if counted and not completed:
            rows.append(action_row(facts, action, [], counted=counted, timescale=action.get("timescale_printed")))
    return rows


def notes(rows: list[Row], parameters: Parameters) -> list[str]:
    """The day that is asked about, and how blank statuses are read."""
    said = [f"As at {parameters['as_at']}: a date strictly before that day, and a status that is not Completed."]
    if any(row["status"] is None for row in rows):
        said.append("A blank status counts as not completed.")
    said.append("An action whose timescale names no date is never overdue.")
    return said
