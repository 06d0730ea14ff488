"""A day as people type it: "30 June 2018", "30/06/18", "June 2018", "Q2 2018", "today"; never guessed."""

from __future__ import annotations

import re
from calendar import month_name
from datetime import date
from typing import NamedTuple

from sscb_graph.model.dates import DAY_OF_MONTH, MONTH, century, checked_day, first_day, in_words, last_day, parse

TODAY = "today"
#: What people may type for a day.
WRITE_DAY = (
    "write a day as 30 June 2018, 30/06/2018 or 2018-06-30, a month as June 2018, a calendar quarter as Q2 2018, "
    f"or {TODAY}"
)
_FLAGS = re.ASCII | re.IGNORECASE
_SHORT = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{2})", _FLAGS)
_QUARTER = re.compile(r"(?:q([1-4]) ?(\d{4})|(\d{4}) ?q([1-4]))", _FLAGS)
#: A quarter of a financial year, which in Britain begins in April.
_FINANCIAL = re.compile(r"(?:q[1-4] ?\d{2,4}[/-]\d{2,4}|\d{2,4}[/-]\d{2,4} ?q[1-4])", _FLAGS)
_WITHOUT_YEAR = re.compile(rf"(?:{DAY_OF_MONTH})?{MONTH}|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?", _FLAGS)
_END_OF = re.compile(r"(?:the )?end of ", _FLAGS)
_SENTENCE = (
    TODAY,
    rf"(?:{_END_OF.pattern})?(?:{_FINANCIAL.pattern}|{_QUARTER.pattern}|(?:{DAY_OF_MONTH})?{MONTH}(?:,? |-)\d{{2,4}})",
    rf"{DAY_OF_MONTH}{MONTH}",
    rf"{_END_OF.pattern}\d{{4}}",
    r"\d{4}-\d{2}(?:-\d{2})?",
    r"\d{1,2}/\d{1,2}/\d{2,4}",
)
#: What may be a date in a sentence; ``read_typed`` says whether it is.
DATE_LIKE = re.compile(rf"(?<![\w./-])(?:{'|'.join(_SENTENCE)})\b(?![/-]\d)", _FLAGS)


class TypedDay(NamedTuple):
    """A day that a person typed (ISO 8601), and a sentence on how the text was read; "" where it says an exact day."""

    iso: str
    how: str = ""


def today() -> str:
    """The day at the place of the person who asks (ISO 8601)."""
    return date.today().isoformat()  # noqa: DTZ011 (people mean the local day)


def read_typed(text: str, *, first: bool = False) -> TypedDay:
    """The day that a person means; a month, a quarter of the calendar or the end of a year means its last day.

    With ``first``, for the beginning of a period, a month or quarter means its first day. Raises ValueError with what
    is the matter, or what to write.

    >>> read_typed("June 2018")
    TypedDay(iso='2018-06-30', how="'June 2018' is read as its last day, 30 June 2018.")
    """
    typed = " ".join(text.split())
    if typed.lower() == TODAY:
        return TypedDay(today(), f"'{typed}' is {in_words(today())}.")
    period = _END_OF.sub("", typed, count=1) if _END_OF.match(typed) else typed
    if quarter := _QUARTER.fullmatch(period):
        return _of_quarter(typed, quarter, first=first and period == typed)
    if short := _SHORT.fullmatch(typed):
        return _of_short(typed, short)
    parsed = _parsed(period)
    if len(parsed) == 10 and period == typed:
        return TypedDay(parsed)
    if len(parsed) == 10 or (len(parsed) == 4 and period == typed):
        raise ValueError(f"it is not clear which day that is; {WRITE_DAY}")
    first = first and period == typed
    day = first_day(parsed) if first else last_day(parsed)
    return TypedDay(day, f"'{typed}' is read as its {'first' if first else 'last'} day, {in_words(day)}.")


def _parsed(typed: str) -> str:
    """What ``parse`` reads; raises ValueError with what keeps a typed text from being a date."""
    if _FINANCIAL.fullmatch(typed):
        raise ValueError("quarters here are those of the calendar year; write the last day that you mean")
    if _WITHOUT_YEAR.fullmatch(typed):
        raise ValueError(f"it has no year of four digits; {WRITE_DAY}")
    try:
        return parse(typed)
    except ValueError:
        raise ValueError(WRITE_DAY) from None


def _of_short(typed: str, found: re.Match[str]) -> TypedDay:
    """A day with a year of two digits."""
    try:
        day = checked_day(typed, century(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        raise ValueError(WRITE_DAY) from None
    return TypedDay(day, f"'{typed}' is read as {in_words(day)}.")


def _of_quarter(typed: str, found: re.Match[str], *, first: bool) -> TypedDay:
    number, year = int(found[1] or found[4]), found[2] or found[3]
    if int(year) == 0:
        raise ValueError(WRITE_DAY)
    begins, ends = f"{year}-{number * 3 - 2:02d}", f"{year}-{number * 3:02d}"
    day = first_day(begins) if first else last_day(ends)
    quarter = f"the calendar quarter {month_name[number * 3 - 2]} to {in_words(ends)}"
    return TypedDay(day, f"'{typed}' is read as the {'first' if first else 'last'} day of {quarter}: {in_words(day)}.")
