"""Rehearses proposals in tests: rows as a lead types them -> what the rules find."""

from __future__ import annotations

from sscb_graph.folder.csv_cells import write_csv
from sscb_graph.graph.graph import GraphReader
from sscb_graph.plan import OpenPlan
from sscb_graph.questions.answer import Origin
from sscb_graph.rehearsal.finding import Finding
from sscb_graph.rehearsal.graph_reading import GraphReading
from sscb_graph.rehearsal.outcome import Outcome, rehearse
from sscb_graph.rehearsal.proposal import Proposal, ProposedRow, read_proposal
from sscb_graph.rehearsal.rules import RULES


def proposal(*rows: dict[str, str]) -> Proposal:
    """A proposal with some rows: a cell for each column that is filled."""
    return read_proposal("proposal.csv", write_csv(ProposedRow.columns(), rows))


def rehearsed(plan: OpenPlan, *rows: dict[str, str]) -> Outcome:
    """What comes of some rows on an open plan."""
    return plan.read(lambda reading: rehearse(reading, proposal(*rows)))


def rehearsed_on(graph: GraphReader, *rows: dict[str, str]) -> Outcome:
    """What comes of some rows on a graph in memory."""
    return rehearse(GraphReading(graph, Origin("embedded", graph.plan_id, "made", "")), proposal(*rows))


def found(outcome: Outcome, name: str) -> dict[str, Finding]:
    """What a rule finds, by the subject."""
    named = [finding for rule in RULES if rule.name == name for finding in rule.find(outcome)]
    subjects = {finding.subject: finding for finding in named}
    assert len(subjects) == len(named), "found twice"
    assert {finding.finding for finding in named} <= {name}
    return subjects


def found_actions(outcome: Outcome, name: str) -> dict[str, Finding]:
    """What a rule finds of actions, by the id of the action's row."""
    return {finding.ids[0]: finding for finding in found(outcome, name).values()}


def close(body: str, day: str = "") -> dict[str, str]:
    """A row that closes a body."""
    return {"change": "close", "body": body, "effective": day}
