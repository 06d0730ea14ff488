"""What inspectors and peers recommended, and what answers the peers."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from sscb_graph.records.base import FOLDED, Fact, Id, Record, Text, Whole, YesNo


class ItemKind(StrEnum):
    """Whether an item of an inspection report is a recommendation or a finding."""

    RECOMMENDATION = "recommendation"
    FINDING = "finding"


class OfstedRecommendation(Record):
    """A numbered item of the inspection report whose numbers the actions cite; the topic is in our own words."""

    FILE = "ofsted_recommendations.csv"
    MEANING = "The numbered items of the inspection report that the actions cite; topics are in our own words."

    id: Id = Field(description="id of the item; ends with its number")
    position: Whole = Field(description="order in the report")
    number: Whole = Field(description="its number in the report")
    page: Whole | None = Field(None, description="its page in the report")
    kind: Annotated[ItemKind, FOLDED] = Field(description="recommendation or finding, as the report lists it")
    recommendation: YesNo = Field(description="yes where it is a recommendation in substance")
    topic: Text = Field(description="what it is about, in our own words")


class PeerReviewRecommendation(Record):
    """A recommendation of the peer review, numbered by us in the order printed."""

    FILE = "peer_recommendations.csv"
    MEANING = "The recommendations of the peer review, verbatim, numbered by us in the order printed."

    id: Id = Field(description="id of the recommendation; ends with its number")
    position: Whole = Field(description="order")
    number: Whole = Field(description="its number, given by us")
    text: Text = Field(description="its words, verbatim")


class Response(Fact):
    """Something in the plan that answers a recommendation of the peer review."""

    FILE = "responses.csv"
    MEANING = "What in the plan answers each recommendation of the peer review."
    REFERENCES: ClassVar = {
        "responder": ("actions.csv", "bodies.csv", "decisions.csv", "passages.csv"),
        "recommendation": ("peer_recommendations.csv",),
        "written_in": ("*",),
    }

    id: Id = Field(description="id of the response")
    responder: Id = Field(description="id of the action, body, decision or passage that answers")
    recommendation: Id = Field(description="id of the recommendation")
