"""Dates at the precision that the plan gives: exact days, months or years, always as ISO 8601 text."""

from __future__ import annotations

import re
from calendar import month_abbr, month_name, monthrange
from datetime import date, timedelta

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_BRITISH = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
#: The number of each month by its name, and by its first three letters.
_MONTHS = {name.lower(): number for names in (month_name, month_abbr) for number, name in enumerate(names) if name}
#: A month's name, and the day before it, as people write them ("30th of June") and spreadsheets show them ("30-Jun").
MONTH = rf"(?:{'|'.join(sorted([*_MONTHS, 'sept'], key=len, reverse=True))})\b"
DAY_OF_MONTH = r"\d{1,2}(?:st|nd|rd|th)?(?: of )?[ -]?\b"
_NAMED = re.compile(rf"({DAY_OF_MONTH})?({MONTH})(?:,? |-)(\d{{4}}|\d{{2}})", re.ASCII | re.IGNORECASE)
ADVICE = "write a day as 2018-06-30, 30/06/2018 or 30 June 2018, a month as 2018-06 or June 2018"


def parse(text: str) -> str:
    """An ISO 8601 day, month or year from the text of a cell.

    A cell holds ISO or DD/MM/YYYY text, or a day or a month by its name, as spreadsheets show it: "30-Jun-18",
    "Mar-19". A year of two digits is one of this century. Raises ValueError, with a sentence that says what to write,
    for anything else.
    """
    cell = " ".join(text.split())
    if british := _BRITISH.fullmatch(cell):
        day, month, year = (int(part) for part in british.groups())
        return checked_day(cell, year, month, day)
    if named := _NAMED.fullmatch(cell):
        return _named(cell, *named.groups())
    if not (iso := _ISO.fullmatch(cell)):
        raise ValueError(f"'{cell}' is not a date that can be read; {ADVICE}")
    year, month, day = (int(part) if part else 0 for part in iso.groups())
    if not iso[2]:
        return _checked(cell, cell, year, 1, 1)
    if not iso[3]:
        return _checked(cell, cell, year, month, 1)
    return checked_day(cell, year, month, day)


def parse_day_or_month(text: str) -> str:
    """Like ``parse``, but refuses a year alone: a due date needs at least a month."""
    parsed = parse(text)
    if len(parsed) == 4:
        raise ValueError(f"'{text.strip()}' is a year alone; {ADVICE}")
    return parsed


def is_date(text: str) -> bool:
    """Whether a text is a day, month or year in ISO 8601 form.

    >>> is_date("2019-03"), is_date("2018-02-31"), is_date("31/03/2019")
    (True, False, False)
    """
    try:
        return parse(text) == text
    except ValueError:
        return False


def last_day(text: str) -> str:
    """The last day that a day, month or year can mean: "2019-03" gives "2019-03-31".

    >>> last_day("2019-03")
    '2019-03-31'
    """
    if len(text) == 10:
        return text
    if len(text) == 7:
        year, month = int(text[:4]), int(text[5:])
        return f"{text}-{monthrange(year, month)[1]:02d}"
    return f"{text}-12-31"


def first_day(text: str) -> str:
    """The first day that a day, month or year can mean."""
    return text + "-01-01"[len(text) - 4 :] if len(text) < 10 else text


def before(text: str) -> str:
    """The day before a day, the month before a month or the year before a year.

    >>> before("2019-03-01"), before("2019-01"), before("2019")
    ('2019-02-28', '2018-12', '2018')
    """
    eve = date.fromisoformat(first_day(text)) - timedelta(days=1)
    return eve.isoformat()[: len(text)]


def in_words(text: str, *, short: bool = False) -> str:
    """A date as people write it; ``short`` for tables.

    >>> in_words("2019-03"), in_words("2018-06-30"), in_words("2019")
    ('March 2019', '30 June 2018', '2019')
    >>> in_words("2018-09-30", short=True)
    '30 Sep 2018'
    """
    year, *rest = text.split("-")
    months = month_abbr if short else month_name
    names = [months[int(rest[0])]] if rest else []
    return " ".join([*(str(int(number)) for number in rest[1:]), *names, year])


def when(text: str) -> str:
    """A date as a part of a sentence.

    >>> when("2018-06-30"), when("2019-03"), when("2019")
    ('on 30 June 2018', 'in March 2019', 'in 2019')
    """
    return f"{'on' if len(text) == 10 else 'in'} {in_words(text)}"


def century(year: str) -> int:
    """The year of four digits, or of two digits in this century."""
    return int(year) + (2000 if len(year) == 2 else 0)


def _named(cell: str, day: str | None, name: str, year: str) -> str:
    """The day or month of a text with a month's name."""
    month = _MONTHS[name[:3].lower()]
    if day:
        return checked_day(cell, century(year), month, int(re.sub(r"\D", "", day)))
    if len(year) == 2 and "-" not in cell:  # "June 18" is a day of some year as well
        raise ValueError(f"'{cell}' is not a date that can be read; {ADVICE}")
    return _checked(cell, f"{century(year):04d}-{month:02d}", century(year), month, 1)


def checked_day(cell: str, year: int, month: int, day: int) -> str:
    """A day as ISO 8601; raises ValueError, with the cell, where the calendar has none."""
    return _checked(cell, f"{year:04d}-{month:02d}-{day:02d}", year, month, day)


def _checked(cell: str, iso: str, year: int, month: int, day: int) -> str:
    try:
        date(year, month, day)
    except ValueError:
        raise ValueError(f"'{cell}' is not a day of the calendar; {ADVICE}") from None
    return iso
