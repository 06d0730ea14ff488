"""Questions in plain English at the command line: how they were read, the command they stand for, and the answer."""

from __future__ import annotations

import json
import shlex

import pytest

from sscb_graph.cli.commands_of import COMMANDS
from sscb_graph.questions.definition import all_questions, find_question
from tests.conftest import SeedCopy, run_sscb

#: What may stand on a command line for each kind.
TYPED = {
    "action": "2.4",
    "body": "'Business Group'",
    "day": "2018-06-30",
    "priority": "2",
    "recommendation": "ofsted 22",
    "report": "peer",
    "text": "MASH",
    "thing": "'Neglect Group'",
}


def test_it_says_how_it_read_it_and_the_command_and_then_answers() -> None:
    ran = run_sscb("ask", "Who is accountable for 2.4?")
    assert ran.code == 0
    read, command, blank, *answer = ran.out.splitlines()
    assert read == "Read as: who is accountable for 2.4"
    assert command == "The same: sscb who leads 2.4"
    assert not blank
    assert answer == run_sscb("who", "leads", "2.4").out.splitlines()


@pytest.mark.parametrize("form", ["json", "csv", "markdown"])
def test_for_a_program_only_the_answer_is_on_stdout(form: str) -> None:
    ran = run_sscb("ask", "who is accountable for 2.4", "--format", form)
    assert ran.out == run_sscb("who", "leads", "2.4", "--format", form).out
    assert "The same: sscb who leads 2.4" in ran.err


def test_options_of_the_answer_and_of_the_tool_are_passed_on(seed_copy: SeedCopy) -> None:
    seed_copy.edit("plan.csv", "surrey-2018", id="another")
    line = ["what does QA&P lead", "--seed", str(seed_copy.folder), "--basis", "stated", "--format", "json"]
    ran = run_sscb("ask", *line)
    answer = json.loads(ran.out)
    assert answer["from"]["plan"] == "another"
    assert answer["parameters"]["basis"] == ["stated"]
    assert f"The same: sscb --seed {seed_copy.folder}" in ran.err.replace('"', "")
    full = run_sscb("ask", "what does QA&P lead", "--full").out
    assert full.endswith(run_sscb("who", "led-by", "qa&p", "--full").out)


@pytest.mark.parametrize(
    ("question", "command"),
    [
        ("what is due by Q2 2018", 'sscb due --by "q2 2018"'),
        ("what was overdue on 1 October 2018", 'sscb due --overdue --as-at "1 october 2018"'),
        ("what is overdue", "sscb due --overdue"),
        ("what are we doing about recs 22, 24 and 31", "sscb trace ofsted 22 24 31"),
        ("what answers peer review 3", "sscb trace peer 3"),
        ("who reports to the Business Group at all levels", 'sscb who reports-to "business group" --all-levels'),
        ("what happens under priority 2", "sscb trace priority 2"),
        ("how is the Neglect Group connected to QA&P", 'sscb path "neglect group" "qa&p"'),
        ("who challenges whom", 'sscb questions run relations -p "via=CHALLENGES"'),
        ("what cautions are there about DAMB", 'sscb questions run notes-on -p "ids=damb"'),
        ("where does the plan mention thresholds", "sscb search thresholds"),
        ("what are the priorities", "sscb questions run priorities"),
        ("who leads action 2.11 & 3.2", 'sscb who leads "2.11 & 3.2"'),
    ],
)
def test_the_command_can_be_pasted_and_answers_the_same(question: str, command: str) -> None:
    ran = run_sscb("ask", question, "--format", "json")
    assert ran.code == 0, ran.err
    assert f"The same: {command}\n" in ran.err
    assert ran.out == run_sscb(*shlex.split(command)[1:], "--format", "json").out


@pytest.mark.parametrize(
    "question", ["who is not accountable for 2.4", "is 2.4 on track?", "what is due in June 2018", "hello", "why?"]
)
def test_what_is_not_clear_is_asked_back_with_three_commands_that_run(question: str) -> None:
    ran = run_sscb("ask", question)
    assert (ran.code, ran.out) == (2, "")
    sentence, *offered = ran.err.splitlines()
    assert sentence == f"Error: '{question}' is not understood for sure. The nearest that can be asked:"
    assert len(offered) == 3
    for line in offered:
        assert run_sscb(*shlex.split(line)[1:]).code == 0, line


def test_the_nearest_commands_are_about_what_was_named() -> None:
    assert "  sscb who leads 2.4\n" in run_sscb("ask", "who is not accountable for 2.4").err
    assert '  sscb due --by "june 2018"\n' in run_sscb("ask", "what is due in June 2018").err


def test_a_name_of_two_things_is_asked_back() -> None:
    ran = run_sscb("ask", "what does health lead?")
    assert (ran.code, ran.out) == (2, "")
    assert "'health' fits more than one body: Health agency; Health Sub Group." in ran.err


@pytest.mark.parametrize(("question", "command"), [(name, line) for name, lines in COMMANDS.items() for line in lines])
def test_every_command_asks_the_question_that_it_stands_for(question: str, command: str) -> None:
    kinds = [parameter.kind for parameter in find_question(question).parameters if not parameter.optional]
    typed = {**TYPED, "recommendation": "peer 3"} if question.startswith("responses") else TYPED
    ran = run_sscb(*shlex.split(command.format_map(typed)), "--format", "json")
    assert json.loads(ran.out)["question"] == question
    assert all(f"{{{kind}}}" in command for kind in kinds if kind in TYPED) or question == "overdue"


def test_what_a_command_cannot_ask_is_run_by_its_name() -> None:
    without = {question.name for question in all_questions()} - set(COMMANDS)
    for name in without - {"notes-on", "relations"}:
        phrasing = find_question(name).phrasings[0]
        ran = run_sscb("ask", phrasing.text, "--format", "json")
        assert json.loads(ran.out)["question"] == name
        assert f"sscb questions run {name}" in ran.err
