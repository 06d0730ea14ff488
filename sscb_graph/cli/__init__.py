"""The command line: parses, calls, prints and exits."""

from __future__ import annotations

import gc

import click

from sscb_graph.cli.lazy import LazyGroup
from sscb_graph.cli.running import run
from sscb_graph.cli.settings import Settings
from sscb_graph.cli.tool_options import tool_options
from sscb_graph.version import __version__

#: Where each top command is: a module of this package, and its attribute. A module is imported when it is called.
COMMANDS = {
    "about": "about:about",
    "actions": "actions:actions",
    "ask": "ask:ask",
    "check": "check:check",
    "cypher": "cypher:cypher",
    "diagram": "diagram:diagram",
    "diff": "diff:diff",
    "documents": "record:documents",
    "due": "due:due",
    "events": "events:events",
    "export": "export:export",
    "gaps": "gaps:gaps",
    "glossary": "record:glossary",
    "help": "help:help_command",
    "impact": "impact:impact",
    "init": "init:init",
    "line": "line:line",
    "links": "record:links",
    "load": "load:load",
    "objectives": "record:objectives",
    "pack": "pack:pack",
    "path": "path:path",
    "questions": "questions:questions",
    "rehearse": "rehearse:rehearse",
    "requirements": "requirements:requirements",
    "review": "review:review",
    "schema": "schema:schema",
    "search": "search:search",
    "summary": "summary:summary",
    "totals": "record:totals",
    "trace": "trace:trace",
    "unload": "unload:unload",
    "upgrade": "upgrade:upgrade",
    "who": "who:who",
}


@click.group(
    cls=LazyGroup,
    package=__name__,
    places=COMMANDS,
    params=tool_options(),
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="sscb")
@click.pass_context
def root(context: click.Context) -> None:
    """Ask a safeguarding partnership's business plan who is accountable for what.

    Every answer says where it is written, and whether the plan states it, the partnership recorded it later, or we
    inherit, infer or assume it. The options below may stand before a command or after it.

    \b
    Examples:
      sscb trace ofsted 22
      sscb who reports-to "Business Group"
      sscb due --overdue --as-at 2018-10-01

    Exit codes: 0 fine, 1 findings, 2 usage, 3 bad seed, 4 store unavailable, 5 could not be done, 70 a defect of sscb.
    """
    context.ensure_object(Settings)
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def main(arguments: list[str] | None = None) -> None:
    """Runs the tool with some arguments (by default those of the process) and exits with its exit code."""
    if arguments is not None:
        run(root, arguments)  # which exits
    # The process ends with its command. Looking for garbage on the way, and once more at the end, would take an
    # eighth of the time of a long answer.
    gc.set_threshold(200_000)
    try:
        run(root, arguments)
    finally:
        gc.freeze()
