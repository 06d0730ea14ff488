"""Writes indexes to the folder where they are kept, checks them, and removes the oldest."""

from __future__ import annotations

import time
from pathlib import Path

from sscb_graph.stamps import stamp
from sscb_graph.stores.index_places import is_private, mark_used, read_checked, remove, write_checked

#: How many indexes are kept; those that were not used for longest are removed.
KEPT = 20
#: The age in seconds at which an index without its record is removed, as a process that was killed leaves it behind.
LEFT_BEHIND = 24 * 60 * 60


def files_of(place: Path, name: str) -> tuple[Path, Path]:
    """The file of an index, and the file of its record."""
    return place / f"{name}.sqlite", place / f"{name}.record"


def write_kept(place: Path, name: str, data: bytes) -> None:
    """Writes an index and its record; raises CannotWrite or OSError."""
    from sscb_graph.files import write_whole  # only when something is written

    file, record = files_of(place, name)
    if not is_private(file):
        remove(file)  # what a link leads to is not ours to write
    write_whole(file, data, private=True)
    write_checked(record, {"stamp": stamp(str(file), name), "sha256": _sha256(data)})


def is_as_written(place: Path, name: str) -> bool:
    """Whether the file of an index is unchanged since it was written: by its size and times, or by its checksum.

    Only this user can write here, and files are written whole, so a file that was damaged has another time.
    """
    file, record = files_of(place, name)
    written = read_checked(record)
    if written is None or not is_private(file):
        return False
    try:
        found = stamp(str(file), name)
        if list(found) != written.get("stamp"):
            if _sha256(file.read_bytes()) != written.get("sha256"):
                return False
            write_checked(record, {**written, "stamp": found})
    except OSError:
        return False
    mark_used(record)
    return True


def make_room(place: Path) -> None:
    """Removes the indexes and the notes that were not used for longest, and what was left behind."""
    used = sorted(place.glob("*.record"), key=_time, reverse=True)
    for record in used[KEPT:]:
        remove(*files_of(place, record.stem))
    remove(*sorted(place.glob("*.note"), key=_time, reverse=True)[KEPT:])
    before = time.time() - LEFT_BEHIND
    strays = [file for file in place.glob("*.sqlite") if not file.with_suffix(".record").exists()]
    remove(*(file for file in strays if _time(file) < before))


def _time(path: Path) -> float:
    try:
        return path.lstat().st_mtime
    except OSError:
        return 0.0


def _sha256(data: bytes) -> str:
    import hashlib  # takes longer to import than to look at a file

    return hashlib.sha256(data).hexdigest()
