"""What a table is printed on: how wide it is, and whether it shows bold type and colours."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass

from sscb_graph.formats.text_width import fold_lines, without_controls
from sscb_graph.model.basis import Basis

#: Columns where nobody says how wide it is, at least and at most.
WIDTH, NARROWEST, WIDEST = 80, 40, 120
#: The colour of each basis, as ANSI codes; the word itself says the same.
_COLOURS: dict[str, str] = {
    Basis.STATED: "32",
    Basis.RECORDED: "34",
    Basis.INHERITED: "36",
    Basis.INFERRED: "33",
    Basis.ASSUMED: "35",
}


@dataclass(frozen=True)
class Terminal:
    """A terminal, or a pipe or file that shows plain text."""

    width: int = WIDTH
    styled: bool = False
    coloured: bool = False

    @classmethod
    def of_stdout(cls) -> Terminal:
        """What stdout is: a pipe has 80 columns and no styles; NO_COLOR keeps bold type, TERM=dumb nothing."""
        if not sys.stdout.isatty():
            return cls()
        width = min(shutil.get_terminal_size((WIDTH, 24)).columns, WIDEST)
        styled = os.environ.get("TERM", "").lower() not in {"dumb", "unknown"}
        return cls(max(width, NARROWEST), styled, styled and not os.environ.get("NO_COLOR"))

    def bold(self, text: str) -> str:
        """A text in bold type, where there is any."""
        return f"\x1b[1m{text}\x1b[0m" if self.styled and text else text

    def colour_basis(self, cell: str) -> str:
        """A cell that holds a basis, in its colour, where there are any."""
        code = _COLOURS.get(cell.strip()) if self.coloured else None
        return f"\x1b[{code}m{cell}\x1b[0m" if code else cell

    def fold(self, text: str, margin: int = 0) -> list[str]:
        """The lines of a text within the width, less a margin."""
        return fold_lines(without_controls(text), self.width - margin)
