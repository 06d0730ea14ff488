"""--seed, --plan and --store: the options of the whole tool, before a command or after it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from sscb_graph.cli.settings import Settings
from sscb_graph.errors import BadValue
from sscb_graph.stores.address import StoreAddress
from sscb_graph.text import is_text


def tool_options(*, hidden: bool = False) -> list[click.Parameter]:
    """The options of the whole tool, for one command; each writes what was typed into the context's Settings.

    They are read before anything else (eager), so that a group's help knows the plan that it is about. Their own names
    differ from those that a command may give to its arguments.
    """
    return [
        _option("seed", Path, "DIR", "Ask the plan in this folder, not the shipped one.", hidden=hidden),
        _option("plan", _plan, "ID", "Which plan, where several are present.", hidden=hidden),
        _option(
            "store",
            StoreAddress.parse,
            "STORE",
            "Where answers come from: embedded, neo4j or neo4j://host:7687.  [default: embedded]",
            hidden=hidden,
        ),
    ]


def accept_tool_options(command: click.Command) -> click.Command:
    """Adds the options of the whole tool to a command and to all commands below it; returns the command.

    They are hidden there, since the help of the tool lists them already.
    """
    command.params.extend(tool_options(hidden=True))
    if isinstance(command, click.Group):
        for below in command.commands.values():
            accept_tool_options(below)
    return command


def _option(name: str, read: Callable[[str], Any], metavar: str, text: str, *, hidden: bool) -> click.Option:
    def merge(context: click.Context, _: click.Parameter, typed: tuple[str, ...]) -> None:
        for value in typed:
            context.obj = _merged(context.ensure_object(Settings), name, read(value))

    return click.Option(
        [f"--{name}", f"tool_{name}"],
        multiple=True,  # so that a second, different value is refused instead of silently used
        is_eager=True,
        expose_value=False,
        callback=merge,
        metavar=metavar,
        help=text,
        hidden=hidden,
    )


def _plan(typed: str) -> str:
    """An id as it was typed; raises BadValue for bytes that are no text, since no store takes them."""
    if not is_text(typed):
        raise BadValue("--plan", typed, "it is not UTF-8")
    return typed


def _merged(settings: Settings, name: str, value: Any) -> Settings:
    """The settings with a value; raises UsageError if they hold a different value already."""
    earlier = getattr(settings, name)
    if earlier not in {None, value}:
        raise click.UsageError(f"--{name} is given twice, with different values.")
    return replace(settings, **{name: value})
