"""A few hostile texts through every output, and the readers seen to find what is broken."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sscb_graph.model import RECORDS
from tests.attack import hostile_text, readers
from tests.attack.hostile_plan import HARMLESS, TEXTS, hostile_plan, texts

#: The kinds of outputs that every text is taken through.
KINDS = {
    *("json", "csv", "markdown", "table", "suggestion", "svg", "dot", "txt", "png", "pdf", "message", "init"),
    *("export-json", "export-graphml", "export-csv", "export-cypher"),
}
CELLS = {1: "=x §1"}
ANSWER = {"columns": ["a"], "rows": [{"a": "=x §1"}], "notes": ["- n"]}
TABLE = "| a |\n| --- |\n| {} |\n\n- {}\n"


def test_a_few_texts_break_nothing(tmp_path: Path) -> None:
    report = hostile_text.run(2, tmp_path)
    assert not report.failures
    assert set(report.outcomes) >= KINDS
    assert report.outcomes["cell with the text"] > 60


def test_every_column_of_texts_has_a_hostile_cell(tmp_path: Path) -> None:
    plan = hostile_plan(tmp_path / "plan", HARMLESS)
    for record in RECORDS:
        held = (plan.folder / record.FILE).read_text("utf-8")
        texts_of = {name for name, column in record.columns().items() if "StringConstraints" in f"{column!r}"}
        # A number, and what is printed of one, must agree with an id; a word must be one of letters.
        for name in texts_of - {"number", "number_printed", "recs_printed", "word"} - {"recorded_by", "confirmed_by"}:
            assert name in held.splitlines()[0] or name == "reason", (record.FILE, name)


def test_the_texts_are_the_same_on_every_run_and_as_many_as_are_wanted() -> None:
    assert list(texts(200)) == list(texts(200))
    assert set(TEXTS) < set(texts(200))
    assert list(texts(3)) == list(texts(200))[:3]


@pytest.mark.parametrize("out", [json.dumps(["x §1"]), json.dumps({"a": {"b": "=x  §1"}})])
def test_a_text_that_json_changes_is_found(out: str) -> None:
    assert list(readers.read_json(out, CELLS))
    assert not list(readers.read_json(json.dumps(["say =x §1 or"]), CELLS))


@pytest.mark.parametrize("out", ["a\r\n=x §1", "a\r\n'x §1", "a\r\n'=x §1,b", "a"])
def test_a_broken_csv_is_found(out: str) -> None:
    assert list(readers.read_csv(out, ANSWER))
    assert not list(readers.read_csv("a\r\n'=x §1", ANSWER))


@pytest.mark.parametrize(
    ("cell", "note"),
    [
        *(("=x §1", "- n"), ("<b>=x §1", "\\- n"), ("[=x §1](http://x)", "\\- n")),
        *(("*=x §1*", "\\- n"), ("=x §1 |\n| b", "\\- n"), ("=x §1", "\\- n\n\n# b"), ("=x", "\\- n")),
    ],
)
def test_markup_in_markdown_is_found(cell: str, note: str) -> None:
    assert list(readers.read_markdown(TABLE.format(cell, note), ANSWER))
    assert not list(readers.read_markdown(TABLE.format("=x §1", "\\- n"), ANSWER))


@pytest.mark.parametrize("line", ["sscb $(touch executed)", "sscb a; touch executed", "sscb 'a", "sscb `echo a`"])
def test_a_command_that_runs_something_is_found(line: str, tmp_path: Path) -> None:
    assert readers.read_command(line, tmp_path)[1]


def test_a_command_that_runs_nothing_is_read(tmp_path: Path) -> None:
    assert readers.read_command("sscb about '$(id)'", tmp_path) == (["about", "$(id)"], [])


@pytest.mark.parametrize("inside", ["<script/>", '<g onclick="x"/>', '<a href="x"/>', "<title>x §1</title>"])
def test_an_svg_that_runs_or_changes_something_is_found(inside: str) -> None:
    assert readers.read_svg(f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>'.encode(), CELLS)[1]


def test_a_broken_literal_of_cypher_is_found() -> None:
    good, bad = ("CREATE (:A {name: '=x \\u00a71'});", "CREATE (:A {name: 'x \\u00a71'});")
    assert readers.read_cypher(good, CELLS) == (["CREATE (:A {name: ''});"], [])
    assert readers.read_cypher(bad, CELLS)[1]
    assert readers.literal_text("\\\\u0027\\'\\u0061") == "\\u0027'a"


@pytest.mark.parametrize("out", ["\x1b[1m", "a\tb", "\u202e", "\u2067", "\x9b", "\u2028", "x" * 81])
def test_a_text_that_commands_a_terminal_is_found(out: str) -> None:
    assert list(readers.read_text(out, 80))
