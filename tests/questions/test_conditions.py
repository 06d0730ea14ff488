"""Actions by conditions: all of them must be met, and several values of a condition are alternatives."""

from __future__ import annotations

from typing import Any

import pytest

from sscb_graph.errors import BadValue, UnknownName
from sscb_graph.plan import OpenPlan
from tests.conftest import SeedCopy, run_sscb


def chosen(plan: OpenPlan, **conditions: Any) -> list[str]:
    return [row["action"] for row in plan.ask("actions", **conditions).rows]


@pytest.mark.parametrize(
    ("conditions", "actions"),
    [
        ({"priority": 1}, ["1.1", "1.1a", "1.2", "1.2a", "1.3", "1.4", "1.5"]),
        ({"status": "amber"}, ["4.1"]),
        ({"status": ["Completed", "AMBER"]}, ["2.3", "4.1"]),
        ({"status": "none", "priority": 2, "lead": "QA&P"}, ["2.6", "2.7", "2.10", "2.11 & 3.2", "2.12"]),
        ({"lead": ["SCRG", "Business Group"]}, ["1.2", "1.2a", "3.1", "3.4"]),
        ({"lead": "SCRG; Business Group", "priority": [3]}, ["3.1", "3.4"]),
        ({"due_from": "2018-07-01", "due_to": "2018-09-29"}, ["2.3a"]),
        ({"due_to": "2018-04-30"}, ["2.3"]),
        ({"due_from": "2018-12-31", "priority": 4}, ["4.3", "4.4", "4.5"]),
        ({"cites": "ofsted 22", "due_from": "2018-10-01"}, ["2.12"]),
        ({"cites": ["21", "102"]}, ["2.1", "3.5"]),
        ({"lead": "Police"}, []),
    ],
    ids=str,
)
def test_every_condition_must_be_met(surrey: OpenPlan, conditions: dict[str, Any], actions: list[str]) -> None:
    assert chosen(surrey, **conditions) == actions


def test_without_conditions_every_action_is_listed(surrey: OpenPlan) -> None:
    assert len(chosen(surrey)) == 37
    assert surrey.ask("actions").to_dict()["parameters"] == {}


@pytest.mark.parametrize("conditions", [{"status": "no such"}, {"due_to": "soon"}, {"due_from": ""}], ids=str)
def test_a_word_that_is_no_value_is_refused(surrey: OpenPlan, conditions: dict[str, str]) -> None:
    with pytest.raises(BadValue):
        chosen(surrey, **conditions)


def test_a_blank_name_does_not_mean_every_body(surrey: OpenPlan) -> None:
    with pytest.raises(UnknownName):
        chosen(surrey, lead="")


def test_the_heading_says_how_the_conditions_were_read() -> None:
    conditions = ["--priority", "2", "--priority", "3", "--status", "none", "--lead", "qap", "--due-from", "2018-10-01"]
    page = " ".join(run_sscb("actions", *conditions, "--cites", "22").out.split())
    assert page.startswith(
        "Actions under Priority 2 or Priority 3, led by Quality Assurance and Performance Group, with no status "
        "recorded, due from 1 October 2018, citing Ofsted 22"
    )
    assert "1 of the plan's 37 actions meets these conditions: 1 by 31 December 2018." in page


def test_only_the_dates_that_count_are_counted(surrey: OpenPlan) -> None:
    answer = surrey.ask("actions", due_to="2018-06-30", lead="DAMB")
    row = next(row for row in answer.rows if row["action"] == "4.5")
    assert (row["due"], row["counted"]) == (["2018-06-30", "2018-12-31"], ["2018-06-30"])
    assert "31 December" not in answer.headline


def test_the_basis_of_a_row_is_that_of_the_facts_that_chose_it(surrey: OpenPlan) -> None:
    by_lead = {row["action"]: row["basis"] for row in surrey.ask("actions", lead="SCRG").rows}
    assert by_lead == {"1.2": "stated", "1.2a": "inherited", "3.1": "stated"}
    assert [row["action"] for row in surrey.ask("actions", lead="SCRG", basis=["inherited"]).rows] == ["1.2a"]


def test_the_strongest_of_several_alternatives_counts(seed_copy: SeedCopy) -> None:
    lead = {"row_id": "p1-1.2a", "body": "qap", "position": "2", "basis": "recorded", "recorded_by": "Board minute"}
    seed_copy.add("leads.csv", id="lead-later", recorded_on="2018-06-01", **lead)
    with seed_copy.open() as plan:
        rows = {row["action"]: row["basis"] for row in plan.ask("actions", lead=["SCRG", "QA&P"]).rows}
    assert rows["1.2a"] == "recorded"


def test_an_action_without_a_date_is_named_where_it_meets_the_rest(surrey: OpenPlan) -> None:
    assert any("1.2a" in note for note in surrey.ask("actions", lead="SCRG", due_to="2019-01-01").notes)
    assert not any("1.2a" in note for note in surrey.ask("actions", lead="DAMB", due_to="2019-01-01").notes)


def test_a_month_or_quarter_begins_with_its_first_day_and_ends_with_its_last(surrey: OpenPlan) -> None:
    assert chosen(surrey, due_from="Q3 2018", due_to="July 2018") == ["2.3a"]
    notes = surrey.ask("actions", due_from="Q4 2018").notes
    assert any("first day of the calendar quarter October to December 2018: 1 October 2018" in note for note in notes)
    assert chosen(surrey, due_from="the end of December 2018") == chosen(surrey, due_from="2018-12-31")
