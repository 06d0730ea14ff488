"""The options that many commands share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar, cast

import click

from sscb_graph.cli.output import Output
from sscb_graph.formats import ALL_FORMATS, FORMATS, SUFFIXES
from sscb_graph.model.basis import BASES

Function = TypeVar("Function", bound=Callable[..., Any])


@dataclass(frozen=True)
class AnswerOptions:
    """How an answer is counted and shown, and where it goes: the values of the options that every answer has."""

    output: Output = field(default_factory=Output)
    bases: tuple[str, ...] = ()
    full: bool = False


def page_options(function: Function) -> Function:
    """-o, --format and --full, for every command that prints rows; the command gets them together, as ``how``."""

    @wraps(function)
    def with_how(
        *args: Any,
        full: bool,
        bases: tuple[str, ...] = (),
        target: str | None,
        form: str | None,
        template: Path | None,
        force: bool,
        **others: Any,
    ) -> Any:
        return function(*args, how=AnswerOptions(Output(target, form, template, force), bases, full), **others)

    return file_options(full_option(cast("Function", with_how)))


def file_options(function: Function) -> Function:
    """-o, --format, --template and --force, for every command whose answers may go into a file."""
    listed = ", ".join(f".{suffix}" for suffix in SUFFIXES)
    options = (
        click.option("-o", "--output", "target", metavar="FILE", help=f"A file ({listed}); '-' is stdout."),
        click.option(
            "--format", "form", type=click.Choice(ALL_FORMATS), help="How to print it; a table unless a file says so."
        ),
        click.option(
            "--template",
            type=click.Path(exists=True, dir_okay=False, path_type=Path),
            metavar="FILE",
            help="A Word file whose styles a .docx takes.",
        ),
        click.option("--force", is_flag=True, help="Replace a file that is there."),
    )
    for option in reversed(options):
        function = option(function)
    return function


def answer_options(function: Function) -> Function:
    """--format, --full and --basis, for every command that answers; the command gets them together, as ``how``."""
    with_basis = click.option(
        "--basis",
        "bases",
        multiple=True,
        type=click.Choice(BASES),
        help="Count only facts with this basis; repeat it for several.",
    )
    return page_options(with_basis(function))


def full_option(function: Function) -> Function:
    """--full, for every command that prints rows."""
    return click.option("--full", is_flag=True, help="All words, quotes, places, reasons and notes.")(function)


def format_option(function: Function) -> Function:
    """--format, for every command that prints rows."""
    option = click.option(
        "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="How to print it."
    )
    return option(function)


def output_option(text: str = "A file.") -> Callable[[Function], Function]:
    """-o, for every command that needs a place to write to."""
    return click.option("-o", "--output", "target", required=True, type=click.Path(path_type=Path), help=text)


def words_argument(name: str, *, metavar: str = "") -> Callable[[Function], Function]:
    """An argument of one or more words, which the command gets as one text: a name needs no quotation marks."""

    def joined(_: click.Context, __: click.Parameter, words: tuple[str, ...]) -> str:
        return " ".join(words)

    return click.argument(name, nargs=-1, required=True, callback=joined, metavar=metavar or f"{name.upper()}...")
