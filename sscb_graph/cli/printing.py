"""Prints texts and messages, and handles an output that is closed or full."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import shutil
import sys
from collections.abc import Iterator
from typing import NoReturn

import click

from sscb_graph.errors import CannotWrite


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


def print_page(text: str, headline: str) -> None:
    """Prints a page for people: on a terminal a page that is longer than the screen through the reader's own pager.

    The headline is printed again after a pager, so that it stays in sight. Raises what ``print_text`` does.
    """
    if sys.stdout.isatty() and text.count("\n") >= shutil.get_terminal_size().lines:
        with _writing():
            click.echo_via_pager(text)
        text = headline
    print_text(text)


def print_bytes(data: bytes) -> None:
    """Prints the bytes of a file; raises CannotWrite, except where the reader has gone away."""
    with _writing():
        sys.stdout.buffer.write(data)
        sys.stdout.flush()


def print_message(text: str) -> None:
    """Prints a sentence on stderr, unwrapped; a failure is ignored, since there is nowhere left to report it."""
    with contextlib.suppress(OSError):
        click.echo(text, err=True)


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
