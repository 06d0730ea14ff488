"""Kills of `sscb load` inside its transaction, and of the server meanwhile: afterwards the plan is wholly old or new.

That a kill landed inside is shown by the server: the load's transaction is in its list just before the kill, and once
it is gone the database still holds the old load record. A kill after which the new plan is there came at the commit or
later, and does not count towards the number of cases; the answer has to be whole all the same. A load may outlive the
server, since the driver tries again until it is back: a kill of the server counts if the load still waits for it.
"""

from __future__ import annotations

import random
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sscb_graph.errors import SscbError
from sscb_graph.questions.asking import Reading, ask
from sscb_graph.questions.rows import Row
from sscb_graph.stores.neo4j import writing
from sscb_graph.stores.neo4j.stored import NODES, RELATIONSHIPS
from tests.attack.contents import begin_load, contents, foreign, reached, running, transactions, wait_until_idle
from tests.attack.report import Report
from tests.neo4j.conftest import Built, Shared, content
from tests.neo4j.server import Server

COUNT = 60
#: Of so many kills of a load, one more is of the server.
SERVER_KILLS = 10
#: How many tries a case has until a kill lands inside.
TRIES = 8
#: What the length of a load, as it is known, is multiplied by after a kill inside, and after one that came too late:
#: it changes with what else the machine does, and with what the server has compiled.
LONGER, SHORTER = 1.05, 0.8
ACTIONS = 500
#: Within so many seconds of a kill of the server, a load whose commit came before it has ended.
ENDED = 1.0
#: What a load is doing, by the statement that is under way.
PHASES = {
    writing._LOCK: "locking",
    NODES: "reading",
    RELATIONSHIPS: "reading",
    writing._DELETE_RELATIONSHIPS: "removing",
    writing._DELETE_NODES: "removing",
    writing._UPDATE_NODES: "updating",
    writing._CREATE_NODES: "creating",
    writing._UPDATE_RELATIONSHIPS: "updating",
    writing._CREATE_RELATIONSHIPS: "creating",
    writing._WRITE_RECORD: "recording",
}


def run(count: int, folder: Path) -> Report:
    """Kills `count` loads inside their transactions, and the server a tenth as often."""
    with running(folder) as server:
        return attack(count, folder, server, ACTIONS)


def attack(count: int, folder: Path, server: Server, actions: int, server_kills: int | None = None) -> Report:
    """The attack on a server that runs already, with plans of so many actions."""
    with reached(server) as shared:
        killing = _Killing(shared, folder, contents(folder, actions), Report("killed loads"))
        for number in range(count):
            killing.until_inside(number / count, "load", subprocess.Popen.kill)
        of_server = count // SERVER_KILLS if server_kills is None else server_kills
        for number in range(of_server):
            killing.until_inside(number / of_server, "server", lambda _: server.kill(), server.start)
        killing.load_at_last()
        return killing.report


@dataclass
class _Sight:
    """What the server's list shows of a load: the id of its transaction, what it does, and since when it is there."""

    transaction: str
    phase: str
    since: float


