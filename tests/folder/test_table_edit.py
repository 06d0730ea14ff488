"""Rows of a file are changed and added, and every other row keeps its bytes."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from sscb_graph.folder import SeedFolder
from sscb_graph.folder.load import load_records
from sscb_graph.folder.table_edit import TableEdit, cells_of, edit_table
from sscb_graph.model import RECORDS, Body, Lead
from tests.plans import seeds

HEADER = "id,row_id,body,position,basis,reason"


def edited(data: str, edit: TableEdit) -> str:
    return edit_table(Lead, data.encode(), edit).decode()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_other_rows_keep_their_bytes(end: str, mark: str) -> None:
    rows = [HEADER, 'a,x,"y",1, assumed ,"two', 'lines, ""so"""', "", ",,,,,", "b,x,y,2,assumed,why"]
    done = edited(mark + end.join(rows), TableEdit({5: {"reason": "because, so"}}, [{"id": "c", "row_id": "x"}]))
    assert done == mark + end.join([*rows[:5], 'b,x,y,2,assumed,"because, so"', "c,x,,,,", ""])


def test_a_column_that_the_file_lacks_is_added_to_each_row_that_holds_something() -> None:
    done = edited(f"{HEADER}\na,x,y,1,assumed,why\n\nb,x,y,2,assumed,why\n", TableEdit({4: {"until": "2019-03"}}))
    assert done == f"{HEADER},until\na,x,y,1,assumed,why,\n\nb,x,y,2,assumed,why,2019-03\n"


def test_a_blank_cell_adds_no_column() -> None:
    done = edited(f"{HEADER}\na,x,y,1,assumed,why\n", TableEdit({2: {"until": "", "reason": ""}}))
    assert done == f"{HEADER}\na,x,y,1,assumed,\n"


def test_a_file_that_is_missing_is_made_with_all_columns() -> None:
    done = edit_table(Body, None, TableEdit(added=[{"id": "a", "statutory": "yes"}]))
    assert done.startswith(b"\xef\xbb\xbfid,position,name,")
    assert done.count(b"\r\n") == 2


def test_an_edit_of_nothing_changes_nothing() -> None:
    data = f'{HEADER}\r\na,x,"y",1,assumed,why'
    assert edit_table(Lead, data.encode(), TableEdit()) == data.encode()


@given(seeds())
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_records_written_as_cells_are_the_same_records(seed: SeedFolder) -> None:
    records = load_records(seed)
    files = {
        record.FILE: edit_table(record, None, TableEdit(added=[cells_of(each) for each in records.of(record)]))
        for record in RECORDS
    }
    assert load_records(SeedFolder(seed.path, files)).tables == records.tables
