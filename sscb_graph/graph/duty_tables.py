"""Requirements, and which bodies meet them -> nodes and relationships, one function per table."""

from __future__ import annotations

from sscb_graph.folder.record_tables import Records
from sscb_graph.graph.graph_writer import GraphWriter, period
from sscb_graph.model import Compliance, Requirement
from sscb_graph.model.record import attributes
from sscb_graph.model.vocabulary import COMPLIANCE, Label


def requirements(records: Records, write: GraphWriter) -> None:
    """What is required. No search finds it, since a search answers with words of the plan."""
    for position, duty in enumerate(records.of(Requirement), 1):
        more = {**attributes(duty, "topic", "force", "who_must", "surety", "graph_check"), **period(duty)}
        more |= {"position": position, "text": duty.requirement}
        write.node(duty, Label.REQUIREMENT, duty.id, duty.reference, (), **more)


def compliance(records: Records, write: GraphWriter) -> None:
    """Which body meets which requirement, does not meet it, or bears on it."""
    for known in records.of(Compliance):
        write.fact(known, known.body, COMPLIANCE[known.met], known.requirement, how=known.how)
