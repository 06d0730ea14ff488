"""What law and guidance require: nothing that was met may be left unmet."""

from __future__ import annotations

from collections.abc import Iterator

from sscb_graph.graph import duties
from sscb_graph.graph.nodes import Requirement
from sscb_graph.graph.rules import chain_basis
from sscb_graph.model.vocabulary import RequirementStatus
from sscb_graph.rehearsal.change import Change
from sscb_graph.rehearsal.finding import Finding, Rule, Weight
from sscb_graph.rehearsal.outcome import Outcome

#: The force of what the law leaves no choice about.
_MUST = "must"


def _unmet(outcome: Outcome) -> Iterator[Finding]:
    for duty in outcome.before.all(Requirement):
        was, is_now = duties.status_of(outcome.before, duty), duties.status_of(outcome.after, duty)
        if is_now == was or (is_now != RequirementStatus.UNMET and was != RequirementStatus.MET):
            continue
        facts = duties.deciding_facts(duties.facts_on(outcome.after, duty)) or duties.deciding_facts(
            duties.facts_on(outcome.before, duty)
        )
        what = "is known not to be met" if is_now == RequirementStatus.UNMET else "is met until then, and not after"
        yield Finding(
            "requirement-unmet",
            Weight.SERIOUS if duty.force == _MUST else Weight.WARNING,
            duty.name,
            (duty.id, *(fact.start.id for fact in facts)),
            f"{duty.text.rstrip('.')}: it {what} ({duty.source}).",
            _cause(outcome, duty),
            chain_basis(facts),
            next((fact.reason for fact in facts if fact.reason), None),
            next((fact.source for fact in facts), duty.source),
        )


def _cause(outcome: Outcome, duty: Requirement) -> Change | None:
    """The change after which a requirement is not met: what says so, or what ends the fact that it was."""
    made = [outcome.made[edge.id] for edge in outcome.after.into(duty) if edge.id in outcome.made]
    ended = [outcome.endings[edge.id].change for edge in outcome.before.into(duty) if edge.id in outcome.endings]
    return next(iter([*made, *ended]), None)


RULES = (
    Rule(
        "requirement-unmet",
        "What law or guidance requires and is met before a proposal is met after it, and nothing is known to be unmet.",
        _unmet,
    ),
)
