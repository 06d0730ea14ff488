"""No answer shows a fact weaker than stated without saying so.

The proof is a second answer that counts only what the document states. Whatever a row claims to be stated stands there
too, cell for cell, but for the cells that say how weak they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from sscb_graph.folder import SeedFolder, open_seed
from sscb_graph.folder.load import load_records
from sscb_graph.graph.builder import build_graph
from sscb_graph.graph.graph import MemoryGraph
from sscb_graph.graph.nodes import Action, Body, Node, Priority, Recommendation, Report
from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import BASES, STATED
from sscb_graph.questions.columns import names
from sscb_graph.questions.definition import Question, all_questions
from sscb_graph.questions.rows import ABOUT, CAUTIONS, Row
from tests.plans import seeds

NAMED: dict[str, type[Node]] = {
    "body": Body,
    "action": Action,
    "recommendation": Recommendation,
    "report": Report,
    "priority": Priority,
    "thing": Body,
}
#: What a cell says of itself where it holds something weaker than a stated fact.
MARKS = tuple(f"({basis}" for basis in BASES if basis != STATED)


def parameters_of(question: Question, graph: MemoryGraph) -> list[dict[str, Any]]:
    """Resolved parameters: everything that a single parameter can name, or one choice of several."""
    if all(parameter.optional for parameter in question.parameters):
        return [{}, *conditions_of(question, graph)]
    if len(question.parameters) == 1 and (kind := question.parameters[0].kind) in NAMED:
        keys = [node.id for node in graph.labelled(NAMED[kind].LABEL)]
        return [{question.parameters[0].name: [key] if kind == "action" else key} for key in keys]
    fixed = {
        "by": "2018-12-31",
        "as_at": "2018-10-01",
        "text": "a",
        "ids": [node.id for node in graph.labelled("Sscb")],
    }
    if question.name == "relations":
        return [{"via": ["REPORTS_TO", "SUBGROUP_OF", "CHALLENGES", "UPDATES"]}]
    return [{parameter.name: fixed[parameter.name] for parameter in question.parameters}]


def conditions_of(question: Question, graph: MemoryGraph) -> Iterator[dict[str, Any]]:
    """Each thing that a parameter can name and need not, as the only condition."""
    for parameter in question.parameters:
        for node in graph.labelled(NAMED[parameter.kind].LABEL) if parameter.kind in NAMED else ():
            yield {parameter.name: [node.id]}


#: Cells that say what no fact does: fewer facts leave more actions with a single lead.
ABSENCES = frozenset({"leads_alone"})


def is_marked(row: Row, column: str) -> bool:
    """Whether a cell says that it is weaker than stated; a blank cell says nothing."""
    if row[column] is None or column in ABSENCES:
        return True
    own = row.get(f"{column}_basis", STATED)
    return own not in (STATED, None) or any(mark in str(row[column]) for mark in MARKS)


def shown(question: Question, row: Row, unmarked: list[str]) -> tuple[str, ...]:
    return tuple(repr(row[column]) for column in unmarked)


def weaker_than_they_say(question: Question, graph: MemoryGraph, parameters: dict[str, Any]) -> list[str]:
    """The rows that claim to be stated and are not among what the document states."""
    every, stated = GraphView(graph), GraphView(graph, [STATED])
    rows = question.rows(every, parameters)
    only = question.rows(stated, parameters)
    wrong = []
    for row in rows:
        if question.name == "summary-by-lead" and row["lead"] is None:
            continue  # it counts what no fact gives a lead: fewer facts leave more actions without
        columns = [name for name in names(question.columns) if name not in (ABOUT, CAUTIONS)]
        unmarked = [
            name
            for name in columns
            if not is_marked(row, name) and not name.endswith(("_basis", "_bases", "_reason", "_source"))
        ]
        if row.get("basis", STATED) == STATED and shown(question, row, unmarked) not in {
            shown(question, other, unmarked) for other in only
        }:
            wrong.append(f"{question.name} {parameters}: {row}")
    return wrong


#: All questions but those whose rows are the steps of one chain, each as weak as the chain up to it, and the gaps,
#: which are what no fact fills: fewer facts leave more of them.
QUESTIONS = [question for question in all_questions() if question.name not in {"path", "line-to-board", "gaps"}]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_the_shipped_plan_shows_nothing_weaker_as_stated(question: Question) -> None:
    graph = build_graph(load_records(open_seed(None)))
    wrong = [
        line
        for parameters in parameters_of(question, graph)
        for line in weaker_than_they_say(question, graph, parameters)
    ]
    assert not wrong, "\n".join(wrong[:5])


@given(seed=seeds())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_no_plan_shows_anything_weaker_as_stated(seed: SeedFolder) -> None:
    graph = build_graph(load_records(seed))
    for question in QUESTIONS:
        for parameters in parameters_of(question, graph):
            wrong = weaker_than_they_say(question, graph, parameters)
            assert not wrong, "\n".join(wrong[:5])
