"""A plan on a shared server, damaged by somebody else: what the tool then says to every question.

Whatever the damage, an answer ends in one of two ways: it is refused in a sentence, or it is clean, and what it was
before where the damage cannot be part of a plan.
"""

from __future__ import annotations

import os
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import LiteralString
from unittest.mock import patch

from sscb_graph.errors import SscbError
from sscb_graph.folder import open_seed
from sscb_graph.questions.definition import Question, all_questions
from sscb_graph.stores.neo4j import limits
from tests.attack.clean_end import find_faults
from tests.attack.report import Report
from tests.attack.store_damages import DAMAGES, MANY, Damage, Kind
from tests.conftest import Ran, run_sscb
from tests.neo4j.conftest import Built, Shared, content
from tests.neo4j.server import LTS, Server

__all__ = ["COUNT", "attack", "run"]

Command = tuple[str, ...]

COUNT = len(DAMAGES)
#: The command that reads the whole plan, and so meets every damage.
WHOLE: Command = ("check", "--format", "json")
_FORMATS = ("table", "json", "csv", "markdown")
_COMMANDS: tuple[Command, ...] = (
    ("gaps",),
    ("summary", "--by", "lead"),
    ("review",),
    ("events",),
    ("questions",),
    ("about", "qap"),
    ("line", "qap"),
    ("path", "ofsted 22", "sscb"),
    ("trace", "ofsted"),
    ("trace", "ofsted", "22"),
    ("trace", "action", "p1-1.1"),
    ("trace", "body", "qap"),
    ("who", "reports-to", "qap"),
    ("who", "leads", "p1-1.1"),
    ("who", "led-by", "qap"),
    ("who", "members", "executive"),
    ("who", "replaced"),
    ("who", "leads-nothing"),
    ("due", "--by", "2018-12-31"),
    ("due", "--overdue", "--as-at", "2018-10-01"),
    ("search", "quality"),
)
_PICTURES: tuple[Command, ...] = (
    ("structure",),
    ("structure", "--everyone", "--pages"),
    ("body", "qap"),
    ("priority", "1"),
    ("trace", "ofsted", "22"),
    ("trace", "action", "p1-1.1"),
    ("coverage",),
    ("timeline",),
)
#: The time of a load, the only part of an answer that another load of the same plan changes.
_LOADED = re.compile(rb"\d{4}-\d\d-\d\dT[\d:.]+Z")
_AWAY: tuple[LiteralString, ...] = (
    "MATCH (:Sscb)-[r]->() WHERE r.plan IS NULL OR r.plan <> 'surrey-2018' DELETE r",
    "MATCH (n) WHERE n:Foreign OR (n:Load AND n.id <> 'load~surrey-2018') OR (n:Sscb AND (n.plan IS NULL OR n.plan <> "
    "'surrey-2018' OR n.id =~ 'b[0-9]+')) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 20000 ROWS",
    "MATCH (n {plan: 'surrey-2018'}) WHERE NOT n:Sscb DETACH DELETE n",
)


@dataclass(frozen=True)
class End:
    """How a command ended: what it printed, and the files that it wrote."""

    ran: Ran
    files: dict[str, bytes]

    @property
    def timeless(self) -> object:
        """All of it but the time of the load."""
        printed = [_LOADED.sub(b"", text.encode()) for text in (self.ran.out, self.ran.err)]
        return self.ran.code, printed, {name: _LOADED.sub(b"", data) for name, data in self.files.items()}


def run(count: int, folder: Path) -> Report:
    """Do `count` of the damages to a server of its own, and ask it everything after each."""
    chosen = sorted(random.Random(4).sample(range(COUNT), min(count, COUNT)))  # noqa: S311 (no secret)
    with Server(folder, LTS, quick=True) as server:
        shared = Shared(server.uri, server.user, server.password)
        try:
            return attack(shared, [DAMAGES[number] for number in chosen], folder)
        finally:
            shared.driver.close()


