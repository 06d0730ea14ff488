"""The part of each lead in an action: who has it, one after the other, and whether anybody has it on a day."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_graph.graph.graph import AnyEdge, Edge
from sscb_graph.graph.nodes import Action, Body
from sscb_graph.graph.rules import in_force
from sscb_graph.model.dates import first_day, last_day
from sscb_graph.rehearsal.draft import Ending

if TYPE_CHECKING:
    from sscb_graph.rehearsal.outcome import Outcome


@dataclass(frozen=True)
class Part:
    """A lead's part in an action: the plan's fact that it leads, and that with those that go on for it, in turn."""

    lead: Edge[Body, Action]
    facts: tuple[AnyEdge, ...]

    @property
    def holders(self) -> tuple[str, ...]:
        """The ids of the bodies that have it in the end; none where nobody does."""
        return tuple(dict.fromkeys(fact.start.id for fact in self.facts if in_force(fact)))

    @property
    def moved(self) -> bool:
        """Whether others have it in the end, and the lead itself does not."""
        return bool(self.holders) and self.lead.start.id not in self.holders


def parts(outcome: Outcome, action: Action) -> list[Part]:
    """The parts of all who lead an action before the proposal, in the order of the leads."""
    leads = outcome.before.leads(action)
    if not any(lead.id in outcome.endings for lead in leads):
        return [Part(lead, (lead,)) for lead in leads]
    known = {fact.id: fact for fact in all_leads(outcome, action)}
    return [Part(lead, tuple(_in_turn(outcome, known, lead.id))) for lead in leads]


def all_leads(outcome: Outcome, action: Action) -> list[AnyEdge]:
    """Every fact that somebody leads an action after the proposal, those that have ended too."""
    return [*outcome.after.leads(action), *outcome.after.ended_into(action, "LEADS")]


def _in_turn(outcome: Outcome, known: Mapping[str, AnyEdge], first: str) -> Iterator[AnyEdge]:
    """A fact and those that go on for it, each once: its heirs, and the same of what takes its body's place."""
    waiting, seen = [first], set[str]()
    while waiting:
        key = waiting.pop(0)
        if key in known and key not in seen:
            seen.add(key)
            yield known[key]
            waiting += [*outcome.heirs.get(key, ()), *_successors(outcome, known.values(), known[key])]


def _successors(outcome: Outcome, leads: Collection[AnyEdge], fact: AnyEdge) -> list[str]:
    places = {edge.start.id for edge in outcome.after.into(fact.start, "REPLACES")}
    return [lead.id for lead in leads if lead.start.id in places] if fact.id in outcome.endings else []


def latest_ending(outcome: Outcome, facts: Iterable[AnyEdge]) -> Ending | None:
    """Which of some facts ends last, by day and then by row; None where no change ends any.

    A change without a day is in effect before anything is due.
    """
    return _latest(outcome, (fact.id for fact in facts))


def final_ending(outcome: Outcome, fact: AnyEdge) -> Ending | None:
    """How the last that went on for a fact ended, or the fact itself; None where no change ends any."""
    keys = [fact.id]
    for key in keys:
        keys += [heir for heir in outcome.heirs.get(key, ()) if heir not in keys]
    return _latest(outcome, keys)


def _latest(outcome: Outcome, keys: Iterable[str]) -> Ending | None:
    found = [outcome.endings[key] for key in keys if key in outcome.endings]
    return max(found, key=lambda ending: (ending.change.first_day or "", ending.change.row), default=None)


def holds_on(outcome: Outcome, fact: AnyEdge, day: str) -> bool:
    """Whether a fact holds on a day (ISO 8601); what a change without a day ends holds on none."""
    if fact.starts and first_day(fact.starts) > day:
        return False
    ending = outcome.endings.get(fact.id)
    if ending and not ending.change.effective:
        return False
    return fact.until is None or day <= last_day(fact.until)


def leads_on(outcome: Outcome, action: Action, day: str) -> list[AnyEdge]:
    """The facts by which an action is led on a day (ISO 8601)."""
    return [fact for fact in all_leads(outcome, action) if holds_on(outcome, fact, day)]
