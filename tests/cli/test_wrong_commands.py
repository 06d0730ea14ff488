"""Wrong command lines: one sentence and exit code 2, never a traceback."""

from __future__ import annotations

import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import run_sscb

WRONG = [
    ["nosuch"],
    ["trace"],
    ["trace", "nosuch", "1"],
    ["trace", "nosuch"],
    ["trace", "999"],
    ["trace", "22", "999"],
    ["trace", "22", "24", "--format", "csv"],
    ["trace", "rec"],
    ["trace", "rec", "999"],
    ["trace", "priority", "9"],
    ["trace", "2.99"],
    ["trace", "22", ""],
    ["diagram", "trace", "ofsted"],
    ["diagram", "trace", "ofsted", "22", "24"],
    ["help", "nosuch"],
    ["help", "gaps", "nosuch"],
    ["trace", "ofsted", "999"],
    ["trace", "ofsted", "0"],
    ["trace", "ofsted", "-1"],
    ["trace", "ofsted", "22.0"],
    ["trace", "ofsted", "twenty-two"],
    ["trace", "ofsted", ""],
    ["trace", "ofsted", "22", "2three"],
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
    ["about", "Health"],
    ["who", "led-by", "education"],
    ["due"],
    ["due", "--by", "2018-02-30"],
    ["due", "--by", "June"],
    ["due", "--by", "2018"],
    ["due", "--by", ""],
    ["due", "--overdue", "--by", "2018-06-30"],
    ["due", "--as-at", "2018-10-01"],
    ["due", "--overdue", "--as-at", "2018-13-01"],
    ["due", "--overdue", "--as-at", "0000-01-01"],
    ["summary", "--by", "colour"],
    ["search"],
    ["search", ""],
    ["search", " "],
    ["path", "SSCB"],
    ["path", "to", "to", "to"],
    ["path", "SSCB", "CDOP", "Police", "Executive"],
    ["path", "SSCB", "Atlantis"],
    ["path", "2.11", "SSCB"],
    ["path", "SSCB", "QA&P", "--via", "LOVES"],
    ["path", "SSCB", "QA&P", "--via", ""],
    ["questions", "nosuch"],
    ["questions", "show"],
    ["questions", "show", "nosuch"],
    ["questions", "show", "x" * 300],
    ["questions", "show", "../schema/x"],
    ["questions", "run", "reports-to"],
    ["questions", "run", "reports-to", "-p", "body"],
    ["questions", "run", "reports-to", "-p", "nobody=x"],
    ["questions", "run", "reports-to", "-p", "body=SSCB", "-p", "body=QA&P"],
    ["questions", "run", "gaps", "-p", "x=1"],
    ["export"],
    ["export", "graph"],
    ["export", "graph", "--format", "xlsx", "-o", "x"],
    ["export", "graph", "--format", "json", "-o", "/"],
    ["init"],
    ["init", "/"],
    ["init", "x", "--example", "kent"],
    ["--store", "oracle", "gaps"],
    ["--plan", "nosuch", "gaps"],
    ["gaps", "--plan", "nosuch"],
    ["--plan", "surrey-2018", "gaps", "--plan", "another"],
    ["gaps", "--seed", "a", "--seed", "b"],
    ["trace", "--store", "neo4j", "ofsted", "22", "--store", "embedded"],
    ["gaps", "--store", "oracle"],
    ["gaps", "--seed", "seed", "--store", "neo4j"],
    ["--nosuch"],
]


@pytest.mark.parametrize(
    "arguments", WRONG, ids=lambda arguments: " ".join(arguments).encode("unicode_escape").decode()
)
def test_a_wrong_command_line_gets_one_sentence(arguments: list[str]) -> None:
    ran = run_sscb(*arguments)
    code, out, err = ran.code, ran.out, ran.err
    assert code == 2
    assert out == ""
    assert err.startswith("Error: ")
    assert err.count("\n") == 1
    assert "Traceback" not in err
    assert not any(ord(character) < 32 for character in err.rstrip("\n"))


def test_an_unknown_name_suggests_the_nearest() -> None:
    assert "Did you mean 'Business Group'" in run_sscb("trace", "body", "bizness").err


def test_an_ambiguous_name_lists_the_candidates() -> None:
    err = run_sscb("path", "2.11", "SSCB").err
    assert "fits more than one action: p2-2.11-3.2; p3-2.11-3.2" in err


def test_an_unknown_word_lists_those_of_the_plan() -> None:
    assert "The reports of the plan: ofsted, peer." in run_sscb("trace", "cqc", "1").err


def test_an_unknown_number_says_which_there_are() -> None:
    assert (
        "is called '999': the numbers of the report go from 1 to 110, and the plan prints 23 of them."
        in run_sscb("trace", "ofsted", "999").err
    )


KNOWN = """trace ofsted peer action body who reports-to leads due gaps summary search path check questions run show
export graph --by --format --basis --overdue --as-at --via --all-levels -p -o --seed --plan --store json table 22 2.11
SSCB"""
WORDS = st.sampled_from(KNOWN.split())


@given(st.lists(WORDS | st.text(max_size=12), max_size=6))
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_command_line_ends_in_a_traceback(arguments: list[str]) -> None:
    if {"export", "init", "-o"} & set(arguments):
        arguments = [word for word in arguments if word not in {"export", "init", "-o"}]
    ran = run_sscb(*(word.replace("\x00", "") for word in arguments))
    code, out, err = ran.code, ran.out, ran.err
    assert code in {0, 1, 2, 3, 4}
    assert "Traceback" not in err
    assert bool(err) == (code > 1)
    assert sys.exc_info() == (None, None, None)
    assert not (out and err)
