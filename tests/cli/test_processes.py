"""What only a process shows: pipes, closed and full outputs, interrupts, and what is imported."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import run_process

UNIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither a shell's pipes nor /dev/full")
FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")


def in_shell(command: str) -> subprocess.CompletedProcess[str]:
    """A line of a shell, in which sscb is the tool."""
    line = command.replace("sscb", f'"{sys.executable}" -m sscb_graph')
    return subprocess.run(["sh", "-c", line], capture_output=True, text=True, check=False, timeout=60)


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
    heavy = "networkx pydantic neo4j rich rapidfuzz graphviz reportlab svglib"
    code = (
        "import sys; from sscb_graph.cli import main\n"
        "try: main(['trace', 'ofsted', '22'])\n"
        f"except SystemExit: print([name for name in '{heavy}'.split() if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
