"""sscb diagram: pictures of the plan, each with the same as text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import click

from sscb_graph.cli.comparing import write_comparison
from sscb_graph.cli.lazy import LazyGroup
from sscb_graph.cli.options import words_argument
from sscb_graph.cli.pictures import Target, advise_on_engine, engine_option, picture_options, write, write_parts
from sscb_graph.cli.printing import print_message
from sscb_graph.cli.report_words import ReportWords, meant
from sscb_graph.cli.settings import Settings, pass_settings
from sscb_graph.drawing.gallery import find_stale, names_in, render_gallery
from sscb_graph.errors import FINDINGS, BadValue, NotInPicture, visible
from sscb_graph.files import make_folder, write_whole
from sscb_graph.graph.nodes import Action, Recommendation
from sscb_graph.pictures.collection import collect_pictures
from sscb_graph.pictures.compare import Comparison, compare_plans
from sscb_graph.pictures.kinds import body as body_kind
from sscb_graph.pictures.kinds import coverage as coverage_kind
from sscb_graph.pictures.kinds import priority as priority_kind
from sscb_graph.pictures.kinds import structure as structure_kind
from sscb_graph.pictures.kinds import timeline as timeline_kind
from sscb_graph.pictures.kinds.trace import from_action, from_recommendation
from sscb_graph.pictures.pages import all_parts
from sscb_graph.pictures.part import take_part
from sscb_graph.pictures.picture import Picture
from sscb_graph.pictures.picture_data import PictureData
from sscb_graph.stores.address import StoreAddress

Result = TypeVar("Result")


@click.group(cls=LazyGroup, package=__package__, places={"rehearse": "diagram_rehearse:rehearse"})
def diagram() -> None:
    """Draw the plan as a picture: SVG, PNG, PDF, DOT, or the same as text.

    \b
    Example:
      sscb diagram structure
    """


@diagram.command()
@picture_options
@click.option("--root", metavar="NAME", help="Only this body and what is below it.")
@click.option("--depth", type=click.IntRange(0), metavar="N", help="Only so many levels below the top.")
@click.option("--everyone", is_flag=True, help="Also bodies without a line, a lead or a decision, set apart.")
@click.option("--narrow", is_flag=True, help="Tall and narrow, for a phone.")
@click.option("--pages", is_flag=True, help="Also every part that is left out: pages of a PDF, or a file each.")
@click.option(
    "--compare",
    "other",
    metavar="OTHER_SEED",
    type=click.Path(exists=True, path_type=Path),
    help="What changes from this plan to the one in that folder: changes, before and after, a file each.",
)
@pass_settings
def structure(settings: Settings, /, other: Path | None, **how: Any) -> None:
    """Boards, groups and who reports to whom; bodies whose place is not stated stand apart.

    \b
    Examples:
      sscb diagram structure
      sscb diagram structure -o structure.pdf
      sscb diagram structure --root "Business Group" -o part.svg
    """
    target = Target.of(how.pop("target"), how.pop("form"), how.pop("engine"))
    bases = how.pop("bases")
    if other:
        everyone = how.pop("everyone")
        if any(how[name] not in {None, False} for name in how):
            raise click.UsageError("Say --compare without --root, --depth, --narrow and --pages: it draws it whole.")
        if bases:
            raise click.UsageError("Say --compare without --basis: a change of a fact that is left out is no change.")
        _compare(
            settings, replace(settings, seed=other, plan=None, store=StoreAddress.EMBEDDED), target, everyone=everyone
        )
    else:
        _structure(settings, bases, target, **how)


@diagram.group("trace", cls=ReportWords)
def trace() -> None:
    """From a recommendation or an action to its leads and their line to the Board.

    \b
    Example:
      sscb diagram trace ofsted 22
    """


@trace.command(ReportWords.ANY_WORD)
@click.argument("numbers", nargs=-1, metavar="NUMBER")
@picture_options
@click.pass_context
def of_report(context: click.Context, /, numbers: tuple[str, ...], **how: Any) -> None:
    """Recommendation NUMBER of this report, its actions, their leads and the line to the Board.

    \b
    Example:
      sscb diagram trace ofsted 22
    """
    word = str(context.info_name)

    def compose(data: PictureData) -> Picture:
        thing = meant(data.names, word, numbers)
        if len(thing) == 1 and isinstance(thing[0], Recommendation):
            return from_recommendation(data, thing[0].id)
        if isinstance(thing[0], Action):
            return from_action(data, " ".join([word, *numbers]))
        raise click.UsageError("Name one recommendation or one action: 'ofsted 22', or 'action 2.4'.")

    _draw(context.ensure_object(Settings), compose, **how)


@trace.command()
@words_argument("number")
@picture_options
@pass_settings
def action(settings: Settings, /, number: str, **how: Any) -> None:
    """Action NUMBER, what it cites, its leads and the line to the Board.

    \b
    Example:
      sscb diagram trace action 2.4
    """
    _draw(settings, lambda data: from_action(data, number), **how)


@diagram.command()
@words_argument("number")
@picture_options
@pass_settings
def priority(settings: Settings, /, number: str, **how: Any) -> None:
    """Priority NUMBER, its actions, what they cite and who leads them.

    \b
    Example:
      sscb diagram priority 2
    """
    _draw(settings, lambda data: priority_kind.compose(data, number), **how)


@diagram.command()
@words_argument("name")
@picture_options
@pass_settings
def body(settings: Settings, /, name: str, **how: Any) -> None:
    """Body NAME, the bodies and documents that the plan relates it to, and the actions that it leads.

    \b
    Example:
      sscb diagram body Business Group
    """
    _draw(settings, lambda data: body_kind.compose(data, name), **how)


@diagram.command()
@picture_options
@click.option(
    "--by", type=click.Choice(["priority", "lead"]), default="priority", show_default=True, help="What its columns are."
)
@pass_settings
def coverage(settings: Settings, /, by: str, **how: Any) -> None:
    """Which recommendations are cited, by the actions of which priority or lead.

    \b
    Example:
      sscb diagram coverage --by lead -o coverage.pdf
    """
    _draw(settings, lambda data: coverage_kind.compose(data, by), **how)


@diagram.command()
@picture_options
@pass_settings
def timeline(settings: Settings, /, **how: Any) -> None:
    """When actions are due, quarter by quarter, with their status.

    \b
    Example:
      sscb diagram timeline
    """
    _draw(settings, timeline_kind.compose, **how)


@diagram.command("all")
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default="diagrams",
    show_default=True,
    help="The folder.",
)
@click.option("--check", is_flag=True, help="Write nothing; exit code 1 where a file is not as it would be drawn.")
@engine_option
@pass_settings
def everything(settings: Settings, folder: Path, engine: str, *, check: bool) -> None:
    """The standard pictures, and the traces, bodies and parts that the folder holds, as SVG, PNG and text.

    \b
    Example:
      sscb diagram all -o pictures
    """
    held = names_in(folder)
    pictures = _read(settings, (), lambda data: collect_pictures(data, held))
    with advise_on_engine(engine):
        files = render_gallery(pictures, engine)
    if not check:
        make_folder(folder)
        for name, data in files.items():
            write_whole(folder / name, data)
        print_message(f"Wrote {len(files)} files to {visible(folder)}.")
    wrong, extra = find_stale(folder, files)
    if wrong:
        print_message(
            f"Not as they would be drawn: {', '.join(wrong)}. Draw them anew: sscb diagram all -o {visible(folder)}"
        )
    if extra:
        print_message(
            f"Of no picture of this plan: {', '.join(map(visible, extra))}. Remove them, or keep them elsewhere."
        )
    if check and not wrong and not extra:
        print_message(f"All {len(files)} files in {visible(folder)} are as they would be drawn.")
    if check and (wrong or extra):
        raise click.exceptions.Exit(FINDINGS)


def _read(settings: Settings, bases: tuple[str, ...], work: Callable[[PictureData], Result]) -> Result:
    """What is made of the answers to some questions, all in one reading of the store."""
    with settings.open() as plan:
        return plan.read(lambda reading: work(PictureData(reading, bases)), doing="answering the questions")


def _draw(
    settings: Settings,
    compose: Callable[[PictureData], Picture],
    target: str | None,
    form: str | None,
    engine: str,
    bases: tuple[str, ...],
) -> None:
    """Draws a picture and writes it."""
    where = Target.of(target, form, engine)
    write(_read(settings, bases, compose), where)


def _structure(
    settings: Settings,
    bases: tuple[str, ...],
    target: Target,
    *,
    root: str | None,
    depth: int | None,
    everyone: bool,
    narrow: bool,
    pages: bool,
) -> None:
    """Draws the structure or a part of it, and with ``pages`` every part that is left out."""
    if pages and target.stdout:
        raise click.UsageError("Say --pages with a file: there is more than one picture.")

    def work(data: PictureData) -> tuple[Picture, str | None]:
        return structure_kind.compose(data, everyone=everyone), data.names.body(root).id if root is not None else None

    whole, start = _read(settings, bases, work)
    try:
        if pages:
            write_parts(all_parts(whole, start, depth, narrow=narrow), target)
        else:
            # A text needs no paper, so nothing is left out of it unless --depth says so.
            write(take_part(whole, start, depth, narrow=narrow, whole=target.form == "txt"), target)
    except NotInPicture:
        advice = "" if everyone else "; '--everyone' draws bodies without a place too"
        raise BadValue("--root", str(root), f"the structure does not draw it{advice}") from None


def _compare(settings: Settings, theirs: Settings, target: Target, *, everyone: bool) -> None:
    """Draws what changes from one plan to another, and with a file also how it was and will be."""

    def work(before: PictureData) -> Comparison:
        return _read(theirs, (), lambda after: compare_plans(before, after, everyone=everyone))

    write_comparison(_read(settings, (), work), target)
