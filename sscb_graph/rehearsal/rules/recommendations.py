"""What a proposal does to the recommendations that actions address."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sscb_graph.graph.graph import AnyEdge
from sscb_graph.graph.nodes import Action, Recommendation
from sscb_graph.graph.rules import is_completed
from sscb_graph.rehearsal.finding import Finding, Rule, Weight
from sscb_graph.rehearsal.ledger import in_trouble
from sscb_graph.rehearsal.outcome import Outcome
from sscb_graph.rehearsal.parts import all_leads, latest_ending
from sscb_graph.rehearsal.rules.support import clauses, found
from sscb_graph.text import listed


def at_risk(outcome: Outcome) -> Iterator[Finding]:
    """Recommendations whose every action is without a lead, at least one by the proposal."""
    for item in outcome.before.all(Recommendation):
        answers = _answers(outcome, item)
        actions = list(dict.fromkeys(action for action, _ in answers))
        lost = [action for action in actions if in_trouble(outcome, action)]
        if lost and all(action in lost or _never_led(outcome, action) for action in actions):
            yield _at_risk(outcome, item, [edge for _, edge in answers], actions, lost)


def _answers(outcome: Outcome, item: Recommendation) -> list[tuple[Action, AnyEdge]]:
    """The actions that address an item, by citing it or by responding to it, each with the fact that says so."""
    edges: list[AnyEdge] = [*outcome.before.citations_of(item), *outcome.before.responses_to(item)]
    return [(edge.start, edge) for edge in edges if isinstance(edge.start, Action)]


def _never_led(outcome: Outcome, action: Action) -> bool:
    """Whether an action was without a lead all along, and is not done."""
    view = outcome.before
    return not view.leads(action) and not outcome.after.leads(action) and not is_completed(view, action)


def _at_risk(
    outcome: Outcome,
    item: Recommendation,
    answers: Sequence[AnyEdge],
    actions: Sequence[Action],
    lost: Sequence[Action],
) -> Finding:
    endings = [latest_ending(outcome, all_leads(outcome, action)) for action in lost]
    changes = sorted({ending.change for ending in endings if ending}, key=lambda change: change.row)
    why = f"{_all_of(actions)} without a lead once {clauses(changes)}."
    others = [action.number for action in actions if action not in lost]
    why += f" {listed(others)} had none before." if others else ""
    facts = [*answers, *(lead for action in lost for lead in outcome.before.leads(action))]
    return found(AT_RISK, Weight.SERIOUS, item.name, (item.id,), why, changes, facts)


def _all_of(actions: Sequence[Action]) -> str:
    """The actions that address an item, as the beginning of a sentence."""
    numbers = listed([action.number for action in actions])
    match len(actions):
        case 1:
            return f"The only action that addresses it, {numbers}, is"
        case 2:
            return f"Both actions that address it, {numbers}, are"
        case count:
            return f"All {count} actions that address it, {numbers}, are"


AT_RISK = "recommendation-at-risk"
RULES = (
    Rule(
        AT_RISK,
        "A recommendation that actions address must keep an action that is led until it is due, or is completed.",
        at_risk,
    ),
)
