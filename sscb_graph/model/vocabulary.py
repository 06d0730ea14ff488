"""The vocabulary of a plan: labels, kinds of body, standings, statuses and relationship types.

Every other list of these words is derived from here: the values that a CSV accepts, the labels and relationship types
in Neo4j, what search looks through, and what generated plans draw from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum


class Label(StrEnum):
    """What a node is. Every node also carries ``Sscb``, which separates our nodes from others in a shared database.

    A body carries the label of its kind too (see ``kind_label``).
    """

    SSCB = "Sscb"
    PLAN = "Plan"
    TITLE = "Title"
    PASSAGE = "Passage"
    PRIORITY = "Priority"
    BODY = "Body"
    BODY_NAME = "BodyName"
    FUNCTION = "Function"
    DECISION = "Decision"
    CHANGE_EVENT = "ChangeEvent"
    ACTION = "Action"
    STATUS = "Status"
    REPORT = "Report"
    RECOMMENDATION = "Recommendation"
    REQUIREMENT = "Requirement"
    EVENT = "Event"
    DOCUMENT = "Document"
    ABBREVIATION = "Abbreviation"
    NOTE = "Note"
    OBSERVATION = "Observation"
    ACCEPTANCE = "Acceptance"


class BodyKind(StrEnum):
    """What a body is, in the plan's words."""

    BOARD = "board"
    EXECUTIVE = "executive"
    SUBGROUP = "subgroup"
    PANEL = "panel"
    TASK_AND_FINISH_GROUP = "task and finish group"
    GROUP = "group"
    OUTSIDE_BOARD = "outside board"
    PARTNERSHIP = "partnership"
    AGENCY = "agency"
    INSPECTORATE = "inspectorate"
    DEPARTMENT = "department"
    SERVICE = "service"
    TEAM = "team"
    ROLE = "role"
    COLLECTIVE = "collective"


#: The kinds of body that a structure is made of, as against agencies, posts and the rest.
GROUP_KINDS = frozenset(
    kind.value
    for kind in (
        BodyKind.BOARD,
        BodyKind.EXECUTIVE,
        BodyKind.SUBGROUP,
        BodyKind.PANEL,
        BodyKind.TASK_AND_FINISH_GROUP,
        BodyKind.GROUP,
    )
)


#: The kinds of body whose name stands for several bodies at once.
NAMES_FOR_SEVERAL = frozenset({BodyKind.PARTNERSHIP.value, BodyKind.COLLECTIVE.value})


def kind_label(kind: str) -> str:
    """The label of a kind of body.

    >>> kind_label("task and finish group")
    'TaskAndFinishGroup'
    """
    return "".join(word.capitalize() for word in kind.split())


