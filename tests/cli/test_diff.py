"""sscb diff: what differs between two versions of a plan."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT, SeedCopy, run_sscb

SEED = ROOT / "seed"


def found(before: Path, after: Path) -> dict[str, Any]:
    ran = run_sscb("diff", before, after, "--format", "json")
    assert ran.code == 0, ran.err
    answer: dict[str, Any] = json.loads(ran.out)
    return answer


def cells(row: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(row[name] for name in ("about", "sign", "what", "before", "after"))


@pytest.fixture
def later(seed_copy: SeedCopy) -> SeedCopy:
    """A version in which something of each kind differs."""
    seed_copy.edit("bodies.csv", "online-safety", name="Digital Safety Group")
    seed_copy.edit("relations.csv", "health-sub-group-reports-to-business-group", other="qap")
    seed_copy.edit("leads.csv", "lead-p1-1.3-qap", body="executive", basis="assumed", reason="as we heard")
    kept = [row for row in seed_copy.rows("citations.csv") if row["id"] != "cite-p1-1.1a-ofsted-2"]
    seed_copy.write("citations.csv", kept)
    seed_copy.edit("actions.csv", "p1-1.1", due="2018-12-31")
    seed_copy.edit("actions.csv", "p4-4.1", status_printed="Red")
    seed_copy.edit("statuses.csv", "status-p4-4.1-amber", status="Red", quote="Red")
    seed_copy.edit("decisions.csv", "decision-on-executive", standing="under review")
    return seed_copy


def test_each_kind_of_change_has_its_row_before_and_after(later: SeedCopy) -> None:
    rows = [cells(row) for row in found(SEED, later.folder)["rows"]]
    assert ("body", "~", "Digital Safety Group", "Online Safety Group", "Digital Safety Group") in rows
    assert (
        "body",
        "~",
        "Health Sub Group",
        "below Business Group",
        "below Quality Assurance and Performance Group",
    ) in [*rows]
    assert ("decision", "~", "Executive", "NEW", "UNDER REVIEW") in rows
    assert ("citation", "-", "1.1a (Priority 1)", "Ofsted 2 (inherited)", None) in rows
    assert ("status", "~", "4.1 (Priority 4)", "Amber", "Red") in rows
    (lead,) = [row for row in rows if row[0] == "lead"]
    assert lead[1:3] == ("~", "1.3 (Priority 1)")
    assert lead[3] == "Quality Assurance and Performance Group"
    assert lead[4] == "Executive (assumed)"
    (due,) = [row for row in rows if row[0] == "due date"]
    assert due[2] == "1.1 (Priority 1)"
    assert due[4] == "31 December 2018"
    lines = {row[1]: row[2] for row in rows if row[0] == "line"}
    assert lines["-"] == "Health Sub Group reports to Business Group"
    assert lines["+"] == "Health Sub Group reports to Quality Assurance and Performance Group"


def test_a_row_says_what_the_change_rests_on(later: SeedCopy) -> None:
    (lead,) = [row for row in found(SEED, later.folder)["rows"] if row["about"] == "lead"]
    assert (lead["basis"], lead["reason"]) == ("assumed", "as we heard")
    assert lead["source"]


def test_the_headline_counts_the_rows(later: SeedCopy) -> None:
    answer = found(SEED, later.folder)
    assert answer["headline"].startswith(f"{len(answer['rows'])} differences: ")
    assert ", 1 lead, 1 citation, 1 due date, 1 status" in answer["headline"]
    again = found(later.folder, SEED)
    assert {row["sign"] for row in again["rows"] if row["about"] == "citation"} == {"+"}


def test_a_plan_does_not_differ_from_itself(seed_copy: SeedCopy) -> None:
    answer = found(SEED, seed_copy.folder)
    assert answer["rows"] == []
    assert answer["headline"] == "Nothing that means something differs."
    ran = run_sscb("diff", SEED, seed_copy.folder)
    assert ran.code == 0
    assert "Nothing that means something differs." in ran.out


def test_a_body_with_another_id_is_the_same_and_that_is_said(seed_copy: SeedCopy) -> None:
    for file in seed_copy.folder.glob("*.csv"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("online-safety", "digital-safety"), encoding="utf-8")
    answer = found(SEED, seed_copy.folder)
    assert not [row for row in answer["rows"] if row["about"] == "body"]
    assert any(
        note.startswith("Matched by name") and "Online Safety Group (online-safety, now digital-safety)" in note
        for note in answer["notes"]
    )


def test_nothing_that_means_something_is_left_out(seed_copy: SeedCopy) -> None:
    action = next(row for row in seed_copy.rows("actions.csv") if row["row_id"] == "p1-1.1")
    seed_copy.edit("actions.csv", "p1-1.1", text=f"{action['text']} And more")
    seed_copy.edit("priorities.csv", seed_copy.rows("priorities.csv")[0]["id"], wording="Another wording")
    rows = found(SEED, seed_copy.folder)["rows"]
    assert any(row["about"] == "action" and row["after"] == f"{action['text']} And more" for row in rows)
    assert any(row["about"] == "other" and row["after"] == "Another wording" for row in rows)


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "docx", "pdf", "html", "md", "txt"])
def test_every_format_takes_it(suffix: str, later: SeedCopy, tmp_path: Path) -> None:
    file = tmp_path / f"differences.{suffix}"
    ran = run_sscb("diff", SEED, later.folder, "-o", file)
    assert ran.code == 0, ran.err
    assert file.stat().st_size > 500


def test_two_folders_are_needed(seed_copy: SeedCopy, tmp_path: Path) -> None:
    assert run_sscb("diff", SEED).code == 2
    assert run_sscb("diff", SEED, tmp_path / "nowhere").code == 2
    assert run_sscb("--seed", SEED, "diff", SEED, seed_copy.folder).code == 2
    shutil.rmtree(seed_copy.folder)
    seed_copy.folder.mkdir()
    assert run_sscb("diff", SEED, seed_copy.folder).code in {2, 3}
