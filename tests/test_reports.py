"""Reports of any partnership, from the outside: their words, their items, and what every answer says of them."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import shutil
import subprocess
import tarfile
from pathlib import Path
from typing import Any

import pytest

from sscb_graph.errors import SscbError
from sscb_graph.plan import open_plan
from sscb_graph.questions.definition import all_questions
from tests.conftest import ROOT, Ran, SeedCopy, run_sscb

OURS = "(topic in our words)"
FILES = sorted(path.name for path in (ROOT / "seed").glob("*.csv") if path.name != "plan.csv")
#: The cells of a record that names no place of the document.
UNWRITTEN = {"written_in": "", "quote": "", "basis": "assumed", "reason": "A test.", "statutory_in": ""}


@pytest.fixture
def seed(seed_copy: SeedCopy) -> SeedCopy:
    """The shipped plan with a third report, an item of which action 1.5 cites."""
    add_report(seed_copy)
    seed_copy.edit("actions.csv", "p1-1.5", recs_printed="CQC 1")
    cells = {"row_id": "p1-1.5", "basis": "stated", "written_in": "p1-1.5", "quote": "CQC 1"}
    seed_copy.add("citations.csv", id="cite-cqc", recommendation="cqc-1", **cells)
    return seed_copy


def add_report(seed: SeedCopy) -> None:
    words = {"word": "cqc", "name": "CQC", "kind": "inspection report", "basis": "assumed", "reason": "A test."}
    seed.add("reports.csv", id="report-cqc", position="3", **words)
    own = {"report": "report-cqc", "kind": "must do", "recommendation": "yes"}
    for position, (key, number, more) in enumerate(
        (
            ("cqc-1", "1", {"topic": "Records of visits", "addressed_to": "qap; sscb"}),
            ("cqc-1.1", "1.1", {"topic": "Records of home visits", "part_of": "cqc-1", "links_to": "ofsted-22"}),
            ("cqc-r3", "R3", {"text": "Record every visit"}),
        )
    ):
        seed.add("recommendations.csv", id=key, position=str(position), number=number, **own, **more)


def asked(seed: SeedCopy, *arguments: str) -> Ran:
    ran = run_sscb("--seed", seed.folder, *arguments)
    assert "Traceback" not in ran.err
    assert ran.code != 70, ran.err
    return ran


def rows(seed: SeedCopy, *arguments: str) -> list[dict[str, Any]]:
    return asked(seed, *arguments, "--format", "json").rows


def words(text: str) -> str:
    return " ".join(text.split())


def test_an_item_is_that_of_its_report_and_no_other(seed: SeedCopy) -> None:
    assert [row["row_id"] for row in rows(seed, "trace", "cqc", "1")] == ["p1-1.5"]
    assert rows(seed, "trace", "ofsted", "1") == rows(seed, "trace", "1") == []
    assert len(rows(seed, "trace", "ofsted", "22")) == 6
    assert rows(seed, "trace", "22") == rows(seed, "trace", "ofsted", "22")
    assert rows(seed, "trace", "cqc", "r3") == []
    assert rows(seed, "trace", "peer", "3") == run_sscb("trace", "peer", "3", "--format", "json").rows


def test_a_word_alone_lists_its_report(seed: SeedCopy) -> None:
    found = rows(seed, "trace", "cqc")
    assert [(row["recommendation"], row["topic_by"], row["actions"]) for row in found] == [
        ("CQC 1", "us", ["1.5"]),
        ("CQC 1.1", "us", []),
        ("CQC R3", "the report", []),
    ]


@pytest.mark.parametrize("typed", [("nosuch", "1"), ("nosuch",)])
def test_an_unknown_word_is_answered_with_the_words_of_the_plan(typed: tuple[str, ...], seed: SeedCopy) -> None:
    ran = asked(seed, "trace", *typed)
    assert (ran.code, ran.out) == (2, "")
    assert "The reports of the plan: ofsted, peer, cqc." in ran.err


def test_gaps_of_other_reports_stay_as_they_were(seed: SeedCopy) -> None:
    new, old = rows(seed, "gaps"), run_sscb("gaps", "--format", "json").rows
    assert [(row["gap"], row["recommendation"]) for row in new if row not in old] == [
        ("recommendation-without-action", "CQC 1.1"),
        ("recommendation-without-action", "CQC R3"),
        ("recommendation-with-one-action", "CQC 1"),
    ]
    assert [(row["gap"], row["id"]) for row in old if row not in new] == [("action-without-recommendation", "p1-1.5")]


def test_lists_tell_the_reports_apart(seed: SeedCopy) -> None:
    cited = rows(seed, "questions", "run", "most-cited")
    assert [row["citations"] for row in cited if row["recommendation"] == "CQC 1"] == [1]
    assert len(cited) == 24
    hits = {row["item"]: row["text"] for row in rows(seed, "search", "visit") if row["kind"] == "Recommendation"}
    assert {key: hits[key] for key in ("CQC 1", "CQC R3")} == {
        "CQC 1": f"Records of visits {OURS}",
        "CQC R3": "Record every visit",
    }
    found = rows(seed, "check")
    assert f"CQC 1.1, Records of home visits {OURS}, is a must do tagged as a recommendation that no action cites." in [
        row["text"] for row in found
    ]


def test_topics_are_marked_wherever_people_read_them(seed: SeedCopy) -> None:
    shown = [
        (*command, *more) for command in (("trace", "cqc"), ("path", "cqc 1", "SSCB")) for more in ((), ("--full",))
    ]
    for command in (*shown, ("gaps", "recommendation-with-one-action")):
        out = words(asked(seed, *command).out)
        assert out.count("Records of visits") == out.count(f"Records of visits {OURS}")
        assert ("Records of visits" in out) == (command[0] != "path")
        assert f"Record every visit {OURS}" not in out
    assert "). In our words: Records of visits " in words(asked(seed, "trace", "cqc", "1").out)
    assert "). Record every visit " in words(asked(seed, "trace", "cqc", "r3").out)
    assert "). In our words: MASH referrals not triaged by partner agencies first " in words(
        asked(seed, "trace", "22").out
    )
    assert "what, in our words" in asked(seed, "trace", "ofsted").out
    text = words(asked(seed, "diagram", "trace", "cqc", "1", "--format", "txt", "-o", "-").out)
    assert f"It is about: Records of visits {OURS}." in text
    assert "given in our words" in text
    assert {row["topic"] for row in rows(seed, "trace", "cqc")} >= {"Records of visits", "Record every visit"}


def test_a_trace_says_what_items_and_bodies_an_item_names(seed: SeedCopy) -> None:
    whole = words(asked(seed, "trace", "cqc", "1").out)
    assert "CQC 1 has the parts CQC 1.1." in whole
    assert "CQC 1 is addressed to Surrey Safeguarding Children Board, Quality Assurance and" in whole
    part = words(asked(seed, "trace", "cqc", "1.1").out)
    assert "CQC 1.1 is part of CQC 1." in part
    assert "CQC 1.1 belongs with Ofsted 22." in part
    assert "Ofsted 22 belongs with CQC 1.1." in words(asked(seed, "trace", "22").out)
    about = [(row["subject"], row["relation"]) for row in rows(seed, "about", "QA&P")]
    assert ("CQC 1", "addressed to") in about


def test_pictures_tell_the_reports_apart(seed: SeedCopy) -> None:
    trace = asked(seed, "diagram", "trace", "cqc", "1.1", "--format", "txt", "-o", "-").out
    assert "NO ACTION CITES IT" in trace
    coverage = words(asked(seed, "diagram", "coverage", "--format", "txt", "-o", "-").out)
    assert "CQC 1: Records of visits" in coverage
    assert "Ofsted 105, CQC 1.1, CQC R3." in coverage


def test_a_plan_may_have_any_single_report(seed_copy: SeedCopy) -> None:
    add_report(seed_copy)
    for file in FILES:
        if file not in ("recommendations.csv", "reports.csv", "actions.csv", "bodies.csv", "priorities.csv"):
            (seed_copy.folder / file).unlink()
    seed_copy.write("bodies.csv", [{**row, **UNWRITTEN} for row in seed_copy.rows("bodies.csv")])
    items = [row for row in seed_copy.rows("recommendations.csv") if row["report"] == "report-cqc"]
    seed_copy.write("recommendations.csv", [{**row, "links_to": ""} for row in items])
    seed_copy.write("reports.csv", [row for row in seed_copy.rows("reports.csv") if row["word"] == "cqc"])
    blank = dict.fromkeys(("recs_printed", "lead_printed", "status_printed"), "")
    seed_copy.write("actions.csv", [{**row, **blank} for row in seed_copy.rows("actions.csv")])
    seed_copy.edit("plan.csv", "surrey-2018", default_report="report-cqc")
    assert "CQC 1.1 is part of CQC 1." in asked(seed_copy, "trace", "1.1").out
    assert asked(seed_copy, "trace", "ofsted", "1").code == 2
    assert [row["item"] for row in rows(seed_copy, "gaps") if row["recommendation"]] == ["1", "1.1", "R3"]
    drawn = asked(seed_copy, "diagram", "coverage", "--format", "txt", "-o", "-")
    assert (drawn.code, "Ofsted" in drawn.out) == (0, False)


def answers_or_says_why(folder: Path) -> None:
    """Every question with its own example is answered, or refused in a sentence; no picture fails otherwise."""
    with open_plan(folder) as plan:
        for each in all_questions():
            typed = {parameter.name: parameter.example for parameter in each.parameters}
            with contextlib.suppress(SscbError):  # such as a name that this plan does not have
                plan.ask(each.name, **typed)
    for command in (["trace", "22"], ["trace", "ofsted"], ["gaps"], ["check"], ["summary", "--by", "lead"]):
        ran = run_sscb("--seed", folder, *command)
        assert ran.code in {0, 1, 2}, ran.err


@pytest.mark.parametrize("missing", FILES)
def test_a_file_may_be_missing(missing: str, seed_copy: SeedCopy) -> None:
    """Nothing else names its records, or the fault says which: never a failure of the tool."""
    (seed_copy.folder / missing).unlink()
    ran = asked(seed_copy, "gaps")
    assert ran.code in {0, 3}
    if ran.code == 0:
        answers_or_says_why(seed_copy.folder)
    else:
        assert re.search(r"\n  \w+\.csv, row \d+, column \w+: ", ran.err)


@pytest.mark.parametrize(
    "kept", [("plan.csv",), ("plan.csv", "reports.csv", "documents.csv"), ("plan.csv", "bodies.csv")]
)
def test_a_plan_of_few_files_is_answered(kept: tuple[str, ...], seed_copy: SeedCopy, tmp_path: Path) -> None:
    for file in FILES:
        if file not in kept:
            (seed_copy.folder / file).unlink()
    report = "report-ofsted" if "reports.csv" in kept else ""
    board = "sscb" if "bodies.csv" in kept else ""
    seed_copy.edit("plan.csv", "surrey-2018", board=board, default_report=report)
    for file in kept[1:]:
        kept_rows = [{name: UNWRITTEN.get(name, cell) for name, cell in row.items()} for row in seed_copy.rows(file)]
        seed_copy.write(file, kept_rows)
    answers_or_says_why(seed_copy.folder)
    drawn = run_sscb("--seed", seed_copy.folder, "diagram", "all", "-o", tmp_path / "pictures")
    assert drawn.code == 0, drawn.err


def test_a_body_does_not_report_to_a_document(seed_copy: SeedCopy) -> None:
    cells = {"relation": "reports to", "basis": "assumed", "reason": "A test."}
    seed_copy.add("relations.csv", id="odd", body="qap", other="business-plan-2018", **cells)
    ran = asked(seed_copy, "gaps")
    row = len(seed_copy.rows("relations.csv")) + 1
    assert ran.code == 3
    assert f"relations.csv, row {row}, column other: 'business-plan-2018' is a document; a body reports to a" in ran.err


#: The files that an upgrade writes.
UPGRADED = {"plan.csv", "reports.csv", "recommendations.csv"}


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """The plan as version 0.3 shipped it, from the history of the repository."""
    done = subprocess.run(["git", "archive", "07ac0af", "seed"], cwd=ROOT, capture_output=True, check=False)
    if done.returncode:
        pytest.skip("The history of the repository is not here.")
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        archive.extractall(tmp_path, filter="data")
    return tmp_path / "seed"


def test_an_older_folder_is_upgraded_by_one_command(older: Path) -> None:
    ran = run_sscb("--seed", older, "trace", "ofsted", "22")
    assert (ran.code, ran.out) == (3, "")
    assert "sscb upgrade" in ran.err
    done = run_sscb("upgrade", older)
    assert done.code == 0
    assert shlex.split(done.err.splitlines()[-1]) == ["Next:", "sscb", "--seed", str(older), "check"]
    assert (older.parent / "seed-before-upgrade" / "ofsted_recommendations.csv").is_file()
    # What an upgrade does not write has grown since, so it is today's.
    for path in (ROOT / "seed").glob("*.csv"):
        if path.name not in UPGRADED:
            shutil.copy(path, older)
    with open_plan(older) as upgraded, open_plan() as shipped:
        for each in all_questions():
            typed = {parameter.name: parameter.example for parameter in each.parameters}
            answers = [plan.ask(each.name, **typed).to_dict() for plan in (upgraded, shipped)]
            assert [answer.pop("from")["plan"] for answer in answers] == ["surrey-2018"] * 2
            # Why the numbers are read as the report's is told better since.
            if each.name != "reports":
                assert answers[0]["rows"] == answers[1]["rows"], each.name
    before = {path.name: path.read_bytes() for path in older.iterdir()}
    again = run_sscb("upgrade", older)
    assert (again.code, "nothing was changed" in again.out + again.err) == (0, True)
    assert {path.name: path.read_bytes() for path in older.iterdir()} == before
