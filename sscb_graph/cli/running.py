"""Runs a command line: what goes wrong becomes one sentence on stderr and an exit code."""

from __future__ import annotations

import contextlib
import os
import re
import sys
import traceback

import click

from sscb_graph.cli.advice import advice
from sscb_graph.cli.printing import ClosedOutput, abandon_stdout, print_message
from sscb_graph.errors import DEFECT, INTERRUPTED, BrokenInstallation, SscbError, SystemRefused, visible
from sscb_graph.stores.neo4j.uri import mask_logins

#: The environment variable that makes an unforeseen error print its traceback.
DEBUG = "SSCB_DEBUG"


def run(command: click.Command, arguments: list[str] | None) -> None:
    """Runs a command line and exits with its exit code."""
    # Pydantic would look through every installed package for plugins, which takes longer than reading a plan.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    if sys.stdout is None:
        sys.stdout = ClosedOutput()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    sys.exit(_exit_code(command, arguments))


def _exit_code(command: click.Command, arguments: list[str] | None) -> int:
    """Runs a command line and returns its exit code; errors become sentences here and nowhere else."""
    try:
        code = command.main(arguments, prog_name="sscb", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except click.ClickException as problem:
        _print_error(_sentence(problem))
        return problem.exit_code
    except SscbError as problem:
        return _report(problem)
    except ImportError as problem:
        _trace()
        return _report(BrokenInstallation(str(problem)))
    except OSError as problem:
        _trace()
        abandon_stdout()
        return _report(SystemRefused(problem.filename, (problem.strerror or str(problem)).lower()))
    except Exception as problem:  # noqa: BLE001 (a user sees a sentence for any error, and the traceback with SSCB_DEBUG=1)
        _trace()
        return _report_defect(problem)


def _report(problem: SscbError) -> int:
    _print_error(" ".join(filter(None, (str(problem), advice(problem)))))
    return problem.exit_code


def _print_error(sentence: str) -> None:
    """Prints the sentence of any error; the words that it repeats may be an address typed in a wrong place."""
    print_message(mask_logins(f"Error: {sentence}"))


def _report_defect(problem: Exception) -> int:
    first = next(iter(str(problem).splitlines()), "")
    words = visible(f"{type(problem).__name__}: {first}" if first else type(problem).__name__)
    _print_error(
        f"{words.rstrip('.')}. This is a defect of sscb-graph: please report it with the command that you "
        f"typed, and with what it prints when {DEBUG}=1 is set."
    )
    return DEFECT


def _trace() -> None:
    """Prints the traceback if DEBUG is set."""
    if os.environ.get(DEBUG) == "1":
        print_message(mask_logins(traceback.format_exc()))


def _sentence(problem: click.ClickException) -> str:
    """Click's message as one sentence, with the command whose help says more."""
    context = getattr(problem, "ctx", None)
    command = visible(context.command_path) if context else "sscb"  # the words of a report are typed, not known
    if context and isinstance(problem, click.exceptions.NoArgsIsHelpError) and isinstance(context.command, click.Group):
        names = "|".join(sorted(context.command.list_commands(context)))
        return f"Say which: {command} {names}. See '{command} --help'."
    message = visible(re.sub(r"[\t\n]+", " ", problem.format_message()).strip())
    stop = "" if message.endswith((".", "?", "!")) else "."
    return f"{message}{stop} See '{command} --help'."
