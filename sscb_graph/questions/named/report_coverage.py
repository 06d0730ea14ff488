"""What answers each item of a report: the actions that cite it, and everything else that responds to it."""

from __future__ import annotations

from sscb_graph.graph import rules
from sscb_graph.graph.nodes import Recommendation, Report
from sscb_graph.graph.view import GraphView
from sscb_graph.questions.brief import Brief, topic_in_short
from sscb_graph.questions.columns import BASIS, RECOMMENDATION, SOURCE, Names, Numbers, Text, listed
from sscb_graph.questions.rows import ABOUT, Parameters, Row, citation_numbers, list_cells, recommendation_cells
from sscb_graph.text import many

COLUMNS = (*RECOMMENDATION, Numbers("actions"), *listed(Names("responses")), BASIS, SOURCE)


def rows(view: GraphView, report: str) -> list[Row]:
    """A row for each item; its basis is that of the weakest fact that answers it."""
    items = rules.items_of(view, view.get(Report, report))
    view.prefetch(items, into=("ADDRESSES", "RESPONDS_TO"))
    return [_row(view, item) for item in items]


def _row(view: GraphView, item: Recommendation) -> Row:
    citations = view.citations_of(item)
    responses = view.responses_to(item)
    return {
        **recommendation_cells(item),
        "actions": citation_numbers(citations),
        **list_cells("responses", [(edge.id, edge.start.name, edge.basis) for edge in responses]),
        "basis": rules.chain_basis([*citations, *responses]),
        "source": item.source,
        ABOUT: [item.id],
    }


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """How many items actions cite, how many anything else answers, and how many nothing answers."""
    cited = sum(bool(row["actions"]) for row in rows)
    answered = sum(bool(row["responses"]) and not row["actions"] for row in rows)
    rest = len(rows) - cited - answered
    parts = [f"{cited} {_are(cited)} cited by actions"]
    parts += [f"{answered} {_are(answered)} answered in other ways"] if answered else []
    return f"Of {many(len(rows), 'item')}, {', '.join(parts)}, and nothing answers {rest}." if rows else ""


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def brief(view: GraphView, rows: list[Row], parameters: Parameters) -> Brief:
    """What each item is about, and what answers it."""
    return Brief((Text("recommendation"), topic_in_short(rows), Numbers("actions"), Names("responses"), BASIS), rows)


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """What it means that there is no row."""
    return [] if rows else ["The report has no items in this plan."]
