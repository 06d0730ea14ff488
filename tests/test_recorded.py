"""What the partnership recorded after the plan: shown as such, with who and when, and never as the plan's silence."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import Ran, SeedCopy, run_sscb
from tests.every_answer import record_a_year

SOURCE = "recorded by Business Manager on 1 October 2018"


@pytest.fixture
def seed(seed_copy: SeedCopy) -> SeedCopy:
    """The shipped plan after a year's work: new statuses, leads and lines, none of which the plan prints."""
    record_a_year(seed_copy)
    return seed_copy


def asked(seed: SeedCopy, *arguments: str) -> Ran:
    ran = run_sscb("--seed", seed.folder, *arguments)
    assert "Traceback" not in ran.err
    return ran


def rows(seed: SeedCopy, *arguments: str) -> list[dict[str, Any]]:
    return asked(seed, *arguments, "--format", "json").rows


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("command", [("who", "leads", "2.4"), ("trace", "ofsted", "1"), ("line", "Executive")])
def test_a_recorded_fact_says_who_entered_it_and_when(command: tuple[str, ...], seed: SeedCopy) -> None:
    for bases in ((), ("--basis", "recorded")):
        (row,) = rows(seed, *command, *bases)
        assert (row["basis"], row["source"]) == ("recorded", SOURCE)
    assert rows(seed, *command, "--basis", "stated") == []
    assert "1 row: 1 recorded" in asked(seed, *command, "--full").out
    brief = words(asked(seed, *command).out)
    assert f"Recorded (entered after the plan was written): this row. By whom: {SOURCE}." in brief


def test_cells_of_an_action_that_were_recorded_say_so(seed: SeedCopy) -> None:
    found = {row["row_id"]: row for row in rows(seed, "due", "--by", "2018-12-31")}
    assert (found["p1-1.1"]["status"], found["p1-1.1"]["status_basis"]) == ("Completed", "recorded")
    assert (found["p4-4.1"]["status"], found["p4-4.1"]["status_basis"]) == ("Green", "recorded")
    assert (found["p2-2.4"]["leads"], found["p2-2.4"]["leads_basis"]) == (["Neglect Task and Finish Group"], "recorded")


def test_a_recorded_completion_counts(seed: SeedCopy) -> None:
    overdue = {row["row_id"] for row in rows(seed, "due", "--overdue", "--as-at", "2018-12-01")}
    assert "p1-1.1" not in overdue
    assert "p2-2.4" in overdue
    first, *_, last = rows(seed, "summary", "--by", "priority")
    assert (first["completed"], first["basis"]) == (1, "recorded")
    assert (last["green"], last["amber"], last["basis"]) == (1, 0, "recorded")


def test_gaps_name_what_was_recorded_instead(seed: SeedCopy) -> None:
    instead = {(row["gap"], row["id"]): row["instead"] for row in rows(seed, "gaps")}
    assert instead["action-without-status", "p1-1.1"] == ["Completed (recorded)"]
    # Its own cell states a lead, which a record has ended.
    assert ("action-without-lead", "p2-2.4") not in instead
    assert instead["action-without-recommendation", "p1-1.5"] == ["Ofsted 1 (recorded)"]
    assert instead["recommendation-without-action", "ofsted-1"] == ["1.5 (recorded)"]
    assert ("body-without-line-to-board", "executive") not in instead


PRINTED = 'the plan prints "SSCB Early Help Task and finish Group"; what was known has ended: Early Help Task and'


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        (("who", "leads", "2.4"), f"2.4 (Priority 2): {PRINTED}"),
        (("trace", "action", "2.4"), f"2.4 (Priority 2): {PRINTED}"),
        (("due", "--by", "2018-09-30"), f"2.4: {PRINTED}"),
        (("trace", "ofsted", "22"), f"2.4: {PRINTED}"),
        (
            ("who", "leads", "2.9"),
            '2.9 (Priority 2): the plan prints "SSCB EH Task and Finish Group"; what was known has ended',
        ),
        (
            ("who", "led-by", "EHTF"),
            "What was known has ended: Early Help Task and Finish Group leads 2.4 (stated) unt",
        ),
        (
            ("trace", "body", "EHTF"),
            "What was known has ended: Early Help Task and Finish Group leads 2.4 (stated) unt",
        ),
        (
            ("trace", "action", "4.1"),
            '4.1 (Priority 4): the plan prints "Amber"; what was known has ended: Amber (stated) unti',
        ),
    ],
)
def test_what_the_plan_prints_and_a_record_has_ended_is_named(
    command: tuple[str, ...], sentence: str, seed: SeedCopy
) -> None:
    assert sentence in words(asked(seed, *command).out)
    out = words(asked(seed, *command, "--full").out)
    assert f"- {sentence}" in out
    for silence in ("who leads", "what its status is", "who leads them"):
        assert f"The plan does not say {silence} 2." not in out


def test_a_recorded_line_is_neither_stated_nor_reasoned(seed: SeedCopy) -> None:
    others = "the others are recorded after it or reasoned, as shown."
    assert f"Only 2 of these 5 lines rest on statements of the plan; {others}" in words(
        asked(seed, "who", "reports-to", "SSCB", "--full").out
    )
    assert "2 stated, 1 recorded and 2 inferred lines." in words(asked(seed, "who", "reports-to", "SSCB").out)
    out = words(asked(seed, "who", "reports-to", "Business Group", "--full").out)
    assert "every one is recorded after it or reasoned, as shown." in out
    for row in seed.rows("relations.csv"):
        if row["other"] == "business-group" and row["basis"] == "inferred" and row["relation"] == "reports to":
            seed.remove("relations.csv", row["id"])
    out = words(asked(seed, "who", "reports-to", "Business Group", "--full").out)
    assert "every one is recorded after it, as shown." in out


def test_a_recorded_line_has_a_stroke_of_its_own(seed: SeedCopy) -> None:
    text = words(asked(seed, "diagram", "structure", "--format", "txt", "-o", "-").out)
    assert "15 reporting lines (2 stated, 2 recorded, 11 inferred)" in text
    assert "Reports to: recorded (dashed line, filled arrow)" in text
    assert "Executive reports to Surrey Safeguarding Children Board (recorded). Recorded by Business Manager on" in text
    dot = asked(seed, "diagram", "structure", "--format", "dot", "-o", "-").out
    (line,) = [each for each in dot.splitlines() if "line-line-1" in each]
    assert "style=dashed" in line
    assert "onormal" not in line


@pytest.mark.parametrize("picture", [("timeline",), ("trace", "action", "2.4"), ("body", "Executive"), ("coverage",)])
def test_pictures_of_what_was_recorded_are_drawn(picture: tuple[str, ...], seed: SeedCopy) -> None:
    ran = asked(seed, "diagram", *picture, "--format", "txt", "-o", "-")
    assert (ran.code, "(recorded" in ran.out) == (0, True), ran.err
