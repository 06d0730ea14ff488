"""sscb load, unload, schema and cypher: the commands that always speak to Neo4j."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from sscb_graph.cli.app import Settings, echo, format_option, pass_settings, said
from sscb_graph.errors import BadValue, visible
from sscb_graph.formats import format_answer
from sscb_graph.questions.answer import Answer, Origin

if TYPE_CHECKING:
    from sscb_graph.seed.folder import SeedFolder
    from sscb_graph.stores.neo4j.loading import Progress


@click.command()
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
@pass_settings
def load(settings: Settings, folders: tuple[Path, ...], dry_run: bool) -> None:
    """Load plans into Neo4j: the shipped one, or those in FOLDERS; a second load of the same writes nothing.

    The server is the one of --store or SSCB_NEO4J_URI, with SSCB_NEO4J_USER, SSCB_NEO4J_PASSWORD and
    SSCB_NEO4J_DATABASE.

    \b
    Example:
      sscb load --dry-run
    """
    from sscb_graph.seed.folder import plan_id
    from sscb_graph.stores.cache import cached_graph
    from sscb_graph.stores.neo4j.loading import describe, loader

    connection = settings.connection()
    seeds = _seeds(settings, folders)
    for seed in seeds:  # every plan is found good before the first is written
        if len(seeds) > 1:
            cached_graph(seed)
    plans = ", ".join(f"the plan '{plan_id(seed)}'" for seed in seeds[:3]) + (" and others" if len(seeds) > 3 else "")
    with loader(connection, plans) as one:
        for seed in seeds:
            graph, name = partial(cached_graph, seed), plan_id(seed)
            with _progress() as progress:
                changes = one.load(graph, name, seed.name, seed.digest, dry_run=dry_run, progress=progress)
            echo(f"{'Dry run, nothing written. ' if dry_run and not changes.nothing else ''}{describe(changes)}")
    if not dry_run:
        said("Next: sscb --store neo4j trace ofsted 22")


def _seeds(settings: Settings, folders: tuple[Path, ...]) -> list[SeedFolder]:
    from sscb_graph.seed.folder import open_seed, open_seeds, plan_id

    found = [open_seed(settings.seed, settings.plan)] if not folders else []
    for folder in folders:
        found += [seed for seed in open_seeds(folder) if settings.plan in {None, plan_id(seed)}]
    ids = [plan_id(seed) for seed in found]
    for one in ids:
        if ids.count(one) > 1:
            raise BadValue("the folders", one, "two of them hold a plan with this id; give one another id")
    return found


@contextlib.contextmanager
def _progress() -> Iterator[Progress | None]:
    """A bar on stderr while a plan is written, where somebody can see it."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, int] = {}

        def show(title: str, done: int, total: int) -> None:
            if title not in tasks:
                tasks[title] = bar.add_task(title, total=total)
            bar.update(tasks[title], completed=done)  # type: ignore[arg-type]

        yield show


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
    from sscb_graph.stores.neo4j.loading import unload as unload_plan

    connection = settings.connection()
    if not yes:
        click.confirm(f"Remove the plan '{visible(plan)}' from {connection.address}?", abort=True, err=True)
    changes = unload_plan(connection, plan)
    echo(f"{visible(plan)}: {changes.removed:,} nodes and relationships removed.")


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
    from sscb_graph.stores.neo4j.schema import schema_text

    echo(schema_text())


@schema.command("apply")
@pass_settings
def apply(settings: Settings) -> None:
    """Make the constraints and indexes that are not there yet.

    \b
    Example:
      sscb schema apply
    """
    from sscb_graph.stores.neo4j.connection import opened
    from sscb_graph.stores.neo4j.schema import apply_schema

    connection = settings.connection()
    with opened(connection, "making the schema") as driver, driver.session(database=connection.database) as session:
        made = apply_schema(session)
    echo(f"{made} constraints and indexes made." if made else "All constraints and indexes are there already.")


@click.command()
@click.argument("file", type=click.File(encoding="utf-8"))
@click.option(
    "-p", "--parameter", "parameters", multiple=True, metavar="KEY=VALUE", help="A text parameter; repeat it."
)
@format_option
@pass_settings
def cypher(settings: Settings, file: TextIO, parameters: tuple[str, ...], form: str) -> None:
    """Run the read-only Cypher in FILE (- for standard input) on the server, which refuses writes.

    \b
    Example:
      sscb cypher query.cypher
    """
    from sscb_graph.stores.neo4j.adhoc import run

    given: dict[str, str] = {}
    for parameter in parameters:
        key, equals, value = parameter.partition("=")
        if not equals or not key:
            raise BadValue("-p", parameter, "write KEY=VALUE")
        given[key] = value
    try:
        text = file.read()
    except UnicodeDecodeError:
        raise BadValue("the file", file.name, "save it as UTF-8") from None
    connection = settings.connection()
    columns, rows = run(connection, text, given)
    origin = Origin("neo4j", settings.plan or "any plan", connection.address, "ad hoc")
    echo(format_answer(Answer("cypher", dict(given), columns, rows, origin), form))
