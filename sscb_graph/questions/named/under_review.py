"""Which groups are under review, when, and what depends on them."""

from __future__ import annotations

from sscb_graph.graph import rules
from sscb_graph.graph.graph import Edge, weakest_of
from sscb_graph.graph.nodes import Body, Decision
from sscb_graph.graph.standings import decision_words, is_proposed
from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import marked
from sscb_graph.model.dates import in_words
from sscb_graph.questions.columns import SUPPORT, BasisOfColumn, Date, Names, Numbers, Place, Text, listed
from sscb_graph.questions.rows import ABOUT, Parameters, Row, list_cells, share_cells, support_cells
from sscb_graph.text import listed as in_a_row
from sscb_graph.text import many, sentences

COLUMNS = (
    Text("body"),
    Date("review_on", "review"),
    Text("proposed", "What is proposed, by whom and until when", Place.BELOW),
    BasisOfColumn("proposed_basis"),
    *listed(Numbers("leads_alone")),
    *listed(Numbers("leads_jointly")),
    *listed(Names("reports_to_it")),
    *SUPPORT,
)


def rows(view: GraphView) -> list[Row]:
    """A row for each decision that puts a group under review."""
    return [_row(view, edge) for edge in rules.under_review(view)]


def _row(view: GraphView, decided: Edge[Decision, Body]) -> Row:
    body = decided.end
    leads = view.led_by(body)
    lines = view.reports_from(body)
    proposed = [edge for edge in view.decisions_on(body) if is_proposed(edge.start.standing)]
    alone = [edge for edge in leads if rules.leads_alone(view, edge.end)]
    jointly = [edge for edge in leads if not rules.leads_alone(view, edge.end)]
    return {
        "body": body.name,
        "review_on": decided.start.review_on,
        "proposed": "; ".join(decision_words(edge.start) for edge in proposed) or None,
        "proposed_basis": weakest_of(proposed),
        **share_cells(view, "leads_alone", alone),
        **share_cells(view, "leads_jointly", jointly),
        **list_cells("reports_to_it", [(edge.start.id, edge.start.name, edge.basis) for edge in lines]),
        **support_cells(decided),
        ABOUT: [body.id, view.plan_id],
    }


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """How many groups are under review, and which of them by when."""
    if not rows:
        return ""
    told = [row for row in rows if row["review_on"]]
    dated = [marked(f"{row['body']} in {in_words(row['review_on'])}", row["basis"]) for row in told]
    when = f"A date is given for {in_a_row(dated)} only." if dated else "No date is given for any."
    proposed = [marked(row["body"], row["proposed_basis"]) for row in rows if row["proposed"]]
    also = f"Only proposed to continue: {in_a_row(proposed)}." if proposed else ""
    return sentences([f"{many(len(rows), 'group is', 'groups are')} under review.", when, also])


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """Whose review has no date."""
    undated = [row["body"] for row in rows if row["review_on"] is None]
    return [f"The plan does not say when these are reviewed: {', '.join(undated)}."] if undated else []
