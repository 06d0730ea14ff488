"""Numbers agree with ids, reports can be told apart, and items with the same number do not share a report."""

from __future__ import annotations

from collections.abc import Iterator

from sscb_graph.errors import Fault, shown
from sscb_graph.folder.printed_numbers import number_key
from sscb_graph.folder.record_tables import Records
from sscb_graph.model import Action, Priority, Recommendation, Report
from sscb_graph.text import fold, slug

_SHORTENED = "a spreadsheet may have shortened it (2.10 to 2.1); correct the one that is wrong"


def numbering_faults(records: Records) -> Iterator[Fault]:
    """Numbers that disagree with their ids or repeat, words that reports share, and items that contain themselves."""
    yield from _actions(records)
    for priority in records.of(Priority):
        if not priority.id.endswith(f"-{priority.number}"):
            sentence = (
                f"the number {priority.number} disagrees with the id {priority.id}; correct the one that is wrong"
            )
            yield Fault(priority.file, priority.row, "number", sentence)
    yield from _reports(records)
    yield from _items(records)
    yield from _circles(records)


def _actions(records: Records) -> Iterator[Fault]:
    for action in records.of(Action):
        if not action.row_id.endswith(f"-{slug(action.number)}"):
            sentence = f"the number {shown(action.number)} disagrees with the row id {action.row_id}; {_SHORTENED}"
            yield Fault(action.file, action.row, "number", sentence)
        elif not action.number_printed.startswith(action.number):
            sentence = f"'{shown(action.number_printed)}' does not begin with the number {shown(action.number)}"
            yield Fault(action.file, action.row, "number_printed", f"{sentence}; correct the one that is wrong")


def _reports(records: Records) -> Iterator[Fault]:
    """Words and names that reports share: a cell "CQC 1" must name a single item."""
    first: dict[str, Report] = {}
    for report in records.of(Report):
        for column, word in (("word", report.word), ("name", report.name)):
            other = first.setdefault(fold(word), report)
            if other is not report:
                sentence = f"'{shown(word)}' already names the report of row {other.row}; give one of them another"
                yield Fault(report.file, report.row, column, sentence)


def _items(records: Records) -> Iterator[Fault]:
    first: dict[tuple[str, str], Recommendation] = {}
    for item in records.of(Recommendation):
        ending = slug(item.number)
        if not ending or not item.id.endswith(f"-{ending}"):
            sentence = f"the number {shown(item.number)} disagrees with the id {item.id}; {_SHORTENED}"
            yield Fault(item.file, item.row, "number", sentence)
        other = first.setdefault((item.report, number_key(item.number)), item)
        if other is not item:
            sentence = f"{shown(item.number)} is already the number of row {other.row} in the same report"
            yield Fault(item.file, item.row, "number", f"{sentence}; correct one of them")


def _circles(records: Records) -> Iterator[Fault]:
    """Items that are, step by step, part of themselves."""
    wholes = {item.id: item.part_of for item in records.of(Recommendation) if item.part_of}
    sound: set[str] = set()
    for item in records.of(Recommendation):
        passed: dict[str, None] = {}
        step: str | None = item.id
        while step and step not in sound and step not in passed:
            passed[step] = None
            step = wholes.get(step)
        if step == item.id and step in passed:
            sentence = f"is part of itself, by {', '.join(passed)}; correct one of them"
            yield Fault(item.file, item.row, "part_of", sentence)
        elif step not in passed:
            sound.update(passed)
