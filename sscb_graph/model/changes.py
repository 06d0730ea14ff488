"""What changes bodies after the plan, after the change event of W3C's organization ontology."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from sscb_graph.model.basis import Basis
from sscb_graph.model.cells import FOLDED, DateText, Id, Ids, Text, Whole, broken
from sscb_graph.model.record import Based
from sscb_graph.model.vocabulary import TYPES, ChangeKind, Label


class ChangeEvent(Based):
    """A change of bodies that was decided after the plan, or is assumed: what was there before it, and what after.

    What the plan itself decides is a ``Decision``, so a change event is never stated.
    """

    FILE = "changes.csv"
    MEANING = "What was changed after the plan: the bodies before each change and after it, when, and who decided."
    LABEL: ClassVar = Label.CHANGE_EVENT
    REFERENCES: ClassVar = {
        "original": TYPES["ORIGINAL_ORGANIZATION"].ends,
        "resulting": TYPES["RESULTING_ORGANIZATION"].ends,
    }

    id: Id = Field(description="id of the change")
    position: Whole = Field(description="order")
    change: Annotated[ChangeKind, FOLDED] = Field(
        description=f"the kind of change: {', '.join(kind.value for kind in ChangeKind)}"
    )
    original: Ids = Field(
        (), description="ids of the bodies that it changes, separated by ; (blank: it makes new ones)"
    )
    resulting: Ids = Field((), description="ids of the bodies that it results in, separated by ; (blank: none is left)")
    text: Text = Field(description="what changes, in a sentence")
    effective: DateText | None = Field(
        None, description="day, month or year from which it is in effect; blank: not decided"
    )
    decided_by: Text | None = Field(
        None, description="the post or meeting that decided it, never a person's name; blank: not recorded"
    )
    subject_to: Text | None = Field(None, description="what it still depends on; blank: nothing")

    @model_validator(mode="after")
    def _changes_something(self) -> Self:
        if not (self.original or self.resulting):
            raise broken("name the bodies that it changes, or those that it results in", "original")
        if self.basis is Basis.STATED:
            sentence = "a change comes after the plan, so the plan does not state it: write recorded or assumed"
            raise broken(f"{sentence} (what the plan decides stands in decisions.csv)", "basis")
        return self
