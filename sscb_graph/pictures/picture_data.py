"""The answers that pictures are made of: named questions, each asked once, all in one reading of the store.

No other module of this package asks a question.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from functools import cached_property

from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import BASES
from sscb_graph.questions.answer import Answer
from sscb_graph.questions.asking import Reading, ask
from sscb_graph.questions.names import Names
from sscb_graph.questions.rows import Row

#: The questions whose rows are things: a choice of bases leaves out facts about them, not the things themselves.
_THINGS = frozenset({"plan", "bodies", "actions", "priorities", "reports", "search", "gaps"})


class PictureData:
    """What a plan answers, counting only facts on some bases, all by default."""

    def __init__(self, reading: Reading, bases: Collection[str] = ()) -> None:
        self._reading = reading
        self._bases = bases
        self._answers: dict[tuple[str, tuple[tuple[str, str], ...]], Answer] = {}

    def rows(self, question: str, **typed: str) -> list[Row]:
        """The rows of the answer to a named question; raises the errors of names and values."""
        return self._answer(question, typed).rows

    def notes(self, question: str, **typed: str) -> list[str]:
        """What the answer to a named question says beside its rows; raises the errors of names and values."""
        return self._answer(question, typed).notes

    def _answer(self, question: str, typed: dict[str, str]) -> Answer:
        key = (question, tuple(sorted(typed.items())))
        if key not in self._answers:
            things = question in _THINGS
            self._answers[key] = ask(self._reading, question, typed, self._bases, keep_things=things)
        return self._answers[key]

    @property
    def names(self) -> Names:
        """The names of the plan, which find what a person typed."""
        return self._reading.names

    @cached_property
    def graph(self) -> GraphView:
        """Everything that the plan holds, with facts on every basis."""
        return self._reading.whole()

    @property
    def plan(self) -> Row:
        """The plan itself."""
        return self.rows("plan")[0]

    @cached_property
    def bodies(self) -> dict[str, Row]:
        """Every body, by its id, in the order of the plan."""
        return {row["body_id"]: row for row in self.rows("bodies")}

    @cached_property
    def decisions(self) -> dict[str, list[Row]]:
        """What the plan decides or proposes about every body, by its id."""
        found: dict[str, list[Row]] = {}
        for row in self.rows("decisions"):
            found.setdefault(row["body_id"], []).append(row)
        return found

    @cached_property
    def actions(self) -> dict[str, Row]:
        """Every action, by its row's id, in the order of the plan."""
        return {row["row_id"]: row for row in self.rows("actions")}

    @cached_property
    def citations(self) -> dict[str, list[Row]]:
        """The citations of every action, by its row's id."""
        found: dict[str, list[Row]] = {}
        for row in self.rows("citations"):
            found.setdefault(row["row_id"], []).append(row)
        return found

    @cached_property
    def cited_reports(self) -> list[str]:
        """The names of the reports whose items are there to be cited by actions."""
        return [row["report"] for row in self.rows("reports") if row["cited"]]

    @cached_property
    def leads(self) -> dict[str, list[Row]]:
        """The leads of every body, by its id."""
        found: dict[str, list[Row]] = {}
        for row in self.rows("leads"):
            found.setdefault(row["lead_id"], []).append(row)
        return found

    @cached_property
    def action_names(self) -> dict[str, str]:
        """The name of each action: its number, and its priority too where the plan prints the number twice."""
        often = Counter(row["action"] for row in self.actions.values())
        return {
            key: f"action {row['action']}" + (f" (Priority {row['priority']})" if often[row["action"]] > 1 else "")
            for key, row in self.actions.items()
        }

    @cached_property
    def without_line(self) -> dict[str, list[str]]:
        """The bodies that have no line to the Board, by id, each with the lines of one that it had and that have ended.

        The rule is that of the question ``gaps``, so that its list and no picture ever differ.
        """
        gaps = (row for row in self.rows("gaps") if row["gap"] == "body-without-line-to-board")
        return {row["id"]: row["instead"] for row in gaps}

    @property
    def filtered(self) -> bool:
        """Whether some facts are not counted, so that nothing follows from what is missing."""
        return bool(self._kept)

    @property
    def _kept(self) -> list[str]:
        kept = [basis for basis in BASES if basis in self._bases]
        return [] if kept == list(BASES) else kept

    def left_out(self) -> list[str]:
        """What a choice of bases leaves out, as a list of at most one sentence."""
        if not self.filtered:
            return []
        which = " or ".join(self._kept)
        return [f"Only facts that are {which} are drawn: what else the plan says, or does not, is left out."]
