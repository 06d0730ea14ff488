"""A printed cell of recommendation numbers -> the items that it cites.

A number alone is an item of the plan's default report. After the word or the name of a report, numbers are that
report's, up to the next such word: "CQC 1, 2; Ofsted 22". Lists are printed with much damage ("25,26 31,", "10& 11"),
so all that stands between numbers is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from sscb_graph.model import Recommendation, Report

#: A number as most reports print it: 22, 1.1, R3, 4a.
_NUMBER = re.compile(r"[A-Za-z]{0,3}[0-9]+(?:\.[0-9]+)*(?:[a-z](?![A-Za-z]))?")
_DIGITS = re.compile(r"[0-9]+")


@lru_cache(maxsize=10_000)  # a plan repeats the numbers of few items in the cells of many actions
def number_key(number: str) -> str:
    """A number in the form for comparison: case and leading zeros do not matter.

    >>> number_key("R03"), number_key("1.10")
    ('r3', '1.10')
    """
    return re.sub(r"(?<![0-9])0+(?=[0-9])", "", number.strip().casefold())


class Cited(NamedTuple):
    """A number in a cell: its report (None where neither the cell nor the plan names it), and how it was printed.

    ``named`` says whether the cell itself names the report.
    """

    report: str | None
    number: str
    printed: str
    named: bool


class PrintedNumbers:
    """Reads the cells of a plan, whose reports, words and numbers it knows."""

    def __init__(self, reports: Sequence[Report], items: Sequence[Recommendation], default: str | None) -> None:
        self.default = default
        self.names = {report.id: report.name for report in reports}
        self._words = [(word, report.id) for report in reports for word in (report.word, report.name)]
        self._numbers: dict[str | None, dict[str, str]] = {}
        for item in items:
            self._numbers.setdefault(item.report, {})[number_key(item.number)] = item.number

    def read(self, cell: str) -> list[Cited]:
        """The numbers of a cell in their order, without repeats."""
        cited = [
            Cited(report, number, printed, named)
            for report, named, text in self._segments(cell)
            for number, printed in self._read_segment(report, named, text)
        ]
        return list(dict.fromkeys(cited))

    def is_item(self, report: str | None, number: str) -> bool:
        """Whether a report has an item with this number, given in the form of ``number_key``."""
        return number in self._numbers.get(report, {})

    def _segments(self, cell: str) -> Iterator[tuple[str | None, bool, str]]:
        """The parts of a cell: their report, whether the cell names it, and the text."""
        if self._report_word is None:
            yield self.default, False, cell
            return
        report, named, start = self.default, False, 0
        for found in self._report_word.finditer(cell):
            yield report, named, cell[start : found.start()]
            report, named, start = self._words[(found.lastindex or 1) - 1][1], True, found.end()
        yield report, named, cell[start:]

    @cached_property
    def _report_word(self) -> re.Pattern[str] | None:
        """A pattern of all words and names of reports, each a group, the longest first; None without reports."""
        if not self._words:
            return None
        self._words.sort(key=lambda pair: -len(pair[0]))
        forms = (r"\s+".join(re.escape(part) for part in word.split()) for word, _ in self._words)
        return re.compile(rf"(?<!\w)(?:{'|'.join(f'({form})' for form in forms)})(?![^\W\d])", re.IGNORECASE)

    def _read_segment(self, report: str | None, named: bool, text: str) -> Iterator[tuple[str, str]]:
        for number in self._unusual.get(report, ()):
            text, count = re.subn(rf"(?<!\w){re.escape(number)}(?!\w)", " ", text, flags=re.IGNORECASE)
            if count:
                yield number_key(number), number
        for found in _NUMBER.findall(text):
            yield from self._numbers_in(report, named, found)

    def _numbers_in(self, report: str | None, named: bool, printed: str) -> Iterator[tuple[str, str]]:
        """A printed number; if no item has it, the numbers that a lost comma or a letter has run together.

        Where the cell names no report, "R3" may be the item of any.
        """
        key = number_key(printed)
        parts = [number_key(part) for part in _DIGITS.findall(printed)]
        known = self.is_item(report, key) or (not named and any(key in numbers for numbers in self._numbers.values()))
        if not known and all(self.is_item(report, part) for part in parts):
            yield from ((part, part) for part in parts)
        else:
            yield key, printed

    @cached_property
    def _unusual(self) -> dict[str | None, list[str]]:
        """The numbers of each report that do not look like numbers ("1(a)"), the longest first."""
        return {
            report: sorted((text for text in numbers.values() if not _NUMBER.fullmatch(text)), key=len, reverse=True)
            for report, numbers in self._numbers.items()
        }
