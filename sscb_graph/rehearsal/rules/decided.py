"""What a proposal does against what the plan decides, proposes or has yet to review."""

from __future__ import annotations

from collections.abc import Iterator

from sscb_graph.graph.graph import Edge
from sscb_graph.graph.nodes import Body, Decision
from sscb_graph.graph.standings import decision_words
from sscb_graph.model.dates import first_day, last_day, when
from sscb_graph.model.vocabulary import Standing
from sscb_graph.rehearsal.change import Change
from sscb_graph.rehearsal.finding import Finding, Rule, Weight
from sscb_graph.rehearsal.outcome import Outcome
from sscb_graph.rehearsal.rules.ends import dissolved
from sscb_graph.rehearsal.rules.support import clauses, found
from sscb_graph.text import sentences, squash

#: The standings by which a body is to go on.
_GOES_ON = frozenset({Standing.NEW.value, Standing.CONTINUING.value, Standing.PROPOSED_TO_CONTINUE.value})


def pre_empted(outcome: Outcome) -> Iterator[Finding]:
    """Bodies that end, are merged away or split while a review of them is still to come."""
    for body, change in dissolved(outcome):
        decision = _review_of(outcome, body)
        if decision:
            severity, words = _against_review(decision.start.review_on, change)
            why = f"{_review_words(decision.start)}, and {clauses([change])}{words}."
            yield found(PRE_EMPTED, severity, body.name, (body.id,), why, [change], [decision])


def _review_of(outcome: Outcome, body: Body) -> Edge[Decision, Body] | None:
    """The decision that sets a review of a body: the first with a date, and among those that which says so itself."""
    decisions = outcome.before.decisions_on(body)
    under = [edge for edge in decisions if edge.start.standing == Standing.UNDER_REVIEW]
    dated = [edge for edge in (*under, *decisions) if edge.start.review_on]
    return next(iter([*dated, *under]), None)


def _review_words(decision: Decision) -> str:
    if decision.review_on:
        return f"It is to be reviewed {when(decision.review_on)}"
    return "It is under review, without a date for that"


def _against_review(review_on: str | None, change: Change) -> tuple[Weight, str]:
    """How much it matters when a change takes effect, against the date of a review, and the words for that.

    A change without a day is in effect before anything; within the month of a review, either may come first.
    """
    if review_on is None or change.effective is None:
        return Weight.WARNING, ": nothing says that the review comes first"
    if first_day(change.effective) > last_day(review_on):
        return Weight.NOTICE, ", after that: what the review finds must be known"
    if last_day(change.effective) < first_day(review_on):
        return Weight.WARNING, ", before that review"
    return Weight.WARNING, ", perhaps before that review"


def contradicted(outcome: Outcome) -> Iterator[Finding]:
    """Bodies that end, are merged away or split, and that the plan decides or proposes to go on with."""
    for body, change in dissolved(outcome):
        goes_on = [edge for edge in outcome.before.decisions_on(body) if edge.start.standing in _GOES_ON]
        for decision in goes_on[:1]:
            why = sentences([_decided(decision.start, change), _same_voice(decision.start, change)])
            yield found(CONTRADICTED, Weight.WARNING, body.name, (body.id,), why, [change], [decision])


def _decided(decision: Decision, change: Change) -> str:
    return f"By the plan it is {decision_words(decision)}; against that, {clauses([change])}."


def _same_voice(decision: Decision, change: Change) -> str:
    """That who proposed that a body goes on also decides what goes against it."""
    if not (decision.proposed_by and change.decided_by):
        return ""
    if squash(decision.proposed_by) != squash(change.decided_by):
        return ""
    return f"{change.decided_by} proposed the one and decides the other."


PRE_EMPTED = "review-pre-empted"
CONTRADICTED = "decision-contradicted"
RULES = (
    Rule(
        PRE_EMPTED,
        "A body whose review is still to come must not close, be merged away or be split before that review.",
        pre_empted,
    ),
    Rule(
        CONTRADICTED,
        "What the plan decides or proposes to go on with must not close, be merged away or be split unless whoever "
        "decided that is asked again.",
        contradicted,
    ),
)