class _Killing:
    """Loads that are killed, one after the other, and what is there afterwards."""

    def __init__(self, shared: Shared, folder: Path, plans: list[Built], report: Report) -> None:
        self.shared, self.folder, self.plans, self.report = shared, folder, plans, report
        self.chance = random.Random(COUNT)  # noqa: S311 (its chance is no secret)
        self.rows, self.whole = ([plan.plan.read(work, "answering") for plan in plans] for work in (_rows, _whole))
        self.held = 0
        self._finish(0)
        shared.run("MATCH (b:Sscb {id: 'damb'}), (f:Foreign {x: 1}) CREATE (f)-[:LIKES {y: 1}]->(b)")
        self.foreign = foreign(shared)
        #: How long a load's transaction is open, in seconds; the kills themselves correct it.
        self.length = self._finish(1)

    def until_inside(
        self,
        part: float,
        what: str,
        kill: Callable[[subprocess.Popen[str]], None],
        revive: Callable[[], None] = lambda: None,
    ) -> None:
        """Kills loads until a kill lands inside, the first at about this part of the time that a load takes."""
        for _ in range(TRIES):
            if self._kill(part * self.length, what, kill, revive):
                self.length *= LONGER
                return
            self.length *= SHORTER
            part /= 2
        self.report.fail(f"no kill of a {what} landed inside a load in {TRIES} tries")

    def load_at_last(self) -> None:
        """After all kills a load succeeds, and nothing of other people is lost."""
        self._finish(1 - self.held)
        left = self.shared.run("MATCH (n) WHERE n.being_loaded RETURN n.id AS id")
        if left or foreign(self.shared) != self.foreign:
            self.report.fail(f"after all kills other people's data differs, or a lock is left: {left}")

    def _finish(self, which: int) -> float:
        """Loads a content whole; returns how long its transaction was open, in seconds."""
        process = begin_load(self.shared, self.plans[which], self.folder)
        seen = self._sight(process)
        length = 0.0
        while seen and self._sight(process, seen.transaction):
            length = time.monotonic() - seen.since
        _, said = process.communicate()
        self.held = which
        if process.returncode != 0 or self.shared.read(_whole) != self.whole[which]:
            self.report.fail(f"a load that nobody disturbs ended with {process.returncode}: {said}")
        return length

    def _sight(self, process: subprocess.Popen[str], transaction: str | None = None) -> _Sight | None:
        """Waits until the server lists the transaction of a load; None if the load ends first.

        With the id of a `transaction`, looks only once whether it is still there.
        """
        while True:
            now = time.monotonic()
            for row in transactions(self.shared):
                if row["id"] == transaction or (transaction is None and row["query"] in PHASES):
                    return _Sight(row["id"], PHASES.get(row["query"], "between two statements"), now)
            if transaction is not None or process.poll() is not None:
                return None
            time.sleep(0.005)

    def _kill(
        self,
        delay: float,
        what: str,
        kill: Callable[[subprocess.Popen[str]], None],
        revive: Callable[[], None],
    ) -> bool:
        """Kills once, after a delay in seconds; returns whether that was inside a load."""
        new = 1 - self.held
        process = begin_load(self.shared, self.plans[new], self.folder)
        seen = self._sight(process)
        time.sleep(delay * self.chance.uniform(0.9, 1.1))
        seen = seen and self._sight(process, seen.transaction)
        kill(process)
        waits = what == "server" and self._waits(process)
        revive()
        out, said = process.communicate()
        found = self._found()
        if isinstance(found, str) or foreign(self.shared) != self.foreign:
            wrong = found if isinstance(found, str) else "other people's data differs"
            self.report.fail(f"{what} killed while {seen and seen.phase}: {wrong}")
            return True
        inside = seen is not None and (waits if what == "server" else found == self.held)
        outlived = waits and found == new and process.returncode == 0
        if inside and (what == "server") != (outlived or _in_a_sentence(process.returncode, said)):
            self.report.fail(f"{what} killed: the load ended with {process.returncode} and said {said!r}")
        elif inside and seen:
            if outlived:
                self.report.outcomes["loads that ended well once the server was back"] += 1
            self.report.count(f"kills of a {what} inside: {seen.phase}")
        else:
            self.report.outcomes[f"kills of a {what} not counted: {'after' if out else 'at'} the commit"] += 1
        self.held = found
        return inside

    @staticmethod
    def _waits(process: subprocess.Popen[str]) -> bool:
        """Whether a load still waits for a server that was killed a while ago."""
        try:
            process.wait(ENDED)
        except subprocess.TimeoutExpired:
            return True
        return False

    def _found(self) -> int | str:
        """Which content is there once everything has settled; for any other, what is wrong.

        A question that is asked at once may still find the old content where the new one is about to come, but not the
        other way round.
        """
        try:
            early = self._which(self.shared.read(_rows), self.rows)
            wait_until_idle(self.shared)
            late = self._which(self.shared.read(_whole), self.whole)
        except SscbError as problem:
            return f"it cannot be read: {problem}"
        if late is not None and early in {self.held, late}:
            return late
        return f"the plan is mixed: {early} at once and {late} later, and it was {self.held}"

    @staticmethod
    def _which(answer: object, expected: list[Any]) -> int | None:
        return expected.index(answer) if answer in expected else None


def _rows(reading: Reading) -> tuple[str, list[Row]]:
    """The digest of the folder that was loaded, and every action with its lead, words and day."""
    return reading.origin.digest, ask(reading, "actions", {}).rows


def _whole(reading: Reading) -> tuple[str, object]:
    """The digest of the folder that was loaded, and all that the plan holds."""
    return reading.origin.digest, content(reading.whole().reader)


def _in_a_sentence(code: int, said: str) -> bool:
    return code == 4 and said.startswith("Error: ") and said.count("\n") == 1
