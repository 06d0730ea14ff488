"""Large structures: what is below a box is counted once, and a long chain has a text of its own length."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from sscb_graph.drawing.outline import outline
from sscb_graph.pictures.below import Below
from sscb_graph.pictures.pages import all_parts
from sscb_graph.pictures.part import take_part
from sscb_graph.pictures.picture import Box, Line, Picture

KEYS = list("abcdefgh")
LINES = st.lists(st.tuples(st.sampled_from(KEYS), st.sampled_from(KEYS)), unique=True)


def picture_of(keys: list[str], lines: list[tuple[str, str]]) -> Picture:
    boxes = tuple(Box(key, f"Body {key}", "group", "") for key in keys)
    drawn = tuple(Line(f"{low}~{up}", up, low, f"{low} reports to {up}", "inferred") for up, low in lines)
    return Picture("structure", "S", "P", boxes, drawn)


def chain(length: int) -> Picture:
    keys = [f"deep-{number}" for number in range(length)]
    return picture_of(keys, list(pairwise(keys)))


@given(LINES)
def test_what_is_below_is_what_is_reached(lines: list[tuple[str, str]]) -> None:
    graph: nx.DiGraph[str] = nx.DiGraph(lines)
    below = Below(graph)
    assert {key: below.count(key) for key in graph} == {key: len(nx.descendants(graph, key)) for key in graph}


@given(LINES)
def test_a_page_is_the_part_that_begins_with_its_body(lines: list[tuple[str, str]]) -> None:
    whole = picture_of(KEYS, lines)
    pages = all_parts(whole)
    assert pages == {key: take_part(whole, key or None, paged=True) for key in pages}


def test_the_text_of_a_chain_grows_with_its_length() -> None:
    short, long = (outline(take_part(chain(length), whole=True)) for length in (500, 1000))
    assert len(long) < 2.2 * len(short)
    assert "- (level 1000) Body deep-999: group" in long
    assert all(f"Body deep-{number}: group" in long for number in range(1000))
    assert all(f"deep-{number + 1} reports to deep-{number}" in long for number in range(999))
