"""What a rehearsal finds of the independence of those who scrutinise."""

from __future__ import annotations

from sscb_graph.plan import OpenPlan
from sscb_graph.rehearsal.finding import Weight
from tests.conftest import SeedCopy
from tests.rehearsal.rehearsing import close, found, rehearsed

RULE = "scrutiny-not-independent"
QAP, NEGLECT = "Quality Assurance and Performance Group", "Neglect Task and Finish Group"


def row(change: str, body: str, **cells: str) -> dict[str, str]:
    return {"change": change, "body": body, **cells}


def test_who_challenges_a_group_must_not_come_to_report_to_it(surrey: OpenPlan) -> None:
    outcome = rehearsed(surrey, row("move", "Business Group", other="Neglect Group", effective="2019-01"))
    [finding] = found(outcome, RULE).values()
    assert (finding.subject, finding.severity) == ("Business Group", Weight.SERIOUS)
    assert finding.ids == ("business-group", "neglect")
    assert finding.why.startswith(f"It challenges {NEGLECT}; once Business Group reports to {NEGLECT}")
    assert finding.why.endswith(f"in January 2019, it reports to {NEGLECT}.")
    assert finding.change == outcome.changes[0]
    assert finding.basis == "inferred"
    assert finding.reason == "The sentence names the other sub groups together; this is read as one of them."
    assert "provide challenge and scrutiny" in finding.source


def test_who_is_scrutinised_may_report_to_who_does_it(surrey: OpenPlan) -> None:
    assert not found(rehearsed(surrey, row("move", "SCRG", other="Business Group")), RULE)
    assert not found(rehearsed(surrey, row("add line", "Business Group", other="Executive", kind="chairs")), RULE)


def test_one_of_several_that_are_scrutinised_under_one_name(surrey: OpenPlan, seed_copy: SeedCopy) -> None:
    [finding] = found(rehearsed(surrey, row("move", "QA&P", other="Police")), RULE).values()
    assert finding.why.startswith("It challenges Police (as one of All partners); once ")
    member = {"body": "business-group", "relation": "member of", "other": "sub-groups"}
    seed_copy.add("relations.csv", id="line-1", **member, basis="assumed", reason="It is a sub group.")
    with seed_copy.open() as plan:
        [finding] = found(rehearsed(plan, row("move", "QA&P", other="Business Group")), RULE).values()
    assert finding.ids == ("qap", "business-group")
    assert finding.why.startswith("It measures Business Group (as one of Sub groups of the Board); once ")
    assert (finding.basis, finding.reason) == ("assumed", "It is a sub group.")


def test_who_challenges_must_not_take_over_the_work_nor_share_it(surrey: OpenPlan) -> None:
    alone = rehearsed(surrey, row("hand over", "Neglect Group", into="Business Group", actions="4.6"))
    [finding] = found(alone, RULE).values()
    assert finding.why.endswith(f"it takes over action 4.6 of {NEGLECT}.")
    shared = rehearsed(surrey, row("hand over", "DAMB", into="Business Group", actions="3.1"))
    [finding] = found(shared, RULE).values()
    assert finding.ids == ("business-group", "scrg", "neglect", "seammb")
    assert finding.why.endswith("it leads action 3.1 jointly with all of them.")
    assert not found(rehearsed(surrey, row("hand over", "Neglect Group", into="Executive", actions="4.6")), RULE)


def test_who_challenges_must_not_come_to_chair(surrey: OpenPlan) -> None:
    outcome = rehearsed(surrey, row("add line", "Business Group", other="QA&P", kind="chairs"))
    [finding] = found(outcome, RULE).values()
    assert finding.why.endswith(f"it chairs {QAP}.")


def test_new_scrutiny_of_whom_a_body_reports_to_is_found(surrey: OpenPlan) -> None:
    outcome = rehearsed(surrey, row("add line", "L&D", other="Business Group", kind="challenges"))
    [finding] = found(outcome, RULE).values()
    assert finding.why.endswith("it reports to Business Group.")
    assert finding.change == outcome.changes[0]


def test_what_was_so_before_or_came_with_a_merger_is_no_finding(surrey: OpenPlan) -> None:
    assert not found(rehearsed(surrey, close("Online Safety Group")), RULE)
    into_new = row("merge", "Business Group", into="Plan Group", kind="subgroup")
    # The Business Group reports to the Board that it challenges, and so does what takes its place.
    assert not found(rehearsed(surrey, into_new), RULE)


def test_who_directs_a_group_may_work_with_it(surrey: OpenPlan) -> None:
    outcome = rehearsed(surrey, row("hand over", "QA&P", into="SCRG", actions="2.6"))
    assert not found(outcome, RULE)  # the Board oversees the group, and leads 2.6 with it then
