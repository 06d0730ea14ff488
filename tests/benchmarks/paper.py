"""How long an answer takes into a file of each form, as ratios to the answer alone in the same run, and its size.

    python -m tests.benchmarks.paper [--size 5000] [--rounds 5]

Each round runs ``sscb QUESTION`` without a file and then into each form, one after the other, as processes. Medians,
their ratios to the answer alone, and sizes are printed, for the shipped plan and for a generated one.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
from pathlib import Path

from sscb_graph.formats import SUFFIXES
from tests.benchmarks.cold_start import plans, timed

QUESTIONS = (("trace", "ofsted", "22"), ("trace", "ofsted"))
#: What stands for no file.
ALONE = ""


def measure(plan: Path, question: tuple[str, ...], rounds: int, env: dict[str, str]) -> list[tuple[str, float, int]]:
    """The median seconds of a question alone and into each form, each with the size of its file in bytes."""
    with tempfile.TemporaryDirectory() as folder:
        files = {suffix: Path(folder, f"answer.{suffix}") for suffix in SUFFIXES}
        asked = [sys.executable, "-m", "sscb_graph", "--seed", str(plan), *question]
        commands = {ALONE: asked} | {suffix: [*asked, "-o", str(file), "--force"] for suffix, file in files.items()}
        timed(asked, env)
        took: dict[str, list[float]] = {form: [] for form in commands}
        for _ in range(rounds):
            for form, command in commands.items():
                took[form].append(timed(command, env))
        sizes = {suffix: file.stat().st_size for suffix, file in files.items()}
        return [(form, statistics.median(seconds), sizes.get(form, 0)) for form, seconds in took.items()]


def main() -> None:
    """Prints a line for each question, plan and form."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--size", type=int, default=5_000)
    parser.add_argument("--rounds", type=int, default=5)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "SSCB_CACHE_DIR": str(Path(folder, "cache"))}
        print(f"{'plan':>14}  {'question':>16}  {'form':>5}  {'s':>7}  {'ratio':>6}  {'kB':>8}")
        for name, plan in plans(Path(folder), [chosen.size]):
            for question in QUESTIONS:
                found = measure(plan, question, chosen.rounds, env)
                for form, seconds, size in found:
                    ratio = seconds / found[0][1]
                    shown = f"{form or 'alone':>5}  {seconds:7.2f}  {ratio:6.2f}  {size / 1000:8.1f}"
                    print(f"{name:>14}  {' '.join(question):>16}  {shown}", flush=True)


if __name__ == "__main__":
    main()
