"""Folders of an earlier version are converted whole or not at all, and a copy is kept."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sscb_graph.errors import CannotWrite, NoSeed, OldFolder, SeedError
from sscb_graph.folder import SeedFolder, open_seed, read_folder
from sscb_graph.folder.load import load_records
from sscb_graph.folder.old_form import convert
from sscb_graph.folder.record_tables import Records
from sscb_graph.folder.writer import upgrade
from sscb_graph.model import Note, Recommendation, Report
from sscb_graph.temporary import SUFFIX
from tests.conftest import ROOT, SeedCopy
from tests.old_plans import NEW, OLD, write_old_plan


def csv_bytes(columns: list[str], rows: list[dict[str, object]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


@pytest.fixture(scope="session")
def old_plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped plan as earlier versions shipped it."""
    folder = tmp_path_factory.mktemp("old") / "seed"
    write_old_plan(folder)
    return folder


@pytest.fixture
def old(old_plan: Path, tmp_path: Path) -> SeedCopy:
    shutil.copytree(old_plan, tmp_path / "My plan")
    return SeedCopy(tmp_path / "My plan")


def contents(folder: Path) -> dict[str, bytes]:
    """The files of a plan's folder; worked examples of proposals are no part of a plan."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.parent.name != "proposals")
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def shipped() -> Records:
    return load_records(open_seed(None))


def test_an_old_folder_is_refused_in_a_sentence_that_says_what_to_do(old: SeedCopy) -> None:
    with pytest.raises(OldFolder) as caught:
        old.records()
    assert caught.value.exit_code == 3
    assert caught.value.folder == old.folder
    assert str(caught.value) == f"The plan in {old.folder} was made for an earlier version."


@pytest.mark.parametrize("left", [*OLD, "recommendations_document"])
def test_any_trace_of_the_old_form_is_found(left: str, old: SeedCopy) -> None:
    for file in OLD:
        if file != left:
            (old.folder / file).unlink()
    if left in OLD:
        old.replace("plan.csv", b"recommendations_document", b"default_report")
    with pytest.raises(OldFolder):
        old.records()


def test_the_old_shipped_plan_becomes_the_new(old: SeedCopy) -> None:
    before = contents(old.folder)
    done = upgrade(old.folder)
    assert load_records(open_seed(old.folder)) == shipped()
    assert contents(old.folder) == contents(ROOT / "seed")
    assert (done.reports, done.recommendations, done.notes, done.changed) == (2, 118, 1, True)
    assert {path.name for path in done.written} == {*NEW, "plan.csv", "notes.csv"}
    assert {path.name for path in done.removed} == set(OLD)
    assert done.copy == old.folder.with_name("My plan-before-upgrade")
    assert contents(done.copy) == before
    assert "2 reports and 118 recommendations" in done.sentence


def test_a_second_upgrade_changes_nothing_and_says_so(old: SeedCopy) -> None:
    upgrade(old.folder)
    before = contents(old.folder.parent)
    again = upgrade(old.folder)
    assert not again.changed
    assert "needs no upgrade: nothing was changed" in again.sentence
    assert contents(old.folder.parent) == before


def test_copies_never_replace_each_other(old: SeedCopy) -> None:
    old.folder.with_name("My plan-before-upgrade").mkdir()
    assert upgrade(old.folder).copy == old.folder.with_name("My plan-before-upgrade-2")


def test_other_files_keep_every_byte(old: SeedCopy) -> None:
    (old.folder / "minutes").mkdir()
    (old.folder / "minutes" / "July.docx").write_bytes(b"\x00\xff")
    before = contents(old.folder)
    done = upgrade(old.folder)
    changed = {path.name for path in (*done.written, *done.removed)}
    after = contents(old.folder)
    assert {name: data for name, data in before.items() if name not in changed} == {
        name: data for name, data in after.items() if name not in changed
    }


def test_line_ends_and_bom_stay_as_they_were(old: SeedCopy) -> None:
    for name in ("plan.csv", "notes.csv"):
        path = old.folder / name
        path.write_bytes(path.read_bytes().removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n"))
    upgrade(old.folder)
    for name in ("plan.csv", "notes.csv"):
        assert b"\r" not in (old.folder / name).read_bytes()
        assert not (old.folder / name).read_bytes().startswith(b"\xef")
    assert old.records() == shipped()


@pytest.mark.parametrize(
    ("file", "key", "cells", "sentence"),
    [
        (OLD[0], "ofsted-3", {"number": "33"}, "ofsted_recommendations.csv, row 4, column number: the number 33 disag"),
        (OLD[0], "ofsted-3", {"recommendation": "perhaps"}, "row 4, column recommendation: write yes or no"),
        (
            OLD[1],
            "peer-2",
            {"text": ""},
            "peer_recommendations.csv, row 3, column text: is blank and must be filled in",
        ),
        (OLD[1], "peer-2", {"id": "peer-1", "number": "1"}, "row 3, column id: 'peer-1' is already the id of row 2"),
    ],
)
def test_faults_of_old_files_are_located_and_nothing_is_written(
    file: str, key: str, cells: dict[str, str], sentence: str, old: SeedCopy
) -> None:
    old.edit(file, key, **cells)
    before = contents(old.folder.parent)
    with pytest.raises(SeedError, match=sentence):
        upgrade(old.folder)
    assert contents(old.folder.parent) == before


def test_reports_that_are_there_already_are_not_overwritten(old: SeedCopy) -> None:
    (old.folder / "reports.csv").write_bytes(csv_bytes(["id", "word"], [{"id": "report-cqc", "word": "cqc"}]))
    with pytest.raises(SeedError, match=r"reports\.csv: is there already, beside the older files"):
        upgrade(old.folder)


@pytest.mark.parametrize("steps", range(7))
def test_an_upgrade_that_was_killed_is_finished(steps: int, old: SeedCopy) -> None:
    before = contents(old.folder)
    copy = old.folder.with_name("My plan-before-upgrade")
    shutil.copytree(old.folder, copy)
    converted = convert(read_folder(old.folder))
    for name in [*converted.written, *converted.removed][:steps]:
        if name in converted.written:
            (old.folder / name).write_bytes(converted.written[name])
        else:
            (old.folder / name).unlink()
    left = copy.with_name(f".{copy.name}.x{SUFFIX}")
    left.mkdir()
    again = upgrade(old.folder)
    assert contents(old.folder) == contents(ROOT / "seed")
    assert left.exists() != again.changed, "what the copy was made in is removed, by whatever finishes the upgrade"
    assert again.changed == (steps < 6)
    assert contents(copy) == before
    assert [path.name for path in old.folder.parent.glob("My*")] in (["My plan", copy.name], [copy.name, "My plan"])


def test_what_has_changed_since_a_copy_was_kept_is_copied_anew(old: SeedCopy) -> None:
    upgrade(old.folder)
    shutil.rmtree(old.folder)
    write_old_plan(old.folder)
    old.edit("notes.csv", "note-damb", text="Otherwise.")
    assert upgrade(old.folder).copy == old.folder.with_name("My plan-before-upgrade-2")


def test_a_folder_that_cannot_be_written_stays_as_it_was(old: SeedCopy, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(old.folder)
    unlink = Path.unlink

    def fails(path: Path, *, missing_ok: bool = False) -> None:
        if path.name == OLD[1]:
            raise OSError(28, "No space left on device")
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", fails)
    with pytest.raises(CannotWrite, match="no space left on device"):
        upgrade(old.folder)
    monkeypatch.undo()
    assert contents(old.folder) == before
    with pytest.raises(NoSeed):
        upgrade(old.folder / "missing")


def test_a_folder_without_a_named_document_is_converted(old: SeedCopy) -> None:
    old.edit("plan.csv", "surrey-2018", recommendations_document="")
    upgrade(old.folder)
    report = old.records().of(Report)[0]
    assert (report.document, report.basis, bool(report.reason)) == (None, "assumed", True)
    assert old.records().plan.default_report == report.id


def test_an_empty_plan_is_converted(old: SeedCopy) -> None:
    for path in old.folder.iterdir():
        if path.name != "plan.csv":
            path.unlink()
    old.edit("plan.csv", "surrey-2018", recommendations_document="", board="")
    assert upgrade(old.folder).reports == 0
    assert not old.records().of(Report)


def test_ids_that_are_taken_are_not_given_to_reports(old: SeedCopy) -> None:
    old.edit("notes.csv", "note-damb", id="report-ofsted")
    upgrade(old.folder)
    assert [report.id for report in old.records().of(Report)] == ["report-ofsted-2", "report-peer"]
    assert "report-ofsted-2" in [note.about for note in old.records().of(Note)]


@given(data=st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_item_of_an_old_folder_is_kept(data: st.DataObject, old_plan: Path) -> None:
    """Whatever is taken out of the old files, what is left is there afterwards, in the same words."""
    files = read_folder(old_plan).files
    kept = {}
    for name in OLD:
        lines = list(csv.DictReader(io.StringIO(files[name].decode("utf-8-sig"), newline="")))
        chosen = data.draw(st.lists(st.sampled_from(range(len(lines))), unique=True))
        rows = [lines[at] for at in chosen]
        kept.update({row["id"]: row.get("topic") or row.get("text") for row in rows})
        files[name] = csv_bytes(list(lines[0]), [dict(row) for row in rows])
    for name in ("actions", "leads", "citations", "responses", "links", "statuses", "shared_outcomes", "relations"):
        files.pop(f"{name}.csv")
    for name in ("decisions", "functions", "events", "documents", "abbreviations", "body_names", "bodies", "notes"):
        files.pop(f"{name}.csv")
    files.pop("observations.csv")
    files.pop("requirements_met.csv")
    files["plan.csv"] = csv_bytes(
        ["id", "title", "short_title", "recommendations_document"], [{"id": "x", "title": "x", "short_title": "x"}]
    )
    converted = convert(SeedFolder(old_plan, files))
    new = {name: held for name, held in files.items() if name not in converted.removed} | converted.written
    records = load_records(SeedFolder(old_plan, new))
    assert {item.id: item.topic or item.text for item in records.of(Recommendation)} == kept
