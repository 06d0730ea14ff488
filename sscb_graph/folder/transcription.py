"""Compares printed cells with what is read from them, and quotes with the places that they name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sscb_graph.errors import Fault, shown
from sscb_graph.folder.printed_numbers import Cited, PrintedNumbers, number_key
from sscb_graph.folder.record_tables import Records
from sscb_graph.model import (
    Action,
    Body,
    BodyName,
    Citation,
    Decision,
    Event,
    Fact,
    Function,
    Lead,
    Link,
    Observation,
    Passage,
    Priority,
    Recommendation,
    Record,
    Report,
    Status,
    Title,
)
from sscb_graph.model.basis import Basis
from sscb_graph.text import squash

#: The most ids that a sentence lists.
LISTED = 10


def transcription_faults(records: Records) -> Iterator[Fault]:
    """Quotes that are not in their place, and printed cells that disagree with what is read from them."""
    yield from _quotes(records)
    yield from _printed_leads(records)
    yield from _leads(records)
    yield from _citations(records)
    yield from _statuses(records)


def texts_of(records: Records) -> dict[str, list[str]]:
    """The document's words in each record that may be quoted, by id."""
    texts: dict[str, list[str | None]] = {}
    for passage in records.of(Passage):
        texts[passage.id] = [passage.text, passage.heading]
    for title in records.of(Title):
        texts[title.id] = [title.text]
    for priority in records.of(Priority):
        texts[priority.id] = [priority.wording, priority.wording_in_table]
    for action in records.of(Action):
        own = (action.number_printed, action.text, action.outcome, action.lead_printed)
        texts[action.row_id] = [*own, action.recs_printed, action.timescale_printed, action.status_printed]
    for item in records.of(Recommendation):
        texts[item.id] = [item.text]
    return {key: [text or "" for text in held] for key, held in texts.items()}


def _quotes(records: Records) -> Iterator[Fault]:
    # The line break between the texts of a place keeps a quote from matching across two of them.
    held = {key: "\n".join(_single(text) for text in texts) for key, texts in texts_of(records).items()}
    for record in records:
        for column, quotes, places in _quoted(record):
            for quote in quotes:
                words = _single(quote)
                if not any(words in held[place] for place in places):
                    where = ", ".join(places) or "any place: written_in is blank"
                    sentence = f'"{shown(quote)}" is not in {where}; quote its words exactly'
                    yield Fault(record.file, record.row, column, sentence)
        if isinstance(record, BodyName):
            for place in record.written_in:
                if _single(record.name) not in held[place]:
                    sentence = f"'{shown(record.name)}' is not printed in {place}; correct the name or the place"
                    yield Fault(record.file, record.row, "written_in", sentence)


def _quoted(record: Record) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """The quotes of a record: their column, their words, and the places that are to hold them."""
    if isinstance(record, Fact | Event | Observation):
        yield "quote", record.quote, record.written_in
        if isinstance(record, Decision) and record.basis is Basis.STATED:
            for column in ("proposed_by", "holds_until"):
                yield column, tuple(filter(None, (getattr(record, column),))), record.written_in
    elif isinstance(record, Link):
        yield "quote", record.quote, (record.row_id,)
    elif isinstance(record, Function):
        yield "text", (record.text,), record.written_in


def _single(text: str) -> str:
    """A text with each run of white space made a single space."""
    return " ".join(text.split())


def _leads(records: Records) -> Iterator[Fault]:
    names = {body.id: body.name for body in records.of(Body)}
    leads: dict[str, list[Lead]] = defaultdict(list)
    for lead in records.of(Lead):
        leads[lead.row_id].append(lead)
    for action in records.of(Action):
        if action.lead_printed and action.row_id not in leads:
            sentence = f"no lead of {action.row_id} is in {Lead.FILE}; add a row for each body printed in this cell"
            yield Fault(action.file, action.row, "lead_printed", sentence)
        for lead in leads.get(action.row_id, ()):
            printed = any(quote in (action.lead_printed or "") for quote in lead.quote)
            if lead.basis is Basis.STATED and not printed:
                which = f"the stated lead {shown(names[lead.body])} ({Lead.FILE}, {lead.id})"
                sentence = f"{which} is not printed in this cell; correct one of them, or give the lead another basis"
                yield Fault(action.file, action.row, "lead_printed", sentence)


