"""The columns that many answers share, built from the facts of a graph."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sscb_graph.facts import Fact, Facts, Node, basis_of, joined

Row = dict[str, Any]
Parameters = dict[str, Any]


def action_row(facts: Facts, action: Node, why: Sequence[Fact], **more: Any) -> Row:
    """The columns of a row about an action; ``why`` are the facts that make it an answer."""
    leads = facts.into(action, "LEADS")
    statuses = facts.out(action, "HAS_STATUS")
    return {
        **action_cells(action),
        "leads": [lead.start["name"] for lead in leads],
        "leads_basis": basis_of(leads),
        "due": list(action.get("due", [])),
        "status": statuses[0].end["name"] if statuses else None,
        "status_basis": statuses[0].data["basis"] if statuses else None,
        "basis": basis_of(why) or "stated",
        "reason": joined(why, "reason"),
        "source": joined(why, "source") or action["source"],
        "about": [action["id"], *sorted(lead.start["id"] for lead in leads)],
        **more,
    }


def action_cells(action: Node) -> Row:
    """What names an action in a row."""
    return {
        "action": action["number"],
        "row_id": action["id"],
        "priority": action["priority"],
        "text": action["text"],
    }


def line_row(fact: Fact, **more: Any) -> Row:
    """The columns of a row about a relation of two bodies."""
    return {
        "body": fact.start["name"],
        "relation": words(fact),
        "other": fact.end["name"],
        **support(fact),
        "about": [fact.start["id"], fact.end["id"]],
        **more,
    }


def support(fact: Fact) -> Row:
    """How one fact is supported: its basis and reason, where it is written, and who confirmed it."""
    return {
        "basis": fact.data["basis"],
        "reason": fact.get("reason"),
        "source": fact.data["source"],
        "confirmed_by": fact.get("confirmed_by"),
        "confirmed_on": fact.get("confirmed_on"),
    }


def words(fact: Fact) -> str:
    """The words of a relation, from its type."""
    return str(fact.data["type"]).lower().replace("_", " ")


def numbers(facts: Iterable[Fact]) -> list[str]:
    """The numbers of the actions at the end of some leads, in the order of the plan."""
    actions = {fact.end["id"]: fact.end for fact in facts}
    return [action["number"] for action in sorted(actions.values(), key=lambda node: (node["position"], node["id"]))]


STATUS_COLUMNS = ("completed", "green", "amber", "red")


def status_counts(facts: Facts, actions: Iterable[Node]) -> dict[str, int]:
    """How many actions have each status, another one, or none."""
    counts = dict.fromkeys((*STATUS_COLUMNS, "other", "blank"), 0)
    for action in actions:
        statuses = facts.out(action, "HAS_STATUS")
        folded = statuses[0].end["search_text"] if statuses else "blank"
        counts[
            folded if folded in counts and (folded != "blank" or not statuses) and folded != "other" else "other"
        ] += 1
    return counts
