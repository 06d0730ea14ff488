"""What answers a recommendation in other ways than by citing it."""

from __future__ import annotations

from sscb_graph.graph import rules
from sscb_graph.graph.nodes import Action, Recommendation, Report
from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import STATED
from sscb_graph.model.vocabulary import label_words, words_of
from sscb_graph.questions.answer import Caution
from sscb_graph.questions.columns import RECOMMENDATION, SUPPORT, Hidden, Id, Place, Relation, Text, Topic, replaced
from sscb_graph.questions.headlines import bases_of
from sscb_graph.questions.rows import (
    ABOUT,
    Parameters,
    Row,
    citation_numbers,
    how_known,
    item_notes,
    recommendation_cells,
    support_cells,
)
from sscb_graph.questions.silence import unless_ended
from sscb_graph.text import many, sentences

#: Kind and topic are the same in every row, and the heading of the answer gives them.
COLUMNS = (
    *replaced(RECOMMENDATION, Hidden("kind"), Topic("topic", place=Place.NOWHERE)),
    Text("responder"),
    Id("responder_id"),
    Text("responder_kind"),
    Relation("relation"),
    *SUPPORT,
)


def rows(view: GraphView, recommendation: str) -> list[Row]:
    """A row for each response."""
    item = view.get(Recommendation, recommendation)
    return [
        {
            **recommendation_cells(item),
            "responder": edge.start.name,
            "responder_id": edge.start.id,
            "responder_kind": label_words(edge.start.LABEL),
            "relation": words_of(edge.type),
            **support_cells(edge),
            ABOUT: [item.id, edge.start.id],
        }
        for edge in view.responses_to(item)
    ]


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """How many things respond to it, and how well that is known."""
    if not rows:
        return ""
    return sentences([f"{many(len(rows), 'thing responds', 'things respond')} to it.", bases_of(rows, "responses")])


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """What it means that there is no row or none stated, and what other items and bodies the item names."""
    item = view.get(Recommendation, parameters["recommendation"])
    return [*_answered(view, item, rows), *map(Caution, item_notes(view, item))]


def _answered(view: GraphView, item: Recommendation, rows: list[Row]) -> list[str]:
    if not rows:
        return _nothing(view, item)
    if all(row["basis"] != STATED for row in rows):
        report = view.get(Report, item.report)
        reasoned = f"every response is {how_known(rows)}"
        if not _linked_to_actions(view, report):
            return [f"The plan links no recommendation of the {report.kind} to any action: {reasoned}."]
        return [f"The plan does not state what responds to it: {reasoned}."]
    return []


def _nothing(view: GraphView, item: Recommendation) -> list[str]:
    """Why there is no row: only actions that cite it answer it, what did has ended, or the plan is silent."""
    silent = "The plan does not say what answers this recommendation: nothing in it responds, even by inference."
    if numbers := citation_numbers(view.citations_of(item)):
        silent = f"Nothing in the plan responds to it but the actions that cite it: {', '.join(numbers)}."
    return unless_ended(silent, view.ended_into(item, "RESPONDS_TO"))


def _linked_to_actions(view: GraphView, report: Report) -> bool:
    """Whether the plan itself links any item of a report to an action, by a citation or a stated response."""
    responses = [edge for item in rules.items_of(view, report) for edge in rules.stated(view.responses_to(item))]
    return rules.has_citations(view, report) or any(isinstance(edge.start, Action) for edge in responses)
