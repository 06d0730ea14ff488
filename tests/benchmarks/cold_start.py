"""How long a cold ``sscb trace ofsted 22`` takes, as ratios to the bare imports in the same run, and its memory.

    python -m tests.benchmarks.cold_start [--sizes 5000 50000] [--rounds 11]

Each round times, one after the other, the floor (a process that only imports click, sqlite3 and rich's table and
console) and the tool: "warm" on a plan that has not changed, "edited" right after a cell of it has. Medians, their
ratios, and the peak memory of the tool (ru_maxrss, in MB) are printed, for the shipped plan and for generated ones.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from sscb_graph.resources import seed_folder
from sscb_graph.stamps import MARGIN
from tests.benchmarks.plans import generated_plan

FLOOR = [sys.executable, "-c", "import click, sqlite3, rich.table, rich.console"]
#: A process that says how much memory its child took at most; Linux counts it in KB.
WATCHED = (
    "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL); "
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
)


def timed(command: list[str], env: dict[str, str]) -> float:
    """The seconds that a process takes; raises CalledProcessError, with the command to try, where it fails."""
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env)
    return time.perf_counter() - started


def memory(command: list[str], env: dict[str, str]) -> float:
    """The peak memory of a process, in MB."""
    watched = [sys.executable, "-c", WATCHED, *command]
    return int(subprocess.run(watched, check=True, capture_output=True, env=env).stdout) / 1024


def edit(folder: Path, number: int) -> None:
    """Changes the plan's title."""
    file = folder / "plan.csv"
    before, _, after = file.read_text(encoding="utf-8-sig").partition("\n")
    file.write_text(f"{before}\n{after.replace('2018-2019', f'2018-2019 ({number})', 1)}", encoding="utf-8-sig")


def measure(folder: Path, rounds: int, env: dict[str, str]) -> Iterator[tuple[str, float, float, float]]:
    """Of a plan as it is and of one that was edited: the median seconds of floor and tool by turns, and the memory."""
    tool = [sys.executable, "-m", "sscb_graph", "--seed", str(folder), "trace", "ofsted", "22"]
    timed(tool, env)
    time.sleep(1.5 * MARGIN / 1e9)
    timed(tool, env)  # from now on the plan's files are older than the last reading
    pairs = [(timed(FLOOR, env), timed(tool, env)) for _ in range(rounds)]
    yield "warm", *map(statistics.median, zip(*pairs, strict=True)), memory(tool, env)
    pairs = []
    for number in range(max(1, rounds // 4)):
        edit(folder, number)
        pairs.append((timed(FLOOR, env), timed(tool, env)))
    edit(folder, rounds)
    yield "edited", *map(statistics.median, zip(*pairs, strict=True)), memory(tool, env)


def plans(folder: Path, sizes: list[int]) -> Iterator[tuple[str, Path]]:
    """The shipped plan and generated ones, each with its name."""
    yield "shipped", Path(shutil.copytree(seed_folder(), folder / "shipped"))
    for size in sizes:
        yield f"{size:,} actions", generated_plan(folder / f"plan-{size}", size)


def main() -> None:
    """Prints a line for each plan, warm and edited."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--sizes", type=int, nargs="*", default=[5_000, 50_000])
    parser.add_argument("--rounds", type=int, default=11)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "SSCB_CACHE_DIR": str(Path(folder, "cache"))}
        print(f"{'plan':>16}  {'':>6}  {'floor s':>8}  {'tool s':>8}  {'ratio':>6}  {'MB':>6}")
        for name, plan in plans(Path(folder), chosen.sizes):
            for state, floor, took, peak in measure(plan, chosen.rounds, env):
                print(
                    f"{name:>16}  {state:>6}  {floor:8.3f}  {took:8.3f}  {took / floor:6.2f}  {peak:6.0f}", flush=True
                )


if __name__ == "__main__":
    main()
