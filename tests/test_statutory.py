"""What makes a body statutory or no longer so after the plan: shown as such, and never as the plan's own words."""

from __future__ import annotations

from typing import Any

import pytest

from sscb_graph.errors import SeedError
from tests.conftest import SeedCopy, run_sscb

MINUTE = {"basis": "recorded", "recorded_by": "Minute 7", "recorded_on": "2019-01-15"}
ASSUMED = {"basis": "assumed", "reason": "Row 4 of a proposal."}


def change(seed: SeedCopy, number: int, kind: str, body: str, **support: str) -> None:
    cells = {"position": str(number), "change": kind, "original": body, "resulting": body, "text": "A change."}
    seed.add("changes.csv", id=f"change-{number}", **cells, **support)


def statutory(seed: SeedCopy, *more: str) -> dict[str, tuple[str, str | None, str]]:
    """The bodies that are statutory, each with its basis, its reason and its source."""
    rows = run_sscb("--seed", seed.folder, "who", "statutory", "--format", "json", *more).rows
    return {row["body_id"]: (row["basis"], row["reason"], row["source"]) for row in rows}


def words(seed: SeedCopy, *command: str) -> str:
    ran = run_sscb("--seed", seed.folder, *command)
    assert ran.code == 0, ran.err
    return " ".join(ran.out.split())


def test_a_recorded_change_makes_a_body_statutory(seed_copy: SeedCopy) -> None:
    seed_copy.edit("bodies.csv", "qap", statutory="yes")
    change(seed_copy, 1, "statutory", "qap", **ASSUMED)
    change(seed_copy, 2, "statutory", "qap", **MINUTE)
    change(seed_copy, 3, "keep", "qap", **ASSUMED)
    found = statutory(seed_copy)
    assert list(found) == ["cdop", "scrg", "qap"]
    assert found["qap"] == ("recorded", None, "recorded by Minute 7 on 15 January 2019")
    assert found["cdop"][0] == "stated"
    assert "qap" not in statutory(seed_copy, "--basis", "stated")


def test_the_headline_keeps_the_plans_words_apart_from_what_came_after(seed_copy: SeedCopy) -> None:
    seed_copy.edit("bodies.csv", "qap", statutory="yes")
    change(seed_copy, 1, "statutory", "qap", **ASSUMED)
    out = words(seed_copy, "who", "statutory")
    assert "The plan calls 2 bodies statutory: Child Death Overview Panel and Strategic Case Review Group." in out
    assert "1 body is statutory by what came after the plan: " in out
    assert "(assumed)." in out
    assert "called statutory (assumed)" in words(seed_copy, "about", "QA&P")
    assert "Called a statutory group (assumed): not written in SSCB Business Plan 2018-2019: Row 4 of a p" in words(
        seed_copy, "diagram", "body", "QA&P", "--format", "txt", "-o", "-"
    )


@pytest.mark.parametrize(
    ("body", "known"),
    [
        ({}, ("recorded", None)),
        ({"basis": "assumed", "reason": "A test.", "written_in": "", "quote": ""}, ("assumed", "A test.")),
    ],
)
def test_without_a_change_the_file_records_it_no_better_than_the_body(
    body: dict[str, str], known: tuple[str, str | None], seed_copy: SeedCopy
) -> None:
    seed_copy.edit("bodies.csv", "qap", statutory="yes", **body)
    source = "not written in SSCB Business Plan 2018-2019; bodies.csv records it"
    assert statutory(seed_copy)["qap"] == (*known, source)


def test_what_the_plan_calls_statutory_stays_its_words(seed_copy: SeedCopy) -> None:
    before = statutory(seed_copy)
    seed_copy.edit("bodies.csv", "cdop", statutory="yes")
    change(seed_copy, 1, "statutory", "cdop", **MINUTE)
    assert statutory(seed_copy) == before


def test_a_later_decision_ends_what_the_plan_says_and_both_are_named(seed_copy: SeedCopy) -> None:
    seed_copy.edit("bodies.csv", "cdop", statutory="no")
    change(seed_copy, 1, "not statutory", "cdop", **MINUTE)
    assert list(statutory(seed_copy)) == ["scrg"]
    ended = "What was known has ended: Child Death Overview Panel is called statutory: SSCB Business Plan 2018-2019"
    for command in (("who", "statutory"), ("about", "CDOP")):
        out = words(seed_copy, *command)
        assert ended in out
        assert "; no longer so: recorded by Minute 7 on 15 January 2019." in out
    seed_copy.edit("bodies.csv", "scrg", statutory="no")
    out = words(seed_copy, "who", "statutory")
    assert "bodies.csv records it." in out
    assert "The plan does not say" not in out


def test_no_says_nothing_of_a_body_that_was_never_called_so(seed_copy: SeedCopy) -> None:
    before: Any = words(seed_copy, "who", "statutory", "--format", "csv")
    seed_copy.edit("bodies.csv", "qap", statutory="no")
    assert words(seed_copy, "who", "statutory", "--format", "csv") == before


def test_another_word_than_yes_or_no_is_located(seed_copy: SeedCopy) -> None:
    seed_copy.edit("bodies.csv", "qap", statutory="perhaps")
    with pytest.raises(SeedError, match=r"bodies\.csv, row 8, column statutory: write yes or no"):
        seed_copy.records()
