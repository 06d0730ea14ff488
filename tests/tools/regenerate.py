"""Writes every generated file again; with --check, fails where one is stale.

python -m tests.tools.regenerate [--check]
"""

from __future__ import annotations

import sys
from pathlib import Path

from sscb_graph.folder.template import readme
from sscb_graph.rehearsal.proposal import NEEDS
from sscb_graph.rehearsal.rules import RULES
from sscb_graph.text import listed

ROOT = Path(__file__).resolve().parents[2]
REHEARSAL = ROOT / "docs" / "rehearsal.md"


def generated() -> dict[Path, bytes]:
    """Every generated file of the project, with what it must hold."""
    return {ROOT / "seed" / "README.md": readme().encode(), REHEARSAL: _rehearsal().encode()}


def _rehearsal() -> str:
    """The page on rehearsals, with its tables of changes and findings."""
    page = REHEARSAL.read_text(encoding="utf-8")
    for mark, lines in (("changes", _changes()), ("findings", _findings())):
        before, _, rest = page.partition(f"<!-- {mark}: begin -->\n")
        _, _, after = rest.partition(f"<!-- {mark}: end -->")
        table = "\n".join(lines)
        page = f"{before}<!-- {mark}: begin -->\n\n{table}\n\n<!-- {mark}: end -->{after}"
    return page


def _changes() -> list[str]:
    rows = [
        f"| `{kind.value}` | {listed(needs.must)} | {listed(needs.may) if needs.may else ''} | {needs.does} |"
        for kind, needs in NEEDS.items()
    ]
    return ["| change | needs | may have | what it does |", "| --- | --- | --- | --- |", *rows]


def _findings() -> list[str]:
    rows = [f"| `{rule.name}` | {rule.sentence} |" for rule in RULES]
    return ["| finding | the rule that is not kept |", "| --- | --- |", *rows]


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
