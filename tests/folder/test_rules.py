"""Which files and columns a folder needs, what is recorded, and what relations may end at."""

from __future__ import annotations

import itertools
import re

import pytest

from sscb_graph.errors import SeedError
from sscb_graph.folder import SeedFolder, open_seed
from sscb_graph.folder.load import load_records
from sscb_graph.folder.record_tables import read_tables
from sscb_graph.folder.template import empty_plan, readme
from sscb_graph.model import RECORDS, BodyRelation, Lead, Note, Plan, Status
from sscb_graph.model.basis import RANK
from sscb_graph.model.vocabulary import LINK_WORDS, RELATION_WORDS, RELATIONS, Label
from tests.conftest import ROOT, SeedCopy

RECORDED = {"basis": "recorded", "recorded_by": "Minute 12 of the Business Group", "recorded_on": "2018-07-01"}


def refused(seed: SeedCopy, sentence: str) -> None:
    with pytest.raises(SeedError) as caught:
        seed.records()
    assert re.search(sentence, str(caught.value)), caught.value


# -- files and columns


def test_only_the_plans_own_file_is_needed(seed_copy: SeedCopy) -> None:
    for file in seed_copy.folder.iterdir():
        if file.name != "plan.csv":
            file.unlink()
    seed_copy.edit("plan.csv", "surrey-2018", board="", default_report="")
    records = seed_copy.records()
    assert [type(record) for record in records] == [Plan]


@pytest.mark.parametrize("file", [record.FILE for record in RECORDS if record is not Plan])
def test_a_file_that_is_missing_is_empty(file: str, seed_copy: SeedCopy) -> None:
    (seed_copy.folder / file).unlink()
    records, faults = read_tables(open_seed(seed_copy.folder).files)
    assert (records.tables[file], faults) == ((), [])


def test_columns_that_are_not_needed_may_be_missing(seed_copy: SeedCopy) -> None:
    before = seed_copy.records()
    for record in RECORDS:
        needed = {name for name, column in record.columns().items() if column.is_required()}
        rows = seed_copy.rows(record.FILE)
        used = [name for name in (rows[0] if rows else needed) if name in needed or any(row[name] for row in rows)]
        seed_copy.write(record.FILE, [{name: row[name] for name in used} for row in rows], used)
    assert seed_copy.records() == before


def test_a_new_plan_has_every_file_and_loads() -> None:
    files = empty_plan("Kent 2026")
    records = load_records(SeedFolder(ROOT, {name: data for name, data in files.items() if name.endswith(".csv")}))
    assert records.plan.id == "kent-2026"
    assert set(files) == {*(record.FILE for record in RECORDS), "README.md"}


def test_the_readme_describes_every_column() -> None:
    text = readme()
    for record in RECORDS:
        assert f"## {record.FILE}" in text
        assert all(f"| {column} |" in text for column in record.columns())
        assert all(column.description for column in record.columns().values())
    assert "recorded_by" in text.split("## plan.csv", maxsplit=1)[0]


# -- what is recorded


def test_a_status_is_recorded_without_a_quote(seed_copy: SeedCopy) -> None:
    seed_copy.edit("statuses.csv", "status-p4-4.1-amber", until="2018-06-30")
    seed_copy.add("statuses.csv", id="status-new", row_id="p4-4.1", status="Green", **RECORDED)
    (old, new) = [status for status in seed_copy.records().of(Status) if status.row_id == "p4-4.1"]
    assert (old.basis, old.until, new.basis, new.recorded_on) == ("stated", "2018-06-30", "recorded", "2018-07-01")
    assert RANK[new.basis] == 1


def test_a_printed_lead_that_has_ended_is_followed_by_one_that_is_recorded(seed_copy: SeedCopy) -> None:
    seed_copy.edit("leads.csv", "lead-p3-3.4-business-group", until="2018-08-31")
    seed_copy.add("leads.csv", id="lead-new", row_id="p3-3.4", body="executive", position="1", **RECORDED)
    assert [lead.body for lead in seed_copy.records().of(Lead) if lead.row_id == "p3-3.4"] == [
        "business-group",
        "executive",
    ]


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ({**RECORDED, "recorded_by": ""}, "column recorded_by: a recorded fact needs recorded_by and recorded_on"),
        ({**RECORDED, "recorded_on": ""}, "column recorded_on: a recorded fact needs recorded_by and recorded_on"),
        ({**RECORDED, "recorded_on": "July"}, "column recorded_on: 'July' is not a date that can be read"),
        ({**RECORDED, "basis": "assumed", "reason": "x"}, "column recorded_by: only a recorded fact has recorded_by"),
        ({**RECORDED, "quote": "Green"}, 'column quote: "Green" is not in any place: written_in is blank'),
        ({"basis": "stated"}, "column written_in: a stated fact needs written_in and quote"),
        ({"basis": "stated", "written_in": "p4-4.1"}, "column quote: a stated fact needs written_in and quote"),
        ({"basis": "inferred"}, "column reason: a fact that is inferred needs a reason"),
        ({"basis": "guessed"}, "column basis: 'guessed' is not one of: stated, recorded, inherited, inferred, assumed"),
        ({**RECORDED, "from": "2019", "until": "2018"}, r"column until: until \(2018\) is before from \(2019\)"),
    ],
)
def test_a_status_without_its_support_is_refused(cells: dict[str, str], sentence: str, seed_copy: SeedCopy) -> None:
    seed_copy.add("statuses.csv", id="status-new", row_id="p1-1.2", status="Green", **cells)
    refused(seed_copy, f"statuses.csv, row 4, {sentence}")


