"""A group whose commands are imported when they are called, so that an answer starts at once."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

from sscb_graph.cli.printing import quiet_if_unread
from sscb_graph.cli.tool_options import accept_tool_options


class LazyGroup(click.Group):
    """The group of the top commands.

    ``places`` says where each command is, as "module:attribute" below ``package``. Only what lists the commands, such
    as the group's help, imports them all.
    """

    def __init__(self, *args: Any, package: str, places: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._package = package
        self._places = places

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (as click calls it)
        """The names of all commands, sorted, without importing them."""
        return sorted({*self.commands, *self._places})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command with a name, imported on first use; None where there is none."""
        if cmd_name not in self.commands and cmd_name in self._places:
            module, attribute = self._places[cmd_name].split(":")
            command = getattr(import_module(f"{self._package}.{module}"), attribute)
            self.add_command(accept_tool_options(command), cmd_name)
        return super().get_command(ctx, cmd_name)

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """Parses the options before a command; the reader of a help or the version may have gone away."""
        with quiet_if_unread():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Runs a command; the reader of its help may have gone away."""
        with quiet_if_unread():
            return super().invoke(ctx)
