"""What a rehearsal finds that does not fit in time."""

from __future__ import annotations

import pytest

from sscb_graph.plan import OpenPlan
from sscb_graph.rehearsal.finding import Weight
from tests.rehearsal.rehearsing import close, found, rehearsed

GAP, OVERLAP = "gap-in-time", "overlap-in-time"
NEGLECT, QAP = "Neglect Task and Finish Group", "Quality Assurance and Performance Group"


def forum(day: str) -> dict[str, str]:
    return {"change": "create", "body": "Practice Forum", "kind": "subgroup", "other": "SSCB", "effective": day}


def merge(day: str) -> dict[str, str]:
    return {"change": "merge", "body": "Area Sub Groups", "into": "Practice Forum", "effective": day}


def hand_over(day: str) -> dict[str, str]:
    return {"change": "hand over", "body": "Neglect Group", "into": "QA&P", "actions": "4.6", "effective": day}


def test_a_group_that_ends_before_its_successor_begins(surrey: OpenPlan) -> None:
    outcome = rehearsed(surrey, forum("2019-06"), merge("2019-03-31"))
    [finding] = found(outcome, GAP).values()
    assert (finding.subject, finding.severity) == ("Practice Forum", Weight.WARNING)
    assert finding.why.endswith("Practice Forum on 31 March 2019, but Practice Forum only begins in June 2019.")
    assert finding.change == outcome.changes[1]
    assert (finding.basis, finding.source) == ("assumed", "row 3 of proposal.csv and row 2 of proposal.csv")
    assert not found(outcome, OVERLAP)


def test_a_group_that_begins_before_the_one_ends_that_it_replaces(surrey: OpenPlan) -> None:
    outcome = rehearsed(surrey, forum("2019-01-01"), merge("2019-03-31"))
    [finding] = found(outcome, OVERLAP).values()
    assert (finding.subject, finding.severity) == ("Practice Forum", Weight.WARNING)
    assert finding.why.startswith("Practice Forum begins on 1 January 2019, but ")
    assert finding.why.endswith("until then Practice Forum stands beside what it is to replace.")
    assert not found(outcome, GAP)


@pytest.mark.parametrize(
    ("begins", "ends"),
    [
        ("2019-04-01", "2019-03-31"),
        ("2019-03-31", "2019-04-01"),
        ("2019-03", "2019-03-31"),
        ("2019-04", "2019-03"),
        ("", "2019-03-31"),
        ("2019-03-31", ""),
        ("2019", "2019-03"),
    ],
)
def test_days_that_may_meet_and_days_that_nobody_gives_say_nothing(surrey: OpenPlan, begins: str, ends: str) -> None:
    outcome = rehearsed(surrey, forum(begins), merge(ends))
    assert not found(outcome, GAP)
    assert not found(outcome, OVERLAP)


def test_work_that_is_handed_over_after_a_body_closes(surrey: OpenPlan) -> None:
    outcome = rehearsed(surrey, hand_over("2019-09-01"), close("Neglect Group", "2019-03-31"))
    [finding] = found(outcome, GAP).values()
    assert (finding.subject, finding.severity) == (NEGLECT, Weight.WARNING)
    assert finding.why == (
        f"{NEGLECT} closes on 31 March 2019, but {NEGLECT} hands over action 4.6 to {QAP} on 1 September 2019: "
        "nobody has that work in between."
    )
    assert finding.change == outcome.changes[0]


def test_work_that_is_handed_over_before_a_body_closes_is_to_be_known(surrey: OpenPlan) -> None:
    outcome = rehearsed(surrey, hand_over("2019-01-01"), close("Neglect Group", "2019-03-31"))
    [finding] = found(outcome, OVERLAP).values()
    assert (finding.subject, finding.severity) == (NEGLECT, Weight.NOTICE)
    assert finding.why.endswith(f"until then {NEGLECT} stands without that work.")
    assert not found(outcome, GAP)
    same_day = rehearsed(surrey, hand_over("2019-03-31"), close("Neglect Group", "2019-03-31"))
    assert not found(same_day, OVERLAP)
    assert not found(same_day, GAP)


def test_work_of_a_body_that_is_split_goes_to_its_parts_on_that_day(surrey: OpenPlan) -> None:
    split = {"change": "split", "body": "Neglect Group", "into": "Home Group; School Group", "effective": "2019-03-31"}
    parts = {"change": "hand over", "body": "Neglect Group", "into": "Home Group", "effective": "2019-06-01"}
    assert list(found(rehearsed(surrey, split, parts), GAP)) == [NEGLECT]
    assert not found(rehearsed(surrey, split, {**parts, "effective": "2019-04-01"}), GAP)


def test_a_line_to_a_body_that_is_not_there_on_that_day(surrey: OpenPlan) -> None:
    early = {"change": "move", "body": "L&D", "other": "Practice Forum", "effective": "2019-01-01"}
    assert list(found(rehearsed(surrey, forum("2019-06"), early), GAP)) == ["Practice Forum"]
    late = {"change": "move", "body": "L&D", "other": "Neglect Group", "effective": "2019-06-01"}
    [finding] = found(rehearsed(surrey, late, close("Neglect Group", "2019-03-31")), GAP).values()
    assert finding.why.endswith(f"{NEGLECT} is no more then.")


def test_several_rows_that_do_not_fit_are_a_single_finding(surrey: OpenPlan) -> None:
    rows = [hand_over("2019-09-01"), {**hand_over("2019-10-01"), "actions": "3.1", "into": "SCRG"}]
    [finding] = found(rehearsed(surrey, *rows, close("Neglect Group", "2019-03-31")), GAP).values()
    assert finding.change is None
    assert finding.why.count("nobody has that work in between") == 2


def test_a_body_may_begin_before_it_takes_over_work(surrey: OpenPlan) -> None:
    outcome = rehearsed(surrey, forum("2019-01-01"), {**hand_over("2019-03-31"), "into": "Practice Forum"})
    assert not found(outcome, OVERLAP)
    assert not found(outcome, GAP)
