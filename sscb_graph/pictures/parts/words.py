"""Short words that several boxes and marks share."""

from __future__ import annotations

import textwrap

#: How many characters of a text stand in a box; all of them are in its title and in the text of the picture.
_CHARACTERS = 72


def shorten(text: str) -> str:
    """The first words of a text."""
    return textwrap.shorten(text, _CHARACTERS, placeholder="...")
