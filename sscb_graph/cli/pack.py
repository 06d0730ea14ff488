"""sscb pack: several answers in one file, for a meeting."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path

import click

from sscb_graph.cli.answering import COLLECTED, Answered, Collected, write_answers
from sscb_graph.cli.ask import command_for
from sscb_graph.cli.command_lines import quoted
from sscb_graph.cli.options import file_options
from sscb_graph.cli.output import Output
from sscb_graph.cli.pack_file import SUFFIXES, read_pack
from sscb_graph.cli.printing import print_message
from sscb_graph.cli.settings import Settings, pass_settings
from sscb_graph.errors import FINDINGS, ReadBetweenLoads, visible

#: What may stand before a question in a pack: the tool's own name, as it is pasted from elsewhere.
_TOOL = "sscb"
#: The parameter that only commands have which print an answer: no other may run for a pack.
_OF_ANSWERS = "full"


@click.command()
@click.argument("questions", nargs=-1, metavar="[FILE.yaml | QUESTION...]")
@click.option(
    "--for", "body", metavar="NAME", help="For a meeting of this body: what it leads, who reports to it, more."
)
@click.option(
    "--by", "day", metavar="DAY", default="today", show_default=True, help="With --for: what it has due by DAY."
)
@click.option("--title", metavar="TEXT", default="", help="What stands on its front.")
@file_options
@pass_settings
@click.pass_context
def pack(
    context: click.Context,
    settings: Settings,
    questions: tuple[str, ...],
    body: str | None,
    day: str,
    title: str,
    target: str | None,
    form: str | None,
    template: Path | None,
    *,
    force: bool,
) -> None:
    """Several answers in one file. A QUESTION is a command, or plain English, in quotation marks.

    A FILE.yaml holds a title and a list of questions, so that the same pack can be made before every meeting:

    \b
      title: Business Group, December
      questions:
        - who led-by Business Group
        - due --by 2018-09-30
        - which groups are under review?

    \b
    Examples:
      sscb pack "trace ofsted 22" "who chairs" -o pack.docx
      sscb pack --for "Business Group" --by 2018-12-31 -o meeting.docx
    """
    if target is None:
        raise click.UsageError("A pack is a file: add -o pack.docx.")
    output = Output(target, form, template, force)
    if len(questions) == 1 and Path(questions[0]).suffix.lower() in SUFFIXES:
        read = read_pack(Path(questions[0]))
        title, questions = title or read.title, tuple(read.questions)
    asked = [*questions, *(_of_meeting(body, day) if body else [])]
    if not asked:
        raise click.UsageError('Say what to ask: "trace ofsted 22", a FILE.yaml, or --for NAME.')
    found = _answers(context, settings, asked, output)
    write_answers(found, output, title or (f"For {body}" if body else ""))


def _of_meeting(body: str, day: str) -> list[str]:
    """What a meeting of a body asks: what it leads, who reports to it, what is due and what is not decided."""
    name = quoted(body)
    return [
        f"who led-by {name}",
        f"actions --lead {name} --due-to {quoted(day)}",
        f"who reports-to {name}",
        "review",
    ]


def _answers(context: click.Context, settings: Settings, asked: Sequence[str], output: Output) -> list[Answered]:
    """The answers to some questions, all of one state of each plan."""
    collected = Collected(output)
    context.meta[COLLECTED] = collected
    for number, question in enumerate(asked, 1):
        print_message(f"{number} of {len(asked)}: {visible(question)}")
        before = len(collected.found)
        _ask(context, settings, question)
        if len(collected.found) == before:
            raise click.UsageError(f"'{visible(question)}' gives no answer that a page could show.")
    origins = {each.answer.origin for each in collected.found}
    states = {(origin.store, origin.plan, origin.seed): (origin.digest, origin.load) for origin in origins}
    if any(states[origin.store, origin.plan, origin.seed] != (origin.digest, origin.load) for origin in origins):
        raise ReadBetweenLoads
    return collected.found


def _ask(context: click.Context, settings: Settings, question: str) -> None:
    """Runs the command of a question, which leaves its answers with the context instead of printing them."""
    root = context.find_root().command
    words = _words(question)
    command = _command(root, context, words)
    if command is None:
        words = command_for(settings, question)
    elif not any(parameter.name == _OF_ANSWERS for parameter in command.params):
        raise click.UsageError(f"'{visible(question)}' gives no answer: a pack takes questions, such as 'gaps'.")
    try:
        with root.make_context(_TOOL, list(words), parent=context, obj=settings) as again:
            root.invoke(again)
    except click.exceptions.Exit as leaving:
        if leaving.exit_code not in {0, FINDINGS}:
            raise


def _words(question: str) -> list[str]:
    """The words of a question, as a shell would split them; raises UsageError."""
    try:
        words = shlex.split(question)
    except ValueError as problem:
        raise click.UsageError(f"Cannot read '{visible(question)}': {str(problem).lower()}.") from None
    return words[1:] if words[:1] == [_TOOL] else words


def _command(command: click.Command, context: click.Context, words: Sequence[str]) -> click.Command | None:
    """The command that some words call; None where they are no command, but perhaps plain English."""
    found = command
    for word in words:
        if not isinstance(found, click.Group):
            break
        below = found.get_command(context, word)
        if below is None:
            return None
        found = below
    return None if found is command else found
