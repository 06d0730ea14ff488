"""A plan's folder -> its records: files, rows, references, printed cells; or every fault together."""

from __future__ import annotations

from collections.abc import Iterable

from sscb_graph.errors import Fault, OldFolder, SeedError
from sscb_graph.folder.numbering import numbering_faults
from sscb_graph.folder.old_form import is_old
from sscb_graph.folder.record_tables import Records, read_tables
from sscb_graph.folder.references import end_faults, plan_faults, reference_faults
from sscb_graph.folder.source import SeedFolder
from sscb_graph.folder.transcription import transcription_faults
from sscb_graph.text import many

#: How many faults of a file are listed; the rest are counted.
LISTED = 100


def load_records(seed: SeedFolder) -> Records:
    """The records of a plan's folder, each with its row.

    Raises OldFolder for a folder in the form of an earlier version, and SeedError with every fault found, each with
    file, row, column and what to do; nothing is loaded then.
    """
    if is_old(seed.files):
        raise OldFolder(seed.path)
    records, faults = read_tables(seed.files)
    if not any(fault.row <= 1 for fault in faults):  # every file was read: its references can be followed
        faults = [*faults, *_contradictions(records, thorough=not faults)]
    if faults:
        raise SeedError(seed.path, limit_faults(faults))
    return records


def _contradictions(records: Records, *, thorough: bool) -> Iterable[Fault]:
    """Where records contradict each other; unless ``thorough``, only what needs no refused row to be right."""
    faults = list(reference_faults(records))
    if thorough:
        faults += plan_faults(records)
    if thorough and not faults:
        faults += [*end_faults(records), *numbering_faults(records), *transcription_faults(records)]
    return faults


def limit_faults(faults: Iterable[Fault]) -> list[Fault]:
    """The faults in the order of their files and rows: of each file the first LISTED, and how many more there are."""
    by_file: dict[str, list[Fault]] = {}
    for fault in sorted(set(faults)):
        by_file.setdefault(fault.file, []).append(fault)
    kept = []
    for file, found in by_file.items():
        kept += found[:LISTED]
        if len(found) > LISTED:
            sentence = f"has {many(len(found) - LISTED, 'more fault')}; correct these first"
            kept.append(Fault(file, 0, "", sentence))
    return kept
