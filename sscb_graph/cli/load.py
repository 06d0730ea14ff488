"""sscb load: plans into Neo4j."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import click

from sscb_graph.cli.printing import print_message, print_text
from sscb_graph.cli.server import connection
from sscb_graph.cli.settings import Settings, pass_settings
from sscb_graph.errors import BadValue, UnknownPlan
from sscb_graph.folder.source import open_seeds, plan_id
from sscb_graph.graph.graph import GraphReader
from sscb_graph.plan import OpenPlan, open_plan
from sscb_graph.questions.answer import Origin
from sscb_graph.stores.address import StoreAddress
from sscb_graph.stores.neo4j.loading import Loader, describe, loader
from sscb_graph.stores.neo4j.writing import Progress


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
    server = connection(settings)
    with contextlib.ExitStack() as opened:
        plans = [opened.enter_context(plan) for plan in _plans(settings, folders)]
        named = [f"the plan '{plan.origin.plan}'" for plan in plans]  # so each is found good before any is written
        with loader(server, ", ".join(named[:3]) + (" and others" if len(named) > 3 else "")) as into:
            for plan in plans:
                print_text(_loaded(into, partial(_graph_of, plan), plan.origin, dry_run=dry_run))
        first = plans[0].origin.plan
    if not dry_run:
        again = replace(settings, seed=None, plan=first, store=settings.store or StoreAddress.neo4j())
        print_message(f"Next: sscb {again.before()} gaps")


def load_graph(settings: Settings, graph: GraphReader, plan: str, seed: str, digest: str) -> None:
    """Loads a graph as a plan of its own, and says what that changed and how to ask it."""
    with loader(connection(settings), f"the plan '{plan}'") as into:
        print_text(_loaded(into, lambda: graph, Origin("", plan, seed, digest), dry_run=False))
    again = replace(settings, seed=None, plan=plan, store=settings.store or StoreAddress.neo4j())
    print_message(f"Next: sscb {again.before()} gaps")


def _loaded(into: Loader, read: Callable[[], GraphReader], origin: Origin, *, dry_run: bool) -> str:
    """Loads a plan, and says what that changed."""
    with _progress() as progress:
        changes = into.load(read, origin.plan, origin.seed, origin.digest, dry_run=dry_run, progress=progress)
    return f"{'Dry run, nothing written. ' if dry_run and not changes.nothing else ''}{describe(changes)}"


def _graph_of(plan: OpenPlan) -> GraphReader:
    return plan.read(lambda reading: reading.whole().reader)


def _plans(settings: Settings, folders: Sequence[Path]) -> list[OpenPlan]:
    """The plans to be loaded; raises UnknownPlan where --plan chooses none, and BadValue where two have the same id."""
    if not folders:
        return [open_plan(settings.seed, plan=settings.plan)]
    seeds = [seed for folder in folders for seed in open_seeds(folder)]
    ids = [plan_id(seed) for seed in seeds]
    chosen = [seed for seed in seeds if settings.plan in {None, plan_id(seed)}]
    if not chosen:
        raise UnknownPlan(str(settings.plan), sorted(set(ids)))
    twice = next((plan_id(seed) for seed in chosen if ids.count(plan_id(seed)) > 1), None)
    if twice is not None:
        raise BadValue("the folders", twice, "two of them hold a plan with this id; give one another id")
    return [open_plan(seed.path) for seed in chosen]


@contextlib.contextmanager
def _progress() -> Iterator[Progress | None]:
    """A progress bar on stderr while a plan is written, if stderr is a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    # Only a terminal shows a bar, and rich takes longer to import than a small plan to load.
    from rich.console import Console
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

    with Bar(console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def show(title: str, done: int, total: int) -> None:
            if title not in tasks:
                tasks[title] = bar.add_task(title, total=total)
            bar.update(tasks[title], completed=done)

        yield show
