"""As people ask: what is only proposed, doubtful or weaker than stated says so."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.conftest import SeedCopy, run_sscb


def asked(*command: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(run_sscb(*command, "--format", "json").out)
    return answer


def rows(*command: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = asked(*command)["rows"]
    return found


def notes(*command: str) -> str:
    return "\n".join(asked(*command)["notes"])


def told(*command: str) -> str:
    """What people read, without line breaks."""
    return " ".join(run_sscb(*command).out.split())


# -- proposed is not decided


def test_every_decision_says_what_is_only_proposed_by_whom_and_until_when() -> None:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows("review", "--all"):
        found.setdefault(row["body"], []).append(row)
    assert [row["standing"] for row in found["Neglect Task and Finish Group"]] == [
        "proposed to continue",
        "under review",
    ]
    assert found["Neglect Task and Finish Group"][0]["proposed_by"] == "The Chair"
    assert [(row["standing"], row["basis"]) for row in found["Online Safety Group"]] == [
        ("proposed to continue", "stated"),
        ("under review", "inferred"),
    ]
    for body in ("Health Sub Group", "Education Sub Group", "Policies and Procedures"):
        (row,) = found[body]
        assert (row["standing"], row["proposed_by"]) == ("proposed to continue", None)
        assert row["holds_until"] == "local Safeguarding Partnership arrangements are agreed under the new guidance"
    (strategic,) = found["Strategic Executive"]
    assert (strategic["standing"], strategic["proposed_by"]) == ("proposed", "LGA Peer Review")
    assert "to be considered by partners" in strategic["source"]
    said = notes("review", "--all")
    assert "8 of these 21 are proposals: the plan does not decide them." in said
    assert "does not say by whom these are proposed: Online Safety Group" in said
    assert 'The plan calls the whole structure "Proposed", and its own picture of it is missing' in said


def test_a_review_tells_the_proposal_too() -> None:
    found = {row["body"]: row for row in rows("review")}
    assert set(found) == {
        "Neglect Task and Finish Group",
        "Online Safety Group",
        "Learning and Development Group",
        "Area Sub Groups",
    }
    assert found["Neglect Task and Finish Group"]["proposed"] == (
        "proposed to continue, by The Chair, review in March 2019"
    )
    online = found["Online Safety Group"]
    assert online["proposed"].startswith("proposed to continue, by whom is not said, until discussions have been held")
    assert (online["proposed_basis"], online["basis"]) == ("stated", "inferred")
    assert found["Learning and Development Group"]["proposed"] is None
    assert found["Learning and Development Group"]["leads_jointly_basis"] == "inherited"


def test_a_body_says_that_it_is_only_proposed_to_continue() -> None:
    standings = [row["object"] for row in rows("about", "SEAMMB") if row["aspect"] == "decision"]
    assert standings == [
        "proposed to continue, by whom is not said, until local Safeguarding Partnership arrangements are agreed under "
        "the new guidance"
    ]
    assert "the plan decides nothing about it" in told("about", "Strategic Executive")


def test_the_picture_of_the_structure_has_the_plans_title_and_tells_proposals() -> None:
    text = told("diagram", "structure", "-o", "-", "--format", "txt")
    assert text.startswith("Proposed Surrey Safeguarding Children Board Structure 2018-2019")
    assert "its own picture of it is missing from the text" in text
    assert "Neglect Task and Finish Group: task and finish group; PROPOSED TO CONTINUE by The Chair; UNDER" in text
    assert "Proposed, not decided: proposed to continue, until local Safeguarding Partnership arrangements" in text
    assert "The plan's decision: proposed" not in text
    neglect = told("diagram", "body", "Neglect Group", "-o", "-", "--format", "txt")
    assert "PROPOSED TO CONTINUE by The Chair" in neglect


# -- what is read is not stated


@pytest.mark.parametrize(
    ("body", "basis"), [("Online Safety Group", "inferred"), ("SCRG", "stated"), ("Early Help Task", "stated")]
)
def test_a_kind_is_stated_only_where_the_text_calls_it_so(body: str, basis: str) -> None:
    (kind,) = [row for row in rows("about", body) if row["relation"] == "is a"]
    assert kind["basis"] == basis
    assert bool(kind["reason"]) == (basis == "inferred")


def test_two_titles_are_one_post_by_inference() -> None:
    names = {row["object"]: row["basis"] for row in rows("about", "Chair of the SSCB") if row["aspect"] == "name"}
    assert names == {"Independent LSCB Chair": "stated", "Chair of the SSCB": "inferred"}
    assert "that they are one post is our reading" in notes("about", "Chair of the SSCB")


def test_doubtful_words_count_as_no_certain_mention() -> None:
    mentions = {
        row["object"]: row["basis"] for row in rows("about", "Sub groups of the Board") if row["aspect"] == "mention"
    }
    assert (mentions["1.3"], mentions["1.5"]) == ("inferred", "stated")
    assert "represented on the board" not in told("about", "SSCB").replace("body represented on the board", "")


@pytest.mark.parametrize("body", ["SSCB", "QA Officer", "Improvement Board"])
def test_a_planned_report_carries_its_caution(body: str) -> None:
    found = [row for row in rows("about", body) if row["relation"] == "is to report once to"]
    assert found
    assert {row["basis"] for row in found} == {"inferred"}
    said = notes("about", body)
    assert "is to report once to Improvement Board: Planned, and once: a single report in May 2018" in said
    assert "updates Improvement Board" not in told("about", body)


def test_who_leads_tells_the_words_beside_the_lead_cell() -> None:
    for number, words in (("2.1", "SSCB will lead"), ("2.2", "SSCB will lead"), ("2.3", "SSCB will undertake")):
        for command in (("who", "leads", number), ("trace", "action", number)):
            assert f'The words of {number} say "{words}"; its lead cell names' in notes(*command)


def test_gaps_tell_what_a_report_lists_from_what_it_tags() -> None:
    said = notes("gaps")
    assert "the report lists 11 as recommendations, and tags 29 as such" in said
    found = {row["item"]: row["text"] for row in rows("check") if row["check"] == "recommendation-without-action"}
    assert "is a recommendation that no action cites" in found["Ofsted 1"]
    assert "is a finding tagged as a recommendation that no action cites" in found["Ofsted 19"]


# -- the basis of what is shown


def test_who_leads_nothing_shows_how_each_thing_is_known() -> None:
    found = {row["body"]: row for row in rows("who", "leads-nothing")}
    for body in ("Online Safety Group", "Area Sub Groups", "Child Death Overview Panel"):
        assert found[body]["reports_to_basis"] == "inferred"
        assert found[body]["basis"] == "inferred"
        assert found[body]["reason"]
    for bases in ([], ["--basis", "stated"], ["--basis", "inferred"]):
        assert "Chairs Executive Group" not in {row["body"] for row in rows("who", "leads-nothing", *bases)}


def test_a_quote_is_that_of_the_cell_that_a_row_is_about() -> None:
    due = {row["action"]: row["source"] for row in rows("due", "--by", "2018-06-30")}
    assert due["4.5"].endswith(': "By 30 June 2018 and 31 December 2018"')
    overdue = {row["action"]: row["source"] for row in rows("due", "--overdue", "--as-at", "2018-10-01")}
    assert overdue["2.4"].endswith(': "By 30 September 2018"')
    own = {row["relation"]: row["source"] for row in rows("trace", "action", "2.12") if row["direction"] == "itself"}
    assert own["due"].endswith(': "By 31 December 2018"')
    assert own["timescale"] == own["due"]
    assert '"C&YP are being supported in the right part' in own["outcome"]
    gaps = {(row["gap"], row["item"]): row["source"] for row in rows("gaps")}
    assert gaps["action-without-status", "2.4"].endswith("action plan, row 2.4 (Priority 2)")
    assert gaps["action-without-date", "1.2a"].endswith(': "With immediate effect"')


# -- lines


@pytest.mark.parametrize(("action", "stop"), [("2.3", "QA Officer"), ("4.5", "Domestic Abuse Management Board")])
def test_what_actions_share_is_no_accountability(action: str, stop: str) -> None:
    answer = asked("path", action, "SSCB")
    assert answer["rows"] == []
    said = "\n".join(answer["notes"])
    assert f"There is no line of accountability between action {action} and Surrey Safeguarding Children Board" in said
    assert f"From action {action} the line stops at {stop}." in said
    assert f"The plan does not say to whom {stop} reports." in said
    assert f"another way, which is no accountability: {action} serves Priority {action[0]}" in said


def test_a_path_agrees_with_the_trace_of_an_action() -> None:
    path = [(row["subject"], row["relation"], row["object"], row["basis"]) for row in rows("path", "2.4", "SSCB")]
    above = {
        (row["subject"], row["relation"], row["object"], row["basis"])
        for row in rows("trace", "action", "2.4")
        if row["direction"] == "above"
    }
    assert len(path) == 3
    assert set(path) <= above
    down = [(row["subject"], row["relation"], row["object"]) for row in rows("path", "SSCB", "2.4")]
    assert down == [step[:3] for step in reversed(path)]


def test_a_chosen_type_is_walked_either_way_and_says_what_it_is_not() -> None:
    shared = asked("path", "2.3", "SSCB", "--via", "SERVES", "--via", "LEADS")
    assert [row["reaches"] for row in shared["rows"]] == ["Priority 2", "2.6", "Surrey Safeguarding Children Board"]
    assert any("no line of accountability" in note for note in shared["notes"])


def test_a_trace_recommends_a_path_only_where_there_is_one(seed_copy: SeedCopy) -> None:
    assert 'sscb path "ofsted 22" SSCB' in run_sscb("trace", "ofsted", "22", "--full").out
    seed_copy.write("relations.csv", [], list(seed_copy.rows("relations.csv")[0]))
    ran = run_sscb("--seed", seed_copy.folder, "trace", "ofsted", "24", "--full")
    assert "trace action 2.3" in ran.out
    assert " path " not in ran.out


def test_the_top_says_that_it_is_the_top() -> None:
    for command in (("line", "SSCB"), ("trace", "action", "2.6")):
        said = notes(*command)
        assert "Surrey Safeguarding Children Board is at the top of the structure: the plan says of it" in said
        assert "The plan does not say to whom Surrey Safeguarding Children Board reports" not in said
    assert '"It should not be subordinate to, nor subsumed within other local structures."' in notes("line", "SSCB")


def test_a_line_shows_the_part_that_exists(seed_copy: SeedCopy) -> None:
    cells = {"basis": "assumed", "reason": "a test"}
    seed_copy.add("relations.csv", id="one", body="qa-officer", relation="reports to", other="damb", **cells)
    answer = json.loads(run_sscb("--seed", seed_copy.folder, "line", "QA Officer", "--format", "json").out)
    assert [(row["body"], row["other"]) for row in answer["rows"]] == [
        ("QA Officer", "Domestic Abuse Management Board")
    ]
    assert answer["notes"][:2] == [
        "The line stops at Domestic Abuse Management Board.",
        "The plan does not say to whom Domestic Abuse Management Board reports.",
    ]
    seed_copy.add("relations.csv", id="two", body="damb", relation="reports to", other="qa-officer", **cells)
    circle = json.loads(run_sscb("--seed", seed_copy.folder, "line", "QA Officer", "--format", "json").out)
    assert "it leads back to a body below" in circle["notes"][0]


def test_the_numbers_are_those_of_the_report() -> None:
    err = run_sscb("trace", "ofsted", "999").err
    assert "the numbers of the report go from 1 to 110, and the plan prints 23 of them." in err
    assert "the plan prints" not in run_sscb("trace", "peer", "99").err
