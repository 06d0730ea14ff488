"""What is due by a day or overdue as at one: counts, the day itself, and what has no date."""

from __future__ import annotations

import pytest

from sscb_graph.plan import OpenPlan
from tests.conftest import SeedCopy

UNDATED = 'Not counted, since no date is given: 1.2a ("With immediate effect").'
LAST = "Nothing is due after 31 December 2018, 9 months before the plan ends (September 2019)."


def test_on_the_very_day_nothing_is_overdue(surrey: OpenPlan) -> None:
    answer = surrey.ask("overdue", as_at="2018-06-30")
    assert answer.rows == []
    assert answer.headline == "Nothing was overdue on 30 June 2018; 7 actions fell due that day."


def test_a_completed_action_does_not_fall_due(surrey: OpenPlan) -> None:
    assert surrey.ask("overdue", as_at="2018-04-30").headline == "Nothing was overdue on 30 April 2018."


def test_what_was_overdue_and_what_fell_due_that_day(surrey: OpenPlan) -> None:
    headline = surrey.ask("overdue", as_at="2018-09-30").headline
    assert headline.startswith(
        "8 actions were overdue on 30 September 2018: 7 by 30 June 2018 and 1 by 9 July 2018; 21 actions fell due"
    )


def test_the_days_by_which_actions_are_due_are_counted(surrey: OpenPlan) -> None:
    answer = surrey.ask("due-by", by="2018-09-30")
    days = "1 by 30 April 2018, 7 by 30 June 2018, 1 by 9 July 2018 and 21 by 30 September 2018"
    assert answer.headline.startswith(f"30 actions have a date on or before 30 September 2018: {days}.")


@pytest.mark.parametrize(("question", "name"), [("due-by", "by"), ("overdue", "as_at")])
@pytest.mark.parametrize(("day", "named"), [("2018-02-28", False), ("2018-03-01", True), ("2018-06-30", True)])
def test_what_has_no_date_is_named_from_the_start_of_the_plan(
    surrey: OpenPlan, question: str, name: str, day: str, named: bool
) -> None:
    answer = surrey.ask(question, **{name: day})
    assert (UNDATED in answer.notes) is named
    assert (UNDATED in answer.brief.remarks) is named
    assert LAST in answer.notes
    assert LAST in answer.brief.remarks
    assert "1.2a" not in [row["action"] for row in answer.rows]


def test_what_is_completed_and_has_no_date_is_only_due(seed_copy: SeedCopy) -> None:
    status = {"row_id": "p1-1.2a", "status": "Completed", "basis": "assumed", "reason": "Said so."}
    seed_copy.add("statuses.csv", id="status-new", **status)
    plan = seed_copy.open()
    assert UNDATED in plan.ask("due-by", by="2018-06-30").notes
    assert UNDATED not in plan.ask("overdue", as_at="2018-06-30").notes


def test_a_plan_with_dates_to_its_end_says_nothing_of_its_end(seed_copy: SeedCopy) -> None:
    seed_copy.edit("actions.csv", "p4-4.8", due="2019-09")
    assert not any("Nothing is due after" in note for note in seed_copy.open().ask("due-by", by="2018-06-30").notes)


def test_of_many_days_only_the_fullest_is_named(seed_copy: SeedCopy) -> None:
    for row, day in (("p1-1.1", "2018-05-01"), ("p1-1.2", "2018-05-02"), ("p1-1.4", "2018-05")):
        seed_copy.edit("actions.csv", row, due=day)
    headline = seed_copy.open().ask("due-by", by="2018-09-30").headline
    assert "30 September 2018: 19 of them by 30 September 2018." in headline
