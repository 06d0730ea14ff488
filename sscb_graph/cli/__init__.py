"""The command line: parses, calls, prints and exits."""

from __future__ import annotations

import contextlib
import re
import sys
from pathlib import Path

import click

from sscb_graph import __version__
from sscb_graph.cli import diagram, neo4j, plan, tools, trace, who
from sscb_graph.cli.app import Settings, said
from sscb_graph.errors import INTERRUPTED, SscbError, visible


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sscb")
@click.option(
    "--seed", type=click.Path(path_type=Path), metavar="DIR", help="Ask the plan in this folder, not the shipped one."
)
@click.option("--plan", metavar="ID", help="Which plan, where several are present.")
@click.option(
    "--store",
    default="embedded",
    show_default=True,
    metavar="STORE",
    help="Where answers come from: embedded, neo4j or neo4j://host:7687.",
)
@click.pass_context
def cli(context: click.Context, seed: Path | None, plan: str | None, store: str) -> None:
    """Ask a safeguarding partnership's business plan who is accountable for what.

    Every answer says where it is written, and whether the plan states it, or we inherit, infer or assume it.

    \b
    Examples:
      sscb trace ofsted 22
      sscb who reports-to "Business Group"
      sscb due --overdue --as-at 2018-10-01

    Exit codes: 0 fine, 1 findings, 2 usage, 3 bad seed, 4 store unavailable.
    """
    if store not in {"embedded", "neo4j"} and "://" not in store:
        raise click.UsageError(f"There is no store '{store}'. Write embedded, neo4j or neo4j://host:7687.")
    if store != "embedded" and seed and context.invoked_subcommand not in WRITING:
        raise click.UsageError("Say --seed or --store, not both: a question is answered from one of them.")
    context.obj = Settings(seed, plan, store)
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


#: The commands that always speak to Neo4j, for which --seed says what to load.
WRITING = ("load", "unload", "schema", "cypher", "init")

for command in (
    trace.trace,
    who.who,
    who.line,
    who.about,
    who.review,
    plan.due,
    plan.gaps,
    plan.summary,
    plan.search,
    plan.path,
    plan.events,
    diagram.diagram,
    tools.check,
    tools.questions,
    tools.export,
    tools.init,
    neo4j.load,
    neo4j.unload,
    neo4j.schema,
    neo4j.cypher,
):
    cli.add_command(command)


def main(arguments: list[str] | None = None) -> None:
    """Runs the tool and exits: known errors become one sentence on stderr, anything else keeps its traceback."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    sys.exit(_run(arguments))


def _run(arguments: list[str] | None) -> int:
    try:
        code = cli.main(arguments, prog_name="sscb", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except click.ClickException as problem:
        said(f"Error: {_sentence(problem)}")
        return problem.exit_code
    except SscbError as problem:
        said(f"Error: {problem}")
        return problem.exit_code


def _sentence(problem: click.ClickException) -> str:
    """Click's message as one sentence, with the command whose help says more."""
    context = getattr(problem, "ctx", None)
    command = context.command_path if context else "sscb"
    if context and isinstance(problem, click.exceptions.NoArgsIsHelpError) and isinstance(context.command, click.Group):
        return f"Say which: {command} {'|'.join(sorted(context.command.commands))}. See '{command} --help'."
    message = visible(re.sub(r"[\t\n]+", " ", problem.format_message()).strip())
    stop = "" if message.endswith((".", "?", "!")) else "."
    return f"{message}{stop} See '{command} --help'."
