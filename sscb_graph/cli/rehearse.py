"""sscb rehearse: what a proposal would do to the structure, before anybody votes on it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import click

from sscb_graph.cli.adopting import adopt_proposal
from sscb_graph.cli.command_lines import quoted
from sscb_graph.cli.lazy import LazyGroup
from sscb_graph.cli.options import AnswerOptions, page_options
from sscb_graph.cli.output import Output
from sscb_graph.cli.printing import print_message, print_page, print_text
from sscb_graph.cli.settings import Settings, as_typed, pass_settings
from sscb_graph.errors import FINDINGS, Fault, ProposalError, visible
from sscb_graph.folder.source import read_regular
from sscb_graph.questions.answer import Answer
from sscb_graph.questions.asking import Reading
from sscb_graph.rehearsal.answers import (
    Rehearsal,
    areas_answer,
    changes_answer,
    figures_answer,
    findings_answer,
    ledger_answer,
    loads_answer,
    rehearsal_of,
    to_dict,
)
from sscb_graph.rehearsal.outcome import Outcome
from sscb_graph.rehearsal.outcome import rehearse as rehearse_proposal
from sscb_graph.rehearsal.proposal import Proposal, new_proposal, read_proposal
from sscb_graph.resources import proposal_file

#: The worked examples, in seed/proposals/.
EXAMPLES = ("partnership-2019", "fewer-groups", "every-finding", "east-and-west")
#: The name of the command for the file of a proposal, which the group's help lists.
PROPOSAL = "PROPOSAL"
#: The file of a proposal, for every command that needs one that is there.
proposal_type = click.Path(exists=True, dir_okay=False, path_type=Path)
proposal_argument = click.argument("file", type=proposal_type)
Result = TypeVar("Result")


class ProposalGroup(LazyGroup):
    """A group that takes anything other than the names of its commands as the file of a proposal."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The arguments, with the command for a proposal's file before them where they name no command."""
        helped = not args or args[0] in ctx.help_option_names
        named = any(arg in self.list_commands(ctx) for arg in args)
        return super().parse_args(ctx, args if helped or named else [PROPOSAL, *args])


@click.group(cls=ProposalGroup, package=__package__, places={"compare": "rehearse_compare:compare"})
def rehearse() -> None:
    """What a proposal for the structure would do: to actions, recommendations, duties, memberships and lines.

    A PROPOSAL is a CSV, a change in each row, that 'sscb rehearse new' starts. The plan itself is never changed.

    \b
    Examples:
      sscb rehearse new proposal.csv
      sscb rehearse proposal.csv
      sscb rehearse compare proposal.csv other-proposal.csv
    """


@rehearse.command(PROPOSAL)
@proposal_argument
@click.option("--ledger", metavar="FILE", help="Also write where everything goes (.csv, .xlsx, .docx, .md, ...).")
@click.option("--note", metavar="FILE", help="Also write a note for the minutes (.docx, .md, .pdf or .html).")
@page_options
@pass_settings
def of_file(settings: Settings, file: Path, ledger: str | None, note: str | None, how: AnswerOptions) -> None:
    """What comes of the proposal in a FILE; exit code 1 where a finding is serious.

    \b
    Example:
      sscb rehearse proposal.csv --ledger ledger.xlsx --note note.docx
    """
    if note is not None:
        found = _noted(settings, file, Output(note, force=how.output.force))
    else:
        found = rehearsed(settings, read_file(file))
    show_rehearsal(found, how, [f"sscb rehearse {quoted(str(file))} --full"])
    if ledger is not None:
        _write(Output(ledger, force=how.output.force), [ledger_answer(found)])
    if found.serious:
        raise click.exceptions.Exit(FINDINGS)


@rehearse.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--example", type=click.Choice(EXAMPLES), help="Copy a worked example, an illustration only.")
@click.option("--force", is_flag=True, help="Replace a file that is there.")
def new(file: Path, example: str | None, *, force: bool) -> None:
    """Starts a proposal in FILE: a row for each kind of change, which says what it does; or a worked example.

    \b
    Examples:
      sscb rehearse new proposal.csv
      sscb rehearse new fewer.csv --example fewer-groups
    """
    Output(str(file), "csv", force=force).write(proposal_file(example) if example else new_proposal())
    if not example:
        print_message("Fill in the rows that you need, and empty their cells under 'withdrawn'; delete the others.")
    print_message(f"Next: {as_typed([f'sscb rehearse {quoted(str(file))}'])[0]}")


