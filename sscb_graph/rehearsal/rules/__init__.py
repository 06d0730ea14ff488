"""The rules of rehearsals, a module for each family; their names are part of the contract."""

from __future__ import annotations

from collections.abc import Iterator

from sscb_graph.rehearsal.finding import Finding, Rule
from sscb_graph.rehearsal.outcome import Outcome
from sscb_graph.rehearsal.rules.actions import RULES as ACTIONS
from sscb_graph.rehearsal.rules.decided import RULES as DECIDED
from sscb_graph.rehearsal.rules.homes import RULES as HOMES
from sscb_graph.rehearsal.rules.load import RULES as LOAD
from sscb_graph.rehearsal.rules.recommendations import RULES as RECOMMENDATIONS
from sscb_graph.rehearsal.rules.requirements import RULES as REQUIREMENTS
from sscb_graph.rehearsal.rules.reviewed import RULES as REVIEWED
from sscb_graph.rehearsal.rules.routes import RULES as ROUTES
from sscb_graph.rehearsal.rules.scrutiny import RULES as SCRUTINY
from sscb_graph.rehearsal.rules.statutory import RULES as STATUTORY
from sscb_graph.rehearsal.rules.times import RULES as TIMES

#: Every rule, in the order in which answers give what they find.
RULES: tuple[Rule, ...] = (
    *ACTIONS,
    *RECOMMENDATIONS,
    *HOMES,
    *ROUTES,
    *STATUTORY,
    *DECIDED,
    *SCRUTINY,
    *TIMES,
    *REVIEWED,
    *LOAD,
    *REQUIREMENTS,
)


def find_all(outcome: Outcome) -> Iterator[Finding]:
    """What every rule finds of an outcome, rule by rule."""
    for rule in RULES:
        yield from rule.find(outcome)
