"""Which groups are under review, when, and what depends on them."""

from __future__ import annotations

from sscb_graph.graph import rules
from sscb_graph.graph.graph import Edge
from sscb_graph.graph.nodes import Body, Decision
from sscb_graph.graph.view import GraphView
from sscb_graph.model.dates import in_words
from sscb_graph.questions.columns import SUPPORT, Date, Names, Numbers, Text
from sscb_graph.questions.rows import ABOUT, Parameters, Row, numbers
from sscb_graph.text import listed, many, sentences

COLUMNS = (
    Text("body"),
    Date("review_on", "review"),
    Numbers("leads_alone"),
    Numbers("leads_jointly"),
    Names("reports_to_it"),
    *SUPPORT,
)


def rows(view: GraphView) -> list[Row]:
    """A row for each decision that puts a group under review."""
    return [_row(view, edge) for edge in rules.under_review(view)]


def _row(view: GraphView, decided: Edge[Decision, Body]) -> Row:
    body = decided.end
    leads = view.led_by(body)
    alone = [edge for edge in leads if rules.leads_alone(view, edge.end)]
    jointly = [edge for edge in leads if not rules.leads_alone(view, edge.end)]
    return {
        "body": body.name,
        "review_on": decided.start.review_on,
        "leads_alone": numbers(alone),
        "leads_jointly": numbers(jointly),
        "reports_to_it": list(dict.fromkeys(edge.start.name for edge in view.reports_from(body))),
        "basis": decided.basis,
        "reason": decided.reason,
        "source": decided.source,
        ABOUT: [body.id],
    }


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """How many groups are under review, and which of them by when."""
    if not rows:
        return ""
    dated = [f"{row['body']} in {in_words(row['review_on'])}" for row in rows if row["review_on"]]
    when = f"A date is given for {listed(dated)} only." if dated else "No date is given for any."
    return sentences([f"{many(len(rows), 'group is', 'groups are')} under review.", when])


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """Whose review has no date."""
    undated = [row["body"] for row in rows if row["review_on"] is None]
    return [f"The plan does not say when these are reviewed: {', '.join(undated)}."] if undated else []
