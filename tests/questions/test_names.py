"""Names that people type."""

from __future__ import annotations

import pytest

from sscb_graph.errors import AmbiguousName, UnknownName, UnknownNumber
from sscb_graph.graph.nodes import Body
from sscb_graph.plan import OpenPlan
from sscb_graph.questions.names import Names
from tests.conftest import SeedCopy


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
            assert names.body(form).id == body.id, form


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
