"""sscb impact: what a single change would do, without a file."""

from __future__ import annotations

from collections.abc import Sequence

import click

from sscb_graph.cli.options import AnswerOptions, page_options, words_argument
from sscb_graph.cli.printing import print_message
from sscb_graph.cli.rehearse import rehearsed, show_rehearsal
from sscb_graph.cli.settings import Settings, pass_settings
from sscb_graph.errors import FINDINGS, BadValue, ProposalError
from sscb_graph.model.typed_days import read_typed
from sscb_graph.model.vocabulary import ChangeKind
from sscb_graph.rehearsal.proposal import Proposal, ProposedRow

on_option = click.option("--on", "day", metavar="DAY", help="The day or month from which it holds.")
to_option = click.option("--to", metavar="NAME", help="The new name, or whom it reports to.")


@click.group()
def impact() -> None:
    """What a single change would do: to actions, recommendations, duties, memberships and lines.

    For several changes at once see 'sscb rehearse'.

    \b
    Example:
      sscb impact close "Neglect Group"
    """


@impact.command()
@words_argument("name")
@on_option
@page_options
@pass_settings
def close(settings: Settings, name: str, day: str | None, how: AnswerOptions) -> None:
    """What happens if body NAME closes; exit code 1 where a finding is serious.

    \b
    Example:
      sscb impact close Neglect Group --on 2019-03-31
    """
    _show(settings, how, ChangeKind.CLOSE, day, body=(name,))


@impact.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME NAME...")
@click.option("--into", required=True, metavar="NAME", help="What they become: a body that is there, or a new name.")
@click.option("--kind", metavar="KIND", help="The kind of a new body: subgroup, panel, ...")
@on_option
@page_options
@pass_settings
def merge(
    settings: Settings, names: tuple[str, ...], into: str, kind: str | None, day: str | None, how: AnswerOptions
) -> None:
    """What happens if the bodies NAME become one; exit code 1 where a finding is serious.

    \b
    Example:
      sscb impact merge "Health Sub Group" "Education Sub Group" --into "Health and Education Group"
    """
    _show(settings, how, ChangeKind.MERGE, day, body=names, into=(into,), kind=kind)


@impact.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME [NEW]")
@to_option
@on_option
@page_options
@pass_settings
def rename(settings: Settings, names: tuple[str, ...], to: str | None, day: str | None, how: AnswerOptions) -> None:
    """What happens if body NAME gets another name; exit code 1 where a finding is serious.

    \b
    Example:
      sscb impact rename "Area Sub Groups" --to "Practice Forum"
    """
    name, new = _two(names, to)
    _show(settings, how, ChangeKind.RENAME, day, body=(name,), name=new)


@impact.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME [OTHER]")
@to_option
@on_option
@page_options
@pass_settings
def move(settings: Settings, names: tuple[str, ...], to: str | None, day: str | None, how: AnswerOptions) -> None:
    """What happens if body NAME reports to another body instead; exit code 1 where a finding is serious.

    \b
    Example:
      sscb impact move "Early Help" --to SSCB
    """
    name, other = _two(names, to)
    _show(settings, how, ChangeKind.MOVE, day, body=(name,), other=(other,))


@impact.command()
@words_argument("name")
@on_option
@page_options
@pass_settings
def vacate(settings: Settings, name: str, day: str | None, how: AnswerOptions) -> None:
    """What happens if the post NAME, such as a chair, falls vacant; exit code 1 where a finding is serious.

    \b
    Example:
      sscb impact vacate Independent Chair
    """
    _show(settings, how, ChangeKind.CLOSE, day, body=(name,))


def _two(names: Sequence[str], to: str | None) -> tuple[str, str]:
    """What changes, and what it changes to, which is --to or the second of two names."""
    if to is not None:
        return " ".join(names), to
    if len(names) != 2:
        raise click.UsageError("Name the body, and what it changes to: add --to, or put both names in quotation marks.")
    return names[0], names[1]


def _effective(day: str | None) -> dict[str, str]:
    """The first day of what was typed; how it was read is said on stderr."""
    if day is None:
        return {}
    try:
        read = read_typed(day, first=True)
    except ValueError as problem:
        raise BadValue("--on", day, str(problem)) from None
    if read.how:
        print_message(read.how)
    return {"effective": read.iso}


def _show(settings: Settings, how: AnswerOptions, change: ChangeKind, day: str | None, /, **cells: object) -> None:
    """Shows what a single change does; a name that is wrong is a fault of the command line here."""
    given = {column: cell for column, cell in cells.items() if cell is not None}
    ProposedRow.model_rebuild()  # the class defers it
    row = ProposedRow.model_validate({"change": change.value, **given, **_effective(day)})
    named = "; ".join(cells["body"]) if isinstance(cells["body"], tuple) else ""
    try:
        found = rehearsed(settings, Proposal(f"{change.value} {named}", (row,)))
    except ProposalError as problem:
        raise click.UsageError(" ".join(fault.sentence for fault in problem.faults)) from None
    show_rehearsal(found, how)
    if found.serious:
        raise click.exceptions.Exit(FINDINGS)
