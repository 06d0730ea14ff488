"""Boards, subgroups and all other bodies: what the document says of each, and how they stand to each other."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from sscb_graph.model.basis import Basis
from sscb_graph.model.cells import FOLDED, BasisCell, DateText, Id, Ids, Text, Whole, YesNo, broken, one_of
from sscb_graph.model.record import PLACES, DatedFact, Fact, Record
from sscb_graph.model.vocabulary import RELATION_WORDS, TYPES, BodyKind, Label, Standing

_BODY = (Label.BODY,)


class Body(Fact):
    """A board, subgroup, panel, agency, department, role or other body that the document names.

    That it is named and that it is of a kind are two claims: a name that ends in "Group" is not a statement.
    """

    FILE = "bodies.csv"
    MEANING = "Every board, subgroup, panel, executive, agency, inspectorate, department, team and role."
    LABEL: ClassVar = Label.BODY
    REFERENCES: ClassVar = {"statutory_in": PLACES, "written_in": PLACES}

    id: Id = Field(description="id of the body")
    position: Whole = Field(description="order in answers")
    name: Text = Field(description="the name that answers use")
    short_name: Text | None = Field(None, description="a shorter name for tables; blank where the name is short")
    kind: Annotated[BodyKind, FOLDED] = Field(description="board, subgroup, panel, agency, ...")
    kind_basis: BasisCell | None = Field(
        None, description="how it is known that it is of this kind, if less well than that it exists; blank: as well"
    )
    kind_reason: Text | None = Field(None, description="why it is believed to be of this kind, unless that is stated")
    statutory_in: Ids = Field((), description="ids of what calls it a statutory group; blank where nothing does")
    statutory: YesNo | None = Field(
        None, description="yes or no: whether a later decision makes it statutory; blank: as statutory_in says"
    )

    @model_validator(mode="after")
    def _kind_supported(self) -> Self:
        if self.kind_basis and not self.kind_reason:
            raise broken(f"a kind that is {self.kind_basis} needs a kind_reason", "kind_reason")
        if self.kind_basis is Basis.STATED:
            raise broken("leave it blank where the quote of the body calls it that", "kind_basis")
        return self


class BodyName(Record):
    """A form in which a body's name is printed, and everywhere that it is."""

    FILE = "body_names.csv"
    MEANING = "Every printed form of every body's name, and where it is printed."
    LABEL: ClassVar = Label.BODY_NAME
    REFERENCES: ClassVar = {"body": TYPES["HAS_NAME"].starts, "written_in": PLACES}

    id: Id = Field(description="id of the form")
    body: Id = Field(description="id of the body")
    name: Text = Field(description="the form, verbatim")
    written_in: Ids = Field((), description="ids of all passages and action rows that print it, separated by ;")
    reason: Text | None = Field(
        None, description="why the form is only read as this body's name; blank: the text leaves no doubt"
    )


class Function(Record):
    """What the document says that a body does, is or decides."""

    FILE = "functions.csv"
    MEANING = "What the document says that each body is, does or decides, verbatim."
    LABEL: ClassVar = Label.FUNCTION
    REFERENCES: ClassVar = {"body": TYPES["HAS_FUNCTION"].starts, "written_in": PLACES}

    id: Id = Field(description="id of the function")
    position: Whole = Field(description="order")
    body: Id = Field(description="id of the body")
    text: Text = Field(description="the words, verbatim")
    written_in: Ids = Field(description="id of the passage or action row")
    nothing_above: YesNo | None = Field(None, description="yes where it says that nothing stands above the body")
    until: DateText | None = Field(
        None,
        description="last day, month or year the body had it, once that has ended: it then no longer counts as its; "
        "blank: it holds",
    )


class FunctionHome(DatedFact):
    """Which body has a function of another after it was handed over; the function and its words stay as they are."""

    FILE = "function_homes.csv"
    MEANING = "Which body has a function that was handed over to it; the words stay in functions.csv."
    REFERENCES: ClassVar = {
        "function": TYPES["HAS_FUNCTION"].ends,
        "body": TYPES["HAS_FUNCTION"].starts,
        "written_in": PLACES,
    }

    id: Id = Field(description="id of the handing over")
    function: Id = Field(description="id of the function")
    body: Id = Field(description="id of the body that has it now")


class BodyRelation(DatedFact):
    """A relation of a body to another body, or to an event or document.

    What it may end at depends on the relation (``RelationshipType.ends``); the references are checked against it.
    """

    FILE = "relations.csv"
    MEANING = "How bodies stand to each other: reporting lines, challenge, membership, replacement, ..."
    REFERENCES: ClassVar = {
        "body": _BODY,
        "other": (Label.BODY, Label.EVENT, Label.DOCUMENT),
        "written_in": PLACES,
    }

    id: Id = Field(description="id of the relation")
    body: Id = Field(description="id of the body that it starts from: the body that reports, chairs, ...")
    relation: Annotated[str, one_of(RELATION_WORDS)] = Field(
        description="reports to, challenges, subgroup of, chairs, ..."
    )
    other: Id = Field(description="id of the body, event or document that it goes to")
    note: Text | None = Field(None, description="a caution that belongs to this relation")


class Decision(DatedFact):
    """What the plan decides or proposes about a body: new, continuing, under review, ..."""

    FILE = "decisions.csv"
    MEANING = (
        "What the plan decides or proposes about each group: by whom, until when, and its date of review where it "
        "gives one. What it both proposes and reviews has a row for each, the proposal first."
    )
    LABEL: ClassVar = Label.DECISION
    REFERENCES: ClassVar = {"body": TYPES["DECIDES_ON"].ends, "written_in": PLACES}

    id: Id = Field(description="id of the decision")
    position: Whole = Field(description="order")
    body: Id = Field(description="id of the body")
    standing: Annotated[Standing, FOLDED] = Field(
        description="new, continuing, proposed to continue, under review, proposed or former"
    )
    proposed_by: Text | None = Field(
        None, description="of what is proposed: by whom, in the document's words; blank: it does not say"
    )
    holds_until: Text | None = Field(
        None, description="what must happen until which it holds, in the document's words; blank: it names nothing"
    )
    review_on: DateText | None = Field(None, description="day, month or year of its review; blank: the plan names none")
