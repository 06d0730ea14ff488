"""How many actions each body leads, alone and jointly, and how many have each status."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from sscb_graph.graph import rules
from sscb_graph.graph.nodes import Action, Body
from sscb_graph.graph.view import GraphView
from sscb_graph.questions.columns import BASIS, SOURCE, STATUS_COUNTS, Number, Text
from sscb_graph.questions.rows import ABOUT, Parameters, Row, prefetch_actions, status_counts
from sscb_graph.questions.silence import LEAD, STATUS, blank_cells_ended
from sscb_graph.text import many, sentences

if TYPE_CHECKING:
    from sscb_graph.graph.graph import Edge

COLUMNS = (
    Text("lead"),
    Number("actions"),
    Number("alone"),
    Number("jointly"),
    *STATUS_COUNTS,
    BASIS,
    SOURCE,
)


def rows(view: GraphView) -> list[Row]:
    """A row for each body that leads, and a last row, without a lead, for the actions that nobody leads."""
    actions = view.all(Action)
    prefetch_actions(view, actions)
    led: dict[Body, list[Edge[Body, Action]]] = {}
    for edge in cast("list[Edge[Body, Action]]", view.typed("LEADS")):
        led.setdefault(edge.start, []).append(edge)
    found = [_row(view, body, leads) for body, leads in led.items()]
    without = [action for action in actions if not view.leads(action)]
    return [*found, _row_without(view, without)] if without else found


def _row(view: GraphView, body: Body, leads: list[Edge[Body, Action]]) -> Row:
    actions = list(dict.fromkeys(edge.end for edge in leads))
    alone = sum(rules.leads_alone(view, action) for action in actions)
    # Who else leads an action makes it led alone or jointly.
    support = [edge for action in actions for edge in (*view.leads(action), *view.statuses(action))]
    return {
        "lead": body.name,
        "actions": len(actions),
        "alone": alone,
        "jointly": len(actions) - alone,
        **status_counts(view, actions),
        "basis": rules.chain_basis([*leads, *support]),
        "source": body.source,
        ABOUT: [body.id],
    }


def _row_without(view: GraphView, actions: list[Action]) -> Row:
    return {
        "lead": None,
        "actions": len(actions),
        "alone": 0,
        "jointly": 0,
        **status_counts(view, actions),
        "basis": rules.chain_basis([edge for action in actions for edge in view.statuses(action)]),
        "source": view.plan.source,
        ABOUT: [],
    }


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """How many bodies lead, and how many actions nobody leads."""
    leads = [row for row in rows if row["lead"]]
    without = sum(row["actions"] for row in rows if not row["lead"])
    none = f"{many(without, 'action has', 'actions have')} no lead." if without else ""
    return sentences([f"{many(len(leads), 'body leads', 'bodies lead')} actions.", none]) if rows else ""


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """Why the rows add up to more than the plan has actions, and what has ended of what is counted as blank."""
    actions = view.all(Action)
    several = ["An action with several leads is counted once for each of them."] if rows else []
    return [*several, *blank_cells_ended(view, actions, LEAD, STATUS)]
