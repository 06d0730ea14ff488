"""What the law and statutory guidance require of arrangements, and which body is known to meet what of it."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar, Self

from pydantic import BeforeValidator, Field, model_validator

from sscb_graph.model.cells import DateText, Id, Text, YesNo, broken
from sscb_graph.model.record import PLACES, DatedFact, Record, in_order
from sscb_graph.model.vocabulary import FORCES, SURE, SURETIES, TYPES, Label

#: What stands behind a reference of which nobody is sure enough to give it as known.
TO_BE_CONFIRMED = ", to be confirmed"
_FORCE = re.compile(rf"(?:{'|'.join(FORCES)})(?: \([^()]+\))?")
_SURETY = re.compile(rf"(?:{'|'.join(SURETIES)})\b.*")
_SURETIES = re.compile(rf"\b(?:{'|'.join(SURETIES)})\b")
_SECTION = re.compile(r".+ Act \d{4} s\d+.*")
_NUMBERED = re.compile(r"(about )?(\d+)( and |-)?")


def _force(cell: str) -> str:
    force = cell.lower()
    if not all(_FORCE.fullmatch(word) for word in force.split(" / ")):
        raise broken(
            f"'{cell}' is not a force: write {', '.join(FORCES)}, several with a slash between spaces, "
            "and what limits each in brackets behind it"
        )
    return cell


def _surety(cell: str) -> str:
    if not _SURETY.fullmatch(cell.lower()):
        raise broken(f"'{cell}' does not begin with {', '.join(SURETIES)}")
    return cell


Surety = Annotated[Text, BeforeValidator(_surety)]


class Requirement(Record):
    """What an Act or statutory guidance requires of safeguarding arrangements, in our own words.

    ``until`` is the day on which it ended, or on which a newer edition took its place.
    """

    FILE = "statutory_requirements.csv"
    MEANING = (
        "What the law and statutory guidance require of safeguarding arrangements, in our own words, with how sure "
        "each reference is and the dates of the edition. The order of the rows is that of answers."
    )
    LABEL: ClassVar = Label.REQUIREMENT

    id: Id = Field(description="id of the requirement")
    topic: Text = Field(description="what it is about; rows of a topic stand together")
    requirement: Text = Field(description="what is required, in our own words")
    force: Annotated[Text, BeforeValidator(_force)] | None = Field(
        None, description=f"how binding it is: {', '.join(FORCES)}; several with a slash between spaces"
    )
    who_must: Text | None = Field(None, description="whom it binds")
    source: Text = Field(description="the guidance, regulations or Bill that it stands in")
    paragraph: Text | None = Field(None, description="its paragraph there")
    paragraph_surety: Surety = Field(
        description=f"how sure that reference is: begins with {', '.join(SURETIES)}, and may say more"
    )
    statute: Text | None = Field(None, description="sections of Acts, or regulations, separated by ;")
    statute_surety: Surety | None = Field(None, description="how sure that reference is, in the same words")
    from_: DateText | None = Field(None, alias="from", description="first day, month or year it is in force")
    until: DateText | None = Field(
        None, description="last day, month or year it is in force, or the day on which a newer edition replaces it"
    )
    graph_check: Text | None = Field(None, description="what of it a graph of the arrangements can show")
    surety: Surety = Field(description="how sure the requirement as a whole is, in the same words")

    @model_validator(mode="after")
    def _sound(self) -> Self:
        in_order(self.from_, self.until)
        if bool(self.statute) != bool(self.statute_surety):
            column = "statute_surety" if self.statute else "statute"
            raise broken("statute and statute_surety go together: fill in both or neither", column)
        return self

    @property
    def reference(self) -> str:
        """Where it stands, sections of Acts first; all that is not surely known is marked "to be confirmed"."""
        laws = (part.strip() for part in (self.statute or "").split(";"))
        place = self.paragraph or ""
        if found := _NUMBERED.match(place):
            place = f"{found[1] or ''}paragraph{'s' if found[3] else ''} {place[found.start(2) :]}"
        guidance = ", ".join(part for part in (self.source, place) if part)
        return "; ".join([*(self._law(part) for part in laws if part), f"{guidance}{TO_BE_CONFIRMED}"])

    def _law(self, law: str) -> str:
        """A law, marked unless it is a section of an Act and everything said of its surety is sure."""
        words = _SURETIES.findall((self.statute_surety or "").lower())
        sure = bool(_SECTION.fullmatch(law)) and set(words) <= SURE
        return law if sure else f"{law}{TO_BE_CONFIRMED}"


class Compliance(DatedFact):
    """What is known of a body and a requirement: that it meets it, that it does not, or that it bears on it."""

    FILE = "requirements_met.csv"
    MEANING = (
        "Which body meets which requirement, and which does not. A requirement without a row, or only with rows that "
        "leave it open, is unknown, and never called unmet."
    )
    REFERENCES: ClassVar = {
        "requirement": (Label.REQUIREMENT,),
        "body": TYPES["MEETS"].starts,
        "written_in": PLACES,
    }

    id: Id = Field(description="id of the row")
    requirement: Id = Field(description="id of the requirement")
    body: Id = Field(description="id of the body")
    met: YesNo | None = Field(
        None, description="yes: the body meets it; no: it is known not to; blank: it bears on it and leaves it open"
    )
    how: Text = Field(description="how it is met, what is lacking, or what bears on it, in a sentence")
