"""Temporary files and folders beside the place that they are moved to, and the removal of those of killed processes.

A process that is killed cannot clean up after itself, so whoever writes to the same folder next does. What another
process is still writing is known by a lock, which the system takes back from a process that has ended.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

try:
    from fcntl import LOCK_EX, LOCK_NB, flock
except ImportError:  # Windows
    LOCKS = False
else:
    LOCKS = True

#: How the names end, by which they are known: no other program has files of this name.
SUFFIX = ".sscb-part"
#: The age in seconds at which one is removed that cannot be locked, as on Windows and on some network drives.
LEFT_BEHIND = 60 * 60
#: How many characters a name has of the name of its target: a file system has 255 bytes for the whole.
_OF_TARGET = 40


@contextlib.contextmanager
def temporary(target: Path, *, folder: bool = False) -> Iterator[Path]:
    """A new file or folder beside a path, which only its owner can read; removed at the end, unless it was moved.

    It is in the same folder as its target, since a thing can be moved whole only within its file system. Raises
    OSError where it cannot be made.
    """
    remove_left_behind(target.parent)
    place, lock = _locked(target, folder=folder)
    try:
        yield place
    finally:
        _remove(place)
        if lock is not None:
            os.close(lock)


def remove_left_behind(folder: Path) -> None:
    """Removes from a folder what processes left there that were killed; what cannot be removed is left."""
    try:
        found = [Path(entry) for entry in os.scandir(folder) if entry.name.endswith(SUFFIX)]
    except OSError:
        return
    for place in found:
        with contextlib.suppress(OSError):
            _remove_if_unused(place)


def _locked(target: Path, *, folder: bool) -> tuple[Path, int | None]:
    """A new file or folder, and what holds its lock; None where there is no such lock."""
    prefix = f".{target.name[:_OF_TARGET]}."
    while True:
        if folder:
            place = Path(tempfile.mkdtemp(SUFFIX, prefix, target.parent))
        else:
            handle, name = tempfile.mkstemp(SUFFIX, prefix, target.parent)
            os.close(handle)
            place = Path(name)
        # Another process may take it for left behind, before the lock is there to tell.
        with contextlib.suppress(FileNotFoundError):
            lock = _lock(place, wait=True)
            if lock is None or _is_there(place, lock):
                return place, lock
            os.close(lock)


def _lock(place: Path, *, wait: bool) -> int | None:
    """Locks a file or folder until what is returned is closed; None where there is no such lock.

    Raises BlockingIOError where another process has it, unless ``wait`` is set.
    """
    if not LOCKS:
        return None
    held = os.open(place, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        flock(held, LOCK_EX | (0 if wait else LOCK_NB))
    except BlockingIOError:
        os.close(held)
        raise
    except OSError:  # a network drive without locks
        os.close(held)
        return None
    return held


def _is_there(place: Path, held: int) -> bool:
    try:
        return os.path.samestat(place.lstat(), os.fstat(held))
    except OSError:
        return False


def _remove_if_unused(place: Path) -> None:
    """Removes what no process has locked; without locks, what is old. Raises OSError where it is in use."""
    lock = _lock(place, wait=False)
    try:
        if lock is not None or time.time() - place.lstat().st_mtime > LEFT_BEHIND:
            _remove(place)
    finally:
        if lock is not None:
            os.close(lock)


def _remove(place: Path) -> None:
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place, ignore_errors=True)
    else:
        with contextlib.suppress(OSError):  # Windows keeps a file that another program has open
            place.unlink(missing_ok=True)
