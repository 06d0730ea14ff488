"""What a proposal does to the leads of actions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sscb_graph.graph.graph import AnyEdge
from sscb_graph.graph.nodes import Action
from sscb_graph.graph.rules import in_force, is_completed
from sscb_graph.model.dates import first_day, when
from sscb_graph.rehearsal.change import Change
from sscb_graph.rehearsal.draft import Ending
from sscb_graph.rehearsal.finding import Finding, Rule, Weight
from sscb_graph.rehearsal.ledger import in_trouble, names
from sscb_graph.rehearsal.outcome import Outcome
from sscb_graph.rehearsal.parts import Part, holds_on, latest_ending, leads_on, parts
from sscb_graph.rehearsal.rules.support import clauses, due_words, found
from sscb_graph.text import listed, sentences


def without_lead(outcome: Outcome) -> Iterator[Finding]:
    """Actions that the proposal leaves without a lead."""
    for action in outcome.before.all(Action):
        own = parts(outcome, action) if in_trouble(outcome, action) else []
        if not own:
            continue
        changes = _last_changes(outcome, own)
        led = [part.lead.start for part in own]
        more = {body.id for body in led} - {key for change in changes for key in change.bodies}
        who = f"It was led by {listed([body.name for body in dict.fromkeys(led)])}." if more else ""
        why = f"Nobody leads it once {clauses(changes)}; {due_words(action)}."
        facts = [part.lead for part in own]
        yield _about(WITHOUT_LEAD, Weight.SERIOUS, action, sentences([why, who]), changes, facts)


def _last_changes(outcome: Outcome, own: Sequence[Part]) -> list[Change]:
    """The changes by which the last who have some parts cease to lead, in the order of the rows."""
    endings = [latest_ending(outcome, part.facts) for part in own]
    return sorted({ending.change for ending in endings if ending}, key=lambda change: change.row)


@dataclass(frozen=True)
class _Lost:
    """A part that nobody has when its action is due: how it ended, and those of the due days; none without a date."""

    part: Part
    ending: Ending
    days: tuple[str, ...]


def lead_closed(outcome: Outcome) -> Iterator[Finding]:
    """Actions that a lead closes before, while others lead it, or are to lead it too late."""
    for action in outcome.before.all(Action):
        if is_completed(outcome.before, action) or in_trouble(outcome, action):
            continue
        lost = [each for part in parts(outcome, action) for each in _lost(outcome, action, part)]
        if not lost:
            continue
        changes = sorted({each.ending.change for each in lost}, key=lambda change: change.row)
        alone = sorted({day for each in lost for day in each.days if not leads_on(outcome, action, day)})
        severity = Weight.SERIOUS if alone else Weight.WARNING
        takes = "has taken over from {} by then" if action.due else "takes over from {}"
        why = f"{clauses(changes)}; {due_words(action)}, and nobody {takes.format(_them(lost))}."
        rest = _alone_words(outcome, action, alone) if alone else _others_words(outcome, action, lost)
        facts = [each.part.lead for each in lost]
        yield _about(LEAD_CLOSED, severity, action, f"{why} {rest}", changes, facts)


def _lost(outcome: Outcome, action: Action, part: Part) -> Iterator[_Lost]:
    """A part that ends, if nobody has it on a day on or after that when its action is due."""
    ending = latest_ending(outcome, part.facts)
    if ending is None:
        return
    since = min(outcome.endings[fact.id].change.first_day or "" for fact in part.facts if fact.id in outcome.endings)
    due = [day for day in action.due_last if day >= since]
    days = tuple(day for day in due if not any(holds_on(outcome, fact, day) for fact in part.facts))
    if days or not (action.due or part.holders):
        yield _Lost(part, ending, days)


def _them(lost: Sequence[_Lost]) -> str:
    return "it" if len({each.part.lead.start for each in lost}) == 1 else "them"


def _alone_words(outcome: Outcome, action: Action, days: Sequence[str]) -> str:
    """That nobody leads an action on some days, and who leads it only later."""
    later = names(outcome.after, list(dict.fromkeys(lead.start.id for lead in outcome.after.leads(action))))
    after = f"; it is led by {later} only after that" if later else ""
    return f"Nobody leads it {listed([when(day) for day in days])}{after}."


def _others_words(outcome: Outcome, action: Action, lost: Sequence[_Lost]) -> str:
    """Who leads an action while a part of it is lost."""
    days = sorted({day for each in lost for day in each.days})
    leads = leads_on(outcome, action, days[-1]) if days else outcome.after.leads(action)
    who = list(dict.fromkeys(lead.start.id for lead in leads))
    return f"It is still led by {names(outcome.after, who)}."


def lead_changed(outcome: Outcome) -> Iterator[Finding]:
    """Actions that others lead than before."""
    for action in outcome.before.all(Action):
        moved = [part for part in parts(outcome, action) if part.moved]
        if moved:
            changes = [outcome.endings[part.lead.id].change for part in moved]
            facts = [part.lead for part in moved]
            yield _about(LEAD_CHANGED, Weight.NOTICE, action, _moves(outcome, moved), changes, facts)


def _moves(outcome: Outcome, moved: Sequence[Part]) -> str:
    """From whom to whom the parts of an action go, those that go together as one."""
    together: dict[tuple[tuple[str, ...], str | None], list[str]] = {}
    for part in moved:
        together.setdefault((part.holders, _day_of_move(outcome, part)), []).append(part.lead.start.name)
    said = [
        f"from {listed(list(dict.fromkeys(leads)))} to {names(outcome.after, to)}{f' {when(day)}' if day else ''}"
        for (to, day), leads in together.items()
    ]
    return f"Its lead goes {listed(said)}."


def _day_of_move(outcome: Outcome, part: Part) -> str | None:
    """The day, month or year from which others have a part; None where no row says."""
    days = [outcome.endings[part.lead.id].change.effective, *(fact.starts for fact in part.facts if in_force(fact))]
    return max((day for day in days if day), key=first_day, default=None)


def _about(
    rule: str, severity: Weight, action: Action, why: str, changes: Sequence[Change], facts: Sequence[AnyEdge]
) -> Finding:
    return found(rule, severity, action.with_priority, (action.id,), why, changes, facts)


WITHOUT_LEAD = "action-without-lead"
LEAD_CLOSED = "lead-closed-before-due"
LEAD_CHANGED = "action-lead-changed"
RULES = (
    Rule(
        WITHOUT_LEAD,
        "An action that somebody led must have a lead when it is due, unless it is completed.",
        without_lead,
    ),
    Rule(
        LEAD_CLOSED,
        "Where a body that leads an action closes, or else stops leading it, before the action is due, somebody must "
        "have taken over from it by then, even if others lead the action too.",
        lead_closed,
    ),
    Rule(
        LEAD_CHANGED,
        "Whoever takes over an action from its lead has to know and agree.",
        lead_changed,
    ),
)
