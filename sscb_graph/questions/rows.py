"""The cells that many answers share, made from the facts of a graph."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

from sscb_graph.graph import rules
from sscb_graph.graph.graph import AnyEdge, Edge, weakest_of
from sscb_graph.graph.nodes import BY_US, Action, Based, Body, Recommendation, Report
from sscb_graph.graph.view import GraphView, by_end, by_start
from sscb_graph.model.basis import RANK, STATED, Basis, marked, weakest
from sscb_graph.model.dates import in_words
from sscb_graph.model.vocabulary import words_of
from sscb_graph.questions.columns import STATUS_COUNTS, bases_column, basis_column, names

#: A row of an answer: a cell for each column, and under ABOUT the ids of the things that the row is about.
Row: TypeAlias = dict[str, Any]
Parameters: TypeAlias = dict[str, Any]
#: The key under which a row lists what it is about; it is no column of the answer.
ABOUT = "about"
#: The key under which a row lists the cautions that belong to its facts; it is no column either, and may be missing.
CAUTIONS = "cautions"


def action_rows(view: GraphView, facts: Iterable[AnyEdge]) -> list[Row]:
    """A row for each fact that makes an action an answer: the fact starts or ends at the action."""
    pairs = [(edge.start if isinstance(edge.start, Action) else edge.end, edge) for edge in facts]
    actions = [action for action, _ in pairs if isinstance(action, Action)]
    prefetch_actions(view, actions)
    return [action_row(view, action, [edge]) for action, edge in pairs if isinstance(action, Action)]


def prefetch_actions(view: GraphView, actions: Sequence[Action], *more: str) -> None:
    """Reads at once what ``action_row`` asks of each of many actions, and the facts of more types that they start."""
    view.prefetch(actions, into=("LEADS",), out=("HAS_STATUS", *more))


def action_row(view: GraphView, action: Action, why: Sequence[AnyEdge], **more: Any) -> Row:
    """The cells of a row about an action; ``why`` are the facts that make it an answer.

    With no such fact the action itself is the answer, and the document states it.
    """
    leads = view.leads(action)
    status = view.status(action)
    return {
        **action_cells(action),
        "leads": [lead.start.name for lead in leads],
        "leads_basis": weakest_of(leads),
        "leads_bases": [lead.basis for lead in leads],
        "due": action.due,
        "status": status.end.name if status else None,
        "status_basis": status.basis if status else None,
        "basis": rules.chain_basis(why),
        "reason": rules.joined(why, "reason"),
        "source": rules.joined(why, "source") or action.source,
        ABOUT: [action.id, *sorted(lead.start.id for lead in leads)],
        **more,
    }


def rows_by_action(rows: Iterable[Row]) -> list[list[Row]]:
    """The rows of each action together, in the order in which the actions come first."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["row_id"], []).append(row)
    return list(found.values())


def action_cells(action: Action) -> Row:
    """The cells of ACTION, which identify an action."""
    return {"action": action.number, "row_id": action.id, "priority": action.priority, "text": action.text}


def line_row(edge: AnyEdge, **more: Any) -> Row:
    """The cells of a row about a relation of two bodies."""
    return {
        "body": edge.start.name,
        "relation": words_of(edge.type),
        "other": edge.end.name,
        **basis_cells(edge),
        ABOUT: [edge.start.id, edge.end.id],
        CAUTIONS: edge_cautions(edge),
        **more,
    }


def edge_cautions(edge: AnyEdge) -> list[str]:
    """The caution that belongs to a fact, after the sentence of the fact; none where it has none."""
    fact = f"{edge.start.name} {words_of(edge.type)} {edge.end.name}"
    return [f"{fact}: {edge.note}"] if edge.note else []


def chain_row(chain: Sequence[AnyEdge], **more: Any) -> Row:
    """The cells that the last step of a chain gives a row: as weak as the chain, and why."""
    last = chain[-1]
    return line_row(last, **{"basis": rules.chain_basis(chain), "reason": rules.chain_reason(chain), **more})


def recommendation_cells(item: Recommendation) -> Row:
    """The cells of RECOMMENDATION, which identify an item of a report and say who wrote its topic."""
    return {
        "recommendation": item.name,
        "report": item.report,
        "number": item.number,
        "kind": item.kind,
        "topic": item.about,
        "topic_by": item.topic_by,
    }


def item_title(item: Recommendation) -> str:
    """An item of a report as a heading: what it is there, on which page, and what it is about and in whose words."""
    page = f", report page {item.page}" if item.page else ""
    whose = "In our words: " if item.topic_by == BY_US else ""
    return f"{item.name} (a {item.kind_in_full}{page}). {whose}{item.about}"


