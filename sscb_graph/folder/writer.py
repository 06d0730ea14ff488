"""Changes a plan's folder in place, entirely or not at all, and keeps a copy."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from sscb_graph.errors import NoSeed, SscbError
from sscb_graph.files import change_folder, copy_folder
from sscb_graph.folder.old_form import OLD_FILES, convert, is_old
from sscb_graph.folder.source import BEFORE_UPGRADE, PLAN_FILE, SeedFolder, read_folder
from sscb_graph.temporary import remove_left_behind
from sscb_graph.text import many


class Conversion(Protocol):
    """What is to become of a folder: the files to write, and the names of those to remove."""

    @property
    def written(self) -> dict[str, bytes]:
        """The bytes of each file to write, by its name."""

    @property
    def removed(self) -> tuple[str, ...]:
        """The names of the files to remove."""


Work = TypeVar("Work", bound=Conversion)


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
    copy, converted = rewrite(seed, BEFORE_UPGRADE, convert)
    return Upgraded(
        folder,
        copy,
        tuple(folder / name for name in converted.written),
        tuple(folder / name for name in converted.removed),
        converted.reports,
        converted.recommendations,
        converted.notes,
    )


def rewrite(seed: SeedFolder, suffix: str, convert: Callable[[SeedFolder], Work]) -> tuple[Path | None, Work]:
    """Makes of a folder what ``convert`` says, in place, after keeping a copy beside it whose name has a suffix.

    Returns the copy, None where there was nothing to do, and what was converted. What was begun and killed is finished
    from the copy that it kept. Raises what ``convert`` does, and CannotWrite; the folder is then as it was.
    """
    begun = _begun(seed, suffix, convert)
    if begun:
        # Killed right after the copy was in its place, it left what the copy was made in; nothing else looks for that.
        remove_left_behind(begun[0].parent)
        copy, converted = begun
    else:
        converted = convert(seed)
        if not (converted.written or converted.removed):
            return None, converted
        copy = _free_copy(seed.path, suffix)
        copy_folder(seed.path, copy)
    change_folder(seed.path, converted.written, converted.removed)
    return copy, converted


def _begun(seed: SeedFolder, suffix: str, convert: Callable[[SeedFolder], Work]) -> tuple[Path, Work] | None:
    """The copy that was kept of what was killed, and what was to be written; None where nothing was.

    A part of the new files may be written and a part of the old ones removed, so only the copy says what the folder
    held.
    """
    for copy in _copies(seed.path, suffix):
        try:
            before = read_folder(copy)
            converted = convert(before)
        except SscbError:
            continue
        if _is_between(seed.files, before.files, converted):
            return copy, converted
    return None


def _is_between(files: Mapping[str, bytes], before: Mapping[str, bytes], converted: Conversion) -> bool:
    """Whether every file is as it was or as it is to be, and not all are as they are to be."""
    after = {name: data for name, data in before.items() if name not in converted.removed} | converted.written
    known = {*files, *before, *after}
    return files != after and all(files.get(name) in {before.get(name), after.get(name)} for name in known)


def _copies(folder: Path, suffix: str) -> list[Path]:
    """The copies of the folder that were kept under a suffix."""
    real = Path(os.path.realpath(folder))
    return [path for path in real.parent.glob(f"{glob.escape(real.name)}{suffix}*") if path.is_dir()]


def _free_copy(folder: Path, suffix: str) -> Path:
    """A free path beside the folder; for a link, beside its target."""
    real = Path(os.path.realpath(folder))
    number, copy = 1, real.with_name(f"{real.name}{suffix}")
    while copy.exists() or copy.is_symlink():
        number += 1
        copy = real.with_name(f"{real.name}{suffix}-{number}")
    return copy
