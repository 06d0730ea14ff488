"""A plan whose printed facts records have ended: it is never shown as a plan that does not state them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from sscb_graph.plan import OpenPlan, open_plan
from tests.conftest import Ran, SeedCopy, run_sscb

RECORDED = {"basis": "recorded", "recorded_by": "Business Manager", "recorded_on": "2018-07-02"}
DAY = "2018-07-01"
ENDED = {"until": DAY}
LINE = "Business Group reports to Surrey Safeguarding Children Board (stated) until 2018-07-01"


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> SeedCopy:
    """The shipped plan, corrected as its folder's README says: leads, a status and a line of reporting have ended."""
    copy = SeedCopy.shipped(tmp_path_factory.mktemp("ended") / "seed")
    copy.edit("leads.csv", "lead-p2-2.2-early-help", **ENDED)
    copy.add("leads.csv", id="lead-1", row_id="p2-2.2", body="qap", position="2", **RECORDED)
    copy.add("statuses.csv", id="status-1", row_id="p2-2.2", status="Amber", **RECORDED)
    copy.edit("leads.csv", "lead-p2-2.4-early-help", **ENDED)
    copy.edit("statuses.csv", "status-p2-2.3-completed", **ENDED)
    copy.edit("relations.csv", "business-group-reports-to-sscb", **ENDED)
    return copy


@pytest.fixture(scope="module")
def plan(seed: SeedCopy) -> Iterator[OpenPlan]:
    with open_plan(seed.folder) as opened:
        yield opened


def asked(seed: SeedCopy, *arguments: str) -> Ran:
    ran = run_sscb("--seed", seed.folder, *arguments)
    assert "Traceback" not in ran.err
    return ran


def gaps(plan: OpenPlan, gap: str) -> dict[str, list[Any]]:
    return {row["id"]: row["instead"] for row in plan.ask("gaps").rows if row["gap"] == gap}


def test_what_a_cell_states_is_no_gap_when_it_has_ended(plan: OpenPlan, surrey: OpenPlan) -> None:
    for gap in ("action-without-lead", "action-without-status", "action-without-recommendation"):
        assert gaps(plan, gap).keys() == gaps(surrey, gap).keys()
    assert gaps(plan, "action-without-status")["p2-2.2"] == ["Amber (recorded)"]


def test_a_gap_names_what_has_ended(plan: OpenPlan) -> None:
    assert gaps(plan, "body-without-line-to-board")["business-group"] == [LINE]
    led = gaps(plan, "body-without-action")["early-help"]
    assert "2.4 (stated) until 2018-07-01" in led


def test_checks_agree_with_the_gaps(seed: SeedCopy) -> None:
    found = {row["finding"]: row["text"] for row in asked(seed, "check", "--format", "json").rows}
    assert not {"action-without-lead/p2-2.4", "action-without-status/p2-2.3"} & found.keys()
    assert found["body-without-route-to-board/business-group"].endswith(f"any more: {LINE}.")