def number_meaning(view: GraphView, item: Recommendation) -> list[str]:
    """A sentence that says how well it is known that a number means the item of the report; none if it is stated."""
    return _meaning(view.get(Report, item.report), f"{item.number} means item {item.number}")


def numbers_meaning(report: Report) -> list[str]:
    """A sentence that says how well it is known that numbers mean items of a report; none if it is stated."""
    return _meaning(report, "numbers in the plan mean items")


def _meaning(report: Report, what: str) -> list[str]:
    dated = f" of {in_words(report.published)}" if report.published else ""
    return [] if report.basis == STATED else [f"{report.basis.capitalize()}: that {what} of the report{dated}."]


def item_notes(view: GraphView, item: Recommendation) -> list[str]:
    """A sentence each for the item that it is part of, its own parts, related items, and the bodies it addresses."""
    wholes = [edge.end.name for edge in by_end(view.out(item, "PART_OF")) if isinstance(edge.end, Recommendation)]
    parts = [edge.start.name for edge in by_start(view.into(item, "PART_OF"))]
    linked = [*by_end(view.out(item, "RELATES_TO")), *by_start(view.into(item, "RELATES_TO"))]
    others = [edge.other(item).name for edge in linked]
    bodies = [edge.end.name for edge in by_end(view.out(item, "ADDRESSED_TO"))]
    relations = (
        ("is part of", wholes),
        ("has the parts", parts),
        ("belongs with", others),
        ("is addressed to", bodies),
    )
    return [f"{item.name} {words} {', '.join(dict.fromkeys(names))}." for words, names in relations if names]


def support_cells(known: Based) -> Row:
    """The cells of SUPPORT for a fact or a thing."""
    return {"basis": known.basis, "reason": known.reason, "source": known.source}


def basis_cells(edge: AnyEdge) -> Row:
    """The cells of SUPPORT and CONFIRMATION for a fact."""
    return {
        **support_cells(edge),
        "confirmed_by": edge.confirmed_by,
        "confirmed_on": edge.confirmed_on,
    }


def with_basis(name: str, edge: AnyEdge) -> str:
    """A name with the basis of the fact that gives it: "2.4 (inherited)"."""
    return f"{name} ({edge.basis})"


def citation_numbers(citations: Iterable[Edge[Action, Recommendation]]) -> list[str]:
    """The numbers of the actions that cite an item; unless the citation is stated, with its basis."""
    return [marked(edge.start.number, edge.basis) for edge in citations]


def numbers(leads: Iterable[Edge[Body, Action]]) -> list[str]:
    """The numbers of the actions that some bodies lead, without repeats, in the order of the plan."""
    actions = {edge.end.id: edge.end for edge in leads}
    return [action.number for action in sorted(actions.values(), key=rules.order_of)]


def numbers_cells(name: str, leads: Sequence[Edge[Body, Action]]) -> Row:
    """The cells of ``listed`` for the numbers of the actions that some bodies lead, in the order of the plan."""
    ordered = sorted(leads, key=lambda lead: rules.order_of(lead.end))
    return list_cells(name, [(lead.end.id, lead.end.number, lead.basis) for lead in ordered])


def share_cells(view: GraphView, name: str, leads: Sequence[Edge[Body, Action]]) -> Row:
    """The cells of ``numbers_cells`` for leads of which the share is told: a joint lead rests on the others too."""
    ordered = sorted(leads, key=lambda lead: rules.order_of(lead.end))
    return list_cells(name, [(lead.end.id, lead.end.number, rules.share_basis(view, lead)) for lead in ordered])


def list_cells(name: str, facts: Iterable[tuple[str, str, str]]) -> Row:
    """A list under ``name``, and how each of its items is known: each once, by the strongest of the facts that give it.

    ``facts`` holds an id, the text that stands in the list, and the basis of a fact that puts it there. The cells are
    those of the columns of ``columns.listed``.
    """
    texts: dict[str, str] = {}
    bases: dict[str, str] = {}
    for key, text, basis in facts:
        texts.setdefault(key, text)
        bases[key] = min(bases.get(key, basis), basis, key=RANK.__getitem__)
    return {
        name: list(texts.values()),
        basis_column(name): weakest(bases.values()),
        bases_column(name): list(bases.values()),
    }


def how_known(rows: Iterable[Row]) -> str:
    """How the rows that the plan does not state are known, as the end of a sentence."""
    bases = {row["basis"] for row in rows} - {STATED}
    if Basis.RECORDED not in bases:
        return "reasoned as shown"
    return "recorded after it, as shown" if len(bases) == 1 else "recorded after it or reasoned, as shown"


def status_counts(view: GraphView, actions: Iterable[Action]) -> dict[str, int]:
    """How many actions have each known status, another word, or none."""
    found = dict.fromkeys(names(STATUS_COUNTS), 0)
    for action in actions:
        found[rules.status_word(view, action)] += 1
    return found
