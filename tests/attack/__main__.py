"""Run the attacks named on the command line, or all of them: ``python -m tests.attack [NAME ...] [--count N]``.

Ends with 1 where any case failed.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Protocol, cast

import tests.attack
from tests.attack.report import Report


class Attack(Protocol):
    """A module of this package that attacks: `COUNT` cases in full, from `run`."""

    COUNT: int

    def run(self, count: int, folder: Path) -> Report:
        """Try `count` cases, with files in the empty `folder` alone; the same cases on every run."""


def attacks() -> dict[str, Attack]:
    """Every attack by the name of its module."""
    modules = (importlib.import_module(f"tests.attack.{found.name}") for found in _modules())
    return {
        module.__name__.rpartition(".")[2]: cast("Attack", module) for module in modules if hasattr(module, "COUNT")
    }


def _modules() -> list[pkgutil.ModuleInfo]:
    return [found for found in pkgutil.iter_modules(tests.attack.__path__) if found.name != "__main__"]


def main(arguments: list[str]) -> int:
    """Run the attacks that `arguments` name and print their figures; 1 where a case failed, else 0."""
    known = attacks()
    parser = argparse.ArgumentParser(
        prog="python -m tests.attack", description="Attack the tool and print the figures."
    )
    parser.add_argument("names", nargs="*", choices=[[], *known], metavar="NAME", help=", ".join(known))
    parser.add_argument("--count", type=int, help="how many cases of each (default: the full count of each)")
    chosen = parser.parse_args(arguments)
    failed = False
    for name in chosen.names or known:
        started = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            report = known[name].run(chosen.count or known[name].COUNT, Path(folder))
        print(f"{report}\n  {time.monotonic() - started:.0f} s", flush=True)  # noqa: T201
        failed = failed or bool(report.failures)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