def attack(shared: Shared, damages: Sequence[Damage], folder: Path, questions: int | None = None) -> Report:
    """Do each damage to the plan on a server, and ask everything, or so many questions and the whole plan."""
    report, built, chance = Report("hostile stores"), Built(open_seed(None)), random.Random(4)  # noqa: S311 (no secret)
    asked = commands()
    built.load(shared.connection)
    chosen = [asked if questions is None else [*chance.sample(asked, questions), WHOLE] for _ in damages]
    healthy = {command: ask(shared, command, folder) for command in set().union(*chosen)}
    for command, end in healthy.items():
        if end.ran.code and command != WHOLE:
            report.fail(f"sscb {' '.join(command)} fails on the plan as it is: {end.ran.err}")
    for damage, some in zip(damages, chosen, strict=True):
        for statement in damage.statements:
            shared.run(statement, **damage.parameters)
        _judge_all(report, damage, {command: ask(shared, command, folder) for command in some}, healthy)
        _repair(report, damage, shared, built)
    return report


def commands() -> list[Command]:
    """Every command that asks a plan, each in a format, and every picture and export."""
    found = [*_COMMANDS, *map(_question, all_questions())]
    asked = [(*command, "--format", _FORMATS[number % len(_FORMATS)]) for number, command in enumerate(found)]
    # Names of the plan stand in the commands that a table suggests.
    asked += [("trace", "ofsted", *number, "--format", "table") for number in ((), ("22",))]
    pictures = [("diagram", *words, "--format", form) for words in _PICTURES for form in ("txt", "svg")]
    exports = [("export", "graph", "--format", form, "-o", f"out-{form}") for form in ("json", "graphml", "csv")]
    return [*asked, *pictures, *exports, ("export", "cypher", "-o", "out.cypher"), WHOLE]


def _question(question: Question) -> Command:
    values = (f"{parameter.name}={parameter.example}" for parameter in question.parameters)
    return ("questions", "run", question.name, *(word for value in values for word in ("-p", value)))


def ask(shared: Shared, command: Command, folder: Path) -> End:
    """Run a command in a new folder, with a limit that the many things of an attack pass."""
    with TemporaryDirectory(dir=folder) as name, patch.object(limits, "MOST_VALUES", 5 * MANY):
        inside = Path(name, "inside")
        inside.mkdir()
        ran = run_sscb("--store", "neo4j", *command, env=shared.env, cwd=inside)
        written = (file for file in Path(name).rglob("*") if file.is_file())
        return End(ran, {os.path.relpath(file, inside): file.read_bytes() for file in written})


def _judge_all(report: Report, damage: Damage, ends: dict[Command, End], healthy: dict[Command, End]) -> None:
    for command, end in ends.items():
        said = [*find_faults(command, end.ran, end.files), *_differences(damage, end, healthy[command])]
        if said:
            report.fail(f"{damage.name}: sscb {' '.join(command)}: {'; '.join(said)}")
        else:
            report.count("unchanged" if end.timeless == healthy[command].timeless else f"exit {end.ran.code}")
    if damage.kind is Kind.HIDDEN and ends[WHOLE].ran.code != 4:
        report.fail(f"{damage.name}: the whole plan is read")
    if damage.kind is Kind.IMPOSSIBLE and all(end.ran.code != 4 for end in ends.values()):
        report.fail(f"{damage.name}: nothing refuses it")


def _differences(damage: Damage, end: End, before: End) -> Iterator[str]:
    """What must not differ from the answer that the plan gave before the damage."""
    if end.timeless == before.timeless or damage.kind in {Kind.POSSIBLE, Kind.HIDDEN}:
        return
    if damage.kind is Kind.HARMLESS or end.ran.code != 4:
        yield f"answered differently, with {end.ran.code}: {(end.ran.err or end.ran.out)[:200]!r}"


def _repair(report: Report, damage: Damage, shared: Shared, built: Built) -> None:
    """Take away what others wrote, and do as the sentence about damage says: unload the plan, and load it again."""
    for statement in _AWAY:
        shared.run(statement)
    for command in (("unload", "surrey-2018", "--yes"), ("load",)):
        ran = shared.sscb(*command)
        for fault in find_faults(command, ran, {}):
            report.fail(f"{damage.name}: sscb {' '.join(command)}: {fault}")
    if not _is_whole(shared, built):
        report.fail(f"{damage.name}: not repaired by an unload and a load: {ran.err[-200:]!r}")
        shared.empty()
        built.load(shared.connection)


def _is_whole(shared: Shared, built: Built) -> bool:
    try:
        return shared.content() == content(built.graph)
    except SscbError:
        return False
