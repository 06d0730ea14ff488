"""Writes every generated file again; with --check, fails where one is stale.

python -m tests.tools.regenerate [--check]
"""

from __future__ import annotations

import sys
from pathlib import Path

from sscb_graph.folder.template import readme

ROOT = Path(__file__).resolve().parents[2]


def generated() -> dict[Path, bytes]:
    """Every generated file of the project, with what it must hold."""
    return {ROOT / "seed" / "README.md": readme().encode()}


def main() -> None:
    stale = [path for path, data in generated().items() if not path.exists() or path.read_bytes() != data]
    if "--check" in sys.argv:
        for path in stale:
            print(f"stale: {path.relative_to(ROOT)} (run python -m tests.tools.regenerate)")  # noqa: T201
        sys.exit(bool(stale))
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(generated()[path])
        print(f"wrote {path.relative_to(ROOT)}")  # noqa: T201


if __name__ == "__main__":
    main()
