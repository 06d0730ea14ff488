"""The functions and the memberships that a proposal leaves without a home."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sscb_graph.graph.nodes import Body
from sscb_graph.graph.rules import order_of
from sscb_graph.rehearsal.change import Change
from sscb_graph.rehearsal.finding import Finding, Rule, Weight
from sscb_graph.rehearsal.ledger import Entry, Kind, Result, dependent, item_words
from sscb_graph.rehearsal.outcome import Outcome
from sscb_graph.rehearsal.parts import final_ending
from sscb_graph.rehearsal.rules.support import clauses, found
from sscb_graph.text import listed


def functions(outcome: Outcome) -> Iterator[Finding]:
    """Functions of bodies that end, which nobody takes over."""
    for key, lost in _homeless(outcome, Kind.FUNCTION, lambda entry: entry.fact.end.id):
        bodies = _bodies(outcome, lost)
        statutory = any(body.statutory for body in bodies)
        severity = Weight.SERIOUS if statutory else Weight.WARNING
        had = listed([f"{body.name}{' (a statutory group)' if body.statutory else ''}" for body in bodies])
        why = f"It is a function of {had}, and of nobody once {clauses(_changes(outcome, lost))}."
        ids = key, *(body.id for body in bodies)
        yield found(
            FUNCTION, severity, item_words(lost[0]), ids, why, _changes(outcome, lost), [entry.fact for entry in lost]
        )


def memberships(outcome: Outcome) -> Iterator[Finding]:
    """Who sat on a body that ends, and sits nowhere any more."""
    unseated = _homeless(outcome, Kind.MEMBERSHIP, lambda entry: dependent(entry.fact).id)
    for key, lost in sorted(unseated, key=lambda each: outcome.before.node(each[0]).order):
        name = outcome.before.node(key).name
        bodies = _bodies(outcome, lost)
        seats = listed([body.name for body in bodies])
        seats_end = f"Its seat on {seats} ends" if len(bodies) == 1 else f"Its seats on {seats} end"
        why = f"{seats_end} once {clauses(_changes(outcome, lost))}, and it has no other then."
        yield found(
            MEMBERSHIP, Weight.WARNING, name, (key,), why, _changes(outcome, lost), [entry.fact for entry in lost]
        )


def _homeless(outcome: Outcome, kind: Kind, about: Callable[[Entry], str]) -> list[tuple[str, list[Entry]]]:
    """The rows of the ledger of a kind that have no home, those about the same thing together, under its id."""
    together: dict[str, list[Entry]] = {}
    for entry in outcome.ledger:
        if entry.kind is kind and entry.result is Result.NO_HOME:
            together.setdefault(about(entry), []).append(entry)
    return list(together.items())


def _bodies(outcome: Outcome, entries: Sequence[Entry]) -> list[Body]:
    """The bodies that some rows are about, in the plan's order."""
    return sorted({outcome.before.get(Body, entry.body) for entry in entries}, key=order_of)


def _changes(outcome: Outcome, entries: Sequence[Entry]) -> list[Change]:
    """The changes by which the last who had some things cease to have them, in the order of the rows."""
    endings = [final_ending(outcome, entry.fact) for entry in entries]
    return sorted({ending.change for ending in endings if ending}, key=lambda change: change.row)


FUNCTION = "function-without-home"
MEMBERSHIP = "membership-without-home"
RULES = (
    Rule(
        FUNCTION,
        "Every function of a body that closes or is split must go to another; those of a statutory group above all.",
        functions,
    ),
    Rule(
        MEMBERSHIP,
        "Whoever sits on a body that closes must have a seat on another board or group, or be told that there is none.",
        memberships,
    ),
)
