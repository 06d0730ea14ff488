"""A change of a plan, as a row tells of it: what changes, how it was and how it will be, and what that rests on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sscb_graph.graph.graph import AnyEdge
from sscb_graph.graph.nodes import Based, Node
from sscb_graph.model.basis import STATED, weakest


class Sign(StrEnum):
    """Whether a thing comes, goes or changes."""

    ADDED = "+"
    REMOVED = "-"
    CHANGED = "~"

    @property
    def words(self) -> str:
        """What happens to the thing."""
        return {Sign.ADDED: "added", Sign.REMOVED: "removed", Sign.CHANGED: "changed"}[self]

    def alone(self, words: str) -> tuple[str | None, str | None]:
        """The words for a thing that comes or goes, in their place before or after."""
        return (words, None) if self is Sign.REMOVED else (None, words)


class Told(StrEnum):
    """What a change is about, in the order in which changes are told; whatever else differs comes last."""

    BODY = "body"
    DECISION = "decision"
    LINE = "line"
    MEMBERSHIP = "membership"
    RELATION = "relation"
    FUNCTION = "function"
    ACTION = "action"
    LEAD = "lead"
    CITATION = "citation"
    DUE = "due date"
    STATUS = "status"
    OTHER = "other"


@dataclass(frozen=True)
class Support:
    """What a row rests on: a basis, a reason, and the place where it is written."""

    basis: str | None
    reason: str | None
    source: str | None

    @classmethod
    def of(cls, *known: Node | AnyEdge) -> Support:
        """What a thing or some facts rest on: as weak as the weakest. What has no basis is what the plan states."""
        facts = [each for each in known if isinstance(each, Based)]
        if not facts:
            return cls(STATED, None, next((each.source for each in known), None))
        reasons = dict.fromkeys(each.reason for each in facts if each.reason)
        sources = dict.fromkeys(each.source for each in facts)
        return cls(weakest(each.basis for each in facts), "; ".join(reasons) or None, "; ".join(sources))


@dataclass(frozen=True)
class ChangeRow:
    """A change: ``before`` and ``after`` say in words how it was and will be; None where there is nothing to say.

    ``support`` is that of the later fact, or of the earlier where nothing comes after it.
    """

    told: Told
    sign: Sign
    what: str
    change: str
    before: str | None
    after: str | None
    support: Support
