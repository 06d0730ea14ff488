"""What grows in line with a plan: counted in steps at three sizes, so that no slow machine fails it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.benchmarks.plans import generated_plan
from tests.conftest import ROOT, SeedCopy, run_sscb
from tests.diagrams.drawing import more
from tests.work import growth, steps

#: Room for sorting, and for what begins at some size only; work that grows as the square of the plan gives 4.
IN_LINE = 2.5


def plan_of_actions(folder: Path, size: int) -> Path:
    return generated_plan(folder, size)


def chain(folder: Path, size: int) -> Path:
    """Bodies each of which reports to the one before."""
    return shaped(folder, size, lambda number: number - 1)


def tree(folder: Path, size: int) -> Path:
    """Bodies of which four report to each."""
    return shaped(folder, size, lambda number: (number - 1) // 4)


def shaped(folder: Path, size: int, above: Callable[[int], int]) -> Path:
    shutil.copytree(ROOT / "seed", folder)
    names = {f"post-{number}": f"Post number {number}" for number in range(size)}
    lines = [(f"post-{number}", f"post-{above(number)}") for number in range(1, size)]
    more(SeedCopy(folder), names, lines).close()
    return folder


@pytest.mark.parametrize(
    ("command", "plan", "sizes"),
    [
        ("gaps", plan_of_actions, (80, 160, 320)),
        ("diagram priority 1 -o x.dot", plan_of_actions, (80, 160, 320)),
        ("diagram structure -o x.txt", chain, (60, 120, 240)),
        ("diagram structure --pages -o x.dot", tree, (100, 200, 400)),
    ],
)
def test_work_grows_in_line_with_the_plan(
    command: str, plan: Callable[[Path, int], Path], sizes: tuple[int, int, int], tmp_path: Path
) -> None:
    def ask(size: int) -> None:
        ran = run_sscb("--seed", tmp_path / f"plan-{size}", *command.split(), cwd=tmp_path)
        assert ran.code == 0, ran.err

    for size in sizes:
        plan(tmp_path / f"plan-{size}", size)
        ask(size)  # keeps the index, and imports what is needed
    assert growth([steps(lambda size=size: ask(size)) for size in sizes]) < IN_LINE  # type: ignore[misc]
