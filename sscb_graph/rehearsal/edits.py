"""What changes come to: records that are added, facts that end, names that change; and the plan's graph after them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sscb_graph.folder.record_tables import Records
from sscb_graph.graph import body_tables, change_tables, duty_tables
from sscb_graph.graph.action_tables import leads
from sscb_graph.graph.graph import AnyEdge, GraphReader, MemoryGraph
from sscb_graph.graph.graph_writer import GraphWriter, search_text
from sscb_graph.graph.nodes import Body, ChangeEvent, Decision, Node, Properties, make_node
from sscb_graph.graph.sources import Sources
from sscb_graph.graph.statutory import Statutory, said_by_plan
from sscb_graph.model import Body as BodyRecord
from sscb_graph.model import BodyName, DatedFact, Plan, Record
from sscb_graph.model.basis import Basis
from sscb_graph.model.dates import first_day, last_day
from sscb_graph.model.vocabulary import Label
from sscb_graph.rehearsal.draft import Draft

#: What makes nodes and relationships of added records, in the order in which they need each other.
_TABLES = (
    body_tables.bodies,
    body_tables.names,
    body_tables.decisions,
    change_tables.changes,
    body_tables.printed_forms,
    leads,
    body_tables.relations,
    body_tables.functions_had,
    body_tables.decisions_taken,
    duty_tables.compliance,
    change_tables.bodies_changed,
)

#: The properties of a body's node that say whether it is statutory.
_STATUTORY = frozenset({"statutory", "statutory_basis", "statutory_reason", "statutory_ended"})


@dataclass(frozen=True)
class Edits:
    """What is to be done to a plan: to its graph in a rehearsal, to the records of its folder when it is adopted.

    ``ended`` holds the last day (ISO 8601 day, month or year) of each fact of the plan that ends, by the fact's id;
    ``names`` and ``statutory`` hold what changes of bodies, by their ids. ``board`` is the id of the body at the top.
    """

    records: tuple[Record, ...]
    ended: Mapping[str, str]
    names: Mapping[str, str]
    statutory: Mapping[str, bool]
    board: str | None = None


def edits_of(draft: Draft) -> Edits:
    """What the changes of a draft come to."""
    ended = {key: ending.until for key, ending in draft.ended.items()}
    records = tuple(_as_named_last(_ended_themselves(draft.records, ended), draft))
    own = {key: day for key, day in ended.items() if key not in draft.made}
    statutory = {key: yes for key, yes in draft.statutory.items() if key not in draft.created}
    return Edits(records, own, draft.names, statutory, draft.board)


def _as_named_last(records: Iterable[Record], draft: Draft) -> Iterator[Record]:
    """The records that were added, bodies as later changes name them and say whether they are statutory."""
    for record in records:
        if isinstance(record, BodyRecord):
            later = {"name": draft.names.get(record.id), "statutory": draft.statutory.get(record.id)}
            yield record.model_copy(update={name: cell for name, cell in later.items() if cell is not None})
        else:
            yield record


def _ended_themselves(records: list[Record], ended: Mapping[str, str]) -> Iterator[Record]:
    """The records that were added, with their last day where a later change ended them; none that never held."""
    for record in records:
        until = ended.get(fact_id(record))
        if until is None or not isinstance(record, DatedFact):
            yield record
        elif record.from_ is None or first_day(record.from_) <= last_day(until):
            yield record.model_copy(update={"until": until})


def fact_id(record: Record) -> str:
    """The id of the fact that a record states about a body; of a record that states none, its own id."""
    match record.LABEL:
        case Label.DECISION:
            return f"decides~{record.key}"
        case Label.FUNCTION:
            return f"has~{record.key}"
        case _:
            return record.key


def in_memory(reader: GraphReader) -> MemoryGraph:
    """A graph as it is read now, for when its store is closed."""
    edges = [(edge.start.id, edge.type, edge.end.id, edge.properties) for edge in reader.edges(())]
    return MemoryGraph(reader.plan_id, reader.labelled(Label.SSCB), edges)


def edited_graph(reader: GraphReader, edits: Edits) -> MemoryGraph:
    """A plan's graph after edits; the graph that is read stays as it is."""
    records = _records(reader, edits.records)
    writer = GraphWriter(reader.plan_id, Sources(records))
    writer.nodes.update((node.id, node) for node in reader.labelled(Label.SSCB))
    writer.nodes.update((node.id, node) for node in _edited_nodes(reader, edits, records, writer.sources))
    writer.keep(_edge(edge, edits.ended.get(edge.id)) for edge in reader.edges(()))
    for table in _TABLES:
        table(records, writer)
    return writer.graph()