def label_words(label: str) -> str:
    """What a sentence calls a node of a label.

    >>> label_words("BodyName")
    'body name'
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", label).lower()


#: Every label that a node of ours may carry.
LABELS = frozenset(label.value for label in Label) | {kind_label(kind) for kind in BodyKind}


class Standing(StrEnum):
    """What the plan decides or proposes about a body: a body that is proposed does not exist yet."""

    NEW = "new"
    CONTINUING = "continuing"
    PROPOSED_TO_CONTINUE = "proposed to continue"
    UNDER_REVIEW = "under review"
    PROPOSED = "proposed"
    FORMER = "former"


class ChangeKind(StrEnum):
    """What a change does to bodies, after the plan: the words of a change event and of a proposal."""

    CREATE = "create"
    CLOSE = "close"
    MERGE = "merge"
    SPLIT = "split"
    #: The whole plan becomes several, one for each area.
    SPLIT_PLAN = "split plan"
    RENAME = "rename"
    MOVE = "move"
    ADD_LINE = "add line"
    END_LINE = "end line"
    HAND_OVER = "hand over"
    JOIN = "join"
    LEAVE = "leave"
    STATUTORY = "statutory"
    NOT_STATUTORY = "not statutory"
    MEET = "meet"
    NOT_MEET = "not meet"
    #: Looked at, and unchanged.
    KEEP = "keep"


#: The kind of the passage that is the title of the document's own picture of the structure.
PICTURE = "picture"
#: The relationship types by which a body takes the place of the one that it points at.
TAKES_PLACE = ("REPLACES", "FORMERLY")


class KnownStatus(StrEnum):
    """The statuses that summaries count by name; any other word is counted as "other"."""

    COMPLETED = "completed"
    GREEN = "green"
    AMBER = "amber"
    RED = "red"


#: What a status is counted as that has no known meaning.
OTHER_STATUS = "other"
#: What a plan may say that a word of its own means: a known status, or none of these.
STATUS_MEANINGS = (*(status.value for status in KnownStatus), OTHER_STATUS)
#: The words that mean a known status in every plan.
STATUS_WORDS = {**{status.value: status.value for status in KnownStatus}, "complete": KnownStatus.COMPLETED.value}

#: The kinds of passage that say what a board is for, in the order of answers.
AIMS = ("vision", "statutory objective", "core business objective", "behaviour", "previous focus area")


class RequirementStatus(StrEnum):
    """Whether a requirement is met, as far as it is known: what nobody says is unknown, and never unmet."""

    MET = "met"
    UNMET = "unmet"
    UNKNOWN = "unknown"


#: How binding a requirement is.
FORCES = ("must", "should", "may")
#: How sure a reference to the law or to guidance is, surest first; and which of these need no confirmation.
SURETIES = ("verified", "high", "medium", "low", "none")
SURE = frozenset(SURETIES[:2])


#: The kind of passage that is a line of the key to a picture.
KEY_OF_PICTURE = "key"


class Severity(StrEnum):
    """How much a finding matters: a contradiction, a hole, or something to know."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


class ObservationKind(StrEnum):
    """What a reader of the document may observe and no rule can find."""

    PROPOSED_AS_DECIDED = "proposed-as-decided"
    SILENT = "document-silent"
    DISAGREEING = "words-disagree"
    LEFT_OUT = "left-out"
    OVERLAPPING = "roles-overlap"
    AGAINST_RECOMMENDATION = "against-recommendation"
    GARBLED = "words-missing"
    SEVERAL_NAMES = "several-names"
    MISPRINTED = "misprint"


#: The types whose names are those of W3C's organization ontology, by their words.
_NAMED_AFTER_ORG = {"changes": "ORIGINAL_ORGANIZATION", "results in": "RESULTING_ORGANIZATION"}


def type_name(words: str) -> str:
    """The name in Neo4j of the relationship type with some words, whether or not there is such a type.

    >>> type_name("reports to"), type_name("results in")
    ('REPORTS_TO', 'RESULTING_ORGANIZATION')
    """
    return _NAMED_AFTER_ORG.get(words.lower()) or words.upper().replace(" ", "_")


class RelationshipType:
    """A relationship type: its words both ways, and the labels allowed at its ends.

    ``name`` is the type in Neo4j; ``starts`` and ``ends`` hold labels.
    """

    __slots__ = ("ends", "inverse", "name", "starts", "words")

    def __init__(self, words: str, inverse: str, starts: tuple[Label, ...], ends: tuple[Label, ...]) -> None:
        self.name = type_name(words)
        self.words = words
        self.inverse = inverse
        self.starts = starts
        self.ends = ends

    @property
    def sentence(self) -> str:
        """What a relationship of this type says: "BODY reports to BODY"."""
        ends = (" or ".join(label_words(label).upper() for label in side) for side in (self.starts, self.ends))
        return f" {self.words} ".join(ends)

    def can_start(self, labels: Iterable[str]) -> bool:
        """Whether a relationship of this type can start at a node with some labels."""
        return not set(self.starts).isdisjoint(labels)

    def can_end(self, labels: Iterable[str]) -> bool:
        """Whether a relationship of this type can end at a node with some labels."""
        return not set(self.ends).isdisjoint(labels)


