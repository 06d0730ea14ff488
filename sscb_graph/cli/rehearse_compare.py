"""sscb rehearse compare: proposals side by side, with doing nothing as the first column."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from sscb_graph.cli.answering import show_answer
from sscb_graph.cli.command_lines import command_line
from sscb_graph.cli.options import AnswerOptions, page_options
from sscb_graph.cli.rehearse import proposal_type, read_file
from sscb_graph.cli.settings import Settings, pass_settings
from sscb_graph.errors import ProposalError
from sscb_graph.questions.answer import Answer
from sscb_graph.questions.asking import Reading
from sscb_graph.rehearsal.answers import Rehearsal, rehearsal_of
from sscb_graph.rehearsal.options import DO_NOTHING, options_answer
from sscb_graph.rehearsal.outcome import rehearse
from sscb_graph.rehearsal.proposal import Proposal


@click.command()
@click.argument("files", nargs=-1, required=True, type=proposal_type, metavar="FILE...")
@page_options
@pass_settings
def compare(settings: Settings, files: tuple[Path, ...], how: AnswerOptions) -> None:
    """The proposals in some FILEs side by side, with doing nothing as the first column.

    It counts what each leaves, and recommends none of them.

    \b
    Example:
      sscb rehearse compare proposal.csv other-proposal.csv -o options.docx
    """
    proposals = _collected(files)
    with settings.open() as plan:
        answer = plan.read(lambda reading: _answer(reading, proposals), doing="rehearsing")
    show_answer(answer, how, [command_line("rehearse", str(files[0]))])


def _collected(files: Sequence[Path]) -> list[Proposal]:
    """The proposals of all files; raises ProposalError with the faults of all of them."""
    found: list[Proposal] = []
    problems: list[ProposalError] = []
    for file in files:
        try:
            found.append(read_file(file))
        except ProposalError as problem:
            problems.append(problem)
    _raise(problems)
    return found


def _answer(reading: Reading, proposals: Sequence[Proposal]) -> Answer:
    """What comes of each proposal and of none; raises ProposalError with the faults of all of them."""
    found: list[Rehearsal] = []
    problems: list[ProposalError] = []
    for proposal in (DO_NOTHING, *proposals):
        try:
            found.append(rehearsal_of(rehearse(reading, proposal)))
        except ProposalError as problem:
            problems.append(problem)
    _raise(problems)
    return options_answer(found)


def _raise(problems: Sequence[ProposalError]) -> None:
    if problems:
        names = ", ".join(problem.name for problem in problems)
        raise ProposalError(names, [fault for problem in problems for fault in problem.faults])
