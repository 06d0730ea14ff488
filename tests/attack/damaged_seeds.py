"""Damaged copies of the shipped plan and of made ones: loaded with every row, or refused with the place, never partly.

Python's own reader of CSV, lax, says how many rows the files hold, and their ids. Where the damage is known to be in a
row, a fault must name that row. Each case is asked through the command line too, as a user meets it.
"""

from __future__ import annotations

import csv
import io
import random
import resource
import shutil
from collections.abc import Iterator
from pathlib import Path

import hypothesis
from hypothesis import HealthCheck, Phase, given, settings

from sscb_graph.errors import BAD_SEED, SeedError
from sscb_graph.folder import SeedFolder, open_seed
from sscb_graph.folder.load import LISTED, load_records
from sscb_graph.folder.record_tables import Records
from sscb_graph.model import RECORDS
from tests.attack.damage import DAMAGES, Damaged
from tests.attack.limits import limited
from tests.attack.report import Report
from tests.conftest import ROOT, Ran, run_sscb
from tests.plans import seeds

COUNT = 1_000
#: How many plans are made, besides the shipped one.
MADE = 40
#: By how much the memory of the process may grow over all cases, in megabytes: the largest is of half a million rows.
GROWTH = 600


def run(count: int, folder: Path) -> Report:
    """Try `count` damaged plans, one after the other in a folder below `folder`."""
    report = Report("damaged seeds")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for seed, damage in cases(count):
        path = folder / "plan"
        shutil.rmtree(path, ignore_errors=True)
        _write(seed, path)
        try:
            with limited():
                wrong, outcome = _judge(seed, path, folder)
        except BaseException as problem:  # whatever gets out of the tool is a failure of the case
            if isinstance(problem, KeyboardInterrupt):
                raise
            wrong, outcome = [f"{type(problem).__name__}: {problem}"[:300]], ""
        if wrong:
            report.fail(f"{damage}, expected {seed.expected}: {'; '.join(wrong)}")
        else:
            report.count(outcome)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
    if grown > GROWTH:
        report.failures.append(f"the process grew by {grown} MB")
    return report


def cases(count: int) -> Iterator[tuple[Damaged, str]]:
    """The damaged plans, each with the name of its damage; the same on every run."""
    chance = random.Random("damaged")  # noqa: S311
    shipped = {path.name: path.read_bytes() for path in sorted((ROOT / "seed").glob("*.csv"))}
    made = made_plans(min(MADE, count))
    for number in range(count):
        damage = DAMAGES[number % len(DAMAGES)]
        seed = Damaged(chance, dict(shipped if chance.random() < 0.6 else chance.choice(made)))
        damage(seed)
        yield seed, damage.__name__


def made_plans(count: int) -> list[dict[str, bytes]]:
    """The files of plans that load, made by hypothesis from a fixed beginning."""
    found: list[dict[str, bytes]] = []

    @hypothesis.seed(2018)
    @settings(
        max_examples=count, database=None, deadline=None, phases=[Phase.generate], suppress_health_check=[*HealthCheck]
    )
    @given(seeds())
    def collect(seed: SeedFolder) -> None:
        found.append(dict(seed.files))

    collect()
    return found


def _write(seed: Damaged, path: Path) -> None:
    path.mkdir()
    for name, data in seed.files.items():
        (path / name).write_bytes(data)
    for put in seed.beside:
        put(path)


def _judge(seed: Damaged, path: Path, folder: Path) -> tuple[list[str], str]:
    """What was wrong with how a damaged plan was met, and how it ended."""
    ran = run_sscb("--seed", path, "events", env={"SSCB_CACHE_DIR": str(folder / "kept")})
    try:
        records = load_records(open_seed(path))
    except SeedError as problem:
        return [*_wrong_refusal(seed, problem), *_wrong_exit(ran, problem)], "refused"
    wrong = [] if seed.expected is None else ["it was loaded"]
    if ran.code:
        wrong.append(f"it loads, and exit {ran.code}: {ran.err[:200]}")
    return [*wrong, *_not_whole(records, seed.files)], "loaded"


def _not_whole(records: Records, files: dict[str, bytes]) -> Iterator[str]:
    """Where the records of a plan are not the rows of its files."""
    for record in RECORDS:
        held = [each.key for each in records.of(record)]
        rows = _rows(files.get(record.FILE, b""))
        if held != [row.get(record.KEY, "").strip() for row in rows]:
            yield f"{record.FILE} holds {len(rows)} rows, and {len(held)} records were loaded"


def _rows(data: bytes) -> list[dict[str, str]]:
    """The rows of a file that are not blank, by column, as Python's own reader sees them."""
    csv.field_size_limit(1 << 30)
    lines = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    names = [name.strip() for name in next(lines, [])]
    return [dict(zip(names, row, strict=True)) for row in lines if any(row)]


def _wrong_refusal(seed: Damaged, problem: SeedError) -> Iterator[str]:
    places = [(fault.file, fault.row, fault.column) for fault in problem.faults]
    if not places:
        yield "refused without a fault"
    if seed.expected and not any(_names(place, seed.expected) for place in places):
        yield f"the fault is elsewhere: {places[:3]}"
    if any(not fault.sentence for fault in problem.faults) or not all(file.endswith(".csv") for file, _, _ in places):
        yield "a fault names no file, or says nothing"
    for file in {file for file, _, _ in places}:
        if sum(named == file for named, _, _ in places) > LISTED + 1:
            yield f"more faults of {file} than anybody reads"


def _names(place: tuple[str, int, str], expected: tuple[str, int, str]) -> bool:
    """Whether a fault is where the damage is; a fault of the whole row names no column."""
    return place[:2] == expected[:2] and (not expected[2] or place[2] in {expected[2], ""})


def _wrong_exit(ran: Ran, problem: SeedError) -> Iterator[str]:
    if ran.code != BAD_SEED or ran.out:
        yield f"exit {ran.code} with {len(ran.out)} characters of output"
    if "Traceback" in ran.err or not ran.err.startswith(f"Error: {problem}"):
        yield f"other faults are printed than were found: {ran.err[:300]}"
    if any(ord(each) < 32 and each != "\n" for each in ran.err):
        yield "a control character is printed"
