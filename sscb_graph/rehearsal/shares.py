"""The ledger over all areas of a plan that is split: where each of its bodies, actions and functions goes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sscb_graph.graph.nodes import Action, Body, Function, Node
from sscb_graph.rehearsal.areas import Area
from sscb_graph.rehearsal.change import Change
from sscb_graph.rehearsal.ledger import Kind, Result, in_trouble
from sscb_graph.rehearsal.outcome import Outcome
from sscb_graph.rehearsal.parts import all_leads, latest_ending
from sscb_graph.rehearsal.rules.routes import route_changes


@dataclass(frozen=True)
class Share:
    """A row of the ledger: a body, action or function of the plan before the proposal, and what becomes of it.

    ``to`` holds the names of the areas in which it has a home. It ``stays`` where these are all areas, is ``moved``
    where they are some of them, has ``ended`` where it goes to none, and has ``no home`` where an area to which it goes
    has nobody for it: an action without a lead there, a function without a body, a body without a line to the top.
    """

    kind: Kind
    item: Node
    to: tuple[str, ...]
    change: Change
    result: Result


def shares(outcome: Outcome, areas: Sequence[Area]) -> list[Share]:
    """Every body, action and function of the plan, each once, kind by kind in the plan's order; none without areas."""
    if not areas:
        return []
    kinds: dict[Kind, type[Node]] = {Kind.BODY: Body, Kind.ACTION: Action, Kind.FUNCTION: Function}
    return [_share(outcome, areas, kind, item) for kind, label in kinds.items() for item in outcome.before.all(label)]


def _share(outcome: Outcome, areas: Sequence[Area], kind: Kind, item: Node) -> Share:
    goes = [area for area in areas if area.has(item)]
    lacks = {area.name: change for area in goes for change in _lack(outcome, area, item)}
    homes = tuple(area.name for area in goes if area.name not in lacks)
    own = outcome.closed.get(item.id) or areas[0].placement.change(item.id)
    result = _result(goes, lacks, everywhere=len(homes) == len(areas))
    return Share(kind, item, homes, next(iter(lacks.values()), own), result)


def _result(goes: Sequence[Area], lacks: Collection[str], *, everywhere: bool) -> Result:
    if not goes:
        return Result.ENDED
    if lacks:
        return Result.NO_HOME
    return Result.STAYS if everywhere else Result.MOVED


def _lack(outcome: Outcome, area: Area, item: Node) -> Iterator[Change]:
    """The change by which a thing has no home in an area to which it goes; none where it has one, or never had."""
    there, own = area.outcome, area.placement.change(item.id)
    match item:
        case Action() if in_trouble(there, item):
            ending = latest_ending(there, all_leads(there, item))
            yield ending.change if ending else own
        case Function() if not there.after.into(item, "HAS_FUNCTION"):
            had = outcome.before.into(item, "HAS_FUNCTION")
            ending = latest_ending(there, had)
            yield from [ending.change if ending else own] if had else []
        case Body() if item.id in area.without_route:
            changes = route_changes(there, item, area.lines.get(item.id, ()))
            yield from changes[:1] or [own]
