"""The plan itself: its title, its period and its board."""

from __future__ import annotations

from sscb_graph.graph.nodes import Passage
from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import STATED
from sscb_graph.model.dates import in_words
from sscb_graph.model.vocabulary import PICTURE
from sscb_graph.questions.columns import BASIS, SOURCE, Date, Id, Text, Words
from sscb_graph.questions.rows import ABOUT, Parameters, Row

COLUMNS = (
    Text("plan"),
    Id("plan_id"),
    Words("title"),
    Words("picture_title", "Title of its picture of the structure"),
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
            "plan_id": plan.id,
            "title": plan.title,
            "picture_title": _picture_title(view),
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
    (row,) = rows
    period = " to ".join(in_words(day) for day in (row["from"], row["until"]) if day)
    top = f" {row['board']} stands at the top of its structure." if row["board"] else ""
    return f"{row['title']}{f' ({period})' if period else ''}.{top}"


def _picture_title(view: GraphView) -> str | None:
    """The title that the plan prints for its own picture of the structure; None where it prints none."""
    return next((passage.text for passage in view.all(Passage) if passage.kind == PICTURE), None)
