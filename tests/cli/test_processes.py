"""What only a process shows: pipes, closed and full outputs, interrupts, and what is imported."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TextIO
from unittest.mock import patch

import pytest

from sscb_graph.cli import main
from sscb_graph.drawing.forms import FORMS as PICTURE_FORMS
from sscb_graph.formats import FORMATS
from sscb_graph.temporary import SUFFIX
from tests.cli.test_commands import ANSWERS
from tests.conftest import run_process

UNIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither a shell's pipes nor /dev/full")
FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")


def in_shell(command: str) -> subprocess.CompletedProcess[str]:
    """A line of a shell, in which sscb is the tool."""
    line = command.replace("sscb", f'"{sys.executable}" -m sscb_graph')
    return subprocess.run(["sh", "-c", line], capture_output=True, text=True, check=False, timeout=60)


#: Everything that a command can print, in every format.
PRINTED = [
    *([*words, "--format", form] for words in ANSWERS for form in FORMATS),
    *(["diagram", "structure", "-o", "-", "--format", form] for form in PICTURE_FORMS),
    *(["--help"], ["--version"], ["trace", "--help"], ["questions", "show", "gaps"], ["schema", "show"], []),
]


def print_into(stream: TextIO | None, words: list[str]) -> tuple[int, str]:
    """Runs the tool with an output of its own in this process, for many runs; its exit code, and what it reports."""
    reported = io.StringIO()
    with patch.multiple(sys, stdout=stream, stderr=reported), pytest.raises(SystemExit) as left:
        main(words)
    return int(left.value.code or 0), reported.getvalue()


@FULL
@pytest.mark.parametrize("words", PRINTED, ids=" ".join)
def test_nothing_is_lost_on_a_full_disk_without_a_word(words: list[str]) -> None:
    with open("/dev/full", "w", encoding="utf-8") as full:  # noqa: PTH123 (as a shell opens it)
        code, reported = print_into(full, words)
    assert code == 5
    assert reported.startswith("Error: ")
    assert reported.endswith("no space left on device.\n")
    assert reported.count("\n") == 1


@UNIX
@pytest.mark.parametrize("words", PRINTED, ids=" ".join)
def test_a_reader_that_has_gone_away_changes_no_exit_code(words: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with open(writing, "w", encoding="utf-8") as gone:  # noqa: PTH123 (a pipe has no path)
        code, reported = print_into(gone, words)
    assert (code, reported) == (1 if words[:1] == ["check"] else 0, "")


@pytest.mark.parametrize("words", PRINTED, ids=" ".join)
def test_an_output_that_was_closed_is_reported(words: list[str]) -> None:
    code, reported = print_into(None, words)
    assert code == 5
    assert reported.startswith("Error: ")
    assert reported.count("\n") == 1


@UNIX
@pytest.mark.parametrize("form", FORMATS)
def test_check_keeps_its_exit_code_whoever_reads_it(form: str) -> None:
    done = in_shell(f"{{ sscb check --format {form}; echo $? >&2; }} | true")
    assert done.stderr == "1\n"


@UNIX
@pytest.mark.parametrize(
    "command",
    [
        "export graph --format json -o OUT",
        "export graph --format graphml -o OUT",
        "export cypher -o OUT",
        "diagram structure --format svg -o OUT",
    ],
)
def test_a_file_that_does_not_fit_leaves_the_one_that_was_there(command: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.write_bytes(b"as it was")
    run_process("gaps")  # so that the plan's index is kept
    done = in_shell(f"ulimit -f 8; sscb {command.replace('OUT', str(out))}")
    assert (done.returncode, done.stdout) == (5, "")
    assert done.stderr == f"Error: Cannot write {out}: file too large.\n"
    assert out.read_bytes() == b"as it was"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@UNIX
@pytest.mark.parametrize("command", ["export graph --format csv -o OUT", "init OUT --example surrey"])
def test_a_folder_that_does_not_fit_is_not_made(command: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run_process("gaps")
    done = in_shell(f"ulimit -f 8; sscb {command.replace('OUT', str(out))}")
    assert (done.returncode, done.stdout) == (5, "")
    assert done.stderr == f"Error: Cannot write {out}: file too large.\n"
    assert not list(tmp_path.iterdir())
    assert not list(tmp_path.parent.glob(f"*{SUFFIX}"))


@UNIX
@pytest.mark.parametrize(
    "command", ["gaps", "check", "trace ofsted 999", "export graph --format json -o OUT", "init NEW"]
)
def test_without_any_output_the_exit_code_says_it(command: str, tmp_path: Path) -> None:
    typed = command.replace("OUT", str(tmp_path / "x")).replace("NEW", str(tmp_path / "y"))
    done = in_shell(f"sscb {typed} >&- 2>&-")
    assert done.returncode == {"trace": 2, "export": 0, "init": 0}.get(command.partition(" ")[0], 5)
    assert (done.stdout, done.stderr) == ("", "")


@UNIX
def test_a_reader_that_goes_away_ends_it_quietly() -> None:
    done = in_shell("sscb gaps | head -n 1")
    assert done.stderr == ""
    assert done.stdout.count("\n") == 1


@UNIX
@pytest.mark.parametrize(("command", "code"), [("gaps", 0), ("check", 1), ("--help", 0)])
def test_a_reader_that_goes_away_leaves_the_exit_code(command: str, code: int) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ran = run_process(*command.split(), stdout=writing)
    os.close(writing)
    assert (ran.code, ran.err) == (code, "")


@FULL
@pytest.mark.parametrize("command", ["gaps --format csv", "check", "--help", "diagram structure -o - --format txt"])
def test_a_full_disk_is_reported(command: str) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ran = run_process(*command.split(), stdout=full)
    assert ran.code == 5
    assert ran.err.startswith("Error: ")
    assert ran.err.endswith("no space left on device.\n")


@UNIX
@pytest.mark.parametrize("command", ["gaps", "gaps --format csv", "--help", "diagram structure -o -"])
def test_a_closed_output_is_reported(command: str) -> None:
    done = in_shell(f"sscb {command} >&-")
    assert done.returncode == 5
    assert done.stderr.startswith("Error: ")
    assert done.stderr.count("\n") == 1


@UNIX
def test_a_closed_stderr_is_no_harm() -> None:
    done = in_shell("sscb trace ofsted 999 2>&-")
    assert (done.returncode, done.stdout) == (2, "")


def test_the_output_is_utf8_whatever_the_locale() -> None:
    ran = run_process("trace", "ofsted", "22", env={"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"})
    assert ran.code == 0
    assert "─" in ran.out


@UNIX
def test_an_interrupt_ends_it_quietly() -> None:
    code = (
        # A shell that starts its jobs in the background lets them ignore interrupts, which children inherit.
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
        "import time, sscb_graph.cli as c; from sscb_graph.cli.gaps import gaps;"
        "gaps.callback = lambda **_: (print('begun', flush=True), time.sleep(60)); c.main(['gaps'])"
    )
    started = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert started.stdout is not None
    assert started.stdout.readline() == "begun\n"
    time.sleep(0.1)
    started.send_signal(signal.SIGINT)
    out, err = started.communicate(timeout=30)
    assert (started.returncode, out, err.strip()) == (130, "", "")


def test_an_answer_imports_only_what_it_needs() -> None:
    run_process("trace", "ofsted", "22")  # so that the plan's index is kept
    heavy = "networkx pydantic neo4j rich rapidfuzz graphviz typst fontTools"
    code = (
        "import sys; from sscb_graph.cli import main\n"
        "try: main(['trace', 'ofsted', '22'])\n"
        f"except SystemExit: print([name for name in '{heavy}'.split() if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
