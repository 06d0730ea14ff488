"""The tool as its users meet it: arguments, output, errors and exit codes."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sscb_graph.questions.definition import Question, all_questions
from tests.cli.named_files import provide_files
from tests.cli.tree import COMMANDS
from tests.conftest import NO_SERVER, Ran, SeedCopy, run_sscb, speaks_to_neo4j

Sscb = Callable[..., Ran]
ANSWERS = [
    ["trace", "ofsted", "22"],
    ["trace", "peer", "3"],
    ["trace", "peer"],
    ["trace", "ofsted"],
    ["trace", "22"],
    ["trace", "action", "2.4"],
    ["trace", "action", "2.11"],
    ["trace", "body", "Business Group"],
    ["who", "reports-to", "Business Group"],
    ["who", "reports-to", "SSCB", "--all-levels"],
    ["who", "leads", "2.11"],
    ["who", "led-by", "QA&P"],
    ["who", "members", "Executive"],
    ["who", "replaced"],
    ["who", "leads-nothing"],
    ["line", "Neglect Group"],
    ["about", "qap"],
    ["review"],
    ["review", "--all"],
    ["due", "--by", "2018-06-30"],
    ["due", "--overdue", "--as-at", "2018-10-01"],
    ["gaps"],
    ["gaps", "--most-cited"],
    ["summary", "--by", "priority"],
    ["summary", "--by", "lead"],
    ["search", "MASH"],
    ["search", "no such words"],
    ["path", "ofsted 22", "SSCB"],
    ["events"],
    ["actions"],
    ["actions", "--priority", "2", "--status", "none", "--lead", "QA&P", "--due-to", "2018-12-31", "--cites", "22"],
    ["totals"],
    ["links"],
    ["glossary"],
    ["documents"],
    ["objectives"],
    ["who", "chairs"],
    ["who", "statutory"],
    ["who", "led-by", "Police"],
    ["search", "adoption"],
    ["check"],
    ["questions"],
]


@pytest.mark.parametrize("command", ANSWERS, ids=" ".join)
@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown"])
def test_every_answer_prints_in_every_form(sscb: Sscb, command: list[str], form: str) -> None:
    ran = sscb(*command, "--format", form)
    assert ran.code == (1 if command == ["check"] else 0), ran.err
    assert ran.err == ""
    assert ran.out.strip()
    assert "\x1b" not in ran.out
    if form == "table":
        assert max(map(len, ran.out.splitlines())) <= 80
        assert "None" not in ran.out
    if form == "json":
        answer = json.loads(ran.out)
        assert all(set(row) == set(answer["columns"]) for row in answer["rows"])


def test_the_footer_counts_each_basis_and_names_the_seed(sscb: Sscb) -> None:
    out = sscb("trace", "ofsted", "2", "--full").out
    assert "3 rows: 2 stated, 1 inherited; 1 cell of leads inherited." in out
    assert "From the plan shipped with sscb-graph (surrey-2018, sha256:" in out
    assert "The plan does not say" in out


#: The commands that may end with findings.
FINDS = {"check", "rehearse", "impact"}


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_the_help_of_every_command_has_an_example_that_runs(sscb: Sscb, path: tuple[str, ...], tmp_path: Path) -> None:
    text = sscb(*path, "--help").out
    examples = re.findall(r"^\s+sscb (.+)$", text, re.MULTILINE)
    assert examples, text
    for example in map(shlex.split, examples):
        provide_files(tmp_path, example)
        ran = run_sscb(*example, cwd=tmp_path, env=NO_SERVER)
        fine = {4} if speaks_to_neo4j(example) else {0, 1} if path[0] in FINDS else {0}
        assert ran.code in fine, ran.err


@pytest.mark.parametrize("question", all_questions(), ids=lambda question: question.name)
def test_every_question_runs_with_its_example_values(sscb: Sscb, question: Question) -> None:
    flags = [word for parameter in question.parameters for word in ("-p", f"{parameter.name}={parameter.example}")]
    ran = sscb("questions", "run", question.name, *flags, "--format", "json")
    assert ran.code == 0, ran.err
    assert ran.rows
    shown = sscb("questions", "show", question.name)
    assert shown.out.startswith("CYPHER 5\n")


def test_a_name_is_found_in_any_printed_form(sscb: Sscb) -> None:
    forms = ["QA & P", "qap", "(QA&P)", "QA & P Group", "SSCB QA&P Group", "quality assurance and performance", "qap"]
    answers = {sscb("about", form, "--format", "json").out for form in forms}
    assert len(answers) == 1


def test_a_near_name_is_read_and_shown(sscb: Sscb) -> None:
    ran = sscb("who", "reports-to", "business grp")
    assert ran.code == 0
    assert "  Business Group\n" in ran.out


def test_another_plan_is_asked_with_seed(seed_copy: SeedCopy, sscb: Sscb) -> None:
    seed_copy.edit("plan.csv", "surrey-2018", id="another", short_title="Another Plan")
    ran = sscb("--seed", seed_copy.folder, "trace", "ofsted", "22", "--format", "json")
    answer = json.loads(ran.out)
    assert answer["from"]["plan"] == "another"
    assert answer["from"]["seed"] == str(seed_copy.folder)
    assert all(row["source"].startswith("Another Plan, ") for row in answer["rows"])


def test_several_plans_want_a_choice(seed_copy: SeedCopy, sscb: Sscb, tmp_path: Path) -> None:
    shutil.copytree(seed_copy.folder, tmp_path / "second")
    SeedCopy(tmp_path / "second").edit("plan.csv", "surrey-2018", id="second")
    unchosen = sscb("--seed", tmp_path, "trace", "ofsted", "22")
    assert unchosen.code == 2
    assert "Several plans are here: second, surrey-2018." in unchosen.err
    chosen = sscb("--seed", tmp_path, "--plan", "second", "trace", "ofsted", "22", "--format", "json")
    assert json.loads(chosen.out)["from"]["plan"] == "second"
    assert sscb("--seed", tmp_path, "--plan", "third", "gaps").code == 2


def test_no_command_shows_the_help(sscb: Sscb) -> None:
    ran = sscb()
    assert ran.code == 0
    assert "Exit codes" in ran.out


def test_the_answer_is_the_same_from_anywhere(sscb: Sscb, tmp_path: Path) -> None:
    here, there = sscb("gaps", "--format", "json"), run_sscb("gaps", "--format", "json", cwd=tmp_path)
    assert here.out == there.out


def test_a_cell_of_csv_cannot_be_a_formula(seed_copy: SeedCopy, sscb: Sscb) -> None:
    seed_copy.edit("documents.csv", "report-card", name='=HYPERLINK("http://example.org")')
    seed_copy.edit("recommendations.csv", "ofsted-22", topic="+1+1")
    out = sscb("--seed", seed_copy.folder, "search", "hyperlink", "--format", "csv").out
    assert re.search(r"[\"']'=HYPERLINK|,'=HYPERLINK|\"'=", out), out
    assert not re.search(r'(^|,)"?[=+@-]', out, re.MULTILINE)


def test_markdown_cells_are_escaped(seed_copy: SeedCopy, sscb: Sscb) -> None:
    seed_copy.edit("documents.csv", "report-card", name="a|b <script>x</script>")
    out = sscb("--seed", seed_copy.folder, "search", "script", "--format", "markdown").out
    assert r"a\|b \<script\>" in out


def test_a_cell_of_several_lines_is_one_line_of_markdown(seed_copy: SeedCopy, sscb: Sscb) -> None:
    seed_copy.edit("documents.csv", "report-card", name="One\r\nhyper\rlink")
    out = sscb("--seed", seed_copy.folder, "search", "hyper", "--format", "markdown").out
    assert "| One<br>hyper<br>link |" in out
    assert "\r" not in out


def test_a_removal_that_nobody_confirms_removes_nothing(sscb: Sscb) -> None:
    ran = run_sscb("unload", "surrey-2018", env=NO_SERVER, stdin="")
    assert ran.code == 2
    question, error = ran.err.splitlines()
    assert question.startswith("Remove the plan 'surrey-2018' from ")
    assert error == "Error: Nothing was removed: answer y, or say --yes. See 'sscb unload --help'."
