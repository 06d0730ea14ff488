"""Whether a run of the tool ended cleanly, whatever it was asked of."""

from __future__ import annotations

import csv
import io
import json
import re
import shlex
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from xml.etree import ElementTree

from sscb_graph.cli import root
from sscb_graph.text import CONTROL
from tests.cli.tree import COMMANDS
from tests.conftest import Ran

__all__ = ["find_faults"]

_SAFE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,200}(/[a-z]+\.csv)?")
#: The commands that messages suggest.
_SUGGESTED = re.compile(r"^(?:Next:|     ) (sscb .*)$|As text: (sscb .*)$|'(sscb [^']*)'", re.MULTILINE)
_OPTIONS = frozenset(
    option for command in (root, *COMMANDS.values()) for parameter in command.params for option in parameter.opts
) | {"--help"}
#: What a shell may expand; without these, it reads words as shlex does.
_EXPANDED = frozenset("$`!*?[{~\\#;&|<>()")
#: The most characters that a refusal takes.
_SENTENCE = 1_000


def find_faults(command: Sequence[str], ran: Ran, files: Mapping[str, bytes]) -> Iterator[str]:
    """What is wrong with the end of a command, in words; nothing where it ended cleanly."""
    # What a plan could be may still be more than the engine can draw.
    undrawn = ran.code == 5 and "could not draw this picture" in ran.err
    if not (undrawn or ran.code in {0, 1, 2, 4}) or (ran.code == 1 and command[0] != "check"):
        yield f"exit {ran.code}: {ran.err[-300:]!r}"
    if "Traceback" in ran.out + ran.err:
        yield "a traceback"
    if ran.code in {2, 4, 5}:
        yield from _refusal(ran)
    for name, text in {"stdout": ran.out, "stderr": ran.err, **_texts(files)}.items():
        if found := CONTROL.search(text.replace("\r\n", "\n").removeprefix("\ufeff")):
            yield f"{found[0]!r} in {name}"
    for name in files:
        if not _SAFE_NAME.fullmatch(name):
            yield f"it wrote {name!r}"
    if ran.code in {0, 1}:
        yield from _form(command, ran)
    yield from _markup(files)
    yield from _suggestions(ran)


def _refusal(ran: Ran) -> Iterator[str]:
    if ran.out or not ran.err.startswith("Error: ") or ran.err.count("\n") != 1 or len(ran.err) > _SENTENCE:
        yield f"not refused in a sentence: {ran.out[:100]!r} {ran.err[:300]!r}"


def _texts(files: Mapping[str, bytes]) -> dict[str, str]:
    return {name: data.decode() for name, data in files.items()}


def _form(command: Sequence[str], ran: Ran) -> Iterator[str]:
    """Whether what was printed can be read as the format that was asked for."""
    form = command[command.index("--format") + 1] if "--format" in command else ""
    try:
        if form == "json" and ran.out:
            json.loads(ran.out, parse_constant=float.fromhex)  # which refuses NaN and Infinity
        elif form == "csv" and ran.out:
            rows = list(csv.reader(io.StringIO(ran.out, newline=""), strict=True))
            if len({len(row) for row in rows}) != 1:
                yield "rows of different lengths"
    except (ValueError, csv.Error) as problem:
        yield f"no {form}: {problem}"


def _markup(files: Mapping[str, bytes]) -> Iterator[str]:
    for name, data in files.items():
        if name.endswith(("svg", "graphml")):
            try:
                ElementTree.fromstring(data)  # noqa: S314 (the tool wrote it)
            except ElementTree.ParseError as problem:
                yield f"{name} is no XML: {problem}"


def _suggestions(ran: Ran) -> Iterator[str]:
    """Whether a shell and the tool read each suggested command as it is meant."""
    for groups in _SUGGESTED.findall(ran.out + ran.err):
        command = next(filter(None, groups))
        try:
            words = shlex.split(command)
        except (ValueError, csv.Error) as problem:
            yield f"no shell reads {command!r}: {problem}"
            continue
        if words != _as_shell(command):
            yield f"a shell reads {command!r} otherwise"
        options = [word for word in words[: words.index("--") if "--" in words else None] if word.startswith("-")]
        if not _OPTIONS.issuperset(options):
            yield f"{command!r} has options that are none"


def _as_shell(command: str) -> list[str]:
    """The words of a command as a shell reads them, which finds no program to run."""
    if not _EXPANDED.intersection(command):
        return shlex.split(command)
    done = subprocess.run(
        ["/bin/bash", "-c", f"printf '%s\\0' {command}"],
        env={"PATH": "/nonexistent"},
        capture_output=True,
        check=False,
    )
    return done.stdout.decode().split("\0")[:-1]
