"""sscb rehearse compare: proposals side by side, with doing nothing as the first column."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import run_sscb
from tests.rehearsal.conftest import Write

CLOSED = {"change": "close", "body": "Neglect Group", "effective": "2018-04-01"}
RENAMED = {"change": "rename", "body": "QA&P", "name": "Learning from Practice Group"}


@pytest.fixture
def two(written: Write) -> list[Path]:
    """A proposal that leaves an action without a lead, and one that leaves nothing without anything."""
    return [written(CLOSED, name="closing.csv"), written(RENAMED, name="renaming.csv")]


def compared(*files: Path) -> dict[str, Any]:
    ran = run_sscb("rehearse", "compare", *files, "--format", "json")
    assert ran.code == 0, ran.err
    found: dict[str, Any] = json.loads(ran.out)
    return found


def figures(found: dict[str, Any], option: str) -> dict[str, int]:
    return {f"{row['part']}: {row['what']}": row[option] for row in found["rows"]}


def test_doing_nothing_comes_first_and_every_option_has_the_figures_of_its_rehearsal(two: list[Path]) -> None:
    found = compared(*two)
    assert found["columns"] == ["part", "what", "do nothing", "closing", "renaming"]
    for file in two:
        alone = json.loads(run_sscb("rehearse", file, "--format", "json").out)
        own = figures(found, file.stem)
        assert own["figures: boards and groups"] == alone["after"]["bodies"]
        assert own["figures: actions without a lead"] == alone["after"]["actions_without_lead"]
        severities = [each["severity"] for each in alone["findings"] if each["finding"] != "not-reviewed"]
        assert own["findings: serious"] == severities.count("serious")
        assert own["findings: warnings"] == severities.count("warning")
        assert own["findings: notices"] == severities.count("notice")
        unhoused = [each["kind"] for each in alone["ledger"] if each["outcome"] == "no home"]
        assert own["without a home: functions"] == unhoused.count("function")
        left = own["still to be reviewed: boards and groups that no row names"]
        assert left == alone["counts"]["to_be_reviewed"]
    nothing = figures(found, "do nothing")
    assert nothing["figures: boards and groups"] == 17
    assert nothing["findings: serious"] == 0
    assert nothing["requirements: unknown"] == figures(found, "closing")["requirements: unknown"] > 0


def test_the_headline_names_who_leaves_the_fewest_serious_findings_and_recommends_nothing(two: list[Path]) -> None:
    found = compared(*two)
    closing = figures(found, "closing")["findings: serious"]
    assert closing > 0
    assert found["headline"] == (
        f"renaming leaves the fewest serious findings: 0; closing leaves {closing}. Doing nothing leaves 0."
    )
    assert compared(two[1])["headline"] == "renaming leaves no serious finding. Doing nothing leaves 0."
    same = compared(two[0], two[0])
    assert same["headline"].startswith("closing (1) and closing (2) each leave ")
    assert any("no option is recommended" in note for note in found["notes"])


def test_each_kind_of_serious_finding_has_its_count(two: list[Path]) -> None:
    found = compared(*two)
    alone = json.loads(run_sscb("rehearse", two[0], "--format", "json").out)
    serious = {each["finding"] for each in alone["findings"] if each["severity"] == "serious"}
    rows = [row for row in found["rows"] if row["part"] == "serious findings"]
    assert len(rows) == len(serious) > 0
    assert sum(row["closing"] for row in rows) == figures(found, "closing")["findings: serious"]


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "docx", "pdf", "html", "md", "json", "txt"])
def test_every_format_takes_them(suffix: str, two: list[Path], tmp_path: Path) -> None:
    file = tmp_path / f"options.{suffix}"
    assert run_sscb("rehearse", "compare", *two, "-o", file).code == 0
    assert file.stat().st_size > 500
    if suffix == "csv":
        rows = list(csv.reader(file.read_text(encoding="utf-8-sig").splitlines()))
        assert rows[0] == ["part", "what", "do nothing", "closing", "renaming"]


def test_the_faults_of_all_files_are_told_together(written: Write) -> None:
    bad = [written({"change": "close", "body": name}, name=f"{name}.csv") for name in ("Nobody", "Nothing")]
    ran = run_sscb("rehearse", "compare", *bad)
    assert ran.code == 3
    assert "2 faults" in ran.err
    assert all(f"{name}.csv" in ran.err for name in ("Nobody", "Nothing"))


def test_a_file_is_needed(tmp_path: Path) -> None:
    assert run_sscb("rehearse", "compare").code == 2
    assert run_sscb("rehearse", "compare", tmp_path / "nowhere.csv").code == 2


def test_what_is_counted_is_named_in_the_plural(written: Write) -> None:
    ran = run_sscb("rehearse", "compare", written({"change": "close", "body": "Neglect Group"}))
    assert "bodies" in [line.split("  ")[0] for line in ran.out.splitlines()]
    assert "bodys" not in ran.out
