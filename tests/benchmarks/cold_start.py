"""How long a cold ``sscb trace ofsted 22`` takes, as ratios to the bare imports in the same run.

    python -m tests.benchmarks.cold_start [--sizes 1000 5000 50000] [--rounds 11]

Each round times, one after the other, the floor (a process that only imports click, networkx and pydantic) and the
tool, on the shipped plan and on generated ones; medians and their ratios are printed, with a profile of the first.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.plans import generated_plan

FLOOR = [sys.executable, "-c", "import click, networkx; from pydantic import BaseModel"]


def timed(command: list[str], env: dict[str, str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=env)
    return time.perf_counter() - started


def measure(seed: list[str], rounds: int, env: dict[str, str]) -> tuple[float, float]:
    """The median seconds of the floor and of the tool, taken by turns."""
    tool = [sys.executable, "-m", "sscb_graph", *seed, "trace", "ofsted", "22"]
    timed(tool, env)
    pairs = [(timed(FLOOR, env), timed(tool, env)) for _ in range(rounds)]
    return statistics.median(floor for floor, _ in pairs), statistics.median(took for _, took in pairs)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--sizes", type=int, nargs="*", default=[1_000, 5_000, 50_000])
    parser.add_argument("--rounds", type=int, default=11)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        seeds = [("shipped", list[str]())]
        for size in chosen.sizes:
            plan = generated_plan(Path(folder, f"plan-{size}"), size)
            seeds.append((f"{size:,} actions", ["--seed", str(plan)]))
        print(f"{'plan':>16}  {'cache':>6}  {'floor s':>8}  {'tool s':>8}  {'ratio':>6}")
        for cache in ("warm", "none"):
            env = {**os.environ, "SSCB_CACHE_DIR": str(Path(folder, "cache")) if cache == "warm" else ""}
            for name, seed in seeds:
                rounds = chosen.rounds if "50,000" not in name else max(3, chosen.rounds // 3)
                floor, took = measure(seed, rounds, env)
                print(f"{name:>16}  {cache:>6}  {floor:8.3f}  {took:8.3f}  {took / floor:6.2f}", flush=True)


if __name__ == "__main__":
    main()
