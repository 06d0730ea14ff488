"""Which boards and groups lead no action."""

from __future__ import annotations

from sscb_graph.graph import rules
from sscb_graph.graph.nodes import Body
from sscb_graph.graph.standings import decision_on, kind_basis
from sscb_graph.graph.view import GraphView
from sscb_graph.model.vocabulary import TAKES_PLACE
from sscb_graph.questions.columns import SUPPORT, BasisOfColumn, Names, Text, listed
from sscb_graph.questions.headlines import named
from sscb_graph.questions.rows import ABOUT, Parameters, Row, list_cells

COLUMNS = (
    Text("body"),
    Text("kind"),
    BasisOfColumn("kind_basis"),
    Text("standing"),
    BasisOfColumn("standing_basis"),
    *listed(Names("reports_to")),
    *SUPPORT,
)


def rows(view: GraphView) -> list[Row]:
    """A row for each board or group that exists and leads nothing."""
    view.prefetch(view.all(Body), out=("LEADS", "REPORTS_TO"), into=("DECIDES_ON", *TAKES_PLACE))
    return [_row(view, body) for body in rules.leads_nothing(view)]


def _row(view: GraphView, body: Body) -> Row:
    """The row of a body: that it is listed rests on its being a group, which its kind says."""
    lines = view.reports_to(body)
    decision = decision_on(view, body)
    return {
        "body": body.name,
        "kind": body.kind,
        "kind_basis": kind_basis(body),
        "standing": decision.start.standing if decision else None,
        "standing_basis": decision.basis if decision else None,
        **list_cells("reports_to", [(edge.end.id, edge.end.name, edge.basis) for edge in lines]),
        "basis": kind_basis(body),
        "reason": body.kind_reason or body.reason,
        "source": body.source,
        ABOUT: [body.id],
    }


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """How many there are, and which."""
    if not rows:
        return "Every board and group leads an action."
    return f"No action is led by {named((row['body'] for row in rows), 'board or group', 'boards and groups')}."


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """Who is counted."""
    left_out = "former and proposed groups, boards outside the structure, agencies, inspectorates, departments, teams"
    return [f"Boards and groups only: {left_out} and roles are left out."]
