"""What the plan decides or proposes about a body, and how its kind is known: the rules, and the words for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscb_graph.graph.graph import Edge
from sscb_graph.graph.nodes import Body, ChangeEvent, Decision
from sscb_graph.model.basis import STATED, weakest
from sscb_graph.model.dates import in_words
from sscb_graph.model.vocabulary import Standing

if TYPE_CHECKING:
    from sscb_graph.graph.view import GraphView


def decision_on(view: GraphView, body: Body) -> Edge[Decision, Body] | None:
    """The decision that gives a body its standing: that it is former, or else the first; None where there is none."""
    decisions = view.decisions_on(body)
    former = (edge for edge in decisions if edge.start.standing == Standing.FORMER)
    return next(former, decisions[0] if decisions else None)


def standing_of(view: GraphView, body: Body) -> str | None:
    """What the plan decides or proposes about a body, or None."""
    decision = decision_on(view, body)
    return decision.start.standing if decision else None


def standing_words(standing: str, review_on: str | None, basis: str, proposed_by: str | None = None) -> str:
    """What the plan decides or proposes about a body, as words that stand with its name.

    >>> standing_words("under review", "2019-03", "inferred")
    'UNDER REVIEW, March 2019 (inferred)'
    >>> standing_words("proposed to continue", "2019-03", "stated", "The Chair")
    'PROPOSED TO CONTINUE by The Chair'
    """
    by = f" by {proposed_by}" if proposed_by else ""
    # A date beside a proposal would be read as that of the proposal.
    when = f", {in_words(review_on)}" if review_on and not is_proposed(standing) else ""
    return f"{standing.upper()}{by}{when}{'' if basis == STATED else f' ({basis})'}"


def is_proposed(standing: str) -> bool:
    """Whether a standing is a proposal, and so no decision."""
    return standing in {Standing.PROPOSED, Standing.PROPOSED_TO_CONTINUE}


def decision_words(decision: Decision) -> str:
    """What the plan decides or proposes, by whom and until when, as a clause, with dates as people write them."""
    words = [decision.standing]
    if is_proposed(decision.standing):
        words.append(f"by {decision.proposed_by}" if decision.proposed_by else "by whom is not said")
    if decision.holds_until:
        words.append(f"until {decision.holds_until}")
    if decision.review_on:
        words.append(f"review in {in_words(decision.review_on)}")
    return ", ".join(words)


def change_words(event: ChangeEvent) -> str:
    """What a change after the plan does, from when, by whose decision and on what condition, as people write it."""
    told = (
        f"in effect from {in_words(event.effective)}" if event.effective else "",
        f"decided by {event.decided_by}" if event.decided_by else "",
        f"subject to {event.subject_to}" if event.subject_to else "",
    )
    more = ", ".join(words for words in told if words)
    return f"{event.text} ({more})" if more else event.text


def kind_basis(body: Body) -> str:
    """How it is known that there is a body of its kind: as weakly as that it exists, or that it is of the kind."""
    return weakest((body.basis, body.kind_basis)) or STATED
