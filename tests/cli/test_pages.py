"""Brief pages fit a screen, and longer pages go through a reader's pager, on a terminal and only there."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from threading import Thread

import pytest

from sscb_graph.formats.text_width import width_of
from tests.conftest import Ran, run_process

#: How many lines the page of a command may have on the shipped plan.
LIMITS: list[tuple[str, int]] = [
    ("trace ofsted 22", 24),
    ("who reports-to 'Business Group'", 24),
    ("review", 24),
    ("summary --by priority", 20),
    ("gaps", 30),
    ("trace ofsted 10", 34),
    ("trace action 2.4", 40),
    ("check", 40),
    ("about SSCB", 60),
    ("due --overdue --as-at 2018-10-01", 60),
]
LONGEST_LINE = 18
COLUMNS = 80


def check_page(page: Ran, limit: int) -> None:
    lines = page.out.rstrip("\n").split("\n")
    assert len(lines) <= limit, page.out
    assert max(map(width_of, lines)) <= COLUMNS, page.out
    assert "Not shown" not in page.out


@pytest.mark.parametrize(("command", "limit"), LIMITS)
def test_a_brief_page_has_few_lines(sscb: Callable[..., Ran], command: str, limit: int) -> None:
    check_page(sscb(*shlex.split(command)), limit)


def test_the_line_of_every_body_of_the_structure_has_few_lines(sscb: Callable[..., Ran]) -> None:
    groups = [row for row in sscb("questions", "run", "bodies", "--format", "json").rows if row["group"]]
    assert len(groups) > 15
    for row in groups:
        check_page(sscb("line", row["body_id"]), LONGEST_LINE)


def test_an_aspect_of_a_body_is_shown_whole(sscb: Callable[..., Ran]) -> None:
    counted = sscb("about", "SSCB")
    assert "relation          33  18 inferred" in counted.out
    assert counted.out.endswith("Next: sscb about --aspect relation SSCB\n")
    rows = sscb("about", "--aspect", "relation", "SSCB", "--format", "json").rows
    assert [row["aspect"] for row in rows] == ["relation"] * 33
    assert rows == [row for row in sscb("about", "SSCB", "--format", "json").rows if row["aspect"] == "relation"]
    page = " ".join(sscb("about", "SSCB", "--aspect", "relation").out.split())
    assert "Surrey Safeguarding Children Board: 33 relations (15 stated, 18 inferred)." in page
    # Whole words, where the counted page shows the first of them only.
    assert "SSCB Business Plan, March 2018 to September 2019" in page


def test_only_a_body_has_aspects(sscb: Callable[..., Ran]) -> None:
    refused = sscb("about", "2.4", "--aspect", "relation")
    assert refused.code == 2
    assert "--aspect is for a body, and '2.4' is none." in refused.err


@pytest.mark.parametrize(
    "command",
    [
        "trace ofsted 22",
        "trace action 2.11",
        "path 2.4 SSCB",
        "actions --status none",
        "search neglect",
        "check errors",
    ],
)
def test_a_brief_page_names_actions_by_their_numbers(sscb: Callable[..., Ran], command: str) -> None:
    page = sscb(*shlex.split(command)).out
    assert not re.search(r"\bp\d-\d", page), page


PAGER = {"PAGER": "sed s/^/PAGED:/", "TERM": "dumb"}


def on_a_terminal(*arguments: str, rows: int = 24) -> list[str]:
    """The lines that the tool prints on a terminal of 80 columns whose pager marks what it shows."""
    pty = pytest.importorskip("pty")
    import fcntl
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, COLUMNS, 0, 0))
    shown: list[bytes] = []

    def read() -> None:
        while data := _read(ours):
            shown.append(data)

    env = {name: value for name, value in os.environ.items() if name not in {"LINES", "COLUMNS"}} | PAGER
    reader = Thread(target=read)
    reader.start()
    command = [sys.executable, "-m", "sscb_graph", *arguments]
    done = subprocess.run(command, stdin=theirs, stdout=theirs, stderr=theirs, env=env, timeout=120, check=False)
    os.close(theirs)
    reader.join()
    os.close(ours)
    assert done.returncode == 0
    return b"".join(shown).decode().splitlines()


def _read(terminal: int) -> bytes:
    """What is there to be read; nothing once nobody can write any more, which Linux reports as an error."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


def test_a_long_page_goes_through_the_pager_and_its_headline_stays_in_sight() -> None:
    paged, *_ = lines = on_a_terminal("due", "--overdue", "--as-at", "2018-10-01")
    assert paged == "PAGED:Actions overdue on 1 October 2018"
    after = lines[max(at for at, line in enumerate(lines) if line.startswith("PAGED:")) + 1 :]
    assert " ".join(after).startswith("29 actions were overdue on 1 October 2018")


def test_a_page_that_fits_the_screen_is_not_paged() -> None:
    lines = on_a_terminal("who", "leads", "2.4", rows=40)
    assert lines[0] == "Who leads 2.4 (Priority 2)"
    assert not any(line.startswith("PAGED:") for line in lines)


def test_what_programs_read_is_never_paged() -> None:
    assert on_a_terminal("gaps", "--format", "csv")[0].startswith("gap,item")
    piped = run_process("due", "--overdue", "--as-at", "2018-10-01", env=PAGER)
    assert piped.out.startswith("Actions overdue on 1 October 2018")
    assert "PAGED:" not in piped.out
