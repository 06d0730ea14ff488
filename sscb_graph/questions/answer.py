"""An answer: typed columns, rows, notes, and where it comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sscb_graph.questions.brief import Brief, brief_of
from sscb_graph.questions.columns import Columns, names
from sscb_graph.questions.rows import Row


class Caution(str):
    """A note that changes what an answer means, and so stands on a brief page too."""

    __slots__ = ()


class Origin:
    """Where an answer comes from: which store, which plan, which folder and its digest.

    ``digest`` is "sha256:" and 64 hexadecimal digits. ``load`` says which load filled a shared store, and ``loaded_on``
    on which day (ISO 8601) it did; both are None for the embedded store.
    """

    __slots__ = ("digest", "load", "loaded_on", "plan", "seed", "store")

    def __init__(
        self, store: str, plan: str, seed: str, digest: str, load: str | None = None, loaded_on: str | None = None
    ) -> None:
        self.store = store
        self.plan = plan
        self.seed = seed
        self.digest = digest
        self.load = load
        self.loaded_on = loaded_on

    def to_dict(self) -> dict[str, str]:
        """The ``from`` of an answer's JSON."""
        known = {"store": self.store, "plan": self.plan, "seed": self.seed, "digest": self.digest}
        return {**known, "load": self.load} if self.load else known


class PlanLine:
    """What a page says of the plan that an answer is about: its title and its period (ISO 8601 days or months)."""

    __slots__ = ("starts", "title", "until")

    def __init__(self, title: str, starts: str | None = None, until: str | None = None) -> None:
        self.title = title
        self.starts = starts
        self.until = until


class Answer:
    """What a question answers.

    ``headline`` is the answer in one to three sentences, and ``rows`` holds a cell for every column, by its name;
    ``notes`` are sentences. ``heading`` says what the question asks, and ``subjects`` the things that it asks about.
    ``brief`` is what a page shows first, ``plan`` what it says of the plan, ``short_names`` holds the short names of
    bodies by their names, and ``statuses`` what the plan's own words for progress are counted as.
    """

    __slots__ = (
        "brief",
        "columns",
        "heading",
        "headline",
        "notes",
        "origin",
        "parameters",
        "plan",
        "question",
        "rows",
        "short_names",
        "statuses",
        "subjects",
    )

    def __init__(
        self,
        question: str,
        parameters: dict[str, Any],
        columns: Columns,
        rows: list[Row],
        origin: Origin,
        notes: Sequence[str] = (),
        *,
        headline: str = "",
        heading: str = "",
        subjects: Sequence[str] = (),
        brief: Brief | None = None,
        plan: PlanLine | None = None,
        short_names: Mapping[str, str] | None = None,
        statuses: Mapping[str, str] | None = None,
    ) -> None:
        self.question = question
        self.parameters = parameters
        self.columns = columns
        self.rows = rows
        self.origin = origin
        self.notes = list(notes)
        self.headline = headline
        self.heading = heading
        self.subjects = tuple(subjects)
        self.brief = brief or brief_of(columns, rows)
        self.plan = plan
        self.short_names = dict(short_names or {})
        self.statuses = dict(statuses or {})

    def to_dict(self) -> dict[str, Any]:
        """The JSON form that other programs rely on."""
        return {
            "question": self.question,
            "parameters": self.parameters,
            "headline": self.headline,
            "columns": list(names(self.columns)),
            "rows": self.rows,
            "notes": self.notes,
            "from": self.origin.to_dict(),
        }
