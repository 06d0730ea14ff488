"""Twin of ``plan.cypher``."""

from __future__ import annotations

from sscb_graph.facts import Facts
from sscb_graph.questions.rows import Row


def answer(facts: Facts) -> list[Row]:
    """One row: the plan."""
    plan = facts.plan
    board = facts.node(plan["board"]) if plan.get("board") in facts else None
    return [
        {
            "plan": plan["name"],
            "title": plan["title"],
            "board": board["name"] if board else None,
            "board_id": board["id"] if board else None,
            "from": plan.get("from"),
            "until": plan.get("until"),
            "basis": "stated",
            "source": plan["source"],
            "about": [plan["id"], *([board["id"]] if board else [])],
        }
    ]
