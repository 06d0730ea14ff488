"""What a rehearsal finds of lines to the Board, of circles and of statutory groups."""

from __future__ import annotations

from sscb_graph.graph.rules import without_line_to_board
from sscb_graph.plan import OpenPlan
from sscb_graph.rehearsal.finding import Weight
from tests.conftest import SeedCopy
from tests.rehearsal.rehearsing import close, found, rehearsed

ROUTE, CIRCLE = "body-without-route", "reporting-cycle"
REMOVED, WITHOUT_LINE = "statutory-group-removed", "statutory-group-without-line"
BOARD, CDOP, SCRG = "Surrey Safeguarding Children Board", "Child Death Overview Panel", "Strategic Case Review Group"
NEGLECT = "Neglect Task and Finish Group"


def row(change: str, body: str, **cells: str) -> dict[str, str]:
    return {"change": change, "body": body, **cells}


def test_whoever_reports_by_way_of_a_group_that_closes_has_no_route(surrey: OpenPlan) -> None:
    outcome = rehearsed(surrey, close("Business Group", "2019-03-31"))
    lost = found(outcome, ROUTE)
    before = without_line_to_board(outcome.before)
    assert list(lost) == [body.name for body in without_line_to_board(outcome.after) if body not in before]
    assert len(lost) == 9
    finding = lost[NEGLECT]
    assert finding.severity is Weight.SERIOUS
    once = "once Business Group closes on 31 March 2019; until then it reports by way of Business Group"
    assert finding.why == f"No reporting line leads from it to {BOARD} {once}."
    assert finding.change == outcome.changes[0]
    assert (finding.basis, finding.ids) == ("inferred", ("neglect",))
    assert finding.reason
    assert finding.reason.startswith("The structure picture is missing")
    assert '"Business Group"' in finding.source


def test_who_gets_another_line_keeps_a_route(surrey: OpenPlan) -> None:
    moved = found(rehearsed(surrey, row("move", "Neglect Group", other="QA&P"), close("Business Group")), ROUTE)
    assert len(moved) == 8
    assert NEGLECT not in moved
    assert not found(rehearsed(surrey, row("merge", "Business Group", into="QA&P")), ROUTE)


def test_a_body_without_a_route_before_is_no_finding(surrey: OpenPlan) -> None:
    assert not found(rehearsed(surrey, row("rename", "DAMB", name="Abuse Board"), close("Executive")), ROUTE)


def test_a_new_body_and_whoever_gets_work_need_a_route(surrey: OpenPlan) -> None:
    forum = row("create", "Forum", kind="subgroup")
    finding = found(rehearsed(surrey, forum), ROUTE)["Forum"]
    assert finding.why == f"No reporting line leads from it to {BOARD}, and it is new."
    assert (finding.basis, finding.reason) == ("assumed", "Proposed, row 2 of proposal.csv: Forum begins.")
    assert not found(rehearsed(surrey, {**forum, "other": "SSCB"}), ROUTE)
    outcome = rehearsed(surrey, row("hand over", "Neglect Group", into="Police", actions="4.6"))
    police = found(outcome, ROUTE)["Police"]
    assert police.why == f"No reporting line leads from it to {BOARD}, and it leads 1 action."
    assert police.change == outcome.changes[0]


def test_a_circle_is_named_once_with_all_its_bodies(surrey: OpenPlan) -> None:
    outcome = rehearsed(surrey, row("move", "Business Group", other="Neglect Group", effective="2019-01"))
    [finding] = found(outcome, CIRCLE).values()
    assert finding.subject == f"Business Group and {NEGLECT}"
    assert finding.ids == ("business-group", "neglect")
    assert finding.severity is Weight.SERIOUS
    assert finding.change == outcome.changes[0]
    assert finding.basis == "inferred"
    assert "report to each other in a circle once Business Group reports to" in finding.why
    assert finding.why.endswith("in January 2019.")
    assert not found(rehearsed(surrey, row("move", "Neglect Group", other="QA&P")), CIRCLE)


def test_a_circle_that_was_there_before_is_no_finding(seed_copy: SeedCopy) -> None:
    line = {"relation": "reports to", "basis": "assumed", "reason": "Tried."}
    seed_copy.add("relations.csv", id="line-1", body="damb", other="executive", **line)
    seed_copy.add("relations.csv", id="line-2", body="executive", other="damb", **line)
    with seed_copy.open() as plan:
        assert not found(rehearsed(plan, close("Neglect Group")), CIRCLE)
        larger = found(
            rehearsed(plan, row("add line", "Executive", other="QA&P"), row("move", "QA&P", other="DAMB")), CIRCLE
        )
        assert [set(finding.ids) for finding in larger.values()] == [{"damb", "executive", "qap"}]


