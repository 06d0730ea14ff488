"""sscb unload: a plan out of Neo4j."""

from __future__ import annotations

import click

from sscb_graph.cli.printing import print_message, print_text
from sscb_graph.cli.server import connection
from sscb_graph.cli.settings import Settings, pass_settings
from sscb_graph.errors import BadValue, visible
from sscb_graph.stores.neo4j.loading import unload as unload_plan
from sscb_graph.text import is_text


@click.command()
@click.argument("plan")
@click.option("--yes", is_flag=True, help="Do not ask.")
@pass_settings
def unload(settings: Settings, plan: str, yes: bool) -> None:
    """Remove PLAN from Neo4j, and nothing else; asks first.

    \b
    Example:
      sscb unload surrey-2018 --yes
    """
    if not is_text(plan):
        raise BadValue("PLAN", plan, "it is not UTF-8")
    server = connection(settings)
    if not yes and not _confirmed(f"Remove the plan '{visible(plan)}' from {server.address}?"):
        raise click.UsageError("Nothing was removed: answer y, or say --yes.")
    changes = unload_plan(server, plan)
    print_text(f"{visible(plan)}: {changes.removed:,} nodes and relationships removed.")


def _confirmed(sentence: str) -> bool:
    """Whether somebody answers yes; where nobody is there to answer, nobody does."""
    try:
        return click.confirm(sentence, err=True)
    except click.Abort as problem:
        if isinstance(problem.__context__, EOFError):
            print_message("")  # ends the line of the question
            return False
        raise
