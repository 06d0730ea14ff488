"""Reports, their items and what answers them -> nodes and relationships, one function per table."""

from __future__ import annotations

from collections import Counter

from sscb_graph.folder.record_tables import Records
from sscb_graph.graph.graph_writer import GraphWriter, basis_properties
from sscb_graph.model import Citation, Recommendation, Report, Response
from sscb_graph.model.basis import Basis
from sscb_graph.model.record import attributes
from sscb_graph.model.vocabulary import Label

#: More positions than any report has items, so that adding an item to a report moves no item of the next.
_ROOM = 1_000_000


def reports(records: Records, write: GraphWriter) -> None:
    """Inspection reports, reviews and others."""
    printed = _printed(records)
    for report in records.of(Report):
        more = attributes(report, "position", "word", "kind", "published", "document", "numbering")
        more["items_printed"] = printed[report.id]
        search = [report.name, report.kind, report.word]
        source = write.sources.report(report)
        write.node(report, Label.REPORT, report.name, source, search, **more, **basis_properties(report))


def _printed(records: Records) -> Counter[str]:
    """How many items of each report the cells of the actions print, by the report's id."""
    reports = {item.id: item.report for item in records.of(Recommendation)}
    cited = {citation.recommendation for citation in records.of(Citation) if citation.basis is Basis.STATED}
    return Counter(reports[item] for item in cited)


def recommendations(records: Records, write: GraphWriter) -> None:
    """The items of the reports: their ``name`` is the report's and the number, as in "Ofsted 22".

    Their ``position`` puts all items of a report before those of the next, each in the order of its report.
    """
    reports = sorted(records.of(Report), key=lambda report: (report.position, report.id))
    names = {report.id: report.name for report in reports}
    before = {report.id: place * _ROOM for place, report in enumerate(reports)}
    for item in records.of(Recommendation):
        more = attributes(item, "report", "number", "page", "kind", "recommendation", "text", "topic")
        name = f"{names[item.report]} {item.number}"
        more["position"] = before[item.report] + item.position
        write.node(item, Label.RECOMMENDATION, name, write.sources.item(item), [item.topic, item.text], **more)


def parts(records: Records, write: GraphWriter) -> None:
    """Items are parts of their report, and of other items; reports are parts of their document, or of the plan."""
    for report in records.of(Report):
        key, source = f"part-of~{report.id}", write.sources.report(report)
        write.edge(report, key, report.id, "PART_OF", report.document or write.plan, source, **basis_properties(report))
    for item in records.of(Recommendation):
        source = write.sources.item(item)
        write.part_of(item, source, item.report)
        if item.part_of:
            write.edge(item, f"part-of~{item.id}~{item.part_of}", item.id, "PART_OF", item.part_of, source)


def links(records: Records, write: GraphWriter) -> None:
    """The other items that an item belongs with, and the bodies that it addresses."""
    for item in records.of(Recommendation):
        source = write.sources.item(item)
        for other in item.links_to:
            write.edge(item, f"relates~{item.id}~{other}", item.id, "RELATES_TO", other, source)
        for body in item.addressed_to:
            write.edge(item, f"addressed~{item.id}~{body}", item.id, "ADDRESSED_TO", body, source)


def responses(records: Records, write: GraphWriter) -> None:
    """What in the plan answers which recommendation."""
    for response in records.of(Response):
        write.fact(response, response.responder, "RESPONDS_TO", response.recommendation)
