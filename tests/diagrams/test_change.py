"""Two plans compared: unchanged boxes keep their place, changes carry a label and a pattern."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from sscb_graph.drawing.outline import outline
from sscb_graph.paper import PAGES
from sscb_graph.pictures.compare import Comparison, compare_plans
from sscb_graph.pictures.compare_boxes import CHANGES
from sscb_graph.plan import OpenPlan
from tests.conftest import Ran, SeedCopy
from tests.diagrams.drawing import (
    SVG,
    asking,
    flat,
    more,
    organogram,
    places,
    size,
    svg_of,
    titles,
)


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


def test_a_comparison_labels_changes_and_moves_nothing_else(surrey: OpenPlan, changed: SeedCopy) -> None:
    three = compare_plans(asking(surrey), asking(changed.open()))
    roots = [svg_of(one) for one in (three.before, three.changes, three.after)]
    assert len({size(root) for root in roots}) == 1
    before, both, after = map(places, roots)
    assert before.items() <= both.items()
    assert after.items() <= both.items()
    assert set(both) - set(before) == {"new-group", "policies-and-procedures~apart"}
    assert set(both) - set(after) == {"policies-and-procedures"}
    tags = {box.id: box.tags[-1] for box in three.changes.boxes if box.tags}
    assert tags["new-group"] == "ADDED"
    assert tags["health-sub-group"] == "MOVED: was below Business Group"
    assert tags["online-safety"] == "RENAMED: was Online Safety Group"
    assert tags["policies-and-procedures"] == "MOVED: will be without a reporting line"
    assert tags["policies-and-procedures~apart"] == "MOVED: was below Business Group"
    borders = {box.id: box.border for box in three.changes.boxes}
    assert len({borders[key] for key in ("new-group", "health-sub-group", "online-safety", "sscb")}) == 4
    names = [{box.name for box in one.shown_boxes} for one in (three.before, three.after)]
    assert "Online Safety Group" in names[0]
    assert "Digital Safety Group" in names[1]
    lines = [{line.id for line in one.shown_lines} for one in (three.before, three.changes, three.after)]
    assert len(lines[1] - lines[0]) == 2
    assert len(lines[1] - lines[2]) == 2
    text = flat(outline(three.changes))
    assert "Line added: New Group reports to Surrey Safeguarding Children Board (assumed)." in text
    assert "Line removed: Health Sub Group reports to Business Group (inferred)." in text
    assert three.changes.point.startswith("Bodies: 1 added, 0 removed, 2 moved, 1 renamed")


def test_a_comparison_the_other_way_round_shows_what_is_removed(surrey: OpenPlan, changed: SeedCopy) -> None:
    three = compare_plans(asking(changed.open()), asking(surrey))
    gone = next(box for box in three.changes.boxes if box.id == "new-group")
    assert gone.tags == ("REMOVED",)
    assert "new-group" not in places(svg_of(three.after))


def test_a_plan_compared_with_itself_changes_nothing(surrey: OpenPlan) -> None:
    three = compare_plans(asking(surrey), asking(surrey))
    assert three.changes.point == (
        "Bodies: 0 added, 0 removed, 0 moved, 0 renamed, 0 changed. Lines: 0 added, 0 removed, 0 with another basis, "
        "0 with another confirmation."
    )
    assert not [box for box in three.changes.boxes if any(": was" in tag for tag in box.tags)]


def test_a_body_that_only_got_another_id_is_the_same(surrey: OpenPlan, seed_copy: SeedCopy) -> None:
    for file in seed_copy.folder.glob("*.csv"):
        file.write_bytes(re.sub(rb"(?<![a-z-])qap(?![a-z-])", b"quality", file.read_bytes()))
    three = compare_plans(asking(surrey), asking(seed_copy.open()))
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


def three(seed: SeedCopy, surrey: OpenPlan) -> Comparison:
    """The comparison of the shipped plan with another, as the command draws it."""
    return compare_plans(asking(surrey), asking(seed.open()))


def tags_of(found: Comparison) -> dict[str, str]:
    """The changes that boxes tell, by the id of the box."""
    return {box.id: "; ".join(tag for tag in box.tags if tag.startswith(tuple(CHANGES))) for box in found.changes.boxes}


def test_a_line_with_another_basis_is_a_change(surrey: OpenPlan, seed_copy: SeedCopy) -> None:
    line = "neglect-reports-to-business-group"
    seed_copy.edit("relations.csv", line, basis="assumed", quote="", written_in="")
    other = {"confirmed_by": "Board minutes", "confirmed_on": "2019-01-10"}
    seed_copy.edit("relations.csv", "cdop-reports-to-sscb", **other)
    found = three(seed_copy, surrey)
    assert found.changes.point.endswith("1 with another basis, 1 with another confirmation.")
    was, will = ({one.id: one for one in picture.lines} for picture in (found.before, found.after))
    assert (was[line].basis, will[line].basis) == ("inferred", "assumed")
    assert was[line].tag == will[line].tag == "was inferred, will be assumed"
    text = flat(outline(found.changes))
    assert "Line now confirmed: Child Death Overview Panel reports to Surrey Safeguarding Children Board" in text


def test_a_renamed_head_moves_nobody(surrey: OpenPlan, seed_copy: SeedCopy) -> None:
    seed_copy.edit("bodies.csv", "business-group", name="Delivery Group")
    found = three(seed_copy, surrey)
    assert {key: tag for key, tag in tags_of(found).items() if tag} == {"business-group": "RENAMED: was Business Group"}


def test_what_is_only_drawn_now_is_not_added(surrey: OpenPlan, seed_copy: SeedCopy) -> None:
    cells = {"id": "qa-line", "body": "qa-officer", "relation": "reports to", "other": "qap"}
    seed_copy.add("relations.csv", **cells, basis="assumed", reason="a test")
    found = three(seed_copy, surrey)
    changed = {key: tag for key, tag in tags_of(found).items() if tag}
    assert changed == {
        "qa-officer": "MOVED: was without a reporting line",
        "qa-officer~apart": "MOVED: will be below Quality Assurance and Performance Group",
    }


def test_a_lost_line_leaves_a_body_without_a_place(surrey: OpenPlan, seed_copy: SeedCopy) -> None:
    seed_copy.remove("relations.csv", "online-safety-reports-to-business-group")
    found = three(seed_copy, surrey)
    assert found.changes.point.endswith("0 added, 1 removed, 0 with another basis, 0 with another confirmation.")
    assert tags_of(found)["online-safety"] == "MOVED: will be without a reporting line"


def test_a_body_may_be_moved_and_renamed(surrey: OpenPlan, seed_copy: SeedCopy) -> None:
    seed_copy.edit("bodies.csv", "executive", name="Partnership Executive")
    cells = {"id": "executive-line", "body": "executive", "relation": "reports to", "other": "sscb"}
    seed_copy.add("relations.csv", **cells, basis="assumed", reason="a test")
    found = three(seed_copy, surrey)
    assert tags_of(found)["executive"] == "MOVED: was without a reporting line; RENAMED: was Executive"
    assert "2 moved" not in found.changes.point
    assert "1 moved, 1 renamed" in found.changes.point


def test_other_changes_of_a_body_are_told(surrey: OpenPlan, seed_copy: SeedCopy) -> None:
    seed_copy.edit("bodies.csv", "cdop", statutory_in="")
    seed_copy.edit("decisions.csv", "decision-on-neglect", standing="continuing", review_on="")
    found = three(seed_copy, surrey)
    assert tags_of(found)["cdop"] == "CHANGED: was a statutory group"
    assert tags_of(found)["neglect"] == "CHANGED: was PROPOSED TO CONTINUE by The Chair; UNDER REVIEW, March 2019"


def test_twins_are_not_mistaken_for_one(surrey: OpenPlan, seed_copy: SeedCopy) -> None:
    more(seed_copy, {"twin-a": "Executive", "twin-b": "Executive"}, [("twin-a", "sscb"), ("twin-b", "sscb")], "group")
    seed_copy.edit("decisions.csv", "decision-on-executive", body="qap")
    found = three(seed_copy, surrey)
    assert {"twin-a", "twin-b"} <= {box.id for box in found.changes.boxes}
    assert found.changes.point.startswith("Bodies: 2 added")


def test_of_two_large_plans_only_what_changes_is_drawn(surrey: OpenPlan, seed_copy: SeedCopy) -> None:
    names, lines = organogram(300)
    before = asking(more(seed_copy, names, lines))
    seed_copy.edit("bodies.csv", "post-250", name="Another post")
    found = compare_plans(before, asking(seed_copy.open()))
    assert {box.id for box in found.changes.boxes} == {"post-250", "post-59"}
    assert "which do not change" in found.changes.description
    width, height = size(svg_of(found.changes))
    assert max(width, height) <= PAGES["A4"][0]


def test_a_line_that_goes_elsewhere_is_there_before_and_after(surrey: OpenPlan, seed_copy: SeedCopy) -> None:
    seed_copy.edit("relations.csv", "neglect-reports-to-business-group", other="qap")
    found = three(seed_copy, surrey)
    ends = [
        {(line.far, line.near) for line in one.shown_lines if line.far == "neglect"}
        for one in (found.before, found.changes, found.after)
    ]
    assert ends == [
        {("neglect", "business-group")},
        {("neglect", "business-group"), ("neglect", "qap")},
        {("neglect", "qap")},
    ]
    root = svg_of(found.changes)
    ids = [group.get("id") for group in root.iter(f"{SVG}g") if group.get("class") == "edge"]
    assert len(ids) == len(set(ids))
    said = [title for title in titles(root) if title.startswith("Neglect Task and Finish Group reports to")]
    assert [("removed" in one, "added" in one) for one in said] in (
        [(True, False), (False, True)],
        [(False, True), (True, False)],
    )


def test_being_kept_informed_moves_nobody(surrey: OpenPlan, seed_copy: SeedCopy) -> None:
    for body, other in (("executive", "sscb"), ("cdop", "business-group")):
        cells = {"id": f"{body}-informs", "body": body, "relation": "keeps informed", "other": other}
        seed_copy.add("relations.csv", **cells, basis="assumed", reason="a test")
    found = three(seed_copy, surrey)
    assert {key for key, tag in tags_of(found).items() if tag} <= {"executive", "executive~apart"}
    assert [entry.words for entry in found.changes.key if entry.sample == "Keep Informed"] == [
        "as the words on the line say"
    ]


def test_a_choice_of_bases_is_not_compared(sscb: Callable[..., Ran], seed_copy: SeedCopy) -> None:
    ran = sscb("diagram", "structure", "--compare", seed_copy.folder, "--basis", "stated", "-o", "-")
    assert ran.code == 2
    assert "Say --compare without --basis" in ran.err


def test_of_two_large_plans_every_change_is_counted(surrey: OpenPlan, seed_copy: SeedCopy) -> None:
    more(seed_copy, *organogram(100))
    found = three(seed_copy, surrey)
    assert found.changes.point.startswith("Bodies: 100 added")
    assert len(found.changes.boxes) <= 60
    assert "of which" in found.changes.description
