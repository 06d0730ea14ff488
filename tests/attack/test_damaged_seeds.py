"""The attack on plans' files, in a small count: it holds, and its damage is what it says."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from sscb_graph.folder import SeedFolder
from sscb_graph.folder.load import load_records
from tests.attack import damaged_seeds
from tests.attack.damage import DAMAGES

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes and links in a folder are a matter of POSIX")


def test_damaged_plans_are_loaded_whole_or_refused_with_the_place(tmp_path: Path) -> None:
    report = damaged_seeds.run(2 * len(DAMAGES), tmp_path)
    assert not report.failures, report
    assert report.outcomes["loaded"] > 2
    assert report.outcomes["refused"] > len(DAMAGES)


def test_the_damage_is_done_and_the_same_on_every_run() -> None:
    first, again = ([*damaged_seeds.cases(2 * len(DAMAGES))] for _ in range(2))
    assert [(seed.files, seed.expected) for seed, _ in first] == [(seed.files, seed.expected) for seed, _ in again]
    assert {name for _, name in first} == {damage.__name__ for damage in DAMAGES}
    assert sum(seed.expected is not None for seed, _ in first) >= len(DAMAGES)


def test_what_is_damaged_was_sound() -> None:
    for files in damaged_seeds.made_plans(3):
        assert load_records(SeedFolder(Path("made"), files)).whole
