"""Changes a plan's folder in place, entirely or not at all, and keeps a copy."""

from __future__ import annotations

import glob
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sscb_graph.errors import NoSeed, SeedError
from sscb_graph.files import change_folder, copy_folder
from sscb_graph.folder.old_form import OLD_FILES, Converted, convert, is_old
from sscb_graph.folder.source import COPY_SUFFIX, PLAN_FILE, SeedFolder, read_folder
from sscb_graph.temporary import remove_left_behind
from sscb_graph.text import many


@dataclass(frozen=True)
class Upgraded:
    """What ``upgrade`` did: the copy that it kept, the files that it wrote and removed, and how many things they hold.

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
    byte. A folder that needs no upgrade is left alone, and an upgrade that was killed is finished from the copy that it
    kept. Raises NoSeed for a folder without a plan, SeedError with every
    fault of the old files, and CannotWrite; the folder is then as it was.
    """
    if not folder.is_dir():
        raise NoSeed(folder)
    seed = read_folder(folder)
    if not any(name in seed.files for name in (PLAN_FILE, *OLD_FILES)):
        raise NoSeed(folder)
    if not is_old(seed.files):
        return Upgraded(folder)
    begun = _begun(seed)
    if begun:
        # Killed right after the copy was in its place, it left what the copy was made in; nothing else looks for that.
        remove_left_behind(begun[0].parent)
        copy, converted = begun
    else:
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


def _begun(seed: SeedFolder) -> tuple[Path, Converted] | None:
    """The copy that an upgrade kept which was killed, and what it was to write; None where there was none.

    A part of the new files may be written and a part of the old ones removed, so only the copy says what the folder
    held.
    """
    for copy in _copies(seed.path):
        try:
            before = read_folder(copy)
            converted = convert(before)
        except SeedError:
            continue
        if _is_between(seed.files, before.files, converted):
            return copy, converted
    return None


def _is_between(files: Mapping[str, bytes], before: Mapping[str, bytes], converted: Converted) -> bool:
    """Whether every file is as it was or as it is to be."""
    after = {name: data for name, data in before.items() if name not in converted.removed} | converted.written
    return all(files.get(name) in {before.get(name), after.get(name)} for name in {*files, *before, *after})


def _copies(folder: Path) -> list[Path]:
    """The copies that upgrades of the folder kept."""
    real = Path(os.path.realpath(folder))
    return [path for path in real.parent.glob(f"{glob.escape(real.name)}{COPY_SUFFIX}*") if path.is_dir()]


def _free_copy(folder: Path) -> Path:
    """A free path beside the folder; for a link, beside its target."""
    real = Path(os.path.realpath(folder))
    number, copy = 1, real.with_name(f"{real.name}{COPY_SUFFIX}")
    while copy.exists() or copy.is_symlink():
        number += 1
        copy = real.with_name(f"{real.name}{COPY_SUFFIX}-{number}")
    return copy
