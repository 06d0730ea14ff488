"""A plan that is split into areas: what goes to which, what is found in each, and a ledger over all of them."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from sscb_graph.graph.nodes import Body, Function
from sscb_graph.graph.rules import stands
from sscb_graph.plan import OpenPlan
from sscb_graph.questions.answer import Origin
from sscb_graph.rehearsal.answers import rehearsal_of
from sscb_graph.rehearsal.areas import Area, areas_of
from sscb_graph.rehearsal.graph_reading import GraphReading
from tests.conftest import SeedCopy, run_sscb
from tests.rehearsal.conftest import Write, faults
from tests.rehearsal.rehearsing import rehearsed as outcome_of
from tests.rehearsal.rehearsing import rehearsed_on

Rehearsed = Callable[..., dict[str, Any]]
EAST, WEST = "East Surrey", "West Surrey"
BOTH = f"{EAST}; {WEST}"


def split(**cells: str) -> dict[str, str]:
    """A row that splits the plan; the names of areas alone, unless it says more."""
    return {"change": "split plan", "into": BOTH, **cells}


def found_in(rehearsed: Mapping[str, Any], area: str) -> dict[str, set[str]]:
    """What is found in an area: the subjects by the name of the rule."""
    [own] = [each for each in rehearsed["areas"] if each["name"] == area]
    subjects: dict[str, set[str]] = {}
    for finding in own["findings"]:
        subjects.setdefault(finding["finding"], set()).add(finding["subject"])
    return subjects


def shares(rehearsed: Mapping[str, Any], kind: str) -> dict[str, tuple[str, list[str]]]:
    """What becomes of the items of a kind, and where they go."""
    rows = [row for row in rehearsed["ledger"] if row["kind"] == kind]
    return {row["item"].split(" (")[0]: (row["outcome"], row["to"]) for row in rows}


# -- what goes where


def test_a_plan_that_is_only_split_is_in_both_areas_as_it_was(rehearsed: Rehearsed) -> None:
    found = rehearsed(split())
    assert found["headline"] == "The plan is split into East Surrey and West Surrey. Nothing serious is found."
    assert [area["name"] for area in found["areas"]] == [EAST, WEST]
    titles = [f"Business Plan March 2018 to September 2019, {area}" for area in (EAST, WEST)]
    assert [area["title"] for area in found["areas"]] == titles
    assert [area["plan"] for area in found["areas"]] == ["surrey-2018-east-surrey", "surrey-2018-west-surrey"]
    assert all(area["figures"] == found["before"] and not area["findings"] for area in found["areas"])
    assert {(row["outcome"], *row["to"]) for row in found["ledger"]} == {("stays", EAST, WEST)}
    assert Counter(row["kind"] for row in found["ledger"]) == {"body": 56, "action": 37, "function": 42}
    board = "it is its counterpart of Surrey Safeguarding Children Board."
    assert f"No row says what is at the top of East Surrey: {board}" in found["notes"]
    assert {area["top"] for area in found["areas"]} == {"Surrey Safeguarding Children Board"}


def test_a_body_that_goes_to_one_area_leaves_its_work_in_the_other_without_a_home(rehearsed: Rehearsed) -> None:
    found = rehearsed(split(), split(body="CDOP; Business Group", into=EAST))
    east, west = (each["figures"] for each in found["areas"])
    assert (east["bodies"], west["bodies"]) == (found["before"]["bodies"], found["before"]["bodies"] - 2)
    assert not found_in(found, EAST)
    told = found_in(found, WEST)
    assert told["statutory-group-removed"] == {"Child Death Overview Panel"}
    assert "Neglect Task and Finish Group" in told["body-without-route"]
    assert {subject.split()[0] for subject in told["action-without-lead"]} == {"3.4"}
    assert "decision-contradicted" not in told, "the group goes on in the east"
    bodies = shares(found, "body")
    assert bodies["Child Death Overview Panel"] == ("moved", [EAST])
    assert bodies["Neglect Task and Finish Group"] == ("no home", [EAST])
    assert shares(found, "action")["3.4"] == ("no home", [EAST])
    assert {row["outcome"] for row in found["ledger"] if row["from"] == "Child Death Overview Panel"} == {"no home"}
    [row] = [row for row in found["findings"] if row["finding"] == "statutory-group-removed"]
    assert row["subject"] == "Child Death Overview Panel (West Surrey)"
    assert "Child Death Overview Panel and Business Group go to East Surrey (row 3 of" in row["change"]


def test_an_action_that_is_due_before_the_split_is_not_in_trouble(rehearsed: Rehearsed) -> None:
    found = rehearsed(split(effective="2027-04"), split(body="Business Group", into=EAST))
    assert "action-without-lead" not in found_in(found, WEST)
    assert shares(found, "action")["3.4"] == ("stays", [EAST, WEST])
    assert {row["effective"] for row in found["ledger"]} == {"2027-04"}, "the day of the split, if a row gives none"


def test_work_goes_where_rows_say(rehearsed: Rehearsed) -> None:
    found = rehearsed(
        split(),
        split(body="CDOP; Business Group", into=EAST),
        split(actions="3.4", functions="function-cdop-fulfilling-their-roles-and-responsibilities", into=EAST),
    )
    assert shares(found, "action")["3.4"] == ("moved", [EAST])
    assert "action-without-lead" not in found_in(found, WEST)
    [cdop] = [row for row in found["ledger"] if row["from"] == "Child Death Overview Panel"]
    assert (cdop["outcome"], cdop["to"]) == ("moved", [EAST])
    assert [area["figures"]["actions"] for area in found["areas"]] == [37, 36]
    assert any("Rows that name no body: action 3.4 and 1 function go to East Surrey" in note for note in found["notes"])


def test_a_joint_lead_that_the_other_area_has_is_missed(rehearsed: Rehearsed) -> None:
    found = rehearsed(split(), split(body="L&D", into=EAST))
    assert any(subject.startswith("2.5 ") for subject in found_in(found, WEST)["lead-closed-before-due"])


def test_what_goes_to_no_area_ends_for_the_plan_as_a_whole(rehearsed: Rehearsed) -> None:
    found = rehearsed(split(), split(body="Online Safety", into="none"), split(actions="4.6; 2.3", into="NONE"))
    assert found["after"]["bodies"] == found["before"]["bodies"] - 1
    assert found["counts"]["closed"] == 1
    assert shares(found, "body")["Online Safety Group"] == ("ended", [])
    assert shares(found, "action")["4.6"] == ("ended", [])
    assert {figure["figures"]["actions"] for figure in found["areas"]} == {35}
    whole = {(row["finding"], row["subject"].split(" (")[0]) for row in found["findings"]}
    assert ("decision-contradicted", "Online Safety Group") in whole
    assert ("action-without-lead", "4.6") in whole
    assert ("action-without-lead", "2.3") not in whole, "it is completed"
    assert not any(found_in(found, area) for area in (EAST, WEST)), "what is true of the whole is told once"
    [line] = [row for row in found["changes"] if row["body"] == "Online Safety Group"]
    assert (line["sign"], line["what"]) == ("-", ["goes to no area"])


def test_what_goes_to_every_area_is_looked_at_and_unchanged(rehearsed: Rehearsed) -> None:
    found = rehearsed(split(), split(body="SCRG"))
    [line] = found["changes"]
    assert (line["sign"], line["what"]) == ("=", ["goes to East Surrey and West Surrey"])
    assert (found["counts"]["unchanged"], found["counts"]["changed"]) == (1, 0)
    assert found["counts"]["to_be_reviewed"] == found["before"]["bodies"] - 1


def test_more_than_two_areas(rehearsed: Rehearsed) -> None:
    found = rehearsed(split(into="North; Middle; South"), split(body="SCRG", into="south; north"))
    assert shares(found, "body")["Strategic Case Review Group"] == ("moved", ["North", "South"])
    assert set(found_in(found, "Middle")) >= {"statutory-group-removed", "function-without-home"}
    assert not found_in(found, "North")


def test_what_only_a_body_of_the_other_area_meets_is_met_no_more(rehearsed: Rehearsed, seed_copy: SeedCopy) -> None:
    duty = run_sscb("requirements", "--format", "json").rows[0]["requirement_id"]
    minute = {"basis": "recorded", "recorded_by": "Minute 7", "recorded_on": "2019-01-15"}
    seed_copy.add("requirements_met.csv", id="met", requirement=duty, body="cdop", met="yes", how="It does.", **minute)
    rows = split(), split(body="CDOP", into=EAST)
    found = rehearsed(*rows, options=("--seed", str(seed_copy.folder)))
    assert "requirement-unmet" in found_in(found, WEST)
    assert "requirement-unmet" not in found_in(found, EAST)


# -- the top


def test_the_board_has_a_name_of_its_own_in_an_area(rehearsed: Rehearsed) -> None:
    found = rehearsed(split(), split(into=EAST, name="East Partnership"), split(body="Business Group", into=WEST))
    assert [area["top"] for area in found["areas"]] == ["East Partnership", "Surrey Safeguarding Children Board"]
    lost = [row for row in found["areas"][0]["findings"] if row["finding"] == "body-without-route"]
    assert lost
    assert all(row["why"].startswith("No reporting line leads from it to East Partnership once") for row in lost)
    assert not any("top of East Surrey" in note for note in found["notes"])


def test_the_name_is_that_of_whatever_is_the_board_in_the_end(rehearsed: Rehearsed) -> None:
    merger = {"change": "merge", "body": "SSCB", "into": "Executive"}
    found = rehearsed(split(), split(into=EAST, name="East Partnership"), merger)
    assert [area["top"] for area in found["areas"]] == ["East Partnership", "Executive"]
    assert [area["figures"]["bodies"] for area in found["areas"]] == [found["after"]["bodies"]] * 2
    assert not any(found_in(found, area) for area in (EAST, WEST))


def test_another_body_at_the_top_takes_the_boards_place_there(rehearsed: Rehearsed) -> None:
    begun = {"change": "create", "body": "Eastern Partners", "kind": "board"}
    found = rehearsed(begun, split(), split(into=EAST, other="Eastern Partners"))
    east, west = found["areas"]
    assert (east["top"], west["top"]) == ("Eastern Partners", "Surrey Safeguarding Children Board")
    assert east["figures"] == found["before"] | {"widest": east["figures"]["widest"], "load": east["figures"]["load"]}
    assert west["figures"] == found["before"], "the new body is at the top of the east, and only there"
    assert set(found_in(found, EAST)) == {"action-lead-changed"}
    assert shares(found, "body")["Surrey Safeguarding Children Board"] == ("moved", [WEST])


def test_the_board_at_the_top_of_an_area_goes_to_the_other_too(rehearsed: Rehearsed) -> None:
    found = rehearsed(split(), split(into=EAST, other="SSCB"))
    assert [area["figures"] for area in found["areas"]] == [found["before"]] * 2
    assert not any(found_in(found, area) for area in (EAST, WEST))


def test_an_area_without_a_top_is_told(rehearsed: Rehearsed) -> None:
    found = rehearsed(split(), split(body="SSCB", into=EAST))
    assert [area["top"] for area in found["areas"]] == ["Surrey Safeguarding Children Board", None]
    assert any(note.startswith("Nothing is at the top of West Surrey: add a row") for note in found["notes"])
    assert "Business Group" in found_in(found, WEST)["body-without-route"]


def test_a_body_at_the_top_beside_the_board_has_nobody_below_it(rehearsed: Rehearsed) -> None:
    found = rehearsed(split(), split(into=EAST, other="Executive"), split(body="SSCB"))
    assert "Business Group" in found_in(found, EAST)["body-without-route"]
    assert "body-without-route" not in found_in(found, WEST)


# -- faults


@pytest.mark.parametrize(
    ("rows", "column", "words"),
    [
        ([split(into=EAST)], "into", "at least two areas with different names"),
        ([split(into="East; east!")], "into", "at least two areas with different names"),
        ([split(into="East; none")], "into", "'none' is no name of an area"),
        ([split(body="CDOP", into=EAST)], "into", "names all areas and nothing else: add it above"),
        ([split(), split(into=EAST)], "body", "row 2 names the areas already"),
        ([split(), split(body="CDOP", into="North")], "into", "'North' is none of the areas, which are East Surrey"),
        ([split(), split(body="CDOP", into="none; East Surrey")], "into", "'none' is none of the areas"),
        ([split(), split(body="CDOP"), split(body="CDOP", into=EAST)], "body", "row 3 says already where Child Death"),
        (
            [split(), split(actions="3.1"), split(actions="3.1", into=EAST)],
            "actions",
            "row 3 says already where action 3.1 goes",
        ),
        ([split(), split(actions="99")], "actions", "99"),
        ([split(), split(functions="sausages")], "functions", "'sausages' is no function of the plan"),
        ([split(), split(other="SSCB", into=EAST, body="CDOP")], "other", "in a row of its own"),
        ([split(), split(other="SSCB")], "into", "name the one area"),
        ([split(), split(other="SSCB; CDOP", into=EAST)], "other", "one body is at the top"),
        ([split(), split(other="SSCB", name="East", into=EAST)], "name", "keeps its name"),
        ([split(), split(name="CDOP", into=EAST)], "name", "'CDOP' is the name of another body"),
        ([split(), split(name="A", into=EAST), split(name="B", into=EAST)], "name", "row 3 says what is at the top"),
        ([split(), split(body="SSCB", into=WEST), split(name="A", into=EAST)], "name", "does not go to East Surrey"),
        ([split(), split(other="CDOP", into=EAST), split(body="CDOP", into=WEST)], "into", "it has to go there"),
        (
            [split(), split(body="CDOP", into="none"), {"change": "keep", "body": "CDOP"}],
            "body",
            "left without an area",
        ),
        ([split(kind="subgroup")], "kind", "'split plan' has no use for it"),
    ],
)
def test_a_fault_is_told_with_its_row_and_column(
    rows: list[dict[str, str]], column: str, words: str, written: Write
) -> None:
    [fault] = faults(run_sscb("rehearse", written(*rows)))
    assert fault.startswith(f"proposal.csv, row {len(rows) + 1}, column {column}: ")
    assert words in fault


def test_a_faulty_row_that_names_the_areas_is_the_only_fault(written: Write) -> None:
    rows = split(into=EAST), split(body="CDOP", into=WEST), split(body="SCRG", into="none")
    [fault] = faults(run_sscb("rehearse", written(*rows)))
    assert fault.startswith("proposal.csv, row 2, column into")


def test_a_split_plan_cannot_be_written_into_one_folder(written: Write, seed_copy: SeedCopy) -> None:
    before = seed_copy.records()
    file = written(split(effective="2027-04"), split(body="SCRG"), {"change": "keep", "body": "CDOP"})
    told = faults(run_sscb("rehearse", "adopt", file, "--seed", seed_copy.folder, "--by", "Minute 7"))
    assert [fault.split(":")[0] for fault in told] == [f"proposal.csv, row {row}, column change" for row in (2, 3)]
    assert all("a folder holds one plan" in fault for fault in told)
    assert list(seed_copy.records()) == list(before)


# -- how it is shown


def test_the_page_has_the_figures_of_each_area(written: Write) -> None:
    file = written(split(), split(body="CDOP", into=EAST))
    ran = run_sscb("rehearse", file)
    assert ran.code == 1
    text = " ".join(ran.out.split())
    assert (
        "2 changes: the plan, with 17 boards and groups, becomes East Surrey with 17 and West Surrey with 16." in text
    )
    assert "West Surrey has 16 boards and groups and 37 actions, with Surrey Safeguarding" in text
    assert "Child Death Overview Panel (West Surrey)" in text
    assert max(len(line) for line in ran.out.splitlines() if str(file) not in line) <= 80
    full = run_sscb("rehearse", file, "--full")
    assert "without a home is what nobody has in an area to which it goes" in " ".join(full.out.split())


def test_the_ledger_is_written_with_a_row_for_everything(written: Write, tmp_path: Path) -> None:
    file = tmp_path / "ledger.csv"
    run_sscb("rehearse", written(split(), split(body="CDOP", into=EAST)), "--ledger", file)
    rows = list(csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines()))
    assert Counter(row["kind"] for row in rows) == {"body": 56, "action": 37, "function": 42}
    [cdop] = [row for row in rows if row["item"] == "Child Death Overview Panel"]
    assert (cdop["from"], cdop["to"], cdop["outcome"]) == ("SSCB Business Plan 2018-2019", EAST, "moved")


def test_a_plan_that_is_not_split_has_no_areas(rehearsed: Rehearsed) -> None:
    assert "areas" not in rehearsed({"change": "close", "body": "Neglect Group"})


# -- the plans of the areas


def areas(plan: OpenPlan, *rows: dict[str, str]) -> tuple[Area, ...]:
    return areas_of(outcome_of(plan, *rows))


def test_the_plan_of_an_area_has_what_goes_there_and_nothing_else(surrey: OpenPlan) -> None:
    function = "function-area-sub-groups-the-interface-of-the-board"
    east, west = areas(
        surrey, split(), split(body="Area Sub Groups", into=EAST), split(actions="4.6", functions=function, into=WEST)
    )
    assert east.view.plan.title == east.title == "Business Plan March 2018 to September 2019, East Surrey"
    assert east.view.plan.name == "SSCB Business Plan 2018-2019, East Surrey"
    there, missing = {"area-sub-groups", "decision-on-area-sub-groups"}, {"p4-4.6", function}
    assert all(key in east.view and key not in west.view for key in there)
    assert all(key in west.view and key not in east.view for key in missing)
    assert {edge.plan for edge in east.view.typed()} == {"surrey-2018-east-surrey"}
    homeless = [each.id for each in west.view.all(Function) if not west.view.into(each, "HAS_FUNCTION")]
    assert function in homeless


def test_what_is_gone_does_not_come_back_where_its_successor_is_not(surrey: OpenPlan) -> None:
    earlier = {"change": "merge", "body": "Health Sub Group", "into": "Education Sub Group"}
    [health] = [row for row in surrey.ask("bodies").rows if row["body"] == "Health Sub Group"]
    _, west = areas(surrey, earlier, split(), split(body="Education Sub Group; QA&P", into=EAST))
    for gone in (health["body_id"], "quality-assurance-and-evaluation-group", "chairs-executive-group"):
        assert not stands(west.view, west.view.get(Body, gone))


def test_questions_are_asked_of_the_plan_of_an_area(surrey: OpenPlan) -> None:
    _, west = areas(
        surrey, split(), split(body="Area Sub Groups", into=EAST), split(into=WEST, name="West Partnership")
    )
    reading = GraphReading(west.view.reader, Origin("embedded", west.plan_id, "made", ""))
    assert reading.names.body("West Partnership").id == "sscb"
    assert reading.names.body("SSCB").id == "sscb", "by its earlier name too"
    whole = rehearsed_on(west.view.reader, {"change": "close", "body": "Neglect Group"})
    assert rehearsal_of(whole).after.bodies == west.figures.bodies - 1


def test_names_that_give_no_id_have_plans_of_their_own(surrey: OpenPlan) -> None:
    first, second = areas(surrey, split(into="東; 西"))
    assert (first.plan_id, second.plan_id) == ("surrey-2018-area-1", "surrey-2018-area-2")
    assert [len(area.view.all(Body)) for area in (first, second)] == [56, 56]


# -- the worked example


def test_east_and_west() -> None:
    file = Path(__file__).parents[2] / "seed" / "proposals" / "east-and-west.csv"
    text = file.read_text(encoding="utf-8-sig")
    assert "not a decision of anybody in Surrey" in text
    ran = run_sscb("rehearse", file, "--format", "json")
    assert ran.code == 0, ran.err
    found = json.loads(ran.out)
    assert [area["top"] for area in found["areas"]] == [
        f"{area} Safeguarding Children Partnership" for area in (EAST, WEST)
    ]
    assert [area["findings"] for area in found["areas"]] == [[], []]
    serious = Counter(row["severity"] for row in found["findings"])["serious"]
    assert serious == 0
    assert {(row["finding"], row["subject"]) for row in found["findings"] if row["severity"] == "warning"} == {
        ("review-pre-empted", "Area Sub Groups")
    }
    assert found["counts"]["to_be_reviewed"] == 0
    assert not [row for row in found["ledger"] if row["outcome"] == "no home"]
    assert shares(found, "action")["2.3"] == ("ended", [])