@rehearse.command("load")
@proposal_argument
@pass_settings
def load_outcome(settings: Settings, file: Path) -> None:
    """Loads what comes of the proposal in FILE into Neo4j, as a plan of its own beside the plan.

    Where the proposal splits the plan, there is a plan of its own for each area. The changes are there as nodes with
    the label ChangeEvent, each with the bodies before it and after it.

    \b
    Example:
      sscb rehearse load proposal.csv
    """
    from sscb_graph.cli.load import load_graph  # needs the driver
    from sscb_graph.rehearsal.as_plan import as_plan, digest_of

    found = rehearsed(settings, read_file(file))
    views = [area.view.reader for area in found.areas]
    for graph in views or [as_plan(found.outcome)]:
        load_graph(settings, graph, graph.plan_id, found.outcome.proposal.name, digest_of(found.outcome))


@rehearse.command()
@click.argument("file", metavar=PROPOSAL, type=proposal_type)
@click.option("--by", required=True, metavar="WHO", help="The post or minute that records it, never a person's name.")
@click.option("--on", "day", metavar="DAY", help="When it is recorded; today by default.")
@pass_settings
def adopt(settings: Settings, file: Path, by: str, day: str | None) -> None:
    """Writes a PROPOSAL that was decided into the plan's folder, as recorded facts; a copy of the folder is kept.

    Facts that end get an until date, and those that begin a from date. All of it is written, or nothing. What the
    folder holds already is not written again.

    \b
    Example:
      sscb rehearse adopt proposal.csv --seed my-plan --by "Partnership Board, minute 7"
    """
    adopt_proposal(settings, read_file(file), by, day)


def _noted(settings: Settings, file: Path, output: Output) -> Rehearsal:
    """What comes of a proposal, with its note written."""
    from sscb_graph.cli.rehearsal_note import check_note, rehearsed_with_pictures, write_note  # needs what draws

    check_note(output)
    found, three = with_outcome(settings, read_file(file), rehearsed_with_pictures)
    write_note(found, three, output)
    return found


def read_file(file: Path) -> Proposal:
    """The proposal in a file; raises ProposalError with its faults."""
    name = visible(file.name)
    data, sentence = read_regular(file)
    if sentence:
        raise ProposalError(name, [Fault(name, 0, "", sentence)])
    return read_proposal(name, data)


def rehearsed(settings: Settings, proposal: Proposal) -> Rehearsal:
    """What comes of a proposal for the chosen plan, with what is found of it."""
    return with_outcome(settings, proposal, lambda _, outcome: rehearsal_of(outcome))


def with_outcome(settings: Settings, proposal: Proposal, work: Callable[[Reading, Outcome], Result]) -> Result:
    """What is made of a reading of the chosen plan and of what comes of a proposal for it."""
    with settings.open() as plan:
        return plan.read(lambda reading: work(reading, rehearse_proposal(reading, proposal)), doing="rehearsing")


def answers_of(found: Rehearsal) -> list[Answer]:
    """Everything that a rehearsal answers, the verdict first."""
    of_areas = (areas_answer,) if found.areas else ()
    every = (findings_answer, changes_answer, figures_answer, *of_areas, loads_answer, ledger_answer)
    return [each(found) for each in every]


def show_rehearsal(found: Rehearsal, how: AnswerOptions, next_steps: Sequence[str] = ()) -> None:
    """Prints a rehearsal as its options say, or writes it into a file."""
    output = how.output
    if output.form == "json":
        text = json.dumps(to_dict(found), ensure_ascii=False, indent=2)
        _emit(output, f"{text}\n")
        return
    answers = answers_of(found)
    if output.form == "csv":
        answers = answers[:1]
    if output.to_file:
        _write(output, answers)
    elif output.on_screen:
        print_page(_page(answers, next_steps, full=how.full), answers[0].headline)
    else:
        from sscb_graph.formats import format_answer

        print_text("\n\n".join(format_answer(answer, output.form) for answer in answers))


def _page(answers: Sequence[Answer], next_steps: Sequence[str], *, full: bool) -> str:
    from sscb_graph.formats.brief import brief_page
    from sscb_graph.formats.full import full_page
    from sscb_graph.formats.joined import joined_page
    from sscb_graph.formats.table import page_text

    if full:
        return "\n\n\n".join(page_text(full_page(answer)) for answer in answers)
    findings, changes, figures, *rest = (brief_page(answer, next_steps) for answer in answers)
    of_areas = [page for page, answer in zip(rest, answers[3:], strict=True) if answer.question == "rehearse-areas"]
    # The sentence on the figures says which of them change; the table has those that do not as well.
    return page_text(joined_page(findings, [changes, findings, replace(figures, parts=[]), *of_areas]))


def _emit(output: Output, text: str) -> None:
    if output.to_file:
        output.write(text.encode())
    else:
        print_text(text.rstrip("\n"))


def _write(output: Output, answers: Sequence[Answer]) -> None:
    from sscb_graph.formats.files import file_bytes

    pictures: list[Any] = [None] * len(answers)
    title = answers[0].heading
    output.write(file_bytes(output.form, answers, pictures, title=title, template=output.read_template()))