_BODY = (Label.BODY,)
_ACTION = (Label.ACTION,)
#: What a relation of bodies may end at where it is about something that bodies do: an event or a document too.
_DOING = (Label.BODY, Label.EVENT, Label.DOCUMENT)
#: Where the words of the document stand.
_PLACE = (Label.TITLE, Label.PASSAGE, Label.PRIORITY, Label.ACTION, Label.RECOMMENDATION)
_ANYTHING = tuple(label for label in Label if label is not Label.SSCB)


def _of_bodies(words: str, inverse: str, ends: tuple[Label, ...] = _BODY) -> RelationshipType:
    return RelationshipType(words, inverse, _BODY, ends)


#: The relations of relations.csv: from a body to another, or to what it does or makes.
RELATIONS: tuple[RelationshipType, ...] = (
    _of_bodies("reports to", "receives reports from"),
    _of_bodies("subgroup of", "has as subgroup"),
    _of_bodies("challenges", "is challenged by"),
    _of_bodies("membership drawn from", "gives members to"),
    _of_bodies("member of", "has as member"),
    _of_bodies("replaces", "is replaced by"),
    _of_bodies("formerly", "is now"),
    _of_bodies("chairs", "is chaired by"),
    _of_bodies("attends", "is attended by", (Label.BODY, Label.EVENT)),
    # Answers of bodies, actions, decisions and passages to a recommendation stand in responses.csv.
    RelationshipType(
        "responds to",
        "is answered by",
        (Label.BODY, Label.ACTION, Label.DECISION, Label.PASSAGE),
        (Label.BODY, Label.EVENT, Label.DOCUMENT, Label.RECOMMENDATION),
    ),
    _of_bodies("represents", "is represented by"),
    _of_bodies("funds", "is funded by", _DOING),
    _of_bodies("oversees", "is overseen by", _DOING),
    _of_bodies("manages", "is managed by", _DOING),
    _of_bodies("produces", "is produced by", _DOING),
    _of_bodies("measures", "is measured by", _DOING),
    _of_bodies("reviews", "is reviewed by", _DOING),
    _of_bodies("updates", "is updated by", _DOING),
    # What is planned and happens once is neither an update that recurs nor a line of reporting.
    _of_bodies("is to report once to", "is to be reported to once by"),
    _of_bodies("shares information with", "is given information by"),
    _of_bodies("established", "was established by", _DOING),
    _of_bodies("decides the end of", "ends when decided by", _DOING),
    _of_bodies("issued notice to", "was given notice by"),
    _of_bodies("inspected", "was inspected by", _DOING),
    _of_bodies("commissioned", "was commissioned by", _DOING),
    _of_bodies("acted for", "was acted for by"),
    _of_bodies("led", "was led by", _DOING),
    _of_bodies("prepares for", "is prepared by", _DOING),
    _of_bodies("keeps informed", "is kept informed by"),
)

#: The relations that end when a body does; any other has happened, and stays true of it.
LASTING = frozenset(
    type_name(words)
    for words in (
        "reports to",
        "subgroup of",
        "challenges",
        "membership drawn from",
        "member of",
        "chairs",
        "attends",
        "represents",
        "funds",
        "oversees",
        "manages",
        "produces",
        "measures",
        "reviews",
        "updates",
        "shares information with",
        "prepares for",
        "keeps informed",
    )
)

#: The types that say who the members of a body are, and whose member it is.
MEMBERSHIPS = ("MEMBER_OF", "MEMBERSHIP_DRAWN_FROM")
#: The types that say where a body stands.
LINES = ("REPORTS_TO", "SUBGROUP_OF")

