"""The rules by which facts count and gaps are found.

Questions, checks and pictures share them, so that no two answers count a thing differently.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar, cast

from sscb_graph.graph.graph import AnyEdge, Chain, Edge, weakest_of
from sscb_graph.graph.nodes import Action, Body, Decision, Node, Recommendation, Report, Status
from sscb_graph.graph.standings import standing_of
from sscb_graph.model.basis import RANK, STATED
from sscb_graph.model.dates import last_day
from sscb_graph.model.vocabulary import (
    GROUP_KINDS,
    NAMES_FOR_SEVERAL,
    OTHER_STATUS,
    TAKES_PLACE,
    TYPES,
    KnownStatus,
    Label,
    Standing,
)

if TYPE_CHECKING:
    from sscb_graph.graph.view import GraphView

F = TypeVar("F", bound=AnyEdge)


# -- which facts count


def in_force(edge: AnyEdge) -> bool:
    """Whether a fact still holds: it has no last day."""
    return "until" not in edge.properties


def counts(edge: AnyEdge, bases: Collection[str]) -> bool:
    """Whether a fact counts: it still holds, and its basis is among ``bases``."""
    return edge.properties["basis"] in bases and in_force(edge)


def stated(edges: Iterable[F]) -> list[F]:
    """Those facts that the document itself states."""
    return [edge for edge in edges if edge.basis == STATED]


def not_stated(edges: Iterable[F]) -> list[F]:
    """Those facts that stand on a weaker basis than the document's own words."""
    return [edge for edge in edges if edge.basis != STATED]


# -- what a chain of facts rests on


def joined(edges: Iterable[AnyEdge], name: str) -> str | None:
    """The values of a text property of some facts, without repeats; None where no fact has it."""
    texts = dict.fromkeys(edge.properties[name] for edge in edges if name in edge.properties)
    return "; ".join(texts) or None


def chain_basis(chain: Sequence[AnyEdge]) -> str:
    """The basis of a chain: that of its weakest fact. A thing without such facts is itself what the document states."""
    return weakest_of(chain) or STATED


def chain_reason(chain: Sequence[AnyEdge]) -> str | None:
    """Why the last step of a chain is believed: its own reason, or what makes the chain before it weaker."""
    if not chain:
        return None
    last = chain[-1]
    if last.reason:
        return last.reason
    before = joined(chain[:-1], "reason")
    return f"This step itself is {last.basis}; another step of the chain is weaker: {before}" if before else None


# -- bodies


def wider_names(view: GraphView, body: Body) -> list[Edge[Body, Body]]:
    """The memberships of a body in what names several bodies at once, such as "All partners"."""
    found = [
        edge
        for edge in view.out(body, "MEMBER_OF")
        if isinstance(edge.end, Body) and edge.end.kind in NAMES_FOR_SEVERAL
    ]
    return cast("list[Edge[Body, Body]]", sorted(found, key=lambda edge: (edge.end.order, edge.id)))


def is_group(body: Body) -> bool:
    """Whether a body is of a kind that a structure is made of."""
    return body.kind in GROUP_KINDS


def stands(view: GraphView, body: Body) -> bool:
    """Whether a body exists: the plan neither says that it is gone nor merely proposes it.

    Which facts are counted does not matter: a body that is gone is gone, however that is known.
    """
    return not is_gone(view.whole, body) and standing_of(view.whole, body) != Standing.PROPOSED


def is_former(view: GraphView, body: Body) -> bool:
    """Whether the plan calls a body former."""
    return standing_of(view, body) == Standing.FORMER


def is_gone(view: GraphView, body: Body) -> bool:
    """Whether a body is no more: the plan calls it former, or another took its place."""
    return is_former(view, body) or bool(view.into(body, *TAKES_PLACE))


def groups(view: GraphView) -> list[Body]:
    """The boards and groups of the structure that exist."""
    return [body for body in view.all(Body) if is_group(body) and stands(view, body)]


def leads_nothing(view: GraphView, counted: GraphView | None = None) -> list[Body]:
    """The boards and groups that lead no action by the facts of ``counted`` (by default, of the view itself)."""
    leads = counted or view
    return [body for body in groups(view) if not leads.out(body, "LEADS")]


