"""Every writer killed once or twice, and the attack seen to find what is torn."""

from __future__ import annotations

from pathlib import Path

from sscb_graph.temporary import SUFFIX
from tests.attack import killed_writers
from tests.attack.killed_writers import _Writer
from tests.cli.test_processes import UNIX


@UNIX
def test_no_kill_tears_a_file(tmp_path: Path) -> None:
    report = killed_writers.run(7, tmp_path)
    assert not report.failures
    assert report.outcomes["killed at a step"] >= 4, "kills must land inside the writing"


@UNIX
def test_what_is_torn_or_left_is_found(tmp_path: Path) -> None:
    writer = _Writer(["export", "grass", "-o", "OUT"], tmp_path, b"before")
    writer.measure()
    writer.prepare()
    assert not list(writer.torn())
    writer.out.write_bytes(b"half")
    assert list(writer.torn())
    writer.prepare()
    (writer.place / "below").mkdir()
    (writer.place / "below" / f".x{SUFFIX}").write_bytes(b"")
    assert list(writer.finished()) == [f"['.x{SUFFIX}'] are left after the next run"]
