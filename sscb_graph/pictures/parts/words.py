"""Short words that several boxes and marks share."""

from __future__ import annotations

import textwrap

from sscb_graph.pictures.picture_data import PictureData
from sscb_graph.questions.rows import Row
from sscb_graph.questions.silence import Cell

#: How many characters of a text stand in a box; all of them are in its title and in the text of the picture.
_CHARACTERS = 72


def shorten(text: str) -> str:
    """The first words of a text."""
    return textwrap.shorten(text, _CHARACTERS, placeholder="...")


def why_blank(data: PictureData, row: Row, cell: Cell, what: str, silent: str) -> str:
    """What a picture says of a blank cell of an action: that facts are left out, what has ended, or ``silent``.

    ``row`` is of the question ``actions``; ``what`` names the cell in lower case.
    """
    # What is left out may stand in the cell, so nothing is said of what has ended either.
    if data.filtered:
        return f"no {what} is drawn"
    ended = row[cell.ended_column]
    return f"{what} ended: {'; '.join(ended)}" if ended else silent
