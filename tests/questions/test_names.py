"""Names that people type."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sscb_graph.errors import AmbiguousName, UnknownName, UnknownNumber
from sscb_graph.graph.nodes import Body
from sscb_graph.plan import OpenPlan
from sscb_graph.questions.names import Names
from tests.conftest import SeedCopy

#: Sectors that the plan names, each with a group that people call the same.
SECTORS = ["Health", "Education"]
QAEG = "'QAEG' is read as the initials of Quality Assurance and Evaluation Group."


def names_of(plan: OpenPlan) -> Names:
    return plan.read(lambda reading: reading.names)


def test_names(surrey: OpenPlan) -> None:
    names = names_of(surrey)
    for typed, key in {
        "executive": "executive",
        "strategic executive": "strategic-executive",
        "P&P group": "policies-and-procedures",
        "qa and p": "qap",
        "the neglect group": "neglect",
        "LSCB": "sscb",
        "board": "sscb",
        "early help": "early-help",
        "domestic abuse board": "damb",
    }.items():
        assert names.body(typed).id == key, typed
    assert names.action_ids("3.2") == ["p3-2.11-3.2"] or len(names.action_ids("3.2")) == 2
    assert names.action_ids("2.10") == ["p2-2.10"]
    assert names.action_ids("p2-2.4") == ["p2-2.4"]
    assert names.thing("Ofsted 22").id == "ofsted-22"
    assert names.thing("priority 2").id == "priority-2"
    with pytest.raises(AmbiguousName):
        names.thing("2.11")
    with pytest.raises(UnknownName):
        names.body("Atlantis")


@pytest.mark.parametrize("name", ["0-19 Service", "1. Group", "Priority 1 Group", "2018-06-30 Panel"])
def test_a_body_whose_name_begins_like_a_number_is_a_thing(name: str, seed_copy: SeedCopy) -> None:
    seed_copy.edit("bodies.csv", "neglect", name=name)
    names = names_of(seed_copy.open())
    assert names.thing(name).id == "neglect"
    assert names.thing("2.4").id == "p2-2.4"
    assert names.thing("priority 1").id == "priority-1"


def test_an_action_is_meant_by_its_number_where_a_body_is_called_alike(seed_copy: SeedCopy) -> None:
    seed_copy.edit("bodies.csv", "neglect", name="24")
    assert names_of(seed_copy.open()).thing("2.4").id == "p2-2.4"


def test_every_printed_form_finds_its_body(surrey: OpenPlan) -> None:
    names = names_of(surrey)
    for body in names.nameable(Body):
        for form in (body.name, *body.printed_names):
            if form not in SECTORS:
                assert names.read_body(form) == (body, ""), form


@pytest.mark.parametrize("sector", SECTORS)
@pytest.mark.parametrize("case", [str, str.lower, "the {}".format])
def test_a_sector_and_a_group_of_its_name_are_asked_back(
    surrey: OpenPlan, sector: str, case: Callable[[str], str]
) -> None:
    names = names_of(surrey)
    with pytest.raises(AmbiguousName) as caught:
        names.body(case(sector))
    assert caught.value.candidates == (f"{sector} agency", f"{sector} Sub Group")
    assert [names.body(candidate).name for candidate in caught.value.candidates] == [sector, f"{sector} Sub Group"]


@pytest.mark.parametrize(
    ("typed", "key", "how"),
    [
        ("bg", "business-group", "'bg' is read as the initials of Business Group."),
        ("L&D", "learning-and-development", ""),
        ("LDG", "learning-and-development", "'LDG' is read as the initials of Learning and Development Group."),
        ("QAEG", "quality-assurance-and-evaluation-group", QAEG),
        ("{CEG}", "chairs-executive-group", "'{CEG}' is read as the initials of Chairs Executive Group."),
        ("business grp", "business-group", "'business grp' is read as Business Group."),
        ("neglect", "neglect", ""),
        ("the online safety", "online-safety", ""),
        ("onl safety", "online-safety", "'onl safety' is read as Online Safety Group."),
        ("DAMB", "damb", ""),
        ("QA&P", "qap", ""),
        ("P&P", "policies-and-procedures", ""),
        ("P&P grp", "policies-and-procedures", "'P&P grp' is read as Policies and Procedures."),
    ],
)
def test_what_is_no_name_of_a_body_is_read_and_told(surrey: OpenPlan, typed: str, key: str, how: str) -> None:
    read = names_of(surrey).read_body(typed)
    assert (read.body.id, read.how) == (key, how)


def test_initials_of_several_bodies_are_asked_back(seed_copy: SeedCopy) -> None:
    seed_copy.edit("bodies.csv", "online-safety", name="Budget Group")
    with pytest.raises(AmbiguousName, match="Business Group; Budget Group"):
        names_of(seed_copy.open()).body("BG")


def test_a_name_comes_before_initials(seed_copy: SeedCopy) -> None:
    seed_copy.add("body_names.csv", id="name-x", body="neglect", name="BG")
    assert names_of(seed_copy.open()).read_body("bg") == (names_of(seed_copy.open()).body("neglect"), "")


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("22", ["ofsted-22"]),
        ("rec 22", ["ofsted-22"]),
        ("rec. 22", ["ofsted-22"]),
        ("Recommendation no. 22", ["ofsted-22"]),
        ("finding 22", ["ofsted-22"]),
        ("Ofsted 22", ["ofsted-22"]),
        ("Ofsted recommendation 22", ["ofsted-22"]),
        ("ofsted 22 24 31", ["ofsted-22", "ofsted-24", "ofsted-31"]),
        ("ofsted 22,24", ["ofsted-22", "ofsted-24"]),
        ("recs 22, 24 and 31", ["ofsted-22", "ofsted-24", "ofsted-31"]),
        ("22 & 24", ["ofsted-22", "ofsted-24"]),
        ("ofsted 22 and peer 3", ["ofsted-22", "peer-3"]),
        ("ofsted 22, peer review 3", ["ofsted-22", "peer-3"]),
        ("22 22", ["ofsted-22"]),
        ("peer 3", ["peer-3"]),
        ("2.4", ["p2-2.4"]),
        ("action 2.4", ["p2-2.4"]),
        ("p2-2.4", ["p2-2.4"]),
        ("actions 2.4, 2.6", ["p2-2.4", "p2-2.6"]),
        ("2.4 and 2.5a", ["p2-2.4", "p2-2.5a"]),
        ("2.11", ["p2-2.11-3.2", "p3-2.11-3.2"]),
        ("2.11 & 3.2", ["p2-2.11-3.2", "p3-2.11-3.2"]),
        ("priority 2", ["priority-2"]),
        ("Priority Two", None),
        ("Business Group", ["business-group"]),
        ("ofsted", ["ofsted"]),
        ("peer review", ["report-peer"]),
        ("2.99", None),
        ("ofsted 22, 999", None),
        ("22.0", None),
        ("999", None),
        ("", None),
        (",", None),
        ("priority 9", None),
    ],
)
def test_whatever_may_be_asked_about_is_found_or_refused(surrey: OpenPlan, typed: str, keys: list[str] | None) -> None:
    names = names_of(surrey)
    if keys is None:
        with pytest.raises((UnknownName, UnknownNumber)):
            names.things(typed)
    else:
        assert [node.id for node in names.things(typed)] == keys


def test_a_number_alone_is_one_of_the_default_report(seed_copy: SeedCopy) -> None:
    cells = {"position": "999", "report": "report-ofsted", "number": "2.4", "kind": "finding", "topic": "x"}
    seed_copy.add("recommendations.csv", id="ofsted-2.4", **cells, recommendation="no")
    names = names_of(seed_copy.open())
    assert [node.id for node in names.things("2.4")] == ["ofsted-2.4"]
    assert [node.id for node in names.things("action 2.4")] == ["p2-2.4"]
    assert [node.id for node in names.things("rec 2.4")] == ["ofsted-2.4"]


def test_a_form_of_two_bodies_is_ambiguous(seed_copy: SeedCopy) -> None:
    seed_copy.add("body_names.csv", id="name-x", body="neglect", name="Health Group")
    with pytest.raises(AmbiguousName, match="Neglect Task and Finish Group"):
        names_of(seed_copy.open()).body("health group")


@pytest.mark.parametrize(
    "typed", ["22", "ofsted 22", "Ofsted 22", "OFSTED22", "rec 22", "recommendation 022", "ofsted-22"]
)
def test_a_recommendation_is_found_by_its_report_and_number(surrey: OpenPlan, typed: str) -> None:
    assert names_of(surrey).recommendation(typed).id == "ofsted-22"


@pytest.mark.parametrize("typed", ["peer 3", "Peer review 3", "peer review recommendation 3", "peer-3"])
def test_another_report_is_named_before_the_number(surrey: OpenPlan, typed: str) -> None:
    assert names_of(surrey).recommendation(typed).id == "peer-3"


def test_a_number_of_no_item_is_refused(surrey: OpenPlan) -> None:
    with pytest.raises(UnknownNumber):
        names_of(surrey).recommendation("peer 9")
    with pytest.raises(UnknownNumber):
        names_of(surrey).recommendation("22.0")
