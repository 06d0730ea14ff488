"""Which actions trace to a recommendation."""

from __future__ import annotations

from sscb_graph.graph.nodes import Recommendation
from sscb_graph.graph.view import GraphView
from sscb_graph.questions.columns import ACTION_FACTS
from sscb_graph.questions.rows import ABOUT, Parameters, Row, action_rows, item_notes
from sscb_graph.questions.silence import unless_rows, without_citation

COLUMNS = ACTION_FACTS


def rows(view: GraphView, recommendation: str) -> list[Row]:
    """A row for each citation of the recommendation."""
    found = action_rows(view, view.citations_of(view.get(Recommendation, recommendation)))
    for row in found:
        row[ABOUT].append(recommendation)
    return found


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """What has ended, what it means that there is no row, and what other items and bodies the item names."""
    item = view.get(Recommendation, parameters["recommendation"])
    words = without_citation(view, item)
    return [*unless_rows(rows, words, view.ended_into(item, "ADDRESSES")), *item_notes(view, item)]
