"""The records of a plan: one class for each CSV of a seed folder."""

from __future__ import annotations

from sscb_graph.records.actions import Action, Citation, Lead, Link, LinkKind, SharedOutcome, Status
from sscb_graph.records.base import DatedFact, Fact, Record
from sscb_graph.records.bodies import (
    Body,
    BodyKind,
    BodyName,
    BodyRelation,
    Decision,
    Function,
    Relation,
    Standing,
)
from sscb_graph.records.plan import (
    Abbreviation,
    Acceptance,
    Document,
    Event,
    Note,
    Passage,
    Plan,
    Priority,
    Title,
)
from sscb_graph.records.recommendations import OfstedRecommendation, PeerReviewRecommendation, Response

#: Every record class, in the order in which a newcomer reads the seed.
RECORDS: tuple[type[Record], ...] = (
    Plan,
    Title,
    Passage,
    Priority,
    Body,
    BodyName,
    Function,
    BodyRelation,
    Decision,
    Action,
    Lead,
    Citation,
    SharedOutcome,
    Link,
    Status,
    OfstedRecommendation,
    PeerReviewRecommendation,
    Response,
    Event,
    Document,
    Abbreviation,
    Note,
    Acceptance,
)

__all__ = [
    "RECORDS",
    "Abbreviation",
    "Acceptance",
    "Action",
    "Body",
    "BodyKind",
    "BodyName",
    "BodyRelation",
    "Citation",
    "DatedFact",
    "Decision",
    "Document",
    "Event",
    "Fact",
    "Function",
    "Lead",
    "Link",
    "LinkKind",
    "Note",
    "OfstedRecommendation",
    "Passage",
    "PeerReviewRecommendation",
    "Plan",
    "Priority",
    "Record",
    "Relation",
    "Response",
    "SharedOutcome",
    "Standing",
    "Status",
    "Title",
]