def _printed_leads(records: Records) -> Iterator[Fault]:
    """A stated lead quotes a form in which that very body is printed: the words of another do not state it."""
    names = {body.id: body.name for body in records.of(Body)}
    forms = {(form.body, squash(form.name)) for form in records.of(BodyName)}
    forms |= {(body, squash(name)) for body, name in names.items()}
    for lead in records.of(Lead):
        for quote in lead.quote:
            if lead.basis is Basis.STATED and (lead.body, squash(quote)) not in forms:
                sentence = f"'{shown(quote)}' is not a printed form of {shown(names[lead.body])} in {BodyName.FILE}"
                advice = "add the form there, correct the body, or give the lead basis assumed and a reason"
                yield Fault(lead.file, lead.row, "quote", f"{sentence}; {advice}")


def _citations(records: Records) -> Iterator[Fault]:
    items = {item.id: item for item in records.of(Recommendation)}
    printed = PrintedNumbers(records.of(Report), records.of(Recommendation), records.plan.default_report)
    stated: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for citation in records.of(Citation):
        if citation.basis is Basis.STATED:
            item = items[citation.recommendation]
            stated[citation.row_id].add((item.report, number_key(item.number)))
    for action in records.of(Action):
        yield from _citations_of(action, stated.get(action.row_id, set()), printed)


def _citations_of(action: Action, stated: set[tuple[str, str]], printed: PrintedNumbers) -> Iterator[Fault]:
    matched: set[tuple[str, str]] = set()
    for cited in printed.read(action.recs_printed or ""):
        found = _matches(cited, stated, printed)
        matched |= found
        if not found:
            number = _number(cited.report, cited.printed, printed)
            sentence = f"prints {number}, which no stated citation of {action.row_id} in {Citation.FILE} has; add it"
            yield Fault(action.file, action.row, "recs_printed", sentence)
    for report, number in sorted(stated - matched):
        shown = _number(report, number, printed)
        sentence = f"does not print {shown}, which {Citation.FILE} gives {action.row_id} as stated; correct one of them"
        yield Fault(action.file, action.row, "recs_printed", sentence)


def _matches(cited: Cited, stated: set[tuple[str, str]], printed: PrintedNumbers) -> set[tuple[str, str]]:
    """The stated citations that a printed number is: of its report, or, where that has no such item, of any other."""
    pair = (cited.report or "", cited.number)
    if pair in stated:
        return {pair}
    if cited.named or printed.is_item(cited.report, cited.number):
        return set()
    return {(report, number) for report, number in stated if number == cited.number}


def _number(report: str | None, number: str, printed: PrintedNumbers) -> str:
    """A number as a sentence shows it: alone in the default report, after the report's name in another."""
    name = printed.names.get(report or "", "") if report != printed.default else ""
    return shown(f"{name} {number}".strip())


def _statuses(records: Records) -> Iterator[Fault]:
    statuses: dict[str, list[Status]] = defaultdict(list)
    for status in records.of(Status):
        statuses[status.row_id].append(status)
    for action in records.of(Action):
        found = statuses.get(action.row_id, [])
        stated = {status.status for status in found if status.basis is Basis.STATED}
        if action.status_printed and action.status_printed not in stated:
            sentence = f"no stated status of {action.row_id} in {Status.FILE} is '{shown(action.status_printed)}'"
            yield Fault(action.file, action.row, "status_printed", f"{sentence}; add it")
        holding = [status for status in found if not status.until]
        if len(holding) > 1:
            which = f"({', '.join(status.id for status in holding[:LISTED])})"
            sentence = f"{action.row_id} has several statuses that still hold {which}; give all but one an until date"
            yield Fault(Status.FILE, holding[1].row, "until", sentence)
