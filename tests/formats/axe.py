"""axe-core, which finds what some readers of a page could not use, as npm fetches it for a test session.

It is copied once into a cache folder of the user's, in the version and with the digest of package-lock.json.
"""

from __future__ import annotations

import functools
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from tests.formats.browser import Tab, chromium_command

_HERE = Path(__file__).parent
_FILES = ("package.json", "package-lock.json")
VERSION: str = json.loads((_HERE / "package.json").read_text(encoding="utf-8"))["dependencies"]["axe-core"]
#: WCAG 2.2 at level AA, and what is good practice beside it.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]


def missing() -> str | None:
    """What to install before pages can be tried in a browser here, as a sentence; None for nothing."""
    wanted = []
    if chromium_command() is None:
        wanted.append("Chromium (the command chromium)")
    if not _folder().is_dir() and shutil.which("npm") is None:
        wanted.append("Node.js with npm")
    return f"To try pages in a browser, install {' and '.join(wanted)}." if wanted else None


@functools.cache
def axe_script() -> str:
    """The script of axe-core, fetched by npm the first time; the folder takes its name only when it is whole."""
    folder = _folder()
    if not folder.is_dir():
        _fetch(folder)
    return (folder / "axe.min.js").read_text(encoding="utf-8")


def _fetch(folder: Path) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="axe-", dir=folder.parent) as name:
        for file in _FILES:
            shutil.copy(_HERE / file, name)
        npm = shutil.which("npm") or "npm"
        quiet = ("--ignore-scripts", "--no-audit", "--no-fund")
        done = subprocess.run([npm, "ci", *quiet], cwd=name, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"npm could not fetch axe-core {VERSION}:\n{done.stdout}{done.stderr}")
        try:
            Path(name, "node_modules", "axe-core").rename(folder)
        except OSError:
            if not folder.is_dir():  # else another process was first, with the same files
                raise


def _folder() -> Path:
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return cache / "sscb-graph-tests" / f"axe-core-{VERSION}"


def violations(tab: Tab, found: str = "violations") -> list[str]:
    """What a page violates, or what axe cannot tell (``incomplete``): each rule, with the first elements."""
    tab.evaluate(f"{axe_script()}; undefined")
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": [found]}
    results: list[dict[str, Any]] = tab.evaluate(f"axe.run(document, {json.dumps(options)}).then(all => all.{found})")
    return [f"{each['id']}: {[node['html'][:200] for node in each['nodes'][:3]]}" for each in results]
