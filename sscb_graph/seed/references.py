"""The second pass: every reference followed, every quote found, printed cells and readings compared."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from sscb_graph.errors import Fault, visible
from sscb_graph.records import (
    Acceptance,
    Action,
    Body,
    BodyName,
    Citation,
    Fact,
    Function,
    Lead,
    Link,
    OfstedRecommendation,
    Passage,
    PeerReviewRecommendation,
    Plan,
    Priority,
    Record,
    Status,
    Title,
)
from sscb_graph.records.plan import Event
from sscb_graph.seed.tables import Records
from sscb_graph.text import slug, squash

#: The files whose records hold words of the document, which facts may quote.
QUOTABLE = ("passages.csv", "titles.csv", "priorities.csv", "actions.csv", "peer_recommendations.csv")
_WHITE = re.compile(r"\s+")


def reference_faults(records: Records, *, thorough: bool = True) -> list[Fault]:
    """Everything in which the records of a plan contradict each other.

    Not ``thorough``, only what needs no other record to be right: unknown and doubled ids.
    """
    files: dict[str, str] = dict(records.refused)
    for table in records.tables.values():
        for record in table.records:
            files.setdefault(record.key, table.file)
    faults = [*_duplicates(records), *_unknown(records, files)]
    if thorough:
        faults += _one_plan(records)
    if thorough and not faults:
        faults += [*_numbers(records), *_quotes(records), *_readings(records)]
    return sorted(set(faults))


def _one_plan(records: Records) -> Iterator[Fault]:
    count = len(records.of(Plan))
    if count != 1:
        yield Fault(Plan.FILE, 0, "", f"names {count} plans; a seed folder holds exactly one: keep one row")


def _duplicates(records: Records) -> Iterator[Fault]:
    first: dict[str, tuple[str, int]] = {}
    for table in records.tables.values():
        for row, record in table.placed():
            key = record.key
            if key not in first:
                first[key] = (table.file, row)
            elif isinstance(record, Acceptance) is (first[key][0] == Acceptance.FILE):
                file, other = first[key]
                where = f"row {other}" if file == table.file else f"{file}, row {other}"
                sentence = f"'{visible(key)}' is already the id of {where}; ids are unique in a plan: give one another"
                yield Fault(table.file, row, record.KEY, sentence)


def _unknown(records: Records, files: dict[str, str]) -> Iterator[Fault]:
    for table in records.tables.values():
        references = type(table.records[0]).REFERENCES if table.records else {}
        for column, wanted in references.items():
            allowed = QUOTABLE if wanted == ("*",) and column == "written_in" else wanted
            for row, record in table.placed():
                named = getattr(record, column)
                for key in (named,) if isinstance(named, str) else named or ():
                    file = files.get(key)
                    if file is None or (allowed != ("*",) and file not in allowed):
                        yield Fault(table.file, row, column, _unknown_sentence(key, file, allowed))


def _unknown_sentence(key: str, file: str | None, allowed: tuple[str, ...]) -> str:
    wanted = "the seed" if allowed == ("*",) else " or ".join(allowed)
    found = f"it is in {file}" if file else f"add it to {wanted}, or correct the spelling"
    return f"'{visible(key)}' is not an id of {wanted}; {found}"


def _numbers(records: Records) -> Iterator[Fault]:
    for row, action in records.placed(Action):
        if not action.row_id.endswith(f"-{slug(action.number)}"):
            sentence = f"the number {action.number} disagrees with the row id {action.row_id}"
            hint = "a spreadsheet may have shortened it (2.10 to 2.1); correct the one that is wrong"
            yield Fault(Action.FILE, row, "number", f"{sentence}; {hint}")
        elif not action.number_printed.startswith(action.number):
            sentence = f"'{visible(action.number_printed)}' does not begin with the number {action.number}"
            yield Fault(Action.FILE, row, "number_printed", f"{sentence}; correct the one that is wrong")
    for kind in (Priority, OfstedRecommendation, PeerReviewRecommendation):
        for row, record in records.tables[kind.FILE].placed():
            number = getattr(record, "number", 0)
            if not record.key.endswith(f"-{number}"):
                sentence = f"the number {number} disagrees with the id {record.key}; correct the one that is wrong"
                yield Fault(kind.FILE, row, "number", sentence)


def texts_of(records: Records) -> dict[str, list[str]]:
    """The words of the document that each quotable record holds, white space made single."""
    texts: dict[str, list[str]] = {}
    for passage in records.of(Passage):
        texts[passage.id] = [passage.text, passage.heading]
    for title in records.of(Title):
        texts[title.id] = [title.text]
    for priority in records.of(Priority):
        texts[priority.id] = [priority.wording, priority.wording_in_table or ""]
    for action in records.of(Action):
        own = (action.number_printed, action.text, action.outcome, action.lead_printed)
        cells = (*own, action.recs_printed, action.timescale_printed, action.status_printed)
        texts[action.row_id] = [cell or "" for cell in cells]
    for peer in records.of(PeerReviewRecommendation):
        texts[peer.id] = [peer.text]
    return texts


def _quotes(records: Records) -> Iterator[Fault]:
    held = {key: [_single(text) for text in texts] for key, texts in texts_of(records).items()}
    for table in records.tables.values():
        for row, record in table.placed():
            for column, quotes, places in _quoted(record):
                for quote in quotes:
                    if not any(_single(quote) in text for place in places for text in held[place]):
                        where = ", ".join(places)
                        sentence = f'"{visible(quote)}" is not in {where}; quote its words exactly'
                        yield Fault(table.file, row, column, sentence)
            if isinstance(record, BodyName):
                for place in record.written_in:
                    if not any(_single(record.name) in text for text in held[place]):
                        sentence = f"'{visible(record.name)}' is not printed in {place}; correct the name or the place"
                        yield Fault(table.file, row, "written_in", sentence)


def _quoted(record: Record) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    if isinstance(record, Fact | Event):
        yield "quote", record.quote, record.written_in
    elif isinstance(record, Link):
        yield "quote", record.quote, (record.row_id,)
    elif isinstance(record, Function):
        yield "text", (record.text,), record.written_in


def _single(text: str) -> str:
    return _WHITE.sub(" ", text)


def _readings(records: Records) -> Iterator[Fault]:
    """Printed cells against what is read from them: neither may be lost."""
    yield from _printed_leads(records)
    leads: dict[str, list[Lead]] = defaultdict(list)
    cited: dict[str, set[int]] = defaultdict(set)
    statuses: dict[str, list[Status]] = defaultdict(list)
    numbers = {item.id: item.number for item in records.of(OfstedRecommendation)}
    names = {body.id: body.name for body in records.of(Body)}
    for lead in records.of(Lead):
        leads[lead.row_id].append(lead)
    for citation in records.of(Citation):
        if citation.basis == "stated":
            cited[citation.row_id].add(numbers[citation.recommendation])
    for status in records.of(Status):
        statuses[status.row_id].append(status)
    for row, action in records.placed(Action):
        yield from _lead_readings(row, action, leads[action.row_id], names)
        yield from _citation_readings(row, action, cited[action.row_id])
        yield from _status_readings(row, action, statuses[action.row_id])


def _lead_readings(row: int, action: Action, leads: list[Lead], names: dict[str, str]) -> Iterator[Fault]:
    stated = [lead for lead in leads if lead.basis == "stated"]
    if action.lead_printed and not leads:
        sentence = f"no lead of {action.row_id} is in {Lead.FILE}; add one for each body printed in this cell"
        yield Fault(Action.FILE, row, "lead_printed", sentence)
    for lead in stated:
        if not any(quote in (action.lead_printed or "") for quote in lead.quote):
            sentence = f"the stated lead {names[lead.body]} ({Lead.FILE}, {lead.id}) is not printed in this cell"
            advice = "correct one of them, or give the lead another basis and a reason"
            yield Fault(Action.FILE, row, "lead_printed", f"{sentence}; {advice}")


def _printed_leads(records: Records) -> Iterator[Fault]:
    """A stated lead quotes a form in which that very body is printed: the words of another do not state it."""
    names = {body.id: body.name for body in records.of(Body)}
    forms = {(form.body, squash(form.name)) for form in records.of(BodyName)}
    forms |= {(body, squash(name)) for body, name in names.items()}
    for row, lead in records.placed(Lead):
        for quote in lead.quote:
            if lead.basis == "stated" and (lead.body, squash(quote)) not in forms:
                sentence = f"'{visible(quote)}' is not a printed form of {visible(names[lead.body])} in {BodyName.FILE}"
                advice = "add the form there, correct the body, or give the lead basis assumed and a reason"
                yield Fault(Lead.FILE, row, "quote", f"{sentence}; {advice}")


def _citation_readings(row: int, action: Action, cited: set[int]) -> Iterator[Fault]:
    printed = {int(number) for number in re.findall(r"[0-9]{1,9}", action.recs_printed or "")}
    for number in sorted(printed ^ cited):
        if number in printed:
            sentence = f"prints {number}, which no stated citation of {action.row_id} in {Citation.FILE} has; add it"
        else:
            sentence = f"does not print {number}, which {Citation.FILE} gives {action.row_id} as stated; correct one"
        yield Fault(Action.FILE, row, "recs_printed", sentence)


def _status_readings(row: int, action: Action, statuses: list[Status]) -> Iterator[Fault]:
    stated = {status.status for status in statuses if status.basis == "stated"}
    if action.status_printed and action.status_printed not in stated:
        sentence = f"no stated status of {action.row_id} in {Status.FILE} is '{visible(action.status_printed)}'; add it"
        yield Fault(Action.FILE, row, "status_printed", sentence)
    open_ended = [status for status in statuses if not status.until]
    if len(open_ended) > 1:
        listed = ", ".join(status.id for status in open_ended)
        sentence = f"{action.row_id} has several statuses that still hold ({listed}); give all but one an until date"
        yield Fault(Status.FILE, 0, "until", sentence)
