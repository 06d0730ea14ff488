"""What a rehearsal finds against reviews that the plan sets, and against what it decides or proposes."""

from __future__ import annotations

import pytest

from sscb_graph.plan import OpenPlan
from sscb_graph.rehearsal.finding import Weight
from tests.conftest import SeedCopy
from tests.rehearsal.rehearsing import close, found, rehearsed

REVIEW, DECISION = "review-pre-empted", "decision-contradicted"
NEGLECT = "Neglect Task and Finish Group"


@pytest.mark.parametrize(
    ("day", "severity", "words"),
    [
        ("2019-02-28", Weight.WARNING, "closes on 28 February 2019, before that review."),
        ("2019-03", Weight.WARNING, "closes in March 2019, perhaps before that review."),
        ("2019-03-31", Weight.WARNING, "closes on 31 March 2019, perhaps before that review."),
        ("2019", Weight.WARNING, "closes in 2019, perhaps before that review."),
        ("", Weight.WARNING, "closes: nothing says that the review comes first."),
        (
            "2019-04-01",
            Weight.NOTICE,
            "closes on 1 April 2019, after that: what the review finds must be known.",
        ),
    ],
)
def test_a_review_with_a_date_comes_first(surrey: OpenPlan, day: str, severity: Weight, words: str) -> None:
    outcome = rehearsed(surrey, close("Neglect Group", day))
    [finding] = found(outcome, REVIEW).values()
    assert (finding.subject, finding.severity) == (NEGLECT, severity)
    assert finding.why == f"It is to be reviewed in March 2019, and {NEGLECT} {words}"
    assert finding.change == outcome.changes[0]
    assert finding.basis == "stated"
    assert "its continuation will be reviewed in March 2019" in finding.source


def test_a_review_without_a_date_may_still_come(surrey: OpenPlan) -> None:
    rows = [{"change": "merge", "body": "Area Sub Groups", "into": "Practice Forum", "effective": "2019-06"}]
    finding = found(rehearsed(surrey, *rows), REVIEW)["Area Sub Groups"]
    assert finding.severity is Weight.WARNING
    assert finding.why.startswith("It is under review, without a date for that, and ")
    assert finding.why.endswith("in June 2019: nothing says that the review comes first.")
    online = found(rehearsed(surrey, close("Online Safety Group", "2019-06")), REVIEW)["Online Safety Group"]
    assert online.basis == "inferred"


def test_no_review_is_pre_empted_where_none_is_set_or_the_body_goes_on(surrey: OpenPlan) -> None:
    assert not found(rehearsed(surrey, close("SEAMMB")), REVIEW)
    onto = {"change": "merge", "body": "Health Sub Group", "into": "Neglect Group"}
    assert not found(rehearsed(surrey, onto, {"change": "rename", "body": "L&D", "name": "Learning"}), REVIEW)


def test_a_split_pre_empts_a_review(surrey: OpenPlan) -> None:
    split = {"change": "split", "body": "L&D", "into": "L&D; Training Group"}
    assert list(found(rehearsed(surrey, split), REVIEW)) == ["Learning and Development Group"]


def test_what_the_plan_goes_on_with_is_contradicted_in_its_words(surrey: OpenPlan) -> None:
    merge = {
        "change": "merge",
        "body": "Health Sub Group; Education Sub Group",
        "into": "One Group",
        "kind": "subgroup",
    }
    outcome = rehearsed(surrey, merge)
    against = found(outcome, DECISION)
    assert list(against) == ["Health Sub Group", "Education Sub Group"]
    finding = against["Health Sub Group"]
    assert finding.severity is Weight.WARNING
    assert finding.why == (
        "By the plan it is proposed to continue, by whom is not said, until local Safeguarding Partnership "
        "arrangements are agreed under the new guidance; against that, Health Sub Group and Education Sub Group "
        "become part of One Group."
    )
    assert finding.change == outcome.changes[0]


def test_new_and_continuing_bodies_are_contradicted(surrey: OpenPlan) -> None:
    against = found(rehearsed(surrey, close("Early Help T&F"), close("CDOP"), close("Business Group")), DECISION)
    assert [finding.ids for finding in against.values()] == [("business-group",), ("cdop",), ("early-help",)]
    assert [finding.basis for finding in against.values()] == ["inferred", "stated", "stated"]


def test_what_is_under_review_or_undecided_or_goes_on_is_not_contradicted(surrey: OpenPlan) -> None:
    rows = [close("L&D"), close("DAMB"), {"change": "rename", "body": "CDOP", "name": "Child Deaths"}]
    assert not found(rehearsed(surrey, *rows), DECISION)


@pytest.mark.parametrize(("by", "said"), [("the chair", True), ("The Executive", False), ("", False)])
def test_who_proposed_it_may_decide_otherwise_but_it_is_said(surrey: OpenPlan, by: str, said: bool) -> None:
    [finding] = found(rehearsed(surrey, {**close("Neglect Group"), "decided_by": by}), DECISION).values()
    assert finding.why.endswith("the chair proposed the one and decides the other.") is said
    assert ("proposed the one" in finding.why) is said
    assert "proposed to continue, by The Chair, review in March 2019; against that, " in finding.why


def test_what_was_proposed_once_and_has_ended_is_not_contradicted(seed_copy: SeedCopy) -> None:
    seed_copy.edit("decisions.csv", "proposal-on-neglect", until="2018-12")
    with seed_copy.open() as plan:
        assert not found(rehearsed(plan, close("Neglect Group")), DECISION)


def test_a_review_that_only_a_proposal_dates_comes_first_too(seed_copy: SeedCopy) -> None:
    seed_copy.edit("decisions.csv", "decision-on-neglect", until="2018-12")
    with seed_copy.open() as plan:
        [finding] = found(rehearsed(plan, close("Neglect Group", "2019-01-31")), REVIEW).values()
    assert finding.why.startswith("It is to be reviewed in March 2019, and ")
