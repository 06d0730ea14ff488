"""Every question, asked of a plan in every way that a property test needs, and the plans of the suite."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from sscb_graph.folder import SeedFolder
from sscb_graph.folder.load import load_records
from sscb_graph.graph.builder import build_graph
from sscb_graph.graph.nodes import Action, Body, Node, Priority, Recommendation, Report
from sscb_graph.model.vocabulary import ACCOUNTABILITY, TYPES
from sscb_graph.questions.answer import Answer
from sscb_graph.questions.asking import ask
from sscb_graph.questions.definition import Question, all_questions
from sscb_graph.stores.embedded import EmbeddedPlan
from sscb_graph.stores.index_reading import IndexReader
from sscb_graph.stores.index_writing import write_index
from tests.conftest import SeedCopy

#: The classes of things that the kinds of parameter name.
NAMED: dict[str, type[Node]] = {
    "body": Body,
    "action": Action,
    "recommendation": Recommendation,
    "report": Report,
    "priority": Priority,
}
#: What other parameters are given.
VALUES: dict[str, tuple[Any, ...]] = {
    "day": ("2018-06-30", "2018-09-30", "2018-10-01", "2020-01-01"),
    "first_day": ("2018-06-30", "2018-10-01"),
    "status": ("none", "amber", "completed"),
    "text": ("said", "mash", "e"),
    "year": ("2018", "2019", "2023"),
    "types": (list(ACCOUNTABILITY), sorted(TYPES)),
}
RECORDED = {"basis": "recorded", "recorded_by": "Business Manager", "recorded_on": "2018-10-01"}
#: Of the things of a kind, a question of two things asks about this many pairs.
_PAIRS = 12


class Built:
    """A folder's plan in memory: its graph, and the embedded store that answers from it."""

    def __init__(self, seed: SeedFolder) -> None:
        self.seed = seed
        self.graph = build_graph(load_records(seed))
        self.plan = EmbeddedPlan(lambda _: IndexReader(write_index(self.graph, seed.digest), seed.name))

    def ask(self, name: str, typed: Mapping[str, Any], bases: Collection[str] = (), *, things: bool = False) -> Answer:
        """The answer to a question; ``things`` keeps every thing, whatever the bases of the facts that count."""
        return self.plan.read(lambda reading: ask(reading, name, typed, bases, keep_things=things), "asking")

    @property
    def ids(self) -> dict[str, list[str]]:
        """The ids of what each kind of parameter can name."""
        ids = {kind: [node.id for node in self.graph.labelled(label.LABEL)] for kind, label in NAMED.items()}
        ids["thing"] = [key for kind, keys in ids.items() if kind != "report" for key in keys]
        return ids


def ways(plan: Built, question: Question) -> Iterator[dict[str, Any]]:
    """What may be typed for the parameters of a question: each thing of the plan once, or some pairs of things."""
    ids = plan.ids
    given = {**ids, **VALUES, "ids": [", ".join(ids["thing"])]}
    if question.parameters and all(parameter.optional for parameter in question.parameters):
        yield from _choices(question, given)
        return
    names = [parameter.name for parameter in question.parameters]
    lists = [given[parameter.kind] for parameter in question.parameters]
    if len(lists) <= 1:
        yield from ({name: value} for name, values in zip(names, lists, strict=True) for value in values)
        if not lists:
            yield {}
    elif all(lists):
        # Steps without a common divisor, so that pairs differ.
        places = ((at * 7, at * 11 + 1, at) for at in range(_PAIRS))
        for place in places:
            yield {name: values[at % len(values)] for name, values, at in zip(names, lists, place, strict=False)}


def _choices(question: Question, given: Mapping[str, Sequence[Any]]) -> Iterator[dict[str, Any]]:
    """What may be typed where nothing must be: nothing, each value alone, and a value of every parameter at once."""
    yield {}
    for parameter in question.parameters:
        yield from ({parameter.name: value} for value in given[parameter.kind][:_PAIRS])
    if all(given[parameter.kind] for parameter in question.parameters):
        yield {parameter.name: given[parameter.kind][0] for parameter in question.parameters}


def every_way(plan: Built) -> Iterator[tuple[Question, dict[str, Any]]]:
    """Every question with whatever may be typed for its parameters."""
    for question in all_questions():
        for typed in ways(plan, question):
            yield question, typed


def record_a_year(seed: SeedCopy) -> None:
    """Adds what a partnership records in a year: new statuses, leads and lines, none of which the plan prints."""
    ended = {"until": "2018-09-30"}
    seed.add("statuses.csv", id="status-1", row_id="p1-1.1", status="Completed", **RECORDED)
    seed.edit("statuses.csv", "status-p4-4.1-amber", **ended)
    seed.add("statuses.csv", id="status-2", row_id="p4-4.1", status="Green", **RECORDED)
    seed.edit("leads.csv", "lead-p2-2.4-early-help", **ended)
    seed.add("leads.csv", id="lead-1", row_id="p2-2.4", body="neglect", position="2", **RECORDED)
    seed.edit("leads.csv", "lead-p2-2.9-early-help", **ended)
    for key, body, other in (("line-1", "executive", "sscb"), ("line-2", "qa-officer", "business-group")):
        seed.add("relations.csv", id=key, body=body, relation="reports to", other=other, **RECORDED)
    cited = {"id": "cite-1", "row_id": "p1-1.5", "recommendation": "ofsted-1", **RECORDED}
    rows = seed.rows("citations.csv")
    seed.write("citations.csv", [*rows, cited], list(rows[0]))


def end_what_is_printed(seed: SeedCopy) -> None:
    """Ends facts that the plan prints: leads, a status, a line of reporting, a function and a statutory group."""
    ended, recorded = {"until": "2018-07-01"}, {**RECORDED, "recorded_on": "2018-07-02"}
    seed.edit("leads.csv", "lead-p2-2.2-early-help", **ended)
    seed.add("leads.csv", id="lead-1", row_id="p2-2.2", body="qap", position="2", **recorded)
    seed.add("statuses.csv", id="status-1", row_id="p2-2.2", status="Amber", **recorded)
    seed.edit("leads.csv", "lead-p2-2.4-early-help", **ended)
    seed.edit("statuses.csv", "status-p2-2.3-completed", **ended)
    seed.edit("relations.csv", "business-group-reports-to-sscb", **ended)
    top = "function-sscb-it-should-not-be-subordinate"
    seed.edit("functions.csv", top, **ended)
    seed.add("function_homes.csv", id="home-1", function=top, body="executive", **recorded)
    for number, (body, called, kind) in enumerate((("cdop", "no", "not statutory"), ("qap", "yes", "statutory"))):
        seed.edit("bodies.csv", body, statutory=called)
        cells = {"position": str(number), "change": kind, "original": body, "text": f"A change of {body} is early."}
        seed.add("changes.csv", id=f"change-{number}", **cells, **recorded)
