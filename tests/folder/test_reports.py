"""Reports of any partnership: their items, and the cells that cite them."""

from __future__ import annotations

import re

import pytest

from sscb_graph.errors import SeedError
from sscb_graph.folder.printed_numbers import PrintedNumbers
from sscb_graph.model import Citation, Recommendation, Report
from tests.conftest import SeedCopy


def report(word: str, name: str) -> Report:
    return Report.model_validate(
        {"id": f"report-{word}", "position": 1, "word": word, "name": name, "kind": "x", "basis": "stated"}
    )


def items(word: str, *numbers: str) -> list[Recommendation]:
    cells = {"position": 1, "report": f"report-{word}", "kind": "x", "recommendation": "yes", "topic": "x"}
    return [Recommendation.model_validate({**cells, "id": f"{word}-{at}", "number": n}) for at, n in enumerate(numbers)]


READ = PrintedNumbers(
    [report("ofsted", "Ofsted"), report("peer", "Peer review"), report("cqc", "CQC")],
    [
        *items("ofsted", *map(str, range(1, 111))),
        *items("peer", *map(str, range(1, 9))),
        *items("cqc", "1", "1.1", "1.10", "R3", "2(a)", "4b"),
    ],
    "report-ofsted",
)


@pytest.mark.parametrize(
    ("cell", "cited"),
    [
        ("22", "ofsted 22"),
        ("25,26 31,", "ofsted 25, ofsted 26, ofsted 31"),
        ("24,25 30", "ofsted 24, ofsted 25, ofsted 30"),
        ("10& 11", "ofsted 10, ofsted 11"),
        ("26,", "ofsted 26"),
        ("29.", "ofsted 29"),
        ("25.26", "ofsted 25, ofsted 26"),
        ("022", "ofsted 22"),
        ("Rec 22 and 23", "ofsted 22, ofsted 23"),
        ("No.22", "ofsted 22"),
        ("999", "ofsted 999"),
        ("CQC 1", "cqc 1"),
        ("cqc 1, 1.1", "cqc 1, cqc 1.1"),
        ("CQC 1.10", "cqc 1.10"),
        ("CQC 1, 2(a); Ofsted 22", "cqc 2(a), cqc 1, ofsted 22"),
        ("22; CQC r3, 4b", "ofsted 22, cqc r3, cqc 4b"),
        ("CQC1", "cqc 1"),
        ("Peer  review\n3, 4 OFSTED 5", "peer 3, peer 4, ofsted 5"),
        ("PEER 3", "peer 3"),
        ("peers 3", "ofsted 3"),
        ("", ""),
        ("none", ""),
    ],
)
def test_a_printed_cell_is_read(cell: str, cited: str) -> None:
    found = ", ".join(f"{(one.report or '').removeprefix('report-')} {one.number}" for one in READ.read(cell))
    assert found == cited


@pytest.fixture
def two_reports(seed_copy: SeedCopy) -> SeedCopy:
    """The shipped plan, with a second report whose numbers are also the first's."""
    seed_copy.add(
        "reports.csv", id="report-cqc", position="3", word="cqc", name="CQC", kind="inspection report", basis="stated"
    )
    for number, key in (("1", "cqc-1"), ("1.1", "cqc-1.1"), ("R3", "cqc-r3")):
        cells = {"report": "report-cqc", "kind": "must do", "recommendation": "yes", "topic": "Something"}
        seed_copy.add("recommendations.csv", id=key, position="1", number=number, **cells)
    return seed_copy


def cite(seed: SeedCopy, item: str, printed: str) -> None:
    """Has action 1.5, which cites nothing, print a cell and state what it cites."""
    seed.edit("actions.csv", "p1-1.5", recs_printed=printed)
    cells = {"row_id": "p1-1.5", "recommendation": item, "basis": "stated", "written_in": "p1-1.5", "quote": printed}
    seed.add("citations.csv", id=f"cite-x-{item}", **cells)


