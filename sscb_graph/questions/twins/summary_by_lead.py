"""Twin of ``summary-by-lead.cypher``."""

from __future__ import annotations

from sscb_graph.facts import Fact, Facts, Node, basis_of
from sscb_graph.questions.rows import Parameters, Row, status_counts


def answer(facts: Facts) -> list[Row]:
    """One row for each body that leads, and one for the actions without a lead."""
    rows = []
    for body in facts.labelled("Body"):
        if leads := facts.out(body, "LEADS"):
            actions = list({fact.end["id"]: fact.end for fact in leads}.values())
            alone = sum(_alone(facts, action) for action in actions)
            rows.append(_row(facts, body, leads, actions, alone))
    if without := [action for action in facts.labelled("Action") if not facts.into(action, "LEADS")]:
        rows.append(_row(facts, None, [], without, 0))
    return rows


def notes(rows: list[Row], parameters: Parameters) -> list[str]:
    """Why the rows add up to more than the plan has actions."""
    return ["An action with several leads is counted once for each of them."] if rows else []


def _alone(facts: Facts, action: Node) -> bool:
    return len({fact.start["id"] for fact in facts.into(action, "LEADS")}) == 1


def _row(facts: Facts, body: Node | None, leads: list[Fact], actions: list[Node], alone: int) -> Row:
    statuses = [fact for action in actions for fact in facts.out(action, "HAS_STATUS")]
    return {
        "lead": body["name"] if body else None,
        "actions": len(actions),
        "alone": alone,
        "jointly": len(actions) - alone if body else 0,
        **status_counts(facts, actions),
        "basis": basis_of([*leads, *statuses]) or "stated",
        "source": body["source"] if body else facts.plan["source"],
        "about": [body["id"]] if body else [],
    }
