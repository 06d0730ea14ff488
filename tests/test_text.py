"""Folding of texts, and what a person typed made visible."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sscb_graph.errors import visible
from sscb_graph.text import fold, shortened, squash
from tests.conftest import run_sscb


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert squash(fold(text)) == squash(text)


@given(st.text())
def test_what_is_typed_is_shown_without_control_characters(text: str) -> None:
    assert visible(text).isprintable() or not text.isprintable()
    assert not any(ord(character) < 32 for character in visible(text))


def test_what_is_copied_along_unseen_does_not_keep_words_apart() -> None:
    assert fold("SSCB\u200b") == fold("\ufeffSS\u00adCB") == "sscb"
    assert run_sscb("search", "SSCB\u200b").out == run_sscb("search", "SSCB").out


@given(st.text("ab ,", max_size=60) | st.text(max_size=40), st.integers(4, 30))
def test_a_shortened_text_is_never_longer_than_it_may_be(text: str, longest: int) -> None:
    line = " ".join(text.split())
    short = shortened(text, longest)
    assert len(short) <= longest
    assert line.startswith(short.removesuffix(" .."))
    assert (short == line) == (len(line) <= longest)


def test_an_endless_word_is_cut_within_itself() -> None:
    assert shortened("x" * 30, 16) == f"{'x' * 13} .."
