"""How options of the whole tool are read, and how errors become sentences and exit codes."""

from __future__ import annotations

import inspect
import json
import os
import shlex
import subprocess
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from sscb_graph import errors, errors_of_store
from sscb_graph.cli import root
from sscb_graph.cli.advice import ADVICE, advice
from sscb_graph.cli.command_lines import command_line, quoted
from sscb_graph.errors import SscbError
from tests.cli.tree import COMMANDS
from tests.conftest import NO_SERVER, SeedCopy, run_sscb

#: An example of each error that has advice.
RAISED = [
    errors.OldFolder("my plan"),
    errors.NoSeed("x"),
    errors.SeveralPlans(["a", "b"]),
    errors.UnknownName("x", "body", []),
    errors.BadParameters("gaps", "does not take 'x'", []),
    errors_of_store.Damaged("bolt://x", "a", "no plan"),
    errors_of_store.NoPassword(),
]


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_every_command_takes_the_options_of_the_tool(path: tuple[str, ...]) -> None:
    names = {option for parameter in COMMANDS[path].params for option in parameter.opts}
    assert {"--seed", "--plan", "--store"} <= names


@pytest.mark.parametrize(
    "arguments",
    [
        ["--seed", "SEED", "trace", "ofsted", "22"],
        ["trace", "--seed", "SEED", "ofsted", "22"],
        ["trace", "ofsted", "22", "--seed", "SEED"],
        ["--seed", "SEED", "trace", "ofsted", "--seed", "SEED", "22", "--plan", "another"],
    ],
    ids=" ".join,
)
def test_options_of_the_tool_stand_anywhere(arguments: list[str], seed_copy: SeedCopy) -> None:
    seed_copy.edit("plan.csv", "surrey-2018", id="another")
    typed = [str(seed_copy.folder) if word == "SEED" else word for word in arguments]
    ran = run_sscb(*typed, "--format", "json")
    assert json.loads(ran.out)["from"]["plan"] == "another"


def test_the_group_of_questions_takes_them_too(seed_copy: SeedCopy) -> None:
    seed_copy.edit("plan.csv", "surrey-2018", id="another")
    ran = run_sscb("questions", "--seed", seed_copy.folder, "run", "gaps", "--format", "json")
    assert json.loads(ran.out)["from"]["plan"] == "another"


def test_a_plan_that_is_named_as_an_argument_is_not_the_option() -> None:
    ran = run_sscb("unload", "surrey-2018", "--yes", "--plan", "surrey-2018", env=NO_SERVER)
    assert ran.code == 4


def test_the_words_of_trace_are_those_of_the_plan(seed_copy: SeedCopy) -> None:
    seed_copy.edit("reports.csv", seed_copy.rows("reports.csv")[1]["id"], word="cqc")
    assert "  cqc " in run_sscb("--seed", seed_copy.folder, "trace", "--help").out
    assert run_sscb("--seed", seed_copy.folder, "trace", "cqc", "3").code == 0
    assert run_sscb("--seed", seed_copy.folder, "trace", "peer", "3").code == 2


def test_the_help_of_trace_needs_no_plan_without_faults(tmp_path: Path) -> None:
    ran = run_sscb("trace", "--seed", tmp_path, "--help")
    assert ran.code == 0
    assert "  WORD " in ran.out


def test_a_report_that_actions_do_not_cite_is_answered_otherwise() -> None:
    cited, answered = (
        json.loads(run_sscb("trace", *words, "--format", "json").out)["question"]
        for words in (("ofsted", "22"), ("peer", "3"))
    )
    assert cited == "actions-by-recommendation"
    assert answered == "responses-to-recommendation"


def test_a_number_alone_is_of_the_default_report() -> None:
    assert run_sscb("trace", "22").out.splitlines()[1:-2] == run_sscb("trace", "ofsted", "22").out.splitlines()[1:-2]


@pytest.mark.parametrize("problem", RAISED, ids=lambda problem: type(problem).__name__)
def test_advice_is_filled_in_and_no_sentence_gives_it(problem: SscbError) -> None:
    assert advice(problem)
    assert "{" not in advice(problem)
    assert "--" not in str(problem)
    assert "sscb " not in str(problem)


