"""Changes of bodies -> nodes and relationships, one function per table."""

from __future__ import annotations

from collections.abc import Mapping

from sscb_graph.folder.record_tables import Records
from sscb_graph.graph.graph_writer import GraphWriter, basis_properties
from sscb_graph.graph.nodes import Node
from sscb_graph.model import ChangeEvent
from sscb_graph.model.record import attributes
from sscb_graph.model.vocabulary import Label


def changes(records: Records, write: GraphWriter) -> None:
    """What was changed after the plan."""
    for event in records.of(ChangeEvent):
        bodies = dict.fromkeys(event.original or event.resulting)
        name = change_name(event.change.value, {write.nodes[body]: write.nodes[body].name for body in bodies})
        more = attributes(event, "position", "text", "effective", "decided_by", "subject_to")
        more |= {"change": event.change.value, **basis_properties(event)}
        search = [name, event.text, event.decided_by, event.subject_to]
        write.node(event, Label.CHANGE_EVENT, name, write.sources.of(event), search, **more)


def change_name(change: str, names: Mapping[Node, str]) -> str:
    """What a change is called, from its kind and the bodies that it is about, by their names, in the plan's order."""
    return f"{change}: {', '.join(names[body] for body in sorted(names, key=lambda body: body.order))}"


def bodies_changed(records: Records, write: GraphWriter) -> None:
    """Which bodies each change starts from, and which it results in."""
    for event in records.of(ChangeEvent):
        source, known = write.nodes[event.id].source, basis_properties(event)
        ends = (("ORIGINAL_ORGANIZATION", event.original), ("RESULTING_ORGANIZATION", event.resulting))
        for kind, bodies in ends:
            for body in dict.fromkeys(bodies):
                key = f"{kind.split('_')[0].lower()}~{event.id}~{body}"
                write.edge(event, key, event.id, kind, body, source, **known)
