"""A plan's folder -> its records, in the steps files, rows, references and printed cells; or all faults together."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from sscb_graph.errors import Fault, OldFolder, SeedError
from sscb_graph.folder.csv_cells import MOST_FAULTS
from sscb_graph.folder.numbering import numbering_faults
from sscb_graph.folder.old_form import is_old
from sscb_graph.folder.record_tables import Records, read_tables
from sscb_graph.folder.references import end_faults, plan_faults, reference_faults
from sscb_graph.folder.source import SeedFolder
from sscb_graph.folder.transcription import transcription_faults
from sscb_graph.text import many

#: The most faults of a file that are listed; the rest are counted.
LISTED = 100


def load_records(seed: SeedFolder) -> Records:
    """The records of a plan's folder, each with its row.

    Raises OldFolder for a folder in the form of an earlier version, and SeedError with every fault found, each with
    file, row, column and what to do; nothing is loaded then.
    """
    if is_old(seed.files):
        raise OldFolder(seed.path)
    records, faults = read_tables(seed.files)
    if records.whole:  # else what was not read would seem to be missing wherever it is named
        faults = [*faults, *_contradictions(records, thorough=not faults)]
    if faults:
        raise SeedError(seed.path, limit_faults(faults))
    return records


def _contradictions(records: Records, *, thorough: bool) -> Iterable[Fault]:
    """Where records contradict each other; unless ``thorough``, only what a refused row cannot have caused."""
    faults = list(islice(reference_faults(records), MOST_FAULTS))
    if thorough:
        faults += plan_faults(records)
    if thorough and not faults:
        faults += [*end_faults(records), *numbering_faults(records), *transcription_faults(records)]
    return faults


def limit_faults(faults: Iterable[Fault]) -> list[Fault]:
    """The faults by file and row: at most LISTED per file, then a count of the rest."""
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
