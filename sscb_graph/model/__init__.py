"""What a plan is made of: its vocabulary, and a class of record for each CSV of its folder.

The records load pydantic. An unchanged plan answers without it, so they are imported on first use; the
vocabulary, the bases and the dates need only the standard library.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sscb_graph.model.records import (
        RECORDS,
        Abbreviation,
        Acceptance,
        Action,
        Based,
        Body,
        BodyName,
        BodyRelation,
        ChangeEvent,
        Citation,
        Compliance,
        DatedFact,
        Decision,
        Document,
        Event,
        Fact,
        Function,
        FunctionHome,
        Lead,
        Link,
        Note,
        Observation,
        Passage,
        Plan,
        Priority,
        Recommendation,
        Record,
        Report,
        Requirement,
        Response,
        SharedOutcome,
        Status,
        StatusWord,
        Title,
    )

__all__ = [
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


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from sscb_graph.model import records

    return getattr(records, name)
