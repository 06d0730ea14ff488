"""Fixtures: the tool as a process, the shipped plan's store, and copies of the seed to damage."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from sscb_graph.cli import main
from sscb_graph.folder import open_seed
from sscb_graph.folder.load import load_records
from sscb_graph.folder.record_tables import Records
from sscb_graph.plan import OpenPlan, open_plan

ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-snapshots", action="store_true", help="Write generated texts instead of comparing them.")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keeps the tests of a server, and else those of a file, in one worker; what takes longest begins first."""
    for item in items:
        item.add_marker(pytest.mark.xdist_group(_group(item)))
    items.sort(key=lambda item: not _group(item).startswith("neo4j"))


def _group(item: pytest.Item) -> str:
    """The release of Neo4j that a test asks, the server that attacks share, or else the file of the test."""
    folder, _, file = item.nodeid.partition("::")[0].rpartition("/")
    if "attacked" in getattr(item, "fixturenames", ()):
        return "neo4j attacked"
    if not folder.endswith("neo4j"):
        return f"{folder}/{file}"
    release = getattr(item, "callspec", None) and item.callspec.params.get("server")  # type: ignore[attr-defined]
    return f"neo4j {getattr(release, 'version', '') or file}"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints what tests counted."""
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties:
            if name == "summary":
                terminalreporter.write_line(str(value))


@dataclass(frozen=True)
class Ran:
    """What a run of the tool printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = json.loads(self.out)["rows"]
        return rows


#: An address where no server is.
NO_SERVER = {"SSCB_NEO4J_URI": "bolt://127.0.0.1:1", "SSCB_NEO4J_PASSWORD": "x"}


def speaks_to_neo4j(command: list[str]) -> bool:
    """Whether a command line needs a Neo4j server."""
    return command[0] in {"--store", "load", "unload", "cypher"} or command[:2] in (
        ["schema", "apply"],
        ["rehearse", "load"],
    )


def run_sscb(
    *arguments: str | Path, env: dict[str, str] | None = None, cwd: Path | None = None, stdin: str = ""
) -> Ran:
    """The tool in this process, with streams of its own: as from a shell, without the time that a start takes."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with (
        patch.dict(os.environ, env or {}),
        contextlib.chdir(cwd or Path.cwd()),
        patch.multiple(sys, stdin=io.TextIOWrapper(io.BytesIO(stdin.encode()), "utf-8"), stdout=out, stderr=err),
        pytest.raises(SystemExit) as left,
    ):
        main([*map(str, arguments)])
    code = left.value.code
    return Ran(code if isinstance(code, int) else 1, _printed(out), _printed(err))


def _printed(stream: io.TextIOWrapper) -> str:
    stream.flush()
    written: io.BytesIO = stream.buffer  # type: ignore[assignment]
    return written.getvalue().decode("utf-8").replace(os.linesep, "\n")


def run_process(
    *arguments: str | Path, env: dict[str, str] | None = None, cwd: Path | None = None, **streams: Any
) -> Ran:
    """The tool as a process, as a user starts it: for what only a process shows."""
    done = subprocess.run(
        [sys.executable, "-m", "sscb_graph", *map(str, arguments)],
        **{"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **streams},
        text=True,
        encoding="utf-8",
        env={**os.environ, **(env or {})},
        cwd=cwd,
        timeout=120,
        check=False,
    )
    return Ran(done.returncode, done.stdout or "", done.stderr or "")


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests keep their graphs in a cache folder of their own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SSCB_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def sscb() -> Callable[..., Ran]:
    return run_sscb


@pytest.fixture(scope="session")
def surrey() -> Iterator[OpenPlan]:
    with open_plan() as plan:
        yield plan


@pytest.fixture
def seed_copy(tmp_path: Path) -> SeedCopy:
    folder = tmp_path / "plan"
    shutil.copytree(ROOT / "seed", folder, ignore=shutil.ignore_patterns("proposals"))
    return SeedCopy(folder)


@dataclass(frozen=True)
class SeedCopy:
    """A copy of the shipped seed, edited as a maintainer would."""

    folder: Path

    def rows(self, file: str) -> list[dict[str, str]]:
        with (self.folder / file).open(encoding="utf-8-sig", newline="") as lines:
            return list(csv.DictReader(lines))

    def write(self, file: str, rows: list[dict[str, str]], columns: list[str] | None = None) -> None:
        columns = columns or list(self.rows(file)[0])
        with (self.folder / file).open("w", encoding="utf-8-sig", newline="") as lines:
            writer = csv.DictWriter(lines, columns)
            writer.writeheader()
            writer.writerows(rows)

    def edit(self, file: str, key: str, **cells: str) -> None:
        """Changes cells of the row whose first cell is the key; a column that the file lacks is added."""
        rows = self.rows(file)
        found = [row for row in rows if next(iter(row.values())) == key]
        assert len(found) == 1, key
        found[0].update(cells)
        self.write(file, [{**dict.fromkeys(found[0], ""), **row} for row in rows], list(found[0]))

    def add(self, file: str, **cells: str) -> None:
        """Adds a row; columns that are not given are blank."""
        with (self.folder / file).open(encoding="utf-8-sig", newline="") as lines:
            columns = next(csv.reader(lines))
        self.write(file, [*self.rows(file), {**dict.fromkeys(columns, ""), **cells}], columns)

    def remove(self, file: str, key: str) -> None:
        with (self.folder / file).open(encoding="utf-8-sig", newline="") as lines:
            columns = next(csv.reader(lines))
        kept = [row for row in self.rows(file) if next(iter(row.values())) != key]
        self.write(file, kept, columns)

    def replace(self, file: str, old: bytes, new: bytes) -> None:
        path = self.folder / file
        data = path.read_bytes()
        assert old in data
        path.write_bytes(data.replace(old, new, 1))

    def records(self) -> Records:
        return load_records(open_seed(self.folder))

    def open(self) -> OpenPlan:
        return open_plan(self.folder)
