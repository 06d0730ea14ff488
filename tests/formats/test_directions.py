"""Words that run from right to left stand apart from the others, with the brackets that they open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscb_graph.formats.directions import directed

LETTERS = "a \u05d0\u0628()[]{}1,\n"


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("see \u05d0\u05d1 (\u05d2), then", "\u05d0\u05d1 (\u05d2)"),
        ("see \u05d0 [(\u05d1)] then", "\u05d0 [(\u05d1)]"),
        ("see (\u05d0) then", "\u05d0"),
        ("see \u05d0) then", "\u05d0"),
        ("see \u05d0 (\u05d1", "\u05d0 (\u05d1"),
    ],
)
def test_a_run_has_the_brackets_that_it_opens_and_no_others(text: str, run: str) -> None:
    assert [piece for piece, right_to_left in directed(text) if right_to_left] == [run]


@given(st.text(LETTERS, max_size=30))
def test_the_pieces_are_the_text(text: str) -> None:
    pieces = list(directed(text))
    assert "".join(piece for piece, _ in pieces) == text
    assert all(("a" in piece) <= (not right_to_left) for piece, right_to_left in pieces)