def without_line_to_board(view: GraphView) -> dict[Body, str]:
    """The bodies whose place the plan does not state: no reporting line connects them to the Board.

    Boards and groups that exist are asked, whatever leads an action, and all that these report to; each comes with the
    basis of the facts that make it one of them. Empty where the plan names no board, since nothing can be said of a
    line to it.
    """
    board = view.board
    if board is None:
        return {}
    reached = view.chains([Chain((board.id,))], view.downwards)
    grouped = {body.id for body in groups(view)}
    starts = [_asked(view, body, grouped) for body in view.all(Body) if body.id not in reached]
    above = view.chains([start for start in starts if start], view.upwards)
    return {body: chain_basis(above[body.id].edges) for body in view.all(Body) if body.id in above}


def _asked(view: GraphView, body: Body, grouped: Collection[str]) -> Chain | None:
    """Why a body must have a line to the Board: it is a board or group, or its best known lead; None if neither."""
    if body.id in grouped:
        return Chain((body.id,))
    leads = view.led_by(body)
    return Chain((body.id,), (min(leads, key=lambda lead: lead.rank),)) if leads else None


def ended_lines(view: GraphView, bodies: Iterable[Body]) -> dict[Body, list[AnyEdge]]:
    """The reporting lines by whose end each of some bodies lost its line to the Board; none where it never had any."""
    board = view.board
    if board is None:
        return {body: [] for body in bodies}
    ever = view.chains([Chain((board.id,))], lambda node: _downwards_ever(view, node))
    return {
        body: [edge for edge in ever[body.id].edges if not in_force(edge)] if body.id in ever else [] for body in bodies
    }


def _downwards_ever(view: GraphView, node: Node) -> Iterator[tuple[AnyEdge, Node]]:
    """The reporting lines that end at a body, those that have ended too."""
    yield from view.downwards(node)
    yield from ((edge, edge.start) for edge in view.ended_into(node, "REPORTS_TO"))


def under_review(view: GraphView) -> list[Edge[Decision, Body]]:
    """The decisions that put a body under review, in the order of the decisions."""
    found = [
        edge
        for decision in view.all(Decision)
        if decision.standing == Standing.UNDER_REVIEW
        for edge in view.out(decision, "DECIDES_ON")
    ]
    return cast("list[Edge[Decision, Body]]", found)


# -- actions


def facts_of(view: GraphView, action: Action, kind: str, *, ended: bool = False) -> list[AnyEdge]:
    """The facts of a type about an action, wherever it stands in them: those that count, or those that have ended."""
    if Label.ACTION in TYPES[kind].starts:
        return view.ended_out(action, kind) if ended else view.out(action, kind)
    return view.ended_into(action, kind) if ended else view.into(action, kind)


def own_cell(view: GraphView, action: Action, kind: str) -> list[AnyEdge]:
    """The facts of a type that an action's own cell states: the cell prints what a record has ended all the same."""
    ended = [edge for edge in facts_of(view, action, kind, ended=True) if edge.basis in view.bases]
    return stated([*facts_of(view, action, kind), *ended])


def leads_alone(view: GraphView, action: Action) -> bool:
    """Whether an action has exactly one body that leads it."""
    return len({edge.start.id for edge in view.leads(action)}) == 1


def share_of(view: GraphView, lead: Edge[Body, Action]) -> str:
    """Whether a lead leads its action "alone" or "jointly"."""
    return "alone" if leads_alone(view, lead.end) else "jointly"


def share_basis(view: GraphView, lead: Edge[Body, Action]) -> str:
    """How it is known that a lead leads its action in its share: a joint lead rests on another lead as well."""
    others = [other for other in view.leads(lead.end) if other.start != lead.start]
    strongest = min(others, key=lambda other: other.rank) if others else lead
    return chain_basis([lead, strongest])


def is_completed(view: GraphView, action: Action) -> bool:
    """Whether any status that counts says that an action is completed."""
    return any(edge.end.meaning == KnownStatus.COMPLETED for edge in view.statuses(action))


