"""What findings have in common: how well they are supported, and the words for changes and days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sscb_graph.graph.graph import AnyEdge
from sscb_graph.graph.nodes import Action
from sscb_graph.graph.rules import chain_basis, joined
from sscb_graph.model.dates import when
from sscb_graph.rehearsal.change import Change
from sscb_graph.rehearsal.finding import Finding, Weight
from sscb_graph.rehearsal.outcome import Outcome
from sscb_graph.text import listed


def found(
    finding: str,
    severity: Weight,
    subject: str,
    ids: tuple[str, ...],
    why: str,
    changes: Iterable[Change],
    facts: Sequence[AnyEdge],
) -> Finding:
    """A finding that rests on at least one fact of the plan, as weakly as on the weakest of them.

    Its reason and its place are those of the weakest. Where several changes cause it, no single one does.
    """
    basis = chain_basis(facts)
    weakest = [fact for fact in facts if fact.basis == basis]
    source = joined(weakest, "source") or ""
    return Finding(finding, severity, subject, ids, why, single(changes), basis, joined(weakest, "reason"), source)


def of_the_plan(outcome: Outcome, facts: Sequence[AnyEdge]) -> list[AnyEdge]:
    """Those of some facts that the plan has already; all, where the proposal makes all of them."""
    return [fact for fact in facts if fact.id not in outcome.made] or list(facts)


def single(changes: Iterable[Change]) -> Change | None:
    """The only one of some changes; None where they are several, or none."""
    found = list(dict.fromkeys(changes))
    return found[0] if len(found) == 1 else None


def clauses(changes: Iterable[Change]) -> str:
    """Changes with their days, as a clause: "Neglect Group closes on 31 March 2019"."""
    return listed(list(dict.fromkeys(_clause(change) for change in changes)))


def _clause(change: Change) -> str:
    return f"{change.words} {when(change.effective)}" if change.effective else change.words


def due_words(action: Action) -> str:
    """When an action is due, as a clause: "the action is due on 30 June 2018"."""
    days = listed([when(day) for day in action.due])
    return f"the action is due {days}" if days else "the action's timescale names no date"
