"""Reports on the partnership, their items, and what answers them."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from pydantic import BeforeValidator, Field, model_validator

from sscb_graph.model.cells import DateText, Id, Ids, Text, Whole, YesNo, broken
from sscb_graph.model.identity import WORD_PATTERN
from sscb_graph.model.record import PLACES, Based, DatedFact, Record
from sscb_graph.model.vocabulary import TYPES, Label

#: Words that cannot be a report's: before a number they already mean something else.
TAKEN_WORDS = frozenset({"action", "body", "item", "priority", "rec", "recommendation"})


def _word(cell: str) -> str:
    word = cell.lower()
    if not WORD_PATTERN.fullmatch(word):
        raise broken(
            f"'{cell}' cannot stand before a number: use a single word of letters (such as ofsted, peer or cqc)"
        )
    if word in TAKEN_WORDS:
        raise broken(f"'{word}' before a number already means something else; choose another word")
    return word


class Report(Based):
    """An inspection report, a review or another report whose numbered items actions cite."""

    FILE = "reports.csv"
    MEANING = "The reports whose numbered items the actions cite, or that the plan prints: inspections, reviews, ..."
    LABEL: ClassVar = Label.REPORT
    REFERENCES: ClassVar = {"document": (Label.DOCUMENT,)}

    id: Id = Field(description="id of the report")
    position: Whole = Field(description="order in answers")
    word: Annotated[Text, BeforeValidator(_word)] = Field(
        description="the word that people type before a number: ofsted, peer, cqc; letters only, no other report's"
    )
    name: Text = Field(description="what stands before a number in answers: Ofsted, Peer review")
    kind: Text = Field(description="inspection report, peer review, ...")
    published: DateText | None = Field(None, description="day, month or year of its publication, where it is known")
    document: Id | None = Field(
        None, description="id of the document whose items they are; blank where the plan itself prints them"
    )
    numbering: Text | None = Field(
        None, description="whose numbers they are: the report's own; ours, in the order printed"
    )

    @model_validator(mode="after")
    def _lettered(self) -> Self:
        if not any(character.isalpha() for character in self.name):
            raise broken(f"'{self.name}' would be taken for a number; give the report a name with a letter", "name")
        return self


class Recommendation(Record):
    """An item of a report: a recommendation, a finding or what the report calls it."""

    FILE = "recommendations.csv"
    MEANING = (
        "The numbered items of the reports: the report's words where they may be copied, or a topic in our own words."
    )
    LABEL: ClassVar = Label.RECOMMENDATION
    REFERENCES: ClassVar = {
        "report": (Label.REPORT,),
        "addressed_to": TYPES["ADDRESSED_TO"].ends,
        "part_of": (Label.RECOMMENDATION,),
        "links_to": TYPES["RELATES_TO"].ends,
    }

    id: Id = Field(description="id of the item; ends with its number (1.1 in cqc-1.1, r3 in cqc-r3)")
    position: Whole = Field(description="order in the report")
    report: Id = Field(description="id of the report")
    number: Text = Field(description="its number, as the report or, where that has none, we give it: 22, 1.1, R3")
    page: Whole | None = Field(None, description="its page in the report")
    kind: Text = Field(description="the report's own word for it: recommendation, finding, priority action, ...")
    recommendation: YesNo = Field(description="yes where it is a recommendation in substance")
    text: Text | None = Field(None, description="its words, verbatim, where they may be copied")
    topic: Text | None = Field(None, description="what it is about, in our own words; needed where text is blank")
    addressed_to: Ids = Field((), description="ids of the bodies that it addresses, separated by ;")
    part_of: Id | None = Field(None, description="id of the item that it is part of")
    links_to: Ids = Field((), description="ids of other items that it belongs with, separated by ;")

    @model_validator(mode="after")
    def _worded(self) -> Self:
        if not (self.text or self.topic):
            raise broken("text and topic are both blank: give its words, or say in your own what it is about", "topic")
        if self.part_of == self.id:
            raise broken("an item cannot be part of itself", "part_of")
        if self.id in self.links_to:
            raise broken("an item cannot link to itself", "links_to")
        return self


class Response(DatedFact):
    """Something in the plan that answers a recommendation."""

    FILE = "responses.csv"
    MEANING = "What in the plan answers a recommendation, where no action cites it."
    REFERENCES: ClassVar = {
        "responder": TYPES["RESPONDS_TO"].starts,
        "recommendation": (Label.RECOMMENDATION,),
        "written_in": PLACES,
    }

    id: Id = Field(description="id of the response")
    responder: Id = Field(description="id of the action, body, decision or passage that answers")
    recommendation: Id = Field(description="id of the recommendation")
