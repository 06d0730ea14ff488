"""sscb requirements: what law and guidance require of the arrangements, and whether each requirement is met."""

from __future__ import annotations

from pathlib import Path

import click

from sscb_graph.cli.answering import print_answer, show_answer
from sscb_graph.cli.command_lines import quoted
from sscb_graph.cli.options import AnswerOptions, answer_options
from sscb_graph.cli.settings import Settings, pass_settings
from sscb_graph.questions.answer import Caution
from sscb_graph.questions.asking import ask


@click.command()
@click.argument("proposal", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--edition", metavar="YEAR", help="The requirements of YEAR; by default those of the plan's period.")
@answer_options
@pass_settings
def requirements(settings: Settings, proposal: Path | None, edition: str | None, how: AnswerOptions) -> None:
    """What law and guidance require: met, unmet or unknown; with the file of a PROPOSAL, after it.

    Which body meets what stands in requirements_met.csv, and in the rows 'meet' and 'not meet' of a proposal. What
    nobody says is unknown, and never called unmet.

    \b
    Examples:
      sscb requirements
      sscb requirements --edition 2018 --full
      sscb requirements proposal.csv
    """
    typed = {"edition": edition} if edition is not None else {}
    if proposal is None:
        print_answer(settings, "requirements", typed, how, ["sscb who statutory", "sscb gaps"])
        return
    from sscb_graph.cli.rehearse import read_file, with_outcome  # rehearsing takes longer to import than to ask

    rows = read_file(proposal)
    answer = with_outcome(settings, rows, lambda _, outcome: ask(outcome.reading, "requirements", typed, how.bases))
    answer.notes.insert(0, Caution(f"As they would be after {rows.name}: nothing of it is decided here."))
    show_answer(answer, how, [f"sscb rehearse {quoted(str(proposal))}"])
