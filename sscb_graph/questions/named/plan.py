"""The plan itself: its title, its period and its board."""

from __future__ import annotations

from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import STATED
from sscb_graph.model.dates import in_words
from sscb_graph.questions.columns import BASIS, SOURCE, Date, Id, Text, Words
from sscb_graph.questions.rows import ABOUT, Parameters, Row

COLUMNS = (
    Text("plan"),
    Words("title"),
    Text("board"),
    Id("board_id"),
    Date("from"),
    Date("until"),
    BASIS,
    SOURCE,
)


def rows(view: GraphView) -> list[Row]:
    """The row of the plan."""
    plan, board = view.plan, view.board
    return [
        {
            "plan": plan.name,
            "title": plan.title,
            "board": board.name if board else None,
            "board_id": board.id if board else None,
            "from": plan.starts,
            "until": plan.until,
            "basis": STATED,
            "source": plan.source,
            ABOUT: [plan.id, *([board.id] if board else [])],
        }
    ]


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """Its period, and what stands at its top."""
    if not rows:
        return ""
    row = rows[0]
    period = " to ".join(in_words(day) for day in (row["from"], row["until"]) if day)
    top = f" {row['board']} stands at the top of its structure." if row["board"] else ""
    return f"{row['title']}{f' ({period})' if period else ''}.{top}"
