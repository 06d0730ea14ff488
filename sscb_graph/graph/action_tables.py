"""Actions, and what is read from their cells -> nodes and relationships, one function per table."""

from __future__ import annotations

from urllib.parse import quote

from sscb_graph.folder.record_tables import Records
from sscb_graph.graph.graph_writer import GraphWriter, basis_properties
from sscb_graph.model import Action, Citation, Lead, Link, Priority, SharedOutcome, Status, StatusWord, dates
from sscb_graph.model.record import attributes
from sscb_graph.model.vocabulary import STATUS_WORDS, Label, type_of
from sscb_graph.text import fold

_CELLS = ("number", "number_printed", "text", "outcome", "lead_printed", "recs_printed", "timescale_printed")


def actions(records: Records, write: GraphWriter) -> None:
    """The rows of the action plan; ``due_last`` holds the last day that each date can mean (ISO 8601)."""
    numbers = {priority.id: priority.number for priority in records.of(Priority)}
    for action in records.of(Action):
        source = write.sources.cite((action.row_id,), (action.text,))
        search = [action.text, action.outcome, action.lead_printed, action.timescale_printed, action.number_printed]
        search += [action.recs_printed, action.status_printed]
        more = {
            **attributes(action, "position", *_CELLS, "due", "status_printed"),
            "place": write.sources.cite((action.row_id,)),
            "priority": numbers[action.priority],
            "due_last": tuple(dates.last_day(day) for day in action.due),
        }
        write.node(action, Label.ACTION, action.number, source, search, **more)


def priorities_served(records: Records, write: GraphWriter) -> None:
    """The priority under which each action is printed."""
    for action in records.of(Action):
        source = write.sources.cite((action.row_id,))
        write.edge(action, f"serves~{action.row_id}", action.row_id, "SERVES", action.priority, source)


def leads(records: Records, write: GraphWriter) -> None:
    """Which body leads which action."""
    for lead in records.of(Lead):
        write.fact(lead, lead.body, "LEADS", lead.row_id, position=lead.position)


def citations(records: Records, write: GraphWriter) -> None:
    """Which action cites which recommendation."""
    for citation in records.of(Citation):
        write.fact(citation, citation.row_id, "ADDRESSES", citation.recommendation)


def shared_outcomes(records: Records, write: GraphWriter) -> None:
    """Which action shares the outcome of which other."""
    for shared in records.of(SharedOutcome):
        source = write.sources.of(shared, (shared.other,))
        write.edge(
            shared, shared.id, shared.row_id, "SHARES_OUTCOME_OF", shared.other, source, **basis_properties(shared)
        )


def links(records: Records, write: GraphWriter) -> None:
    """Which action links to, cites or depends on which other."""
    for link in records.of(Link):
        source = write.sources.of(link, (link.row_id,), link.quote)
        more = {**basis_properties(link), "quote": link.quote, "doubt": link.doubt}
        write.edge(link, link.id, link.row_id, type_of(link.relation).name, link.other, source, **more)


def status_words(records: Records, write: GraphWriter) -> None:
    """Every word that is a status, once, however it is written, with what it means.

    A word that an action has belongs to no single row; only a word of the plan's own has the row that explains it.
    """
    own = {fold(word.word): word for word in records.of(StatusWord)}
    used = {fold(status.status): status.status for status in reversed(records.of(Status))}
    for word in {**used, **own}:
        record = own.get(word)
        meaning = record.meaning if record else STATUS_WORDS.get(word)
        source = f"{write.sources.plan}, {'action plan, status column' if word in used else StatusWord.FILE}"
        name = used.get(word) or (record.word if record else word)
        write.node(record, Label.STATUS, name, source, [name], key=_status_key(word), position=0, meaning=meaning)


def statuses(records: Records, write: GraphWriter) -> None:
    """The status of each action, also those that have ended."""
    for status in records.of(Status):
        write.fact(status, status.row_id, "HAS_STATUS", _status_key(status.status))


def _status_key(word: str) -> str:
    return f"rag~{quote(fold(word))}"
