"""All records of a plan: a class for each CSV of its folder."""

from __future__ import annotations

from sscb_graph.model.actions import Action, Citation, Lead, Link, SharedOutcome, Status, StatusWord
from sscb_graph.model.bodies import Body, BodyName, BodyRelation, Decision, Function, FunctionHome
from sscb_graph.model.changes import ChangeEvent
from sscb_graph.model.document import (
    Abbreviation,
    Acceptance,
    Document,
    Event,
    Note,
    Observation,
    Passage,
    Plan,
    Priority,
    Title,
)
from sscb_graph.model.record import Based, DatedFact, Fact, Record
from sscb_graph.model.reports import Recommendation, Report, Response
from sscb_graph.model.requirements import Compliance, Requirement
from sscb_graph.model.vocabulary import Label

#: Every record class, in the order in which a newcomer reads a plan.
RECORDS: tuple[type[Record], ...] = (
    Plan,
    Title,
    Passage,
    Priority,
    Body,
    BodyName,
    Function,
    FunctionHome,
    BodyRelation,
    Decision,
    ChangeEvent,
    Action,
    Lead,
    Citation,
    SharedOutcome,
    Link,
    Status,
    StatusWord,
    Report,
    Recommendation,
    Response,
    Requirement,
    Compliance,
    Event,
    Document,
    Abbreviation,
    Note,
    Observation,
    Acceptance,
)

#: The label of the nodes that the records of a file make, for every file whose ids others may name.
LABELS_OF_FILES: dict[str, Label] = {
    record.FILE: record.LABEL for record in RECORDS if record.LABEL and record is not Acceptance
}

#: The file whose records make the nodes of a label.
FILES_OF_LABELS: dict[Label, str] = {label: file for file, label in LABELS_OF_FILES.items()}

__all__ = [
    "FILES_OF_LABELS",
    "LABELS_OF_FILES",
    "RECORDS",
    "Abbreviation",
    "Acceptance",
    "Action",
    "Based",
    "Body",
    "BodyName",
    "BodyRelation",
    "ChangeEvent",
    "Citation",
    "Compliance",
    "DatedFact",
    "Decision",
    "Document",
    "Event",
    "Fact",
    "Function",
    "FunctionHome",
    "Lead",
    "Link",
    "Note",
    "Observation",
    "Passage",
    "Plan",
    "Priority",
    "Recommendation",
    "Record",
    "Report",
    "Requirement",
    "Response",
    "SharedOutcome",
    "Status",
    "StatusWord",
    "Title",
]
