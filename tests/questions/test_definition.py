"""The files of questions: what is read, and what is refused with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from sscb_graph.errors import BadQuestionFile
from sscb_graph.questions.columns import names
from sscb_graph.questions.definition import all_questions, parse

GOOD = """CYPHER 5
// name: q
// description: D.
// parameter: body (body) b | example: SSCB
MATCH (n {plan: $plan, id: $body}) RETURN n"""


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("CYPHER 5", "cypher 5", "first line"),
        ("// name: q", "// name: other", "not that of the file"),
        ("// description: D.\n", "", "no 'description'"),
        ("// description: D.", "// name: q", "twice"),
        ("// parameter", "// parametre", "a header line is"),
        ("(body) b", "(colour) b", "is not a kind"),
        (" | example: SSCB", "", "a parameter is"),
        ("\nMATCH (n {plan: $plan, id: $body}) RETURN n", "", "no Cypher"),
        ("$body", "$nobody", "not declared: nobody"),
        ("id: $body", "id: 1", "not used: body"),
        ("plan: $plan, ", "", r"does not choose a plan"),
        ("MATCH", "// parameter: body (body) b | example: SSCB\nMATCH", "given twice"),
    ],
)
def test_a_question_file_is_refused(old: str, new: str, problem: str) -> None:
    assert old in GOOD
    with pytest.raises(BadQuestionFile, match=problem):
        parse(Path("q.cypher"), GOOD.replace(old, new, 1))


def test_a_question_file_is_read() -> None:
    assert [parameter.name for parameter in parse(Path("q.cypher"), GOOD).parameters] == ["body"]
    assert len(all_questions()) >= 15


def test_every_question_has_columns_of_different_names() -> None:
    for asked in all_questions():
        found = names(asked.columns)
        assert len(set(found)) == len(found) > 1, asked.name
