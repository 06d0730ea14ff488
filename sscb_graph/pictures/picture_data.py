"""What pictures ask of a plan: named questions, each asked once, all of one reading of the store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from functools import cached_property

from sscb_graph.basis import BASES
from sscb_graph.names import Index
from sscb_graph.questions import ask
from sscb_graph.questions.answer import Answer, Row
from sscb_graph.questions.ask import Asker

#: The questions whose rows are things: a choice of bases leaves out facts about them, not the things themselves.
_THINGS = frozenset({"plan", "bodies", "actions", "priorities", "search"})


class PictureData:
    """The answers that a picture is made of, counting only facts on some bases."""

    def __init__(self, store: Asker, bases: Collection[str] = ()) -> None:
        self._store = store
        self._bases = bases
        self._answers: dict[tuple[str, tuple[tuple[str, str], ...]], Answer] = {}

    def answer(self, question: str, **typed: str) -> Answer:
        """The answer to a named question."""
        key = (question, tuple(sorted(typed.items())))
        if key not in self._answers:
            things = question in _THINGS
            self._answers[key] = ask(self._store, question, typed, self._bases, keep_things=things)
        return self._answers[key]

    def rows(self, question: str, **typed: str) -> list[Row]:
        """The rows of the answer to a named question."""
        return self.answer(question, **typed).rows

    @cached_property
    def everything(self) -> PictureData:
        """The same plan with all facts counted."""
        return PictureData(self._store) if self.left_out() else self

    @property
    def names(self) -> Index:
        """The names of the plan."""
        return self._store.names()

    @property
    def plan(self) -> Row:
        """The plan itself."""
        return self.rows("plan")[0]

    @cached_property
    def bodies(self) -> dict[str, Row]:
        """Every body, by its id."""
        return {row["body_id"]: row for row in self.rows("bodies")}

    @cached_property
    def actions(self) -> dict[str, Row]:
        """Every action, by its row's id."""
        return {row["row_id"]: row for row in self.rows("actions")}

    @cached_property
    def leads(self) -> dict[str, list[Row]]:
        """The leads of every body, by its id."""
        found: dict[str, list[Row]] = {}
        for row in self.rows("leads"):
            found.setdefault(row["lead_id"], []).append(row)
        return found

    @cached_property
    def action_names(self) -> dict[str, str]:
        """What each action is called: its number, and its priority too where the plan prints the number twice."""
        often = Counter(row["action"] for row in self.actions.values())
        return {
            key: f"action {row['action']}" + (f" (Priority {row['priority']})" if often[row["action"]] > 1 else "")
            for key, row in self.actions.items()
        }

    def left_out(self) -> list[str]:
        """What a choice of bases leaves out, in a sentence; nothing where all facts count."""
        kept = [basis for basis in BASES if basis in self._bases]
        if not kept or kept == list(BASES):
            return []
        which = " or ".join(kept)
        return [f"Only facts that are {which} are drawn: what else the plan says, or does not, is left out."]
