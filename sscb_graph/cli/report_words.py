"""Commands that are called by the word of a report: the plan says which words there are."""

from __future__ import annotations

import click

from sscb_graph.cli.settings import Settings
from sscb_graph.errors import SscbError, UnknownName, UnknownReport
from sscb_graph.graph.nodes import Report
from sscb_graph.questions.names import Names


class ReportWords(click.Group):
    """A group that takes any word which is none of its commands as that of a report.

    The word is looked up once the plan is open, so that faults of the plan are reported as such, and a wrong word is
    answered with the words that the plan has.
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
        """The fixed command of a name, or the one for a report's word, which finds its word in the context."""
        return super().get_command(ctx, cmd_name) or super().get_command(ctx, self.ANY_WORD)


def report_words(names: Names) -> list[str]:
    """The words of the plan's reports."""
    return [report.word for report in names.nameable(Report)]


def report_of_word(names: Names, word: str) -> Report:
    """The report of a word; raises UnknownReport with the words that the plan has."""
    try:
        return names.report(word)
    except UnknownName:
        raise UnknownReport(word, report_words(names)) from None
