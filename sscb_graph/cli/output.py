"""Where answers go: to the screen, or into a file, whose suffix says its format."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from sscb_graph.cli.printing import print_bytes, print_message
from sscb_graph.errors import PlaceTaken, visible
from sscb_graph.files import write_whole
from sscb_graph.formats import BYTES, FORMATS, SUFFIXES

#: What stands for stdout in place of a file.
STDOUT = "-"


@dataclass(frozen=True)
class Output:
    """Where answers go, as it was typed; ``name`` is None for the screen. Raises UsageError where it is not clear."""

    name: str | None = None
    typed: str | None = None
    template: Path | None = None
    force: bool = False

    def __post_init__(self) -> None:
        form = self.form
        if self.name is None and form in BYTES:
            raise click.UsageError(
                f"A file of {form} cannot be shown here: add -o FILE.{form}, or -o {STDOUT} for stdout."
            )
        if self.template is not None and form != "docx":
            raise click.UsageError("--template is for Word: add -o FILE.docx.")

    @property
    def form(self) -> str:
        """The format, one of ALL_FORMATS."""
        return chosen_form(self.name, self.typed, SUFFIXES, FORMATS[0])

    @property
    def on_screen(self) -> bool:
        """Whether a page for people is printed."""
        return self.form == FORMATS[0]

    @property
    def to_file(self) -> bool:
        """Whether a format of files is asked for, be it for stdout."""
        return self.name not in {None, STDOUT} or self.form not in FORMATS

    def words(self) -> list[str]:
        """The options that would give it, as they are typed."""
        options = (("-o", self.name), ("--format", self.typed), ("--template", self.template))
        words = [word for option, value in options if value is not None for word in (option, str(value))]
        return [*words, *(["--force"] if self.force else [])]

    def read_template(self) -> bytes | None:
        """The bytes of the template; raises OSError, which ends as a sentence."""
        return self.template.read_bytes() if self.template else None

    def write(self, data: bytes) -> None:
        """Writes a file whole, or sends it to stdout; raises PlaceTaken, CannotWrite or Abort."""
        if self.name in {None, STDOUT}:
            print_bytes(data)
            return
        path = Path(str(self.name))
        if path.is_file() and not self.force:
            _confirm(path)
        write_whole(path, data)
        print_message(f"Wrote {visible(path)}.")


def chosen_form(name: str | None, typed: str | None, suffixes: Mapping[str, str], default: str) -> str:
    """The form that --format gives, or else the suffix of a file, or else the default.

    Raises UsageError where neither says it, or where they disagree.
    """
    if name == "":
        raise click.UsageError(f"-o needs the name of a file, or '{STDOUT}' for stdout.")
    if name in {None, STDOUT}:
        return typed or default
    suffix = Path(str(name)).suffix.lower().removeprefix(".")
    said = suffixes.get(suffix)
    if said is None and typed is None:
        *most, last = suffixes
        listed = f".{', .'.join(most)} or .{last}"
        raise click.UsageError(f"'{visible(name)}' does not say the form: end it in {listed}.")
    if said is not None and typed not in {None, said}:
        raise click.UsageError(f"'{visible(name)}' says {suffix} and --format says {typed}: leave one out.")
    return typed or str(said)


def _confirm(path: Path) -> None:
    """Asks whether a file may be replaced; raises PlaceTaken where nobody can be asked, and Abort for a no."""
    if not sys.stdin.isatty():
        raise PlaceTaken(path, "it is there already; add --force to replace it")
    click.confirm(f"{visible(path)} is there already. Replace it?", abort=True, err=True)
