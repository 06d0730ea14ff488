"""Closing, merging and renaming each body of the structure in turn: no traceback, and every ledger adds up."""

from __future__ import annotations

import pytest

from sscb_graph.graph.nodes import Body
from sscb_graph.graph.rules import groups
from sscb_graph.graph.view import GraphView
from sscb_graph.plan import OpenPlan
from sscb_graph.questions.asking import Reading
from sscb_graph.rehearsal.answers import rehearsal_of, to_dict
from sscb_graph.rehearsal.ledger import KINDS, Result
from sscb_graph.rehearsal.outcome import rehearse
from sscb_graph.rehearsal.proposal import Proposal, ProposedRow

#: What happens to a body, as the cells of a row; the other body is the one after it.
CHANGES = {
    "close": {},
    "merge": {"into": "other"},
    "merge into a new one": {"into": "A New Group", "kind": "subgroup"},
    "split": {"into": "One Part; Another Part", "kind": "subgroup"},
    "rename": {"name": "Another Name"},
    "move": {"other": "other"},
}


@pytest.mark.parametrize("day", ["", "2018-09-30"])
@pytest.mark.parametrize("what", CHANGES)
def test_each_body_in_turn(what: str, day: str, surrey: OpenPlan) -> None:
    bodies = surrey.read(lambda reading: groups(reading.whole()))
    for body, other in zip(bodies, [*bodies[1:], bodies[0]], strict=True):
        cells = {name: other.id if cell == "other" else cell for name, cell in CHANGES[what].items()}
        row = {"change": what.split(maxsplit=1)[0], "body": body.id, **cells} | ({"effective": day} if day else {})
        surrey.read(lambda reading, row=row, body=body: _check(reading, row, body))  # type: ignore[misc]


def _check(reading: Reading, cells: dict[str, str], body: Body) -> None:
    ProposedRow.model_rebuild()
    found = rehearsal_of(rehearse(reading, Proposal("each.csv", (ProposedRow.model_validate(cells),))))
    whole = to_dict(found)
    assert whole["headline"]
    assert not found.outcome.after.ended("LEADS") or cells["change"] in {"close", "merge", "split"}
    if cells["change"] in {"close", "merge", "split"}:
        facts = _facts(found.outcome.before, body)
        assert sorted(entry.fact.id for entry in found.entries) == sorted(facts)
        assert sum(entry.result in set(Result) for entry in found.entries) == len(facts)
    else:
        assert found.entries == ()


def _facts(view: GraphView, body: Body) -> set[str]:
    """The actions, functions, memberships and lines of a body."""
    return {edge.id for edge in (*view.out(body, *KINDS), *view.into(body, *KINDS))}
