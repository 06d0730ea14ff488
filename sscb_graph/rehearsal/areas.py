"""The areas into which a proposal splits a plan: what goes to each, what comes of the proposal there, what is found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from sscb_graph.graph.graph import AnyEdge
from sscb_graph.graph.nodes import Action, Body, Function, Node
from sscb_graph.graph.rules import is_former
from sscb_graph.graph.view import GraphView
from sscb_graph.model.cells import is_id
from sscb_graph.model.vocabulary import TAKES_PLACE, ChangeKind, Standing
from sscb_graph.rehearsal.change import Change
from sscb_graph.rehearsal.copies import as_own_plan, without
from sscb_graph.rehearsal.draft import Draft
from sscb_graph.rehearsal.edits import edited_graph, edits_of
from sscb_graph.rehearsal.effects import end_bodies, merge
from sscb_graph.rehearsal.figures import Figures, figures
from sscb_graph.rehearsal.finding import Finding
from sscb_graph.rehearsal.graph_reading import GraphReading
from sscb_graph.rehearsal.outcome import Outcome, assumed
from sscb_graph.rehearsal.rules import RULES
from sscb_graph.rehearsal.rules.decided import CONTRADICTED, PRE_EMPTED
from sscb_graph.rehearsal.rules.reviewed import NOT_REVIEWED
from sscb_graph.rehearsal.rules.routes import lines_from_board, lost_routes
from sscb_graph.rehearsal.rules.times import GAP, OVERLAP
from sscb_graph.text import slug

#: The rules about the rows themselves, and about what the plan decides: a body that only another area has goes on, so
#: they are asked once, of the proposal as a whole.
_OF_THE_WHOLE = frozenset({PRE_EMPTED, CONTRADICTED, GAP, OVERLAP, NOT_REVIEWED})


@dataclass(frozen=True)
class Placement:
    """Where things go when a plan is split.

    ``split`` is the change that names the areas, ``said`` the change that says where a body, action or function goes,
    by its id, and ``tops`` the change that says what is at the top of an area, by the area's name. ``board`` is the id
    of the body at the top of the plan.
    """

    split: Change
    board: str | None
    names: tuple[str, ...]
    said: Mapping[str, Change]
    tops: Mapping[str, Change]

    def areas(self, key: str) -> tuple[str, ...]:
        """The names of the areas to which a thing goes: all, unless a row says where, or at the top of which it is."""
        if key in self.said:
            division = self.said[key].division
            return division.areas if division else ()
        return tuple(self._only_at_the_top.get(key, self.names))

    @cached_property
    def _only_at_the_top(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for area, change in self.tops.items():
            if change.division and not change.division.name and change.bodies[0] != self.board:
                found.setdefault(change.bodies[0], []).append(area)
        return found

    def change(self, key: str) -> Change:
        """The change by which a thing goes where it goes."""
        tops = (self.tops[area] for area in self._only_at_the_top.get(key, ()))
        return self.said.get(key) or next(tops, self.split)


def placement_of(outcome: Outcome) -> Placement | None:
    """Where the changes of a proposal send things; None where they do not split the plan."""
    divided = [(change, change.division) for change in outcome.changes if change.division]
    if not divided:
        return None
    (split, first), *rest = divided
    said: dict[str, Change] = {}
    for change, division in rest:
        if not division.top:
            said |= dict.fromkeys((*change.bodies, *(change.actions or ()), *(change.functions or ())), change)
    tops = {division.areas[0]: change for change, division in rest if division.top}
    return Placement(split, outcome.after.plan.board, first.areas, said, tops)


@dataclass(frozen=True)
class Area:
    """An area: its name, the id of its plan, what comes of the proposal there, and where things go.

    In ``outcome`` the bodies that only others have end, by the change that sends them elsewhere; ``view`` is the plan
    of the area, in which they are not. Neither has the actions and functions that only others have.
    """

    name: str
    outcome: Outcome
    placement: Placement

    @property
    def plan_id(self) -> str:
        """The id of its plan: that of the plan and the name of the area."""
        own = slug(self.name).replace(".", "-").strip("-")
        number = 1 + self.placement.names.index(self.name)
        key = f"{self.outcome.before.plan_id}-{own or f'area-{number}'}"
        return key if is_id(key) else f"{self.outcome.before.plan_id}-area-{number}"

    @cached_property
    def view(self) -> GraphView:
        """The plan of the area: what goes there, under an id and a title of its own."""
        bodies = self.outcome.after.all(Body)
        elsewhere = {body.id for body in bodies if self.name not in self.placement.areas(body.id)}
        graph = without(self.outcome.after.reader, elsewhere)
        return GraphView(as_own_plan(graph, self.plan_id, self._more))

    @property
    def title(self) -> str:
        """The title of its plan."""
        return f"{self.outcome.before.plan.title}{self._more}"

    @property
    def _more(self) -> str:
        """What the names of its plan have behind those of the plan itself."""
        return f", {self.name}"

    @cached_property
    def figures(self) -> Figures:
        """The figures of its plan: what has ended in it counts no more than what is not in it."""
        return figures(self.outcome.after)

    @property
    def top(self) -> Body | None:
        """The body at its top; None where the plan names none, or where that goes elsewhere."""
        board = self.outcome.after.board
        return board if board and board.id not in self.outcome.closed else None

    @property
    def top_is_said(self) -> bool:
        """Whether a row says what is at its top."""
        return self.name in self.placement.tops

    @cached_property
    def without_route(self) -> frozenset[str]:
        """The ids of the bodies that lose their line to the top there."""
        return frozenset(body.id for body in lost_routes(self.outcome))

    @cached_property
    def lines(self) -> Mapping[str, Sequence[AnyEdge]]:
        """The line of reporting from the Board to each body before the proposal, by the body's id."""
        return lines_from_board(self.outcome.before)

    def has(self, node: Node) -> bool:
        """Whether a body, action or function of the plan goes there; a body that others replace there does not."""
        return self.name in self.placement.areas(node.id) and node.id not in self.outcome.closed

    def find(self) -> Iterator[Finding]:
        """What the rules find there."""
        for rule in RULES:
            if rule.name not in _OF_THE_WHOLE:
                yield from rule.find(self.outcome)


