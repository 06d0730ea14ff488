"""Every kind of PDF keeps to PDF/UA-1 and PDF/A-3a, by the judgement of veraPDF."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sscb_graph.drawing.render import render_pages
from sscb_graph.formats.pdf import pdf_bytes
from sscb_graph.pictures.kinds import coverage, structure, timeline, trace
from sscb_graph.pictures.part import take_part
from sscb_graph.plan import OpenPlan
from tests.diagrams.drawing import asking
from tests.pdf.books import HOSTILE, book, draft, page, page_picture, pdf_of
from tests.pdf.verapdf import FLAVOURS, VERAPDF, faults


@pytest.fixture(scope="module")
def files(surrey: OpenPlan, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A PDF of each kind."""
    data = asking(surrey)
    one = surrey.ask("actions-by-recommendation", recommendation="ofsted 22")
    two = surrey.ask("gaps")
    traced = trace.from_recommendation(data, "22")
    kinds = {
        "answer": pdf_of([one]),
        "answer-without-rows": pdf_of([surrey.ask("actions-by-recommendation", recommendation="ofsted 1")]),
        "answer-with-picture": pdf_of([one], pictures=[page_picture(traced)]),
        "book": pdf_of([one, two], "Two answers", [page_picture(traced), None]),
        "draft": pdf_bytes(draft(book(page("a draft", rows=200))), b"{}"),
        "hostile": pdf_bytes(book(page("\n".join(HOSTILE)), title="".join(HOSTILE)), b"{}"),
        "picture": render_pages([take_part(structure.compose(data))]).data,
        "pictures": render_pages([traced, coverage.compose(data), timeline.compose(data)]).data,
    }
    folder = tmp_path_factory.mktemp("kinds")
    for name, pdf in kinds.items():
        (folder / f"{name}.pdf").write_bytes(pdf)
    return sorted(folder.iterdir())


@pytest.fixture(scope="module", autouse=True)
def judge() -> None:
    """Skips where veraPDF cannot run; a machine with what it needs, or of continuous integration, has to be able to."""
    if sentence := VERAPDF.missing():
        if os.environ.get("CI"):
            pytest.fail(sentence)
        pytest.skip(sentence)


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_every_kind_keeps_to_the_standard(flavour: str, files: list[Path]) -> None:
    assert faults(files, flavour) == {}


def test_the_judge_finds_a_fault(files: list[Path], tmp_path: Path) -> None:
    whole = files[0].read_bytes()
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(whole.replace(b"/DisplayDocTitle true", b"/DisplayDocNone true"))
    assert broken.read_bytes() != whole
    assert "7.1" in faults([broken], "ua1")["broken.pdf"]
