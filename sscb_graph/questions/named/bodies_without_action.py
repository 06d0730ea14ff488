"""Which boards and groups lead no action."""

from __future__ import annotations

from sscb_graph.graph import rules
from sscb_graph.graph.nodes import Body
from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import STATED
from sscb_graph.questions.columns import BASIS, SOURCE, Names, Text
from sscb_graph.questions.headlines import named
from sscb_graph.questions.rows import ABOUT, Parameters, Row

COLUMNS = (Text("body"), Text("kind"), Text("standing"), Names("reports_to"), BASIS, SOURCE)


def rows(view: GraphView) -> list[Row]:
    """A row for each board or group that exists and leads nothing."""
    view.prefetch(view.all(Body), out=("LEADS", "REPORTS_TO"), into=("DECIDES_ON",))
    return [
        {
            "body": body.name,
            "kind": body.kind,
            "standing": rules.standing_of(view, body),
            "reports_to": list({edge.end.id: edge.end.name for edge in view.reports_to(body)}.values()),
            "basis": STATED,
            "source": body.source,
            ABOUT: [body.id],
        }
        for body in rules.leads_nothing(view)
    ]


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """How many there are, and which."""
    if not rows:
        return "Every board and group leads an action."
    return f"No action is led by {named((row['body'] for row in rows), 'board or group', 'boards and groups')}."


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """Who is counted."""
    left_out = "former and proposed groups, boards outside the structure, agencies, inspectorates, departments, teams"
    return [f"Boards and groups only: {left_out} and roles are left out."]
