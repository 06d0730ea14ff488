"""A few kills of loads, in the suite."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.attack import killed_loads
from tests.neo4j.server import Server


@pytest.mark.skipif(sys.platform == "win32", reason="what a kill leaves open differs there")
def test_killed_loads_leave_the_old_plan_or_the_new(attacked: Server, tmp_path: Path) -> None:
    report = killed_loads.attack(2, tmp_path, attacked, actions=200, server_kills=0)
    assert report.failures == []
    inside = (number for name, number in report.outcomes.items() if name.startswith("kills of a load inside: "))
    assert sum(inside) == report.tried == 2
