"""A change whose names have been looked up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from sscb_graph.model.dates import first_day
from sscb_graph.model.vocabulary import ChangeKind


class Division(NamedTuple):
    """What a change says of the areas into which a plan is split.

    ``areas`` are names of areas: all of them, or those to which something goes; none where it goes to no area.
    ``everywhere`` says that these are all areas, so that nothing changes for what goes there. ``top`` says
    that the body of the change is at the top there, and ``name`` what that body is called there.
    """

    areas: tuple[str, ...]
    everywhere: bool = False
    top: bool = False
    name: str = ""


@dataclass(frozen=True)
class Change:
    """A change of a proposal: ids of what it changes, and what its row says of it.

    ``bodies`` holds what changes, ``into`` what it becomes or who takes over, ``other`` the far ends of lines and
    memberships. ``relation`` is a relationship type. ``effective`` is a day, month or year (ISO 8601), None where the
    row gives none. ``words`` is the change as a clause, "Neglect Group closes", ``own`` what happens to each that
    changes, "closes", and ``heirs`` what happens to each that goes on, "takes in Neglect Group". ``division`` is there
    where the plan is split: what goes to its areas is then in ``bodies``, ``actions`` and ``functions``.
    """

    kind: ChangeKind
    file: str
    row: int
    words: str
    own: str
    heirs: str
    bodies: tuple[str, ...]
    into: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    relation: str = ""
    actions: tuple[str, ...] | None = None
    functions: tuple[str, ...] | None = None
    effective: str | None = None
    decided_by: str | None = None
    subject_to: str | None = None
    reason: str | None = None
    division: Division | None = None

    @property
    def place(self) -> str:
        """Where it is written: "row 3 of merge.csv"; "" for a change that stands in no file."""
        return f"row {self.row} of {self.file}" if self.row else ""

    @property
    def words_and_place(self) -> str:
        """The change as a clause, with where it is written."""
        return f"{self.words} ({self.place})" if self.place else self.words

    @property
    def first_day(self) -> str | None:
        """The first day on which it can hold (ISO 8601); None where its row gives none."""
        return first_day(self.effective) if self.effective else None

    def words_for(self, body: str) -> str:
        """What happens to a body of it, without the body's name."""
        return self.heirs if body in self.into and self.heirs else self.own

    @property
    def touched(self) -> tuple[str, ...]:
        """The bodies that it names as changed, or as what others become."""
        return (*self.bodies, *self.into)
