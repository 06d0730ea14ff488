"""Large structures, awkward shapes and awkward names."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from sscb_graph.drawing import glyphs
from sscb_graph.drawing.outline import outline
from sscb_graph.paper import PAGES
from sscb_graph.pictures.kinds import structure, trace
from sscb_graph.pictures.part import take_part
from sscb_graph.pictures.picture import Box, Frame, Line, Picture
from sscb_graph.plan import OpenPlan
from tests.conftest import Ran, SeedCopy
from tests.diagrams.drawing import (
    SVG,
    asking,
    flat,
    joined,
    more,
    organogram,
    parsed,
    places,
    size,
    svg_of,
    titles,
)


def test_a_large_organogram_is_drawn_in_parts_that_fit_and_says_what_it_leaves_out(
    seed_copy: SeedCopy, sscb: Callable[..., Ran], tmp_path: Path
) -> None:
    whole = structure.compose(asking(more(seed_copy, *organogram(700))))
    posts = {f"post-{number}" for number in range(700)}
    assert posts < {box.id for box in whole.boxes}
    overview = take_part(whole)
    assert overview.parts
    shown = {box.id for box in overview.boxes}
    assert overview.left_out
    left_out = overview.left_out.sentence
    assert f"Left out: {len(whole.boxes) - len(shown)} of {len(whole.boxes)} bodies" in left_out
    assert left_out in joined(svg_of(overview))
    assert left_out in flat(outline(overview))
    hidden = sum(int(tag.split()[1]) for box in overview.boxes for tag in box.tags if tag.startswith("+"))
    assert hidden == len(whole.boxes) - len(shown)
    out = tmp_path / "pages"
    out.mkdir()
    ran = sscb("--seed", seed_copy.folder, "diagram", "structure", "--pages", "-o", "s.svg", cwd=out)
    assert ran.code == 0, ran.err
    told: set[str] = set()
    for path in out.iterdir():
        root = parsed(path.read_bytes())
        told |= set(places(root))
        width, height = size(root)
        assert min(width, height) <= PAGES["A3"][1]
        assert max(width, height) <= PAGES["A3"][0]
    assert posts <= told


def test_the_part_that_is_suggested_is_typed_as_a_shell_reads_it(
    seed_copy: SeedCopy, sscb: Callable[..., Ran], tmp_path: Path
) -> None:
    names, lines = organogram(700)
    more(seed_copy, {key: f"Post $(id) {key}" for key in names}, lines).close()
    command = ["diagram", "structure", "--root", "Post $(id) post-0", "-o", tmp_path / "s.dot"]
    said = sscb("--seed", seed_copy.folder, *command).err
    assert re.search(r"such as --root 'Post \$\(id\) post-\d+', or", said), said


def test_pages_without_a_name_are_named_after_their_part(
    seed_copy: SeedCopy, sscb: Callable[..., Ran], tmp_path: Path
) -> None:
    more(seed_copy, *organogram(700))
    out = tmp_path / "pages"
    out.mkdir()
    sscb("--seed", seed_copy.folder, "diagram", "structure", "--pages", "--format", "dot", cwd=out)
    names = {path.name for path in out.iterdir()}
    assert {"structure.dot", "structure-post-3.dot"} <= names


def test_a_narrow_structure_fits_a_phone(surrey: OpenPlan, drawn: dict[str, Picture]) -> None:
    narrow = take_part(structure.compose(asking(surrey)), narrow=True)
    width, height = size(svg_of(narrow))
    assert width < 500 < height
    assert narrow.lines == drawn["structure"].lines
    assert narrow.boxes == drawn["structure"].boxes


def test_depth_and_root_choose_a_part(seed_copy: SeedCopy) -> None:
    whole = structure.compose(asking(more(seed_copy, *organogram(700))))
    assert {box.name for box in take_part(whole, depth=0).boxes if box.id.startswith("post")} == {
        f"Post number {number}" for number in range(11)
    }
    part = take_part(whole, "post-3", 1)
    assert part.boxes[0].id == "post-3"
    assert part.frames == ()
    assert {line.near for line in part.lines} == {"post-3"}
    assert part.title == "Post number 3 in the structure"
    nothing_hidden = take_part(whole, "post-699")
    assert {box.id for box in nothing_hidden.boxes} == {"post-699", "post-172"}
    assert not nothing_hidden.parts


def test_circles_self_reports_and_two_lines_up_are_drawn_as_they_are(seed_copy: SeedCopy) -> None:
    rows = {f"odd-{number}": f"Odd {number}" for number in range(6)}
    lines = [("odd-0", "odd-1"), ("odd-1", "odd-2"), ("odd-2", "odd-0"), ("odd-3", "odd-3"), ("odd-4", "sscb")]
    lines += [("odd-4", "qap"), ("odd-5", "odd-5"), ("odd-5", "sscb")]
    picture = take_part(structure.compose(asking(more(seed_copy, rows, lines))))
    circled = {box.id for box in picture.boxes if "REPORTS IN A CIRCLE" in box.tags}
    assert circled == {"odd-0", "odd-1", "odd-2", "odd-3", "odd-5"}
    assert {(line.far, line.near) for line in picture.lines} >= set(lines)
    root, text = svg_of(picture), flat(outline(picture))
    for line in picture.lines:
        assert line.title in titles(root)
        assert flat(line.title) in text


def test_140_lone_bodies_stand_apart_in_rows(seed_copy: SeedCopy) -> None:
    names = {f"lone-{number}": f"Lone group {number}" for number in range(140)}
    store = more(seed_copy, names, [], kind="group")
    picture = take_part(structure.compose(asking(store)))
    root = svg_of(picture)
    at = places(root)
    assert sum(key.startswith("lone-") for key in at) == 140
    assert len(set(at.values())) == len(at)
    width, height = size(root)
    assert max(width, height) <= PAGES["A3"][0]


def test_lone_posts_are_counted_or_drawn(seed_copy: SeedCopy) -> None:
    asked = asking(more(seed_copy, {f"lone-{number}": f"Lone {number}" for number in range(140)}, []))
    counted = structure.compose(asked)
    assert any("role 144" in note for note in counted.notes)
    everyone = structure.compose(asked, everyone=True)
    rest = next(frame for frame in everyone.frames if frame.id == "rest")
    assert sum(key.startswith("lone-") for key in rest.boxes) == 140
    assert len(everyone.boxes) > len(counted.boxes) + 140


AWKWARD = [
    "Quote \"double\" and 'single'",
    "<b>Angle</b> & &amp; &lt;",
    r"back\slash \n \N \G \\ \l",
    "<starts and ends like markup>",
    "Emoji \U0001f469\u200d\U0001f469\u200d\U0001f467 group \U0001f389",
    "\u0644\u062c\u0646\u0629 \u062d\u0645\u0627\u064a\u0629",
    "\u05d5\u05e2\u05d3\u05d4 \u05dc\u05d4\u05d2\u05e0\u05ea",
    "a]]> --> b{c|d} ${x} %s",
    "x" * 300,
    "Long words " * 27,
    "<!--",
    ";]} subgraph { a -> b }",
]
ANY_NAME = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Zs"], include_characters=" "), min_size=1)


def exact(name: str) -> None:
    """A name is whole in SVG and in text, and nothing else is drawn for it."""
    box = Box("a", name, "group", "")
    line = Line("a~b", "b", "a", f"{name} reports to B", "inferred", reason=name)
    picture = Picture("x", name, name, (box, Box("b", "B", "group", "")), (line,), notes=(name,))
    root = svg_of(picture)
    assert len([group for group in root.iter(f"{SVG}g") if group.get("class") in {"node", "edge"}]) == 3
    assert box.title in titles(root)
    assert line.title in titles(root)
    drawn = next(group for group in root.iter(f"{SVG}g") if group.get("id") == "node-a")
    lines = [text.text or "" for text in drawn.iter(f"{SVG}text")]
    assert "".join("".join(lines).split()) == "".join(name.split())
    assert root[0].text == name
    assert f"- {name}" in outline(picture)


@pytest.mark.parametrize("name", AWKWARD, ids=range(len(AWKWARD)))
def test_awkward_names_are_exact(name: str) -> None:
    exact(name.strip())


@given(ANY_NAME.map(str.strip).filter(bool))
@example("\\")
@example("\\N")
@example("&#92;")
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_name_is_exact(name: str) -> None:
    exact(name)


def test_a_control_character_is_shown_and_breaks_nothing() -> None:
    picture = Picture("x", "A\x01B", "point", (Box("a", "C\x02D", "group", ""),))
    assert svg_of(picture)[0].text == r"A\x01B"
    assert r"C\x02D" in joined(svg_of(picture))


def test_a_text_that_is_not_wrapped_is_the_same_with_whole_lines() -> None:
    facts = tuple(f"Fact {number}: {'long words ' * 20}" for number in range(3))
    boxes = (Box("a", "Board", "group", "", facts=facts), Box("b", "Group", "group", ""))
    picture = Picture(
        "x", "X", "about " * 40, boxes, (Line("l", "a", "b", "b reports to a", "stated"),), notes=("note " * 40,)
    )
    whole = outline(picture, wrapped=False)
    assert flat(whole) == flat(outline(picture))
    for sentence in (*facts, "about " * 40, "note " * 40):
        assert [line for line in whole.splitlines() if sentence.strip() in line]


def test_a_name_of_several_lines_is_one_line_of_the_text() -> None:
    inner = Box("b", "Group\n- Second", "group", "")
    boxes = (Box("a", "Board\n- First", "group", ""), inner)
    picture = Picture("x", "X", "point", boxes, frames=(Frame("f", "Apart", ("b",)),))
    lines = outline(picture).splitlines()
    assert "- Board - First: group" in lines
    assert "- Group - Second: group" in lines
    assert not [line for line in lines if line.strip() in {"- First: group", "- Second: group"}]


@pytest.mark.parametrize("form", ["png", "pdf"])
def test_a_character_without_a_glyph_is_warned_of(
    form: str, seed_copy: SeedCopy, sscb: Callable[..., Ran], tmp_path: Path
) -> None:
    seed_copy.edit("bodies.csv", "qap", name="Quality \U0001f389 Gr\u0175p \u05d5\u05e2\u05d3\u05d4")
    ran = sscb("--seed", seed_copy.folder, "diagram", "structure", "-o", tmp_path / f"x.{form}")
    assert ran.code == 0
    warnings = [line for line in ran.err.splitlines() if line.startswith("Warning")]
    assert "has no \U0001f389 (PARTY POPPER)" in warnings[0]
    assert "\u0175" not in warnings[0]
    assert len(warnings) == 1
    ran = sscb("--seed", seed_copy.folder, "diagram", "structure", "-o", tmp_path / "x.svg")
    assert "Warning" not in ran.err


def test_the_shipped_plan_needs_no_warning(drawn: dict[str, Picture]) -> None:
    assert [glyphs.find_warnings(picture, form) for picture in drawn.values() for form in ("png", "pdf")] == [[]] * 18


def test_a_body_without_a_place_is_drawn_alone(surrey: OpenPlan, sscb: Callable[..., Ran]) -> None:
    alone = take_part(structure.compose(asking(surrey)), "executive")
    assert [box.id for box in alone.boxes] == ["executive"]
    assert alone.point == "Executive: the plan does not say where it stands."
    assert list(places(svg_of(alone))) == ["executive"]
    ran = sscb("diagram", "structure", "--root", "MASH", "-o", "-")
    assert ran.code == 2
    assert "the structure does not draw it; '--everyone' draws bodies without a place too" in ran.err


def test_only_reporting_lines_make_a_circle(seed_copy: SeedCopy) -> None:
    more(seed_copy, {"one": "One", "two": "Two"}, [])
    for below, above in (("one", "two"), ("two", "one")):
        cells = {"id": f"{below}-of-{above}", "body": below, "relation": "subgroup of", "other": above}
        seed_copy.add("relations.csv", **cells, basis="assumed", reason="a test")
    picture = take_part(structure.compose(asking(seed_copy.open())))
    assert not [box for box in picture.boxes if "REPORTS IN A CIRCLE" in box.tags]


def test_a_circle_that_never_reaches_the_board_has_no_line_to_it(seed_copy: SeedCopy) -> None:
    store = more(seed_copy, {"one": "One", "two": "Two"}, [("one", "two"), ("two", "one")])
    seed_copy.edit(
        "leads.csv", "lead-p1-1.1-qap", body="one", quote="", basis="assumed", reason="a test", written_in=""
    )
    picture = trace.from_action(asking(seed_copy.open()), "1.1")
    tags = {box.id: box.tags for box in picture.boxes}
    assert tags["one"] == tags["two"] == ("NO LINE TO THE BOARD STATED",)
    assert store.read(lambda reading: reading.names.body("One").id) == "one"


def test_bodies_of_one_name_are_told_apart(seed_copy: SeedCopy, sscb: Callable[..., Ran]) -> None:
    store = more(seed_copy, {"twin-a": "Twin", "twin-b": "Twin"}, [("twin-a", "sscb"), ("twin-b", "qap")], "group")
    picture = take_part(structure.compose(asking(store)))
    assert [box.tags for box in picture.boxes if box.name == "Twin"] == [("id: twin-a",), ("id: twin-b",)]
    ran = sscb("--seed", seed_copy.folder, "diagram", "structure", "--root", "Twin", "-o", "-")
    assert "fits more than one body: twin-a; twin-b." in ran.err


def test_two_facts_on_one_pair_are_two_lines(seed_copy: SeedCopy) -> None:
    store = more(seed_copy, {}, [("neglect", "business-group")])
    picture = take_part(structure.compose(asking(store)))
    both = [line for line in picture.lines if line.far == "neglect"]
    assert {line.basis for line in both} == {"inferred", "assumed"}
    shown = titles(svg_of(picture))
    assert all(shown.count(line.title) == 1 for line in both)


def test_a_text_leaves_nothing_out_for_want_of_paper(seed_copy: SeedCopy, sscb: Callable[..., Ran]) -> None:
    more(seed_copy, *organogram(700))
    text = sscb("--seed", seed_copy.folder, "diagram", "structure", "-o", "-", "--format", "txt").out
    assert all(f"- Post number {number}:" in text for number in range(700))
    assert "Left out" not in text


def test_parts_are_the_pages_of_one_pdf(seed_copy: SeedCopy, sscb: Callable[..., Ran], tmp_path: Path) -> None:
    more(seed_copy, *organogram(120))
    ran = sscb("--seed", seed_copy.folder, "diagram", "structure", "--pages", "-o", tmp_path / "book.pdf")
    assert ran.code == 0, ran.err
    pages = int(re.findall(r"book.pdf, (\d+) pages", ran.err)[0])
    assert pages > 5
    book = PdfReader(tmp_path / "book.pdf", strict=True)
    assert len(book.pages) == len(book.outline) == pages


def test_a_long_chain_and_a_wide_family_come_out(seed_copy: SeedCopy) -> None:
    chain = {f"deep-{number}": f"Deep {number}" for number in range(60)}
    store = more(seed_copy, chain, [(f"deep-{number}", f"deep-{number - 1}") for number in range(1, 60)])
    picture = take_part(structure.compose(asking(store)))
    assert picture.parts
    width, height = size(svg_of(picture))
    assert max(width, height) <= PAGES["A3"][0]


def test_ten_side_by_side_still_read_downwards(seed_copy: SeedCopy) -> None:
    store = more(seed_copy, {"new": "New Group"}, [("new", "business-group")], "group")
    root = svg_of(take_part(structure.compose(asking(store))))
    at = places(root)
    assert at["sscb"][1] == min(y for _, y in at.values())
    width, height = size(root)
    assert width <= PAGES["A4"][0]
    assert height <= PAGES["A4"][1]
