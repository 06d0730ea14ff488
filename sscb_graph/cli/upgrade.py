"""sscb upgrade: a folder of an earlier version, converted."""

from __future__ import annotations

from pathlib import Path

import click

from sscb_graph.cli.command_lines import quoted
from sscb_graph.cli.printing import print_message
from sscb_graph.errors import visible
from sscb_graph.folder.writer import upgrade as upgrade_folder


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
def upgrade(folder: Path) -> None:
    """Convert the plan in FOLDER from an earlier version; a copy of the folder is kept beside it.

    \b
    Example:
      sscb upgrade my-plan
    """
    done = upgrade_folder(folder)
    print_message(visible(done.sentence))
    if done.changed:
        print_message(f"Next: sscb --seed {quoted(str(folder))} check")
