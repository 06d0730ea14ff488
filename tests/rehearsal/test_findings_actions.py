"""What a rehearsal finds of the leads of actions."""

from __future__ import annotations

import pytest

from sscb_graph.plan import OpenPlan
from sscb_graph.rehearsal.finding import Finding, Weight
from tests.conftest import SeedCopy
from tests.rehearsal.rehearsing import close, rehearsed
from tests.rehearsal.rehearsing import found_actions as found

WITHOUT, CLOSED, CHANGED = "action-without-lead", "lead-closed-before-due", "action-lead-changed"
GROUP = "Neglect Task and Finish Group"
FORUM = {
    "change": "merge",
    "body": "Health Sub Group; Education Sub Group",
    "into": "Schools Forum",
    "kind": "subgroup",
}


def handed(actions: str, into: str, day: str = "") -> dict[str, str]:
    return {"change": "hand over", "body": "Neglect Group", "into": into, "actions": actions, "effective": day}


def one(findings: dict[str, Finding]) -> Finding:
    [finding] = findings.values()
    return finding


# -- a group closes


def test_closing_a_group_leaves_one_action_without_a_lead_and_five_with_others(surrey: OpenPlan) -> None:
    outcome = rehearsed(surrey, close("Neglect Group"))
    without, closed = found(outcome, WITHOUT), found(outcome, CLOSED)
    assert list(without) == ["p4-4.6"]
    assert list(closed) == ["p3-3.1", "p3-3.3", "p4-4.3", "p4-4.4", "p4-4.8"]
    assert not found(outcome, CHANGED)
    assert {finding.severity for finding in without.values()} == {Weight.SERIOUS}
    assert {finding.severity for finding in closed.values()} == {Weight.WARNING}


def test_a_finding_says_why_what_causes_it_and_what_it_rests_on(surrey: OpenPlan) -> None:
    outcome = rehearsed(surrey, close("Neglect Group", "2018-06-01"))
    finding = found(outcome, WITHOUT)["p4-4.6"]
    assert finding.subject == "4.6 (Priority 4)"
    assert finding.ids == ("p4-4.6",)
    assert finding.why == f"Nobody leads it once {GROUP} closes on 1 June 2018; the action is due on 30 June 2018."
    assert finding.change == outcome.changes[0]
    assert (finding.basis, finding.reason) == ("stated", None)
    assert finding.source == 'SSCB Business Plan 2018-2019, action plan, row 4.6 (Priority 4): "Neglect sub Group"'


def test_a_lead_that_is_inherited_stays_so(surrey: OpenPlan) -> None:
    finding = found(rehearsed(surrey, close("Neglect Group")), CLOSED)["p4-4.4"]
    assert finding.basis == "inherited"
    assert (finding.reason or "").startswith("A weaker reading: the cell is blank")


def test_who_still_leads_is_named(surrey: OpenPlan) -> None:
    assert found(rehearsed(surrey, close("Neglect Group", "2018-09")), CLOSED)["p3-3.3"].why == (
        f"{GROUP} closes in September 2018; the action is due on 30 September 2018, and nobody has taken over from it "
        "by then. It is still led by Policies and Procedures, Quality Assurance and Performance Group and Learning and "
        "Development Group."
    )


# -- when


@pytest.mark.parametrize(
    ("day", "without", "closed"),
    [
        (
            "2018-06-30",
            ["p4-4.6"],
            ["p3-3.1", "p3-3.3", "p4-4.3", "p4-4.4", "p4-4.8"],
        ),  # due on the day on which the group is gone
        ("2018-07-01", [], ["p3-3.3", "p4-4.3", "p4-4.4", "p4-4.8"]),
        ("2018-06", ["p4-4.6"], ["p3-3.1", "p3-3.3", "p4-4.3", "p4-4.4", "p4-4.8"]),
        ("2018-10", [], ["p4-4.3", "p4-4.4"]),
        ("2019-01-01", [], []),
        ("2018", ["p4-4.6"], ["p3-3.1", "p3-3.3", "p4-4.3", "p4-4.4", "p4-4.8"]),
    ],
)
def test_what_is_due_before_the_change_is_not_in_trouble(
    surrey: OpenPlan, day: str, without: list[str], closed: list[str]
) -> None:
    outcome = rehearsed(surrey, close("Neglect Group", day))
    assert list(found(outcome, WITHOUT)) == without
    assert list(found(outcome, CLOSED)) == closed


