"""CSV as a file: what Excel needs to show bullets right, and the same cells as on a screen."""

from __future__ import annotations

import csv
import io

from sscb_graph.formats.csv import csv_file, format_csv
from sscb_graph.plan import OpenPlan
from sscb_graph.questions.answer import Answer, Origin
from sscb_graph.questions.columns import Text


def answer_of(*texts: str) -> Answer:
    origin = Origin("embedded", "plan", "seed", "sha256:0123456789ab")
    return Answer("x", {}, (Text("a"), Text("b")), [{"a": text, "b": "end"} for text in texts], origin)


def test_a_file_has_the_lines_of_the_screen_behind_the_mark_of_utf_8(surrey: OpenPlan) -> None:
    answer = surrey.ask("actions")
    file = csv_file(answer)
    assert "•" in format_csv(answer)
    assert file == b"\xef\xbb\xbf" + format_csv(answer).encode() + b"\r\n"


def test_a_file_is_read_back_as_it_was() -> None:
    texts = ["• first\n• second", 'a "quoted", text', "", "line\r\nbreak", "שלום 🙂", " spaces "]
    with io.TextIOWrapper(io.BytesIO(csv_file(answer_of(*texts))), encoding="utf-8-sig", newline="") as lines:
        assert list(csv.reader(lines, strict=True)) == [["a", "b"], *([text, "end"] for text in texts)]


def test_nothing_of_a_file_is_a_formula_or_half_a_character() -> None:
    file = csv_file(answer_of("=1+1", "+cmd", "@SUM(A1)", "half \ud800"))
    assert file.decode("utf-8-sig").splitlines() == [
        "a,b",
        "'=1+1,end",
        "'+cmd,end",
        "'@SUM(A1),end",
        "half \\ud800,end",
    ]