#: The links of links.csv: from an action to another.
LINKS: tuple[RelationshipType, ...] = (
    RelationshipType("links to", "is linked to by", _ACTION, _ACTION),
    RelationshipType("cites", "is cited by", _ACTION, _ACTION),
    RelationshipType("depends on", "is depended on by", _ACTION, _ACTION),
)

_OTHERS: tuple[RelationshipType, ...] = (
    RelationshipType("leads", "is led by", _BODY, _ACTION),
    RelationshipType("serves", "is served by", _ACTION, (Label.PRIORITY,)),
    RelationshipType("addresses", "is addressed by", _ACTION, (Label.RECOMMENDATION,)),
    RelationshipType("shares outcome of", "shares its outcome with", _ACTION, _ACTION),
    RelationshipType("has status", "is the status of", _ACTION, (Label.STATUS,)),
    RelationshipType("has name", "is a printed form of", _BODY, (Label.BODY_NAME,)),
    RelationshipType("named in", "names", _BODY, _PLACE),
    RelationshipType("has function", "is a function of", _BODY, (Label.FUNCTION,)),
    RelationshipType("decides on", "is decided on by", (Label.DECISION,), _BODY),
    RelationshipType("changes", "is changed by", (Label.CHANGE_EVENT,), _BODY),
    RelationshipType("results in", "results from", (Label.CHANGE_EVENT,), _BODY),
    RelationshipType("concerns", "is concerned by", (Label.EVENT,), _BODY),
    RelationshipType("abbreviates", "is abbreviated as", (Label.ABBREVIATION,), _BODY),
    RelationshipType("meets", "is met by", _BODY, (Label.REQUIREMENT,)),
    RelationshipType("does not meet", "is not met by", _BODY, (Label.REQUIREMENT,)),
    RelationshipType("bears on", "is borne on by", _BODY, (Label.REQUIREMENT,)),
    RelationshipType("relates to", "relates to", (Label.RECOMMENDATION,), (Label.RECOMMENDATION,)),
    RelationshipType("addressed to", "is addressed with", (Label.RECOMMENDATION,), _BODY),
    RelationshipType(
        "part of",
        "has as part",
        (Label.TITLE, Label.PASSAGE, Label.PRIORITY, Label.ACTION, Label.RECOMMENDATION, Label.REPORT),
        (Label.PLAN, Label.REPORT, Label.RECOMMENDATION, Label.DOCUMENT),
    ),
    RelationshipType("note on", "has the note", (Label.NOTE,), _ANYTHING),
    RelationshipType("remarks on", "is remarked on by", (Label.OBSERVATION,), _ANYTHING),
)

#: Every relationship type, by its name in Neo4j.
TYPES: dict[str, RelationshipType] = {kind.name: kind for kind in (*RELATIONS, *LINKS, *_OTHERS)}

#: The words of the relations that relations.csv and links.csv accept.
RELATION_WORDS = tuple(kind.words for kind in RELATIONS)
LINK_WORDS = tuple(kind.words for kind in LINKS)

#: What is known of a body and a requirement: the types for yes, for no, and for what leaves it open.
COMPLIANCE = {True: "MEETS", False: "DOES_NOT_MEET", None: "BEARS_ON"}
#: The types over which accountability is traced upwards; ``accountable_to`` says in which direction each leads.
ACCOUNTABILITY = ("CHAIRS", "LEADS", "LINKS_TO", "REPORTS_TO", "SUBGROUP_OF")
#: The types by which actions share a priority or a recommendation, which makes none accountable for another.
SHARING = ("ADDRESSES", "RESPONDS_TO", "SERVES")


def type_of(words: str) -> RelationshipType:
    """The relationship type that the words of a relation name; raises KeyError where they name none.

    >>> type_of("reports to").name
    'REPORTS_TO'
    """
    return TYPES[type_name(words)]


def words_of(name: str) -> str:
    """The words of a relationship type, by its name in Neo4j."""
    return TYPES[name].words
