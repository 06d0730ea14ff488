"""Everything that differs between two graphs of a plan, as rows that people read.

Bodies are told of in the words of ``structure``, the cells of an action one by one, and whatever else differs by the
words of the vocabulary, so that nothing that means something is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sscb_graph.changes.action_cells import changed_cells
from sscb_graph.changes.change_row import ChangeRow, Sign, Support, Told
from sscb_graph.changes.difference import Difference, difference
from sscb_graph.changes.fact_rows import PLACES, fact_rows
from sscb_graph.changes.node_rows import node_rows
from sscb_graph.changes.structure import BodyChange, StructureChanges, What, structure_changes
from sscb_graph.graph.graph import AnyEdge
from sscb_graph.graph.nodes import Action, Body
from sscb_graph.graph.view import GraphView
from sscb_graph.model.vocabulary import TAKES_PLACE

_SIGNS = {What.ADDED: Sign.ADDED, What.REMOVED: Sign.REMOVED}


@dataclass(frozen=True)
class PlanChanges:
    """What differs between two graphs: rows in the order of ``Told``, and how many facts differ that no row tells of.

    Those say where things are written, in which forms they are named, and what they are part of.
    """

    rows: Sequence[ChangeRow]
    places: int


def plan_changes(before: GraphView, after: GraphView) -> PlanChanges:
    """What differs, the later graph with the ids of the earlier."""
    found = difference(before.reader, after.reader).meaning
    changes = structure_changes(before, after)
    rows = [
        *_of_bodies(changes, before, after),
        *fact_rows(found, changes, before, after),
        *_of_actions(before, after),
        *node_rows(found),
    ]
    order = list(Told)
    return PlanChanges(sorted(rows, key=lambda row: order.index(row.told)), _places(found))


def _places(found: Difference) -> int:
    changed = [change.after for change in found.changed_edges]
    return sum(edge.type in PLACES for edge in (*found.added_edges, *found.removed_edges, *changed))


def _of_bodies(changes: StructureChanges, before: GraphView, after: GraphView) -> Iterator[ChangeRow]:
    for key, own in changes.bodies.items():
        view = after if key in after else before
        body = view.get(Body, key)
        for change in own:
            told = Told.DECISION if change.decision else Told.BODY
            facts = _facts(change, view, body) or _facts(change, before, body)
            support = Support.of(*facts) if facts else Support.of(body)
            sign = _SIGNS.get(change.what, Sign.CHANGED)
            # What is no more is known by the name that it had.
            name = before.node(key).name if sign is Sign.REMOVED else body.name
            yield ChangeRow(told, sign, name, change.what.lower(), *_cells(change, body), support)


def _cells(change: BodyChange, body: Body) -> tuple[str | None, str | None]:
    """How a body was and how it will be: of a body that comes or goes, its kind."""
    match change.what:
        case What.ADDED:
            return None, body.kind
        case What.REMOVED:
            return body.kind, None
    return change.was, change.will


def _facts(change: BodyChange, view: GraphView, body: Body) -> Sequence[AnyEdge]:
    """The facts that say how a body is, in what changes of it; none where the body itself says it."""
    if change.what is What.REMOVED and (successors := view.into(body, *TAKES_PLACE)):
        return successors
    if change.decision or change.what is What.REMOVED:
        return view.decisions_on(body)
    return view.reports_to(body) if change.what is What.MOVED else ()


def _of_actions(before: GraphView, after: GraphView) -> Iterator[ChangeRow]:
    """The actions that come and go, and the cells of those that stay."""
    was, will = ({action.id: action for action in view.all(Action)} for view in (before, after))
    for key in dict.fromkeys((*was, *will)):
        old, new = was.get(key), will.get(key)
        if old and new:
            yield from changed_cells(before, old, after, new)
        else:
            yield from _alone(old, Sign.REMOVED)
            yield from _alone(new, Sign.ADDED)


def _alone(action: Action | None, sign: Sign) -> Iterator[ChangeRow]:
    if action:
        cells = sign.alone(action.text)
        yield ChangeRow(Told.ACTION, sign, action.with_priority, sign.words, *cells, Support.of(action))
