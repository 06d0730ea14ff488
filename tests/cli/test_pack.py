"""Packs: several answers in one file, for a meeting."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import SeedCopy, run_sscb


def pack(folder: Path, *words: str | Path) -> list[dict[str, Any]]:
    """The answers of a pack, as its JSON has them."""
    ran = run_sscb("pack", *words, "-o", folder / "pack.json")
    assert ran.code == 0, ran.err
    read = json.loads((folder / "pack.json").read_text(encoding="utf-8"))
    return read if isinstance(read, list) else [read]


def test_commands_and_plain_questions_are_answered_in_order(tmp_path: Path) -> None:
    found = pack(tmp_path, "trace ofsted 22", "sscb who chairs", "who is accountable for 2.4?", "check errors")
    assert [each["question"] for each in found] == ["actions-by-recommendation", "chairs", "who-leads", "check"]
    alone = json.loads(run_sscb("trace", "ofsted", "22", "--format", "json").out)
    assert found[0] == alone


def test_a_pack_for_a_meeting_of_a_body(tmp_path: Path) -> None:
    found = pack(tmp_path, "--for", "Business Group", "--by", "31 December 2018")
    assert [each["question"] for each in found] == ["led-by", "actions", "reports-to", "under-review"]
    assert found[1]["parameters"] == {"lead": ["business-group"], "due_to": "2018-12-31"}


def test_a_file_lists_the_questions(tmp_path: Path) -> None:
    file = tmp_path / "board.yaml"
    file.write_text("title: The Board, December\nquestions:\n  - trace action 2.10\n  - gaps\n", encoding="utf-8")
    assert [each["question"] for each in pack(tmp_path, file)] == ["action-chain", "gaps"]
    run_sscb("pack", file, "-o", tmp_path / "pack.html")
    text = (tmp_path / "pack.html").read_text(encoding="utf-8")
    assert "<title>The Board, December</title>" in text


@pytest.mark.parametrize(("form", "title"), [("md", "# The *Board*"), ("txt", "The *Board*")])
def test_a_pack_of_plain_text_has_a_title_and_contents(form: str, title: str, tmp_path: Path) -> None:
    file = tmp_path / f"pack.{form}"
    assert run_sscb("pack", "gaps", "who leads-nothing", "--title", "The *Board*", "-o", file).code == 0
    title_line, head, first, second, *rest = filter(None, file.read_text(encoding="utf-8").splitlines())
    assert (title_line.replace("\\", ""), head.strip("*")) == (title, "Contents")
    assert first.startswith("1. What the plan leaves open")
    assert "2. The boards and groups that lead no action" in second
    assert any("The boards and groups that lead no action" in line for line in rest)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("title: [T\nquestions:\n - gaps\n", "line 2"),
        ("question:\n - gaps\n", "write 'title:' and a list under 'questions:'"),
        ("questions: gaps\n", "write 'title:' and a list under 'questions:'"),
        ("questions:\n  - [gaps]\n", "questions.0"),
        ("questions: []\n", "it lists no question"),
        ("- gaps\n", "the whole"),
        ("", "the whole"),
        ("!!python/object/apply:os.system ['touch kept']\n", "the whole"),
        ("title: \udcff\n", "it is not UTF-8 text"),
    ],
)
def test_a_file_that_lists_nothing_is_refused_in_a_sentence(content: str, sentence: str, tmp_path: Path) -> None:
    file = tmp_path / "board.yaml"
    file.write_bytes(content.encode("utf-8", "surrogateescape"))
    refused = run_sscb("pack", file, "-o", tmp_path / "pack.md", cwd=tmp_path)
    assert refused.code == 2, refused.err
    assert sentence in refused.err
    assert refused.err.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["board.yaml"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], "Say what to ask"),
        (["export cypher"], "'export cypher' gives no answer"),
        (["load"], "'load' gives no answer"),
        (["init x"], "'init x' gives no answer"),
        (["diagram structure"], "'diagram structure' gives no answer"),
        (["pack gaps -o y.md"], "gives no answer"),
        (["gaps -o x.md"], "has no file and no format of its own"),
        (["trace 'ofsted"], "no closing quotation"),
        (["trace ofsted 999"], "999"),
        (["what is the weather"], "is not understood for sure"),
    ],
)
def test_what_is_no_question_is_refused_and_nothing_is_written(words: list[str], sentence: str, tmp_path: Path) -> None:
    refused = (
        run_sscb("pack", "gaps", *words, "-o", tmp_path / "p.md", cwd=tmp_path)
        if words
        else run_sscb("pack", "-o", "p.md")
    )
    assert refused.code == 2, refused.err
    assert sentence in refused.err
    assert not list(tmp_path.iterdir())


def test_a_pack_needs_a_file() -> None:
    refused = run_sscb("pack", "gaps")
    assert refused.code == 2
    assert "add -o pack.docx" in refused.err


def test_a_plan_that_changes_meanwhile_is_not_mixed(
    seed_copy: SeedCopy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sscb_graph.cli import pack as module

    ask = module._ask

    def changes_it(context: Any, settings: Any, question: str) -> None:
        ask(context, settings, question)
        seed_copy.edit("leads.csv", "lead-p1-1.2-scrg", until="2018-09-30")

    monkeypatch.setattr(module, "_ask", changes_it)
    refused = run_sscb("--seed", seed_copy.folder, "pack", "gaps", "totals", "-o", tmp_path / "p.md")
    assert refused.code == 5
    assert "The plan was changed while it was read: nothing is written." in refused.err
    assert not (tmp_path / "p.md").exists()
