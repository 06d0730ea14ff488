"""sscb ask: a question in plain English."""

from __future__ import annotations

from collections.abc import Sequence

import click

from sscb_graph.cli.commands_of import as_line, command_of
from sscb_graph.cli.options import AnswerOptions, answer_options, words_argument
from sscb_graph.cli.printing import print_message, print_text
from sscb_graph.cli.settings import Settings, as_typed, pass_settings
from sscb_graph.errors import AmbiguousName, NotUnderstood
from sscb_graph.questions.names import Names
from sscb_graph.questions.understanding import Meaning, is_sure, meanings

#: How many commands are offered where a question is not understood.
_OFFERED = 3


@click.command()
@words_argument("question")
@answer_options
@pass_settings
@click.pass_context
def ask(context: click.Context, settings: Settings, question: str, how: AnswerOptions) -> None:
    """Ask QUESTION in plain English: it is answered by the command that it stands for, or asked back.

    \b
    Examples:
      sscb ask "who is accountable for 2.4?"
      sscb ask what is due by Q2 2018
      sscb ask who reports to the Business Group
    """
    meaning, words = _read(settings, question)
    say = print_text if how.output.on_screen else print_message
    say(f"Read as: {meaning.sentence}\nThe same: {as_typed([as_line(words)])[0]}\n")
    root = context.find_root().command
    with root.make_context("sscb", [*words, *_options(how)], obj=settings) as again:
        root.invoke(again)


def command_for(settings: Settings, question: str) -> list[str]:
    """The words of the command, without "sscb", that a question stands for; raises NotUnderstood or AmbiguousName."""
    return _read(settings, question)[1]


def _read(settings: Settings, question: str) -> tuple[Meaning, list[str]]:
    with settings.open() as plan:
        return plan.read(lambda reading: _understood(reading.names, question), doing="reading the question")


def _understood(names: Names, question: str) -> tuple[Meaning, list[str]]:
    """What a question means, and its command; raises NotUnderstood with the nearest commands, or AmbiguousName."""
    found = meanings(names, question)
    best = next((meaning for meaning in found if meaning.complete), None)
    if best is not None:
        words = command_of(names, best)
        if is_sure(best, [meaning for meaning in found if _command(names, meaning) != words]):
            return best, words
    raise NotUnderstood(question, as_typed(_nearest(names, found)))


def _command(names: Names, meaning: Meaning) -> list[str]:
    """The words of a command; [] where it is not clear what is named."""
    try:
        return command_of(names, meaning)
    except AmbiguousName:
        return []


def _nearest(names: Names, found: Sequence[Meaning]) -> list[str]:
    """The commands of the likeliest meanings, without repeats."""
    lines: dict[str, None] = {}
    for meaning in found:
        if words := _command(names, meaning):
            lines[as_line(words)] = None
        if len(lines) == _OFFERED:
            break
    return list(lines)


def _options(how: AnswerOptions) -> list[str]:
    """The options of an answer, as they are typed."""
    bases = [word for basis in how.bases for word in ("--basis", basis)]
    return [*how.output.words(), *bases, *(["--full"] if how.full else [])]
