"""What a rehearsal finds of functions and memberships."""

from __future__ import annotations

from sscb_graph.plan import OpenPlan
from sscb_graph.rehearsal.finding import Weight
from tests.conftest import SeedCopy
from tests.rehearsal.rehearsing import close, found, rehearsed

FUNCTION, MEMBERSHIP = "function-without-home", "membership-without-home"
MEASURES = "measures progress against the Business Plan and the work of other sub groups"


def test_functions_of_a_body_that_closes_have_no_home(surrey: OpenPlan) -> None:
    homeless = found(rehearsed(surrey, close("QA&P", "2019-03-31")), FUNCTION)
    assert len(homeless) == 4
    finding = homeless[MEASURES]
    assert finding.severity is Weight.WARNING
    who = "Quality Assurance and Performance Group"
    assert finding.why == f"It is a function of {who}, and of nobody once {who} closes on 31 March 2019."
    assert f'"{MEASURES}"' in finding.source


def test_functions_of_a_statutory_group_are_serious(surrey: OpenPlan) -> None:
    [finding] = found(rehearsed(surrey, close("CDOP")), FUNCTION).values()
    assert finding.severity is Weight.SERIOUS
    assert finding.why.startswith("It is a function of Child Death Overview Panel (a statutory group), and of nobody")


def test_functions_that_go_elsewhere_have_a_home(surrey: OpenPlan) -> None:
    hand = {"change": "hand over", "body": "QA&P", "into": "Business Group", "functions": MEASURES}
    homeless = found(rehearsed(surrey, hand, close("QA&P")), FUNCTION)
    assert len(homeless) == 3
    assert MEASURES not in homeless
    assert not found(rehearsed(surrey, {"change": "merge", "body": "QA&P", "into": "Business Group"}), FUNCTION)


def test_a_function_that_another_body_has_too_keeps_a_home(seed_copy: SeedCopy) -> None:
    [function] = [row for row in seed_copy.rows("functions.csv") if row["text"].startswith(MEASURES)]
    support = {"basis": "recorded", "recorded_by": "Minute 1", "recorded_on": "2018-05-01"}
    seed_copy.add("function_homes.csv", id="home-1", function=function["id"], body="business-group", **support)
    with seed_copy.open() as plan:
        assert MEASURES not in found(rehearsed(plan, close("QA&P")), FUNCTION)


def test_a_function_of_two_bodies_that_close_is_found_once(seed_copy: SeedCopy) -> None:
    [function] = [row for row in seed_copy.rows("functions.csv") if row["text"].startswith(MEASURES)]
    support = {"basis": "recorded", "recorded_by": "Minute 1", "recorded_on": "2018-05-01"}
    seed_copy.add("function_homes.csv", id="home-1", function=function["id"], body="scrg", **support)
    with seed_copy.open() as plan:
        finding = found(rehearsed(plan, close("QA&P"), close("SCRG")), FUNCTION)[MEASURES]
    assert finding.severity is Weight.SERIOUS
    assert finding.ids == (function["id"], "scrg", "qap")
    assert finding.basis == "recorded"


def test_who_sat_on_a_body_that_closes_sits_nowhere(surrey: OpenPlan) -> None:
    """To belong to all partners, or to be wished for on a body that is only proposed, is no seat."""
    homeless = found(rehearsed(surrey, close("Executive", "2019-04")), MEMBERSHIP)
    assert list(homeless) == ["Children's Social Care", "Police", "Health", "Education"]
    assert homeless["Police"].why == (
        "Its seat on Executive ends once Executive closes in April 2019, and it has no other then."
    )
    assert homeless["Police"].severity is Weight.WARNING


def test_who_has_another_seat_in_the_end_is_not_found(surrey: OpenPlan) -> None:
    joins = {"change": "join", "body": "Police", "other": "Business Group"}
    homeless = found(rehearsed(surrey, joins, close("Executive")), MEMBERSHIP)
    assert list(homeless) == ["Children's Social Care", "Health", "Education"]
    assert not found(rehearsed(surrey, {"change": "merge", "body": "Executive", "into": "Business Group"}), MEMBERSHIP)


def test_who_loses_two_seats_is_found_once(surrey: OpenPlan) -> None:
    joins = {"change": "join", "body": "Police", "other": "Business Group"}
    outcome = rehearsed(surrey, joins, close("Executive"), close("Business Group"))
    assert "Police" in found(outcome, MEMBERSHIP)


def test_what_is_passed_on_ends_with_the_last_who_had_it(surrey: OpenPlan) -> None:
    merger = {"change": "merge", "body": "Executive", "into": "Online Safety Group", "effective": "2018-05-01"}
    outcome = rehearsed(surrey, merger, close("Online Safety Group", "2019-05-01"))
    seat = found(outcome, MEMBERSHIP)["Police"]
    assert seat.why == (
        "Its seat on Executive ends once Online Safety Group closes on 1 May 2019, and it has no other then."
    )
    assert seat.change == outcome.changes[1]
    assert {finding.change for finding in found(outcome, FUNCTION).values()} == {outcome.changes[1]}


def test_seats_on_two_bodies_are_told_together(seed_copy: SeedCopy) -> None:
    cells = {"body": "police", "relation": "member of", "other": "business-group", "basis": "recorded"}
    seed_copy.add("relations.csv", id="police-joins", **cells, recorded_by="Minute 1", recorded_on="2018-05-01")
    with seed_copy.open() as plan:
        finding = found(rehearsed(plan, close("Executive"), close("Business Group")), MEMBERSHIP)["Police"]
        assert "Police" not in found(rehearsed(plan, close("Executive")), MEMBERSHIP)
    assert finding.why == (
        "Its seats on Executive and Business Group end once Executive closes and Business Group closes, and it has no "
        "other then."
    )
    assert finding.change is None
    assert finding.basis == "recorded"
