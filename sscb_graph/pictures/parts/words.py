"""Short words that several boxes and marks share."""

from __future__ import annotations

import calendar
import textwrap

#: How many characters of a text stand in a box; all of them are in its title and in the text of the picture.
_CHARACTERS = 72


def month(day: str) -> str:
    """A date of the plan in words.

    >>> month("2019-03"), month("2018-06-30"), month("2019")
    ('March 2019', '30 June 2018', '2019')
    """
    year, *rest = day.split("-")
    names = [calendar.month_name[int(rest[0])]] if rest else []
    return " ".join([*(str(int(number)) for number in rest[1:]), *names, year])


def shorten(text: str) -> str:
    """The first words of a text."""
    return textwrap.shorten(text, _CHARACTERS, placeholder="...")
