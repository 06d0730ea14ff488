"""The plan, the texts that it is made of, and remarks on them -> nodes and relationships, one function per table."""

from __future__ import annotations

from urllib.parse import quote

from sscb_graph.folder.record_tables import Records
from sscb_graph.graph.graph_writer import GraphWriter, basis_properties, period
from sscb_graph.model import (
    Abbreviation,
    Acceptance,
    Action,
    Document,
    Event,
    Note,
    Observation,
    Passage,
    Priority,
    Title,
)
from sscb_graph.model.basis import Basis
from sscb_graph.model.record import attributes
from sscb_graph.model.vocabulary import Label


def plan(records: Records, write: GraphWriter) -> None:
    """The plan itself."""
    own = records.plan
    more = attributes(own, "title", "board", "default_report")
    source = f"{own.short_title}: {own.title}"
    write.node(own, Label.PLAN, own.short_title, source, [own.title], position=0, **more, **period(own))


def titles(records: Records, write: GraphWriter) -> None:
    """Every title that the plan prints for itself."""
    for title in records.of(Title):
        source = write.sources.cite((title.id,), (title.text,))
        more = {**attributes(title, "position", "text"), **period(title)}
        write.node(title, Label.TITLE, title.text, source, [title.text], **more)


def passages(records: Records, write: GraphWriter) -> None:
    """The paragraphs and list items."""
    for passage in records.of(Passage):
        source = write.sources.cite((passage.id,), (passage.text,))
        name = f"{passage.heading} ({passage.kind})"
        more = attributes(passage, "position", "kind", "heading", "page", "text")
        write.node(passage, Label.PASSAGE, name, source, [passage.text, passage.heading], **more)


def priorities(records: Records, write: GraphWriter) -> None:
    """The priorities, with both wordings."""
    for priority in records.of(Priority):
        source = write.sources.cite((priority.id,), (priority.wording,))
        search = [priority.wording, priority.wording_in_table]
        more = attributes(priority, "position", "number", "wording", "wording_in_table")
        write.node(priority, Label.PRIORITY, f"Priority {priority.number}", source, search, **more)


def parts(records: Records, write: GraphWriter) -> None:
    """Titles, passages, priorities and actions are parts of the plan."""
    for record in (*records.of(Title), *records.of(Passage), *records.of(Priority), *records.of(Action)):
        write.part_of(record, write.nodes[record.key].source)


def events(records: Records, write: GraphWriter) -> None:
    """What the plan dates."""
    for event in records.of(Event):
        source = write.sources.cite(event.written_in, event.quote)
        more = {**attributes(event, "position", "quote"), **period(event)}
        write.node(event, Label.EVENT, event.name, source, [event.name, *event.quote], **more)


def bodies_concerned(records: Records, write: GraphWriter) -> None:
    """The bodies that each event concerns."""
    for event in records.of(Event):
        source = write.nodes[event.id].source
        for body in event.bodies:
            write.edge(event, f"concerns~{event.id}~{body}", event.id, "CONCERNS", body, source)


def documents(records: Records, write: GraphWriter) -> None:
    """Legislation, guidance and other documents."""
    for document in records.of(Document):
        search = [document.name, *document.quote]
        more = {**attributes(document, "position", "kind", "date"), **basis_properties(document)}
        write.node(document, Label.DOCUMENT, document.name, write.fact_source(document), search, **more)


def abbreviations(records: Records, write: GraphWriter) -> None:
    """Abbreviations, with what the text expands them to."""
    for position, short in enumerate(records.of(Abbreviation), 1):
        search = [short.abbreviation, short.expansion]
        more = {**basis_properties(short), "expansion": short.expansion, "position": position}
        write.node(short, Label.ABBREVIATION, short.abbreviation, write.fact_source(short), search, **more)


def bodies_abbreviated(records: Records, write: GraphWriter) -> None:
    """The body that each abbreviation is read as: by the text where it expands it, by inference where it does not."""
    for short in records.of(Abbreviation):
        if short.body:
            basis, reason = (Basis.STATED, None) if short.expansion else (Basis.INFERRED, "the text never expands it")
            source = write.nodes[short.id].source
            key = f"abbreviates~{short.id}"
            write.edge(short, key, short.id, "ABBREVIATES", short.body, source, basis=basis.value, reason=reason)


def notes(records: Records, write: GraphWriter) -> None:
    """Cautions that answers carry."""
    for note in records.of(Note):
        more = {**attributes(note, "position", "text", "brief"), **basis_properties(note)}
        write.node(note, Label.NOTE, note.id, _note_source(note, write), [note.text], **more)


def things_noted(records: Records, write: GraphWriter) -> None:
    """What each note is about: the plan itself where it names nothing."""
    for note in records.of(Note):
        about = note.about or write.plan
        write.edge(
            note, f"on~{note.id}", note.id, "NOTE_ON", about, _note_source(note, write), **basis_properties(note)
        )


def _note_source(note: Note, write: GraphWriter) -> str:
    return f"a note on {note.about or write.plan}" + (f": {note.reason}" if note.reason else "")


def observations(records: Records, write: GraphWriter) -> None:
    """What a reader observed. No search finds it, since a search answers with words of the plan."""
    for seen in records.of(Observation):
        more = attributes(seen, "position", "kind", "severity", "text", "quote")
        source = write.sources.cite(seen.written_in, seen.quote) if seen.written_in else write.sources.plan
        write.node(seen, Label.OBSERVATION, seen.id, source, (), **more)


def things_observed(records: Records, write: GraphWriter) -> None:
    """What each observation is about: the plan itself where it names nothing."""
    for seen in records.of(Observation):
        source = write.nodes[seen.id].source
        for about in seen.about or (write.plan,):
            key = f"remark~{seen.id}~{about}"
            write.edge(seen, key, seen.id, "REMARKS_ON", about, source, basis=Basis.INFERRED.value, reason=seen.text)


def acceptances(records: Records, write: GraphWriter) -> None:
    """Findings that the plan's keepers have accepted."""
    for position, accepted in enumerate(records.of(Acceptance), 1):
        source = f"accepted by {accepted.accepted_by} on {accepted.accepted_on}"
        more = attributes(accepted, "finding", "reason", "accepted_by", "accepted_on")
        key = f"accepted~{quote(accepted.finding)}"
        search = [accepted.reason]
        write.node(accepted, Label.ACCEPTANCE, accepted.finding, source, search, key=key, position=position, **more)
