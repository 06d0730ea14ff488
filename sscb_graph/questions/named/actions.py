"""Every action of the plan, or those that meet some conditions."""

from __future__ import annotations

from typing import Any

from sscb_graph.graph.nodes import Action, Body
from sscb_graph.graph.view import GraphView
from sscb_graph.questions.brief import Brief
from sscb_graph.questions.columns import (
    ACTION_FACTS,
    BRIEF_ACTION,
    BRIEF_COUNTED,
    Dates,
    Ended,
    Place,
    Text,
    inserted,
)
from sscb_graph.questions.conditions import Conditions
from sscb_graph.questions.headlines import counted_days, progress, statuses
from sscb_graph.questions.rows import Parameters, Row, action_row, prefetch_actions
from sscb_graph.questions.silence import CITATION, LEAD, STATUS, ended_names, without_day
from sscb_graph.questions.wider import wider_leads
from sscb_graph.text import many, sentences

#: The cells whose blanks a picture explains by what has ended.
_MAY_HAVE_ENDED = (LEAD, STATUS, CITATION)

COLUMNS = inserted(
    inserted(
        inserted(ACTION_FACTS, "leads_basis", Text("timescale")),
        "status_basis",
        *(Ended(cell.ended_column) for cell in _MAY_HAVE_ENDED),
    ),
    "due",
    Dates("counted", place=Place.NOWHERE),
)


def rows(view: GraphView, **chosen: Any) -> list[Row]:
    """A row for each action that meets all conditions; ``counted`` holds its dates that meet them."""
    conditions = Conditions(**chosen)
    actions = view.all(Action)
    prefetch_actions(view, actions, "ADDRESSES", *(["SERVES"] if conditions.priority else []))
    return [
        action_row(
            view,
            action,
            facts,
            timescale=action.timescale_printed,
            counted=conditions.dates(action),
            **_ended(view, action),
        )
        for action in actions
        if (facts := conditions.facts(view, action)) is not None and (conditions.dates(action) or not conditions.dated)
    ]


def _ended(view: GraphView, action: Action) -> Row:
    return {cell.ended_column: ended_names(action, cell.ended(view, action)) for cell in _MAY_HAVE_ENDED}


def title(view: GraphView, parameters: Parameters) -> str:
    """The heading of a page: how the conditions were understood."""
    words = Conditions(**parameters).words(view)
    return f"Actions {', '.join(words)}" if words else "All actions of the plan"


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """How many there are, how far they are and by when they are due."""
    conditions = Conditions(**parameters)
    if not conditions.words(view):
        return sentences([f"The plan has {many(len(rows), 'action')}.", progress(rows)]) if rows else ""
    # An answer that counts only some bases is of those actions alone.
    among = f" of the plan's {many(len(view.all(Action)), 'action')}" if view.counts_all else ""
    count = f"{len(rows) or 'None'}{among} {'meet' if len(rows) > 1 else 'meets'} these conditions"
    if rows and conditions.dated:
        return sentences([f"{count}: {counted_days(rows)}.", statuses(rows)])
    return sentences([f"{count}.", progress(rows)])


def brief(view: GraphView, rows: list[Row], parameters: Parameters) -> Brief:
    """The usual table; where days are asked for, with the dates that count."""
    conditions = Conditions(**parameters)
    return Brief(BRIEF_COUNTED if conditions.dated else BRIEF_ACTION, rows, _undated(view, conditions))


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """Which actions no day can choose, and what the leads asked for lead under a wider name."""
    conditions = Conditions(**parameters)
    wider = [note for key in conditions.lead for note in wider_leads(view, view.get(Body, key))]
    return [*wider, *_undated(view, conditions)]


def _undated(view: GraphView, conditions: Conditions) -> list[str]:
    """The actions that meet every condition but that of a day, since their timescale names none."""
    if not conditions.dated:
        return []
    found = [action for action in view.all(Action) if not action.due and conditions.facts(view, action) is not None]
    return [words] if (words := without_day(found)) else []
