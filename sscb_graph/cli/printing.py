"""Prints texts and messages, and handles an output that is closed or full."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import click

from sscb_graph.errors import CannotWrite, visible

#: What a shell reads as a command or a variable, even within double quotes; a backslash separates folders on Windows.
_RUN_BY_SHELLS = frozenset('$`\\"!') - {os.sep}
#: What a word may hold, beside letters and digits, to be typed as it is.
_PLAIN = str.maketrans("", "", "-._/")


class ClosedOutput(io.TextIOBase):
    """A stand-in for a stdout that was closed before the tool started, for which Python has None."""

    def write(self, _: str) -> int:
        """Writes nothing; raises OSError."""
        raise OSError(errno.EBADF, "it is closed")

    @property
    def buffer(self) -> NoReturn:
        """There are no bytes to write to; raises OSError."""
        raise OSError(errno.EBADF, "it is closed")


def print_text(text: str) -> None:
    """Prints a text and a line break; raises CannotWrite, except where the reader has gone away."""
    with _writing():
        click.echo(text)
        sys.stdout.flush()


def print_bytes(data: bytes) -> None:
    """Prints the bytes of a file; raises CannotWrite, except where the reader has gone away."""
    with _writing():
        sys.stdout.buffer.write(data)
        sys.stdout.flush()


def print_message(text: str) -> None:
    """Prints a sentence on stderr, unwrapped; a failure is ignored, since there is nowhere left to report it."""
    with contextlib.suppress(OSError):
        click.echo(text, err=True)


def quoted(name: str | Path) -> str:
    """A name as it must be typed on a command line; what a shell would run within double quotes stands in single ones.

    >>> quoted("qap"), quoted("Business Group"), quoted("$(id)")
    ('qap', '"Business Group"', "'$(id)'")
    """
    shown = visible(name)
    if shown.translate(_PLAIN).isalnum() and not shown.startswith("-"):
        return shown
    return shlex.quote(shown) if _RUN_BY_SHELLS & set(shown) else f'"{shown}"'


def suggest(words: str, *names: str, option: str = "") -> str:
    """A command line of the tool to be typed next, with the names that it is asked of, and an option.

    >>> suggest("who reports-to", "Business Group", option="--all-levels"), suggest("about", "--seed=x")
    ('sscb who reports-to "Business Group" --all-levels', 'sscb about -- "--seed=x"')
    """
    typed = [quoted(name) for name in names]
    # A name that begins as an option does would be read as an option.
    after = [option, "--", *typed] if any(name.startswith("-") for name in names) else [*typed, option]
    return " ".join(filter(None, ["sscb", words, *after]))


@contextlib.contextmanager
def _writing() -> Iterator[None]:
    try:
        yield
    except OSError as problem:
        abandon_stdout()
        if not _is_unread(problem):
            raise CannotWrite("the output", (problem.strerror or str(problem)).lower()) from problem


@contextlib.contextmanager
def quiet_if_unread() -> Iterator[None]:
    """Exits with 0 where the reader of what click itself prints, such as a help, has gone away."""
    try:
        yield
    except OSError as problem:
        if not _is_unread(problem):
            raise
        abandon_stdout()
        raise click.exceptions.Exit(0) from None


def _is_unread(problem: OSError) -> bool:
    """Whether the reader of the output has gone away; Windows reports it as a bad argument."""
    return problem.errno == errno.EPIPE or (sys.platform == "win32" and problem.errno == errno.EINVAL)


def abandon_stdout() -> None:
    """Discards the rest of the output: at its end Python would try, and fail, to write what is left."""
    with contextlib.suppress(OSError, AttributeError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
