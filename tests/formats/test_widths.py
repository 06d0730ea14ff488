"""How widths of columns are shared out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sscb_graph.formats import grid
from sscb_graph.formats.widths import narrowed
from sscb_graph.formats.word_widths import least_widths

COLUMNS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 90)), min_size=1, max_size=8)


@given(COLUMNS, st.integers(0, 300))
def test_columns_fill_the_room_as_far_as_they_want_and_as_their_least_lets_them(
    columns: list[tuple[int, int]], room: int
) -> None:
    least = [min(pair) for pair in columns]
    wanted = [max(pair) for pair in columns]
    widths = narrowed(least, wanted, room)
    assert all(low <= width <= high for low, width, high in zip(least, widths, wanted, strict=True))
    assert sum(widths) == max(sum(least), min(sum(wanted), room))
    cut = [width for width, low, high in zip(widths, least, wanted, strict=True) if low < width < high]
    assert not cut or max(cut) - min(cut) <= 1
    for width, high in zip(widths, wanted, strict=True):
        assert width == high or all(width >= each - 1 for each in cut)


def test_a_heading_of_word_has_room_for_its_bold_letters() -> None:
    assert least_widths([grid.Column("identification", ["yes"])]) == [len("identification") + 1]
