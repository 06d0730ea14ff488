"""A plan's folder -> the bytes of its files; the choice between several plans."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from sscb_graph.errors import Fault, NoSeed, SeedError, SeveralPlans, UnknownPlan, visible
from sscb_graph.resources import SHIPPED, seed_folder
from sscb_graph.stamps import Stamp, stamp

PLAN_FILE = "plan.csv"
#: How the name of the copy ends that an upgrade keeps, before a number where there are several; and an adoption.
BEFORE_UPGRADE, BEFORE_ADOPTION = "-before-upgrade", "-before-adoption"
#: The name of such a copy, which is no plan of its own.
_COPY = re.compile(rf"(?:{BEFORE_UPGRADE}|{BEFORE_ADOPTION})(?:-\d+)?$")
#: The largest file that is read, in bytes.
LARGEST_FILE = 200 * 1024 * 1024


@dataclass(frozen=True)
class SeedFolder:
    """The files of a plan, read once, so that what is digested is what is loaded."""

    path: Path
    files: dict[str, bytes]
    shipped: bool = False

    @property
    def name(self) -> str:
        """How answers name the folder."""
        return shown_name(self.path, shipped=self.shipped)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the names and bytes of all files, wherever they are: "sha256:" and 64 hexadecimal digits."""
        import hashlib  # takes longer to import than to look at a folder that has not changed

        digest = hashlib.sha256()
        for name in sorted(self.files):
            data = self.files[name]
            digest.update(f"{name}\0{len(data)}\0".encode(errors="surrogateescape"))  # any bytes can be a name
            digest.update(data)
        return f"sha256:{digest.hexdigest()}"


def shown_name(path: Path, *, shipped: bool) -> str:
    """How answers, scripts and load records name a plan's folder: no line break of its name begins a line there."""
    return SHIPPED if shipped else visible(path)


def open_seed(folder: Path | None, plan: str | None = None) -> SeedFolder:
    """Reads the plan in a folder or in a folder directly below it; the shipped plan for None.

    ``plan`` chooses by id where there are several. Raises NoSeed where there is none, SeveralPlans where none of
    several is chosen, UnknownPlan for an id that no plan has, and SeedError for files that cannot be read.
    """
    return _chosen([read_folder(path, shipped=folder is None) for path in plan_folders(folder)], plan)


def open_seeds(folder: Path) -> list[SeedFolder]:
    """Reads the plan in a folder, or every plan directly below it; raises NoSeed or SeedError."""
    return [read_folder(path) for path in plan_folders(folder)]


def plan_folders(folder: Path | None) -> list[Path]:
    """The folder, if it is that of a plan, or every folder of a plan in it; the shipped plan's folder for None.

    Raises NoSeed where there is none.
    """
    if folder is None:
        return [seed_folder()]
    if not folder.is_dir():
        raise NoSeed(folder)
    if (folder / PLAN_FILE).exists() or any(folder.glob("*.csv")):
        return [folder]
    below = sorted(child.parent for child in folder.glob(f"*/{PLAN_FILE}") if not _COPY.search(child.parent.name))
    if not below:
        raise NoSeed(folder)
    return below


def read_folder(path: Path, *, shipped: bool = False) -> SeedFolder:
    """Reads every CSV of a folder; skips hidden files and the lock files of spreadsheets.

    Only regular files of at most LARGEST_FILE bytes are read, since a pipe or a device would never end. Raises
    SeedError with a fault for every other file.
    """
    files: dict[str, bytes] = {}
    faults: list[Fault] = []
    for file in _csv_files(path):
        data, sentence = read_regular(file)
        if sentence:
            faults.append(Fault(file.name, 0, "", sentence))
        else:
            files[file.name] = data
    if faults:
        raise SeedError(path, faults)
    return SeedFolder(path, files, shipped)


def read_regular(file: Path) -> tuple[bytes, str]:
    """The bytes of a regular file of at most LARGEST_FILE bytes, or a sentence that says why it is not read."""
    try:
        sentence = _unreadable(file.stat())
        return (b"" if sentence else file.read_bytes()), sentence
    except OSError as problem:
        return b"", _cannot(problem)


def stat_key(path: Path) -> tuple[Stamp, ...]:
    """A key that shows without reading them that no file of a folder has changed: the stamp of each CSV.

    The files and their order are those of ``read_folder``. Raises SeedError where their status cannot be read.
    """
    key = []
    for file in _csv_files(path):
        try:
            key.append(stamp(str(file), file.name))
        except OSError as problem:
            raise SeedError(path, [Fault(file.name, 0, "", _cannot(problem))]) from None
    return tuple(key)


def plan_id(seed: SeedFolder) -> str:
    """The id in plan.csv, read without loading the rest; "" where it cannot be read."""
    from sscb_graph.folder.csv_cells import first_cells  # not needed to look at a folder

    return first_cells(seed.files.get(PLAN_FILE, b"")).get("id", "")


def _csv_files(path: Path) -> list[Path]:
    try:
        names = sorted(os.listdir(path))  # noqa: PTH208 (names sort faster than paths, on the way of every answer)
    except OSError as problem:
        raise SeedError(path, [Fault(path.name, 0, "", _cannot(problem))]) from None
    return [path / name for name in names if name.lower().endswith(".csv") and not name.startswith(("~$", "."))]


def _unreadable(found: os.stat_result) -> str:
    """The sentence for a file that must not be read; "" for any other."""
    if not stat.S_ISREG(found.st_mode):
        return "is not a regular file; put a CSV file in its place, or take it away"
    if found.st_size > LARGEST_FILE:
        return f"holds {found.st_size:,} bytes, and at most {LARGEST_FILE:,} are read; split the plan"
    return ""


def _cannot(problem: OSError) -> str:
    return f"cannot be read ({problem.strerror}); close it elsewhere, or check its permissions"


def _chosen(seeds: list[SeedFolder], plan: str | None) -> SeedFolder:
    if plan is None and len(seeds) == 1:
        return seeds[0]
    by_id: dict[str, SeedFolder] = {}
    for seed in seeds:
        other = by_id.setdefault(plan_id(seed), seed)
        if other is not seed:
            sentence = f"'{plan_id(seed)}' is also the id of the plan in {other.path}; give one of them another id"
            raise SeedError(seed.path, [Fault(PLAN_FILE, 2, "id", sentence)])
    if plan is None:
        raise SeveralPlans(sorted(by_id))
    if plan not in by_id:
        raise UnknownPlan(plan, sorted(by_id))
    return by_id[plan]
