"""sscb rehearse adopt: a proposal that was decided is written into the plan's folder, whole or not at all, once."""

from __future__ import annotations

import shutil
from pathlib import Path
from unittest.mock import patch

import pytest

from sscb_graph import files
from sscb_graph.errors import CannotWrite
from tests.conftest import Ran, SeedCopy, run_sscb

PROPOSAL = """\
change,body,into,other,name,kind,effective,decided_by,reason,withdrawn
close,Neglect Group,,,,,31/03/2019,Board,Too many groups,
merge,Health Sub Group; Education Sub Group,Health and Education Group,,,,2019-04,,,
rename,Area Sub Groups,,,Practice Forum,,2019-04,,,
statutory,Practice Forum,,,,,2019-04,,,
create,Data Panel,,Business Group,,panel,2019-04,,,
rename,Data Panel,,,Insight Panel,,2019-05,,,
keep,Business Group,,,,,,,,
close,Learning and Development Group,,,,,,,,yes
"""
BY = "Partnership Board, minute 7"


@pytest.fixture
def proposal(tmp_path: Path) -> Path:
    file = tmp_path / "papers" / "2019 proposal.csv"
    file.parent.mkdir()
    file.write_text(PROPOSAL, encoding="utf-8")
    return file


def adopt(plan: SeedCopy, proposal: Path, *more: str) -> Ran:
    ran = run_sscb("rehearse", "adopt", proposal, "--seed", plan.folder, "--by", BY, *more)
    assert "Traceback" not in ran.err
    assert not ran.out
    return ran


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def row(plan: SeedCopy, file: str, key: str) -> dict[str, str]:
    [found] = [row for row in plan.rows(file) if next(iter(row.values())) == key]
    return found


def test_a_proposal_is_written_as_recorded_facts_with_their_days(seed_copy: SeedCopy, proposal: Path) -> None:
    ran = adopt(seed_copy, proposal, "--on", "2 May 2019")
    assert ran.code == 0
    assert row(seed_copy, "leads.csv", "lead-p4-4.6-neglect")["until"] == "2019-03-30"
    added = row(seed_copy, "leads.csv", "health-and-education-group-leads-p4-4.3")
    assert (added["basis"], added["recorded_by"], added["recorded_on"]) == ("recorded", BY, "2019-05-02")
    assert added["from"] == "2019-04"
    assert added["reason"].startswith("Health Sub Group and Education Sub Group become part of")
    forum = row(seed_copy, "bodies.csv", "area-sub-groups")
    assert (forum["name"], forum["short_name"], forum["statutory"]) == ("Practice Forum", "", "yes")
    assert row(seed_copy, "bodies.csv", "data-panel")["name"] == "Insight Panel"
    assert row(seed_copy, "decisions.csv", "decision-on-neglect-former")["from"] == "2019-03-31"


def test_it_says_what_it_wrote(seed_copy: SeedCopy, proposal: Path) -> None:
    said = adopt(seed_copy, proposal).err.splitlines()
    assert said[0] == f"Adopted 7 changes of 2019 proposal.csv into {seed_copy.folder}."
    assert "  bodies.csv: 2 rows added and 1 changed" in said
    assert "  functions.csv: 1 row changed" in said
    assert "  changes.csv: 7 rows added" in said
    assert said[-2] == f"The folder as it was is kept in {seed_copy.folder}-before-adoption."
    assert said[-1].endswith(" check")


def test_the_folder_as_it_was_is_kept_beside_it(seed_copy: SeedCopy, proposal: Path) -> None:
    before = contents(seed_copy.folder)
    said = adopt(seed_copy, proposal).err
    copy = seed_copy.folder.with_name(f"{seed_copy.folder.name}-before-adoption")
    assert contents(copy) == before
    written = {line.split(":")[0].strip() for line in said.splitlines() if line.startswith("  ")}
    after = contents(seed_copy.folder)
    assert {name for name in after if after[name] != before.get(name)} == written
    # The copy is no plan of its own: the folder above still holds a single plan.
    assert run_sscb("--seed", seed_copy.folder.parent, "summary").code == 0


def test_the_answers_follow(seed_copy: SeedCopy, proposal: Path) -> None:
    adopt(seed_copy, proposal)
    report = run_sscb("--seed", seed_copy.folder, "who", "reports-to", "Business Group", "--format", "json")
    names = {cell for found in report.rows for cell in map(str, found.values())}
    assert {"Insight Panel", "Health and Education Group"} <= names
    assert "Neglect Task and Finish Group" not in names


def test_adopted_again_nothing_is_left(seed_copy: SeedCopy, proposal: Path) -> None:
    adopt(seed_copy, proposal)
    before = contents(seed_copy.folder)
    ran = adopt(seed_copy, proposal)
    assert ran.code == 0
    assert "Nothing is left to adopt" in ran.err
    assert contents(seed_copy.folder) == before
    assert not seed_copy.folder.with_name(f"{seed_copy.folder.name}-before-adoption-2").exists()


