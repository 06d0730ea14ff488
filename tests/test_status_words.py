"""A plan's own words for progress, and what its data says that they mean."""

from __future__ import annotations

import json

import pytest

from sscb_graph.checks import check_rows
from sscb_graph.errors import SeedError
from tests.conftest import SeedCopy, run_sscb

SET = {"basis": "recorded", "recorded_by": "Board minute 7", "recorded_on": "2018-07-01"}
DAY = ("due", "--overdue", "--as-at", "2018-10-01", "--format", "json")


def overdue(copy: SeedCopy) -> set[str]:
    return {row["row_id"] for row in run_sscb("--seed", copy.folder, *DAY).rows}


def give(copy: SeedCopy, word: str) -> None:
    """Gives action 2.4, due on 30 September 2018, a status."""
    copy.add("statuses.csv", id="status-new", row_id="p2-2.4", status=word, **SET)


def counted(copy: SeedCopy) -> dict[str, int]:
    rows = run_sscb("--seed", copy.folder, "summary", "--by", "priority", "--format", "json").rows
    names = ("completed", "green", "amber", "red", "other", "blank")
    return {name: sum(row[name] for row in rows) for name in names}


def findings(copy: SeedCopy) -> list[str]:
    with copy.open() as plan:
        rows = plan.read(lambda reading: check_rows(reading.whole()))
    return [str(row["text"]) for row in rows if row["check"] == "status-of-another-word"]


@pytest.mark.parametrize("word", ["Complete", "complete", "COMPLETED"])
def test_complete_is_not_overdue(seed_copy: SeedCopy, word: str) -> None:
    assert "p2-2.4" in overdue(seed_copy)
    give(seed_copy, word)
    assert "p2-2.4" not in overdue(seed_copy)
    assert not findings(seed_copy)


def test_a_word_that_nothing_explains_is_a_finding_and_counts_as_other(seed_copy: SeedCopy) -> None:
    give(seed_copy, "Blue")
    assert "p2-2.4" in overdue(seed_copy)
    assert counted(seed_copy)["other"] == 1
    (finding,) = findings(seed_copy)
    assert "status_words.csv" in finding


@pytest.mark.parametrize(
    ("word", "written", "meaning"),
    [
        ("Blue", "blue", "completed"),
        ("On track", "ON TRACK", "Green"),
        ("1", "1", "red"),
        ("4", "4", "completed"),
        ("Parked", "Parked", "other"),
        ("é", "É", "amber"),
    ],
)
def test_a_plan_says_what_its_words_mean(seed_copy: SeedCopy, word: str, written: str, meaning: str) -> None:
    before = counted(seed_copy)
    give(seed_copy, word)
    seed_copy.add("status_words.csv", word=written, meaning=meaning)
    assert ("p2-2.4" in overdue(seed_copy)) == (meaning != "completed")
    wanted = {**before, "blank": before["blank"] - 1, meaning.lower(): before[meaning.lower()] + 1}
    assert counted(seed_copy) == wanted
    assert not findings(seed_copy)
    shown = json.loads(run_sscb("--seed", seed_copy.folder, "trace", "priority", "2", "--format", "json").out)
    assert [row["status"] for row in shown["rows"] if row["row_id"] == "p2-2.4"] == [word]


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([("Blue", "finished")], "'finished' is not one of: completed, green, amber, red, other"),
        ([("Green", "red")], "'Green' means green in every plan: remove the row"),
        ([("Complete", "amber")], "'Complete' means completed in every plan: remove the row"),
        ([("Blue", "red"), ("BLUE", "green")], "'BLUE' is already the id of row 2"),
        ([("", "red")], "is blank and must be filled in"),
    ],
)
def test_what_contradicts_is_refused(seed_copy: SeedCopy, rows: list[tuple[str, str]], sentence: str) -> None:
    for word, meaning in rows:
        seed_copy.add("status_words.csv", word=word, meaning=meaning)
    with pytest.raises(SeedError) as caught:
        seed_copy.records()
    assert sentence in str(caught.value)


def test_a_word_may_be_the_id_of_something_else(seed_copy: SeedCopy) -> None:
    seed_copy.add("status_words.csv", word="qap", meaning="green")
    seed_copy.add("status_words.csv", word="Green", meaning="green")
    assert seed_copy.records()


def test_the_page_of_a_new_plan_explains_them(seed_copy: SeedCopy) -> None:
    run_sscb("init", seed_copy.folder.parent / "new")
    page = (seed_copy.folder.parent / "new" / "README.md").read_text(encoding="utf-8")
    assert "## status_words.csv" in page
    assert (seed_copy.folder.parent / "new" / "status_words.csv").read_bytes().endswith(b"word,meaning\r\n")
