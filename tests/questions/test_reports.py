"""Reports of any word and kind: what answers their items, and what is said where nothing does."""

from __future__ import annotations

from typing import Any

import pytest

from sscb_graph.checks import check_rows
from sscb_graph.graph.graph import MemoryGraph
from sscb_graph.graph.view import GraphView
from sscb_graph.questions.definition import find_question
from tests.questions.test_ended import fact, node


def item(report: str, number: str, **own: Any) -> Any:
    cells = {"report": report, "number": number, "kind": "finding", "recommendation": True, "topic": f"About {number}"}
    return node("Recommendation", f"{report}-{number}", **{**cells, **own})


@pytest.fixture
def view() -> GraphView:
    """Two reports: actions cite the inspection, and a body answers the audit, as a minute records."""
    nodes = [
        node("Plan", "plan", title="Plan", default_report="cqc"),
        node("Report", "cqc", word="cqc", kind="inspection report", basis="stated", position=1),
        node("Report", "audit", word="audit", kind="audit", basis="stated", position=2),
        item("cqc", "1.1", position=1),
        item("cqc", "R3", position=2),
        item("audit", "1", position=3, topic="", text="Their words", file="recommendations.csv", row=4),
        node("Body", "group", kind="subgroup", basis="stated"),
        node("Action", "a1", number="1", number_printed="1", priority=1, text="Act"),
        node("Action", "a2", number="2", number_printed="2", priority=1, text="Act", position=1),
    ]
    facts = [
        fact("a1", "ADDRESSES", "cqc-1.1"),
        fact("a2", "ADDRESSES", "cqc-1.1", basis="inherited"),
        fact("a2", "ADDRESSES", "cqc-R3", basis="recorded"),
        fact("group", "RESPONDS_TO", "audit-1", basis="recorded"),
    ]
    return GraphView(MemoryGraph("plan", nodes, facts))


def test_what_covers_each_item_of_a_report(view: GraphView) -> None:
    found = find_question("report-coverage").rows(view, {"report": "cqc"})
    assert [(row["number"], row["actions"], row["responses"], row["basis"]) for row in found] == [
        ("1.1", ["1", "2 (inherited)"], [], "inherited"),
        ("R3", ["2 (recorded)"], [], "recorded"),
    ]
    (audit,) = find_question("report-coverage").rows(view, {"report": "audit"})
    assert (audit["topic"], audit["topic_by"], audit["responses"]) == ("Their words", "the report", ["GROUP"])


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("cqc-1.1", "Nothing in the plan responds to it but the actions that cite it: 1, 2 (inherited)."),
        (
            "audit-1",
            "The plan links no recommendation of the audit to any action: "
            "every response is recorded after it, as shown.",
        ),
    ],
)
def test_what_is_said_of_the_responses_to_an_item(view: GraphView, key: str, words: str) -> None:
    asked = find_question("responses-to-recommendation")
    parameters = {"recommendation": key}
    assert asked.notes(view, asked.rows(view, parameters), parameters) == [words]


def test_a_recommendation_names_its_report_as_the_end_of_a_relation(view: GraphView) -> None:
    (row,) = find_question("relations").rows(view, {"via": ["RESPONDS_TO"]})
    assert row["other_kind"] == "recommendation of the audit"


def test_only_items_that_are_there_to_be_cited_are_missed(view: GraphView) -> None:
    texts = [row["text"] for row in check_rows(view) if row["check"] == "recommendation-without-action"]
    assert texts == [
        "CQC-R3, About R3 (topic in our words), is a finding tagged as a recommendation that no action's own cell "
        "cites; recorded: A2."
    ]
