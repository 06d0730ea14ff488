"""The seed pipeline in one function: files -> records -> references, or every fault together."""

from __future__ import annotations

from sscb_graph.errors import SeedError
from sscb_graph.seed.folder import SeedFolder
from sscb_graph.seed.references import reference_faults
from sscb_graph.seed.tables import Records, read_tables


def load_records(seed: SeedFolder) -> Records:
    """The records of a plan's folder.

    Raises SeedError with every fault found, each with file, row, column and what to do; nothing is loaded then.
    """
    records, faults = read_tables(seed.files)
    if not any(fault.row <= 1 for fault in faults):  # every file was read: its references can be followed
        faults = [*faults, *reference_faults(records, thorough=not faults)]
    if faults:
        raise SeedError(seed.path, sorted(set(faults)))
    return records