def _edge(edge: AnyEdge, until: str | None) -> tuple[str, str, str, Properties]:
    properties = {**edge.properties, "until": until} if until else edge.properties
    return edge.start.id, edge.type, edge.end.id, properties


def _records(reader: GraphReader, added: tuple[Record, ...]) -> Records:
    """The added records by file, under the plan's own record, by whose name their sources call it."""
    plan = reader.node(reader.plan_id)
    assert plan is not None  # noqa: S101 (a graph has its plan)
    cells = {"id": plan.id, "title": plan.properties["title"], "short_title": plan.name}
    tables: dict[str, list[Record]] = defaultdict(list)
    for record in (Plan.model_validate(cells), *added):
        tables[record.FILE].append(record)
    return Records({file: tuple(table) for file, table in tables.items()})


def _edited_nodes(reader: GraphReader, edits: Edits, records: Records, sources: Sources) -> Iterator[Node]:
    """The bodies with what changes of them, and the decisions on them, which have their names."""
    for key in edits.names.keys() | edits.statutory.keys():
        node = reader.node(key)
        if isinstance(node, Body):
            yield make_node(node.labels, _edited_body(node, edits, records, sources))
    plan = reader.node(reader.plan_id)
    if plan is not None and edits.board:
        yield make_node(plan.labels, {**plan.properties, "board": edits.board})
    for edge in reader.edges(("DECIDES_ON",)):
        if (name := edits.names.get(edge.end.id)) and isinstance(edge.start, Decision):
            words = body_tables.decision_name(name, edge.start.standing)
            yield make_node(edge.start.labels, {**edge.start.properties, "name": words})
    yield from _renamed_changes(reader, edits.names)


def _renamed_changes(reader: GraphReader, names: Mapping[str, str]) -> Iterator[Node]:
    """The changes that the plan holds already of bodies that are renamed, by whose names they are called."""
    bodies: dict[str, dict[str, list[Node]]] = defaultdict(lambda: defaultdict(list))
    for edge in reader.edges(("ORIGINAL_ORGANIZATION", "RESULTING_ORGANIZATION")):
        bodies[edge.start.id][edge.type].append(edge.end)
    for key, ends in bodies.items():
        named = ends.get("ORIGINAL_ORGANIZATION") or ends["RESULTING_ORGANIZATION"]
        event = reader.node(key)
        if isinstance(event, ChangeEvent) and any(body.id in names for body in named):
            name = change_tables.change_name(event.change, {body: names.get(body.id, body.name) for body in named})
            search = search_text([name, event.text, event.decided_by, event.subject_to])
            yield make_node(event.labels, {**event.properties, "name": name, "search_text": search})


def _edited_body(body: Body, edits: Edits, records: Records, sources: Sources) -> Properties:
    properties = dict(body.properties)
    if name := edits.names.get(body.id):
        del properties["name"]
        properties.pop("short_name", None)
        forms = [*body.printed_names, *(form.name for form in records.of(BodyName) if form.body == body.id)]
        properties |= {"name": name, "search_text": search_text([name, *forms])}
        properties |= {"printed_names": forms} if forms else {}
    if body.id in edits.statutory:
        own = Statutory(records, sources).decided(
            body.id, said_by_plan(body), edits.statutory[body.id], Basis(body.basis), body.reason
        )
        properties = {key: value for key, value in properties.items() if key not in _STATUTORY}
        properties |= {key: value for key, value in own.items() if value}
    return properties
