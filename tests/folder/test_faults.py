"""Damaged seeds: every fault is located, says what to do, and nothing is loaded."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sscb_graph.errors import Fault, SeedError
from sscb_graph.folder import SeedFolder, csv_cells
from sscb_graph.folder.load import LISTED, load_records
from sscb_graph.graph.builder import build_graph
from sscb_graph.graph.multigraph import multigraph
from tests.conftest import ROOT, SeedCopy

Damage = Callable[[SeedCopy], object]

#: What is done to the seed, and what the sentence must say of file, row and column, and of the way out.
DAMAGED: dict[str, tuple[Damage, str]] = {
    "unknown body in leads": (
        lambda s: s.edit("leads.csv", "lead-p1-1.2-scrg", body="scrgg"),
        r"leads\.csv, row 6, column body: 'scrgg' is not an id of bodies\.csv; add it",
    ),
    "bad date": (
        lambda s: s.edit("actions.csv", "p1-1.1", due="2018-02-30"),
        r"actions\.csv, row 2, column due: '2018-02-30' is not a day of the calendar; write",
    ),
    "a day without a year": (
        lambda s: s.edit("decisions.csv", "decision-on-neglect", review_on="19-Mar"),
        r"decisions\.csv, row 11, column review_on: '19-Mar' is not a date that can be read; write a day",
    ),
    "duplicate key": (
        lambda s: s.add("bodies.csv", id="sscb", position="99", name="X", kind="board", basis="assumed", reason="x"),
        r"bodies\.csv, row 58, column id: 'sscb' is already the id of row 2; ids are unique",
    ),
    "the same id in two files": (
        lambda s: s.add("documents.csv", id="sscb", position="99", name="X", kind="plan", basis="assumed", reason="x"),
        r"documents\.csv, row 33, column id: 'sscb' is already the id of bodies\.csv, row 2",
    ),
    "a row given twice": (
        lambda s: s.replace(
            "titles.csv",
            b"title-action-plan",
            b"title-cover,1,Business Plan March 2018 to September 2019,2018-03,2019-09,cover\r\ntitle-action-plan",
        ),
        r"titles\.csv, row 4: is given twice: it is the same as row 2; delete one",
    ),
    "missing column": (
        lambda s: s.write("priorities.csv", [], ["id", "position", "number"]),
        r"priorities\.csv, row 1, column wording: the column is missing; add it to the header",
    ),
    "unknown column": (
        lambda s: s.replace("priorities.csv", b",wording_in_table\r\n", b",wording_in_table,owner\r\n"),
        r"priorities\.csv, row 1, column owner: is not a column of this file; rename or remove it",
    ),
    "wrong encoding": (
        lambda s: s.replace("passages.csv", b"Business plan", "Business plân".encode("latin-1")),
        r"passages\.csv, row 2: is not UTF-8: the byte 0xe2 after '.*Business pl' cannot be read; save it",
    ),
    "UTF-16": (
        lambda s: (s.folder / "titles.csv").write_text("id", encoding="utf-16"),
        r"titles\.csv: is encoded as UTF-16; save it as 'CSV UTF-8",
    ),
    "control character": (
        lambda s: s.replace("notes.csv", b"The plan never", b"The plan\x07 never"),
        r"notes\.csv, row 2, column text: holds the control character \\x07; delete it",
    ),
    "NUL": (
        lambda s: s.replace("notes.csv", b"The plan never", b"The plan\x00 never"),
        r"notes\.csv, row 2, column text: holds the control character \\x00; delete it",
    ),
    "merge conflict": (
        lambda s: s.replace("leads.csv", b"lead-p1-1.2-scrg", b"<<<<<<< ours\r\nlead-p1-1.2-scrg"),
        r"leads\.csv, row 6: a merge conflict was left in the file; choose one side",
    ),
    "over-long cell": (
        lambda s: s.edit("notes.csv", "note-damb", text="x" * 40_000),
        r"notes\.csv, row 6, column text: holds 40,000 characters; a spreadsheet keeps at most 32,767; shorten it",
    ),
    "a number that a spreadsheet shortened": (
        lambda s: s.edit("actions.csv", "p2-2.10", number="2.1"),
        r"actions\.csv, row 20, column number: the number 2\.1 disagrees with the row id p2-2\.10; a spreadsheet",
    ),
    "short row": (
        lambda s: s.replace("statuses.csv", b"status-p2-2.3-completed,p2-2.3,", b"status-p2-2.3-completed,"),
        r"statuses\.csv, row 2: has 12 cells where the header has 13; it is too short",
    ),
    "long row": (
        lambda s: s.replace("statuses.csv", b"status-p2-2.3-completed,", b"status-p2-2.3-completed,,"),
        r"statuses\.csv, row 2: has 14 cells where the header has 13; it is too long",
    ),
    "empty file": (
        lambda s: (s.folder / "links.csv").write_bytes(b""),
        r"links\.csv: the file is empty; its first row must name the columns: id, row_id, relation",
    ),
    "no plan.csv": (
        lambda s: (s.folder / "plan.csv").unlink(),
        r"plan\.csv: is missing; it names the plan: id, title",
    ),
    "unknown file": (
        lambda s: (s.folder / "actions (2).csv").write_bytes(b"row_id\r\n"),
        r"actions \(2\)\.csv: is not a file of a plan; rename it, or move it elsewhere",
    ),
    "semicolons": (
        lambda s: (
            (s.folder / "titles.csv").write_text("id;position;text;from;until;place\n", encoding="utf-8") and None
        ),
        r"titles\.csv, row 1: is not separated by commas; save it as 'CSV UTF-8",
    ),
    "blank cell that is needed": (
        lambda s: s.edit("bodies.csv", "qap", name=""),
        r"bodies\.csv, row 8, column name: is blank and must be filled in",
    ),
    "a word that is not one of a list": (
        lambda s: s.edit("relations.csv", "qap-reports-to-sscb", relation="report to"),
        r"relations\.csv, row 3, column relation: 'report to' is not one of: reports to, subgroup of",
    ),
    "an id that a spreadsheet would change": (
        lambda s: s.edit("events.csv", "plan-period", id="2.10"),
        r"events\.csv, row 13, column id: '2\.10' cannot be an id: use small letters",
    ),
    "an inferred line without a reason": (
        lambda s: s.edit("relations.csv", "cdop-reports-to-sscb", reason=""),
        r"relations\.csv, row 13, column reason: a fact that is inferred needs a reason",
    ),
    "a quote that is not in its place": (
        lambda s: s.edit("relations.csv", "qap-reports-to-sscb", quote="reports to the Board"),
        r'relations\.csv, row 3, column quote: "reports to the Board" is not in role-sscb, role-qap; quote its words',
    ),
    "a citation lost": (
        lambda s: s.remove("citations.csv", "cite-p2-2.2-ofsted-22"),
        r"actions\.csv, row 10, column recs_printed: prints 22, which no stated citation of p2-2\.2",
    ),
    "a lead that is not printed": (
        lambda s: s.edit("leads.csv", "lead-p3-3.4-business-group", quote="QA&P", body="qap", written_in="p4-4.3"),
        r"actions\.csv, row 26, column lead_printed: the stated lead Quality Assurance and Performance Group",
    ),
    "a body changed, and the words of another left": (
        lambda s: s.edit("leads.csv", "lead-p2-2.2-early-help", body="business-group"),
        r"leads\.csv, row 15, column quote: 'SSCB Early Help Task and finish Group' is not a printed form of Business",
    ),
    "until before from": (
        lambda s: s.edit("leads.csv", "lead-p1-1.2-scrg", **{"from": "2019-01-01", "until": "01/06/2018"}),
        r"leads\.csv, row 6, column until: until \(2018-06-01\) is before from \(2019-01-01\)",
    ),
    "two plans": (
        lambda s: s.add("plan.csv", id="other", title="Other", short_title="Other"),
        r"plan\.csv: names 2 plans; a folder holds exactly one",
    ),
    "two statuses at once": (
        lambda s: s.add("statuses.csv", id="status-x", row_id="p2-2.3", status="Red", basis="assumed", reason="x"),
        r"statuses\.csv, row 4, column until: p2-2\.3 has several statuses that still hold",
    ),
    "a broken quotation": (
        lambda s: (
            (s.folder / "titles.csv").write_text('id,position,text,from,until,place\n"a"b,1,x,,,y\n', encoding="utf-8")
            and None
        ),
        r"titles\.csv, row 2: is not well-formed CSV from here on",
    ),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_seed_is_refused_with_a_located_sentence(name: str, seed_copy: SeedCopy) -> None:
    damage, sentence = DAMAGED[name]
    damage(seed_copy)
    with pytest.raises(SeedError) as caught:
        seed_copy.records()
    assert caught.value.exit_code == 3
    assert re.search(sentence, str(caught.value)), caught.value


@pytest.mark.parametrize(
    ("file", "column", "end"),
    [
        ("links.csv", "relation", "is not one of: links to"),
        ("links.csv", "row_id", "or correct the spelling"),
        ("actions.csv", "due", "write a day"),
        ("actions.csv", "position", "is not a whole number"),
        ("priorities.csv", "", "is not a column of this file"),
    ],
)
def test_of_a_huge_cell_a_fault_shows_the_beginning_and_the_end(
    file: str, column: str, end: str, seed_copy: SeedCopy
) -> None:
    rows = seed_copy.rows(file)
    if column:
        seed_copy.edit(file, next(iter(rows[0].values())), **{column: "x" * 1_000_000})
    else:
        seed_copy.write(file, rows, [*rows[0], "x" * 1_000_000])
    with pytest.raises(SeedError) as caught:
        seed_copy.records()
    found = next(str(fault) for fault in caught.value.faults if end in str(fault))
    assert found.startswith(f"{file}, row {2 if column else 1}, column ")
    assert "xxx ... xxx" in found
    assert len(str(caught.value)) < 3_000


def test_all_faults_are_told_together(seed_copy: SeedCopy) -> None:
    seed_copy.edit("actions.csv", "p1-1.1", due="soon")
    seed_copy.edit("bodies.csv", "qap", name="")
    seed_copy.edit("leads.csv", "lead-p1-1.2-scrg", position="first")
    with pytest.raises(SeedError) as caught:
        seed_copy.records()
    assert [fault.file for fault in caught.value.faults] == ["actions.csv", "bodies.csv", "leads.csv"]


def test_dates_as_a_spreadsheet_writes_them_are_the_same(seed_copy: SeedCopy) -> None:
    seed_copy.edit("actions.csv", "p1-1.1", due="30/09/2018")
    assert multigraph(build_graph(seed_copy.records())).nodes["p1-1.1"]["due"] == ["2018-09-30"]


@pytest.mark.parametrize("cell", ["Mar-19", "March 2019", "mar 2019"])
def test_months_as_a_spreadsheet_shows_them_are_the_same(seed_copy: SeedCopy, cell: str) -> None:
    before = seed_copy.records()
    seed_copy.edit("decisions.csv", "decision-on-neglect", review_on=cell)
    assert seed_copy.records() == before


@pytest.mark.parametrize("file", ["actions.csv", "bodies.csv"])
def test_a_file_in_another_encoding_is_one_fault(seed_copy: SeedCopy, file: str) -> None:
    seed_copy.edit("bodies.csv", "qap", name="Qualité")
    path = seed_copy.folder / file
    path.write_bytes(path.read_text(encoding="utf-8-sig").encode("cp1252"))
    with pytest.raises(SeedError, match="is not UTF-8") as caught:
        seed_copy.records()
    assert [fault.file for fault in caught.value.faults] == [file]


def test_without_bom_and_with_blank_rows_it_is_the_same_plan(seed_copy: SeedCopy) -> None:
    before = multigraph(build_graph(seed_copy.records()))
    for file in seed_copy.folder.glob("*.csv"):
        file.write_bytes(file.read_bytes().removeprefix(b"\xef\xbb\xbf") + b"\r\n")
    after = multigraph(build_graph(seed_copy.records()))
    assert list(before.nodes(data=True)) == list(after.nodes(data=True))


def test_words_of_lists_are_read_whatever_their_capitals(seed_copy: SeedCopy) -> None:
    before = seed_copy.records()
    seed_copy.edit("relations.csv", "qap-reports-to-sscb", basis="Stated ", relation="Reports to")
    assert seed_copy.records() == before


def test_an_unknown_name_is_reported_beside_other_faults(seed_copy: SeedCopy) -> None:
    seed_copy.edit("bodies.csv", "qap", position="first")
    seed_copy.edit("leads.csv", "lead-p1-1.2-scrg", body="scrgg")
    with pytest.raises(SeedError, match="2 faults") as caught:
        seed_copy.records()
    assert "bodies.csv, row 8, column position" in str(caught.value)
    assert "leads.csv, row 6, column body: 'scrgg'" in str(caught.value)


def test_of_many_faults_in_a_file_the_first_are_listed_and_the_rest_counted(seed_copy: SeedCopy) -> None:
    seed_copy.write(
        "titles.csv", [{"id": f"title-{n}", "position": "x", "text": "a", "place": "b"} for n in range(LISTED + 7)]
    )
    seed_copy.edit("leads.csv", "lead-p1-1.2-scrg", position="first")
    with pytest.raises(SeedError) as caught:
        seed_copy.records()
    titles = [fault for fault in caught.value.faults if fault.file == "titles.csv"]
    assert len(titles) == LISTED + 1
    assert str(titles[-1]) == "titles.csv: has 7 more faults; correct these first"
    assert "leads.csv" in str(caught.value)


ROWS = {
    "too short": "title-{}\r\n",
    "no number": "title-{},x,a,,,b\r\n",
    "a control character": "title-{},1,\x07,,,b\r\n",
    "the same": "title,1,a,,,b\r\n",
}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_a_file_of_bad_rows_is_read_no_further_than_its_first_faults(
    row: str, seed_copy: SeedCopy, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = "".join(row.format(number) for number in range(100_000))
    (seed_copy.folder / "titles.csv").write_text(f"id,position,text,from,until,place\r\n{rows}", newline="")
    made: list[int] = []

    def fault(file: str, number: int, column: str, sentence: str) -> Fault:
        made.append(number)
        return Fault(file, number, column, sentence)

    monkeypatch.setattr(csv_cells, "Fault", fault)
    with pytest.raises(SeedError) as caught:
        seed_copy.records()
    assert len(made) <= csv_cells.MOST_FAULTS + 1
    assert len(caught.value.faults) == LISTED + 1
    assert re.search(r"titles\.csv: is read no further than row 1,00[12], for its many faults\n", str(caught.value))
    assert str(caught.value.faults[-1]) == "titles.csv: has 901 more faults; correct these first"


@pytest.mark.parametrize("tail", [b'b-x,"x"y\r\n', b"<<<<<<< ours\r\n", b"b-x,\xe9\r\n", b'b-x,"y\r\n'])
def test_a_file_that_is_not_read_to_its_end_makes_no_faults_where_its_rows_are_named(
    tail: bytes, seed_copy: SeedCopy
) -> None:
    path = seed_copy.folder / "bodies.csv"
    path.write_bytes(path.read_bytes() + tail)
    with pytest.raises(SeedError) as caught:
        seed_copy.records()
    assert [(fault.file, fault.row) for fault in caught.value.faults] == [("bodies.csv", 58)]


@pytest.mark.parametrize(
    ("tail", "where"),
    [
        (b"title-x,1,x,\xe9,,y\r\n", "row 3: is not UTF-8"),
        (b"<<<<<<< ours\r\n", "row 3: a merge conflict"),
        (b'title-x,1,"x"y,,,z\r\n', "row 3: is not well-formed CSV"),
        (b'title-x,1,"x,,,z\r\ntitle-y,2,y,,,z\r\n', "row 3: is not well-formed CSV"),
        (b"title-x,1,x,,,\r\n", "row 3, column place: is blank"),
        (b"title-x,1,x,,\r\n", "row 3: has 5 cells"),
    ],
)
def test_after_a_cell_of_several_lines_rows_are_counted_as_excel_shows_them(
    tail: bytes, where: str, seed_copy: SeedCopy
) -> None:
    lines = b'id,position,text,from,until,place\r\ntitle-a,1,"three\r\nlines, ""quoted""\nhere",,,cover\r\n'
    (seed_copy.folder / "titles.csv").write_bytes(lines + tail)
    with pytest.raises(SeedError, match=f"titles.csv, {where}"):
        seed_copy.records()


FILES = {file.name: file.read_bytes() for file in sorted((ROOT / "seed").glob("*.csv"))}


@given(data=st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_done_to_a_file_is_loaded_whole_or_refused_with_a_place(data: st.DataObject) -> None:
    """Cut, doubled, overwritten: never another exception, never a fault without its file."""
    name = data.draw(st.sampled_from(sorted(FILES)))
    original = FILES[name]
    start = data.draw(st.integers(0, len(original)))
    length = data.draw(st.integers(0, 60))
    middle = data.draw(
        st.binary(max_size=12) | st.sampled_from([b"", b",", b'"', b"\r\n", b"\x00", b";", b"2.10", b"\xff"])
    )
    damaged = original[:start] + middle + original[start + length :]
    seed = SeedFolder(Path("plan"), {**FILES, name: damaged})
    try:
        load_records(seed)
    except SeedError as problem:
        refused = problem
    else:
        return
    assert refused.faults
    assert refused.exit_code == 3
    for fault in refused.faults:
        assert fault.file in FILES
        assert fault.sentence
        assert not re.search(r"[\x00-\x09\x0b-\x1f]", str(fault))
