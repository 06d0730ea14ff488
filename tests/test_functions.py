"""Functions that ended or were handed over: whose they are now, how that is known, and what was known before."""

from __future__ import annotations

from typing import Any

import pytest

from sscb_graph.errors import SeedError
from tests.conftest import Ran, SeedCopy, run_sscb

MINUTE = {"basis": "recorded", "recorded_by": "Minute 7", "recorded_on": "2019-01-15"}
INDEPENDENT, TOP = "function-sscb-an-independent-body-as-defined", "function-sscb-it-should-not-be-subordinate"
WORDS = "an independent body as defined in Working Together 2015"
NOT_BELOW = "It should not be subordinate to, nor subsumed within other local structures."


@pytest.fixture
def seed(seed_copy: SeedCopy) -> SeedCopy:
    """The shipped plan after the Executive took over two functions of the Board."""
    for function in (INDEPENDENT, TOP):
        seed_copy.edit("functions.csv", function, until="2019-03-31")
        seed_copy.add("function_homes.csv", id=f"home-{function}", function=function, body="executive", **MINUTE)
    return seed_copy


def asked(seed: SeedCopy, *arguments: str) -> Ran:
    ran = run_sscb("--seed", seed.folder, *arguments)
    assert "Traceback" not in ran.err
    return ran


def functions(seed: SeedCopy, body: str, *more: str) -> dict[str, dict[str, Any]]:
    ran = asked(seed, "about", body, "--aspect", "function", "--format", "json", *more)
    return {row["object"]: row for row in ran.rows}


def words(text: str) -> str:
    return " ".join(text.split())


def test_a_function_that_was_handed_over_is_that_of_its_new_body(seed: SeedCopy) -> None:
    assert {WORDS, NOT_BELOW}.isdisjoint(functions(seed, "SSCB"))
    row = functions(seed, "Executive")[WORDS]
    assert (row["basis"], row["source"]) == ("recorded", "recorded by Minute 7 on 15 January 2019")
    assert WORDS not in functions(seed, "Executive", "--basis", "stated")


def test_what_has_a_weaker_basis_is_marked_for_people(seed: SeedCopy) -> None:
    out = words(asked(seed, "about", "Executive", "--aspect", "function").out)
    assert "Recorded (entered after the plan was written): " in out
    assert "By whom: recorded by Minute 7 on 15 January 2019." in out


def test_what_the_body_had_is_named_as_ended(seed: SeedCopy) -> None:
    out = words(asked(seed, "about", "SSCB", "--full").out)
    ended = f"Surrey Safeguarding Children Board has function {WORDS} (stated) until 2019-03-31"
    assert f"What was known has ended: {ended}" in out


def test_a_home_that_ended_does_not_count(seed: SeedCopy) -> None:
    seed.edit("function_homes.csv", f"home-{INDEPENDENT}", until="2019-06-30")
    assert WORDS not in functions(seed, "Executive")


def test_words_about_another_body_are_not_said_of_the_one_at_the_top(seed: SeedCopy) -> None:
    said = f'at the top of the structure: the plan says of it "{NOT_BELOW}"'
    seed.edit("functions.csv", TOP, until="")
    assert said in words(asked(seed, "line", "SSCB", "--full").out)
    seed.edit("functions.csv", TOP, until="2019-03-31")
    assert "Board is at the top of the structure." in words(asked(seed, "line", "SSCB", "--full").out)
    seed.edit("plan.csv", "surrey-2018", board="executive")
    for line in seed.rows("relations.csv"):
        if line["body"] == "executive" and line["relation"] in {"reports to", "subgroup of"}:
            seed.remove("relations.csv", line["id"])
    assert f'at the top of the structure: it has this function (recorded) "{NOT_BELOW}"' in words(
        asked(seed, "line", "Executive", "--full").out
    )


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        ({"function": "sscb"}, "column function: 'sscb' is not an id of functions.csv; it is in bodies.csv"),
        ({"body": TOP}, f"column body: '{TOP}' is not an id of bodies.csv; it is in functions.csv"),
        ({"basis": "stated", "recorded_by": "", "recorded_on": ""}, "a stated fact needs written_in and quote"),
        ({"from": "2019-04-01", "until": "2019-03"}, "until (2019-03) is before from (2019-04-01)"),
    ],
)
def test_a_handing_over_that_cannot_be_is_located(cells: dict[str, str], fault: str, seed: SeedCopy) -> None:
    seed.edit("function_homes.csv", f"home-{INDEPENDENT}", **cells)
    with pytest.raises(SeedError) as refused:
        seed.records()
    assert "function_homes.csv, row 2" in str(refused.value)
    assert fault in str(refused.value)
