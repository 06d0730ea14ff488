"""Labels and relationship types, each with its sentence: the one definition that both stores follow."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Label(StrEnum):
    """What a node is. Every node is also ``Sscb``, so that a shared database knows ours from others'."""

    SSCB = "Sscb"
    PLAN = "Plan"
    TITLE = "Title"
    PASSAGE = "Passage"
    PRIORITY = "Priority"
    BODY = "Body"
    BODY_NAME = "BodyName"
    FUNCTION = "Function"
    DECISION = "Decision"
    ACTION = "Action"
    STATUS = "Status"
    RECOMMENDATION = "Recommendation"
    OFSTED_RECOMMENDATION = "OfstedRecommendation"
    PEER_REVIEW_RECOMMENDATION = "PeerReviewRecommendation"
    EVENT = "Event"
    DOCUMENT = "Document"
    ABBREVIATION = "Abbreviation"
    NOTE = "Note"
    ACCEPTANCE = "Acceptance"
    BOARD = "Board"
    EXECUTIVE = "Executive"
    SUBGROUP = "Subgroup"
    PANEL = "Panel"
    TASK_AND_FINISH_GROUP = "TaskAndFinishGroup"
    GROUP = "Group"
    OUTSIDE_BOARD = "OutsideBoard"
    PARTNERSHIP = "Partnership"
    AGENCY = "Agency"
    INSPECTORATE = "Inspectorate"
    DEPARTMENT = "Department"
    SERVICE = "Service"
    TEAM = "Team"
    ROLE = "Role"
    COLLECTIVE = "Collective"


#: The labels of bodies that a structure is made of, as against agencies, posts and the rest.
GROUP_LABELS = (
    Label.BOARD,
    Label.EXECUTIVE,
    Label.SUBGROUP,
    Label.PANEL,
    Label.TASK_AND_FINISH_GROUP,
    Label.GROUP,
)

#: The same as a graph holds them.
GROUPS = frozenset(label.value for label in GROUP_LABELS)


@dataclass(frozen=True)
class RelationshipType:
    """A relationship type: its name in Neo4j, its words either way, and the labels at its ends."""

    name: str
    words: str
    inverse: str
    start: Label
    end: Label

    @property
    def sentence(self) -> str:
        """What a relationship of this type says: "BODY reports to BODY"."""
        return f"{self.start.upper()} {self.words} {self.end.upper()}"


_BODY, _ACTION, _ANY = Label.BODY, Label.ACTION, Label.SSCB


def _between_bodies(words: str, inverse: str) -> RelationshipType:
    return RelationshipType(words.upper().replace(" ", "_"), words, inverse, _BODY, _BODY)


_TYPES = (
    _between_bodies("reports to", "receives reports from"),
    _between_bodies("subgroup of", "has as subgroup"),
    _between_bodies("challenges", "is challenged by"),
    _between_bodies("membership drawn from", "gives members to"),
    _between_bodies("member of", "has as member"),
    _between_bodies("replaces", "is replaced by"),
    _between_bodies("formerly", "is now"),
    _between_bodies("chairs", "is chaired by"),
    _between_bodies("attends", "is attended by"),
    _between_bodies("represents", "is represented by"),
    _between_bodies("funds", "is funded by"),
    _between_bodies("oversees", "is overseen by"),
    _between_bodies("manages", "is managed by"),
    _between_bodies("produces", "is produced by"),
    _between_bodies("measures", "is measured by"),
    _between_bodies("reviews", "is reviewed by"),
    _between_bodies("updates", "is updated by"),
    _between_bodies("shares information with", "is given information by"),
    _between_bodies("established", "was established by"),
    _between_bodies("decides the end of", "ends when decided by"),
    _between_bodies("issued notice to", "was given notice by"),
    _between_bodies("inspected", "was inspected by"),
    _between_bodies("commissioned", "was commissioned by"),
    _between_bodies("acted for", "was acted for by"),
    _between_bodies("led", "was led by"),
    _between_bodies("prepares for", "is prepared by"),
    _between_bodies("keeps informed", "is kept informed by"),
    RelationshipType("RESPONDS_TO", "responds to", "is answered by", _ANY, _ANY),
    RelationshipType("LEADS", "leads", "is led by", _BODY, _ACTION),
    RelationshipType("SERVES", "serves", "is served by", _ACTION, Label.PRIORITY),
    RelationshipType("ADDRESSES", "addresses", "is addressed by", _ACTION, Label.OFSTED_RECOMMENDATION),
    RelationshipType("LINKS_TO", "links to", "is linked to by", _ACTION, _ACTION),
    RelationshipType("CITES", "cites", "is cited by", _ACTION, _ACTION),
    RelationshipType("DEPENDS_ON", "depends on", "is depended on by", _ACTION, _ACTION),
    RelationshipType("SHARES_OUTCOME_OF", "shares the outcome of", "shares its outcome with", _ACTION, _ACTION),
    RelationshipType("HAS_STATUS", "has status", "is the status of", _ACTION, Label.STATUS),
    RelationshipType("HAS_NAME", "is printed as", "is a printed form of", _BODY, Label.BODY_NAME),
    RelationshipType("NAMED_IN", "is named in", "names", _BODY, _ANY),
    RelationshipType("HAS_FUNCTION", "has function", "is a function of", _BODY, Label.FUNCTION),
    RelationshipType("DECIDES_ON", "decides on", "is decided on by", Label.DECISION, _BODY),
    RelationshipType("CONCERNS", "concerns", "is concerned by", Label.EVENT, _BODY),
    RelationshipType("ABBREVIATES", "abbreviates", "is abbreviated as", Label.ABBREVIATION, _BODY),
    RelationshipType("PART_OF", "is part of", "has as part", _ANY, _ANY),
    RelationshipType("NOTE_ON", "is a note on", "has the note", Label.NOTE, _ANY),
)

#: Every relationship type, by its name in Neo4j.
TYPES: dict[str, RelationshipType] = {one.name: one for one in _TYPES}

#: The types over which accountability is traced from one thing to another, in either direction.
ACCOUNTABILITY = ("ADDRESSES", "CHAIRS", "LEADS", "LINKS_TO", "REPORTS_TO", "RESPONDS_TO", "SERVES", "SUBGROUP_OF")


def type_of(words: str) -> str:
    """The relationship type that the words of a relation name: "reports to" gives REPORTS_TO."""
    name = words.upper().replace(" ", "_")
    if name not in TYPES:
        raise KeyError(f"no relationship type has the words {words!r}")
    return name
