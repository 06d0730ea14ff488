"""What the rules find on generated plans: nothing where nothing changes, and what a plain recount finds else."""

from __future__ import annotations

from hypothesis import HealthCheck, assume, given, reject, settings
from hypothesis import strategies as st

from sscb_graph.errors import ProposalError
from sscb_graph.folder import SeedFolder
from sscb_graph.folder.load import load_records
from sscb_graph.graph.builder import build_graph
from sscb_graph.graph.nodes import Action, Body
from sscb_graph.graph.rules import is_completed, is_gone
from sscb_graph.graph.view import GraphView
from sscb_graph.model.dates import first_day
from sscb_graph.rehearsal.outcome import Outcome
from sscb_graph.rehearsal.rules import find_all
from tests.plans import seeds
from tests.rehearsal.rehearsing import close, found_actions, rehearsed_on

DAYS = st.sampled_from(["", "2018-06-30", "2018-07-01", "2018-09", "2018-12-31", "2019"])


@given(seed=seeds(), data=st.data())
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
def test_where_nothing_changes_nothing_is_found_but_what_nobody_looked_at(
    seed: SeedFolder, data: st.DataObject
) -> None:
    graph = build_graph(load_records(seed))
    bodies = [body.id for body in GraphView(graph).all(Body)]
    kept = data.draw(st.lists(st.sampled_from(bodies), min_size=1, unique=True))
    outcome = rehearsed_on(graph, *({"change": "keep", "body": body} for body in kept))
    left = list(find_all(outcome))
    assert {finding.finding for finding in left} <= {"not-reviewed"}
    assert not {finding.ids[0] for finding in left} & set(kept)


@given(seed=seeds(), data=st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_closing_bodies_leaves_the_actions_without_lead_that_a_recount_finds(
    seed: SeedFolder, data: st.DataObject
) -> None:
    graph = build_graph(load_records(seed))
    view = GraphView(graph)
    bodies = [body.id for body in view.all(Body) if not is_gone(view, body)]
    assume(bodies)
    closing = data.draw(st.dictionaries(st.sampled_from(bodies), DAYS, min_size=1))
    outcome = rehearsed_on(graph, *(close(body, day) for body, day in closing.items()))
    for finding in find_all(outcome):
        assert finding.why.endswith(".")
        assert finding.source
    without = found_actions(outcome, "action-without-lead").keys()
    assert without == {action.id for action in view.all(Action) if left_alone(view, action, closing)}
    closed = found_actions(outcome, "lead-closed-before-due").keys()
    lost = {action.id for action in view.all(Action) if loses(view, action, closing)}
    assert without | closed == lost | without
    assert not without & closed


@given(seed=seeds(), data=st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_changes_each_finding_is_true_and_told_once(seed: SeedFolder, data: st.DataObject) -> None:
    graph = build_graph(load_records(seed))
    bodies = st.permutations([body.id for body in GraphView(graph).all(Body)])
    rows = [row for count in range(data.draw(st.integers(1, 3))) for row in _rows(data, data.draw(bodies), count)]
    try:
        outcome = rehearsed_on(graph, *rows)
    except ProposalError:  # a later row changes what an earlier one ended
        reject()
    all_found = list(find_all(outcome))
    assert len({(finding.finding, finding.ids) for finding in all_found}) == len(all_found)
    without = found_actions(outcome, "action-without-lead")
    assert all(not _leads(outcome.after, key) and _leads(outcome.before, key) for key in without)
    changed = found_actions(outcome, "action-lead-changed")
    assert all(_leads(outcome.after, key) and not _same_leads(outcome, key) for key in changed)


def _rows(data: st.DataObject, bodies: list[str], number: int) -> list[dict[str, str]]:
    """A merger, a split with what is handed over after it, or a hand-over, each on some day or on none."""
    first, *others = bodies
    second, day = others[0] if others else f"New {number}", data.draw(DAYS)
    into = {"body": first, "into": second, "effective": day}
    hand = {"change": "hand over", **into, "effective": data.draw(DAYS)}
    parts = f"North {number}; South {number}"
    split = {"change": "split", "body": first, "into": parts, "effective": day}
    merge = {"change": "merge", **into, "kind": "" if others else "group"}
    after_split = [split, {**hand, "into": f"North {number}"}]
    possible = [[merge], [split], after_split, [close(first, day)]]
    return data.draw(st.sampled_from([*possible, [hand]] if others else possible))


def _leads(view: GraphView, action: str) -> set[str]:
    return {lead.start.id for lead in view.leads(view.get(Action, action))}


def _same_leads(outcome: Outcome, action: str) -> bool:
    return _leads(outcome.before, action) == _leads(outcome.after, action)


def left_alone(view: GraphView, action: Action, closing: dict[str, str]) -> bool:
    """Whether all who lead an action close, and the last of them before it is due."""
    leads = {lead.start.id for lead in view.leads(action)}
    if not leads or not leads <= closing.keys() or is_completed(view, action):
        return False
    last = max(_first(closing[lead]) for lead in leads)
    return not action.due or max(action.due_last) >= last


def loses(view: GraphView, action: Action, closing: dict[str, str]) -> bool:
    """Whether any who leads an action closes before it is due."""
    days = [_first(closing[lead.start.id]) for lead in view.leads(action) if lead.start.id in closing]
    due = max(action.due_last, default="9999")
    return any(day <= due for day in days) and not is_completed(view, action)


def _first(day: str) -> str:
    return first_day(day) if day else ""
