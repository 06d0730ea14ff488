"""What pictures of actions share: the box of an action, its leads, and their line of reporting up to the Board."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sscb_graph.questions.answer import Row
from sscb_graph.render.diagrams.kinds.bodies import Ask, body_line, body_node, line_support, month
from sscb_graph.render.diagrams.picture import Line, Node

#: How much of an action's words stands in its box; all of them are in its title and in the text.
_WORDS = 72


def action_names(ask: Ask) -> dict[str, str]:
    """What each action is called: its number, and its priority too where the plan prints the number twice."""
    rows = ask("actions").rows
    often = Counter(row["action"] for row in rows)
    return {
        row["row_id"]: f"Action {row['action']}"
        + (f" (Priority {row['priority']})" if often[row["action"]] > 1 else "")
        for row in rows
    }


def action_node(row: Row, name: str, more: Iterable[str] = (), wrap: int = 44) -> Node:
    """The box of a row about an action."""
    status = f"{row['status']} ({row['status_basis']})" if row["status"] else "status not stated"
    due = f"due {', '.join(month(day) for day in row['due'])}" if row["due"] else "no date stated"
    lead = [] if row["leads"] else ["NO LEAD STATED"]
    return Node(
        row["row_id"],
        name,
        f"action of Priority {row['priority']}",
        "Action",
        (short(row["text"]), "; ".join((due, status, *more)), *lead),
        wrap=wrap,
        facts=(f"It says: {row['text']}", f"Written in {row['source']}"),
    )


def lower_first(text: str) -> str:
    """A text as it stands in the middle of a sentence."""
    return text[:1].lower() + text[1:]


def short(text: str) -> str:
    """The first words of a text."""
    return textwrap.shorten(text, _WORDS, placeholder="...")


def led_by(leads: Iterable[Row], names: Mapping[str, str]) -> list[Line]:
    """The lines from actions to their leads."""
    return [
        Line(
            f"{row['row_id']}~led-by~{row['lead_id']}",
            row["row_id"],
            row["lead_id"],
            f"{names[row['row_id']]} is led by {row['lead']}",
            arrow="far",
            **line_support(row),
        )
        for row in leads
    ]


def upwards(ask: Ask, starts: Iterable[str]) -> tuple[list[Node], list[Line]]:
    """Some bodies and all above them, with the reporting lines between; who has none up to the Board says so."""
    board = ask("plan").rows[0]["board_id"]
    reporting: dict[str, list[Row]] = {}
    for row in ask("relations", via="REPORTS_TO").rows:
        reporting.setdefault(row["body_id"], []).append(row)
    found: dict[str, None] = {}
    waiting = list(starts)
    while waiting:
        key = waiting.pop(0)
        if key not in found:
            found[key] = None
            waiting += [row["other_id"] for row in reporting.get(key, [])]
    lines = [body_line(row, upwards=False) for key in found for row in reporting.get(key, [])]
    nodes = [
        body_node(row) if row["body_id"] == board or row["body_id"] in reporting else _unplaced(row)
        for row in ask("bodies").rows
        if row["body_id"] in found
    ]
    return nodes, lines


def _unplaced(row: Row) -> Node:
    node = body_node(row)
    return replace(node, tags=(*node.tags, "NO LINE TO THE BOARD STATED"))


def cited(citations: Sequence[Row], row_id: str) -> list[str]:
    """What an action cites, as words for its box."""
    items = [
        row["item"] if row["basis"] == "stated" else f"{row['item']} ({row['basis']})"
        for row in citations
        if row["row_id"] == row_id
    ]
    return [f"Ofsted {', '.join(items)}"] if items else ["no Ofsted recommendation cited"]
