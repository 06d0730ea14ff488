"""A few answers during loads, in the suite."""

from __future__ import annotations

from pathlib import Path

from tests.attack import mixed_reads
from tests.neo4j.server import Server


def test_answers_during_loads_hold_the_rows_of_one_load(attacked: Server, tmp_path: Path) -> None:
    report = mixed_reads.attack(30, tmp_path, attacked, actions=200)
    assert report.failures == []
    assert report.tried >= 30
    assert report.outcomes["loads meanwhile"] >= mixed_reads.LOADS
