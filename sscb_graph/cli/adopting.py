"""Writes a proposal that was decided into a plan's folder, and says what was written."""

from __future__ import annotations

from pathlib import Path

import click

from sscb_graph.cli.command_lines import quoted
from sscb_graph.cli.printing import print_message
from sscb_graph.cli.settings import Settings
from sscb_graph.errors import BadValue, visible
from sscb_graph.folder.source import BEFORE_ADOPTION, SeedFolder, open_seed
from sscb_graph.folder.writer import rewrite
from sscb_graph.model.typed_days import read_typed, today
from sscb_graph.rehearsal.adoption import Adopted, adopt
from sscb_graph.rehearsal.proposal import Proposal
from sscb_graph.text import many


def adopt_proposal(settings: Settings, proposal: Proposal, by: str, day: str | None) -> None:
    """Writes a proposal into the chosen folder; ``by`` is a post or minute, ``day`` as typed (None: today).

    Raises UsageError for the shipped plan and for a shared store, BadValue, and what ``rewrite`` and ``adopt`` raise.
    """
    seed = _folder(settings)
    who, on = _recorder(by), _recorded_on(day)
    copy, done = rewrite(seed, BEFORE_ADOPTION, lambda folder: adopt(folder, proposal, who, on))
    if copy is None:
        print_message(f"Nothing is left to adopt: {visible(seed.path)} holds every change. Nothing was written.")
        return
    _tell(seed.path, copy, done)


def _folder(settings: Settings) -> SeedFolder:
    """The folder to write into."""
    if settings.address.shared:
        raise click.UsageError(
            "A shared store cannot be changed: adopt into the plan's folder with --seed DIR, then 'sscb load DIR'."
        )
    if settings.seed is None:
        raise click.UsageError(
            "The shipped plan cannot be changed: copy it with 'sscb init my-plan --example surrey', "
            "then say --seed my-plan."
        )
    return open_seed(settings.seed, settings.plan)


def _recorder(by: str) -> str:
    who = by.strip()
    if not who or visible(who) != who:
        raise BadValue("--by", by, "write the post or the minute that records it, on one line")
    return who


def _recorded_on(day: str | None) -> str:
    if day is None:
        return today()
    try:
        read = read_typed(day)
    except ValueError as problem:
        raise BadValue("--on", day, str(problem)) from None
    if read.how:
        print_message(read.how)
    return read.iso


def _tell(folder: Path, copy: Path, done: Adopted) -> None:
    """Says what was written, file by file, and where the folder is kept as it was."""
    outcome = done.outcome
    held = f"; {many(len(outcome.adopted), 'row')} of it it held already" if outcome.adopted else ""
    count = many(len(outcome.changes), "change")
    print_message(f"Adopted {count} of {outcome.proposal.name} into {visible(folder)}{held}.")
    for table in done.tables:
        print_message(f"  {table.words}")
    print_message(f"The folder as it was is kept in {visible(copy)}.")
    print_message(f"Next: sscb --seed {quoted(str(folder))} check")
