"""The modules that build an index: an index that another version of them built is not used."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from sscb_graph.stamps import Stamp, stamp

_PACKAGE = Path(__file__).resolve().parent.parent
#: What takes part in building an index: packages (without those inside them) and single modules.
BUILDERS = ("model", "folder", "graph", "stores", "questions/forms.py", "text.py")


def code_key() -> tuple[Stamp, ...]:
    """A key that shows without reading them that no module has changed: their stamps and Python's version."""
    return (sys.version, 0, 0, 0, 0), *(stamp(f"{_PACKAGE}/{name}", name) for name in _modules())


def code_digest() -> str:
    """SHA-256, in hexadecimal, of the modules and of Python's version."""
    import hashlib  # takes longer to import than to look at the modules

    digest = hashlib.sha256(sys.version.encode())
    for name in _modules():
        digest.update(Path(_PACKAGE, name).read_bytes())
    return digest.hexdigest()


def _modules() -> Iterator[str]:
    for name in BUILDERS:
        if name.endswith(".py"):
            yield name
        else:
            files = sorted(os.listdir(f"{_PACKAGE}/{name}"))  # noqa: PTH208 (names take less time than paths)
            yield from (f"{name}/{file}" for file in files if file.endswith(".py"))