@pytest.mark.parametrize(
    ("item", "printed"), [("cqc-1", "CQC 1"), ("cqc-1.1", "cqc 1.1"), ("cqc-r3", "R3"), ("ofsted-1", "1")]
)
def test_a_cell_cites_the_item_of_its_report(item: str, printed: str, two_reports: SeedCopy) -> None:
    cite(two_reports, item, printed)
    assert item in [one.recommendation for one in two_reports.records().of(Citation) if one.row_id == "p1-1.5"]


@pytest.mark.parametrize(
    ("item", "printed", "sentences"),
    [
        ("ofsted-1", "CQC 1", ["prints CQC 1, which no", "does not print 1, which"]),
        ("cqc-1", "1", ["prints 1, which no", "does not print CQC 1, which"]),
        ("cqc-1", "CQC 1, 1.1", ["prints CQC 1.1, which no"]),
        ("ofsted-1", "1, 999", ["prints 999, which no"]),
    ],
)
def test_a_cell_that_cites_another_item_is_refused(
    item: str, printed: str, sentences: list[str], two_reports: SeedCopy
) -> None:
    cite(two_reports, item, printed)
    with pytest.raises(SeedError) as caught:
        two_reports.records()
    assert len(caught.value.faults) == len(sentences)
    for sentence in sentences:
        assert f"actions.csv, row 8, column recs_printed: {sentence}" in str(caught.value)


@pytest.mark.parametrize(
    ("file", "key", "cells", "sentence"),
    [
        ("reports.csv", "report-cqc", {"word": "care quality"}, "column word: 'care quality' cannot stand before"),
        ("reports.csv", "report-cqc", {"word": "priority"}, "column word: 'priority' before a number already means"),
        ("reports.csv", "report-cqc", {"word": "Ofsted"}, "column word: 'ofsted' already names the report of row 2"),
        ("reports.csv", "report-cqc", {"name": "PEER  review"}, "column name: .* already names the report of row 3"),
        ("reports.csv", "report-cqc", {"name": "2014"}, "column name: '2014' would be taken for a number; give"),
        ("reports.csv", "report-cqc", {"basis": "inferred"}, "column reason: a fact that is inferred needs a reason"),
        (
            "reports.csv",
            "report-cqc",
            {"document": "sscb"},
            "column document: 'sscb' is not an id of documents.csv; it",
        ),
        ("recommendations.csv", "cqc-1.1", {"number": "1.10"}, "column number: the number 1.10 disagrees with the id"),
        ("recommendations.csv", "cqc-r3", {"id": "cqc-b-1", "number": "1"}, "column number: 1 is already the number"),
        ("recommendations.csv", "cqc-1", {"topic": ""}, "column topic: text and topic are both blank"),
        ("recommendations.csv", "cqc-1", {"report": "ofsted"}, "column report: 'ofsted' is not an id of reports.csv"),
        ("recommendations.csv", "cqc-1", {"part_of": "cqc-1"}, "column part_of: an item cannot be part of itself"),
        ("recommendations.csv", "cqc-1", {"links_to": "cqc-1; cqc-r3"}, "column links_to: an item cannot link to"),
        ("recommendations.csv", "cqc-1", {"addressed_to": "cqc-r3"}, "column addressed_to: 'cqc-r3' is not an id of b"),
    ],
)
def test_a_report_or_an_item_is_refused(
    file: str, key: str, cells: dict[str, str], sentence: str, two_reports: SeedCopy
) -> None:
    two_reports.edit(file, key, **cells)
    with pytest.raises(SeedError) as caught:
        two_reports.records()
    assert re.search(rf"{re.escape(file)}, row \d+, {sentence}", str(caught.value)), caught.value


def test_items_that_are_part_of_each_other_are_refused(two_reports: SeedCopy) -> None:
    two_reports.edit("recommendations.csv", "cqc-1", part_of="cqc-1.1")
    assert len(two_reports.records().of(Recommendation)) == 121
    two_reports.edit("recommendations.csv", "cqc-1.1", part_of="cqc-1")
    with pytest.raises(SeedError, match=r"column part_of: is part of itself, by cqc-1, cqc-1\.1"):
        two_reports.records()


def test_without_a_default_report_a_number_alone_is_that_of_any_stated_citation(two_reports: SeedCopy) -> None:
    two_reports.edit("plan.csv", "surrey-2018", default_report="")
    assert two_reports.records().plan.default_report is None