def test_a_statutory_group_that_closes_is_removed(surrey: OpenPlan) -> None:
    outcome = rehearsed(surrey, close("SCRG", "2019-04-01"))
    [finding] = found(outcome, REMOVED).values()
    assert (finding.subject, finding.severity, finding.basis) == (SCRG, Weight.SERIOUS, "stated")
    assert finding.change == outcome.changes[0]
    assert finding.why == (
        f"The plan calls it a statutory group; {SCRG} closes on 1 April 2019, and no statutory group takes its place."
    )
    assert "CDOP and SCRG will remain in the proposed structure as the Statutory Sub Groups" in finding.source
    assert not found(rehearsed(surrey, close("QA&P")), REMOVED)


def test_a_statutory_group_goes_on_in_a_statutory_group_only(surrey: OpenPlan) -> None:
    [finding] = found(rehearsed(surrey, row("merge", "SCRG", into="QA&P")), REMOVED).values()
    assert "what is in its place, Quality Assurance and Performance Group, is no statutory group." in finding.why
    assert not found(rehearsed(surrey, row("merge", "SCRG", into="CDOP")), REMOVED)
    merge = row("merge", "SCRG; CDOP", into="Review Panel", kind="panel")
    assert list(found(rehearsed(surrey, merge), REMOVED)) == [CDOP, SCRG]
    assert not found(rehearsed(surrey, merge, row("statutory", "Review Panel")), REMOVED)
    away = rehearsed(surrey, merge, row("statutory", "Review Panel"), row("merge", "Review Panel", into="QA&P"))
    assert list(found(away, REMOVED)) == [CDOP, SCRG]


def test_a_statutory_group_that_is_split_needs_a_statutory_part(surrey: OpenPlan) -> None:
    split = row("split", "CDOP", into="East Panel; West Panel")
    [finding] = found(rehearsed(surrey, split), REMOVED).values()
    assert "what is in its place, East Panel and West Panel, are no statutory groups." in finding.why
    assert not found(rehearsed(surrey, split, row("statutory", "East Panel")), REMOVED)


def test_a_group_that_is_made_not_statutory_is_removed(surrey: OpenPlan) -> None:
    outcome = rehearsed(surrey, row("not statutory", "CDOP"))
    [finding] = found(outcome, REMOVED).values()
    assert finding.why == f"The plan calls it a statutory group; {CDOP} is no statutory group any more."
    assert finding.change == outcome.changes[0]


def test_what_a_record_makes_statutory_is_not_said_to_be_called_so_by_the_plan(seed_copy: SeedCopy) -> None:
    seed_copy.edit("bodies.csv", "qap", statutory="yes")
    with seed_copy.open() as plan:
        [finding] = found(rehearsed(plan, close("QA&P")), REMOVED).values()
    assert finding.basis == "recorded"
    assert finding.why.startswith("It is a statutory group (recorded); ")


def test_a_statutory_group_needs_a_line(surrey: OpenPlan) -> None:
    outcome = rehearsed(surrey, row("end line", "CDOP", other="SSCB"))
    [finding] = found(outcome, WITHOUT_LINE).values()
    assert (finding.subject, finding.severity) == (CDOP, Weight.SERIOUS)
    assert finding.basis == "inferred"  # its line to the Board is
    assert finding.reason
    assert finding.reason.startswith("The structure picture is missing")
    assert "Statutory Sub Groups of the Board" in finding.source
    assert finding.change == outcome.changes[0]
    assert not found(rehearsed(surrey, close("CDOP")), WITHOUT_LINE)
    assert not found(rehearsed(surrey, row("end line", "QA&P", other="SSCB")), WITHOUT_LINE)


def test_a_statutory_group_that_had_no_line_is_no_finding(surrey: OpenPlan) -> None:
    assert not found(rehearsed(surrey, row("statutory", "DAMB")), WITHOUT_LINE)


def test_the_cut_nearest_to_a_body_is_what_causes_it(surrey: OpenPlan) -> None:
    own = row("end line", "Neglect Group", other="Business Group")
    outcome = rehearsed(surrey, own, close("Business Group"))
    lost = found(outcome, ROUTE)
    assert lost[NEGLECT].change == outcome.changes[0]
    assert lost["Health Sub Group"].change == outcome.changes[1]
