"""Pairs of loads at once, of two contents under one plan's id: both end with 0, and the plan is one of the two, whole.

Every other pair meets a database without plan and schema, with an index that an older version left behind; the others
meet a third content.
"""

from __future__ import annotations

import subprocess
import time
from pathlib import Path
from typing import Any

from sscb_graph.errors import SscbError
from sscb_graph.questions.asking import Reading
from tests.attack.contents import begin_load, contents, foreign, reached, running, transactions
from tests.attack.report import Report
from tests.neo4j.conftest import Built, Shared, content
from tests.neo4j.server import Server

COUNT = 20
ACTIONS = 500


def run(count: int, folder: Path) -> Report:
    """Begins `count` pairs of loads."""
    with running(folder) as server:
        return attack(count, folder, server, ACTIONS)


def attack(count: int, folder: Path, server: Server, actions: int) -> Report:
    """The attack on a server that runs already, with plans of so many actions."""
    report = Report("load pairs")
    third, *pair = contents(folder, actions, 3)
    whole = [plan.plan.read(_whole, "answering") for plan in pair]
    with reached(server) as shared:
        kept = foreign(shared)
        for number in range(count):
            first = number % 2 == 0
            if first:
                _forget(shared)
            else:
                third.load(shared.connection)
            # Either of the two is sometimes the first to be started.
            together, faults = _at_once(shared, pair[:: 1 if number % 4 < 2 else -1], folder)
            if _held(shared) not in whole or foreign(shared) != kept:
                faults.append("the plan is not one of the two, or other people's data differs")
            name = "first loads" if first else "loads again"
            if faults:
                report.fail(f"pair {number} ({name}): {'; '.join(faults)}")
            else:
                report.count(f"{name} {'at once' if together else 'one after the other'}, both 0")
    return report


def _at_once(shared: Shared, pair: list[Built], folder: Path) -> tuple[bool, list[str]]:
    """Loads both; returns whether the server saw both at the same time, and what went wrong with them."""
    processes = [begin_load(shared, plan, folder) for plan in pair]
    together = False
    while any(process.poll() is None for process in processes):
        together = together or len({row["connection"] for row in transactions(shared)}) > 1
        time.sleep(0.002)
    return together, [fault for process in processes if (fault := _fault(process))]


def _fault(process: subprocess.Popen[str]) -> str:
    _, said = process.communicate()
    return f"a load ended with {process.returncode} and said {said!r}" if process.returncode else ""


def _held(shared: Shared) -> object:
    try:
        return shared.read(_whole)
    except SscbError as problem:
        return problem


def _whole(reading: Reading) -> tuple[str, Any]:
    return reading.origin.digest, content(reading.whole().reader)


def _forget(shared: Shared) -> None:
    """Takes the plan and the schema away, and leaves an index of an older version."""
    shared.run("MATCH (n:Sscb) DETACH DELETE n")
    for kind, several in (("CONSTRAINT", "CONSTRAINTS"), ("INDEX", "INDEXES")):
        for row in shared.run(f"SHOW {several} YIELD name WHERE name STARTS WITH 'sscb_' RETURN name"):
            shared.run(f"DROP {kind} $name", name=row["name"])
    shared.run("CREATE INDEX sscb_of_old FOR (n:Sscb) ON (n.of_old)")
