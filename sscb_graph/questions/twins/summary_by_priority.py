"""Twin of ``summary-by-priority.cypher``."""

from __future__ import annotations

from sscb_graph.facts import Facts, basis_of
from sscb_graph.questions.rows import Row, status_counts


def answer(facts: Facts) -> list[Row]:
    """One row for each priority: how many actions serve it, and how many have each status."""
    rows = []
    for priority in facts.labelled("Priority"):
        serving = facts.into(priority, "SERVES")
        actions = [fact.start for fact in serving]
        statuses = [fact for action in actions for fact in facts.out(action, "HAS_STATUS")]
        rows.append(
            {
                "priority": priority["number"],
                "title": priority["wording"],
                "actions": len(actions),
                **status_counts(facts, actions),
                "no_date": sum(not action.get("due") for action in actions),
                "basis": basis_of([*serving, *statuses]) or "stated",
                "source": priority["source"],
                "about": [priority["id"]],
            }
        )
    return rows
