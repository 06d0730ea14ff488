"""Pictures: what they hold, that text and picture say the same, that they fit paper, and that they stay as they are."""

from __future__ import annotations

import html
import re
import subprocess
import sys
from collections.abc import Callable
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sscb_graph.cli.diagram import diagram
from sscb_graph.errors import EngineFailed, NoEngine
from sscb_graph.questions import ask
from sscb_graph.render.diagrams import engine, glyphs
from sscb_graph.render.diagrams.compare import compare
from sscb_graph.render.diagrams.dot import dot
from sscb_graph.render.diagrams.forest import limited
from sscb_graph.render.diagrams.kinds import body, coverage, priority, structure, timeline, trace
from sscb_graph.render.diagrams.outline import outline
from sscb_graph.render.diagrams.pdf import MARGIN, PAGES
from sscb_graph.render.diagrams.picture import Line, Node, Picture
from sscb_graph.render.diagrams.write import FORMS, written
from sscb_graph.render.palette import PALETTE, STANDINGS
from sscb_graph.stores.embedded import EmbeddedStore
from tests.conftest import ROOT, Ran, SeedCopy

SVG = "{http://www.w3.org/2000/svg}"
#: A command line for every kind of picture.
KINDS = [
    ["structure"],
    ["trace", "ofsted", "22"],
    ["trace", "action", "2.11"],
    ["priority", "2"],
    ["body", "Business Group"],
    ["coverage"],
    ["coverage", "--by", "lead"],
    ["timeline"],
]


def asking(store: EmbeddedStore, *bases: str) -> Callable[..., Any]:
    return lambda name, **typed: ask(store, name, typed, bases)


def pictures(store: EmbeddedStore) -> dict[str, Picture]:
    """One picture of every kind."""
    asked = asking(store)
    drawn = [
        limited(structure.draw(asked)),
        trace.ofsted(asked, "22"),
        trace.ofsted(asked, "1"),
        trace.action(asked, "2.11"),
        priority.draw(asked, "2"),
        body.draw(asked, "Business Group"),
        coverage.draw(asked),
        coverage.draw(asked, "lead"),
        timeline.draw(asked),
    ]
    return {picture.name: picture for picture in drawn}


@pytest.fixture(scope="session")
def drawn(surrey: EmbeddedStore) -> dict[str, Picture]:
    return pictures(surrey)


def svg_of(picture: Picture) -> ET.Element:
    return parsed(written(picture, "svg"))


def parsed(data: bytes) -> ET.Element:
    return ET.fromstring(data)  # noqa: S314 - our own drawing


def titles(root: ET.Element) -> list[str]:
    """The titles inside a drawing, but not its own."""
    return [title.text or "" for group in root.iter(f"{SVG}g") for title in group.findall(f"{SVG}title")]


def flat(text: str) -> str:
    return " ".join(text.split())


def joined(root: ET.Element) -> str:
    return " ".join(text.text or "" for text in root.iter(f"{SVG}text"))


def size(root: ET.Element) -> tuple[float, float]:
    return float(root.attrib["width"].removesuffix("pt")), float(root.attrib["height"].removesuffix("pt"))


def places(root: ET.Element) -> dict[str, tuple[float, float]]:
    """Where the boxes stand: the smallest x and y of their corners, by the id of the box."""
    found = {}
    for group in root.iter(f"{SVG}g"):
        key = group.get("id", "").removeprefix("a_")
        shape = next((one for one in group.iter() if one.tag in {f"{SVG}polygon", f"{SVG}path"}), None)
        if key.startswith("node-") and shape is not None:
            numbers = [float(one) for one in re.findall(r"-?[0-9.]+", shape.get("points") or shape.get("d") or "")]
            found[key.removeprefix("node-")] = (min(numbers[::2]), min(numbers[1::2]))
    return found


# What a user sees


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
def test_every_kind_is_written_in_every_form(
    kind: list[str], form: str, sscb: Callable[..., Ran], tmp_path: Path
) -> None:
    ran = sscb("diagram", *kind, "-o", f"picture.{form}", cwd=tmp_path)
    assert ran.code == 0, ran.err
    assert ran.out == ""
    assert f"Wrote picture.{form}" in ran.err
    begins = {"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF", "dot": b"digraph", "txt": b""}[form]
    assert (tmp_path / f"picture.{form}").read_bytes().startswith(begins)


