"""sscb diagram: pictures of the plan, each with the same as text."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from sscb_graph.basis import BASES
from sscb_graph.cli.app import Settings, leave_quietly, pass_settings, quoted, said
from sscb_graph.errors import FINDINGS, visible
from sscb_graph.render.diagrams.write import ENGINES, FORMS

if TYPE_CHECKING:
    from sscb_graph.render.diagrams.kinds.bodies import Ask
    from sscb_graph.render.diagrams.picture import Picture

Command = TypeVar("Command", bound=Callable[..., Any])
Result = TypeVar("Result")


def _bases_option(command: Command) -> Command:
    return click.option(
        "--basis", "bases", multiple=True, type=click.Choice(BASES), help="Draw only facts with this basis; repeat it."
    )(command)


def _engine_option(command: Command) -> Command:
    return click.option(
        "--engine",
        type=click.Choice(ENGINES),
        default=ENGINES[0],
        show_default=True,
        help="What draws it: the engine that came with this tool, or your own Graphviz.",
    )(command)


def picture_options(command: Command) -> Command:
    """-o, --format, --engine and --basis, for every command that draws one picture."""
    form = click.option("--format", "form", type=click.Choice(FORMS), help="Its form, if no file name says so.")
    output = click.option(
        "-o", "--output", "target", metavar="FILE", help="The file; its suffix is the form. '-' is stdout."
    )
    return output(form(_engine_option(_bases_option(command))))


@click.group()
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
@click.option("--pages", is_flag=True, help="Also draw every part that the picture leaves out, a file each.")
@click.option(
    "--compare",
    "other",
    metavar="OTHER_SEED",
    type=click.Path(exists=True, path_type=Path),
    help="What changes from this plan to the one in that folder: changes, before and after, a file each.",
)
@pass_settings
def structure(
    settings: Settings,
    target: str | None,
    form: str | None,
    engine: str,
    bases: tuple[str, ...],
    root: str | None,
    depth: int | None,
    *,
    everyone: bool,
    narrow: bool,
    pages: bool,
    other: Path | None,
) -> None:
    """Boards, groups and who reports to whom; bodies whose place is not stated stand apart.

    \b
    Examples:
      sscb diagram structure
      sscb diagram structure -o structure.pdf
      sscb diagram structure --root "Business Group" -o part.svg
    """
    from sscb_graph.render.diagrams.forest import limited
    from sscb_graph.render.diagrams.kinds.structure import draw

    write = partial(_write, target=target, form=form, engine=engine, bases=bases)
    whole, start = _answered(settings, bases, lambda ask: (draw(ask, everyone=everyone), _body_id(ask, root)))
    if other:
        if root or depth is not None or narrow or pages:
            raise click.UsageError("Say --compare without --root, --depth, --narrow and --pages: it draws it whole.")
        theirs = replace(settings, seed=other, plan=None, store="embedded")
        _compare(whole, _answered(theirs, bases, lambda ask: draw(ask, everyone=everyone)), write)
        return
    _parts(partial(limited, whole, narrow=narrow), start, depth, write, pages=pages)


@diagram.group("trace")
def trace() -> None:
    """From a recommendation or an action to its leads and their line to the Board.

    \b
    Example:
      sscb diagram trace ofsted 22
    """


@trace.command()
@click.argument("number")
@picture_options
@pass_settings
def ofsted(settings: Settings, /, number: str, **how: Any) -> None:
    """Recommendation NUMBER of the inspection report, its actions, their leads and the line to the Board.

    \b
    Example:
      sscb diagram trace ofsted 22
    """
    from sscb_graph.render.diagrams.kinds.trace import ofsted as draw

    _draw(settings, lambda ask: draw(ask, number), **how)


@trace.command()
@click.argument("number")
@picture_options
@pass_settings
def action(settings: Settings, /, number: str, **how: Any) -> None:
    """Action NUMBER, what it cites, its leads and the line to the Board.

    \b
    Example:
      sscb diagram trace action 2.4
    """
    from sscb_graph.render.diagrams.kinds.trace import action as draw

    _draw(settings, lambda ask: draw(ask, number), **how)


@diagram.command()
@click.argument("number")
@picture_options
@pass_settings
def priority(settings: Settings, /, number: str, **how: Any) -> None:
    """Priority NUMBER, its actions, what they cite and who leads them.

    \b
    Example:
      sscb diagram priority 2
    """
    from sscb_graph.render.diagrams.kinds.priority import draw

    _draw(settings, lambda ask: draw(ask, number), **how)


@diagram.command()
@click.argument("name")
@picture_options
@pass_settings
def body(settings: Settings, /, name: str, **how: Any) -> None:
    """Body NAME, everything that the plan relates it to, and what it leads.

    \b
    Example:
      sscb diagram body "Business Group"
    """
    from sscb_graph.render.diagrams.kinds.body import draw

    _draw(settings, lambda ask: draw(ask, name), **how)


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
    from sscb_graph.render.diagrams.kinds.coverage import draw

    _draw(settings, lambda ask: draw(ask, by), **how)


@diagram.command()
@picture_options
@pass_settings
def timeline(settings: Settings, /, **how: Any) -> None:
    """When actions are due, quarter by quarter, with their status.

    \b
    Example:
      sscb diagram timeline
    """
    from sscb_graph.render.diagrams.kinds.timeline import draw

    _draw(settings, draw, **how)


@diagram.command("all")
@click.option(
    "-o", "--output", "folder", type=click.Path(file_okay=False, path_type=Path), default="diagrams", show_default=True
)
@click.option("--check", is_flag=True, help="Write nothing; exit code 1 where a file is not as it would be drawn.")
@_engine_option
@pass_settings
def everything(settings: Settings, folder: Path, engine: str, *, check: bool) -> None:
    """The standard pictures, and any other of this tool's in the folder, as SVG, PNG and text.

    \b
    Example:
      sscb diagram all -o pictures
    """
    from sscb_graph.files import write_whole
    from sscb_graph.render.diagrams.gallery import gallery, stale

    held = sorted({path.stem for path in folder.glob("*.svg")}) if folder.is_dir() else []
    files = gallery(_answered(settings, (), lambda ask: _gallery_pictures(ask, held)), engine)
    if check:
        if wrong := stale(folder, files):
            said(
                f"Not as they would be drawn: {', '.join(wrong)}. Draw them anew: sscb diagram all -o {visible(folder)}"
            )
            raise click.exceptions.Exit(FINDINGS)
        said(f"All {len(files)} files in {visible(folder)} are as they would be drawn.")
        return
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        write_whole(folder / name, data)
    said(f"Wrote {len(files)} files to {visible(folder)}.")


def _gallery_pictures(ask: Ask, held: list[str]) -> list[Picture]:
    from sscb_graph.render.diagrams.gallery import pictures

    return pictures(ask, held)


def _answered(settings: Settings, bases: tuple[str, ...], work: Callable[[Ask], Result]) -> Result:
    """What is made of the answers to some questions, all from one reading of the store."""
    from sscb_graph.questions import ask

    return settings.asked(lambda store: work(lambda name, **typed: ask(store, name, typed, bases)))


def _counted(picture: Picture, bases: tuple[str, ...]) -> Picture:
    """The picture, with a note on which facts it counts where it does not count all."""
    if not bases or set(bases) == set(BASES):
        return picture
    kept = " or ".join(basis for basis in BASES if basis in bases)
    return picture.with_notes(
        [f"Only facts that are {kept} are drawn: what else the plan says, or does not, is left out."]
    )


def _draw(settings: Settings, draw: Callable[[Ask], Picture], bases: tuple[str, ...], **how: Any) -> None:
    """Draws one picture and writes it."""
    _write(_answered(settings, bases, draw), bases=bases, **how)


def _body_id(ask: Ask, name: str | None) -> str | None:
    return ask("actions-of-body", body=name).parameters["body"] if name else None


def _write(
    picture: Picture, target: str | None, form: str | None, engine: str, bases: tuple[str, ...], *, suffix: str = ""
) -> None:
    """Writes a picture to its file or to stdout, and says where it is and what it cannot show."""
    from sscb_graph.files import write_whole
    from sscb_graph.render.diagrams.glyphs import warnings
    from sscb_graph.render.diagrams.write import written

    form = _form(target, form)
    picture = _counted(picture, bases)
    data = written(picture, form, engine)
    for warning in warnings(picture, form):
        said(f"Warning: {warning}")
    if picture.left_out:
        said(picture.left_out)
    if target == "-":
        _to_stdout(data)
        return
    path = Path(target) if target else Path(f"{picture.name}.{form}")
    path = path.with_name(f"{path.stem}{suffix}{path.suffix}")
    write_whole(path, data)
    said(f"Wrote {visible(path)}{_size(data, form)}.{_as_text(form)}")


def _as_text(form: str) -> str:
    """The command that writes the same as text."""
    if form == "txt":
        return ""
    context = click.get_current_context()
    arguments = [
        context.params[one.name] for one in context.command.params if isinstance(one, click.Argument) and one.name
    ]
    return f" As text: {' '.join([context.command_path, *map(quoted, arguments)])} --format txt"


def _form(target: str | None, form: str | None) -> str:
    """The form of a picture: as its file is named, or as --format says."""
    if target in {None, "-"}:
        return form or "svg"
    suffix = Path(str(target)).suffix.lower().removeprefix(".")
    if suffix not in FORMS and not form:
        raise click.UsageError(
            f"'{visible(target)}' does not say the form: end it in .{', .'.join(FORMS[:-1])} or .txt."
        )
    if form and suffix in FORMS and suffix != form:
        raise click.UsageError(f"'{visible(target)}' says {suffix} and --format says {form}: leave one out.")
    return form or suffix


def _size(data: bytes, form: str) -> str:
    """The paper that a picture needs at its own size, at which no type is under 8 points."""
    if form not in {"svg", "pdf"}:
        return ""
    from sscb_graph.render.diagrams.pdf import sheet

    return f" ({sheet(data, form)})"


def _to_stdout(data: bytes) -> None:
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    except OSError:
        leave_quietly()


def _parts(
    part: Callable[..., Picture], root: str | None, depth: int | None, write: Callable[..., None], *, pages: bool
) -> None:
    """Draws what fits, and with ``pages`` every part that is left out, each in a file of its own."""
    first = part(root, depth)
    write(first)
    waiting, told = list(first.parts) if pages else [], {root}
    while waiting:
        key = waiting.pop(0)
        if key not in told:
            told.add(key)
            one = part(key)
            write(replace(one, name=first.name), suffix=f"-{key}")
            waiting += one.parts


def _compare(before: Picture, after: Picture, write: Callable[..., None]) -> None:
    from sscb_graph.render.diagrams.compare import compare

    three = compare(before, after)
    write(three.changes)
    if write.keywords["target"] != "-":  # type: ignore[attr-defined]
        write(replace(three.before, name=three.changes.name), suffix="-before")
        write(replace(three.after, name=three.changes.name), suffix="-after")
