"""The shipped record against the words of its plan: what is proposed, limited or doubtful is never recorded as more."""

from __future__ import annotations

import re
from typing import TypeVar

import pytest

from sscb_graph.errors import SeedError
from sscb_graph.folder import open_seed
from sscb_graph.folder.load import load_records
from sscb_graph.folder.record_tables import Records
from sscb_graph.folder.transcription import texts_of
from sscb_graph.model import (
    Body,
    BodyName,
    BodyRelation,
    Decision,
    Event,
    Function,
    Lead,
    Note,
    Observation,
    Record,
    Response,
)
from sscb_graph.model.basis import Basis
from tests.conftest import SeedCopy

R = TypeVar("R", bound=Record)
#: Words that limit a sentence: a quote of their sentence that leaves them out says more than the plan does.
LIMITS = {
    "decision-neglect": "The Chair has proposed",
    "decision-online-safety": "proposed to continue",
    "decision-continuing-groups": "proposed to continue",
    "role-business-group": "will have revised terms of reference",
    "role-statutory-groups": "proposed structure",
}
#: What quotes those sentences for a name or a wording alone, and makes no fact of them.
NAMES = (Body, BodyName, Lead, Observation)


@pytest.fixture(scope="module")
def records() -> Records:
    return load_records(open_seed(None))


def by_id(records: Records, kind: type[R], key: str) -> R:
    return next(record for record in records.of(kind) if record.key == key)


def quotes(record: Record) -> tuple[str, ...]:
    return (record.text,) if isinstance(record, Function) else getattr(record, "quote", ())


@pytest.mark.parametrize("place", LIMITS)
def test_no_quote_leaves_out_what_limits_its_sentence(records: Records, place: str) -> None:
    (text,) = {words for words in texts_of(records)[place] if LIMITS[place] in words}
    found = 0
    for record in records:
        if isinstance(record, NAMES) or place not in getattr(record, "written_in", ()):
            continue
        for quote in quotes(record):
            # A quote from before the limit says what the limit does not touch, such as what a group replaces.
            if quote in text and text.index(quote) + len(quote) > text.index(LIMITS[place]):
                assert LIMITS[place] in quote, (record.key, quote)
                found += 1
    assert found


def test_the_area_groups_had_their_role_historically(records: Records) -> None:
    roles = [one.text for one in records.of(Function) if one.body == "area-sub-groups"]
    assert len(roles) == 2
    assert all("historically" in role for role in roles if "important role" in role)


def test_what_is_proposed_says_by_whom_and_until_when(records: Records) -> None:
    proposed = {
        one.body: (one.proposed_by, one.holds_until, one.review_on)
        for one in records.of(Decision)
        if one.standing == "proposed to continue"
    }
    new = "local Safeguarding Partnership arrangements are agreed under the new guidance"
    assert proposed.pop("neglect") == ("The Chair", None, "2019-03")
    by, until, review = proposed.pop("online-safety")
    assert (by, review) == (None, None)
    assert until is not None
    assert until.startswith("discussions have been held with partners")
    same = ("seammb", "health-sub-group", "education-sub-group", "policies-and-procedures")
    assert proposed == dict.fromkeys(same, (None, new, None))
    assert by_id(records, Decision, "decision-on-strategic-executive").proposed_by == "LGA Peer Review"


def test_a_kind_is_stated_only_where_the_text_calls_a_body_so(records: Records) -> None:
    stated = {body.id: body.kind for body in records.of(Body) if body.basis is Basis.STATED and body.kind_basis is None}
    assert stated == {"sscb": "board", "scrg": "subgroup", "early-help": "task and finish group"}
    called = {
        "sscb": "main Board",
        "scrg": "Statutory Sub Groups of the Board",
        "early-help": "new task and finish group",
    }
    for key, words in called.items():
        assert any(words in quote for quote in by_id(records, Body, key).quote)


def test_a_name_that_is_only_read_so_says_why(records: Records) -> None:
    read = {(one.body, one.name) for one in records.of(BodyName) if one.reason}
    assert {("chair", "Chair of the SSCB"), ("damb", "DAMB"), ("all-partners", "partners")} <= read
    assert ("chair", "Independent LSCB Chair") not in read
    assert not [one for one in records.of(BodyName) if "represented" in one.name]
    doubtful = [one for one in records.of(BodyName) if "p1-1.3" in one.written_in and one.body == "sub-groups"]
    assert [one.reason is None for one in doubtful] == [False]


def test_a_planned_report_is_neither_done_nor_a_standing_update(records: Records) -> None:
    to_the_ib = [one for one in records.of(BodyRelation) if "p2-2.3" in one.written_in]
    assert {one.body for one in to_the_ib} == {"sscb", "qa-officer"}
    for one in to_the_ib:
        assert (one.relation, one.basis) == ("is to report once to", "inferred")
        assert one.note is not None
        assert "single report" in one.note
    assert by_id(records, Event, "ib-report-2018").name.endswith("to be reported to the Improvement Board")


def test_nothing_is_made_narrower_or_wider_than_its_words(records: Records) -> None:
    reviewed = {one.other for one in records.of(BodyRelation) if (one.body, one.relation) == ("early-help", "reviews")}
    assert reviewed == {"early-help-system", "mash"}
    assert by_id(records, BodyRelation, "ofsted-inspected-all-partners").basis is Basis.INFERRED
    referrals = by_id(records, Response, "response-peer-4-p1-1.2")
    assert "if these have been sought" in referrals.quote[0]


def test_the_words_and_the_lead_cell_are_both_told(records: Records) -> None:
    notes = {one.about: one.text for one in records.of(Note) if re.search(r"its lead cell names", one.text)}
    assert set(notes) == {"p2-2.1", "p2-2.2", "p2-2.3"}
    assert "EHTF group and All partners" in notes["p2-2.1"]
    assert '"SSCB will undertake"' in notes["p2-2.3"]


def test_whose_numbers_they_are(records: Records) -> None:
    text = by_id(records, Note, "note-ofsted-numbers").text
    assert "7 are among the 18 recommendations that it lists" in text
    assert "15 are findings that it tags as recommendations, and 1 (21) is neither" in text
    assert "March 2018 OFSTED inspection" in text
    assert "Ofsted Action Plan (July 2015-2018)" in text


def test_what_is_proposed_by_whom_is_held_to_the_document(seed_copy: SeedCopy) -> None:
    seed_copy.edit("decisions.csv", "proposal-on-neglect", proposed_by="The Minister")
    with pytest.raises(SeedError, match=r"decisions.csv, row \d+, column proposed_by: \"The Minister\" is not in"):
        seed_copy.records()


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"kind_basis": "stated"}, "kind_basis"),
        ({"kind_basis": "inferred", "kind_reason": ""}, "kind_reason"),
    ],
)
def test_a_kind_needs_its_support(seed_copy: SeedCopy, cells: dict[str, str], column: str) -> None:
    seed_copy.edit("bodies.csv", "qap", **cells)
    with pytest.raises(SeedError, match=f"bodies.csv, row 8, column {column}"):
        seed_copy.records()
