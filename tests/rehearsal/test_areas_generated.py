"""Random splits of random plans: the ledger over the areas has everything once, and adds up."""

from __future__ import annotations

from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sscb_graph.folder import SeedFolder
from sscb_graph.folder.load import load_records
from sscb_graph.graph.builder import build_graph
from sscb_graph.graph.nodes import Action, Body, Function
from sscb_graph.graph.rules import is_gone
from sscb_graph.graph.view import GraphView
from sscb_graph.rehearsal.answers import Rehearsal, ledger_answer, rehearsal_of, to_dict
from sscb_graph.rehearsal.figures import figures
from sscb_graph.rehearsal.ledger import Result
from sscb_graph.rehearsal.shares import Share
from tests.plans import seeds
from tests.rehearsal.rehearsing import rehearsed_on

AREAS = ("East", "West", "Middle")
#: The columns that name what goes somewhere.
NAMING = ("body", "actions", "functions", "other")
DAYS = st.sampled_from(["", "2018-06-30", "2018-09", "2027-04"])


@st.composite
def splits(draw: st.DrawFn, view: GraphView) -> list[dict[str, str]]:
    """Rows that close some bodies, split a plan into two or three areas, and say where some things go."""
    areas = AREAS[: draw(st.integers(2, 3))]
    where = st.lists(st.sampled_from(areas), min_size=1, unique=True).map("; ".join) | st.just("none")
    bodies = draw(st.permutations([body.id for body in view.all(Body)]))
    count, topped = draw(st.integers(0, 1)), draw(st.booleans())
    closed = [body for body in bodies if not is_gone(view, view.get(Body, body))][:count]
    left = [body for body in bodies if body not in closed]
    rows = [{"change": "close", "body": body, "effective": draw(DAYS)} for body in closed]
    rows += [{"into": "; ".join(areas), "effective": draw(DAYS)}]
    if left and topped:
        rows += [{"into": draw(st.sampled_from(areas)), "other": left.pop()}]
    actions, functions = ([node.id for node in view.all(kind)] for kind in (Action, Function))
    for column, keys in (("body", left), ("actions", actions), ("functions", functions)):
        named = draw(st.lists(st.sampled_from(keys), unique=True)) if keys else []
        rows += [{column: key, "into": draw(where), "effective": draw(DAYS)} for key in named]
    return [{"change": "split plan"} | row for row in rows]


@given(seed=seeds(), data=st.data())
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_body_action_and_function_is_in_the_ledger_once_and_goes_where_it_says(
    seed: SeedFolder, data: st.DataObject
) -> None:
    graph = build_graph(load_records(seed))
    view = GraphView(graph)
    rows = data.draw(splits(view))
    found = rehearsal_of(rehearsed_on(graph, *rows))
    items = [share.item.id for share in found.shares]
    assert sorted(items) == sorted(node.id for kind in (Body, Action, Function) for node in view.all(kind))
    count = Counter(share.result for share in found.shares)
    assert sum(count[result] for result in Result) == len(items)
    assert len(ledger_answer(found).rows) == len(items) + len(found.entries)
    assert not {entry.kind for entry in found.entries} & {share.kind for share in found.shares}
    assert {row["outcome"] for row in to_dict(found)["ledger"]} <= set(Result)
    assert all(area.figures == figures(area.view) for area in found.areas if area.top)
    for share in found.shares:
        _check(found, share, rows)


def _check(found: Rehearsal, share: Share, rows: list[dict[str, str]]) -> None:
    """What a row sends to areas is in their plans and in no other; the ledger has it where it can have a home."""
    every, key = tuple(area.name for area in found.areas), share.item.id
    board = found.outcome.before.plan.board
    goes = _goes(rows, key, board, every)
    assert {area.name for area in found.areas if key in area.view} == goes
    ended = any(row["change"] == "close" and row["body"] == key for row in rows)
    wanted = set() if ended else goes - _replaced(rows, key, board, goes)
    match share.result:
        case Result.ENDED:
            assert not wanted
        case Result.NO_HOME:
            assert set(share.to) < wanted
        case Result.STAYS:
            assert share.to == every
            assert wanted == set(every)
        case Result.MOVED:
            assert set(share.to) == wanted < set(every)


def _goes(rows: list[dict[str, str]], key: str, board: str | None, every: tuple[str, ...]) -> set[str]:
    """Where rows send a thing: what is only named as the top of an area goes there, and what none names everywhere."""
    naming = NAMING[:-1] if key == board else NAMING
    said = [row["into"] for row in rows if key in {row.get(name) for name in naming} and row["change"] != "close"]
    return set(said[0].split("; ")) - {"none"} if said else {*every}


def _replaced(rows: list[dict[str, str]], key: str, board: str | None, goes: set[str]) -> set[str]:
    """The areas in which another body takes the Board's place."""
    tops = {row["into"] for row in rows if row.get("other", key) != key}
    sent = any(row.get("body") == key for row in rows)
    return tops if key == board and not (sent and tops <= goes) else set()


@given(seed=seeds(), data=st.data())
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_is_found_in_areas_is_what_the_ledger_says(seed: SeedFolder, data: st.DataObject) -> None:
    graph = build_graph(load_records(seed))
    found = rehearsal_of(rehearsed_on(graph, *data.draw(splits(GraphView(graph)))))
    homeless = {share.item.id for share in found.shares if share.result is Result.NO_HOME}
    told = [finding for findings in found.found_in.values() for finding in findings]
    names = {"action-without-lead", "body-without-route", "function-without-home"}
    lost = {finding.ids[0] for finding in told if finding.finding in names}
    whole = {finding.ids[0] for finding in found.findings if finding.finding in names}
    assert lost <= homeless <= whole