def test_an_action_without_a_date_is_never_known_to_be_done(seed_copy: SeedCopy) -> None:
    seed_copy.edit("actions.csv", "p4-4.6", due="")
    seed_copy.edit("actions.csv", "p3-3.1", due="")
    with seed_copy.open() as plan:
        outcome = rehearsed(plan, close("Neglect Group", "2030-01-01"))
        without, closed = found(outcome, WITHOUT), found(outcome, CLOSED)
    assert one(without).why == (
        f"Nobody leads it once {GROUP} closes on 1 January 2030; the action's timescale names no date."
    )
    assert one(closed).why.startswith(
        f"{GROUP} closes on 1 January 2030; the action's timescale names no date, and nobody takes over from it. It is "
    )


def test_of_two_dates_the_later_counts(surrey: OpenPlan) -> None:
    lead = "Domestic Abuse Management Board"
    assert list(found(rehearsed(surrey, close(lead, "2018-10-01")), WITHOUT)) == ["p4-4.5"]
    assert not found(rehearsed(surrey, close(lead, "2019-01-01")), WITHOUT)


def test_a_completed_action_needs_no_lead(surrey: OpenPlan, seed_copy: SeedCopy) -> None:
    assert list(found(rehearsed(surrey, close("SSCB QA Officer")), WITHOUT)) == ["p2-2.3a"]  # 2.3 is completed
    for action in ("p4-4.6", "p3-3.1"):
        cells = {"id": f"status-{action}", "row_id": action, "status": "Completed", "basis": "recorded"}
        seed_copy.add("statuses.csv", **cells, recorded_by="Minute 1", recorded_on="2018-05-01")
    with seed_copy.open() as plan:
        outcome = rehearsed(plan, close("Neglect Group"))
        assert not found(outcome, WITHOUT)
        assert "p3-3.1" not in found(outcome, CLOSED)


# -- several changes


def test_the_last_lead_that_closes_decides(surrey: OpenPlan) -> None:
    """2.11 & 3.2 of Priority 2 is due in September; its last lead closes after that."""
    early = [close("Learning and Development Group", "2018-05-01"), close("SSCB Training commissioners", "2018-06-01")]
    in_time = rehearsed(surrey, *early, close("QA&P", "2018-10-01"))
    assert "p2-2.11-3.2" not in found(in_time, WITHOUT)
    late = rehearsed(surrey, *early, close("QA&P", "2018-09-01"))
    finding = found(late, WITHOUT)["p2-2.11-3.2"]
    assert finding.change is None
    assert "closes on 1 May 2018" in finding.why
    assert "closes on 1 September 2018" in finding.why


def test_what_was_handed_over_is_led_until_its_new_lead_closes(surrey: OpenPlan) -> None:
    hand = handed("4.6", "QA&P", "2018-05-01")
    assert "p4-4.6" not in found(rehearsed(surrey, hand, close("QA&P", "2018-07-01")), WITHOUT)
    finding = found(rehearsed(surrey, hand, close("QA&P", "2018-06-15")), WITHOUT)["p4-4.6"]
    assert finding.change is not None
    assert finding.change.row == 3


def test_who_leads_until_the_day_still_leads_on_it(surrey: OpenPlan) -> None:
    early = ["Neglect Group", "Policies and Procedures", "QA&P"]
    rows = [close(body, "2018-09-01") for body in early]
    finding = found(rehearsed(surrey, *rows, close("Learning and Development Group", "2018-10-01")), CLOSED)["p3-3.3"]
    assert finding.severity is Weight.WARNING
    assert finding.why.endswith("It is still led by Learning and Development Group.")


def test_what_was_due_before_a_lead_began_is_not_its_loss(seed_copy: SeedCopy) -> None:
    cells = {"basis": "recorded", "recorded_by": "Minute 1", "recorded_on": "2018-07-01", "from": "2018-07-01"}
    seed_copy.edit("leads.csv", "lead-p3-3.1-neglect", **cells, written_in="", quote="")
    with seed_copy.open() as plan:
        assert "p3-3.1" not in found(rehearsed(plan, close("Neglect Group", "2018-08-01")), CLOSED)
        assert "p3-3.1" in found(rehearsed(plan, close("Neglect Group")), CLOSED)


