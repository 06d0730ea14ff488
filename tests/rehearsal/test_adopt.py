"""Adopting a proposal writes into a folder what its rehearsal shows, once."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sscb_graph.changes.difference import Difference, difference
from sscb_graph.folder import SeedFolder, open_seed
from sscb_graph.folder.load import load_records
from sscb_graph.graph.builder import build_graph
from sscb_graph.model import BodyName, ChangeEvent
from sscb_graph.model.vocabulary import LINES, MEMBERSHIPS
from sscb_graph.rehearsal.adoption import Adopted, adopt, recorded
from sscb_graph.rehearsal.effects import WORK
from sscb_graph.rehearsal.ledger import Result, ledger, totals
from sscb_graph.rehearsal.outcome import Outcome, rehearse
from sscb_graph.rehearsal.proposal import Proposal, read_proposal
from tests.plans import seeds
from tests.rehearsal.proposals import proposals, reading_of

BY, ON = "Board, minute 7", "2019-05-02"
MANY = settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))


def after(seed: SeedFolder, done: Adopted) -> SeedFolder:
    return SeedFolder(seed.path, {**seed.files, **done.written})


def described(found: Difference) -> str:
    """What a difference holds, for when it should hold nothing."""
    lines = [f"+ {node.id}" for node in found.added_nodes] + [f"+ {edge.id}" for edge in found.added_edges]
    lines += [f"- {node.id}" for node in found.removed_nodes] + [f"- {edge.id}" for edge in found.removed_edges]
    lines += [f"~ {change.after.id}: {change.properties}" for change in found.changed_nodes]
    lines += [f"~ {change.after.id}: {change.properties}" for change in found.changed_edges]
    return "\n".join(lines)


@st.composite
def cases(draw: st.DrawFn) -> tuple[SeedFolder, Proposal]:
    seed = draw(seeds())
    return seed, draw(proposals(reading_of(load_records(seed)), dated=True))


def adopted_as_rehearsed(seed: SeedFolder, proposal: Proposal) -> SeedFolder:
    """The folder after a proposal, which must make the graph that its rehearsal showed."""
    folder = after(seed, adopt(seed, proposal, BY, ON))
    rehearsed = rehearse(reading_of(load_records(seed)), proposal, recorded(BY, ON)).after.reader
    assert not described(difference(rehearsed, build_graph(load_records(folder))).meaning)
    return folder


@given(cases())
@MANY
def test_what_is_adopted_is_what_was_rehearsed(case: tuple[SeedFolder, Proposal]) -> None:
    adopted_as_rehearsed(*case)


CHAINS = {
    "a body that begins is renamed and made statutory": [
        "create,Data,,panel,2019-01, | rename,Data,Insight Panel,,2019-02, | statutory,Insight Panel,,,2019-02,"
    ],
    "an earlier name that is no id as it stands": ["rename,QA&P,Panel .- C,,2019-01, | rename,QA&P,Another,,2019-02,"],
    "a row that says the same again": [
        "statutory,QA&P,,,2019,once | not statutory,QA&P,,,2019, | statutory,QA&P,,,2019,again",
    ],
    "what the plan calls statutory ends twice, and begins again": [
        "not statutory,CDOP,,,2019-01, | not statutory,CDOP,,,2019-02,",
        "not statutory,CDOP,,,2019-03,",
        "statutory,CDOP,,,2019-04,",
    ],
    "a body is renamed that an earlier change names": [
        "not statutory,SCRG; CDOP,,,2019-01, | close,Neglect Group,,,2019-01,",
        "rename,CDOP,Child Deaths Panel,,2019-02,",
    ],
    "the last of several changes says whether a body is statutory": [
        "keep,QA&P,,,, | statutory,QA&P,,,2019-01, | statutory,QA&P,,,2019-02,",
        "statutory,QA&P,,,2019-03,",
    ],
}


@pytest.mark.parametrize("chain", CHAINS.values(), ids=CHAINS)
def test_proposals_one_after_the_other(chain: list[str]) -> None:
    seed = open_seed(None)
    for lines in chain:
        data = "\n".join(["change,body,name,kind,effective,reason", *lines.split(" | ")])
        proposal = read_proposal("proposal.csv", data.encode())
        seed = adopted_as_rehearsed(seed, proposal)
        assert not adopt(seed, proposal, BY, ON).written


def test_each_earlier_name_is_kept_once() -> None:
    shipped = open_seed(None)
    bodies = shipped.files["bodies.csv"].replace(b",Early Help T&F,", b",EHTF,")
    seed = SeedFolder(shipped.path, {**shipped.files, "bodies.csv": bodies})
    lines = b"change,body,name,effective\nrename,EHTF,First,2019-01\nrename,First,Second,2019-02\n"
    written = load_records(after(seed, adopt(seed, read_proposal("proposal.csv", lines), BY, ON)))
    forms = [form.name for form in written.of(BodyName) if form.body == "early-help"]
    assert (forms.count("EHTF"), forms.count("First")) == (1, 1)


def test_a_change_follows_those_that_the_plan_holds() -> None:
    seed = open_seed(None)
    before = b"id,position,change,original,text,basis,reason\nchange-a,40,keep,qap,It stays.,assumed,Ours\n"
    folder = SeedFolder(seed.path, {**seed.files, "changes.csv": before})
    proposal = read_proposal("proposal.csv", b"change,body,effective\nclose,Neglect Group,2019-03-31\n")
    written = load_records(after(folder, adopt(folder, proposal, BY, ON)))
    assert [event.position for event in written.of(ChangeEvent)] == [40, 41]


@given(cases())
@MANY
def test_adopted_again_nothing_is_left(case: tuple[SeedFolder, Proposal]) -> None:
    seed, proposal = case
    folder = after(seed, adopt(seed, proposal, BY, ON))
    again = adopt(folder, proposal, "Somebody else", "2020-01-01")
    assert not again.written
    assert not again.outcome.changes
    assert len(again.outcome.adopted) == sum(not row.withdrawn for row in proposal.rows)


def held_before(outcome: Outcome) -> Counter[str]:
    """Every fact of the plan that a ledger must account for, counted without the ledger's own code."""
    gone = {key for change in outcome.changes if change.kind in {"close", "merge"} for key in change.bodies}
    gone -= {key for change in outcome.changes if change.kind == "merge" for key in {*change.into} & {*change.bodies}}
    gone |= {key for change in outcome.changes if change.kind == "split" for key in change.bodies}
    kinds = {*WORK, *MEMBERSHIPS, *LINES}
    facts = outcome.before.reader.edges(tuple(kinds))
    return Counter(edge.id for edge in facts if edge.until is None and {edge.start.id, edge.end.id} & gone)


@st.composite
def undated(draw: st.DrawFn) -> tuple[SeedFolder, Proposal]:
    seed = draw(seeds())
    return seed, draw(proposals(reading_of(load_records(seed))))


@given(undated())
@MANY
def test_the_ledger_adds_up(case: tuple[SeedFolder, Proposal]) -> None:
    seed, proposal = case
    outcome = rehearse(reading_of(load_records(seed)), proposal)
    entries = ledger(outcome)
    assert Counter(entry.fact.id for entry in entries) == held_before(outcome)
    counts = totals(entries)
    assert sum(counts[result] for result in Result) == len(entries)
    for entry in entries:
        assert bool(entry.to) == (entry.result is Result.MOVED)
        assert (entry.change is None) == (entry.result is Result.STAYS)
