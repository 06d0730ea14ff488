"""What the plan leaves open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from sscb_graph.graph import rules
from sscb_graph.graph.graph import AnyEdge
from sscb_graph.graph.nodes import RECOMMENDATION_WORD, Action, Body, Node, Recommendation, Report
from sscb_graph.graph.standings import kind_basis
from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import BASES, STATED, basis_meaning, weakest
from sscb_graph.model.vocabulary import TAKES_PLACE
from sscb_graph.questions.brief import Brief
from sscb_graph.questions.columns import (
    BASIS,
    PRIORITY,
    RECOMMENDATION,
    SOURCE,
    Hidden,
    Id,
    KindOfRow,
    Names,
    Number,
    Numbers,
    Place,
    Text,
    Topic,
    replaced,
    without,
)
from sscb_graph.questions.kinds import GAPS, find_kind, place_of, words_of_kind
from sscb_graph.questions.rows import ABOUT, Parameters, Row, recommendation_cells, with_basis
from sscb_graph.questions.silence import ended_fact, ended_name
from sscb_graph.text import many

COLUMNS = (
    KindOfRow("gap", "what is open"),
    Text("item"),
    Id("id"),
    Topic("title", place=Place.TABLE),
    *replaced(without(RECOMMENDATION, "topic"), Hidden("kind")),
    PRIORITY,
    Numbers("cited_by"),
    Names("instead"),
    BASIS,
    SOURCE,
)

_OF_A_KIND = (
    Text("item"),
    Topic("title", "what", place=Place.TABLE),
    Numbers("cited_by"),
    Names("instead"),
    BASIS,
)

_UNCITED = "recommendation-without-action"
_CITED_ONCE = "recommendation-with-one-action"


def rows(view: GraphView) -> list[Row]:
    """A row for each gap, the worst kind first; only facts that an action's own cells state can fill a gap."""
    view.prefetch(view.all(Recommendation), into=("ADDRESSES", "RESPONDS_TO"))
    view.prefetch(view.all(Action), out=("ADDRESSES", "HAS_STATUS"), into=("LEADS",))
    view.prefetch(view.all(Body), out=("LEADS",), into=("DECIDES_ON", "REPORTS_TO", *TAKES_PLACE))
    answered = _answered_otherwise(view)
    found = [
        *_recommendations(view, answered),
        *_actions(view, "recommendation", "ADDRESSES"),
        *_actions(view, "lead", "LEADS"),
        *_actions(view, "status", "HAS_STATUS"),
        *_without_date(view),
        *_bodies(view),
        *_without_response(view, answered),
    ]
    return sorted(found, key=lambda row: place_of(row["gap"], GAPS))


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """How many gaps there are, and of how many kinds; of a single kind, what it is."""
    if "gap" in parameters:
        kind = find_kind(parameters["gap"], GAPS, "kind")
        return f"{len(rows) or 'No'} {kind.words}."
    kinds = len({row["gap"] for row in rows})
    return f"The plan leaves {many(len(rows), 'gap')} of {many(kinds, 'kind')}." if rows else "The plan leaves no gap."


def brief(view: GraphView, rows: list[Row], parameters: Parameters) -> Brief:
    """How many gaps there are of each kind; of a single kind, what each is."""
    if "gap" in parameters:
        return Brief(_OF_A_KIND, rows)
    counts = Counter(row["gap"] for row in rows)
    counted = [
        {"gap": gap, "gaps": number, "words": words_of_kind(gap) + _in_the_report(gap, rows)}
        for gap, number in counts.items()
    ]
    columns = (Number("gaps", ""), Text("words", "what is open"), Text("gap", "kind"))
    return Brief(columns, counted, list(_weaker(rows)))


def _weaker(rows: list[Row]) -> Iterator[str]:
    """How many gaps of each kind are known on a basis weaker than stated, a sentence per basis."""
    counts, weaker = Counter(row["gap"] for row in rows), Counter((row["basis"], row["gap"]) for row in rows)
    for basis in BASES[1:]:
        parts = [f"{weaker[basis, gap]} of {counts[gap]} {words_of_kind(gap)}" for gap in counts if weaker[basis, gap]]
        if parts:
            yield f"{basis_meaning(basis)}: {'; '.join(parts)}."


def _in_the_report(gap: str, rows: list[Row]) -> str:
    """What the recommendations that no action cites are in their report; "" for other kinds."""
    counts = Counter(row["kind"] for row in rows if row["gap"] == gap == _UNCITED)
    words = {kind: "listed" if kind == RECOMMENDATION_WORD else f"{kind}s" for kind in counts}
    return f" ({', '.join(f'{counts[kind]} {words[kind]}' for kind in counts)})" if counts else ""


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """How gaps are counted."""
    found = [
        "Gaps count what an action's own cells state; what it inherits or was recorded later is named under 'instead'."
    ]
    uncited = [row["kind"] for row in rows if row["gap"] == _UNCITED]
    if uncited:
        listed = uncited.count(RECOMMENDATION_WORD)
        found.append(
            f"Of the {len(uncited)} that no action's own cell cites, the report lists {listed} as recommendations, and "
            f"tags {len(uncited) - listed} as such."
        )
    if any(row["gap"] in {_UNCITED, _CITED_ONCE} for row in rows):
        found.append(
            f"{_UNCITED} lists items that are recommendations in substance; {_CITED_ONCE} lists any item that is "
            "cited once."
        )
    return found


