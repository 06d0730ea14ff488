"""The folder where indexes are kept between runs, which only its owner can write, and small files with checksums."""

from __future__ import annotations

import contextlib
import json
import os
import stat
import sys
import zlib
from pathlib import Path
from typing import Any

#: The environment variable that names another folder; if it is set but empty, nothing is kept.
VARIABLE = "SSCB_CACHE_DIR"
FILE, FOLDER = stat.S_IFREG, stat.S_IFDIR


def cache_folder() -> Path | None:
    """The folder for kept indexes, which need not exist; None where nothing is to be kept."""
    chosen = os.environ.get(VARIABLE)
    if chosen is None:
        chosen = _user_folder()
    return Path(os.path.abspath(chosen), "plans") if chosen else None  # noqa: PTH100 (before the process moves)


def _user_folder() -> str:
    """Where the system keeps what programs can make again; "" where there is no such place."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = "~/Library/Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    base = os.path.expanduser(base)  # noqa: PTH111 (Path raises where there is no home)
    return os.path.join(base, "sscb-graph") if os.path.isabs(base) else ""  # noqa: PTH117, PTH118


def is_private(path: Path, kind: int = FILE) -> bool:
    """Whether a file or folder exists, is not a link, belongs to this user and is writable by no other user."""
    try:
        found = path.lstat()
    except (OSError, ValueError):
        return False
    if stat.S_IFMT(found.st_mode) != kind:
        return False
    return os.name == "nt" or (found.st_uid == os.geteuid() and not found.st_mode & 0o022)


def make_private_folder(path: Path) -> bool:
    """Makes a folder that only this user can read; returns whether it now exists and is private."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.mkdir(mode=0o700, exist_ok=True)
    return is_private(path, FOLDER)


def read_checked(path: Path) -> dict[str, Any] | None:
    """Returns what a small file holds; None where it is missing or its checksum is wrong."""
    if not is_private(path):
        return None
    try:
        text, _, checksum = path.read_bytes().rpartition(b"\n")
        found = json.loads(text) if checksum == _checksum(text) else None
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def write_checked(path: Path, value: dict[str, Any]) -> None:
    """Writes a small file; raises CannotWrite."""
    from sscb_graph.files import write_whole  # only when something is written

    if not is_private(path):
        remove(path)  # what a link leads to is not ours to write
    text = json.dumps(value, separators=(",", ":")).encode()
    write_whole(path, text + b"\n" + _checksum(text), private=True)


def _checksum(text: bytes) -> bytes:
    return b"%08x" % zlib.crc32(text)


def mark_used(path: Path) -> None:
    """Marks a file as used now."""
    with contextlib.suppress(OSError):
        os.utime(path)


def remove(*paths: Path) -> None:
    """Removes files; those that cannot be removed are left."""
    for path in paths:
        with contextlib.suppress(OSError):
            path.unlink()
