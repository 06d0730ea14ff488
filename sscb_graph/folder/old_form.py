"""The folder of an earlier version -> the files of this one.

It held the items of two reports in files of their own, ofsted_recommendations.csv and peer_recommendations.csv, and
plan.csv named the document whose items the actions cite.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from pydantic import Field

from sscb_graph.errors import Fault, SeedError
from sscb_graph.folder.csv_cells import BOM, header, read_cells, write_csv
from sscb_graph.folder.record_tables import read_rows
from sscb_graph.folder.source import SeedFolder
from sscb_graph.model import Document, Note, Plan, Recommendation, Report
from sscb_graph.model.basis import BASES, STATED, Basis
from sscb_graph.model.cells import Id, Text, Whole, YesNo
from sscb_graph.model.record import Record

OLD_COLUMN, NEW_COLUMN = "recommendations_document", "default_report"


class OldInspectionItem(Record):
    """An item of the inspection report, as it was."""

    FILE = "ofsted_recommendations.csv"
    MEANING = "The numbered items of the inspection report."

    id: Id = Field(description="id of the item")
    position: Whole = Field(description="order in the report")
    number: Whole = Field(description="its number in the report")
    page: Whole | None = Field(None, description="its page in the report")
    kind: Text = Field(description="recommendation or finding")
    recommendation: YesNo = Field(description="yes where it is a recommendation in substance")
    topic: Text = Field(description="what it is about, in our own words")
    text: ClassVar = None


class OldPeerItem(Record):
    """A recommendation of the peer review, as it was."""

    FILE = "peer_recommendations.csv"
    MEANING = "The recommendations of the peer review, verbatim."

    id: Id = Field(description="id of the recommendation")
    position: Whole = Field(description="order")
    number: Whole = Field(description="its number")
    text: Text = Field(description="its words, verbatim")
    page: ClassVar = None
    kind: ClassVar = "recommendation"
    recommendation: ClassVar = True
    topic: ClassVar = None


OldItem = OldInspectionItem | OldPeerItem
OLD_FILES = (OldInspectionItem.FILE, OldPeerItem.FILE)


@dataclass(frozen=True)
class Converted:
    """The result of a conversion: the files to write and to remove, and how many things the new files hold."""

    written: dict[str, bytes]
    removed: tuple[str, ...]
    reports: int
    recommendations: int
    notes: int


def is_old(files: Mapping[str, bytes]) -> bool:
    """Whether the files of a folder have the form of an earlier version."""
    return any(name in files for name in OLD_FILES) or OLD_COLUMN in header(files.get(Plan.FILE, b""))


def convert(seed: SeedFolder) -> Converted:
    """The files that an old folder needs; raises SeedError with every fault of the old files."""
    plan, faults = _cells(Plan.FILE, seed.files, [*Plan.columns(), OLD_COLUMN])
    notes, more = _cells(Note.FILE, seed.files, Note.columns())
    documents, others = _cells(Document.FILE, seed.files, Document.columns())
    inspection, refused = read_rows(OldInspectionItem, seed.files.get(OldInspectionItem.FILE))
    peer, refused_too = read_rows(OldPeerItem, seed.files.get(OldPeerItem.FILE))
    faults += [*more, *others, *refused, *refused_too, *_contradictions(inspection), *_contradictions(peer)]
    document = plan[0].get(OLD_COLUMN, "") if plan else ""
    reports = _reports(seed, document, documents, inspection=bool(inspection), peer=bool(peer))
    by_word = {report["word"]: report["id"] for report in reports}
    rows = [*_items(inspection, by_word.get("ofsted")), *_items(peer, by_word.get("peer"))]
    written = {
        Report.FILE: write_csv(list(Report.columns()), reports),
        Recommendation.FILE: write_csv(list(Recommendation.columns()), rows),
    }
    faults += _in_the_way(seed, written)
    if faults:
        raise SeedError(seed.path, sorted(set(faults)))
    moved = sum(note.get("about") == document for note in notes) if document else 0
    if moved:
        written[Note.FILE] = _edited(seed.files[Note.FILE], "about", {document: by_word["ofsted"]})
    # The last, since without its old column a folder may count as converted.
    if Plan.FILE in seed.files:
        written[Plan.FILE] = _plan(seed.files[Plan.FILE], by_word.get("ofsted", ""))
    removed = tuple(name for name in OLD_FILES if name in seed.files)
    return Converted(written, removed, len(reports), len(rows), moved)


def _cells(file: str, files: Mapping[str, bytes], columns: Iterable[str]) -> tuple[list[dict[str, str]], list[Fault]]:
    """The cells of each row of a file, unchecked, and the faults of its shape; no rows for a missing file."""
    if file not in files:
        return [], []
    rows, faults = read_cells(file, files[file], dict.fromkeys(columns, False))
    return [row.values for row in rows], faults


def _contradictions(items: Iterable[OldItem]) -> Iterator[Fault]:
    ids: dict[str, OldItem] = {}
    numbers: dict[int, OldItem] = {}
    for item in items:
        if not item.id.endswith(f"-{item.number}"):
            sentence = f"the number {item.number} disagrees with the id {item.id}; correct the one that is wrong"
            yield Fault(item.file, item.row, "number", sentence)
        if (other := ids.setdefault(item.id, item)) is not item:
            yield Fault(item.file, item.row, "id", f"'{item.id}' is already the id of row {other.row}; change one")
        elif (other := numbers.setdefault(item.number, item)) is not item:
            yield Fault(item.file, item.row, "number", f"{item.number} is already the number of row {other.row}")


def _reports(
    seed: SeedFolder, document: str, documents: Iterable[dict[str, str]], *, inspection: bool, peer: bool
) -> list[dict[str, str]]:
    taken = _all_cells(seed.files) if inspection or peer or document else set()
    reports = []
    if inspection or document:
        known = next((row for row in documents if row.get("id") == document), {})
        basis, reason = known.get("basis", "").lower(), known.get("reason", "")
        if basis not in BASES or not (reason or basis == STATED):
            basis, reason = Basis.ASSUMED.value, "Converted from a folder that does not say how its report is known."
        reports.append(
            {
                "id": _free("report-ofsted", taken),
                "word": "ofsted",
                "name": "Ofsted",
                "kind": "inspection report",
                "published": known.get("date", ""),
                "document": document,
                "numbering": "the report's own",
                "basis": basis,
                "reason": reason,
            }
        )
    if peer:
        own = {"word": "peer", "name": "Peer review", "kind": "peer review", "basis": STATED}
        reports.append({"id": _free("report-peer", taken), **own, "numbering": "ours, in the order printed"})
    return [{**report, "position": str(position)} for position, report in enumerate(reports, 1)]


def _items(items: Iterable[OldItem], report: str | None) -> Iterator[dict[str, Any]]:
    for item in items:
        yield {
            "id": item.id,
            "position": item.position,
            "report": report,
            "number": item.number,
            "page": item.page,
            "kind": item.kind.lower(),
            "recommendation": "yes" if item.recommendation else "no",
            "text": item.text,
            "topic": item.topic,
        }


def _in_the_way(seed: SeedFolder, written: Mapping[str, bytes]) -> Iterator[Fault]:
    """Faults for new files that already exist, unless an interrupted conversion left them."""
    for name, data in written.items():
        there = seed.files.get(name)
        if there is not None and there != data and _cells(name, seed.files, header(there))[0]:
            sentence = "is there already, beside the older files that it replaces; take out what is wrong by hand"
            yield Fault(name, 0, "", sentence)


def _all_cells(files: Mapping[str, bytes]) -> set[str]:
    """Every cell of the files that stay; an id that is not among them is free."""
    cells: set[str] = set()
    for name in files.keys() - {Report.FILE, Recommendation.FILE, Plan.FILE}:
        data = files[name]
        lines = io.StringIO(data.decode("utf-8", "replace"), newline="")
        cells.update(cell.strip() for row in csv.reader(lines) for cell in row)
    return cells


def _free(key: str, taken: set[str]) -> str:
    number, free = 1, key
    while free in taken:
        number += 1
        free = f"{key}-{number}"
    return free


def _plan(data: bytes, report: str) -> bytes:
    """plan.csv with the default report in place of the document whose items were cited."""
    names, rows, style = _parsed(data)
    if NEW_COLUMN not in names:
        names = [NEW_COLUMN if name == OLD_COLUMN else name for name in names]
    if NEW_COLUMN not in names:
        names, rows = [*names, NEW_COLUMN], [[*row, ""] for row in rows]
    if OLD_COLUMN in names:
        at = names.index(OLD_COLUMN)
        names, rows = names[:at] + names[at + 1 :], [row[:at] + row[at + 1 :] for row in rows]
    at = names.index(NEW_COLUMN)
    return _unparsed(names, [[*row[:at], report, *row[at + 1 :]] if any(row) else row for row in rows], style)


def _edited(data: bytes, column: str, changes: Mapping[str, str]) -> bytes:
    """A CSV with some cells of a column changed; BOM, line ends and all other cells stay."""
    names, rows, style = _parsed(data)
    at = names.index(column)
    rows = [[*row[:at], changes.get(row[at].strip(), row[at]), *row[at + 1 :]] if any(row) else row for row in rows]
    return _unparsed(names, rows, style)


def _parsed(data: bytes) -> tuple[list[str], list[list[str]], tuple[bytes, str]]:
    """The names of the columns, the rows, and how the file is written: its BOM and its line ends."""
    text = data.removeprefix(BOM).decode()
    names, *rows = csv.reader(io.StringIO(text, newline=""))
    style = (BOM if data.startswith(BOM) else b"", "\r\n" if "\r\n" in text else "\n")
    return [name.strip() for name in names], rows, style


def _unparsed(names: list[str], rows: list[list[str]], style: tuple[bytes, str]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator=style[1]).writerows([names, *rows])
    return style[0] + out.getvalue().encode()
