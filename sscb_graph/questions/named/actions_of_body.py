"""Which actions a body leads, and which only name it."""

from __future__ import annotations

from sscb_graph.graph.nodes import Action, Body
from sscb_graph.graph.view import GraphView, by_end
from sscb_graph.model.vocabulary import words_of
from sscb_graph.questions.brief import Brief
from sscb_graph.questions.columns import ACTION_FACTS, BRIEF_ACTION, Group, Relation
from sscb_graph.questions.definition import NOTHING
from sscb_graph.questions.headlines import progress
from sscb_graph.questions.rows import Parameters, Row, action_rows
from sscb_graph.questions.silence import unless_rows
from sscb_graph.questions.wider import wider_leads
from sscb_graph.text import many, sentences

COLUMNS = (Relation("relation"), *ACTION_FACTS)


def rows(view: GraphView, body: str) -> list[Row]:
    """The actions that the body leads, then those whose words only name it."""
    node = view.get(Body, body)
    leads = view.led_by(node)
    led = {lead.end.id for lead in leads}
    named = [edge for edge in view.out(node, "NAMED_IN") if isinstance(edge.end, Action) and edge.end.id not in led]
    facts = [*leads, *by_end(named)]
    pairs = zip(action_rows(view, facts), facts, strict=True)
    return [{**row, "relation": words_of(edge.type)} for row, edge in pairs]


def title(view: GraphView, parameters: Parameters) -> str:
    """The heading of a page."""
    return f"The actions of {view.get(Body, parameters['body']).name}"


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """How many actions it leads, and how many only name it."""
    if not rows:
        return ""
    led = [row for row in rows if row["relation"] == words_of("LEADS")]
    others = len(rows) - len(led)
    only = f"{many(others, 'action names', 'actions name')} it without being led by it." if others else ""
    first = f"It leads {many(len(led), 'action')}." if led else "It leads no action."
    return sentences([first, progress(led), only])


def brief(view: GraphView, rows: list[Row], parameters: Parameters) -> Brief:
    """The actions that it leads, and apart from them those that only name it."""
    return Brief((Group("relation"), *BRIEF_ACTION), rows)


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """What has ended, what it means that there is no row, and what it leads under a wider name."""
    body = view.get(Body, parameters["body"])
    return [*unless_rows(rows, NOTHING, view.ended_out(body, "LEADS")), *wider_leads(view, body)]
