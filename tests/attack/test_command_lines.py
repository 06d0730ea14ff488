"""The attack on command lines, in a small count: it holds, and its cases are as hostile as it says."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from sscb_graph.text import CONTROL, is_text
from tests.attack import command_lines
from tests.attack.words import TYPED_PASSWORD
from tests.cli.tree import COMMANDS

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes and links in a folder are a matter of POSIX")


def test_command_lines_end_as_the_contract_says(tmp_path: Path) -> None:
    report = command_lines.run(300, tmp_path)
    assert not report.failures, report
    assert {f"exit {code}" for code in (0, 1, 2, 3, 4)} <= set(report.outcomes)
    assert sum(count for name, count in report.outcomes.items() if name.startswith("as a process")) == 9


def test_the_lines_are_hostile_and_reach_every_command() -> None:
    lines = list(command_lines.lines(3_000))
    words = [word for line in lines for word in line]
    assert lines[:50] == list(command_lines.lines(50))
    assert {path[0] for path in COMMANDS} <= {line[0] for line in lines if line}
    assert sum(not is_text(word) for word in words) > 50
    assert sum(len(word.encode(errors="surrogateescape")) > 255 for word in words) > 50
    assert sum(bool(CONTROL.search(word)) for word in words) > 50
    assert any(TYPED_PASSWORD in word for word in words)
    assert {"pipe", "device", "pipes", "damaged", "$(touch kept)"} <= set(words)
