"""How long pictures take, against the engine's own time for the same DOT and a cold question in the same run.

    python -m tests.benchmarks.diagrams [--rounds 11] [--posts 700 2000]

Each round times, one after the other, the engine alone on the DOT, a cold ``sscb trace ofsted 22`` on the same plan,
and the picture. What counts is the picture against 1.2 times the engine's time plus the cold question.
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
from pathlib import Path

from sscb_graph.drawing.engine import engine_path
from tests.conftest import ROOT, SeedCopy
from tests.diagrams.drawing import more, organogram

SSCB = [sys.executable, "-m", "sscb_graph"]
KINDS = (["structure"], ["trace", "ofsted", "22"], ["priority", "2"], ["coverage"], ["timeline"])


def timed(command: list[str], env: dict[str, str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=env)
    return time.perf_counter() - started


def plan(folder: Path, posts: int) -> Path:
    """The shipped plan with so many posts below 11 heads."""
    shutil.copytree(ROOT / "seed", folder)
    more(SeedCopy(folder), *organogram(posts))
    return folder


def measure(seed: list[str], kind: list[str], form: str, rounds: int, folder: Path, env: dict[str, str]) -> str:
    source, target = folder / "picture.dot", folder / f"picture.{form}"
    draw = [*SSCB, *seed, "diagram", *kind, "-o"]
    subprocess.run([*draw, str(source)], check=True, capture_output=True, env=env)
    engine = [str(engine_path("built-in")), "-Kdot", f"-T{form}", str(source), "-o", str(folder / "engine.out")]
    if form == "png":
        engine.insert(1, "-Gdpi=192")
    cold = [*SSCB, *seed, "trace", "ofsted", "22"]
    rows = [(timed(engine, env), timed(cold, env), timed([*draw, str(target)], env)) for _ in range(rounds)]
    alone, asked, took = (statistics.median(column) for column in zip(*rows, strict=True))
    return f"{alone:8.3f}  {asked:8.3f}  {took:8.3f}  {took / (1.2 * alone + asked):6.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=11)
    parser.add_argument("--posts", type=int, nargs="*", default=[700, 2000])
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        env = {**os.environ, "SSCB_CACHE_DIR": str(folder / "cache")}
        print(f"{'picture':>34}  {'engine s':>8}  {'cold s':>8}  {'tool s':>8}  {'ratio':>6}")
        for kind in KINDS:
            for form in ("svg", "png"):
                figures = measure([], kind, form, chosen.rounds, folder, env)
                print(f"{' '.join([*kind, form]):>34}  {figures}", flush=True)
        for posts in chosen.posts:
            seed = ["--seed", str(plan(folder / f"plan-{posts}", posts))]
            for kind in (["structure"], ["structure", "--depth", "99"]):
                figures = measure(seed, kind, "svg", max(3, chosen.rounds // 3), folder, env)
                print(f"{' '.join([str(posts), 'posts', *kind[1:], 'svg']):>34}  {figures}", flush=True)


if __name__ == "__main__":
    main()
