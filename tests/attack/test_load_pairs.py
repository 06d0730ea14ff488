"""A few pairs of loads, in the suite."""

from __future__ import annotations

from pathlib import Path

from tests.attack import load_pairs
from tests.neo4j.server import Server


def test_pairs_of_loads_both_end_well(attacked: Server, tmp_path: Path) -> None:
    report = load_pairs.attack(2, tmp_path, attacked, actions=100)
    assert report.failures == []
    assert report.tried == 2
    kinds = {name.partition(" at once")[0].partition(" one after")[0] for name in report.outcomes}
    assert kinds == {"first loads", "loads again"}
