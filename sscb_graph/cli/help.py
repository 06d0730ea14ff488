"""sscb help: the help of the tool, or of a command."""

from __future__ import annotations

import click

from sscb_graph.cli.printing import print_text


@click.command("help")
@click.argument("words", nargs=-1, metavar="[COMMAND]...")
@click.pass_context
def help_command(context: click.Context, words: tuple[str, ...]) -> None:
    """What a COMMAND does, with examples; without one, what the tool does.

    \b
    Examples:
      sscb help
      sscb help who leads
    """
    asked = context.find_root()
    for word in words:
        group = asked.command
        below = group.get_command(asked, word) if isinstance(group, click.Group) else None
        if below is None or below.hidden:
            raise click.UsageError(f"There is no command '{' '.join(words)}'.", asked)
        asked = click.Context(below, asked, info_name=word)
    print_text(asked.get_help())
