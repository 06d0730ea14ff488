"""What differs between two plans, as rows: complete, and the same the other way round."""

from __future__ import annotations

from collections import Counter

from hypothesis import HealthCheck, given, settings

from sscb_graph.changes.action_cells import lead_changes
from sscb_graph.changes.change_row import Sign, Told
from sscb_graph.changes.difference import difference
from sscb_graph.changes.whole import plan_changes
from sscb_graph.folder import SeedFolder
from sscb_graph.folder.load import load_records
from sscb_graph.graph.builder import build_graph
from sscb_graph.graph.nodes import Action
from sscb_graph.graph.view import GraphView
from tests.plans import seeds

SLOW = settings(deadline=None, max_examples=8, suppress_health_check=list(HealthCheck))


def view_of(seed: SeedFolder) -> GraphView:
    return GraphView(build_graph(load_records(seed)))


@SLOW
@given(seeds())
def test_a_plan_does_not_differ_from_itself(seed: SeedFolder) -> None:
    changes = plan_changes(view_of(seed), view_of(seed))
    assert not changes.rows
    assert not changes.places


@SLOW
@given(seeds(), seeds())
def test_whatever_means_something_has_a_row_or_is_counted(one: SeedFolder, other: SeedFolder) -> None:
    before, after = view_of(one), view_of(other)
    changes = plan_changes(before, after)
    assert bool(changes.rows or changes.places) == bool(difference(before.reader, after.reader).meaning)


@SLOW
@given(seeds(), seeds())
def test_what_comes_one_way_goes_the_other_way(one: SeedFolder, other: SeedFolder) -> None:
    before, after = view_of(one), view_of(other)
    there, back = plan_changes(before, after), plan_changes(after, before)
    assert len(there.rows) == len(back.rows)
    come = Counter((row.told, row.what) for row in there.rows if row.sign is Sign.ADDED)
    gone = Counter((row.told, row.what) for row in back.rows if row.sign is Sign.REMOVED)
    assert come == gone


@SLOW
@given(seeds(), seeds())
def test_a_changed_lead_is_told_where_the_leads_of_a_rehearsal_are(one: SeedFolder, other: SeedFolder) -> None:
    before, after = view_of(one), view_of(other)
    rows = plan_changes(before, after).rows
    led = {row.what for row in rows if row.told is Told.LEAD}
    both = [action for action in after.all(Action) if action.id in before]
    told = {
        action.with_priority
        for action in both
        if any(action.with_priority in each for each in lead_changes(before, after))
    }
    assert told <= led
