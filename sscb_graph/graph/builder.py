"""Records -> the typed graph, with the labels, relationship types and properties that Neo4j has.

Nodes and relationships carry ``source``, and the ``file`` and ``row`` of the record that makes them; a relationship has
its ``basis`` and ``basis_rank`` (the rank of its basis) too. What is unknown is absent. No networkx here: importing it
takes longer than building the graph, and ``multigraph`` converts the graph where an algorithm of networkx is needed.
"""

from __future__ import annotations

from sscb_graph.folder.record_tables import Records
from sscb_graph.graph import action_tables, body_tables, change_tables, document_tables, duty_tables, report_tables
from sscb_graph.graph.graph import MemoryGraph
from sscb_graph.graph.graph_writer import GraphWriter, check_ends
from sscb_graph.graph.sources import Sources

#: The functions that make nodes, then those that make relationships between them, each from a table.
_NODES = (
    document_tables.plan,
    document_tables.titles,
    document_tables.passages,
    document_tables.priorities,
    body_tables.bodies,
    body_tables.names,
    action_tables.actions,
    report_tables.reports,
    report_tables.recommendations,
    duty_tables.requirements,
    action_tables.status_words,
    body_tables.functions,
    body_tables.decisions,
    change_tables.changes,
    document_tables.events,
    document_tables.documents,
    document_tables.abbreviations,
    document_tables.notes,
    document_tables.observations,
    document_tables.acceptances,
)
_RELATIONSHIPS = (
    document_tables.parts,
    body_tables.printed_forms,
    action_tables.priorities_served,
    report_tables.parts,
    report_tables.links,
    action_tables.leads,
    action_tables.citations,
    action_tables.shared_outcomes,
    action_tables.links,
    action_tables.statuses,
    body_tables.relations,
    body_tables.functions_had,
    body_tables.decisions_taken,
    change_tables.bodies_changed,
    body_tables.places_named,
    report_tables.responses,
    duty_tables.compliance,
    document_tables.bodies_concerned,
    document_tables.bodies_abbreviated,
    document_tables.things_noted,
    document_tables.things_observed,
)


def build_graph(records: Records) -> MemoryGraph:
    """The graph of one plan; every node and relationship has its source.

    Raises ValueError, a defect, where a relationship is not one that the vocabulary allows.
    """
    writer = GraphWriter(records.plan.id, Sources(records))
    for table in (*_NODES, *_RELATIONSHIPS):
        table(records, writer)
    graph = writer.graph()
    check_ends(graph)
    return graph
