"""Every action of the plan."""

from __future__ import annotations

from sscb_graph.graph.nodes import Action
from sscb_graph.graph.view import GraphView
from sscb_graph.questions.columns import ACTION_FACTS, Ended, Text, inserted
from sscb_graph.questions.headlines import progress
from sscb_graph.questions.rows import Parameters, Row, action_row, prefetch_actions
from sscb_graph.questions.silence import CITATION, LEAD, STATUS, ended_names
from sscb_graph.text import many, sentences

#: The cells whose blanks a picture explains by what has ended.
_MAY_HAVE_ENDED = (LEAD, STATUS, CITATION)

COLUMNS = inserted(
    inserted(ACTION_FACTS, "leads_basis", Text("timescale")),
    "status_basis",
    *(Ended(cell.ended_column) for cell in _MAY_HAVE_ENDED),
)


def rows(view: GraphView) -> list[Row]:
    """A row for each action."""
    actions = view.all(Action)
    prefetch_actions(view, actions, "ADDRESSES")
    return [
        action_row(view, action, [], timescale=action.timescale_printed, **_ended(view, action)) for action in actions
    ]


def _ended(view: GraphView, action: Action) -> Row:
    return {cell.ended_column: ended_names(action, cell.ended(view, action)) for cell in _MAY_HAVE_ENDED}


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """How many there are, how far they are and by when they are due."""
    return sentences([f"The plan has {many(len(rows), 'action')}.", progress(rows)]) if rows else ""
