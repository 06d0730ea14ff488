"""The options that many commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from sscb_graph.formats import FORMATS
from sscb_graph.model.basis import BASES

Function = TypeVar("Function", bound=Callable[..., Any])


def answer_options(function: Function) -> Function:
    """--format and --basis, for every command that answers."""
    with_basis = click.option(
        "--basis",
        "bases",
        multiple=True,
        type=click.Choice(BASES),
        help="Count only facts with this basis; repeat it for several.",
    )
    return format_option(with_basis(function))


def format_option(function: Function) -> Function:
    """--format, for every command that prints rows."""
    option = click.option(
        "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="How to print it."
    )
    return option(function)


def output_option(text: str = "A file.") -> Callable[[Function], Function]:
    """-o, for every command that needs a place to write to."""
    return click.option("-o", "--output", "target", required=True, type=click.Path(path_type=Path), help=text)
