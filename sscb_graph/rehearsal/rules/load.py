"""What a proposal adds to the work of leads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sscb_graph.graph.nodes import Action
from sscb_graph.rehearsal.figures import Load, loads
from sscb_graph.rehearsal.finding import Finding, Rule, Weight
from sscb_graph.rehearsal.outcome import Outcome
from sscb_graph.rehearsal.parts import Part, parts
from sscb_graph.rehearsal.rules.support import found
from sscb_graph.text import listed

#: A lead has too much with more than this share of all actions, which is a quarter, and at least so many.
SHARE = 1 / 4
LEAST = 5


def overloaded(outcome: Outcome) -> Iterator[Finding]:
    """Leads that get more actions than they had, and have more than a quarter of all then."""
    total = len(outcome.before.all(Action))
    before = {load.body: load.total for load in loads(outcome.before)}
    heavy = [load for load in loads(outcome.after) if load.total >= LEAST and load.total > total * SHARE]
    more = {load.body: load for load in heavy if load.total > _had(outcome, load.body, before)}
    taken = _taken_over(outcome, more) if more else {}
    for body in sorted(taken, key=lambda body: outcome.after.node(body).order):
        yield _finding(outcome, more[body], before, taken[body], total)


def _had(outcome: Outcome, body: str, before: Mapping[str, int]) -> int:
    """The most that a body had, or a body whose place it takes."""
    return max(before.get(key, 0) for key in (body, *_replaced(outcome, body)))


def _replaced(outcome: Outcome, body: str) -> list[str]:
    """The ids of the bodies that the proposal puts a body in place of."""
    ended = (edge.end.id for edge in outcome.after.out(outcome.after.node(body), "REPLACES"))
    return [key for key in ended if key in outcome.closed]


def _taken_over(outcome: Outcome, bodies: Mapping[str, Load]) -> dict[str, list[Part]]:
    """The parts that some bodies take over."""
    taken: dict[str, list[Part]] = {}
    for action in outcome.before.all(Action):
        for part in parts(outcome, action):
            for body in part.holders if part.moved else ():
                if body in bodies:
                    taken.setdefault(body, []).append(part)
    return taken


def _finding(outcome: Outcome, load: Load, before: Mapping[str, int], taken: list[Part], total: int) -> Finding:
    name = outcome.name(load.body)
    earlier = [(outcome.before.node(key).name, before[key]) for key in _replaced(outcome, load.body) if key in before]
    own = [] if load.body in outcome.created else [("it", before.get(load.body, 0))]
    had = [f"{who} led {count}" for who, count in (*own, *earlier)] or ["it did not exist"]
    why = f"{name} leads {load.total} of {total} actions then, {load.alone} of them alone; before, {listed(had)}."
    changes = [outcome.endings[part.lead.id].change for part in taken]
    facts = [part.lead for part in taken]
    return found(OVERLOADED, Weight.WARNING, name, (load.body,), why, changes, facts)


OVERLOADED = "lead-overloaded"
RULES = (
    Rule(
        OVERLOADED,
        f"No lead should get more actions than it had if it then leads more than a quarter of all actions, and {LEAST} "
        "or more; a body that takes the place of others is compared with the most loaded of them.",
        overloaded,
    ),
)
