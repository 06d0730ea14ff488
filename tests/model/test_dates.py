"""Dates as people and spreadsheets write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscb_graph.model import dates


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("2018-06-30", "2018-06-30"),
        ("30/06/2018", "2018-06-30"),
        ("1/2/2018", "2018-02-01"),
        ("2019-03", "2019-03"),
        ("2015", "2015"),
        ("Mar-19", "2019-03"),
        ("March 2019", "2019-03"),
        ("mar 2019", "2019-03"),
        ("30-Jun-18", "2018-06-30"),
        ("30 June 2018", "2018-06-30"),
    ],
)
def test_a_date_is_read(typed: str, iso: str) -> None:
    assert dates.parse(typed) == iso


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "soon",
        "2018-02-30",
        "31/02/2018",
        "31-Jun-18",
        "06/30/2018",
        "30/06/18",
        "2018-13",
        "2018-6-1",
        "٢٠١٨",
        "0000",
        "18-Jun",
        "June",
        "June 18",
        "Junk-18",
        "Q2 2018",
        "today",
    ],
)
def test_a_date_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"date|calendar"):
        dates.parse(typed)


@given(st.dates())
def test_both_ways_of_writing_a_day_are_one(day: date) -> None:
    iso = day.isoformat()
    assert dates.parse(iso) == dates.parse(f"{day.day:02d}/{day.month:02d}/{day.year:04d}") == iso
    assert dates.first_day(iso) == dates.last_day(iso) == iso
    assert dates.first_day(iso[:7]) <= iso <= dates.last_day(iso[:7])
    assert dates.first_day(iso[:4]) <= iso <= dates.last_day(iso[:4])