def areas_of(outcome: Outcome) -> tuple[Area, ...]:
    """The areas into which a proposal splits a plan, in its order; none where it does not."""
    placement = placement_of(outcome)
    if placement is None:
        return ()
    return tuple(Area(name, _outcome_in(outcome, placement, name), placement) for name in placement.names)


def _outcome_in(outcome: Outcome, placement: Placement, area: str) -> Outcome:
    """What comes of a proposal in an area: what goes elsewhere is not there, and what has its top there is."""
    kept: Sequence[Node] = [*outcome.after.all(Action), *outcome.after.all(Function)]
    gone = {node.id for node in kept if area not in placement.areas(node.id)}
    readers = outcome.before.reader, outcome.after.reader
    before, start = (without(reader, gone) for reader in readers) if gone else readers
    draft = Draft(GraphView(start), assumed)
    _end_elsewhere(draft, outcome, placement, area)
    _set_top(draft, placement, area)
    after = GraphReading(edited_graph(start, edits_of(draft)), outcome.reading.origin)
    return replace(
        outcome,
        before=GraphView(before),
        reading=after,
        endings={**outcome.endings, **draft.ended},
        heirs={key: [*outcome.heirs.get(key, ()), *draft.heirs.get(key, ())] for key in {*outcome.heirs, *draft.heirs}},
        made={**outcome.made, **draft.made},
        closed={**outcome.closed, **draft.closed},
    )


def _end_elsewhere(draft: Draft, outcome: Outcome, placement: Placement, area: str) -> None:
    """Ends the bodies that do not go to an area, but for the Board where another body takes its place."""
    taken = draft.board if _takes_place(draft, placement, area) else None
    for body in draft.view.all(Body):
        if area not in placement.areas(body.id):
            if body.id not in outcome.closed and body.id != taken:
                end_bodies(draft, placement.change(body.id), [body.id])
            _keep_gone(draft, placement.change(body.id), body)


def _keep_gone(draft: Draft, change: Change, body: Body) -> None:
    """Calls what a body once took the place of former, since the plan of the area does not have what says so."""
    for edge in draft.view.out(body, *TAKES_PLACE):
        if isinstance(edge.end, Body) and edge.end != body and not is_former(draft.view, edge.end):
            draft.decide(change, edge.end.id, Standing.FORMER)


def _takes_place(draft: Draft, placement: Placement, area: str) -> bool:
    """Whether the body at the top of an area takes the Board's place, since no row says that the Board goes there."""
    top = placement.tops.get(area)
    if top is None or draft.board is None or _top_of(draft, top) == draft.board:
        return False
    return draft.board not in placement.said or area not in placement.areas(draft.board)


def _top_of(draft: Draft, change: Change) -> str:
    """The id of the body that a row puts at the top: where it only names the Board, whatever is the Board by then."""
    renames = change.division is not None and change.division.name
    return draft.board if renames and draft.board else change.bodies[0]


def _set_top(draft: Draft, placement: Placement, area: str) -> None:
    """Puts the body that a row names at the top of an area; what reported to the Board reports to it."""
    change = placement.tops.get(area)
    if change is None:
        return
    top = _top_of(draft, change)
    if change.division and change.division.name:
        draft.rename(change, top, change.division.name)
    if _takes_place(draft, placement, area) and draft.board:
        merge(draft, replace(change, kind=ChangeKind.MERGE, bodies=(draft.board,), into=(top,)))
    draft.board = top


def findings_of(areas: Sequence[Area], of_the_whole: Sequence[Finding]) -> dict[str, list[Finding]]:
    """What is found in each area (by its name), and not already of the proposal as a whole."""
    known = {key for finding in of_the_whole for key in (_key(finding), _cause(finding))}
    return {area.name: [each for each in area.find() if not known & {_key(each), _cause(each)}] for area in areas}


def together(found: Mapping[str, Sequence[Finding]]) -> list[Finding]:
    """What is found in areas, each finding once, with the areas where it is so behind its subject."""
    where: dict[tuple[object, ...], tuple[Finding, list[str]]] = {}
    for area, findings in found.items():
        for finding in findings:
            where.setdefault(_key(finding), (finding, []))[1].append(area)
    return [replace(each, subject=f"{each.subject} ({', '.join(areas)})") for each, areas in where.values()]


def _key(finding: Finding) -> tuple[object, ...]:
    return finding.finding, finding.severity, finding.ids, finding.why


def _cause(finding: Finding) -> tuple[object, ...]:
    """By what it is the same finding where the top has another name; by its words alone where no single change does."""
    return finding.finding, finding.severity, finding.ids, finding.change or finding.why
