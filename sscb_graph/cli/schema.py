"""sscb schema: the constraints and indexes of the shared store."""

from __future__ import annotations

import click

from sscb_graph.cli.printing import print_text
from sscb_graph.cli.server import connection
from sscb_graph.cli.settings import Settings, pass_settings
from sscb_graph.stores.neo4j.loading import make_schema
from sscb_graph.stores.neo4j.schema import schema_text


@click.group()
def schema() -> None:
    """The constraints and indexes that a load makes.

    \b
    Example:
      sscb schema show
    """


@schema.command("show")
def show_schema() -> None:
    """Print the schema as Cypher.

    \b
    Example:
      sscb schema show
    """
    print_text(schema_text())


@schema.command("apply")
@pass_settings
def apply(settings: Settings) -> None:
    """Make the constraints and indexes that are not there yet.

    \b
    Example:
      sscb schema apply
    """
    made = make_schema(connection(settings))
    print_text(f"{made} constraints and indexes made." if made else "All constraints and indexes are there already.")
