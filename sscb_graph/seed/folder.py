"""A plan's folder -> its records, whole or not at all."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from sscb_graph.errors import Fault, NoSeed, SeedError, SeveralPlans, UnknownPlan
from sscb_graph.resources import seed_folder


@dataclass(frozen=True)
class SeedFolder:
    """The files of one plan, read once: what is digested is what is loaded."""

    path: Path
    files: dict[str, bytes]
    shipped: bool = False

    @property
    def name(self) -> str:
        """How answers name the seed."""
        return "the plan shipped with sscb-graph" if self.shipped else str(self.path)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the names and bytes of all files: the same for the same seed anywhere."""
        digest = hashlib.sha256()
        for name in sorted(self.files):
            data = self.files[name]
            digest.update(f"{name}\0{len(data)}\0".encode())
            digest.update(data)
        return f"sha256:{digest.hexdigest()}"


def open_seed(folder: Path | None, plan: str | None = None) -> SeedFolder:
    """The folder of the plan that is asked about: the one given, one of those below it, or the shipped plan.

    Raises NoSeed, SeveralPlans or UnknownPlan where there is none, or no choice between several.
    """
    if folder is None:
        return _chosen([read_folder(seed_folder(), shipped=True)], plan)
    return _chosen(open_seeds(folder), plan)


def open_seeds(folder: Path) -> list[SeedFolder]:
    """The plan in a folder, or every plan in the folders below it; raises NoSeed where there is none."""
    if not folder.is_dir():
        raise NoSeed(folder)
    if (folder / "plan.csv").exists() or any(folder.glob("*.csv")):
        return [read_folder(folder)]
    below = sorted(child.parent for child in folder.glob("*/plan.csv"))
    if not below:
        raise NoSeed(folder)
    return [read_folder(one) for one in below]


def read_folder(path: Path, *, shipped: bool = False) -> SeedFolder:
    """Every CSV of a folder, as bytes; a spreadsheet's lock files and hidden files are passed over."""
    try:
        files = {
            file.name: file.read_bytes()
            for file in sorted(path.iterdir())
            if file.suffix.lower() == ".csv" and not file.name.startswith(("~$", "."))
        }
    except OSError as problem:
        file = Path(problem.filename or path).name
        sentence = f"cannot be read ({problem.strerror}); close it elsewhere, or check its permissions"
        raise SeedError(path, [Fault(file, 0, "", sentence)]) from None
    return SeedFolder(path, files, shipped)


def plan_id(seed: SeedFolder) -> str:
    """The id in plan.csv, read without loading the rest; "" where it cannot be told."""
    from sscb_graph.records.plan import Plan
    from sscb_graph.seed.cells import read_cells

    rows, _ = read_cells(Plan.FILE, seed.files.get(Plan.FILE, b""), list(Plan.columns()))
    return rows[0].values.get("id", "") if rows else ""


def _chosen(seeds: list[SeedFolder], plan: str | None) -> SeedFolder:
    if plan is None and len(seeds) == 1:
        return seeds[0]
    by_id: dict[str, SeedFolder] = {}
    for seed in seeds:
        other = by_id.setdefault(plan_id(seed), seed)
        if other is not seed:
            sentence = f"'{plan_id(seed)}' is also the id of the plan in {other.path}; give one of them another id"
            raise SeedError(seed.path, [Fault("plan.csv", 2, "id", sentence)])
    if plan is None:
        raise SeveralPlans(sorted(by_id))
    if plan not in by_id:
        raise UnknownPlan(plan, sorted(by_id))
    return by_id[plan]
