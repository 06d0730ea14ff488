"""sscb rehearse: a proposal's file, its faults, and what comes of it on the shipped plan."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from sscb_graph.model.vocabulary import ChangeKind
from sscb_graph.plan import open_plan
from tests.conftest import SeedCopy, run_sscb
from tests.rehearsal.conftest import Write, faults

Rehearsed = Callable[..., dict[str, Any]]
#: The actions that the Neglect Group leads, the last by inheritance.
LED_BY_NEGLECT = {"3.1", "3.3", "4.3", "4.6", "4.8", "4.4"}


def outcomes(found: dict[str, Any], kind: str) -> dict[str, str]:
    """What becomes of the items of a kind in a ledger."""
    return {row["item"].split(" (")[0]: row["outcome"] for row in found["ledger"] if row["kind"] == kind}


# -- the file


def test_a_new_proposal_explains_each_change_and_does_nothing(tmp_path: Path) -> None:
    file = tmp_path / "new.csv"
    ran = run_sscb("rehearse", "new", file)
    assert ran.code == 0
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig"))))
    assert [row["change"] for row in rows] == [kind.value for kind in ChangeKind]
    assert all(row["reason"] and row["withdrawn"] == "yes" for row in rows)
    rehearsed = run_sscb("rehearse", file)
    assert rehearsed.code == 0
    assert "The proposal changes nothing." in rehearsed.out
    again = run_sscb("rehearse", "new", file)
    assert again.code == 2
    assert "--force" in again.err


def test_columns_that_nobody_needs_may_be_missing(tmp_path: Path) -> None:
    file = tmp_path / "short.csv"
    file.write_text("change,body\nclose,Neglect Group\n", encoding="utf-8")
    assert run_sscb("rehearse", file).code == 1


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        ({"change": "shut", "body": "QA&P"}, "change", "is not one of: create, close"),
        ({"change": "close"}, "body", "is blank, and 'close' needs it"),
        ({"change": "close", "body": "QA&P", "into": "SSCB"}, "into", "'close' has no use for it"),
        ({"change": "close", "body": "Nobody at all"}, "body", "No body in the plan is called 'Nobody at all'"),
        ({"change": "close", "body": "Education"}, "body", "fits more than one body"),
        ({"change": "close", "body": "QA&P", "effective": "soon"}, "effective", "is not a date that can be read"),
        ({"change": "close", "body": "Chairs Executive Group"}, "body", "is no more: the plan calls it former"),
        ({"change": "create", "body": "Forum", "kind": "committee"}, "kind", "'committee' is no kind of body"),
        ({"change": "create", "body": "qa & p", "kind": "group"}, "body", "is already the name of a body"),
        ({"change": "merge", "body": "CDOP", "into": "CDOP"}, "into", "cannot be merged into itself"),
        ({"change": "merge", "body": "CDOP", "into": "A; B"}, "into", "merged into one body"),
        ({"change": "rename", "body": "CDOP", "name": "SCRG"}, "name", "is already the name of a body"),
        ({"change": "move", "body": "CDOP", "other": "CDOP"}, "other", "cannot stand at both ends"),
        ({"change": "end line", "body": "CDOP", "other": "Police"}, "other", "there is no such line to end"),
        ({"change": "add line", "body": "CDOP", "other": "SSCB"}, "other", "the line is there already"),
        ({"change": "add line", "body": "CDOP", "other": "SSCB", "kind": "likes"}, "kind", "is no line between"),
        ({"change": "hand over", "body": "CDOP", "into": "SCRG", "actions": "3.1"}, "actions", "does not lead 3.1"),
        ({"change": "hand over", "body": "CDOP", "into": "SCRG", "functions": "tea"}, "functions", "is no function of"),
    ],
)
def test_a_fault_is_told_with_its_row_and_column(row: dict[str, str], column: str, words: str, written: Write) -> None:
    file = written({"change": "keep", "body": "QA&P"}, row)
    [fault] = faults(run_sscb("rehearse", file))
    assert fault.startswith(f"proposal.csv, row 3, column {column}: ")
    assert words in fault


def test_all_faults_are_told_together_and_none_for_what_another_row_was_to_make(written: Write) -> None:
    file = written(
        {"change": "create", "body": "Forum", "kind": "committee"},
        {"change": "move", "body": "Forum", "other": "SSCB"},
        {"change": "close", "body": "Nobody at all"},
    )
    assert [fault.split(":")[0] for fault in faults(run_sscb("rehearse", file))] == [
        "proposal.csv, row 2, column kind",
        "proposal.csv, row 4, column body",
    ]


def test_what_an_earlier_row_closed_cannot_change(written: Write) -> None:
    file = written(
        {"change": "close", "body": "Neglect Group"}, {"change": "rename", "body": "Neglect", "name": "Neglect Forum"}
    )
    [fault] = faults(run_sscb("rehearse", file))
    assert "row 3, column body" in fault
    assert "was closed by row 2" in fault


def test_a_withdrawn_row_is_kept_and_does_nothing(rehearsed: Rehearsed) -> None:
    found = rehearsed(
        {"change": "close", "body": "Neglect Group", "withdrawn": "yes"}, {"change": "keep", "body": "CDOP"}
    )
    assert found["before"] == found["after"]
    assert [row["sign"] for row in found["changes"]] == ["="]
    assert any("Withdrawn" in note and "row 2: close Neglect Group" in note for note in found["notes"])


# -- what comes of it


def test_closing_the_neglect_group_leaves_only_4_6_without_a_lead(rehearsed: Rehearsed) -> None:
    found = rehearsed({"change": "close", "body": "Neglect Group"})
    actions = outcomes(found, "action")
    assert set(actions) == LED_BY_NEGLECT
    assert {action for action, outcome in actions.items() if outcome == "no home"} == {"4.6"}
    assert next(row for row in found["ledger"] if row["item"].startswith("4.4"))["basis"] == "inherited"
    assert found["before"]["actions_without_lead"] == 0
    assert found["after"]["actions_without_lead"] == 1
    assert found["after"]["bodies"] == found["before"]["bodies"] - 1


def test_what_is_due_before_a_group_closes_is_not_in_trouble(rehearsed: Rehearsed) -> None:
    due = {row["action"]: row["due"] for row in open_plan().ask("actions").rows}
    assert due["4.6"] == ["2018-06-30"]
    later = rehearsed({"change": "close", "body": "Neglect Group", "effective": "2018-07-01"})
    assert outcomes(later, "action")["4.6"] == "ended"
    on_the_day = rehearsed({"change": "close", "body": "Neglect Group", "effective": "2018-06-30"})
    assert outcomes(on_the_day, "action")["4.6"] == "no home"


def test_a_merged_group_takes_everything_with_it(rehearsed: Rehearsed) -> None:
    found = rehearsed(
        {"change": "merge", "body": "Health Sub Group; Education Sub Group", "into": "Health and Education Group"}
    )
    assert set(Counter(row["outcome"] for row in found["ledger"])) == {"moved"}
    assert {tuple(row["to"]) for row in found["ledger"]} == {("Health and Education Group",)}
    assert [(row["sign"], row["body"]) for row in found["changes"]] == [
        ("-", "Health Sub Group"),
        ("-", "Education Sub Group"),
        ("+", "Health and Education Group"),
    ]
    assert found["after"]["subgroups"] == found["before"]["subgroups"] - 1


def test_a_rename_is_the_same_body(rehearsed: Rehearsed) -> None:
    found = rehearsed(
        {"change": "rename", "body": "Area Sub Groups", "name": "Practice Forum"},
        {"change": "move", "body": "Practice Forum", "other": "QA&P"},
        {"change": "join", "body": "Area Sub Groups", "other": "SSCB"},
    )
    [row] = found["changes"]
    assert (row["sign"], row["body"], row["was"]) == ("~", "Practice Forum", "Area Sub Groups")
    assert found["counts"]["renamed"] == 1
    assert found["ledger"] == []
    assert found["after"]["bodies"] == found["before"]["bodies"]


def test_the_executive_takes_over_the_top(rehearsed: Rehearsed) -> None:
    found = rehearsed({"change": "merge", "body": "SSCB", "into": "Executive"})
    assert found["after"]["bodies_without_route"] <= found["before"]["bodies_without_route"]
    lines = [row for row in found["ledger"] if row["kind"] == "line"]
    assert lines
    assert {row["outcome"] for row in lines} == {"moved"}


def test_a_split_group_is_handed_over_part_by_part(rehearsed: Rehearsed) -> None:
    split = {"change": "split", "body": "Neglect Group", "into": "Neglect Forum; Home Safety", "kind": "subgroup"}
    found = rehearsed(split)
    assert outcomes(found, "action")["4.6"] == "no home"
    handed = rehearsed(
        split,
        {"change": "hand over", "body": "Neglect Group", "into": "Neglect Forum", "actions": "4.6; 3.1"},
        {"change": "hand over", "body": "Neglect Group", "into": "Home Safety; Neglect Forum"},
    )
    assert set(outcomes(handed, "action").values()) == {"moved"}
    to = {row["item"].split(" (")[0]: row["to"] for row in handed["ledger"] if row["kind"] == "action"}
    assert to["4.6"] == ["Neglect Forum"]
    assert to["4.8"] == ["Home Safety", "Neglect Forum"]


def test_a_line_that_was_only_inferred_stays_so(rehearsed: Rehearsed) -> None:
    found = rehearsed({"change": "close", "body": "Neglect Group"})
    lines = {row["item"]: row for row in found["ledger"] if row["kind"] == "line"}
    inferred = lines["Neglect Task and Finish Group reports to Business Group"]
    assert inferred["basis"] == "inferred"
    assert "challenge and scrutiny" in inferred["reason"]
    assert lines["Neglect Task and Finish Group subgroup of Surrey Safeguarding Children Board"]["basis"] == "stated"


# -- how it is shown


def test_the_page_begins_with_the_verdict_and_fits_a_line(written: Write) -> None:
    ran = run_sscb("rehearse", written({"change": "close", "body": "Neglect Group"}))
    lines = ran.out.splitlines()
    assert lines[0] == "What comes of proposal.csv"
    assert lines[2].startswith("Neglect Task and Finish Group closes.")
    assert "4.6" in "".join(lines[:12])
    assert max(len(line) for line in lines if not line.startswith("Next: ")) <= 80


@pytest.mark.parametrize("suffix", ["docx", "xlsx", "pdf", "html", "md", "json", "txt", "csv"])
def test_a_rehearsal_and_its_ledger_go_into_files(suffix: str, written: Write, tmp_path: Path) -> None:
    file, ledger = tmp_path / f"all.{suffix}", tmp_path / f"ledger.{suffix}"
    ran = run_sscb("rehearse", written({"change": "close", "body": "Neglect Group"}), "-o", file, "--ledger", ledger)
    assert ran.code == 1
    assert file.stat().st_size > 500
    assert ledger.stat().st_size > 500


def test_names_that_look_like_commands_stay_text(written: Write, tmp_path: Path) -> None:
    hostile = {"change": "create", "body": '=HYPERLINK("http://example.org";"x")'.replace(";", ","), "kind": "group"}
    markup = {"change": "create", "body": "<script>alert(1)</script> | **bold** #set x", "kind": "group"}
    proposal = written(hostile, markup, {"change": "close", "body": hostile["body"]})
    for suffix in ("xlsx", "html", "docx", "pdf", "md", "csv", "txt"):
        file = tmp_path / f"out.{suffix}"
        assert run_sscb("rehearse", proposal, "-o", file).code in {0, 1}
    sheets = openpyxl.load_workbook(tmp_path / "out.xlsx")
    cells = [cell for sheet in sheets for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert any("HYPERLINK" in str(cell.value) for cell in cells)
    assert "<script" not in (tmp_path / "out.html").read_text(encoding="utf-8")


def test_the_plan_is_never_touched(written: Write, seed_copy: SeedCopy) -> None:
    before = {file: file.read_bytes() for file in seed_copy.folder.glob("*.csv")}
    run_sscb("--seed", seed_copy.folder, "rehearse", written({"change": "close", "body": "Neglect Group"}))
    assert {file: file.read_bytes() for file in seed_copy.folder.glob("*.csv")} == before


# -- without a file


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["close", "Neglect", "Group"], "Neglect Task and Finish Group closes."),
        (["rename", "Area Sub Groups", "Practice Forum"], "Area Sub Groups is renamed Practice Forum."),
        (["rename", "Area Sub Groups", "--to", "Practice Forum"], "Area Sub Groups is renamed Practice Forum."),
        (["move", "Early Help", "--to", "SSCB"], "reports to Surrey Safeguarding Children Board instead."),
        (["vacate", "Independent Chair"], "Independent Chair of the SSCB falls vacant."),
        (["merge", "Health Sub Group", "Education Sub Group", "--into", "Both"], "become part of Both."),
    ],
)
def test_a_single_change_needs_no_file(words: list[str], says: str) -> None:
    ran = run_sscb("impact", *words)
    assert ran.code in {0, 1}, ran.err
    assert says in " ".join(ran.out.split())


def test_a_wrong_name_of_a_single_change_is_a_wrong_command() -> None:
    ran = run_sscb("impact", "close", "Nobody at all")
    assert ran.code == 2
    assert "No body in the plan is called 'Nobody at all'" in ran.err
