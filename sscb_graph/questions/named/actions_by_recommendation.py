"""Which actions trace to a recommendation."""

from __future__ import annotations

from sscb_graph.graph.nodes import Recommendation
from sscb_graph.graph.view import GraphView
from sscb_graph.questions.answer import Caution
from sscb_graph.questions.brief import Brief
from sscb_graph.questions.columns import ACTION_FACTS, BRIEF_ACTION
from sscb_graph.questions.headlines import progress
from sscb_graph.questions.rows import ABOUT, Parameters, Row, action_rows, item_notes, item_title, number_meaning
from sscb_graph.questions.silence import unless_rows, without_citation
from sscb_graph.text import many, sentences

COLUMNS = ACTION_FACTS


def rows(view: GraphView, recommendation: str) -> list[Row]:
    """A row for each citation of the recommendation."""
    found = action_rows(view, view.citations_of(view.get(Recommendation, recommendation)))
    for row in found:
        row[ABOUT].append(recommendation)
    return found


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """How many actions cite it, how far they are and by when they are due."""
    if not rows:
        return ""
    return sentences([f"{many(len(rows), 'action cites', 'actions cite')} it.", progress(rows)])


def title(view: GraphView, parameters: Parameters) -> str:
    """The item, with what it is in its report, and what it is about."""
    return item_title(view.get(Recommendation, parameters["recommendation"]))


def brief(view: GraphView, rows: list[Row], parameters: Parameters) -> Brief:
    """The usual table of actions; what is only inferred of the item's number is said under it."""
    return Brief(BRIEF_ACTION, rows, number_meaning(view, view.get(Recommendation, parameters["recommendation"])))


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """What has ended, what it means that there is no row, and what other items and bodies the item names."""
    item = view.get(Recommendation, parameters["recommendation"])
    words = without_citation(view, item)
    return [*unless_rows(rows, words, view.ended_into(item, "ADDRESSES")), *map(Caution, item_notes(view, item))]
