"""What a record has ended is named, and never taken for what the plan does not say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from sscb_graph.graph.graph import MemoryGraph
from sscb_graph.graph.nodes import Node, make_node
from sscb_graph.graph.view import GraphView
from sscb_graph.questions.columns import ACTION, Id, Text, inserted, names, without
from sscb_graph.questions.definition import find_question

SILENT = "The plan does not say"


def node(label: str, key: str, **own: Any) -> Node:
    properties = {"id": key, "name": key.upper(), "source": f"Page of {key}", "search_text": key, **own}
    return make_node(("Sscb", label), properties)


def fact(start: str, kind: str, end: str, **own: Any) -> tuple[str, str, str, Mapping[str, Any]]:
    properties = {"id": f"{start}-{kind}-{end}", "basis": "stated", "source": f"Page of {start}", **own}
    return start, kind, end, properties


def plan(until: str | None) -> GraphView:
    """A board, a group below it, and an action: every fact about them has ended where ``until`` is given."""
    ended = {"until": until} if until else {}
    nodes = [
        node("Plan", "plan", title="Plan", board="board", default_report="review"),
        node("Body", "board", kind="board", basis="stated", kind_basis="stated", position=1),
        node("Body", "group", kind="subgroup", basis="stated", kind_basis="stated", position=2),
        node(
            "Action",
            "a1",
            number="1.1",
            number_printed="1.1",
            priority=1,
            text="Act",
            lead_printed="Group",
            place="Row",
        ),
        node("Status", "green"),
        node("Report", "review", word="review", kind="report", basis="stated"),
        node("Recommendation", "review-1", report="review", number="1", kind="finding", recommendation=True, topic="x"),
    ]
    facts = [
        fact("group", "REPORTS_TO", "board", **ended),
        fact("group", "MEMBER_OF", "board", **ended),
        fact("group", "LEADS", "a1", **ended),
        fact("a1", "HAS_STATUS", "green", **ended),
        fact("a1", "ADDRESSES", "review-1", **ended),
    ]
    return GraphView(MemoryGraph("plan", nodes, facts))


def notes(view: GraphView, name: str, **parameters: Any) -> list[str]:
    asked = find_question(name)
    return asked.notes(view, asked.rows(view, parameters), parameters)


ASKED: list[tuple[str, dict[str, Any], str]] = [
    ("actions-by-recommendation", {"recommendation": "review-1"}, "A1 addresses REVIEW-1"),
    ("actions-of-body", {"body": "group"}, "GROUP leads A1"),
    ("citations", {}, "A1 addresses REVIEW-1"),
    ("leads", {}, "GROUP leads A1"),
    ("led-by", {"body": "group"}, "GROUP leads A1"),
    ("line-to-board", {"body": "group"}, "GROUP reports to BOARD"),
    ("membership", {"body": "board"}, "GROUP member of BOARD"),
    ("most-cited", {}, "A1 addresses REVIEW-1"),
    ("relations", {"via": ["MEMBER_OF"]}, "GROUP member of BOARD"),
    ("reports-to", {"body": "board"}, "GROUP reports to BOARD"),
    ("reports-to-all-levels", {"body": "board"}, "GROUP reports to BOARD"),
]


@pytest.mark.parametrize(("name", "parameters", "words"), ASKED)
def test_an_answer_without_rows_names_what_has_ended(name: str, parameters: dict[str, Any], words: str) -> None:
    assert notes(plan("2018-09"), name, **parameters) == [f"What was known has ended: {words} (stated) until 2018-09."]
    assert notes(plan(None), name, **parameters) == []


def test_an_action_names_what_has_ended_and_what_the_plan_lacks() -> None:
    found = notes(plan("2018-09"), "action-chain", actions=["a1"])
    assert found == [
        "The plan does not say of 1.1 (Priority 1) what outcome it is for.",
        '1.1 (Priority 1): the plan prints "Group"; what was known has ended: GROUP (stated) until 2018-09.',
        "1.1 (Priority 1): what was known has ended: REVIEW-1 (stated) until 2018-09.",
        "1.1 (Priority 1): what was known has ended: GREEN (stated) until 2018-09.",
    ]


def test_who_led_an_action_is_named() -> None:
    assert notes(plan("2018-09"), "who-leads", actions=["a1"]) == [
        '1.1 (Priority 1): the plan prints "Group"; what was known has ended: GROUP (stated) until 2018-09.'
    ]
    assert notes(plan(None), "who-leads", actions=["a1"]) == []


def test_what_connected_two_things_is_named() -> None:
    walk = {"start": "a1", "end": "board", "via": ["LEADS", "REPORTS_TO"]}
    ended, _ = notes(plan("2018-09"), "path", **walk)
    assert ended == (
        "What was known has ended: GROUP leads A1 (stated) until 2018-09; "
        "GROUP reports to BOARD (stated) until 2018-09."
    )
    never, _ = notes(plan(None), "path", **{**walk, "via": ["LEADS", "SUBGROUP_OF"]})
    assert never.startswith("The plan does not connect the two")


def test_nothing_stands_above_the_board() -> None:
    (words,) = notes(plan("2018-09"), "line-to-board", body="board")
    assert words == "BOARD is at the top of the structure."


def test_columns_are_put_in_and_left_out_by_name() -> None:
    columns = inserted((Id("id"), *ACTION), "row_id", Text("timescale"))
    assert names(columns) == ("id", "action", "row_id", "timescale", "priority", "text")
    assert names(without(columns, "id", "text")) == ("action", "row_id", "timescale", "priority")