def test_without_a_name_the_picture_is_written_here_under_its_own(sscb: Callable[..., Ran], tmp_path: Path) -> None:
    ran = sscb("diagram", "structure", cwd=tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["structure.svg"]
    assert "Wrote structure.svg (A4 landscape). As text: sscb diagram structure --format txt" in ran.err
    sscb("diagram", "trace", "ofsted", "22", "--format", "txt", cwd=tmp_path)
    assert (tmp_path / "trace-ofsted-22.txt").is_file()


def test_a_picture_goes_to_stdout_and_nothing_else_does(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "sscb_graph", "diagram", "structure", "-o", "-"]
    done = subprocess.run([*command, "--format", "png"], capture_output=True, check=True, cwd=tmp_path)
    assert done.stdout.startswith(b"\x89PNG")
    assert done.stdout.rstrip().endswith(b"IEND\xaeB`\x82")
    assert done.stderr == b""
    assert subprocess.run(command, capture_output=True, check=True, cwd=tmp_path).stdout.startswith(b"<?xml")
    assert not list(tmp_path.iterdir())


def test_a_file_is_replaced_whole_or_not_at_all(sscb: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "x.svg").write_text("before", encoding="utf-8")
    assert sscb("diagram", "priority", "9", "-o", "x.svg", cwd=tmp_path).code == 2
    assert (tmp_path / "x.svg").read_text(encoding="utf-8") == "before"
    assert sscb("diagram", "structure", "-o", "x.svg", cwd=tmp_path).code == 0
    assert (tmp_path / "x.svg").read_text(encoding="utf-8").endswith("</svg>\n")
    assert [path.name for path in tmp_path.iterdir()] == ["x.svg"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["structure", "-o", "x.gif"], "'x.gif' does not say the form: end it in .svg, .png, .pdf, .dot or .txt."),
        (["structure", "-o", "plain"], "'plain' does not say the form"),
        (["structure", "-o", "x.svg", "--format", "png"], "says svg and --format says png: leave one out."),
        (["structure", "-o", "no/such/x.svg"], "Cannot write no/such/x.svg: no such file or directory."),
        (["structure", "--root", "Nobody"], "No body in the plan is called 'Nobody'."),
        (["structure", "--compare", "nowhere"], "'nowhere' does not exist"),
        (
            ["structure", "--compare", ".", "--depth", "1"],
            "Say --compare without --root, --depth, --narrow and --pages",
        ),
        (
            ["trace", "ofsted", "999"],
            "No Ofsted recommendation in the plan is called '999': the numbers go from 1 to 110.",
        ),
        (["priority", "9"], "'9' does not do for priority: the plan has 1, 2, 3, 4."),
        (["trace"], "Say which: sscb diagram trace action|ofsted."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_a_wrong_command_is_answered_with_a_sentence(
    arguments: list[str], sentence: str, sscb: Callable[..., Ran], tmp_path: Path
) -> None:
    ran = sscb("diagram", *arguments, cwd=tmp_path)
    assert ran.code == 2 or "compare ." in " ".join(arguments), ran.err
    assert sentence in ran.err
    assert ran.err.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_only_facts_of_the_basis_asked_for_are_drawn(sscb: Callable[..., Ran]) -> None:
    text = sscb("diagram", "structure", "--basis", "stated", "-o", "-", "--format", "txt").out
    assert text.count("reports to Surrey Safeguarding Children Board (stated)") == 2
    assert "(inferred" not in text
    assert "Only facts that are stated are drawn" in flat(text)


# Honest, and the same as the answers


def test_the_structure_shows_what_the_answers_say(surrey: EmbeddedStore, drawn: dict[str, Picture]) -> None:
    picture = drawn["structure"]
    reporting = ask(surrey, "relations", {"via": "REPORTS_TO"}).rows
    lines = {(line.far, line.near, line.basis) for line in picture.lines}
    assert lines == {(row["body_id"], row["other_id"], row["basis"]) for row in reporting}
    assert {node.id for node in picture.nodes if node.doubled} == {"cdop", "scrg"}
    places = {row["id"] for row in ask(surrey, "gaps", {}).rows if row["gap"] == "body-without-line-to-board"}
    assert places <= set(picture.boxes[0].nodes)
    assert "2 stated" in picture.point
    assert "11 inferred" in picture.point


def test_the_key_is_the_plan_s(drawn: dict[str, Picture]) -> None:
    words = joined(svg_of(drawn["structure"]))
    for part in ("Keep Informed none survives in the text", "Reports to: stated", "Reports to: inferred"):
        assert part in words
    assert "Statutory Group" in words


def test_lines_and_boxes_differ_without_colour(drawn: dict[str, Picture]) -> None:
    root = svg_of(drawn["structure"])
    groups = {group.get("id"): group for group in root.iter(f"{SVG}g")}

    def dashes(key: str) -> set[str | None]:
        return {one.get("stroke-dasharray") for one in groups[key].iter(f"{SVG}path")}

    assert dashes("line-qap~reports-to~sscb") == {None}
    assert dashes("line-neglect~reports-to~business-group") == {"5,2"}
    arrows = {key: next(groups[f"line-{key}"].iter(f"{SVG}polygon")).get("fill") for key in STATED_AND_INFERRED}
    assert list(arrows.values()) == ["#1a1a1a", "none"]
    shapes = {key: len([*groups[f"node-{key}"].iter(f"{SVG}path")]) for key in ("cdop", "health-sub-group")}
    assert shapes == {"cdop": 2, "health-sub-group": 1}
    borders = {
        tag: (next(iter(shape)).get("stroke-width"), next(iter(shape)).get("stroke-dasharray"), next(iter(shape)).tag)
        for key, tag in (("early-help", "new"), ("neglect", "review"), ("health-sub-group", "continuing"), ("sscb", ""))
        if (shape := [one for one in groups[f"node-{key}"] if one.tag in {f"{SVG}polygon", f"{SVG}path"}])
    }
    assert len(set(borders.values())) == 4


STATED_AND_INFERRED = ("qap~reports-to~sscb", "neglect~reports-to~business-group")


def test_a_confirmed_line_is_marked_and_keeps_its_basis(seed_copy: SeedCopy) -> None:
    line = "neglect-reports-to-business-group"
    seed_copy.edit("relations.csv", line, confirmed_by="Board minutes", confirmed_on="2019-01-10")
    picture = limited(structure.draw(asking(seed_copy.store())))
    root = svg_of(picture)
    group = next(group for group in root.iter(f"{SVG}g") if group.get("id") == "line-neglect~reports-to~business-group")
    assert "".join(group.itertext()).rstrip().endswith("\nconfirmed")
    assert "confirmed somebody confirmed the line; its basis stays" in joined(root)
    said = next(title for title in titles(root) if title.startswith("Neglect Task and Finish Group reports to"))
    assert "(inferred, confirmed)" in said
    assert "Confirmed by Board minutes on 2019-01-10." in said
    assert flat(said) in flat(outline(picture))


@pytest.mark.parametrize(
    "name", ["structure", "trace-ofsted-22", "trace-ofsted-1", "priority-2", "coverage", "timeline"]
)
def test_picture_and_text_say_the_same(name: str, drawn: dict[str, Picture]) -> None:
    picture = drawn[name]
    root, text = svg_of(picture), flat(outline(picture))
    shown = titles(root)
    for node in picture.nodes:
        assert node.title in shown
        assert all(part.rstrip(".") in text for part in map(flat, (node.name, *node.tags, *node.facts)))
        assert node.name in flat(joined(root))
    for line in picture.lines:
        assert line.title in shown
        assert flat(line.title) in text
    cells = [mark for head, row in picture.grid.rows for mark in (head, *sum(row, ()))] if picture.grid else []
    for mark in cells:
        assert any(mark.title in title for title in shown)
        assert flat(mark.title) in text
    for sentence in (picture.title, picture.point, *picture.notes, *(box.title for box in picture.boxes)):
        assert flat(sentence) in text
        assert flat(sentence) in flat(joined(root))
    # Nothing is in the drawing that is not in the text.
    assert all(flat(title).rstrip(".").split(". ")[0].split(":")[0] in text for title in shown)


def test_what_is_not_said_is_not_drawn(surrey: EmbeddedStore) -> None:
    nothing = trace.ofsted(asking(surrey), "1")
    assert nothing.lines == ()
    assert nothing.point == "The plan does not say what is done about Ofsted 1: no action cites it."
    alone = body.draw(asking(surrey), "Safe Lives")
    assert "the plan does not say how it relates to any other" in alone.point


def test_a_trace_ends_at_the_board_or_says_that_it_does_not(drawn: dict[str, Picture]) -> None:
    picture = drawn["trace-ofsted-22"]
    assert [node.name for node in picture.nodes if node.colour == "Action"] == [
        *("Action 2.2", "Action 2.4", "Action 2.6", "Action 2.9", "Action 2.11 & 3.2 (Priority 2)", "Action 2.12")
    ]
    upward = {line.near for line in picture.lines}
    ends = {node.name: node.tags for node in picture.nodes if node.id not in upward}
    assert ends.pop("Surrey Safeguarding Children Board") == ()
    assert ends == {
        "Training commissioners": ("NO LINE TO THE BOARD STATED",),
        "Partnership data teams": ("NO LINE TO THE BOARD STATED",),
    }


# Fit for a board


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
    assert "scale(1 1)" in written(drawn[name], "svg").decode()


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_contrast_is_what_wcag_asks_for() -> None:
    for colours in (*PALETTE.values(), *STANDINGS.values()):
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


# Stable


def test_the_committed_pictures_are_as_they_are_drawn(sscb: Callable[..., Ran]) -> None:
    ran = sscb("diagram", "all", "--check", cwd=ROOT)
    assert ran.code == 0, ran.err


def test_a_stale_picture_is_named(sscb: Callable[..., Ran], tmp_path: Path, seed_copy: SeedCopy) -> None:
    folder = tmp_path / "pictures"
    assert sscb("diagram", "trace", "ofsted", "22", "-o", tmp_path / "trace-ofsted-22.svg").code == 0
    folder.mkdir()
    (tmp_path / "trace-ofsted-22.svg").rename(folder / "trace-ofsted-22.svg")
    assert sscb("diagram", "all", "-o", folder, cwd=tmp_path).code == 0
    assert (folder / "trace-ofsted-22.txt").is_file()
    assert sscb("diagram", "all", "-o", folder, "--check").code == 0
    (folder / "trace-ofsted-22.txt").write_text("other", encoding="utf-8")
    (folder / "mine.svg").write_text("other", encoding="utf-8")
    ran = sscb("diagram", "all", "-o", folder, "--check")
    assert ran.code == 1
    assert "Not as they would be drawn: trace-ofsted-22.txt, mine.svg." in ran.err
    seed_copy.edit("bodies.csv", "qap", name="Quality Group")
    ran = sscb("--seed", seed_copy.folder, "diagram", "all", "-o", folder, "--check")
    assert ran.code == 1
    assert "structure.svg, structure.png, structure.txt" in ran.err


@pytest.mark.parametrize("form", FORMS)
def test_the_same_input_gives_the_same_bytes(form: str, surrey: EmbeddedStore, drawn: dict[str, Picture]) -> None:
    again = pictures(surrey)
    for name in ("structure", "priority-2", "timeline"):
        assert written(again[name], form) == written(drawn[name], form)
    assert re.search(rb"20(1[0-79]|2[0-9])-[0-9]{2}-[0-9]{2}T", written(drawn["structure"], form)) is None


# Change stays put


@pytest.fixture
def changed(seed_copy: SeedCopy) -> SeedCopy:
    """A plan with a body renamed, one moved, one without its line, one removed and one added."""
    seed_copy.edit("bodies.csv", "online-safety", name="Digital Safety Group")
    seed_copy.edit("relations.csv", "health-sub-group-reports-to-business-group", other="qap")
    new = {"kind": "group", "basis": "assumed", "reason": "proposed"}
    seed_copy.add("bodies.csv", id="new-group", position="99", name="New Group", **new)
    line = {"relation": "reports to", "other": "sscb", "basis": "assumed", "reason": "proposed"}
    seed_copy.add("relations.csv", id="new-group-reports-to-sscb", body="new-group", **line)
    kept = [row for row in seed_copy.rows("relations.csv") if "policies-and-procedures" not in row["id"]]
    seed_copy.write("relations.csv", kept)
    return seed_copy


def test_a_comparison_labels_changes_and_moves_nothing_else(surrey: EmbeddedStore, changed: SeedCopy) -> None:
    three = compare(structure.draw(asking(surrey)), structure.draw(asking(changed.store())))
    roots = [svg_of(one) for one in (three.before, three.changes, three.after)]
    assert len({size(root) for root in roots}) == 1
    before, both, after = map(places, roots)
    assert before.items() <= both.items()
    assert after.items() <= both.items()
    assert set(both) - set(before) == {"new-group", "policies-and-procedures~apart"}
    assert set(both) - set(after) == {"policies-and-procedures"}
    tags = {node.id: node.tags[-1] for node in three.changes.nodes if node.tags}
    assert tags["new-group"] == "ADDED"
    assert tags["health-sub-group"] == "MOVED: was below Business Group"
    assert tags["online-safety"] == "RENAMED: was Online Safety Group"
    assert tags["policies-and-procedures"] == "MOVED: will be without a stated place"
    assert tags["policies-and-procedures~apart"] == "MOVED: was below Business Group"
    borders = {node.id: node.border for node in three.changes.nodes}
    assert len({borders[key] for key in ("new-group", "health-sub-group", "online-safety", "sscb")}) == 4
    words = [joined(root) for root in roots]
    assert "Online Safety Group" in words[0]
    assert "New Group" not in words[0]
    assert "Digital Safety Group" in words[2]
    assert three.changes.point.startswith("Bodies: 1 added, 0 removed, 2 moved, 1 renamed")


def test_a_comparison_the_other_way_round_shows_what_is_removed(surrey: EmbeddedStore, changed: SeedCopy) -> None:
    three = compare(structure.draw(asking(changed.store())), structure.draw(asking(surrey)))
    gone = next(node for node in three.changes.nodes if node.id == "new-group")
    assert gone.tags == ("REMOVED",)
    assert "New Group" not in joined(svg_of(three.after))


def test_a_plan_compared_with_itself_changes_nothing(surrey: EmbeddedStore) -> None:
    whole = structure.draw(asking(surrey))
    three = compare(whole, whole)
    assert three.changes.point == (
        "Bodies: 0 added, 0 removed, 0 moved, 0 renamed, 0 with another decision. Lines added or removed: 0."
    )
    assert not [node for node in three.changes.nodes if any(": was" in tag for tag in node.tags)]


def test_a_body_that_only_got_another_id_is_the_same(surrey: EmbeddedStore, seed_copy: SeedCopy) -> None:
    for file in seed_copy.folder.glob("*.csv"):
        file.write_bytes(re.sub(rb"(?<![a-z-])qap(?![a-z-])", b"quality", file.read_bytes()))
    three = compare(structure.draw(asking(surrey)), structure.draw(asking(seed_copy.store())))
    assert three.changes.point.startswith("Bodies: 0 added, 0 removed, 0 moved, 0 renamed")


def test_a_comparison_writes_three_files(sscb: Callable[..., Ran], tmp_path: Path, changed: SeedCopy) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    ran = sscb("diagram", "structure", "--compare", changed.folder, "-o", "x.svg", cwd=folder)
    assert ran.code == 0, ran.err
    assert sorted(path.name for path in folder.iterdir()) == ["x-after.svg", "x-before.svg", "x.svg"]
    sscb("diagram", "structure", "--compare", changed.folder, "--format", "txt", cwd=folder)
    names = ["structure-changes-after.txt", "structure-changes-before.txt", "structure-changes.txt"]
    assert sorted(path.name for path in folder.glob("*.txt")) == names
    text = sscb("diagram", "structure", "--compare", changed.folder, "-o", "-", "--format", "txt").out
    assert "RENAMED: was Online Safety Group" in flat(text)


# Scale, and awkward shapes and names


def post(seed: SeedCopy, rows: list[tuple[str, str]], lines: list[tuple[str, str]]) -> EmbeddedStore:
    """The plan with more posts and lines."""
    bodies = seed.rows("bodies.csv")
    for key, name in rows:
        cells = {"id": key, "position": str(100 + len(bodies)), "name": name, "kind": "role"}
        bodies.append({**dict.fromkeys(bodies[0], ""), **cells, "basis": "assumed", "reason": "a test"})
    relations = seed.rows("relations.csv")
    for below, above in lines:
        cells = {"id": f"{below}-to-{above}", "body": below, "relation": "reports to", "other": above}
        relations.append({**dict.fromkeys(relations[0], ""), **cells, "basis": "assumed", "reason": "a test"})
    seed.write("bodies.csv", bodies)
    seed.write("relations.csv", relations)
    return seed.store()


def organogram(seed: SeedCopy) -> EmbeddedStore:
    """700 posts below 11 heads."""
    rows = [(f"post-{number}", f"Post number {number}") for number in range(700)]
    return post(
        seed,
        rows,
        [(f"post-{number}", f"post-{number // 4 - 3 if number > 54 else number % 11}") for number in range(11, 700)],
    )


def test_a_large_organogram_is_drawn_in_parts_that_fit_and_says_what_it_leaves_out(
    seed_copy: SeedCopy, sscb: Callable[..., Ran], tmp_path: Path
) -> None:
    whole = structure.draw(asking(organogram(seed_copy)))
    posts = {f"post-{number}" for number in range(700)}
    assert posts < {node.id for node in whole.nodes}
    overview = limited(whole)
    assert overview.parts
    shown = {node.id for node in overview.nodes}
    assert f"Left out: {len(whole.nodes) - len(shown)} of {len(whole.nodes)} bodies" in overview.left_out
    assert overview.left_out in joined(svg_of(overview))
    assert overview.left_out in flat(outline(overview))
    hidden = sum(int(tag.split()[1]) for node in overview.nodes for tag in node.tags if tag.startswith("+"))
    assert hidden == len(whole.nodes) - len(shown)
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


def test_pages_without_a_name_are_named_after_their_part(
    seed_copy: SeedCopy, sscb: Callable[..., Ran], tmp_path: Path
) -> None:
    organogram(seed_copy)
    out = tmp_path / "pages"
    out.mkdir()
    sscb("--seed", seed_copy.folder, "diagram", "structure", "--pages", "--format", "dot", cwd=out)
    names = {path.name for path in out.iterdir()}
    assert {"structure.dot", "structure-post-3.dot"} <= names


def test_a_narrow_structure_fits_a_phone(surrey: EmbeddedStore, drawn: dict[str, Picture]) -> None:
    narrow = limited(structure.draw(asking(surrey)), narrow=True)
    width, height = size(svg_of(narrow))
    assert width < 500 < height
    assert narrow.lines == drawn["structure"].lines
    assert narrow.nodes == drawn["structure"].nodes


def test_depth_and_root_choose_a_part(seed_copy: SeedCopy) -> None:
    whole = structure.draw(asking(organogram(seed_copy)))
    assert {node.name for node in limited(whole, depth=0).nodes if node.id.startswith("post")} == {
        f"Post number {number}" for number in range(11)
    }
    part = limited(whole, "post-3", 1)
    assert part.nodes[0].id == "post-3"
    assert part.boxes == ()
    assert {line.near for line in part.lines} == {"post-3"}
    assert part.title == "Post number 3 in the structure"
    nothing_hidden = limited(whole, "post-699")
    assert {node.id for node in nothing_hidden.nodes} == {"post-699", "post-171"}
    assert not nothing_hidden.parts


def test_circles_self_reports_and_two_lines_up_are_drawn_as_they_are(seed_copy: SeedCopy) -> None:
    rows = [(f"odd-{number}", f"Odd {number}") for number in range(6)]
    lines = [("odd-0", "odd-1"), ("odd-1", "odd-2"), ("odd-2", "odd-0"), ("odd-3", "odd-3"), ("odd-4", "sscb")]
    lines += [("odd-4", "qap"), ("odd-5", "odd-5"), ("odd-5", "sscb")]
    picture = limited(structure.draw(asking(post(seed_copy, rows, lines))))
    circled = {node.id for node in picture.nodes if "REPORTS IN A CIRCLE" in node.tags}
    assert circled == {"odd-0", "odd-1", "odd-2", "odd-3", "odd-5"}
    assert {(line.far, line.near) for line in picture.lines} >= set(lines)
    root, text = svg_of(picture), flat(outline(picture))
    for line in picture.lines:
        assert line.title in titles(root)
        assert flat(line.title) in text


def test_140_lone_bodies_stand_apart_in_rows(seed_copy: SeedCopy) -> None:
    bodies = seed_copy.rows("bodies.csv")
    for number in range(140):
        cells = {"id": f"lone-{number}", "position": str(200 + number), "name": f"Lone group {number}", "kind": "group"}
        bodies.append({**dict.fromkeys(bodies[0], ""), **cells, "basis": "assumed", "reason": "a test"})
    seed_copy.write("bodies.csv", bodies)
    picture = limited(structure.draw(asking(seed_copy.store())))
    root = svg_of(picture)
    at = places(root)
    assert sum(key.startswith("lone-") for key in at) == 140
    assert len(set(at.values())) == len(at)
    width, height = size(root)
    assert max(width, height) <= PAGES["A3"][0]


def test_lone_posts_are_counted_or_drawn(seed_copy: SeedCopy) -> None:
    asked = asking(post(seed_copy, [(f"lone-{number}", f"Lone {number}") for number in range(140)], []))
    counted = structure.draw(asked)
    assert any("role 144" in note for note in counted.notes)
    everyone = structure.draw(asked, everyone=True)
    assert sum(key.startswith("lone-") for key in everyone.boxes[0].nodes) == 140
    assert len(everyone.nodes) > len(counted.nodes) + 140


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
    node = Node("a", name, "group", "")
    line = Line("a~b", "b", "a", f"{name} reports to B", "inferred", reason=name)
    picture = Picture("x", name, name, (node, Node("b", "B", "group", "")), (line,), notes=(name,))
    root = svg_of(picture)
    assert len([group for group in root.iter(f"{SVG}g") if group.get("class") in {"node", "edge"}]) == 3
    assert node.title in titles(root)
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
    picture = Picture("x", "A\x01B", "point", (Node("a", "C\x02D", "group", ""),))
    assert svg_of(picture)[0].text == r"A\x01B"
    assert r"C\x02D" in joined(svg_of(picture))


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
    assert len(warnings) == (2 if form == "pdf" else 1)
    ran = sscb("--seed", seed_copy.folder, "diagram", "structure", "-o", tmp_path / "x.svg")
    assert "Warning" not in ran.err


def test_the_shipped_plan_needs_no_warning(drawn: dict[str, Picture]) -> None:
    assert [glyphs.warnings(picture, form) for picture in drawn.values() for form in ("png", "pdf")] == [[]] * 18


# The engine


def test_the_engine_is_the_wheel_s_own_whatever_is_on_the_path(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, drawn: dict[str, Picture]
) -> None:
    source = dot(drawn["structure"])
    usual = engine.drawn(source, "svg", "built-in")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert engine.drawn(source, "svg", "built-in") == usual
    with pytest.raises(NoEngine, match="'dot' is not on the PATH: install Graphviz, or leave out --engine"):
        engine.drawn(source, "svg", "dot")


def test_the_engine_prints_no_warning_about_our_dot(drawn: dict[str, Picture]) -> None:
    for picture in drawn.values():
        command = [str(engine.engine_path("built-in")), "-Tsvg"]
        done = subprocess.run(command, input=dot(picture).encode(), capture_output=True, check=True)
        assert done.stderr == b""


def test_a_missing_or_failing_engine_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(EngineFailed, match="could not draw this picture"):
        engine.drawn("digraph {", "svg", "built-in")
    monkeypatch.setattr(engine, "files", lambda _: [])
    with pytest.raises(NoEngine, match="is not whole: pip install --force-reinstall"):
        engine.engine_path("built-in")


def test_the_dot_that_is_written_is_the_one_that_is_drawn(drawn: dict[str, Picture]) -> None:
    source = written(drawn["structure"], "dot").decode()
    assert engine.drawn(source, "png", "built-in") == written(drawn["structure"], "png")


def test_every_kind_has_a_command() -> None:
    assert {"structure", "trace", "priority", "body", "coverage", "timeline", "all"} == set(diagram.commands)


def test_labels_are_escaped_in_dot(drawn: dict[str, Picture]) -> None:
    evil = Picture("x", "t", "p", (Node("a", '"]; evil [label="', "group", ""),))
    assert html.unescape(dot(evil)).count("evil") == 1
    assert "node" in written(evil, "svg").decode()
