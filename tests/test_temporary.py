"""Temporary files and folders: what killed processes left is removed, and what is in use is not."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from sscb_graph import temporary
from sscb_graph.files import new_folder, write_whole
from sscb_graph.temporary import LEFT_BEHIND, SUFFIX, remove_left_behind

LOCKS = pytest.mark.skipif(not temporary.LOCKS, reason="Windows has no such locks")
WRITERS: list[Callable[[Path], None]] = [
    lambda path: write_whole(path, b"x"),
    lambda path: new_folder(path, {"a.csv": b"x"}),
]


def leave(folder: Path) -> list[Path]:
    """Leaves a file and a folder as a killed process does."""
    file, part = folder / f".x.json.abc{SUFFIX}", folder / f".plan.abc{SUFFIX}"
    file.write_bytes(b"half")
    (part / "whole").mkdir(parents=True)
    (part / "whole" / "plan.csv").write_bytes(b"half")
    return [file, part]


@LOCKS
@pytest.mark.parametrize("write", WRITERS, ids=["file", "folder"])
def test_the_next_writer_removes_what_a_killed_one_left(write: Callable[[Path], None], tmp_path: Path) -> None:
    leave(tmp_path)
    (tmp_path / ".mine").write_bytes(b"")
    write(tmp_path / "out")
    assert {path.name for path in tmp_path.iterdir()} == {".mine", "out"}


@LOCKS
@pytest.mark.parametrize("folder", [False, True], ids=["file", "folder"])
def test_what_is_being_written_is_left_alone(folder: bool, tmp_path: Path) -> None:
    with temporary.temporary(tmp_path / "out", folder=folder) as part:
        os.utime(part, (1, 1))
        remove_left_behind(tmp_path)
        assert part.exists()
    assert not list(tmp_path.iterdir())


@LOCKS
def test_what_is_removed_before_it_is_locked_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = temporary._lock
    taken: list[Path] = []

    def slow(place: Path, *, wait: bool) -> int | None:
        if wait and len(taken) < 2:  # once before the file is opened, and once after
            taken.append(place)
            if len(taken) == 1:
                place.unlink()
            held = lock(place, wait=wait)
            place.unlink()
            return held
        return lock(place, wait=wait)

    monkeypatch.setattr(temporary, "_lock", slow)
    write_whole(tmp_path / "out", b"x")
    assert len(taken) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_without_locks_only_what_is_old_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(temporary, "LOCKS", False)
    old = leave(tmp_path)
    young = tmp_path / f".y.json.abc{SUFFIX}"
    young.write_bytes(b"half")
    for path in old:
        os.utime(path, (time.time() - LEFT_BEHIND - 60,) * 2)
    write_whole(tmp_path / "out", b"x")
    assert {path.name for path in tmp_path.iterdir()} == {young.name, "out"}
