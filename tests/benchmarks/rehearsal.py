"""How long a rehearsal takes: as a ratio to a cold question in the same run, and of many changes on a large plan.

    python -m tests.benchmarks.rehearsal [--size 5000] [--changes 200] [--rounds 7]

Each round times, one after the other, a cold ``sscb trace ofsted 22`` and ``sscb rehearse`` of the shipped example of a
partnership, as processes. Then a proposal of so many changes is rehearsed on a generated plan of so many actions, as a
process too, beside a cold question of that plan. Medians and their ratios are printed.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from sscb_graph.folder.csv_cells import write_csv
from sscb_graph.plan import open_plan
from sscb_graph.rehearsal.proposal import ProposedRow
from sscb_graph.resources import seed_folder
from tests.benchmarks.plans import generated_plan

QUESTION = ("trace", "ofsted", "22")


def timed(arguments: Sequence[str], env: dict[str, str]) -> float:
    """The seconds of a run of the tool, which may end with findings."""
    started = time.perf_counter()
    ran = subprocess.run([sys.executable, "-m", "sscb_graph", *arguments], env=env, capture_output=True, check=False)
    if ran.returncode not in {0, 1}:
        raise subprocess.CalledProcessError(ran.returncode, arguments, ran.stdout, ran.stderr)
    return time.perf_counter() - started


def large_proposal(plan: Path, changes: int) -> bytes:
    """A proposal of so many changes over the leads of a plan: two hand-overs for every rename."""
    with open_plan(plan) as opened:
        leads = [row["body_id"] for row in opened.ask("bodies").rows if row["leads"]]
    rows = []
    for number in range(changes):
        body, other = leads[number % len(leads)], leads[(number * 7 + 1) % len(leads)]
        if body == other:
            rows.append({"change": "keep", "body": body})
        elif number % 3:
            rows.append({"change": "hand over", "body": body, "into": other, "effective": "2018-09-30"})
        else:
            rows.append({"change": "rename", "body": body, "name": f"Renamed {number}", "effective": "2018-09-30"})
    return write_csv(ProposedRow.columns(), [{**row, "reason": f"Reason {at}"} for at, row in enumerate(rows)])


def main() -> None:
    """Prints the medians and their ratios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--size", type=int, default=5_000)
    parser.add_argument("--changes", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=7)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "SSCB_CACHE_DIR": str(Path(folder, "cache"))}
        shipped = ("rehearse", str(seed_folder() / "proposals" / "partnership-2019.csv"))
        _compare("shipped", [], shipped, chosen.rounds, env)
        plan = generated_plan(Path(folder, "plan"), chosen.size)
        file = Path(folder, "large.csv")
        file.write_bytes(large_proposal(plan, chosen.changes))
        name = f"{chosen.size} actions, {chosen.changes} changes"
        _compare(name, ["--seed", str(plan)], ("rehearse", str(file)), chosen.rounds, env)


def _compare(name: str, before: list[str], rehearse: Sequence[str], rounds: int, env: dict[str, str]) -> None:
    timed([*before, *QUESTION], env)
    pairs = [(timed([*before, *QUESTION], env), timed([*before, *rehearse], env)) for _ in range(rounds)]
    question, rehearsal = (statistics.median(times) for times in zip(*pairs, strict=True))
    print(
        f"{name}: question {question:.2f} s, rehearsal {rehearsal:.2f} s, ratio {rehearsal / question:.2f}", flush=True
    )


if __name__ == "__main__":
    main()
