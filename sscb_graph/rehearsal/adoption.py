"""A proposal that was decided -> the files of a plan's folder with it, as facts that a post or a minute recorded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sscb_graph.errors import Fault, ProposalError, SeedError
from sscb_graph.folder.load import load_records
from sscb_graph.folder.record_tables import Records
from sscb_graph.folder.source import SeedFolder
from sscb_graph.folder.table_edit import TableEdit, cells_of, edit_table
from sscb_graph.graph.builder import build_graph
from sscb_graph.model import RECORDS, Body, ChangeEvent, DatedFact, Plan
from sscb_graph.model.basis import Basis
from sscb_graph.model.dates import first_day, last_day, when
from sscb_graph.model.vocabulary import ChangeKind
from sscb_graph.questions.answer import Origin
from sscb_graph.rehearsal.change import Change
from sscb_graph.rehearsal.draft import Support
from sscb_graph.rehearsal.edits import Edits, fact_id
from sscb_graph.rehearsal.graph_reading import GraphReading
from sscb_graph.rehearsal.outcome import Outcome, rehearse
from sscb_graph.rehearsal.proposal import Proposal
from sscb_graph.text import many


@dataclass(frozen=True)
class Written:
    """How many rows of a file are added and how many change."""

    file: str
    added: int
    changed: int

    @property
    def words(self) -> str:
        """It in words: "leads.csv: 2 rows added and 3 changed"."""
        if not self.changed:
            return f"{self.file}: {many(self.added, 'row')} added"
        added = f"{many(self.added, 'row')} added and " if self.added else ""
        return f"{self.file}: {added}{self.changed if added else many(self.changed, 'row')} changed"


@dataclass(frozen=True)
class Adopted:
    """What adopting a proposal makes of a folder: the files that it writes, what is in them, and the changes made.

    Nothing is written where nothing was left to adopt.
    """

    outcome: Outcome
    written: dict[str, bytes]
    tables: tuple[Written, ...]
    removed: tuple[str, ...] = ()


def adopt(seed: SeedFolder, proposal: Proposal, by: str, on: str) -> Adopted:
    """The files of a folder after a proposal, recorded by a post or minute on a day (ISO 8601).

    Nothing is written yet. Raises SeedError for a folder that does not load, and ProposalError with every fault of the
    proposal: also for changes without a day, and where the folder would not load afterwards.
    """
    records = load_records(seed)
    graph = build_graph(records)
    reading = GraphReading(graph, Origin("embedded", graph.plan_id, seed.name, seed.digest))
    outcome = rehearse(reading, proposal, recorded(by, on))
    if faults := [*_without_day(outcome), *_never_held(records, outcome), *_split(outcome)]:
        raise ProposalError(proposal.name, faults)
    edits = table_edits(records, outcome.edits)
    written = {
        record.FILE: edit_table(record, seed.files.get(record.FILE), edits[record.FILE])
        for record in _IN_ORDER
        if record.FILE in edits
    }
    try:
        load_records(SeedFolder(seed.path, {**seed.files, **written}))
    except SeedError as problem:
        raise ProposalError(proposal.name, problem.faults) from None
    tables = (Written(file, len(edits[file].added), len(edits[file].changed)) for file in written)
    return Adopted(outcome, written, tuple(tables))


def recorded(by: str, on: str) -> Support:
    """The cells of a fact that a post or minute records on a day (ISO 8601), for the sake of a change."""

    def support(change: Change) -> Mapping[str, str]:
        why = f": {change.reason}" if change.reason else "."
        cells = {"basis": Basis.RECORDED.value, "recorded_by": by, "recorded_on": on}
        return {**cells, "reason": f"{change.words}{why}"}

    return support


def table_edits(records: Records, edits: Edits) -> dict[str, TableEdit]:
    """What edits change in the files of a plan, by file: only in those that change at all."""
    tables: dict[str, TableEdit] = defaultdict(TableEdit)
    for record in edits.records:
        tables[record.FILE].added.append(cells_of(record))
    for record in records:
        if until := edits.ended.get(fact_id(record)):
            tables[record.FILE].changed[record.row] = {"until": until}
    for body in records.of(Body):
        if cells := dict(_body_cells(body.id, edits)):
            tables[Body.FILE].changed[body.row] = cells
    if edits.board and edits.board != records.plan.board:
        tables[Plan.FILE].changed[records.plan.row] = {"board": edits.board}
    return dict(tables)


def _body_cells(body: str, edits: Edits) -> Iterator[tuple[str, str]]:
    """The cells of a body that change."""
    if name := edits.names.get(body):
        yield from {"name": name, "short_name": ""}.items()
    if body in edits.statutory:
        yield "statutory", "yes" if edits.statutory[body] else "no"


def _without_day(outcome: Outcome) -> Iterator[Fault]:
    """The rows that cannot be recorded, since they do not say from which day."""
    for change in outcome.changes:
        if change.effective is None and change.kind is not ChangeKind.KEEP:
            sentence = "is blank: what is adopted holds from a day or month; write it, or withdraw the row"
            yield Fault(change.file, change.row, "effective", sentence)


def _split(outcome: Outcome) -> Iterator[Fault]:
    """The rows that split the plan: what becomes several plans cannot be written into one."""
    for change in outcome.changes:
        if change.division:
            sentence = (
                "cannot be adopted: a folder holds one plan; withdraw the rows that split it and adopt the others"
            )
            yield Fault(change.file, change.row, "change", sentence)


def _never_held(records: Records, outcome: Outcome) -> Iterator[Fault]:
    """The rows that would end a fact before it begins."""
    for record in records:
        ending = outcome.endings.get(fact_id(record))
        begins = record.from_ if isinstance(record, DatedFact) else None
        if ending and begins and first_day(begins) > last_day(ending.until):
            where = f"row {record.row} of {record.file} begins only {when(begins)}"
            sentence = f"is too early: what it ends in {where}; write a later day, or correct that row"
            yield Fault(ending.change.file, ending.change.row, "effective", sentence)


#: The files in the order in which they are written: what says that a change is adopted comes last.
_IN_ORDER = sorted(RECORDS, key=lambda record: record is ChangeEvent)
