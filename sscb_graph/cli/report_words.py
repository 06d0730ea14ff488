"""Commands that are called by the word of a report: the plan says which words there are."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence

import click

from sscb_graph.cli.settings import Settings
from sscb_graph.errors import SscbError, UnknownName, UnknownReport
from sscb_graph.graph.nodes import Node, Report
from sscb_graph.questions.names import Names


class ReportWords(click.Group):
    """A group that takes any word other than its commands as the word of a report, or as what else has such a name.

    The word is looked up once the plan is open, so that faults of the plan are reported as such, and the error for a
    wrong word lists the words of the plan.
    """

    #: The name of the command for a report's word, and what the help lists where the plan cannot be opened.
    ANY_WORD = "WORD"

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The fixed commands and the words of the plan's reports, where the plan can be opened."""
        try:
            with ctx.ensure_object(Settings).open() as plan:
                words = plan.read(lambda reading: report_words(reading.names))
        except (SscbError, click.UsageError):
            return sorted(self.commands)
        return sorted({*self.commands, *words} - {self.ANY_WORD})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The fixed command with a name, or the command for a report's word, which reads the word from the context."""
        return super().get_command(ctx, cmd_name) or super().get_command(ctx, self.ANY_WORD)


def report_words(names: Names) -> list[str]:
    """The words of the plan's reports."""
    return [report.word for report in names.nameable(Report)]


def meant(names: Names, word: str, numbers: Sequence[str]) -> Sequence[Node]:
    """What a word and what follows it name: a report, items of a report, or whatever else has such a name.

    Raises UsageError for a blank number, UnknownReport, with the words that the plan has, for a number behind a word
    that nothing has, and what ``Names.things`` raises.
    """
    if not all(map(str.strip, numbers)):
        raise click.UsageError("A number is blank.")
    typed = " ".join([word, *numbers])
    with contextlib.suppress(UnknownName):
        return [names.report(typed)]
    try:
        return names.things(typed)
    except UnknownName as problem:
        if problem.wanted == "body" and (not problem.nearest or any(number[0].isdecimal() for number in numbers)):
            raise UnknownReport(word, report_words(names)) from None
        raise