def test_rows_that_are_added_later_are_adopted_alone(seed_copy: SeedCopy, proposal: Path) -> None:
    adopt(seed_copy, proposal)
    proposal.write_text(f"{PROPOSAL}hand over,Business Group,Practice Forum,,,,2019-06,,,\n", encoding="utf-8")
    ran = adopt(seed_copy, proposal)
    assert ran.code == 0
    assert "Adopted 1 change of 2019 proposal.csv" in ran.err
    assert "; 7 rows of it it held already" in ran.err
    assert len(seed_copy.rows("changes.csv")) == 8


def test_a_change_without_a_day_cannot_be_recorded(seed_copy: SeedCopy, proposal: Path) -> None:
    proposal.write_text(f"{PROPOSAL}rename,Executive,,,Strategic Executive Group,,,,,\n", encoding="utf-8")
    before = contents(seed_copy.folder)
    ran = adopt(seed_copy, proposal)
    assert ran.code == 3
    assert "2019 proposal.csv, row 10, column effective: is blank" in ran.err
    assert contents(seed_copy.folder) == before
    assert sorted(path.name for path in seed_copy.folder.parent.iterdir()) == ["papers", "plan"]


def test_a_fact_that_begins_after_the_change_is_a_fault(seed_copy: SeedCopy, proposal: Path) -> None:
    seed_copy.edit("leads.csv", "lead-p4-4.6-neglect", **{"from": "2020-01"})
    before = contents(seed_copy.folder)
    ran = adopt(seed_copy, proposal)
    assert ran.code == 3
    assert "2019 proposal.csv, row 2, column effective: is too early: what it ends in row 63 of leads.csv" in ran.err
    assert "begins only in January 2020; write a later day" in ran.err
    assert contents(seed_copy.folder) == before


def test_the_shipped_plan_cannot_be_changed(proposal: Path) -> None:
    ran = run_sscb("rehearse", "adopt", proposal, "--by", BY)
    assert ran.code == 2
    assert "copy it with 'sscb init my-plan --example surrey'" in ran.err


def test_a_shared_store_cannot_be_changed(proposal: Path) -> None:
    ran = run_sscb("--store", "neo4j", "rehearse", "adopt", proposal, "--by", BY)
    assert ran.code == 2
    assert "--seed DIR" in ran.err


@pytest.mark.parametrize("by", ["", "  ", "two\nlines", "\u202eminute"])
def test_who_records_it_must_be_said_in_a_line(seed_copy: SeedCopy, proposal: Path, by: str) -> None:
    ran = run_sscb("rehearse", "adopt", proposal, "--seed", seed_copy.folder, "--by", by)
    assert ran.code == 2
    assert "the post or the minute" in ran.err


def test_a_day_that_is_none_is_refused(seed_copy: SeedCopy, proposal: Path) -> None:
    assert adopt(seed_copy, proposal, "--on", "soon").code == 2


def test_where_a_file_cannot_be_written_the_folder_stays_as_it_was(seed_copy: SeedCopy, proposal: Path) -> None:
    before = contents(seed_copy.folder)
    whole = files.write_whole

    def locked(path: Path, data: bytes) -> None:
        if path.name == "leads.csv" and data != before["leads.csv"]:
            raise CannotWrite(path, "it is open elsewhere")
        whole(path, data)

    with patch.object(files, "write_whole", locked):
        ran = adopt(seed_copy, proposal)
    assert ran.code == 5
    assert contents(seed_copy.folder) == before


@pytest.mark.parametrize("written", range(7))
def test_what_was_killed_is_finished(seed_copy: SeedCopy, proposal: Path, written: int) -> None:
    """As if the tool had been killed after some files: asked again, it writes the rest, and keeps no second copy."""
    before = contents(seed_copy.folder)
    adopt(seed_copy, proposal, "--on", "2019-05-02")
    after = contents(seed_copy.folder)
    for name in [name for name in sorted(after) if after[name] != before[name]][written:]:
        (seed_copy.folder / name).write_bytes(before[name])
    assert contents(seed_copy.folder) != after
    ran = adopt(seed_copy, proposal, "--on", "2019-05-02")
    assert ran.code == 0
    assert contents(seed_copy.folder) == after
    folders = sorted(path.name for path in seed_copy.folder.parent.iterdir())
    assert folders == ["papers", "plan", "plan-before-adoption"]


def test_a_plan_with_old_spreadsheet_habits_keeps_its_other_rows(seed_copy: SeedCopy, proposal: Path) -> None:
    file = seed_copy.folder / "relations.csv"
    data = file.read_bytes().removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    file.write_bytes(data)
    assert adopt(seed_copy, proposal).code == 0
    kept = file.read_bytes()
    assert b"\r" not in kept
    assert len(set(data.split(b"\n")) - set(kept.split(b"\n"))) == 9


def test_the_file_is_named_where_it_is_no_proposal(seed_copy: SeedCopy, tmp_path: Path) -> None:
    shutil.copy(seed_copy.folder / "leads.csv", tmp_path / "leads.csv")
    ran = adopt(seed_copy, tmp_path / "leads.csv")
    assert ran.code == 3
    assert "leads.csv, row 1" in ran.err