def test_who_was_to_take_over_and_closed_before_that_never_leads(surrey: OpenPlan) -> None:
    outcome = rehearsed(surrey, handed("3.3", "CDOP", "2018-09-01"), close("CDOP", "2018-08-01"))
    assert "p3-3.3" in found(outcome, CLOSED)


# -- somebody takes over


def test_a_merger_moves_leads_and_leaves_none_behind(surrey: OpenPlan) -> None:
    outcome = rehearsed(surrey, {**FORUM, "effective": "2018-12-01"})
    assert not found(outcome, WITHOUT)
    assert not found(outcome, CLOSED)
    changed = found(outcome, CHANGED)
    assert list(changed) == ["p1-1.5", "p4-4.3", "p4-4.4"]
    assert {finding.severity for finding in changed.values()} == {Weight.NOTICE}
    assert changed["p1-1.5"].why == "Its lead goes from Education Sub Group to Schools Forum on 1 December 2018."
    both = "Its lead goes from Health Sub Group and Education Sub Group to Schools Forum on 1 December 2018."
    assert changed["p4-4.3"].why == both


def test_a_move_of_what_has_no_date_loses_nothing(seed_copy: SeedCopy) -> None:
    seed_copy.edit("actions.csv", "p1-1.5", due="")
    with seed_copy.open() as plan:
        outcome = rehearsed(plan, {**FORUM, "effective": "2018-12-01"})
        assert "p1-1.5" in found(outcome, CHANGED)
        assert not found(outcome, CLOSED)


def test_each_move_is_told_with_its_own_day(surrey: OpenPlan) -> None:
    outcome = rehearsed(surrey, {**FORUM, "effective": "2018-12-01"}, handed("4.3", "SCRG", "2018-11"))
    finding = found(outcome, CHANGED)["p4-4.3"]
    assert finding.change is None
    assert finding.why == (
        f"Its lead goes from {GROUP} to Strategic Case Review Group in November 2018 and from Health Sub Group and "
        "Education Sub Group to Schools Forum on 1 December 2018."
    )


def test_what_is_handed_on_goes_to_the_last(surrey: OpenPlan) -> None:
    outcome = rehearsed(
        surrey, handed("4.6", "SCRG"), {"change": "merge", "body": "SCRG", "into": "CDOP", "effective": "2018-05-01"}
    )
    why = f"Its lead goes from {GROUP} to Child Death Overview Panel on 1 May 2018."
    assert found(outcome, CHANGED)["p4-4.6"].why == why


def test_a_rename_and_a_move_change_no_lead(surrey: OpenPlan) -> None:
    outcome = rehearsed(
        surrey,
        {"change": "rename", "body": "Neglect Group", "name": "Neglect Panel"},
        {"change": "move", "body": "Neglect Panel", "other": "QA&P"},
    )
    assert not any(found(outcome, name) for name in (WITHOUT, CLOSED, CHANGED))


SPLIT = {"change": "split", "body": "Neglect Group", "into": "North Group; South Group", "effective": "2018-06-01"}


def test_a_split_without_a_hand_over_leaves_actions_behind(surrey: OpenPlan) -> None:
    assert list(found(rehearsed(surrey, SPLIT), WITHOUT)) == ["p4-4.6"]
    outcome = rehearsed(surrey, SPLIT, handed("4.6", "North Group", "2018-06-01"))
    assert not found(outcome, WITHOUT)
    assert list(found(outcome, CLOSED)) == ["p3-3.1", "p3-3.3", "p4-4.3", "p4-4.4", "p4-4.8"]
    assert found(outcome, CHANGED)["p4-4.6"].why.endswith("to North Group on 1 June 2018.")


def test_who_takes_over_too_late_does_not_lead_on_the_day(surrey: OpenPlan) -> None:
    outcome = rehearsed(surrey, SPLIT, handed("4.6; 3.1", "North Group", "2018-08-01"))
    assert not found(outcome, WITHOUT)
    closed = found(outcome, CLOSED)
    assert closed["p4-4.6"].severity is Weight.SERIOUS
    assert closed["p4-4.6"].why.endswith("Nobody leads it on 30 June 2018; it is led by North Group only after that.")
    assert closed["p3-3.1"].severity is Weight.WARNING
    in_time = rehearsed(surrey, SPLIT, handed("4.6; 3.1", "North Group", "2018-06-30"))
    assert not {"p4-4.6", "p3-3.1"} & found(in_time, CLOSED).keys()
