"""Proposals on a shared plan: the same answers as from the embedded store, and the outcome as a plan of its own."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sscb_graph.cli.rehearse import EXAMPLES
from tests.conftest import ROOT, Ran, run_sscb
from tests.neo4j.conftest import ONE_RELEASE, Shared

FOLDER = ROOT / "seed" / "proposals"
AFTER = "surrey-2018-after-partnership-2019"


def answer(ran: Ran) -> dict[str, Any]:
    assert ran.code in {0, 1}, ran.err
    found: dict[str, Any] = json.loads(ran.out)
    assert found.pop("from")
    return found


def test_both_stores_rehearse_alike(empty: Shared) -> None:
    assert empty.sscb("load").code == 0
    for name in EXAMPLES:
        command = ("rehearse", FOLDER / f"{name}.csv", "--format", "json")
        assert answer(empty.sscb("--store", "neo4j", *command)) == answer(run_sscb(*command, env={})), name
    single = ("impact", "close", "Neglect Group", "--format", "json")
    assert answer(empty.sscb("--store", "neo4j", *single)) == answer(run_sscb(*single, env={}))


@ONE_RELEASE
def test_an_outcome_is_loaded_as_a_plan_of_its_own(empty: Shared) -> None:
    assert empty.sscb("load").code == 0
    before = empty.content()
    ran = empty.sscb("rehearse", "load", FOLDER / "partnership-2019.csv")
    assert ran.code == 0, ran.err
    assert f"--plan {AFTER}" in ran.err
    assert empty.run("MATCH (p:Plan) RETURN p.id AS id ORDER BY id") == [{"id": "surrey-2018"}, {"id": AFTER}]
    changed = empty.run(
        "MATCH (e:ChangeEvent {plan: $plan})-[:RESULTING_ORGANIZATION]->(b:Body) RETURN DISTINCT b.name AS name",
        plan=AFTER,
    )
    assert {"name": "Practice Forum"} in changed
    asked = ("--store", "neo4j", "--plan", AFTER, "who", "reports-to", "Safeguarding Partners' Executive")
    assert "Business Group" in empty.sscb(*asked).out
    whole = empty.sscb("--store", "neo4j", "--plan", AFTER, "check", "--format", "json")
    assert whole.code in {0, 1}, whole.err
    assert empty.sscb("rehearse", "load", FOLDER / "partnership-2019.csv").code == 0
    assert empty.sscb("--store", "neo4j", "--plan", "surrey-2018", "unload", AFTER, "--yes").code in {0, 2}
    assert before


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_needs_no_server(name: str) -> None:
    assert run_sscb("rehearse", FOLDER / f"{name}.csv").code in {0, 1}
