"""The second pass: ids are unique, every reference is followed, every relation ends where it may."""

from __future__ import annotations

from collections.abc import Iterator

from sscb_graph.errors import Fault, shown
from sscb_graph.folder.record_tables import Records
from sscb_graph.model import BodyRelation, Plan, Record
from sscb_graph.model.records import FILES_OF_LABELS, LABELS_OF_FILES
from sscb_graph.model.vocabulary import Label, type_of

#: The phrase for what a column names that may name nearly anything.
ANY_FILE = "the plan"


def reference_faults(records: Records) -> Iterator[Fault]:
    """Duplicate ids, and references to nothing or to a thing of the wrong kind."""
    files: dict[str, str] = dict(records.refused)
    for record in records:
        files.setdefault(record.key, record.file)
    yield from _duplicates(records)
    yield from _unknown(records, files)


def plan_faults(records: Records) -> Iterator[Fault]:
    """A fault unless plan.csv holds exactly one plan."""
    count = len(records.of(Plan))
    if count != 1:
        yield Fault(Plan.FILE, 0, "", f"names {count} plans; a folder holds exactly one: keep one row")


def end_faults(records: Records) -> Iterator[Fault]:
    """Relations that end at what their type does not allow: a body reports to a body, never to a document.

    Every reference must have been checked already.
    """
    labels = {record.key: record.LABEL for record in records if record.LABEL}
    for relation in records.of(BodyRelation):
        kind = type_of(relation.relation)
        found = labels[relation.other]
        if found not in kind.ends:
            allowed = [label for label in BodyRelation.REFERENCES["other"] if label in kind.ends]
            wanted = " or ".join(_a(label) for label in allowed)
            sentence = f"'{relation.other}' is {_a(found)}; a body {kind.words} {wanted}"
            yield Fault(relation.file, relation.row, "other", f"{sentence}: correct the relation or its end")


def _a(label: Label) -> str:
    """A label as a noun with its article: "an event"."""
    return f"{'an' if label.value[0] in 'AEIOU' else 'a'} {label.value.lower()}"


def _duplicates(records: Records) -> Iterator[Fault]:
    """Duplicate ids; keys that are no ids need only differ within their file."""
    first: dict[tuple[str, str], Record] = {}
    for record in records:
        other = first.setdefault((record.file if record.OWN_KEYS else "", record.unlike), record)
        if other is not record:
            where = f"row {other.row}" if other.file == record.file else f"{other.file}, row {other.row}"
            sentence = f"'{shown(record.key)}' is already the id of {where}"
            yield Fault(
                record.file, record.row, record.KEY, f"{sentence}; ids are unique in a plan: give one of them another"
            )


def _unknown(records: Records, files: dict[str, str]) -> Iterator[Fault]:
    columns = {}
    for record in records:
        if record.file not in columns:
            columns[record.file] = [
                (column, record.field_of(column), frozenset(labels)) for column, labels in record.REFERENCES.items()
            ]
        for column, field, allowed in columns[record.file]:
            named = getattr(record, field)
            for key in (named,) if isinstance(named, str) else named or ():
                file = files.get(key)
                if file is None or LABELS_OF_FILES.get(file) not in allowed:
                    yield Fault(record.file, record.row, column, _unknown_sentence(key, file, record, column))


def _unknown_sentence(key: str, file: str | None, record: Record, column: str) -> str:
    wanted = files_named(record, column)
    found = f"it is in {file}" if file else f"add it to {wanted}, or correct the spelling"
    return f"'{shown(key)}' is not an id of {wanted}; {found}"


def files_named(record: Record | type[Record], column: str) -> str:
    """The files that a column may name, as a phrase: "bodies.csv or events.csv"; "the plan" for nearly all."""
    files = [FILES_OF_LABELS[label] for label in record.REFERENCES[column] if label in FILES_OF_LABELS]
    return ANY_FILE if len(files) > 10 else " or ".join(files)
