"""Boards, subgroups and everybody else, what is said of them and how they stand to each other."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from sscb_graph.records.base import FOLDED, DatedFact, DateText, Fact, Id, Ids, Record, Text, Whole


class BodyKind(StrEnum):
    """What a body is, in the plan's words; the first six are the groups of a structure."""

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


class Standing(StrEnum):
    """What the plan decides about a body."""

    NEW = "new"
    CONTINUING = "continuing"
    UNDER_REVIEW = "under review"
    PROPOSED = "proposed"
    FORMER = "former"


class Relation(StrEnum):
    """How one body stands to another; the words are those of the plan."""

    REPORTS_TO = "reports to"
    SUBGROUP_OF = "subgroup of"
    CHALLENGES = "challenges"
    MEMBERSHIP_DRAWN_FROM = "membership drawn from"
    MEMBER_OF = "member of"
    REPLACES = "replaces"
    FORMERLY = "formerly"
    CHAIRS = "chairs"
    ATTENDS = "attends"
    RESPONDS_TO = "responds to"
    REPRESENTS = "represents"
    FUNDS = "funds"
    OVERSEES = "oversees"
    MANAGES = "manages"
    PRODUCES = "produces"
    MEASURES = "measures"
    REVIEWS = "reviews"
    UPDATES = "updates"
    SHARES_INFORMATION_WITH = "shares information with"
    ESTABLISHED = "established"
    DECIDES_THE_END_OF = "decides the end of"
    ISSUED_NOTICE_TO = "issued notice to"
    INSPECTED = "inspected"
    COMMISSIONED = "commissioned"
    ACTED_FOR = "acted for"
    LED = "led"
    PREPARES_FOR = "prepares for"
    KEEPS_INFORMED = "keeps informed"


class Body(Fact):
    """A board, subgroup, panel, agency, department, role or other body that the document names."""

    FILE = "bodies.csv"
    MEANING = "Every board, subgroup, panel, executive, agency, inspectorate, department, team and role."
    REFERENCES: ClassVar = {"statutory_in": ("*",), "written_in": ("*",)}

    id: Id = Field(description="id of the body")
    position: Whole = Field(description="order in answers")
    name: Text = Field(description="the one name that answers use")
    kind: Annotated[BodyKind, FOLDED] = Field(description="board, subgroup, panel, agency, ...")
    statutory_in: Ids = Field((), description="ids of what calls it a statutory group; blank where nothing does")


class BodyName(Record):
    """A form in which a body's name is printed, and everywhere that it is."""

    FILE = "body_names.csv"
    MEANING = "Every printed form of every body's name, and where it is printed."
    REFERENCES: ClassVar = {"body": ("bodies.csv",), "written_in": ("*",)}

    id: Id = Field(description="id of the form")
    body: Id = Field(description="id of the body")
    name: Text = Field(description="the form, verbatim")
    written_in: Ids = Field((), description="ids of all passages and action rows that print it, separated by ;")


class Function(Record):
    """What the document says that a body does, is or decides."""

    FILE = "functions.csv"
    MEANING = "What the document says that each body is, does or decides, verbatim."
    REFERENCES: ClassVar = {"body": ("bodies.csv",), "written_in": ("*",)}

    id: Id = Field(description="id of the function")
    position: Whole = Field(description="order")
    body: Id = Field(description="id of the body")
    text: Text = Field(description="the words, verbatim")
    written_in: Ids = Field(description="id of the passage or action row")


class BodyRelation(DatedFact):
    """A relation of a body to another body, or to an event or document."""

    FILE = "relations.csv"
    MEANING = "How bodies stand to each other: reporting lines, challenge, membership, replacement, ..."
    REFERENCES: ClassVar = {
        "body": ("bodies.csv",),
        "other": ("bodies.csv", "events.csv", "documents.csv"),
        "written_in": ("*",),
    }

    id: Id = Field(description="id of the relation")
    body: Id = Field(description="id of the body that it starts from: the one that reports, chairs, ...")
    relation: Annotated[Relation, FOLDED] = Field(description="reports to, challenges, subgroup of, chairs, ...")
    other: Id = Field(description="id of the body, event or document that it goes to")
    note: Text | None = Field(None, description="a caution that belongs to this relation")


class Decision(Fact):
    """What the plan decides about a body: new, continuing, under review, ..."""

    FILE = "decisions.csv"
    MEANING = "What the plan decides about each group, with its date of review where it gives one."
    REFERENCES: ClassVar = {"body": ("bodies.csv",), "written_in": ("*",)}

    id: Id = Field(description="id of the decision")
    position: Whole = Field(description="order")
    body: Id = Field(description="id of the body")
    standing: Annotated[Standing, FOLDED] = Field(description="new, continuing, under review, proposed or former")
    review_on: DateText | None = Field(None, description="day, month or year of its review; blank: the plan names none")
