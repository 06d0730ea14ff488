"""Whether files have changed since they were read, judged by their sizes and times, as git judges its index."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TypeAlias

#: The name, size in bytes, times of change of content and of entry (nanoseconds since 1970) and number of a file.
Stamp: TypeAlias = "tuple[str, int, int, int, int]"
#: How much older than a reading a file must be, in nanoseconds, so that any later change shows: the coarsest file
#: system (FAT) counts time in steps of two seconds.
MARGIN = 2_000_000_000


def stamp(path: str, name: str = "") -> Stamp:
    """The stamp of a file, under its own or another name; raises OSError where its status cannot be read."""
    found = os.stat(path)  # noqa: PTH116 (many files are looked at before every answer, and paths take longer)
    return name or path, found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def settled(stamps: Iterable[Stamp], when: int) -> bool:
    """Whether a change after a reading at ``when`` (nanoseconds since 1970) is sure to give a file another stamp.

    A file that changed just before it was read could change again within the same step of its file system's clock.
    """
    return all(max(changed, entered) + MARGIN < when for _, _, changed, entered, _ in stamps)
