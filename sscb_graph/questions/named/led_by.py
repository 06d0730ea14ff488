"""What a body leads, alone and jointly."""

from __future__ import annotations

from sscb_graph.graph import rules
from sscb_graph.graph.graph import Edge
from sscb_graph.graph.nodes import Action, Body
from sscb_graph.graph.view import GraphView
from sscb_graph.questions.brief import Brief
from sscb_graph.questions.columns import (
    ACTION_FACTS,
    BRIEF_ACTION,
    BasisOfColumn,
    Names,
    Place,
    Text,
    inserted,
    listed,
    replaced,
    without,
)
from sscb_graph.questions.definition import NOTHING
from sscb_graph.questions.headlines import progress
from sscb_graph.questions.rows import Parameters, Row, action_row, list_cells, prefetch_actions
from sscb_graph.questions.silence import unless_rows
from sscb_graph.questions.wider import wider_leads
from sscb_graph.text import many, sentences

#: People see only the other leads, under ``jointly_with``.
COLUMNS = (
    Text("share"),
    BasisOfColumn("share_basis"),
    *listed(Names("jointly_with")),
    *replaced(ACTION_FACTS, Names("leads", place=Place.NOWHERE)),
)


def rows(view: GraphView, body: str) -> list[Row]:
    """A row for each action that the body leads, with the other bodies that lead it."""
    leads = view.led_by(view.get(Body, body))
    prefetch_actions(view, [lead.end for lead in leads])
    return [_row(view, lead) for lead in leads]


def _row(view: GraphView, lead: Edge[Body, Action]) -> Row:
    leads = view.leads(lead.end)
    others = [other for other in leads if other.start != lead.start]
    return action_row(
        view,
        lead.end,
        [lead],
        share=rules.share_of(view, lead),
        share_basis=rules.share_basis(view, lead),
        **list_cells("jointly_with", [(other.start.id, other.start.name, other.basis) for other in others]),
    )


def title(view: GraphView, parameters: Parameters) -> str:
    """The heading of a page."""
    return f"What {view.get(Body, parameters['body']).name} leads, alone and with others"


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """How many actions it leads, alone and jointly, and how far they are."""
    alone = sum(row["share"] == "alone" for row in rows)
    first = f"It leads {many(len(rows), 'action')}: {alone} alone and {len(rows) - alone} jointly."
    return sentences([first, progress(rows)]) if rows else ""


def brief(view: GraphView, rows: list[Row], parameters: Parameters) -> Brief:
    """Each action with those who lead it too."""
    return Brief(inserted(without(BRIEF_ACTION, "leads"), "text", Names("jointly_with", "led with")), rows)


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """What has ended, what it means that there is no row, and what it leads under a wider name."""
    body = view.get(Body, parameters["body"])
    return [*unless_rows(rows, NOTHING, view.ended_out(body, "LEADS")), *wider_leads(view, body)]
