"""A typed name -> the body that was meant: exact names, then short ones, then initials; never a guess between two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from sscb_graph.errors import AmbiguousName, UnknownName, visible
from sscb_graph.graph.nodes import Body
from sscb_graph.graph.rules import is_group
from sscb_graph.questions.forms import bare
from sscb_graph.questions.likeness import LEAD, MEANT, SUGGESTED, has_initials, is_short_for, scores
from sscb_graph.text import fold, squash

if TYPE_CHECKING:
    from sscb_graph.questions.names import NameSource


class ReadBody(NamedTuple):
    """A body that was meant, and a sentence on how the text was read.

    The sentence is "" where the text is a name of the body, perhaps without the words for its kind.
    """

    body: Body
    how: str = ""


class BodyNames:
    """The names of the bodies of a plan."""

    def __init__(self, source: NameSource) -> None:
        self._source = source

    def read(self, typed: str) -> ReadBody:
        """The body that was meant, and how the text was read; raises UnknownName or AmbiguousName."""
        if not squash(typed):
            raise UnknownName(typed, "body", [])
        exact = self.named(typed)
        if "/" in typed and not exact:
            parts = {body.name for part in typed.split("/") for body in self.named(part)}
            if len(parts) > 1:
                raise AmbiguousName(typed, "body", sorted(parts))
        if not exact and isinstance(by_id := self._source.node(fold(typed)), Body):
            return ReadBody(by_id)
        exact = exact or self.named(bare(typed)) or self._of_kind(typed)
        own = [body for body in exact if squash(body.name) == squash(typed)]
        if len(own) == 1 or len(exact) == 1:
            return ReadBody(self._alone(typed, (own or exact)[0]))
        if exact:
            raise AmbiguousName(typed, "body", _apart(exact))
        return self._likely(typed)

    def _alone(self, typed: str, found: Body) -> Body:
        """A body whose name was typed; raises AmbiguousName where people call a board or group the same for short.

        "Health" is a sector that a plan names, and what people call its Health Group.
        """
        if is_group(found) or squash(typed) == squash(_with_kind(found)):
            return found
        short = bare(typed)
        groups = [body for body in self._source.nameable(Body) if is_group(body) and is_short_for(body, short)]
        if groups:
            raise AmbiguousName(typed, "body", [_with_kind(found), *_apart(groups)])
        return found

    def _of_kind(self, typed: str) -> list[Body]:
        """The bodies whose name and kind were typed: "Health agency"."""
        form = squash(typed)
        return [body for body in self._source.nameable(Body) if form == squash(_with_kind(body))]

    def named(self, typed: str) -> list[Body]:
        """The bodies that have a name, however it is written."""
        form = squash(typed)
        return list(self._source.named(Body, form)) if form else []

    def _likely(self, typed: str) -> ReadBody:
        """The body with the name most like a text, or else with its initials."""
        bodies = self._source.nameable(Body)
        likeness = scores(bare(typed), bodies)
        best = max(likeness.values(), default=0.0)
        close = [body for body in bodies if likeness[body.id] >= max(best - LEAD, MEANT)]
        how = "is read as"
        if not close:
            close = [body for body in bodies if has_initials(body, typed)]
            how = "is read as the initials of"
        # A board or group is meant rather than a service or agency whose name begins alike; the answer names both.
        groups = [body for body in close if is_group(body)]
        if len(groups) == 1 < len(close):
            others = ", ".join(body.name for body in close if body not in groups)
            return ReadBody(groups[0], f"'{visible(typed)}' is read as {groups[0].name}; it may also mean {others}.")
        if len(close) == 1 and is_short_for(close[0], bare(typed)):
            return ReadBody(close[0])
        if len(close) == 1:
            return ReadBody(close[0], f"'{visible(typed)}' {how} {close[0].name}.")
        if close:
            raise AmbiguousName(typed, "body", _apart(close))
        ranked = sorted(bodies, key=lambda body: -likeness[body.id])
        raise UnknownName(typed, "body", [body.name for body in ranked[:3] if likeness[body.id] >= SUGGESTED])


def _with_kind(body: Body) -> str:
    """What to type for a body whose name alone may mean another: "Health agency"."""
    return f"{body.name} {body.kind}"


def _apart(bodies: Sequence[Body]) -> list[str]:
    """What to type for each of some bodies: its name, or its id where they share a name."""
    often = Counter(body.name for body in bodies)
    return [body.id if often[body.name] > 1 else body.name for body in bodies]
