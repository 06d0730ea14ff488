"""What is counted of a plan: each count with what it counts and how well that is known.

A count that mixes bases would be as weak as its weakest fact and say nothing of the rest, so facts are counted basis by
basis.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from sscb_graph.graph import rules
from sscb_graph.graph.graph import AnyEdge, weakest_of
from sscb_graph.graph.nodes import (
    Abbreviation,
    Action,
    Body,
    Document,
    Event,
    Priority,
    Recommendation,
    Report,
)
from sscb_graph.graph.standings import kind_basis
from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import BASES, RANK, STATED
from sscb_graph.model.dates import in_words
from sscb_graph.model.vocabulary import LINKS, words_of


@dataclass(frozen=True)
class Count:
    """A count: the group that it stands in, what is counted, how many there are, its basis, and how it is counted.

    ``source`` is where the things are written, if not in the plan.
    """

    group: str
    what: str
    number: int
    basis: str = STATED
    how: str = ""
    source: str = ""


def counts(view: GraphView) -> Iterator[Count]:
    """Every count of a plan."""
    yield from _actions(view)
    yield from _citations(view)
    yield from _items(view)
    yield from _leads(view)
    yield from _dates(view)
    yield from _statuses(view)
    yield from _links(view)
    yield from _bodies(view)
    yield from _others(view)


def _by_basis(facts: Iterable[AnyEdge]) -> dict[str, list[AnyEdge]]:
    """Facts by their basis, the strongest first."""
    found = list(facts)
    groups = {basis: [fact for fact in found if fact.basis == basis] for basis in BASES}
    return {basis: group for basis, group in groups.items() if group}


def _different(things: Iterable[Hashable]) -> int:
    return len(set(things))


def _actions(view: GraphView) -> Iterator[Count]:
    actions = view.all(Action)
    yield Count("actions", "rows", len(actions), how="rows of the action plan, a row that runs over a page once")
    numbers = _different(action.number for action in actions)
    yield Count("actions", "numbers", numbers, how="different numbers of actions: a number may be printed twice")
    for priority in view.all(Priority):
        serving = view.serving(priority)
        basis = weakest_of(serving) or STATED
        yield Count("actions", f"under {priority.name}", len(serving), basis, "rows under its heading")


def _citations(view: GraphView) -> Iterator[Count]:
    for basis, facts in _by_basis(view.typed("ADDRESSES")).items():
        cells = "numbers in cells" if basis == STATED else "numbers that no cell of the row itself prints"
        yield Count("citations", "citations", len(facts), basis, f"{cells}, each in each row")
        yield Count("citations", "rows that cite", _different(fact.start.id for fact in facts), basis)
        yield Count("citations", "numbers cited", _different(fact.end.id for fact in facts), basis, "each once")


def _items(view: GraphView) -> Iterator[Count]:
    for report in view.all(Report):
        items = rules.items_of(view, report)
        # What the plan lacks is counted of the whole record, whatever bases count.
        told = [*_kinds(items), *(_cited(view.whole, items) if rules.needs_actions(view.whole, report) else ())]
        for what, number, how in told:
            yield Count(f"items of {report.name}", what, number, report.basis, how, report.source)


def _kinds(items: Sequence[Recommendation]) -> Iterator[tuple[str, int, str]]:
    """The items of a report, and those of them that are recommendations."""
    yield "items", len(items), "numbered items of the report"
    yield "recommendations", sum(item.recommendation for item in items), "listed as such, or findings tagged so"


def _cited(whole: GraphView, items: Sequence[Recommendation]) -> Iterator[tuple[str, int, str]]:
    """The items that are cited, by what they are, and the recommendations that are not."""
    cited = [item for item in items if rules.cited_in_cells(whole, item)]
    for kind, number in Counter(item.kind_in_full for item in cited).items():
        yield f"cited: {kind}", number, "items that an action's own cell cites"
    uncited = sum(rules.uncited(whole, item) for item in items)
    yield "not cited", uncited, "recommendations, listed or tagged, that no action's own cell cites"


def _leads(view: GraphView) -> Iterator[Count]:
    for basis, facts in _by_basis(view.typed("LEADS")).items():
        yield Count("leads", "leads", len(facts), basis, "names of bodies in lead cells, each in each row")
        yield Count("leads", "bodies that lead", _different(fact.start.id for fact in facts), basis)
        yield Count("leads", "actions led", _different(fact.end.id for fact in facts), basis)
    leads = [view.leads(action) for action in view.all(Action)]
    several = Counter(weakest_of(found) for found in leads if _different(lead.start.id for lead in found) > 1)
    for basis in BASES:
        if several[basis]:
            yield Count("leads", "actions with several leads", several[basis], basis, "by the weakest of their leads")
    blank = sum(not rules.own_cell(view.whole, action, "LEADS") for action in view.all(Action))
    yield Count("leads", "actions without a lead in their own cell", blank)


def _dates(view: GraphView) -> Iterator[Count]:
    actions = view.all(Action)
    days = Counter(day for action in actions for day in action.due)
    for day in sorted(days):
        yield Count("dates", f"by {in_words(day)}", days[day], how="dates of actions: an action may have several")
    yield Count("dates", "actions with several dates", sum(len(action.due) > 1 for action in actions))
    yield Count("dates", "actions without a date", len(rules.without_date(view)))


def _statuses(view: GraphView) -> Iterator[Count]:
    found = [status for action in view.all(Action) if (status := view.status(action))]
    for basis, facts in _by_basis(cast("list[AnyEdge]", found)).items():
        for word, number in Counter(fact.end.name for fact in facts).items():
            yield Count("statuses", word, number, basis)
    blank = sum(view.whole.status(action) is None for action in view.all(Action))
    yield Count("statuses", "no status recorded", blank)


def _links(view: GraphView) -> Iterator[Count]:
    for kind in (*(link.name for link in LINKS), "SHARES_OUTCOME_OF", "REPORTS_TO"):
        for basis, facts in _by_basis(view.typed(kind)).items():
            group = "reporting lines" if kind == "REPORTS_TO" else "links between actions"
            yield Count(group, words_of(kind), len(facts), basis)


def _bodies(view: GraphView) -> Iterator[Count]:
    found = Counter((body.kind, kind_basis(body)) for body in view.all(Body))
    kinds = list(dict.fromkeys(kind for kind, _ in found))
    for kind, basis in sorted(found, key=lambda pair: (kinds.index(pair[0]), RANK[pair[1]])):
        yield Count("bodies", kind, found[kind, basis], basis, "bodies of this kind that the plan names")


def _others(view: GraphView) -> Iterator[Count]:
    documents = Counter(document.basis for document in view.all(Document))
    for basis in BASES:
        if documents[basis]:
            how = "named or relied on; 'sscb documents' lists them"
            yield Count("other", "documents", documents[basis], basis, how)
    yield Count("other", "abbreviations", len(view.all(Abbreviation)), how="'sscb glossary' lists them")
    yield Count("other", "dated events", len(view.all(Event)), how="'sscb events' lists them")
