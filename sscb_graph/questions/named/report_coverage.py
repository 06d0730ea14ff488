"""What answers each item of a report: the actions that cite it, and whatever else responds to it."""

from __future__ import annotations

from sscb_graph.graph import rules
from sscb_graph.graph.nodes import Recommendation, Report
from sscb_graph.graph.view import GraphView
from sscb_graph.questions.columns import BASIS, RECOMMENDATION, SOURCE, Names, Numbers
from sscb_graph.questions.rows import ABOUT, Row, citation_numbers, recommendation_cells

COLUMNS = (*RECOMMENDATION, Numbers("actions"), Names("responses"), BASIS, SOURCE)


def rows(view: GraphView, report: str) -> list[Row]:
    """A row for each item; its basis is the weakest of all that answers it."""
    items = rules.items_of(view, view.get(Report, report))
    view.prefetch(items, into=("ADDRESSES", "RESPONDS_TO"))
    return [_row(view, item) for item in items]


def _row(view: GraphView, item: Recommendation) -> Row:
    citations = view.citations_of(item)
    responses = view.responses_to(item)
    return {
        **recommendation_cells(item),
        "actions": citation_numbers(citations),
        "responses": [edge.start.name for edge in responses],
        "basis": rules.chain_basis([*citations, *responses]),
        "source": item.source,
        ABOUT: [item.id],
    }
