"""What every command shares: the options of the whole tool, those of an answer, and how an answer is printed."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from sscb_graph.basis import BASES
from sscb_graph.errors import visible
from sscb_graph.formats import FORMATS, format_answer

if TYPE_CHECKING:
    from sscb_graph.property_graph import Graph
    from sscb_graph.questions.answer import Answer, Origin
    from sscb_graph.questions.ask import Asker
    from sscb_graph.stores.embedded import EmbeddedStore
    from sscb_graph.stores.neo4j.connection import Connection

Result = TypeVar("Result")
Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True)
class Settings:
    """The options of the whole tool."""

    seed: Path | None = None
    plan: str | None = None
    store: str = "embedded"

    @property
    def shared(self) -> str | None:
        """The address of the shared store, "" for the one of the environment; None for the embedded store."""
        if self.store == "embedded":
            return None
        return "" if self.store == "neo4j" else self.store

    def connection(self) -> Connection:
        """The shared store, as --store and the environment name it."""
        from sscb_graph.stores.neo4j.connection import from_environment

        return from_environment(self.shared or None)

    def asked(self, work: Callable[[Asker], Result]) -> Result:
        """The result of some asking, in one consistent reading of the store."""
        if self.shared is None:
            return work(self._embedded())
        from sscb_graph.stores.neo4j.reading import read

        return read(self.connection(), self.plan, work, "answering the question")

    def whole(self) -> tuple[Graph, Origin]:
        """The whole graph of the plan, and where it comes from."""
        if self.shared is None:
            store = self._embedded()
            return store.graph, store.origin
        from sscb_graph.stores.neo4j.reading import read

        return read(self.connection(), self.plan, lambda one: (one.graph(), one.origin), "reading the plan")

    def _embedded(self) -> EmbeddedStore:
        from sscb_graph.seed.folder import open_seed
        from sscb_graph.stores.embedded import EmbeddedStore

        return EmbeddedStore(open_seed(self.seed, self.plan))


pass_settings = click.make_pass_decorator(Settings)


def answer_options(command: Command) -> Command:
    """--format and --basis, for every command that answers."""
    with_basis = click.option(
        "--basis",
        "bases",
        multiple=True,
        type=click.Choice(BASES),
        help="Count only facts with this basis; repeat it for several.",
    )
    return format_option(with_basis(command))


def format_option(command: Command) -> Command:
    """--format, for every command that prints rows."""
    option = click.option(
        "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="How to print it."
    )
    return option(command)


def answer(
    settings: Settings,
    question: str,
    typed: Mapping[str, Any],
    form: str,
    bases: Sequence[str],
    next_steps: Callable[[Answer], Sequence[str]] | Sequence[str] = (),
) -> None:
    """Asks a question and prints its answer."""
    from sscb_graph.questions import ask

    found = settings.asked(lambda store: ask(store, question, typed, bases))
    steps = next_steps(found) if callable(next_steps) else next_steps
    echo(format_answer(found, form, steps))


def echo(text: str) -> None:
    """Prints an answer; a reader that has gone away ends it quietly."""
    try:
        click.echo(text)
        sys.stdout.flush()
    except OSError:
        leave_quietly()


def leave_quietly() -> None:
    """Ends with exit code 0 when nobody reads the output any more."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise click.exceptions.Exit(0)


def said(text: str) -> None:
    """A sentence on stderr: whole, unwrapped."""
    click.echo(text, err=True)


def quoted(name: str) -> str:
    """A name as it must be typed on a command line."""
    return f'"{visible(name)}"' if not name.replace("-", "").replace(".", "").isalnum() else name