def test_any_fact_may_be_confirmed(seed_copy: SeedCopy) -> None:
    rows = seed_copy.rows("decisions.csv")
    columns = list(rows[0])
    rows[0]["confirmed_by"] = "The Board"
    seed_copy.write("decisions.csv", rows, columns)
    refused(seed_copy, "decisions.csv, row 2, column confirmed_on: confirmed_by and confirmed_on go together")
    rows[0]["confirmed_on"] = "2018-07"
    seed_copy.write("decisions.csv", rows, columns)
    assert seed_copy.records()


def test_a_note_of_an_unknown_basis_is_refused(seed_copy: SeedCopy) -> None:
    seed_copy.edit("notes.csv", "note-damb", basis="surely")
    refused(seed_copy, "notes.csv, row 6, column basis: 'surely' is not one of: stated, recorded")


def test_a_note_is_about_a_thing(seed_copy: SeedCopy) -> None:
    seed_copy.edit("notes.csv", "note-damb", about="qap-reports-to-sscb")
    refused(seed_copy, "notes.csv, row 6, column about: 'qap-reports-to-sscb' is not an id of the plan; it is in rel")


# -- what relations may end at

ENDS = {Label.BODY: "qap", Label.EVENT: "inspection-2014", Label.DOCUMENT: "peer-review"}


@pytest.mark.parametrize(
    ("kind", "label"), list(itertools.product(RELATIONS, ENDS)), ids=lambda one: getattr(one, "name", one)
)
def test_a_relation_ends_where_its_type_allows(kind: object, label: Label, seed_copy: SeedCopy) -> None:
    assert kind in RELATIONS
    words, ends = getattr(kind, "words", ""), getattr(kind, "ends", ())
    cells = {"body": "neglect", "relation": words, "other": ENDS[label], "basis": "assumed", "reason": "x"}
    seed_copy.write("relations.csv", [{"id": "x", **cells}], ["id", *cells])
    if label in ends:
        assert seed_copy.records().of(BodyRelation)[0].relation == words
    else:
        article = "an event" if label is Label.EVENT else f"a {label.lower()}"
        refused(seed_copy, f"relations.csv, row 2, column other: '{ENDS[label]}' is {article}; a body {words} a")


def test_a_body_does_not_report_to_a_document(seed_copy: SeedCopy) -> None:
    seed_copy.edit("relations.csv", "qap-reports-to-sscb", other="peer-review")
    refused(seed_copy, "row 3, column other: 'peer-review' is a document; a body reports to a body: correct")


def test_answers_to_recommendations_stand_in_their_own_file(seed_copy: SeedCopy) -> None:
    seed_copy.edit("relations.csv", "chair-responds-to-improvement-board", other="peer-1")
    refused(seed_copy, "column other: 'peer-1' is not an id of bodies.csv or events.csv or documents.csv; it is in rec")


@pytest.mark.parametrize("responder", ["inspection-2014", "peer-review", "peer-2", "nobody"])
def test_only_some_things_answer_a_recommendation(responder: str, seed_copy: SeedCopy) -> None:
    seed_copy.edit("responses.csv", "response-peer-1-sscb", responder=responder)
    refused(seed_copy, f"responses.csv, row 2, column responder: '{responder}' is not an id of ")


def test_words_of_relations_and_links_are_those_of_the_vocabulary(seed_copy: SeedCopy) -> None:
    seed_copy.edit("relations.csv", "qap-reports-to-sscb", relation="report to")
    seed_copy.edit("links.csv", "link-p1-1.3-p2-2.10", relation="leads")
    refused(seed_copy, f"relations.csv, row 3, column relation: 'report to' is not one of: {', '.join(RELATION_WORDS)}")
    refused(seed_copy, f"links.csv, row 2, column relation: 'leads' is not one of: {', '.join(LINK_WORDS)}")


def test_what_calls_a_body_statutory_holds_words_of_the_plan(seed_copy: SeedCopy) -> None:
    seed_copy.edit("bodies.csv", "qap", statutory_in="sscb")
    refused(seed_copy, "bodies.csv, row 8, column statutory_in: 'sscb' is not an id of titles.csv or passages.csv")


# -- where a record stands


def test_a_record_knows_its_file_and_row(seed_copy: SeedCopy) -> None:
    before = seed_copy.records()
    rows = seed_copy.rows("notes.csv")
    seed_copy.replace("notes.csv", b"note-ofsted-numbers", b",,,,,\r\nnote-ofsted-numbers")
    after = seed_copy.records()
    assert [(note.file, note.row) for note in after.of(Note)] == [("notes.csv", at + 3) for at in range(len(rows))]
    assert after == before
    assert [note.row for note in before.of(Note)][:2] == [2, 3]