def _row(gap: str, node: Node, item: str, **more: Any) -> Row:
    return {
        "gap": gap,
        "item": item,
        "id": node.id,
        "title": None,
        "recommendation": None,
        "report": None,
        "number": None,
        "kind": None,
        "topic_by": None,
        "priority": None,
        "cited_by": [],
        "instead": [],
        "basis": STATED,
        "source": node.source,
        ABOUT: [],
        **more,
    }


def _item_row(gap: str, item: Recommendation, **more: Any) -> Row:
    cells = recommendation_cells(item)
    return _row(gap, item, item.number, title=cells.pop("topic"), **cells, **more, **{ABOUT: [item.id]})


def _answered_otherwise(view: GraphView) -> frozenset[str]:
    """The ids of the reports whose items are not meant to be cited by actions."""
    return frozenset(report.id for report in view.all(Report) if not rules.needs_actions(view, report))


def _recommendations(view: GraphView, answered: frozenset[str]) -> list[Row]:
    items = view.all(Recommendation)
    uncited = [item for item in items if item.report not in answered and rules.uncited(view, item)]
    once = [item for item in items if len(rules.cited_in_cells(view, item)) == 1]
    # That an action should cite an item may itself be known only by a citation of another item of its report.
    cited = {report.id: rules.cited_basis(view, report) or STATED for report in view.all(Report)}
    return [
        *(_item_row(_UNCITED, item, basis=cited[item.report], **_citations(view, item)) for item in uncited),
        *(_item_row(_CITED_ONCE, item, **_citations(view, item)) for item in once),
    ]


def _citations(view: GraphView, item: Recommendation) -> Row:
    return {
        "cited_by": [
            ended_name(edge.start.name, edge) if edge.until else edge.start.name
            for edge in rules.cited_in_cells(view, item)
        ],
        # What has ended and a cell states is among what cites it.
        "instead": _instead(item, [*view.citations_of(item), *rules.not_stated(view.ended_into(item, "ADDRESSES"))]),
    }


def _instead(thing: Node, edges: Iterable[AnyEdge]) -> list[str]:
    """What other facts than stated ones that hold give a thing, each with its basis, and its last day if it ended."""
    others = [edge for edge in edges if edge.basis != STATED or edge.until]
    return [(ended_name if edge.until else with_basis)(edge.other(thing).name, edge) for edge in others]


def _actions(view: GraphView, what: str, kind: str) -> Iterator[Row]:
    """The actions whose own cells state no fact of a type."""
    for action in view.all(Action):
        if not rules.own_cell(view, action, kind):
            facts = [*rules.facts_of(view, action, kind), *rules.facts_of(view, action, kind, ended=True)]
            facts.sort(key=lambda edge: (edge.until is not None, edge.other(action).order, edge.id))
            yield _action_row(f"action-without-{what}", action, _instead(action, facts))


def _without_date(view: GraphView) -> Iterator[Row]:
    for action in rules.without_date(view):
        printed = action.timescale_printed
        yield _action_row("action-without-date", action, [printed] if printed else [], printed)


def _action_row(gap: str, action: Action, instead: list[str], printed: str | None = None) -> Row:
    """The row of an action; ``printed`` is what the cell of the gap prints."""
    source = action.cell_source(printed)
    return _row(gap, action, action.number, title=action.text, priority=action.priority, instead=instead, source=source)


def _bodies(view: GraphView) -> Iterator[Row]:
    for body in rules.leads_nothing(view, view.stated):
        ended = view.ended_out(body, "LEADS")
        yield _body_row(view, "body-without-action", body, _instead(body, [*view.led_by(body), *ended]))
    asked = rules.without_line_to_board(view)
    for body, lines in rules.ended_lines(view, asked).items():
        ended_words = [ended_fact(line) for line in lines]
        yield _body_row(view, "body-without-line-to-board", body, ended_words, asked[body])


def _body_row(view: GraphView, gap: str, body: Body, instead: list[str], why: str = STATED) -> Row:
    decisions = view.decisions_on(body)
    title = ", ".join([body.kind, *(edge.start.standing for edge in decisions)])
    basis = weakest([why, kind_basis(body), *(edge.basis for edge in decisions)])
    return _row(gap, body, body.name, title=title, instead=instead, basis=basis, **{ABOUT: [body.id]})


def _without_response(view: GraphView, answered: frozenset[str]) -> Iterator[Row]:
    for item in view.all(Recommendation):
        if item.report in answered and not view.responses_to(item):
            ended = _instead(item, view.ended_into(item, "RESPONDS_TO"))
            yield _item_row("recommendation-without-response", item, instead=ended)
