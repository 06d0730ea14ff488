"""--note of sscb rehearse: what minutes need of a proposal, in the forms in which people write minutes."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document

from sscb_graph.errors import NoEngine
from tests.conftest import run_sscb
from tests.rehearsal.conftest import Write

CLOSED = {"change": "close", "body": "Neglect Group", "effective": "2019-03-31", "decided_by": "Executive, minute 4"}
MERGED = {
    "change": "merge",
    "body": "Health Sub Group; Education Sub Group",
    "into": "Health and Education Group",
    "kind": "subgroup",
    "subject_to": "the Board agrees",
}
KEPT = {"change": "keep", "body": "Business Group"}
HEADINGS = [
    "What would change",
    "What has no home",
    "What is to be decided, and by whom",
    "What is found",
    "Equality",
    "Still to be reviewed",
]


@pytest.fixture
def markdown(written: Write, tmp_path: Path) -> str:
    """The note of a proposal as Markdown."""
    ran = run_sscb("rehearse", written(CLOSED, MERGED, KEPT), "--note", tmp_path / "note.md")
    assert ran.code in {0, 1}, ran.err
    assert "Wrote" in ran.err
    return (tmp_path / "note.md").read_text(encoding="utf-8")


def section(note: str, heading: str) -> str:
    """What stands under a heading, up to the next of a section of the note."""
    after = note.split(f"### {heading}\n", 1)[1]
    others = [at for other in HEADINGS if (at := after.find(f"### {other}\n")) > 0]
    return after[: min(others, default=after.find("\n## "))]


def test_a_note_has_its_parts_in_the_order_of_minutes(markdown: str) -> None:
    assert markdown.startswith("# Note on the proposal proposal.csv\n")
    places = [markdown.index(f"### {heading}\n") for heading in HEADINGS]
    assert places == sorted(places)
    appendices = ["The structure before", "The structure after", "Appendix: the ledger, where everything goes"]
    starts = [markdown.index(f"\n## {heading}\n") for heading in appendices]
    assert places[-1] < starts[0] < starts[1] < starts[2]


def test_the_signed_lines_and_what_has_no_home_are_those_of_the_rehearsal(markdown: str) -> None:
    changed = section(markdown, "What would change")
    assert "| - | Neglect Task and Finish Group | closes | 31 March 2019 |" in changed
    assert "| + | Health and Education Group |" in changed
    assert "| = | Business Group |" in changed
    unhoused = section(markdown, "What has no home")
    assert "Nobody goes on with 1 function." in unhoused
    assert "Neglect Task and Finish Group closes" in unhoused


def test_what_is_undecided_is_said_to_be(markdown: str) -> None:
    decided = section(markdown, "What is to be decided, and by whom")
    assert "2 changes: who decides is said of 1 and still to be settled of 1." in decided
    assert "| Executive, minute 4 |" in decided
    assert "| not said: still to be settled | the Board agrees |" in decided
    assert "Business Group stays" not in decided


def test_findings_have_sources_and_what_is_not_looked_at_stands_apart(markdown: str) -> None:
    found = section(markdown, "What is found")
    assert "### Where it is written" in found
    assert '"Proposed Structure" (page 4 in the contents)' in found
    assert "No row says what becomes of it" not in found
    review = section(markdown, "Still to be reviewed")
    assert "- Child Death Overview Panel (inferred)" in review
    assert "Business Group" not in review


def test_the_equality_line_is_blank_on_purpose(markdown: str) -> None:
    equality = section(markdown, "Equality")
    assert "Equality impact: ....." in equality
    assert "blank on purpose" in equality


def test_the_ledger_is_the_appendix(markdown: str, written: Write, tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.csv"
    run_sscb("rehearse", written(CLOSED, MERGED, KEPT), "--ledger", ledger)
    rows = len(ledger.read_text(encoding="utf-8-sig").splitlines()) - 1
    appendix = markdown.split("## Appendix", 2)[-1]
    assert f"| {rows} | " in appendix
    assert f"{rows} rows" in appendix


def test_a_word_note_has_real_headings_and_both_pictures(written: Write, tmp_path: Path) -> None:
    run_sscb("rehearse", written(CLOSED, MERGED), "--note", tmp_path / "note.docx")
    document = Document(io.BytesIO((tmp_path / "note.docx").read_bytes()))
    headings = [each.text for each in document.paragraphs if each.style and each.style.name == "Heading 2"]
    assert [heading for heading in headings if heading in HEADINGS] == HEADINGS
    assert len(document.inline_shapes) == 2
    first = [each.text for each in document.paragraphs if each.style and each.style.name == "Heading 1"]
    assert first[1:3] == ["2. The structure before", "3. The structure after"]


@pytest.mark.parametrize("suffix", ["docx", "pdf", "html"])
def test_without_an_engine_a_sentence_stands_for_each_picture(
    suffix: str, written: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*_: object) -> None:
        raise NoEngine("there is none")

    monkeypatch.setattr("sscb_graph.cli.page_pictures.render_picture", missing)
    note = tmp_path / f"note.{suffix}"
    ran = run_sscb("rehearse", written(CLOSED), "--note", note)
    assert ran.code in {0, 1}, ran.err
    assert note.stat().st_size > 1000
    if suffix == "html":
        assert note.read_text(encoding="utf-8").count("This machine draws no pictures") == 2


def test_html_and_pdf_are_written_and_the_same_every_time(written: Write, tmp_path: Path) -> None:
    file = written(CLOSED)
    for suffix in ("html", "pdf", "docx"):
        notes = [tmp_path / f"{number}.{suffix}" for number in (1, 2)]
        for note in notes:
            assert run_sscb("rehearse", file, "--note", note).code in {0, 1}
        assert notes[0].read_bytes() == notes[1].read_bytes()
    page = (tmp_path / "1.html").read_text(encoding="utf-8")
    assert page.count("data:image/svg+xml") == 2


@pytest.mark.parametrize("name", ["note.xlsx", "note.csv", "note.txt", "note.json", "note"])
def test_a_note_is_a_document(name: str, written: Write, tmp_path: Path) -> None:
    ran = run_sscb("rehearse", written(CLOSED), "--note", tmp_path / name)
    assert ran.code == 2
    assert not (tmp_path / name).exists()


def test_a_note_is_not_written_over_another_file(written: Write, tmp_path: Path) -> None:
    note = tmp_path / "note.md"
    note.write_text("mine", encoding="utf-8")
    assert run_sscb("rehearse", written(CLOSED), "--note", note).code == 2
    assert note.read_text(encoding="utf-8") == "mine"
    assert run_sscb("rehearse", written(CLOSED), "--note", note, "--force").code in {0, 1}
