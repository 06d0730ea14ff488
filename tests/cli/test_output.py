"""Answers in files: the suffix says the format, nothing is overwritten unasked, and a file is whole."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from sscb_graph.cli import output
from sscb_graph.formats import BYTES, SUFFIXES
from sscb_graph.plan import OpenPlan
from tests.cli.tree import COMMANDS
from tests.conftest import Ran, SeedCopy, run_sscb
from tests.formats.books import answers

#: How the bytes of each format begin, where they have a mark of their own.
BEGINS = {
    "docx": b"PK",
    "xlsx": b"PK",
    "pdf": b"%PDF-",
    "html": b"<!DOCTYPE html>",
    "csv": b"\xef\xbb\xbf",
    "json": b"{",
}
ANSWERS = [name for name, command in COMMANDS.items() if any(each.name == "template" for each in command.params)]


def test_every_command_that_answers_takes_a_file() -> None:
    assert {("gaps",), ("check",), ("trace", "action"), ("who", "leads"), ("due",), ("questions", "run")} <= set(
        ANSWERS
    )
    for name in ANSWERS:
        options = {option for each in COMMANDS[name].params for option in each.opts}
        assert {"-o", "--format", "--template", "--force"} <= options, name


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_answer_goes_into_a_file_of_each_kind(suffix: str, tmp_path: Path) -> None:
    file = tmp_path / f"rec22.{suffix}"
    ran = run_sscb("trace", "ofsted", "22", "-o", file)
    assert (ran.code, ran.out, ran.err) == (0, "", f"Wrote {file}.\n")
    data = file.read_bytes()
    assert data.startswith(BEGINS.get(suffix, b""))
    assert len(data) > 1000
    again = tmp_path / f"again.{suffix}"
    assert run_sscb("trace", "ofsted", "22", "-o", again).code == 0
    assert again.read_bytes() == data, "the same answer has the same bytes"


def test_a_csv_file_opens_in_excel_and_holds_the_rows(tmp_path: Path) -> None:
    file = tmp_path / "actions.csv"
    assert run_sscb("actions", "-o", file).code == 0
    rows = list(csv.DictReader(io.StringIO(file.read_bytes().decode("utf-8-sig"), newline="")))
    answer = json.loads(run_sscb("actions", "--format", "json").out)
    assert [row["row_id"] for row in rows] == [row["row_id"] for row in answer["rows"]]
    assert [row["text"] for row in rows] == [row["text"] for row in answer["rows"]]
    assert "•" in file.read_text(encoding="utf-8-sig")


def test_a_json_file_is_what_is_printed(tmp_path: Path) -> None:
    file = tmp_path / "gaps.json"
    assert run_sscb("gaps", "-o", file).code == 0
    assert file.read_text(encoding="utf-8") == run_sscb("gaps", "--format", "json").out


@pytest.mark.parametrize("form", ["md", "txt"])
def test_a_file_says_of_which_plan_it_is_and_whether_that_is_a_draft(
    form: str, seed_copy: SeedCopy, tmp_path: Path
) -> None:
    ours, theirs = tmp_path / f"ours.{form}", tmp_path / f"theirs.{form}"
    assert run_sscb("gaps", "-o", ours).code == 0
    assert run_sscb("--seed", seed_copy.folder, "gaps", "-o", theirs).code == 0
    for file, draft in ((ours, False), (theirs, True)):
        text = file.read_text(encoding="utf-8")
        assert "SSCB Business Plan 2018-2019 (March 2018 to September 2019)" in text
        assert ("DRAFT" in text) is draft


def test_the_text_of_a_picture_is_not_broken_into_lines(tmp_path: Path) -> None:
    file = tmp_path / "rec22.html"
    assert run_sscb("trace", "ofsted", "22", "-o", file).code == 0
    whole = (
        "Ofsted 22 is addressed by action 2.4 (stated). Written in SSCB Business Plan 2018-2019, action plan, row 2.4 "
    )
    assert f">{whole}(Priority 2)" in file.read_text(encoding="utf-8")


def test_no_heading_of_a_page_ends_as_a_sentence_does(surrey: OpenPlan) -> None:
    assert [answer.heading for answer in answers(surrey) if answer.heading.endswith(".")] == []


def test_a_text_file_is_whole_and_says_which_plan(tmp_path: Path) -> None:
    file = tmp_path / "rec10.txt"
    assert run_sscb("trace", "ofsted", "10", "-o", file).code == 0
    text = " ".join(file.read_text(encoding="utf-8").split())
    answer = json.loads(run_sscb("trace", "ofsted", "10", "--format", "json").out)
    for row in answer["rows"]:
        for told in (row["text"], row["source"], *row["leads"]):
            assert " ".join(told.split()) in text
    assert all(" ".join(note.split()) in text for note in answer["notes"])
    assert "SSCB Business Plan 2018-2019 (March 2018 to September 2019)." in text
    assert "30 September 2018" in text


@pytest.mark.parametrize("suffix", sorted(BYTES))
def test_bytes_are_not_printed_on_a_screen_unasked(suffix: str) -> None:
    refused = run_sscb("gaps", "--format", suffix)
    assert refused.code == 2
    assert f"add -o FILE.{suffix}, or -o - for stdout" in refused.err


def test_stdout_takes_any_format() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "sscb_graph", "gaps", "-o", "-", "--format", "pdf"], capture_output=True, check=True
    )
    assert done.stdout.startswith(b"%PDF-")
    assert run_sscb("gaps", "-o", "-", "--format", "html").out.startswith("<!DOCTYPE html>")
    assert run_sscb("gaps", "-o", "-").out == run_sscb("gaps").out


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (["-o", ""], "-o needs the name of a file"),
        (["-o", "x"], "'x' does not say the form: end it in .docx, .xlsx, .pdf, .html, .md, .csv, .json or .txt."),
        (["-o", "x.md", "--format", "csv"], "'x.md' says md and --format says csv: leave one out."),
        (["-o", "x.md", "--template", "board.docx"], "--template is for Word"),
    ],
)
def test_a_place_that_is_not_clear_is_refused(typed: list[str], sentence: str, tmp_path: Path) -> None:
    (tmp_path / "board.docx").write_bytes(b"")
    refused = run_sscb("gaps", *typed, cwd=tmp_path)
    assert refused.code == 2
    assert sentence in refused.err
    assert [path.name for path in tmp_path.iterdir()] == ["board.docx"]


def test_a_file_that_is_there_is_replaced_only_when_told(tmp_path: Path) -> None:
    file = tmp_path / "x.md"
    file.write_text("mine", encoding="utf-8")
    refused = run_sscb("gaps", "-o", file)
    assert (refused.code, refused.err) == (
        2,
        f"Error: Cannot write {file}: it is there already; add --force to replace it.\n",
    )
    assert file.read_text(encoding="utf-8") == "mine"
    assert run_sscb("gaps", "-o", file, "--force").code == 0
    assert file.read_text(encoding="utf-8") != "mine"


@pytest.mark.parametrize("yes", [True, False])
def test_on_a_terminal_it_is_asked(yes: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "x.md"
    file.write_text("mine", encoding="utf-8")

    def confirm(question: str, *, abort: bool, err: bool) -> None:
        assert question == f"{file} is there already. Replace it?"
        if not yes:
            raise click.Abort

    monkeypatch.setattr(click, "confirm", confirm)
    monkeypatch.setattr(
        output, "sys", type("Sys", (), {"stdin": type("In", (), {"isatty": staticmethod(lambda: True)})})
    )
    assert run_sscb("gaps", "-o", file).code == (0 if yes else 130)
    assert (file.read_text(encoding="utf-8") == "mine") != yes


@pytest.mark.skipif(sys.platform == "win32", reason="a limit of size is a matter of POSIX")
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_that_does_not_fit_is_not_there(suffix: str, tmp_path: Path) -> None:
    run_sscb("gaps")
    file = tmp_path / f"x.{suffix}"
    line = f'ulimit -f 1; "{sys.executable}" -m sscb_graph actions -o "{file}"'
    done = subprocess.run(["sh", "-c", line], capture_output=True, text=True, check=False, env=os.environ)
    assert done.returncode == 5, done.stderr
    assert not list(tmp_path.iterdir())


def test_check_keeps_its_code(sscb: Callable[..., Ran], tmp_path: Path) -> None:
    assert sscb("check", "-o", tmp_path / "check.md").code == 1


def test_several_answers_are_one_file(tmp_path: Path) -> None:
    file = tmp_path / "recs.json"
    assert run_sscb("trace", "ofsted", "22", "24", "-o", file).code == 0
    assert [each["parameters"]["recommendation"] for each in json.loads(file.read_text(encoding="utf-8"))] == [
        "ofsted-22",
        "ofsted-24",
    ]
    refused = run_sscb("trace", "ofsted", "22", "24", "-o", tmp_path / "recs.csv")
    assert refused.code == 2
    assert "CSV holds a single table, and these are 2 answers" in refused.err


def test_a_question_in_plain_words_goes_into_a_file_too(tmp_path: Path) -> None:
    ran = run_sscb("ask", "who leads 2.4?", "-o", tmp_path / "x.md")
    assert (ran.code, ran.out) == (0, "")
    assert "Read as: who leads 2.4" in ran.err
    assert "Early Help" in (tmp_path / "x.md").read_text(encoding="utf-8")