def status_word(view: GraphView, action: Action) -> str:
    """The word under which a summary counts an action: a known status, "other" for another, "blank" for none."""
    edge = view.status(action)
    if edge is None:
        return "blank"
    return edge.end.meaning or OTHER_STATUS


def is_known(status: Status) -> bool:
    """Whether a status is a word whose meaning every plan knows, or this plan says."""
    return status.meaning is not None


def dates_by(action: Action, day: str, *, before: bool = False) -> list[str]:
    """The due dates of an action on or before a day, or strictly ``before`` it; all are ISO 8601 text.

    A month counts by its last day.
    """
    pairs = zip(action.due, action.due_last, strict=True)
    return [due for due, last in pairs if (last < day if before else last <= day)]


def dates_within(action: Action, first: str | None, last: str | None) -> list[str]:
    """The due dates of an action from a day to another (ISO 8601, None for no limit).

    A month counts by its last day.
    """
    pairs = zip(action.due, action.due_last, strict=True)
    return [due for due, day in pairs if (first is None or day >= first) and (last is None or day <= last)]


def without_date(view: GraphView) -> list[Action]:
    """The actions whose timescale names no date, in the plan's order."""
    return [action for action in view.all(Action) if not action.due]


def due_on(view: GraphView, day: str) -> list[Action]:
    """The actions that fall due on a day (ISO 8601) and are not completed, in the plan's order."""
    return [action for action in view.all(Action) if day in action.due_last and not is_completed(view, action)]


def last_due(view: GraphView) -> str | None:
    """The last day on which anything is due (ISO 8601); None where nothing is."""
    return max((day for action in view.all(Action) for day in action.due_last), default=None)


def months_after_last_due(view: GraphView) -> int:
    """How many whole months of the plan's period come after the last day on which anything is due.

    0 where nothing is due, or the plan names no end.
    """
    last, until = last_due(view), view.plan.until
    if last is None or until is None:
        return 0
    end = last_day(until)
    return max((int(end[:4]) - int(last[:4])) * 12 + int(end[5:7]) - int(last[5:7]), 0)


# -- recommendations


def cited_in_cells(view: GraphView, item: Recommendation) -> list[Edge[Action, Recommendation]]:
    """The citations of an item that actions' own cells state: they print those that a record has ended all the same."""
    ended = [edge for edge in view.ended_into(item, "ADDRESSES") if edge.basis in view.bases]
    citations = cast("list[Edge[Action, Recommendation]]", stated([*view.citations_of(item), *ended]))
    return sorted(citations, key=lambda edge: (edge.start.order, edge.id))


def uncited(view: GraphView, item: Recommendation) -> bool:
    """Whether an item is a recommendation in substance that no action's own cell cites."""
    return item.recommendation and not cited_in_cells(view, item)


def needs_actions(view: GraphView, report: Report) -> bool:
    """Whether the items of a report are meant to be cited by actions, rather than answered in other ways.

    They are if it is the plan's default report, or if an action cites any of its items.
    """
    return report.id == view.plan.default_report or has_citations(view, report)


def cited_basis(view: GraphView, report: Report) -> str | None:
    """The basis of the strongest citation of a report's items: one is enough; None where the plan's own choice says so.

    Also None where there is no citation, since nothing follows from any fact then.
    """
    if report.id == view.plan.default_report:
        return None
    return min((edge.basis for edge in citations_of(view, report)), key=RANK.__getitem__, default=None)


def has_citations(view: GraphView, report: Report) -> bool:
    """Whether any action cites an item of a report."""
    return bool(citations_of(view, report))


def citations_of(view: GraphView, report: Report) -> list[AnyEdge]:
    """The citations of a report's items by actions."""
    cited = view.typed("ADDRESSES")
    return [edge for edge in cited if isinstance(edge.end, Recommendation) and edge.end.report == report.id]


def items_of(view: GraphView, report: Report) -> list[Recommendation]:
    """The items of a report, in its order."""
    return [item for item in view.all(Recommendation) if item.report == report.id]


def order_of(node: Node) -> tuple[int, str]:
    """The sort key of a node: ``position``, then id."""
    return node.order
