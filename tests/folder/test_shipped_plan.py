"""The shipped seed: its counts, and its words, which no edit may let drift."""

from __future__ import annotations

import json
from collections import Counter

from sscb_graph.folder import open_seed
from sscb_graph.folder.load import load_records
from sscb_graph.folder.template import readme
from sscb_graph.model import Action, Citation, Lead, Passage, Recommendation
from tests.conftest import ROOT
from tests.tools.verify_seed import DIGESTS, cells, digest


def test_every_verbatim_cell_is_as_it_was_compared_with_the_document() -> None:
    kept = json.loads(DIGESTS.read_text(encoding="utf-8"))
    now: dict[str, dict[str, dict[str, str]]] = {}
    for file, key, column, text in cells():
        now.setdefault(file, {}).setdefault(key, {})[column] = digest(text)
    assert now == kept, "a verbatim cell has changed: compare the seed with the document by tests/tools/verify_seed.py"


def test_counts() -> None:
    records = load_records(open_seed(None))
    actions = records.of(Action)
    assert Counter(action.priority for action in actions) == {
        "priority-1": 7,
        "priority-2": 14,
        "priority-3": 8,
        "priority-4": 8,
    }
    assert len({action.number for action in actions}) == 36
    stated = [citation for citation in records.of(Citation) if citation.basis == "stated"]
    assert len(stated) == 77
    assert len({citation.row_id for citation in stated}) == 24
    assert len({citation.recommendation for citation in stated}) == 23
    items = [item for item in records.of(Recommendation) if item.report == "report-ofsted"]
    assert [item.number for item in items] == [str(number) for number in range(1, 111)]
    assert sum(item.recommendation for item in items) == 62
    assert all(item.topic and not item.text for item in items)
    peer = [item for item in records.of(Recommendation) if item.report == "report-peer"]
    assert [item.id for item in peer] == [f"peer-{number}" for number in range(1, 9)]
    assert all(item.text and not item.topic and item.recommendation for item in peer)
    assert records.plan.default_report == "report-ofsted"
    assert sum(passage.kind == "core business objective" for passage in records.of(Passage)) == 5
    assert sum(passage.kind == "previous focus area" for passage in records.of(Passage)) == 4
    inherited = {lead.row_id for lead in records.of(Lead) if lead.basis == "inherited"}
    assert inherited == {"p1-1.1a", "p1-1.2a", "p2-2.3a", "p2-2.5a", "p4-4.4"}


def test_the_readme_of_the_seed_is_that_of_its_columns() -> None:
    assert (ROOT / "seed" / "README.md").read_text(encoding="utf-8") == readme()


def test_excel_opens_every_file_as_utf_8() -> None:
    for file in (ROOT / "seed").glob("*.csv"):
        data = file.read_bytes()
        assert data.startswith(b"\xef\xbb\xbf"), file.name
        assert data.splitlines(keepends=True)[0].endswith(b"\r\n"), file.name
