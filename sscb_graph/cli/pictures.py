"""Where a picture goes: its file and form, and the messages about it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from sscb_graph.cli.command_lines import command_line, quoted
from sscb_graph.cli.output import STDOUT, chosen_form
from sscb_graph.cli.printing import print_bytes, print_message
from sscb_graph.cli.settings import Settings
from sscb_graph.drawing.drawing import Drawing
from sscb_graph.drawing.forms import ENGINES, FORMS
from sscb_graph.drawing.glyphs import find_warnings
from sscb_graph.drawing.render import render_pages, render_picture
from sscb_graph.errors import NoEngine, visible
from sscb_graph.files import write_whole
from sscb_graph.model.basis import BASES
from sscb_graph.pictures.names_of_files import picture_name
from sscb_graph.pictures.picture import Picture
from sscb_graph.text import many

Command = TypeVar("Command", bound=Callable[..., Any])

#: The parameters that say where a picture goes, not what is in it.
_WHERE = frozenset({"target", "form", "engine", "pages"})


@dataclass(frozen=True)
class Target:
    """Where a picture goes, in which form, and what draws it. Raises UsageError where the form is not clear."""

    name: str | None
    form: str
    engine: str

    @classmethod
    def of(cls, name: str | None, form: str | None, engine: str) -> Target:
        """The target of the options: --format gives the form, or else the suffix of the file."""
        return cls(name, chosen_form(name, form, {each: each for each in FORMS}, FORMS[0]), engine)

    @property
    def stdout(self) -> bool:
        """Whether the picture goes to standard output."""
        return self.name == STDOUT

    def path(self, picture: Picture, suffix: str = "") -> Path:
        """The file of a picture, or of a part of it with a suffix to its name."""
        path = Path(self.name) if self.name else Path(f"{picture.name}.{self.form}")
        return path.with_name(f"{path.stem}{suffix}{path.suffix}")


def picture_options(command: Command) -> Command:
    """-o, --format, --engine and --basis, for every command that draws the answers to questions."""
    bases = click.option(
        "--basis", "bases", multiple=True, type=click.Choice(BASES), help="Draw only facts with this basis; repeat it."
    )
    return where_options(bases(command))


def where_options(command: Command) -> Command:
    """-o, --format and --engine, for every command that draws."""
    form = click.option("--format", "form", type=click.Choice(FORMS), help="Its form, if no file name says so.")
    output = click.option(
        "-o", "--output", "target", metavar="FILE", help="The file; its suffix is the form. '-' is stdout."
    )
    return output(form(engine_option(command)))


def engine_option(command: Command) -> Command:
    """--engine, for every command that draws."""
    return click.option(
        "--engine",
        type=click.Choice(ENGINES),
        default=ENGINES[0],
        show_default=True,
        help="What draws it: the engine that came with this tool, or your own Graphviz.",
    )(command)


@contextlib.contextmanager
def advise_on_engine(engine: str) -> Iterator[None]:
    """Adds to the error for a missing Graphviz of the user's own how to do without it."""
    try:
        yield
    except NoEngine as problem:
        if engine == ENGINES[0]:
            raise
        raise NoEngine(f"{problem.why}, or leave out --engine") from None


def write(picture: Picture, target: Target, suffix: str = "") -> None:
    """Writes a picture to its file or to stdout, and says where it is and what it cannot show."""
    with advise_on_engine(target.engine):
        drawing = render_picture(picture, target.form, target.engine)
    _warn([picture], target.form)
    if target.stdout:
        print_bytes(drawing.data)
        return
    path = target.path(picture, suffix)
    write_whole(path, drawing.data)
    _advise_everyone(picture)
    print_message(f"Wrote {visible(path)}{_paper(drawing)}.{_as_text(target.form)}")


def write_parts(parts: Mapping[str, Picture], target: Target) -> None:
    """Writes a picture and the parts that it leaves out, by what each begins with: pages of a PDF, or a file each."""
    first, *others = parts.values()
    _warn([first, *others], target.form)
    path = target.path(first)
    if target.form == "pdf":
        with advise_on_engine(target.engine):
            book = render_pages([first, *others], target.engine)
        write_whole(path, book.data)
        _advise_everyone(first)
        print_message(f"Wrote {visible(path)}, {many(len(parts), 'page')}.")
        return
    for key, part in parts.items():
        with advise_on_engine(target.engine):
            drawing = render_picture(part, target.form, target.engine)
        write_whole(target.path(first, "" if part is first else f"-{picture_name(key)}"), drawing.data)
    _advise_everyone(first)
    beside = f" and {many(len(others), 'part')} beside it, named after what they begin with" if others else ""
    print_message(f"Wrote {visible(path)}{beside}.")


def _warn(pictures: Sequence[Picture], form: str) -> None:
    """Says what the form cannot show, what is left out, and how to see it."""
    for warning in dict.fromkeys(warning for picture in pictures for warning in find_warnings(picture, form)):
        print_message(f"Warning: {warning}")
    whole = pictures[0]
    if whole.left_out:
        print_message(f"{whole.left_out.sentence}{_advise_parts(whole)}")


def _advise_everyone(picture: Picture) -> None:
    if picture.not_drawn:
        print_message(
            f"{many(picture.not_drawn, 'other body is', 'other bodies are')} not drawn: --everyone draws them too."
        )


def _advise_parts(picture: Picture) -> str:
    """How to see what a part of a structure leaves out, where another part would show it."""
    names = [box.name for key in picture.parts if (box := picture.box(key))]
    if not names or (picture.left_out and picture.left_out.paged):
        return ""
    return f" Draw a part with --root, such as --root {quoted(names[0])}, or all of them with --pages."


def _paper(drawing: Drawing) -> str:
    return f" ({drawing.paper})" if drawing.paper else ""


def _as_text(form: str) -> str:
    """The command that writes the same as text."""
    return "" if form == "txt" else f" As text: {_again(click.get_current_context())}"


def _again(context: click.Context) -> str:
    """The command line that was typed, for a text and without where the picture goes; the tool's options come first."""
    words, options, arguments = [], ["--format", "txt"], []
    for each in _contexts(context):
        words.append(quoted(str(each.info_name)))
        for parameter, value in _typed(each):
            if isinstance(parameter, click.Argument):
                arguments.append(str(value))
            else:
                options += [parameter.opts[0], *([] if value is True else [quoted(str(value))])]
    settings = context.ensure_object(Settings)
    tool = [word for option, value in settings.typed() for word in (option, quoted(value))]
    return command_line(" ".join([*tool, *words, *options]), *arguments)


def _contexts(context: click.Context) -> list[click.Context]:
    """The contexts of a command and of the groups above it, the outermost first, without that of the whole tool."""
    return [*_contexts(context.parent), context] if context.parent else []


def _typed(context: click.Context) -> Iterator[tuple[click.Parameter, Any]]:
    """The parameters of a command that were typed and do not say where the picture goes, with each of their values."""
    for parameter in context.command.params:
        name = str(parameter.name)
        if name in _WHERE or context.get_parameter_source(name) != ParameterSource.COMMANDLINE:
            continue
        if name in context.params:
            value = context.params[name]
            yield from ((parameter, each) for each in (value if isinstance(value, tuple) else (value,)))
