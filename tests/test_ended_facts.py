"""A plan whose printed facts records have ended: it is never shown as a plan that does not state them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest

from sscb_graph.pictures.kinds import body, coverage, priority, structure, timeline, trace
from sscb_graph.pictures.picture import Picture
from sscb_graph.plan import OpenPlan, open_plan
from tests.conftest import ROOT, Ran, SeedCopy, run_sscb
from tests.diagrams.drawing import asking, flat
from tests.every_answer import end_what_is_printed

DAY = "2018-07-01"
ENDED = {"until": DAY}
LINE = "Business Group reports to Surrey Safeguarding Children Board (stated) until 2018-07-01"


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> SeedCopy:
    """The shipped plan, corrected as its folder's README says: leads, a status and a line of reporting have ended."""
    folder = tmp_path_factory.mktemp("ended") / "plan"
    shutil.copytree(ROOT / "seed", folder)
    copy = SeedCopy(folder)
    end_what_is_printed(copy)
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


def test_checks_agree_with_the_gaps(seed: SeedCopy) -> None:
    found = {row["finding"]: row["text"] for row in asked(seed, "check", "--format", "json").rows}
    assert not {"action-without-lead/p2-2.4", "action-without-status/p2-2.3"} & found.keys()
    assert found["body-without-route-to-board/business-group"].endswith(f"any more: {LINE}.")


LEAD = "Early Help Task and Finish Group (stated) until 2018-07-01"
STATUS = "Completed (stated) until 2018-07-01"


def words_of(picture: Picture, key: str) -> str:
    """All that the box of a thing says."""
    (box,) = [each for each in picture.boxes if each.id == key]
    return flat(" ".join((*box.tags, *box.facts)))


def test_a_trace_says_whose_lead_has_ended(plan: OpenPlan) -> None:
    picture = trace.from_action(asking(plan), "2.4")
    assert picture.point.endswith(f"led by nobody any more ({LEAD}).")
    assert f"lead ended: {LEAD}".upper() in words_of(picture, "p2-2.4").upper()
    assert "STATED LEAD" not in words_of(picture, "p2-2.4")


def test_a_timeline_counts_what_has_ended_apart(plan: OpenPlan, surrey: OpenPlan) -> None:
    picture = timeline.compose(asking(plan))
    assert picture.point.startswith(
        "37 actions; the plan gives no status for 34, the status of 1 has ended and no date"
    )
    assert timeline.compose(asking(surrey)).point.startswith("37 actions; the plan gives no status for 35 and no date")
    assert picture.grid
    marks = [mark for _, cells in picture.grid.rows for cell in cells for mark in cell]
    (mark,) = [mark for mark in marks if mark.title.startswith("action 2.3:")]
    assert mark.text == "2.3 STATUS ENDED"
    assert f"status ended: {STATUS}" in mark.title
    assert any("(recorded)" in mark.text for mark in marks)


def test_a_priority_and_a_coverage_count_ended_leads_apart(plan: OpenPlan) -> None:
    assert "; 1 action whose lead has ended" in priority.compose(asking(plan), "2").point
    picture = coverage.compose(asking(plan), "lead")
    assert picture.grid
    assert picture.grid.columns[-1].text == "lead ended"


@pytest.mark.parametrize("bases", [("stated",), ("recorded",)])
def test_where_facts_are_left_out_nothing_is_said_of_the_plan(bases: tuple[str, ...], plan: OpenPlan) -> None:
    data = asking(plan, *bases)
    drawn = [timeline.compose(data), trace.from_action(data, "2.4"), trace.from_action(data, "2.3")]
    drawn += [priority.compose(data, "2"), coverage.compose(data, "lead")]
    for picture in drawn:
        said = " ".join([picture.point, *(entry.words for entry in picture.key), *picture.notes])
        said += " ".join(words_of(picture, box.id) for box in picture.boxes)
        for silence in ("the plan does not say", "the plan gives no", "not stated", "nobody that the plan", "ENDED"):
            assert silence not in said


def test_a_structure_says_which_line_has_ended(plan: OpenPlan) -> None:
    data = asking(plan)
    picture = structure.compose(data)
    ended = [key for key, lines in data.without_line.items() if lines == [LINE]]
    assert "business-group" in ended
    silent = len(data.without_line) - len(ended)
    assert picture.point.endswith(
        f"; the line of {len(ended)} to the Board has ended; the place of {silent} is not stated."
    )
    assert f"LINE TO THE BOARD ENDED: {LINE}" in words_of(picture, "business-group")
    assert "STATED" not in words_of(picture, "business-group")


