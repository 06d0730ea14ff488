"""Twin of ``bodies-without-action.cypher``."""

from __future__ import annotations

from sscb_graph.facts import Facts, order, standing_of
from sscb_graph.ontology import GROUPS
from sscb_graph.questions.rows import Parameters, Row


def answer(facts: Facts) -> list[Row]:
    """The boards and groups that lead no action."""
    rows = []
    for body in facts.labelled("Body"):
        standing = standing_of(facts, body)
        if GROUPS.isdisjoint(body["labels"]) or facts.out(body, "LEADS") or standing in {"former", "proposed"}:
            continue
        above = {line.end["id"]: line.end for line in facts.out(body, "REPORTS_TO")}
        rows.append(
            {
                "body": body["name"],
                "kind": body["kind"],
                "standing": standing,
                "reports_to": [one["name"] for one in sorted(above.values(), key=order)],
                "basis": "stated",
                "source": body["source"],
                "about": [body["id"]],
            }
        )
    return rows


def notes(rows: list[Row], parameters: Parameters) -> list[str]:
    """Who is counted."""
    left_out = "former and proposed groups, boards outside the structure, agencies, inspectorates, departments, teams"
    return [f"Boards and groups only: {left_out} and roles are left out."]
