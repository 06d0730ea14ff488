"""Pictures hold what the answers say, and text and picture say the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from sscb_graph.drawing.outline import outline
from sscb_graph.model.basis import BASES
from sscb_graph.pictures.kinds import body, coverage, priority, structure, trace
from sscb_graph.pictures.part import take_part
from sscb_graph.pictures.picture import Box, Line, Picture
from sscb_graph.plan import OpenPlan
from tests.conftest import Ran, SeedCopy
from tests.diagrams.drawing import (
    SVG,
    asking,
    flat,
    joined,
    more,
    pictures,
    svg_of,
    titles,
)


def test_the_structure_shows_what_the_answers_say(surrey: OpenPlan, drawn: dict[str, Picture]) -> None:
    picture = drawn["structure"]
    reporting = surrey.ask("relations", via="REPORTS_TO").rows
    lines = {(line.far, line.near, line.basis) for line in picture.lines}
    assert lines == {(row["body_id"], row["other_id"], row["basis"]) for row in reporting}
    assert {box.id for box in picture.boxes if box.doubled} == {"cdop", "scrg"}
    places = {row["id"] for row in surrey.ask("gaps").rows if row["gap"] == "body-without-line-to-board"}
    assert {frame.id: set(frame.boxes) for frame in picture.frames} == {
        "apart": places,
        "proposed": {"strategic-executive", "reference-group"},
    }
    assert f"the place of {len(places)} is not stated" in picture.point
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

    assert dashes("line-qap-reports-to-sscb") == {None}
    assert dashes("line-neglect-reports-to-business-group") == {"5,2"}
    arrows = {key: next(groups[f"line-{key}"].iter(f"{SVG}polygon")).get("fill") for key in STATED_AND_INFERRED}
    assert list(arrows.values()) == ["#1a1a1a", "none"]
    shapes = {key: len([*groups[f"node-{key}"].iter(f"{SVG}path")]) for key in ("cdop", "qap")}
    assert shapes == {"cdop": 2, "qap": 1}
    borders = {
        tag: (next(iter(shape)).get("stroke-width"), next(iter(shape)).get("stroke-dasharray"), next(iter(shape)).tag)
        for key, tag in (("early-help", "new"), ("neglect", "review"), ("qap", "continuing"), ("sscb", ""))
        if (shape := [one for one in groups[f"node-{key}"] if one.tag in {f"{SVG}polygon", f"{SVG}path"}])
    }
    assert len(set(borders.values())) == 4


STATED_AND_INFERRED = ("qap-reports-to-sscb", "neglect-reports-to-business-group")


def test_a_confirmed_line_is_marked_and_keeps_its_basis(seed_copy: SeedCopy) -> None:
    line = "neglect-reports-to-business-group"
    seed_copy.edit("relations.csv", line, confirmed_by="Board minutes", confirmed_on="2019-01-10")
    picture = take_part(structure.compose(asking(seed_copy.open())))
    root = svg_of(picture)
    group = next(group for group in root.iter(f"{SVG}g") if group.get("id") == "line-neglect-reports-to-business-group")
    assert "".join(group.itertext()).rstrip().endswith("\nconfirmed")
    assert "confirmed somebody confirmed the line; its basis stays" in joined(root)
    said = next(title for title in titles(root) if title.startswith("Neglect Task and Finish Group reports to"))
    assert "(inferred, confirmed)" in said
    assert "Confirmed by Board minutes on 2019-01-10." in said
    assert flat(said) in flat(outline(picture))


@pytest.mark.parametrize(
    "name",
    [
        *("structure", "trace-ofsted-22", "trace-ofsted-1", "trace-action-2.11-3.2", "priority-2", "coverage"),
        *("body-business-group", "coverage-by-lead", "timeline"),
    ],
)
def test_picture_and_text_say_the_same(name: str, drawn: dict[str, Picture]) -> None:
    picture = drawn[name]
    root, text = svg_of(picture), flat(outline(picture))
    shown = titles(root)
    for box in picture.boxes:
        assert box.title in shown
        assert all(part.rstrip(".") in text for part in map(flat, (box.name, *box.tags, *box.facts)))
        assert box.name in flat(joined(root))
    for line in picture.lines:
        assert line.title in shown
        assert flat(line.title) in text
    cells = [mark for head, row in picture.grid.rows for mark in (head, *sum(row, ()))] if picture.grid else []
    for mark in cells:
        assert any(mark.title in title for title in shown)
        assert flat(mark.title) in text
    for sentence in (picture.title, picture.point, *picture.notes, *(frame.title for frame in picture.frames)):
        assert flat(sentence) in text
        assert flat(sentence) in flat(joined(root))
    for entry in picture.key:
        assert flat(": ".join(filter(None, (entry.sample, entry.words)))) in text
    # Nothing is in the drawing that is not in the text.
    said = {box.title for box in picture.boxes} | {line.title for line in picture.lines}
    said |= {frame.title for frame in picture.frames}
    for heading, columns in picture.grid.rows if picture.grid else ():
        said |= {heading.title, *("; ".join(mark.title for mark in cell) for cell in columns)}
    assert set(shown) <= said


def test_what_is_not_said_is_not_drawn(surrey: OpenPlan) -> None:
    nothing = trace.from_recommendation(asking(surrey), "1")
    assert nothing.lines == ()
    assert nothing.point == "The plan does not say what is done about Ofsted 1: no action cites it."
    alone = body.compose(asking(surrey), "Safe Lives")
    assert "the plan does not say how it relates to any other" in alone.point


def test_a_trace_ends_at_the_board_or_says_that_it_does_not(drawn: dict[str, Picture]) -> None:
    picture = drawn["trace-ofsted-22"]
    assert [box.name for box in picture.boxes if box.colour == "Action"] == [
        *("Action 2.2", "Action 2.4", "Action 2.6", "Action 2.9", "Action 2.11 & 3.2 (Priority 2)", "Action 2.12")
    ]
    upward = {line.near for line in picture.lines}
    ends = {box.name: box.tags for box in picture.boxes if box.id not in upward}
    assert ends.pop("Surrey Safeguarding Children Board") == ()
    assert ends == {
        "Training commissioners": ("NO LINE TO THE BOARD STATED",),
        "Partnership data teams": ("NO LINE TO THE BOARD STATED",),
    }


@pytest.mark.parametrize("bases", [*([basis] for basis in BASES), ["stated", "inherited"]], ids="-".join)
def test_a_choice_of_bases_says_what_it_leaves_out_and_claims_nothing_of_the_plan(
    bases: list[str], surrey: OpenPlan
) -> None:
    for picture in pictures(surrey, *bases).values():
        note = picture.all_notes[-1] if picture.name != "structure" else " ".join(picture.all_notes)
        assert "what else the plan says, or does not, is left out." in note
        assert "does not say what is done" not in picture.point
        assert all(line.basis in bases for line in picture.lines)
        assert "NO ACTION CITES IT" not in [tag for box in picture.boxes for tag in box.tags]
        outline(picture)
        svg_of(picture)


def test_the_notes_of_the_structure_count_only_what_they_say(surrey: OpenPlan, drawn: dict[str, Picture]) -> None:
    shown = {box.id for box in drawn["structure"].boxes}
    rest = [row for row in surrey.ask("bodies").rows if row["body_id"] not in shown]
    silent = [row for row in rest if not row["standing"] and row["kind"] != "outside board"]
    assert not [row for row in silent if row["leads"] or row["group"]]
    told = [row["body"] for row in rest if row["standing"] or row["kind"] == "outside board"]
    notes = " ".join(drawn["structure"].notes)
    assert all(name in notes for name in told)
    assert f"{len(silent)} other bodies" in notes


def test_keep_informed_is_told_as_the_plan_has_it(
    seed_copy: SeedCopy, sscb: Callable[..., Ran], tmp_path: Path
) -> None:
    line = {"id": "informs", "body": "qap", "relation": "keeps informed", "other": "executive"}
    seed_copy.add("relations.csv", **line, basis="assumed", reason="a test")
    picture = take_part(structure.compose(asking(seed_copy.open())))
    assert [(one.near, one.far, one.tag) for one in picture.lines if one.id == "informs"] == [
        ("qap", "executive", "keeps informed")
    ]
    assert "none survives" not in joined(svg_of(picture))
    assert next(box for box in picture.boxes if box.id == "executive").tags == ("NEW", "PLACE NOT STATED")
    assert "the place of 8 is not stated" in picture.point
    sscb("init", tmp_path / "empty")
    text = sscb("--seed", tmp_path / "empty", "diagram", "structure", "-o", "-", "--format", "txt").out
    assert "Keep Informed" not in text
    assert "Nothing to draw: the plan does not say." in text


def test_a_plan_without_anything_still_has_its_title(seed_copy: SeedCopy) -> None:
    seed_copy.write("relations.csv", [], list(seed_copy.rows("relations.csv")[0]))
    seed_copy.edit("plan.csv", "surrey-2018", board="")
    root = svg_of(take_part(structure.compose(asking(seed_copy.open()))))
    assert "Proposed Surrey Safeguarding Children Board Structure 2018-2019" in joined(root)
    seed_copy.remove("passages.csv", "structure-picture-title")
    seed_copy.edit("body_names.csv", "name-sscb-surrey-safeguarding-children-board", written_in="introduction-welcome")
    seed_copy.write("observations.csv", [], list(seed_copy.rows("observations.csv")[0]))
    root = svg_of(take_part(structure.compose(asking(seed_copy.open()))))
    assert "SSCB Business Plan 2018-2019: the structure" in joined(root)


def test_what_is_known_of_a_body_says_its_basis(seed_copy: SeedCopy) -> None:
    more(seed_copy, {"new": "New Group"}, [("new", "sscb")], "group")
    picture = take_part(structure.compose(asking(seed_copy.open())))
    boxes = {box.id: box for box in picture.boxes}
    assert "That there is such a body is assumed: a test" in boxes["new"].facts
    leads = next(fact for fact in boxes["learning-and-development"].facts if fact.startswith("Leads"))
    assert leads == "Leads 2.5, 2.11 & 3.2 (Priority 2), 2.11 & 3.2 (Priority 3), 3.3, 4.7 (stated); 2.5a (inherited)"


def test_the_key_tells_of_every_line(seed_copy: SeedCopy) -> None:
    cells = {"basis": "assumed", "reason": "a test", "written_in": "", "quote": ""}
    confirmed = {"confirmed_by": "Board minutes", "confirmed_on": "2019-01-10"}
    lead = next(row["id"] for row in seed_copy.rows("leads.csv") if row["body"] == "business-group")
    seed_copy.edit("leads.csv", lead, **cells, **confirmed)
    picture = body.compose(asking(seed_copy.open()), "Business Group")
    assert {line.basis for line in picture.lines} <= {entry.basis for entry in picture.key}
    assert "confirmed" in {entry.sample for entry in picture.key}


def test_a_note_on_a_relation_is_told(surrey: OpenPlan) -> None:
    picture = body.compose(asking(surrey), "SSCB")
    line = next(line for line in picture.lines if "is to report once to Improvement Board" in line.sentence)
    assert "not a reporting line" in line.title
    assert "not a reporting line" in flat(outline(picture))


def test_a_matrix_by_lead_shows_the_weakest_basis(surrey: OpenPlan) -> None:
    picture = coverage.compose(asking(surrey), "lead")
    assert picture.grid
    marks = {mark.text for _, row in picture.grid.rows for cell in row for mark in cell if mark.text.startswith("4.4")}
    assert "4.4 (inherited)" in marks
    assert "4.4" not in marks
    assert picture.point.startswith("23 items are cited by 24 actions, and by 5 more on a weaker basis")


def test_a_review_in_a_year_is_drawn(seed_copy: SeedCopy) -> None:
    seed_copy.edit("decisions.csv", "decision-on-neglect", review_on="2019")
    picture = take_part(structure.compose(asking(seed_copy.open())))
    assert "UNDER REVIEW, 2019" in next(box for box in picture.boxes if box.id == "neglect").tags


def test_a_priority_carries_its_cautions(seed_copy: SeedCopy) -> None:
    seed_copy.add("notes.csv", id="note-on-it", position="99", about="priority-2", text="A caution.", basis="stated")
    picture = priority.compose(asking(seed_copy.open()), "2")
    assert "A caution." in picture.boxes[0].facts


def test_sentences_end_once(drawn: dict[str, Picture]) -> None:
    for picture in drawn.values():
        assert not re.search(r"[.?!]\.(?!\.)", outline(picture).replace("...", ""))


def test_a_picture_refuses_a_line_to_nowhere() -> None:
    with pytest.raises(ValueError, match="no box for nowhere"):
        Picture("x", "x", "x", (Box("a", "A", "group", ""),), (Line("l", "a", "nowhere", "A reports", "stated"),))


def test_everyone_includes_who_is_gone_and_who_is_outside_as_such(surrey: OpenPlan) -> None:
    boxes = {frame.title: frame.boxes for frame in structure.compose(asking(surrey), everyone=True).frames}
    assert boxes["No longer in the structure"] == ("chairs-executive-group", "quality-assurance-and-evaluation-group")
    assert boxes["Outside the structure"] == ("improvement-board",)
    alone = take_part(structure.compose(asking(surrey), everyone=True), "chairs-executive-group")
    assert alone.point == "Chairs Executive Group: no longer in the structure."


def test_a_filtered_structure_claims_nothing_of_places(surrey: OpenPlan) -> None:
    picture = structure.compose(asking(surrey, "inherited"))
    assert "is not stated" not in picture.point
    assert not [frame for frame in picture.frames if "does not say" in frame.title]
    assert "chairs-executive-group" not in {box.id for box in picture.boxes}


def test_without_a_board_nothing_is_said_of_a_line_to_it(seed_copy: SeedCopy) -> None:
    seed_copy.edit("plan.csv", "surrey-2018", board="")
    picture = trace.from_recommendation(asking(seed_copy.open()), "22")
    assert not [box for box in picture.boxes if "NO LINE TO THE BOARD STATED" in box.tags]
    assert "The plan names no board." in picture.notes


def test_a_part_says_too_which_facts_are_drawn(surrey: OpenPlan) -> None:
    part = take_part(structure.compose(asking(surrey, "stated")), "sscb")
    assert "Only facts that are stated are drawn" in flat(outline(part))
    assert "Only facts that are stated are drawn" in joined(svg_of(part))


def test_a_body_with_a_line_that_never_reaches_the_board_says_so(seed_copy: SeedCopy) -> None:
    store = more(seed_copy, {"lone": "Lone Group", "below": "Group Below"}, [("below", "lone")], "group")
    data = asking(store)
    picture = structure.compose(data)
    tags = {box.id: box.tags for box in picture.boxes}
    assert tags["lone"] == tags["below"] == ("NO LINE TO THE BOARD STATED",)
    apart = next(frame for frame in picture.frames if frame.id == "apart")
    assert {*apart.boxes, "lone", "below"} == set(data.without_line)
    assert f"the place of {len(data.without_line)} is not stated" in picture.point


def test_no_picture_names_an_option(drawn: dict[str, Picture], surrey: OpenPlan) -> None:
    whole = structure.compose(asking(surrey))
    for picture in (*drawn.values(), take_part(whole, depth=0), take_part(whole, "business-group", 0)):
        assert "--" not in outline(picture).replace("---", "")


def test_an_item_that_nobody_cites_keeps_its_whole_topic(seed_copy: SeedCopy, sscb: Callable[..., Ran]) -> None:
    seed_copy.edit("reports.csv", "report-ofsted", name="Ofsted: part two")
    key = next(row["id"] for row in seed_copy.rows("recommendations.csv") if _uncited(seed_copy, row["id"]))
    seed_copy.edit("recommendations.csv", key, topic="One thing: and another: {id: 1}")
    out = sscb("--seed", seed_copy.folder, "diagram", "trace", "ofsted", key[7:], "-o", "-", "--format", "txt").out
    assert f"- Ofsted: part two {key[7:]}: item" in out
    assert "It is about: One thing: and another: {id: 1}" in out


def _uncited(seed: SeedCopy, key: str) -> bool:
    return key.startswith("ofsted-") and key not in {row["recommendation"] for row in seed.rows("citations.csv")}


def test_the_text_of_a_picture_has_no_tab(seed_copy: SeedCopy, sscb: Callable[..., Ran]) -> None:
    seed_copy.edit("bodies.csv", "sscb", name="The\tBoard\nof all")
    for kind in (["structure"], ["body", "sscb"], ["trace", "ofsted", "22"]):
        out = sscb("--seed", seed_copy.folder, "diagram", *kind, "-o", "-", "--format", "txt").out
        assert "\t" not in out
        assert "The Board of all" in out
