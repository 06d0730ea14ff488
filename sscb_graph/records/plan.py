"""The plan itself and the texts that it is made of."""

from __future__ import annotations

from typing import ClassVar, Self

from pydantic import Field, model_validator

from sscb_graph import dates
from sscb_graph.records.base import DateText, Fact, Id, Ids, Quotes, Record, Text, Whole


class Plan(Record):
    """The plan: its id, its title as printed and its period."""

    FILE = "plan.csv"
    MEANING = "The plan itself: exactly one row."
    REFERENCES: ClassVar = {"board": ("bodies.csv",), "recommendations_document": ("documents.csv",)}

    id: Id = Field(description="the plan's id, which names it when several plans are present")
    title: Text = Field(description="the title as printed")
    short_title: Text = Field(description="the name by which answers cite the document")
    from_: DateText | None = Field(None, alias="from", description="first month or day of the plan's period")
    until: DateText | None = Field(None, description="last month or day of the plan's period")
    board: Id | None = Field(None, description="id of the body at the top of the structure")
    recommendations_document: Id | None = Field(
        None, description="id of the document whose items the actions cite by number"
    )


class Title(Record):
    """A printed title of the plan, with the period that it gives."""

    FILE = "titles.csv"
    MEANING = "Every title that the document prints for itself, with the dates that it gives."

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

    id: Id = Field(description="id of the passage")
    position: Whole = Field(description="order in the document")
    kind: Text = Field(description="paragraph, decision, role, vision, behaviour, core business objective, ...")
    heading: Text = Field(description="the heading that it stands under, as printed")
    page: Whole | None = Field(None, description="the page that the contents give for the heading")
    text: Text = Field(description="the words, verbatim")


class Priority(Record):
    """A priority, in both wordings that the document prints."""

    FILE = "priorities.csv"
    MEANING = "The priorities, with the wording of the list and the wording of the action table."

    id: Id = Field(description="id of the priority; ends with its number")
    position: Whole = Field(description="order in the document")
    number: Whole = Field(description="its number as printed")
    wording: Text = Field(description="its words in the list of priorities, verbatim")
    wording_in_table: Text | None = Field(None, description="its words in the heading of the action table, verbatim")


class Event(Record):
    """Something that the document dates."""

    FILE = "events.csv"
    MEANING = "Everything that the document dates, with the bodies that it concerns."
    REFERENCES: ClassVar = {"bodies": ("bodies.csv",), "written_in": ("*",)}

    id: Id = Field(description="id of the event")
    position: Whole = Field(description="order")
    name: Text = Field(description="what happened or is to happen, in our words")
    from_: DateText | None = Field(None, alias="from", description="its day, month or year, or the first of its period")
    until: DateText | None = Field(None, description="the last of its period")
    bodies: Ids = Field((), description="ids of the bodies that it concerns, separated by ;")
    written_in: Ids = Field(description="id of the passage or action row that says it")
    quote: Quotes = Field(description="the words there, verbatim")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.from_ and self.until and dates.first_day(self.from_) > dates.last_day(self.until):
            raise ValueError(f"until ({self.until}) is before from ({self.from_})")
        return self


class Document(Fact):
    """Legislation, guidance, a plan, a report or another document that the plan names."""

    FILE = "documents.csv"
    MEANING = "Legislation, guidance and other documents that the plan names or leans on."
    REFERENCES: ClassVar = {"written_in": ("*",)}

    id: Id = Field(description="id of the document")
    position: Whole = Field(description="order")
    name: Text = Field(description="its name")
    kind: Text = Field(description="legislation, statutory guidance, plan, report, strategy, form, ...")
    date: DateText | None = Field(None, description="its day, month or year, where one is given")


class Abbreviation(Fact):
    """An abbreviation, with what the text expands it to, or nothing."""

    FILE = "abbreviations.csv"
    MEANING = "Every abbreviation, with what the text expands it to; blank where it never does."
    REFERENCES: ClassVar = {"body": ("bodies.csv",), "written_in": ("*",)}

    id: Id = Field(description="id of the abbreviation")
    abbreviation: Text = Field(description="as printed")
    expansion: Text | None = Field(None, description="what the text says it stands for; blank: never expanded")
    body: Id | None = Field(None, description="id of the body that it is read as")


class Note(Record):
    """A caution that answers about a thing carry."""

    FILE = "notes.csv"
    MEANING = "Cautions that every answer about a thing carries."
    REFERENCES: ClassVar = {"about": ("*",)}

    id: Id = Field(description="id of the note")
    position: Whole = Field(description="order among the notes of an answer")
    about: Id | None = Field(None, description="id of the thing that it is about; blank: the plan itself")
    text: Text = Field(description="the caution, in whole sentences")
    basis: Text = Field(description="stated where the document shows it, inferred or assumed where we reason")
    reason: Text | None = Field(None, description="why, unless it is stated")


class Acceptance(Record):
    """A finding of ``sscb check`` that the plan's keepers have accepted."""

    FILE = "accepted.csv"
    KEY: ClassVar = "finding"
    MEANING = "Findings of 'sscb check' that are accepted: they stay listed and no longer fail."

    finding: Text = Field(description="the finding's name, as 'sscb check' prints it")
    reason: Text = Field(description="why it is accepted")
    accepted_by: Text = Field(description="the post or minute that accepted it, never a person's name")
    accepted_on: DateText = Field(description="when it was accepted")
