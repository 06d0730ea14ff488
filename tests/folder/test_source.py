"""Which files are read, which plan is meant, and what tells that nothing has changed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sscb_graph.errors import NoSeed, SeedError, SeveralPlans, UnknownPlan
from sscb_graph.folder import open_seed, open_seeds, plan_id, read_folder, source, stat_key
from sscb_graph.model import Note
from sscb_graph.resources import seed_folder
from tests.conftest import SeedCopy


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes in a folder are a matter of POSIX")
@pytest.mark.parametrize("name", ["plan.csv", "leads.csv", "more.csv"])
def test_a_pipe_a_device_and_a_folder_are_faults_and_never_waited_for(name: str, seed_copy: SeedCopy) -> None:
    path = seed_copy.folder / name
    path.unlink(missing_ok=True)
    for make in (os.mkfifo, Path.mkdir, lambda path: path.symlink_to("/dev/zero"), _link_to_a_pipe):
        make(path)
        with pytest.raises(SeedError) as caught:
            open_seed(seed_copy.folder)
        assert str(caught.value.faults[0]).startswith(f"{name}: is not a regular file; put a CSV file in its place")
        path.rmdir() if path.is_dir() else path.unlink()


def _link_to_a_pipe(path: Path) -> None:
    pipe = path.with_suffix(".pipe")
    if not pipe.exists():
        os.mkfifo(pipe)
    path.symlink_to(pipe)


def test_a_link_to_a_file_is_read_and_a_broken_one_is_a_fault(seed_copy: SeedCopy) -> None:
    path = seed_copy.folder / "notes.csv"
    path.rename(seed_copy.folder.parent / "notes.csv")
    path.symlink_to(seed_copy.folder.parent / "notes.csv")
    assert seed_copy.records()
    (seed_copy.folder.parent / "notes.csv").unlink()
    with pytest.raises(SeedError, match=r"notes.csv: cannot be read \(No such file"):
        open_seed(seed_copy.folder)


def test_a_huge_file_is_a_fault(seed_copy: SeedCopy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "LARGEST_FILE", 10_000)
    with pytest.raises(SeedError) as caught:
        open_seed(seed_copy.folder)
    assert "relations.csv: holds" in str(caught.value)
    assert "and at most 10,000 are read" in str(caught.value)
    assert len(caught.value.faults) > 1


def test_locks_and_hidden_files_are_passed_over(seed_copy: SeedCopy) -> None:
    before = open_seed(seed_copy.folder)
    for name in ("~$plan.csv", ".plan.csv", "README.txt"):
        (seed_copy.folder / name).write_bytes(b"x")
    assert open_seed(seed_copy.folder).digest == before.digest
    assert stat_key(seed_copy.folder) == stat_key(seed_copy.folder)
    assert [name for name, *_ in stat_key(seed_copy.folder)] == list(before.files)


def test_what_tells_of_a_change_without_reading(seed_copy: SeedCopy) -> None:
    before = stat_key(seed_copy.folder)
    seed_copy.edit("notes.csv", "note-damb", text="Changed.")
    after = stat_key(seed_copy.folder)
    assert [one[0] for one, other in zip(before, after, strict=True) if one != other] == ["notes.csv"]
    assert {name: size for name, size, *_ in after}["notes.csv"] == (seed_copy.folder / "notes.csv").stat().st_size
    with pytest.raises(SeedError, match="cannot be read"):
        stat_key(seed_copy.folder / "missing")


def test_several_plans(seed_copy: SeedCopy, tmp_path: Path) -> None:
    shutil.copytree(seed_copy.folder, tmp_path / "plan-before-upgrade")  # a copy that was kept is no plan
    assert [seed.path for seed in open_seeds(tmp_path)] == [seed_copy.folder]
    shutil.copytree(seed_copy.folder, tmp_path / "second")
    with pytest.raises(SeedError, match="'surrey-2018' is also the id of the plan in"):
        open_seed(tmp_path, "surrey-2018")
    SeedCopy(tmp_path / "second").edit("plan.csv", "surrey-2018", id="kent")
    with pytest.raises(SeveralPlans, match=r"Several plans are here: kent, surrey-2018\.$"):
        open_seed(tmp_path)
    with pytest.raises(UnknownPlan, match="There is no plan 'essex' here"):
        open_seed(tmp_path, "essex")
    assert plan_id(open_seed(tmp_path, "kent")) == "kent"


def test_errors_name_no_option_of_the_command_line(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "missing"):
        with pytest.raises(NoSeed) as caught:
            open_seed(folder)
        assert "--" not in str(caught.value)
        assert caught.value.exit_code == 3


def test_reading_needs_no_pydantic_and_no_networkx() -> None:
    code = (
        "import sys; from sscb_graph.folder import open_seed, plan_id, stat_key; s = open_seed(None); s.digest;"
        "plan_id(s); stat_key(s.path); from sscb_graph.model import basis, dates, vocabulary;"
        "print([m for m in ('pydantic', 'networkx', 'neo4j') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"


def test_the_shipped_plan_is_named() -> None:
    assert open_seed(None).name == "the plan shipped with sscb-graph"
    assert read_folder(seed_folder()).name == str(seed_folder())


def test_a_carriage_return_within_a_cell_becomes_a_line_feed(seed_copy: SeedCopy) -> None:
    seed_copy.edit("notes.csv", "note-damb", text="One\r\nTwo\rThree")
    text = next(note.text for note in seed_copy.records().of(Note) if note.id == "note-damb")
    assert text == "One\nTwo\nThree"


@pytest.mark.parametrize("mark", ["\u202e", "\u2066", "\x1b"])
def test_a_character_that_turns_words_around_is_a_fault(seed_copy: SeedCopy, mark: str) -> None:
    seed_copy.edit("notes.csv", "note-damb", text=f"One {mark}two")
    with pytest.raises(SeedError, match="holds the control character"):
        seed_copy.records()


def test_a_line_break_in_a_folders_name_is_shown_as_an_escape(seed_copy: SeedCopy) -> None:
    folder = seed_copy.folder.rename(seed_copy.folder.with_name("my\nplan"))
    assert open_seed(folder).name.endswith("my\\nplan")
