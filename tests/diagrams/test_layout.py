"""Fit for a board: paper, type, contrast, order, and a drawing for everyone."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from typing import Any

import pytest

from sscb_graph.drawing.palette import PALETTE, STANDING_COLOURS
from sscb_graph.drawing.render import render_picture
from sscb_graph.paper import MARGIN, PAGES
from sscb_graph.pictures.kinds import structure
from sscb_graph.pictures.part import take_part
from sscb_graph.pictures.picture import Picture
from tests.conftest import SeedCopy
from tests.diagrams.drawing import (
    SVG,
    asking,
    more,
    places,
    size,
    svg_of,
)


def test_the_structure_is_one_page_of_a4_with_readable_type(drawn: dict[str, Picture]) -> None:
    root = svg_of(drawn["structure"])
    width, height = size(root)
    across, down = PAGES["A4"]
    assert width <= across - 2 * MARGIN
    assert height <= down - 2 * MARGIN
    assert places(root)["sscb"][1] == min(y for _, y in places(root).values())


@pytest.mark.parametrize("name", ["structure", "trace-ofsted-22", "priority-2", "body-business-group", "coverage"])
def test_no_type_is_under_8_points(name: str, drawn: dict[str, Picture]) -> None:
    sizes = {float(text.attrib["font-size"]) for text in svg_of(drawn[name]).iter(f"{SVG}text")}
    assert min(sizes) >= 8
    assert "scale(1 1)" in render_picture(drawn[name], "svg").data.decode()


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_contrast_is_what_wcag_asks_for() -> None:
    for colours in (*PALETTE.values(), *STANDING_COLOURS.values()):
        light, dark = luminance(colours.fill), luminance(colours.text)
        assert (light + 0.05) / (dark + 0.05) >= 7
        assert (light + 0.05) / (luminance(colours.border) + 0.05) >= 3


def points(path: str) -> list[tuple[float, float]]:
    """A path of cubic curves as a chain of points."""
    numbers = [float(one) for one in re.findall(r"-?[0-9.]+", path)]
    at = list(zip(numbers[::2], numbers[1::2], strict=True))
    chain = [at[0]]
    for start in range(1, len(at) - 2, 3):
        a, b, c, d = chain[-1], *at[start : start + 3]
        for step in range(1, 9):
            t, u = step / 8, 1 - step / 8
            chain.append(
                (
                    u**3 * a[0] + 3 * u * u * t * b[0] + 3 * u * t * t * c[0] + t**3 * d[0],
                    u**3 * a[1] + 3 * u * u * t * b[1] + 3 * u * t * t * c[1] + t**3 * d[1],
                )
            )
    return chain


def crosses(a: Any, b: Any, c: Any, d: Any) -> bool:
    def side(p: Any, q: Any, r: Any) -> float:
        return float((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]))

    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


def test_no_lines_of_the_structure_cross_and_siblings_keep_the_plan_s_order(drawn: dict[str, Picture]) -> None:
    picture = drawn["structure"]
    root = svg_of(picture)
    paths = {group.get("id"): group.find(f"{SVG}path") for group in root.iter(f"{SVG}g")}
    chains = {line.id: points(str(paths[f"line-{line.id}"].attrib["d"])) for line in picture.lines}  # type: ignore[union-attr]
    for one, other in combinations(picture.lines, 2):
        if not {one.near, one.far} & {other.near, other.far}:
            pairs = [(a, b) for a in pairwise(chains[one.id]) for b in pairwise(chains[other.id])]
            assert not any(crosses(*a, *b) for a, b in pairs), (one.id, other.id)
    at = places(root)
    below = [line.far for line in picture.lines if line.near == "business-group"]
    assert below == sorted(below, key=lambda key: at[key][0])


def test_everyone_can_read_it(drawn: dict[str, Picture]) -> None:
    for picture in drawn.values():
        root = svg_of(picture)
        assert root.get("role") == "img"
        first, second = root[0], root[1]
        assert (first.tag, second.tag) == (f"{SVG}title", f"{SVG}desc")
        assert first.text == picture.title
        assert str(second.text).startswith(picture.point)
        assert root.get("aria-labelledby") == f"{first.get('id')} {second.get('id')}"
        named = [group for group in root.iter(f"{SVG}g") if group.get("class") in {"node", "edge"}]
        assert all(group.find(f"{SVG}title") is not None for group in named if group.get("id") != "grid")


@pytest.mark.parametrize("above", ["sscb", "business-group", "qap", "executive"])
def test_every_arrowhead_is_seen_when_a_group_is_added(above: str, seed_copy: SeedCopy) -> None:
    root = svg_of(
        take_part(structure.compose(asking(more(seed_copy, {"new": "New Group"}, [("new", above)], "group"))))
    )
    order = [str(group.get("class")) for group in root.iter(f"{SVG}g") if group.get("class") in {"node", "edge"}]
    assert order == sorted(order, reverse=True), "lines are drawn over boxes, so that no box hides an arrow"
    heads = [
        group
        for group in root.iter(f"{SVG}g")
        if group.get("class") == "edge" and group.find(f"{SVG}polygon") is not None
    ]
    assert len(heads) == 14