def test_advice_is_about_errors_that_there_are() -> None:
    known = {kind for module in (errors, errors_of_store) for _, kind in inspect.getmembers(module, inspect.isclass)}
    assert set(ADVICE) <= known


@pytest.fixture
def fails(monkeypatch: pytest.MonkeyPatch) -> Callable[[BaseException], None]:
    """Makes ``sscb events`` fail with an error."""

    def arrange(problem: BaseException) -> None:
        def callback(**_: object) -> None:
            raise problem

        command = root.get_command(click.Context(root), "events")
        assert command is not None
        monkeypatch.setattr(command, "callback", callback)

    return arrange


@pytest.mark.parametrize(
    ("problem", "code", "sentence"),
    [
        (errors.CannotWrite("x", "no space left on device"), 5, "Cannot write x: no space left on device."),
        (errors.EngineFailed("dot", "boom\nmore"), 5, "dot could not draw this picture: boom."),
        (errors.NoEngine("it is not there"), 5, "Nothing can be drawn: it is not there."),
        (errors.BadQuestionFile("x.cypher", 3, "no Cypher"), 5, "x.cypher, line 3: no Cypher."),
        (ModuleNotFoundError("No module named 'neo4j'"), 5, "The installation is not whole: No module named 'neo4j'."),
        (OSError(5, "Input/output error", "x"), 5, "The system refuses x: input/output error."),
        (errors.PlaceTaken("x", "it is there already"), 2, "Cannot write x: it is there already."),
        (KeyError("x"), 70, "KeyError: 'x'. This is a defect of sscb-graph: please report it"),
        (KeyboardInterrupt(), 130, ""),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else None,
)
def test_every_error_has_its_exit_code(
    fails: Callable[[BaseException], None], problem: BaseException, code: int, sentence: str
) -> None:
    fails(problem)
    ran = run_sscb("events", env={"SSCB_DEBUG": ""})
    assert (ran.code, ran.out) == (code, "")
    assert sentence in ran.err
    assert "Traceback" not in ran.err


def test_a_defect_shows_where_it_arose_on_demand(fails: Callable[[BaseException], None]) -> None:
    fails(KeyError("x"))
    assert "Traceback" in run_sscb("events", env={"SSCB_DEBUG": "1"}).err


def test_a_folder_that_is_not_there_cannot_be_written_to(tmp_path: Path) -> None:
    ran = run_sscb("export", "graph", "--format", "json", "-o", tmp_path / "none" / "x.json")
    assert ran.code == 5
    assert ran.err.startswith("Error: Cannot write ")


def test_an_upgrade_says_what_it_did(tmp_path: Path) -> None:
    run_sscb("init", tmp_path / "plan")
    assert "needs no upgrade" in run_sscb("upgrade", tmp_path / "plan").err
    assert run_sscb("upgrade", tmp_path / "nowhere").code == 3


@pytest.mark.parametrize("name", ["$(id)", "`id`", 'a"b', "a\\b", "a b\\", "\\\\a", "--plan", "\u201cid\u201d; id"])
def test_a_suggested_command_runs_nothing_that_a_name_holds(name: str) -> None:
    shown = quoted(name)
    assert shlex.split(shown) == [name]
    assert shown.startswith("'") or not set("$`\\!") & set(shown)


@pytest.mark.parametrize("name", ["$(id)", "`id`", "a b", "a\\b", "-x", "C:\\my plans", "it's", "it's $x", 'a "b"'])
def test_a_suggested_command_on_windows_runs_nothing_that_a_name_holds(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    shown = quoted(name)
    # Within single quotes PowerShell reads only these, doubled; within double quotes nothing here is read otherwise.
    assert (shown[0], shown[-1]) in {("'", "'"), ('"', '"')}
    inside = shown[1:-1]
    assert (inside.replace("''", "'") if shown[0] == "'" else inside) == name
    assert shown[0] == "'" or not set('$`"') & set(inside)


@pytest.mark.parametrize("name", ["-2", "--plan", "-h", "--help"])
def test_a_name_that_begins_as_an_option_is_none_in_a_suggested_command(name: str, seed_copy: SeedCopy) -> None:
    seed_copy.edit("bodies.csv", "qap", name=f"{name} group")
    ran = run_sscb("--seed", seed_copy.folder, "line", "--", f"{name} group")
    suggested = ran.out.strip().rpartition("Next: ")[2]
    own = command_line("about", f"{name} group").removeprefix("sscb ")
    assert suggested == f"sscb --seed {quoted(str(seed_copy.folder))} {own}"
    assert run_sscb(*shlex.split(suggested)[1:]).code == 0


@pytest.mark.parametrize("folder", ["$(touch executed)", "a b", "it's; touch executed", "`id`", "--x$(id)", 'a"b'])
def test_every_message_that_names_a_folder_can_be_pasted(folder: str, tmp_path: Path) -> None:
    made = run_sscb("init", "--", folder, cwd=tmp_path)
    assert shlex.split(made.err.rpartition("Next: ")[2]) == ["sscb", "--seed", folder, "check"]
    drawn = run_sscb("--seed", folder, "diagram", "structure", cwd=tmp_path)
    again = shlex.split(drawn.err.strip().rpartition("As text: ")[2])
    assert again == ["sscb", "--seed", folder, "diagram", "structure", "--format", "txt"]
    (tmp_path / folder / "plan.csv").write_text("id,title,short_title,recommendations_document\nx,x,x,\n", "utf-8")
    old = run_sscb("--seed", folder, "check", cwd=tmp_path)
    advised = old.err.partition("Convert it with '")[2].rpartition("', which keeps")[0]
    assert shlex.split(advised) == ["sscb", "upgrade", folder]
    converted = run_sscb("upgrade", "--", folder, cwd=tmp_path)
    assert shlex.split(converted.err.rpartition("Next: ")[2]) == ["sscb", "--seed", folder, "check"]


def test_the_name_of_a_report_is_quoted_in_the_command_for_a_text(seed_copy: SeedCopy, tmp_path: Path) -> None:
    seed_copy.edit("reports.csv", "report-ofsted", name="$(id) Ofsted")
    ran = run_sscb("--seed", seed_copy.folder, "diagram", "trace", "$(id) Ofsted", "22", "-o", tmp_path / "x.svg")
    again = shlex.split(ran.err.strip().rpartition("As text: ")[2])
    assert again[3:] == ["diagram", "trace", "$(id) Ofsted", "--format", "txt", "22"]


@pytest.mark.parametrize("folder", ["jun-18", "2018", "Jän", "CON", "a\x1bb", "\udcff", "x" * 250, "\ufffe", "..a"])
def test_a_new_plan_can_be_asked_whatever_its_folder_is_called(folder: str, tmp_path: Path) -> None:
    assert run_sscb("init", folder, cwd=tmp_path).code == 0
    ran = run_sscb("--seed", folder, "questions", "run", "plan", cwd=tmp_path)
    assert (ran.code, ran.err) == (0, "")


def read_by_shell(line: str) -> list[str]:
    """The words of a line, as a shell passes them on."""
    done = subprocess.run(["sh", "-c", f"printf '%s\\n' {line}"], capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


@pytest.mark.skipif(os.name == "nt", reason="Windows allows few of these names, and quotes otherwise")
@pytest.mark.parametrize("name", ["$(id)", "`id`", 'a"b', "a\\b", "a;b", "a b", "!1"])
def test_every_suggestion_names_a_folder_as_a_shell_reads_it(name: str, tmp_path: Path) -> None:
    ran = run_sscb("init", name, cwd=tmp_path)
    assert read_by_shell(ran.err.splitlines()[-1]) == ["Next:", "sscb", "--seed", name, "check"]
    typed = advice(errors.OldFolder(name)).removeprefix("Convert it with 'sscb upgrade ").partition("', which")[0]
    assert read_by_shell(typed) == [name]
