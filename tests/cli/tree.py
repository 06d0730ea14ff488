"""All commands of the tool, by the words that are typed for them."""

from __future__ import annotations

from collections.abc import Iterator

import click

from sscb_graph.cli import root


def _commands(context: click.Context, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """The commands of a context's group and all below them, as its help lists them."""
    group = context.command
    assert isinstance(group, click.Group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield (*path, name), command
        if isinstance(command, click.Group):
            yield from _commands(click.Context(command, context, info_name=name), (*path, name))


COMMANDS = dict(_commands(click.Context(root, info_name="sscb")))
