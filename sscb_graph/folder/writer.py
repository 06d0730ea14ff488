"""A plan's folder changed in place: whole or not at all, after a copy has been kept."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from sscb_graph.errors import NoSeed
from sscb_graph.files import change_folder, copy_folder
from sscb_graph.folder.old_form import OLD_FILES, convert, is_old
from sscb_graph.folder.source import COPY_SUFFIX, PLAN_FILE, read_folder
from sscb_graph.text import many


@dataclass(frozen=True)
class Upgraded:
    """What ``upgrade`` did: the copy that it kept, the files that it wrote and removed, and how much is in them.

    ``copy`` is None where the folder needed nothing; then nothing was changed.
    """

    folder: Path
    copy: Path | None = None
    written: tuple[Path, ...] = ()
    removed: tuple[Path, ...] = ()
    reports: int = 0
    recommendations: int = 0
    notes: int = 0

    @property
    def changed(self) -> bool:
        """Whether anything was changed."""
        return self.copy is not None

    @property
    def sentence(self) -> str:
        """What was done, for people."""
        if self.copy is None:
            return f"The plan in {self.folder} needs no upgrade: nothing was changed."
        counts = f"{many(self.reports, 'report')} and {many(self.recommendations, 'recommendation')}"
        return f"Upgraded the plan in {self.folder}: {counts}. The folder as it was is kept in {self.copy}."


def upgrade(folder: Path) -> Upgraded:
    """Converts a folder that was made for an earlier version, in place, after keeping a copy beside it.

    The copy is named NAME-before-upgrade, or NAME-before-upgrade-2 and so on. Files that need no change keep every
    byte. A folder that needs nothing is left alone. Raises NoSeed for a folder without a plan, SeedError with every
    fault of the old files, and CannotWrite; the folder is then as it was.
    """
    if not folder.is_dir():
        raise NoSeed(folder)
    seed = read_folder(folder)
    if not any(name in seed.files for name in (PLAN_FILE, *OLD_FILES)):
        raise NoSeed(folder)
    if not is_old(seed.files):
        return Upgraded(folder)
    converted = convert(seed)
    copy = _free_copy(folder)
    copy_folder(folder, copy)
    change_folder(folder, converted.written, converted.removed)
    return Upgraded(
        folder,
        copy,
        tuple(folder / name for name in converted.written),
        tuple(folder / name for name in converted.removed),
        converted.reports,
        converted.recommendations,
        converted.notes,
    )


def _free_copy(folder: Path) -> Path:
    """A name beside the folder that is not taken; of a link, beside what it leads to."""
    real = Path(os.path.realpath(folder))
    number, copy = 1, real.with_name(f"{real.name}{COPY_SUFFIX}")
    while copy.exists() or copy.is_symlink():
        number += 1
        copy = real.with_name(f"{real.name}{COPY_SUFFIX}-{number}")
    return copy
