"""Days as people type them."""

from __future__ import annotations

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscb_graph.model import typed_days
from sscb_graph.model.dates import in_words, last_day
from sscb_graph.model.typed_days import DATE_LIKE, read_typed

DAY = "2018-06-30"
EXACT = ["2018-06-30", "30/06/2018", "30 June 2018", "30 Jun 2018", "30-Jun-18", "30th of June 2018", " 30 JUNE  2018 "]
MONTHS = ["June 2018", "2018-06", "Jun 2018", "Jun-18", "end of June 2018", "the end of Jun 2018"]


@pytest.mark.parametrize("typed", EXACT)
def test_an_exact_day_needs_no_explanation(typed: str) -> None:
    assert read_typed(typed) == (DAY, "")


@pytest.mark.parametrize("typed", MONTHS)
def test_a_month_means_its_last_day_and_says_so(typed: str) -> None:
    assert read_typed(typed) == (DAY, f"'{typed}' is read as its last day, 30 June 2018.")


@pytest.mark.parametrize("typed", ["Q2 2018", "q2 2018", "2018 Q2", "end of Q2 2018"])
def test_a_quarter_is_one_of_the_calendar_and_says_so(typed: str) -> None:
    how = f"'{typed}' is read as the last day of the calendar quarter April to June 2018: 30 June 2018."
    assert read_typed(typed) == (DAY, how)


def test_a_year_of_two_digits_is_told() -> None:
    assert read_typed("30/06/18") == (DAY, "'30/06/18' is read as 30 June 2018.")


def test_the_end_of_a_year_is_a_day() -> None:
    assert read_typed("the end of 2018").iso == "2018-12-31"


def test_today_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typed_days, "today", lambda: DAY)
    assert read_typed("Today") == (DAY, "'Today' is 30 June 2018.")


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("June", "no year"),
        ("30 June", "no year"),
        ("June 18", "no year"),
        ("June 5th", "no year"),
        ("2018", "not clear which day"),
        ("end of 30 June 2018", "not clear which day"),
        ("Q2 2018/19", "quarters here are those of the calendar year"),
        ("2018/19 Q2", "quarters here are those of the calendar year"),
        ("06/30/2018", "write a day as"),
        ("31/06/18", "write a day as"),
        ("31 June 2018", "write a day as"),
        ("Q5 2018", "write a day as"),
        ("Q2 0000", "write a day as"),
        ("2018/06/30", "write a day as"),
        ("30.06.2018", "write a day as"),
        ("30-06-2018", "write a day as"),
        ("next week", "write a day as"),
        ("30 Juin 2018", "write a day as"),
        ("", "write a day as"),
        ("٣٠/٠٦/٢٠١٨", "write a day as"),
    ],
)
def test_what_is_not_clear_is_refused_with_what_to_write(typed: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        read_typed(typed)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_way_of_writing_a_day_is_one(day: date) -> None:
    iso, words = day.isoformat(), in_words(day.isoformat())
    for typed in (iso, words, words.upper(), f"{day:%d/%m/%Y}", f"{day.day} {words.split()[1][:3]} {day.year}"):
        assert read_typed(typed) == (iso, "")
        assert DATE_LIKE.search(f"What is due by {typed}?").group() == typed  # type: ignore[union-attr]
    assert read_typed(in_words(iso[:7])).iso == last_day(iso[:7])


@given(st.text(max_size=20))
def test_no_text_is_read_as_anything_but_a_day(text: str) -> None:
    with contextlib.suppress(ValueError):
        iso = read_typed(text).iso
        assert date.fromisoformat(iso).isoformat() == iso


@pytest.mark.parametrize("sentence", ["Which groups may be ended?", "Who leads 2.4?", "They march on", "Due in June?"])
def test_words_of_a_sentence_are_no_dates(sentence: str) -> None:
    assert not DATE_LIKE.search(sentence)
