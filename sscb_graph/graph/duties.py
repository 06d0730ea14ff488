"""The rules of duties: which requirements are in force in a span of days, and whether a requirement is met.

Beside ``rules``, which holds all others. What nobody says is unknown: only a record makes a requirement unmet.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, cast

from sscb_graph.graph import rules
from sscb_graph.graph.graph import Edge
from sscb_graph.graph.nodes import Body, Requirement
from sscb_graph.model.dates import first_day, last_day
from sscb_graph.model.vocabulary import COMPLIANCE, RequirementStatus

if TYPE_CHECKING:
    from sscb_graph.graph.view import GraphView

Known = Edge[Body, Requirement]
_TYPES = tuple(COMPLIANCE.values())
_STATUSES = {COMPLIANCE[True]: RequirementStatus.MET, COMPLIANCE[False]: RequirementStatus.UNMET}


def status_of(view: GraphView, duty: Requirement) -> RequirementStatus:
    """Whether a requirement is met: unmet where any fact that counts says so, else met where any does, else unknown.

    A body that is no more neither meets a requirement nor fails it.
    """
    deciding = deciding_facts(facts_on(view, duty))
    return _STATUSES[deciding[0].type] if deciding else RequirementStatus.UNKNOWN


def deciding_facts(facts: Sequence[Known]) -> list[Known]:
    """Those of the facts about a requirement that give its status; none where it is unknown."""
    unmet = [fact for fact in facts if fact.type == COMPLIANCE[False]]
    return unmet or [fact for fact in facts if fact.type == COMPLIANCE[True]]


def facts_on(view: GraphView, duty: Requirement) -> list[Known]:
    """The facts about a requirement that count, by their bodies."""
    return [fact for fact in _known(view, duty) if not rules.is_gone(view.whole, fact.start)]


def facts_of_gone_bodies(view: GraphView, duty: Requirement) -> list[Known]:
    """The facts about a requirement that say nothing any more, since their bodies are no more."""
    return [fact for fact in _known(view, duty) if rules.is_gone(view.whole, fact.start)]


def facts_ended(view: GraphView, duty: Requirement) -> list[Known]:
    """The facts about a requirement that a record has ended."""
    return cast("list[Known]", view.ended_into(duty, *_TYPES))


def prefetch(view: GraphView, duties: Iterable[Requirement]) -> None:
    """Reads at once what the rules ask of many requirements; needed for speed only."""
    view.prefetch(duties, into=_TYPES)


def _known(view: GraphView, duty: Requirement) -> list[Known]:
    found = cast("list[Known]", view.into(duty, *_TYPES))
    return sorted(found, key=lambda fact: (fact.start.order, fact.id))


def in_force(duties: Iterable[Requirement], first: str | None, last: str | None) -> list[Requirement]:
    """Those requirements that are in force at some time from a day to another (ISO 8601, None for no limit).

    What has no first day is taken as in force before it, and what has no last day after it.
    """
    return [
        duty
        for duty in duties
        if not (last and duty.starts and first_day(duty.starts) > last)
        and not (first and duty.until and last_day(duty.until) < first)
    ]


def replaced(duties: Iterable[Requirement]) -> list[Requirement]:
    """Those of some requirements that a newer edition replaced: they end on a day on which others of them begin."""
    found = list(duties)
    begins = {duty.starts for duty in found if duty.starts}
    return [duty for duty in found if duty.until in begins and duty.until != duty.starts]
