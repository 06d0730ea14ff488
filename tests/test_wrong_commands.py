"""Wrong command lines: one sentence and exit code 2, never a traceback."""

from __future__ import annotations

import io
import sys
from contextlib import redirect_stderr, redirect_stdout

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sscb_graph.cli import main

WRONG = [
    ["nosuch"],
    ["trace"],
    ["trace", "nosuch", "1"],
    ["trace", "ofsted"],
    ["trace", "ofsted", "999"],
    ["trace", "ofsted", "0"],
    ["trace", "ofsted", "-1"],
    ["trace", "ofsted", "22.0"],
    ["trace", "ofsted", "twenty-two"],
    ["trace", "ofsted", ""],
    ["trace", "ofsted", "22", "23"],
    ["trace", "ofsted", "22", "--format", "yaml"],
    ["trace", "ofsted", "22", "--format"],
    ["trace", "ofsted", "22", "--basis", "guessed"],
    ["trace", "ofsted", "22", "--nosuch"],
    ["trace", "peer", "9"],
    ["trace", "peer", "three"],
    ["trace", "action", "9.9"],
    ["trace", "action", ""],
    ["trace", "action", "p2-2.99"],
    ["trace", "body", "Atlantis"],
    ["trace", "body", ""],
    ["trace", "body", "   "],
    ["trace", "body", "\x1b[31mred"],
    ["trace", "body", "&&&"],
    ["trace", "body", "group"],
    ["who"],
    ["who", "reports-to"],
    ["who", "reports-to", "Atlantis", "--all-levels"],
    ["who", "leads"],
    ["who", "leads", "SSCB"],
    ["who", "members", "nobody at all"],
    ["due"],
    ["due", "--by", "2018-02-30"],
    ["due", "--by", "June"],
    ["due", "--by", "2018-06"],
    ["due", "--by", ""],
    ["due", "--overdue", "--by", "2018-06-30"],
    ["due", "--as-at", "2018-10-01"],
    ["due", "--overdue", "--as-at", "2018-13-01"],
    ["due", "--overdue", "--as-at", "0000-01-01"],
    ["summary"],
    ["summary", "--by", "colour"],
    ["search"],
    ["search", ""],
    ["search", " "],
    ["path", "SSCB"],
    ["path", "SSCB", "Atlantis"],
    ["path", "2.11", "SSCB"],
    ["path", "SSCB", "QA&P", "--via", "LOVES"],
    ["path", "SSCB", "QA&P", "--via", ""],
    ["questions", "nosuch"],
    ["questions", "show"],
    ["questions", "show", "nosuch"],
    ["questions", "show", "../schema/x"],
    ["questions", "run", "reports-to"],
    ["questions", "run", "reports-to", "-p", "body"],
    ["questions", "run", "reports-to", "-p", "nobody=x"],
    ["questions", "run", "reports-to", "-p", "body=SSCB", "-p", "body=QA&P"],
    ["questions", "run", "gaps", "-p", "x=1"],
    ["export"],
    ["export", "graph"],
    ["export", "graph", "--format", "xlsx", "-o", "x"],
    ["export", "graph", "--format", "json", "-o", "/nonexistent/folder/x.json"],
    ["init"],
    ["init", "/proc/nosuch/x"],
    ["init", "x", "--example", "kent"],
    ["--store", "oracle", "gaps"],
    ["--plan", "nosuch", "gaps"],
    ["--nosuch"],
]


def run(arguments: list[str]) -> tuple[int, str, str]:
    """The tool in this process, so that thousands of lines can be tried."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as left:
        main(arguments)
    code = left.value.code
    return (code if isinstance(code, int) else 1), out.getvalue(), err.getvalue()


@pytest.mark.parametrize(
    "arguments", WRONG, ids=lambda arguments: " ".join(arguments).encode("unicode_escape").decode()
)
def test_a_wrong_command_line_gets_one_sentence(arguments: list[str]) -> None:
    code, out, err = run(arguments)
    assert code == 2
    assert out == ""
    assert err.startswith("Error: ")
    assert err.count("\n") == 1
    assert "Traceback" not in err
    assert not any(ord(character) < 32 for character in err.rstrip("\n"))


def test_an_unknown_name_suggests_the_nearest() -> None:
    assert "Did you mean 'Business Group'" in run(["trace", "body", "bizness"])[2]


def test_an_ambiguous_name_lists_the_candidates() -> None:
    err = run(["path", "2.11", "SSCB"])[2]
    assert "fits more than one action: p2-2.11-3.2; p3-2.11-3.2" in err


def test_an_unknown_number_says_which_there_are() -> None:
    assert "is called '999': the numbers go from 1 to 110." in run(["trace", "ofsted", "999"])[2]


KNOWN = """trace ofsted peer action body who reports-to leads due gaps summary search path check questions run show
export graph --by --format --basis --overdue --as-at --via --all-levels -p -o --seed --plan --store json table 22 2.11
SSCB"""
WORDS = st.sampled_from(KNOWN.split())


@given(st.lists(WORDS | st.text(max_size=12), max_size=6))
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_command_line_ends_in_a_traceback(arguments: list[str]) -> None:
    if {"export", "init", "-o"} & set(arguments):
        arguments = [word for word in arguments if word not in {"export", "init", "-o"}]
    code, out, err = run([word.replace("\x00", "") for word in arguments])
    assert code in {0, 1, 2, 3, 4}
    assert "Traceback" not in err
    assert bool(err) == (code > 1)
    assert sys.exc_info() == (None, None, None)
    assert not (out and err)
