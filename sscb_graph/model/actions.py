"""The action plan: its rows as printed, and what is read from their cells."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from sscb_graph.model.cells import DueDates, Id, Quotes, Text, Whole, broken, one_of
from sscb_graph.model.record import PLACES, Based, DatedFact, Record
from sscb_graph.model.vocabulary import LINK_WORDS, STATUS_MEANINGS, STATUS_WORDS, TYPES, Label
from sscb_graph.text import fold

_ACTION = (Label.ACTION,)


class Action(Record):
    """A row of the action plan, as printed, page breaks joined."""

    FILE = "actions.csv"
    MEANING = "The rows of the action plan, verbatim, page breaks joined; blank cells stay blank."
    KEY: ClassVar = "row_id"
    LABEL: ClassVar = Label.ACTION
    REFERENCES: ClassVar = {"priority": TYPES["SERVES"].ends}

    row_id: Id = Field(description="id of the row; ends with its number (2.10 in p2-2.10)")
    position: Whole = Field(description="order in the action plan")
    priority: Id = Field(description="id of the priority that it is printed under")
    number: Text = Field(description="its number, without 'links to ...'")
    number_printed: Text = Field(description="the whole cell of its number, verbatim")
    text: Text = Field(description="the action, verbatim")
    outcome: Text | None = Field(None, description="the outcome cell, verbatim; blank as printed")
    lead_printed: Text | None = Field(None, description="the lead cell, verbatim; blank as printed")
    recs_printed: Text | None = Field(
        None,
        description="the recommendations cell, verbatim; blank as printed. A number alone is an item of the plan's "
        "default report; after the word or name of a report (CQC 1, 2; Ofsted 22), of that one",
    )
    timescale_printed: Text | None = Field(None, description="the timescale cell, verbatim")
    due: DueDates = Field((), description="the days or months that the timescale names, separated by ;")
    status_printed: Text | None = Field(None, description="the status cell, verbatim; blank as printed")


class Lead(DatedFact):
    """A body that leads an action."""

    FILE = "leads.csv"
    MEANING = "Which body leads which action: one row for each lead."
    REFERENCES: ClassVar = {"row_id": TYPES["LEADS"].ends, "body": TYPES["LEADS"].starts, "written_in": PLACES}

    id: Id = Field(description="id of the lead")
    row_id: Id = Field(description="id of the action")
    body: Id = Field(description="id of the body")
    position: Whole = Field(description="order in the lead cell")


class Citation(DatedFact):
    """A recommendation that an action cites."""

    FILE = "citations.csv"
    MEANING = "Which action cites which recommendation: one row for each number."
    REFERENCES: ClassVar = {
        "row_id": TYPES["ADDRESSES"].starts,
        "recommendation": TYPES["ADDRESSES"].ends,
        "written_in": PLACES,
    }

    id: Id = Field(description="id of the citation")
    row_id: Id = Field(description="id of the action")
    recommendation: Id = Field(description="id of the recommendation")


class SharedOutcome(Based):
    """A blank outcome cell, read as sharing another row's."""

    FILE = "shared_outcomes.csv"
    MEANING = "Which action with a blank outcome cell shares the outcome of which other."
    REFERENCES: ClassVar = {"row_id": _ACTION, "other": _ACTION}

    id: Id = Field(description="id of the reading")
    row_id: Id = Field(description="id of the action whose cell is blank")
    other: Id = Field(description="id of the action whose outcome it shares")
    reason: Text = Field(description="why it is read so")


class Link(Based):
    """An action that links to, cites or depends on another."""

    FILE = "links.csv"
    MEANING = "Which action links to, cites or depends on which other."
    NEEDS_REASON: ClassVar = False
    REFERENCES: ClassVar = {"row_id": _ACTION, "other": _ACTION}

    id: Id = Field(description="id of the link")
    row_id: Id = Field(description="id of the action that it is written in")
    relation: Annotated[str, one_of(LINK_WORDS)] = Field(description="links to, cites or depends on")
    other: Id = Field(description="id of the other action")
    quote: Quotes = Field((), description="the words of the action that say so, verbatim")
    doubt: Text | None = Field(None, description="what makes no sense about it, if anything")


class StatusWord(Record):
    """A word of a plan's own for the progress of its actions, and what it means."""

    FILE = "status_words.csv"
    KEY: ClassVar = "word"
    OWN_KEYS: ClassVar = True
    MEANING = (
        "What the plan's own words for progress mean, where it has any: Blue, On track, 1 to 4. Completed, Complete, "
        "Green, Amber and Red need no row."
    )

    word: Text = Field(description="the word, as the status column of the plan has it; in any case")
    meaning: Annotated[str, one_of(STATUS_MEANINGS)] = Field(
        description="completed, green, amber, red or other: what summaries and overdue answers count it as"
    )

    @property
    def unlike(self) -> str:
        """The word, however it is written."""
        return fold(self.word)

    @model_validator(mode="after")
    def _own(self) -> Self:
        if STATUS_WORDS.get(fold(self.word), self.meaning) != self.meaning:
            raise broken(f"'{self.word}' means {STATUS_WORDS[fold(self.word)]} in every plan: remove the row", "word")
        return self


class Status(DatedFact):
    """The status of an action at a time."""

    FILE = "statuses.csv"
    MEANING = (
        "The status of an action: Completed, Green, Amber, Red or a word that status_words.csv explains; no row where "
        "it is blank."
    )
    REFERENCES: ClassVar = {"row_id": TYPES["HAS_STATUS"].starts, "written_in": PLACES}

    id: Id = Field(description="id of the status")
    row_id: Id = Field(description="id of the action")
    status: Text = Field(description="Completed, Green, Amber, Red, ...")
