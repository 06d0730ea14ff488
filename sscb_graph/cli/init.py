"""sscb init: a new plan's folder."""

from __future__ import annotations

from pathlib import Path

import click

from sscb_graph.cli.command_lines import quoted
from sscb_graph.cli.printing import print_message
from sscb_graph.errors import visible
from sscb_graph.files import new_folder
from sscb_graph.folder.template import empty_plan, example_plan


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--example", type=click.Choice(["surrey"]), help="Copy a shipped plan for editing.")
def init(folder: Path, example: str | None) -> None:
    """Make a new plan in FOLDER: empty, with a README of its columns.

    \b
    Example:
      sscb init my-plan --example surrey
    """
    new_folder(folder, example_plan() if example else empty_plan(folder.resolve().name))
    print_message(f"Made a plan in {visible(folder)}; its README.md explains every column.")
    print_message(f"Next: sscb --seed {quoted(str(folder))} check")