def test_a_line_to_the_board_says_which_line_has_ended(plan: OpenPlan) -> None:
    picture = trace.from_action(asking(plan), "2.9")
    assert f"LINE TO THE BOARD ENDED: {LINE}" in words_of(picture, "early-help")


@pytest.mark.parametrize("by", ["priority", "lead"])
def test_a_summary_names_the_ended_statuses_that_it_counts_as_blank(by: str, plan: OpenPlan) -> None:
    notes = plan.ask(f"summary-by-{by}").notes
    assert f'2.3: the plan prints "Completed"; what was known has ended: {STATUS}.' in notes
    assert not [note for note in notes if note.startswith("2.2:")]
    assert (by == "lead") == any(note.startswith("2.4:") for note in notes)


def test_an_item_that_something_else_answers_is_not_left_unanswered(surrey: OpenPlan) -> None:
    sentence = "No action cites Peer review 3; 1 other thing responds to it."
    assert sentence in surrey.ask("actions-by-recommendation", recommendation="peer 3").notes
    assert trace.from_recommendation(asking(surrey), "peer 3").point == sentence


@pytest.fixture(scope="module")
def revised(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenPlan]:
    """The shipped plan after citations, a response and a decision have ended."""
    folder = tmp_path_factory.mktemp("revised") / "plan"
    shutil.copytree(ROOT / "seed", folder)
    copy = SeedCopy(folder)
    for file in ("citations.csv", "responses.csv", "decisions.csv"):
        rows = copy.rows(file)
        copy.write(file, rows, [*rows[0], "until"])
    copy.edit("citations.csv", "cite-p2-2.2-ofsted-22", **ENDED)
    copy.edit("citations.csv", "cite-p2-2.2-ofsted-93", **ENDED)
    for row in copy.rows("citations.csv"):
        if row["recommendation"] == "ofsted-24":
            copy.edit("citations.csv", row["id"], **ENDED)
    for row in copy.rows("responses.csv"):
        if row["recommendation"] == "peer-3":
            copy.edit("responses.csv", row["id"], **ENDED)
    copy.edit("decisions.csv", "decision-on-executive", **ENDED)
    with open_plan(folder) as opened:
        yield opened


def test_an_ended_citation_is_printed_still(revised: OpenPlan) -> None:
    assert "p2-2.2" not in gaps(revised, "action-without-recommendation")
    assert "ofsted-24" not in gaps(revised, "recommendation-without-action")
    (note, *_) = revised.ask("actions-by-recommendation", recommendation="24").notes
    assert note.startswith("What was known has ended: 2.3 addresses Ofsted 24 (stated) until 2018-07-01")
    picture = trace.from_recommendation(asking(revised), "24")
    assert picture.point == note
    assert "NO ACTION CITES IT ANY MORE" in words_of(picture, "ofsted-24")
    action = trace.from_action(asking(revised), "2.2")
    assert "any more (Ofsted 22 (stated) until 2018-07-01; Ofsted 93 (stated) until 2018-07-01)" in action.point


def test_a_coverage_lists_the_citations_that_have_ended(revised: OpenPlan, surrey: OpenPlan) -> None:
    notes = " ".join(coverage.compose(asking(revised)).notes)
    assert "Citations that have ended (7): action 2.2: Ofsted 22 (stated) until 2018-07-01;" in notes
    assert "have ended" not in " ".join(coverage.compose(asking(surrey)).notes)


def test_ended_responses_and_decisions_are_named(revised: OpenPlan) -> None:
    (note, *_) = revised.ask("responses-to-recommendation", recommendation="peer 3").notes
    assert note.startswith("What was known has ended: ")
    assert note.endswith("until 2018-07-01.")
    assert gaps(revised, "recommendation-without-response")["peer-3"][0].endswith("until 2018-07-01")
    decided = {row["body_id"]: row["standing"] for row in revised.ask("bodies").rows}
    assert decided["executive"] is None


def test_a_body_names_its_relations_that_have_ended(plan: OpenPlan) -> None:
    sentence = f"What was known has ended: {LINE}."
    assert sentence in plan.ask("about-body", body="Business Group").notes
    assert sentence in body.compose(asking(plan), "Business Group").notes
