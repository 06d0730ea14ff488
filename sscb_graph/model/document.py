"""The plan itself and the texts that it is made of."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from sscb_graph.model.cells import DateText, Id, Ids, Quotes, Text, Whole, YesNo, one_of
from sscb_graph.model.record import PLACES, Based, Fact, Record, in_order
from sscb_graph.model.vocabulary import TYPES, Label, ObservationKind, Severity


class Plan(Record):
    """The plan: its id, its title as printed and its period."""

    FILE = "plan.csv"
    MEANING = "The plan itself: exactly one row."
    LABEL: ClassVar = Label.PLAN
    REFERENCES: ClassVar = {"board": (Label.BODY,), "default_report": (Label.REPORT,)}

    id: Id = Field(description="the plan's id, which names it when several plans are present")
    title: Text = Field(description="the title as printed")
    short_title: Text = Field(description="the name by which answers cite the document")
    from_: DateText | None = Field(None, alias="from", description="first month or day of the plan's period")
    until: DateText | None = Field(None, description="last month or day of the plan's period")
    board: Id | None = Field(None, description="id of the body at the top of the structure")
    default_report: Id | None = Field(
        None, description="id of the report whose items the actions cite by a number alone"
    )


class Title(Record):
    """A printed title of the plan, with the period that it gives."""

    FILE = "titles.csv"
    MEANING = "Every title that the document prints for itself, with the dates that it gives."
    LABEL: ClassVar = Label.TITLE

    id: Id = Field(description="id of the title")
    position: Whole = Field(description="order in the document")
    text: Text = Field(description="the title, verbatim")
    from_: DateText | None = Field(None, alias="from", description="first month it names")
    until: DateText | None = Field(None, description="last month it names")
    place: Text = Field(description="where it is printed")


class Passage(Record):
    """A paragraph, list item or key line of the document, verbatim."""

    FILE = "passages.csv"
    MEANING = "Every paragraph, list item and key line of the document outside its tables, verbatim."
    LABEL: ClassVar = Label.PASSAGE

    id: Id = Field(description="id of the passage")
    position: Whole = Field(description="order in the document")
    kind: Text = Field(
        description="paragraph, decision, role, vision, behaviour, picture (its title), core business objective, ..."
    )
    heading: Text = Field(description="the heading that it stands under, as printed")
    page: Whole | None = Field(None, description="the page that the contents give for the heading")
    text: Text = Field(description="the words, verbatim")


class Priority(Record):
    """A priority, in both wordings that the document prints."""

    FILE = "priorities.csv"
    MEANING = "The priorities, with the wording of the list and the wording of the action table."
    LABEL: ClassVar = Label.PRIORITY

    id: Id = Field(description="id of the priority; ends with its number")
    position: Whole = Field(description="order in the document")
    number: Whole = Field(description="its number as printed")
    wording: Text = Field(description="its words in the list of priorities, verbatim")
    wording_in_table: Text | None = Field(None, description="its words in the heading of the action table, verbatim")


class Event(Record):
    """Something that the document dates."""

    FILE = "events.csv"
    MEANING = "Everything that the document dates, with the bodies that it concerns."
    LABEL: ClassVar = Label.EVENT
    REFERENCES: ClassVar = {"bodies": TYPES["CONCERNS"].ends, "written_in": PLACES}

    id: Id = Field(description="id of the event")
    position: Whole = Field(description="order")
    name: Text = Field(description="what happened or is to happen, in our words")
    from_: DateText | None = Field(None, alias="from", description="its day, month or year, or the first of its period")
    until: DateText | None = Field(None, description="the last of its period")
    bodies: Ids = Field((), description="ids of the bodies that it concerns, separated by ;")
    written_in: Ids = Field(description="id of the passage or action row that says it")
    quote: Quotes = Field(description="the words there, verbatim")

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        in_order(self.from_, self.until)
        return self


class Document(Fact):
    """Legislation, guidance, a plan, a report or another document that the plan names."""

    FILE = "documents.csv"
    MEANING = "Legislation, guidance and other documents that the plan names or relies on."
    LABEL: ClassVar = Label.DOCUMENT
    REFERENCES: ClassVar = {"written_in": PLACES}

    id: Id = Field(description="id of the document")
    position: Whole = Field(description="order")
    name: Text = Field(description="its name")
    kind: Text = Field(description="legislation, statutory guidance, plan, report, strategy, form, ...")
    date: DateText | None = Field(None, description="its day, month or year, where one is given")


class Abbreviation(Fact):
    """An abbreviation, with what the text expands it to, or nothing."""

    FILE = "abbreviations.csv"
    MEANING = "Every abbreviation, with what the text expands it to; blank where it never does."
    LABEL: ClassVar = Label.ABBREVIATION
    REFERENCES: ClassVar = {"body": TYPES["ABBREVIATES"].ends, "written_in": PLACES}

    id: Id = Field(description="id of the abbreviation")
    abbreviation: Text = Field(description="as printed")
    expansion: Text | None = Field(None, description="what the text says it stands for; blank: never expanded")
    body: Id | None = Field(None, description="id of the body that it is read as")


class Note(Based):
    """A caution that answers about a thing carry."""

    FILE = "notes.csv"
    MEANING = "Cautions that every answer about a thing carries."
    LABEL: ClassVar = Label.NOTE
    NEEDS_REASON: ClassVar = False
    REFERENCES: ClassVar = {"about": TYPES["NOTE_ON"].ends}

    id: Id = Field(description="id of the note")
    position: Whole = Field(description="order among the notes of an answer")
    about: Id | None = Field(None, description="id of the thing that it is about; blank: the plan itself")
    text: Text = Field(description="the caution, in whole sentences")
    brief: YesNo = Field(default=False, description="yes: it changes the answer, so brief answers show it too")


class Observation(Record):
    """What a reader of the document observed: a remark in our words on words of the document.

    ``sscb check`` shows it; it is no caution that answers carry, and no fact of the plan.
    """

    FILE = "observations.csv"
    MEANING = "What a careful reader found in the document and no rule can find: 'sscb check' lists it, in our words."
    LABEL: ClassVar = Label.OBSERVATION
    REFERENCES: ClassVar = {"about": TYPES["REMARKS_ON"].ends, "written_in": PLACES}

    id: Id = Field(description="id of the observation")
    position: Whole = Field(description="order among the observations of a kind")
    kind: Annotated[str, one_of([kind.value for kind in ObservationKind])] = Field(
        description=f"what was observed: {', '.join(kind.value for kind in ObservationKind)}"
    )
    severity: Annotated[str, one_of([severity.value for severity in Severity])] = Field(
        description="error for a contradiction, warning for a hole, notice for something to know"
    )
    about: Ids = Field((), description="ids of the things that it is about, separated by ; (blank: the plan itself)")
    text: Text = Field(description="what was observed, in whole sentences and our words")
    written_in: Ids = Field((), description="ids of the passages or action rows with the words that it rests on")
    quote: Quotes = Field((), description="the words there, verbatim; several are separated by a bar between spaces")


class Acceptance(Record):
    """A finding of ``sscb check`` that the plan's keepers have accepted."""

    FILE = "accepted.csv"
    KEY: ClassVar = "finding"
    OWN_KEYS: ClassVar = True
    MEANING = "Findings of 'sscb check' that are accepted: they stay listed and no longer fail."
    LABEL: ClassVar = Label.ACCEPTANCE

    finding: Text = Field(description="the finding's name, as 'sscb check' prints it")
    reason: Text = Field(description="why it is accepted")
    accepted_by: Text = Field(description="the post or minute that accepted it, never a person's name")
    accepted_on: DateText = Field(description="when it was accepted")
