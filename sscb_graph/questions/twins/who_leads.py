"""Twin of ``who-leads.cypher``."""

from __future__ import annotations

from sscb_graph.facts import Facts, order
from sscb_graph.questions.rows import Parameters, Row, action_cells


def answer(facts: Facts, actions: list[str]) -> list[Row]:
    """One row for each lead of the action, or of each action that carries its number."""
    rows: list[Row] = []
    for action in sorted((facts.node(key) for key in actions), key=order):
        leads = facts.into(action, "LEADS")
        share = "jointly" if len({lead.start["id"] for lead in leads}) > 1 else "alone"
        rows += [
            {
                **action_cells(action),
                "lead": lead.start["name"],
                "share": share,
                "basis": lead.data["basis"],
                "reason": lead.get("reason"),
                "source": lead.data["source"],
                "confirmed_by": lead.get("confirmed_by"),
                "confirmed_on": lead.get("confirmed_on"),
                "about": [action["id"], lead.start["id"]],
            }
            for lead in leads
        ]
    return rows


def notes(rows: list[Row], parameters: Parameters) -> list[str]:
    """Which of the actions asked about have no lead."""
    without = [key for key in parameters["actions"] if key not in {row["row_id"] for row in rows}]
    return [f"The plan does not say who leads {', '.join(without)}."] if without else []
