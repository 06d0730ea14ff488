"""What only got another id is the same: a graph with the earlier ids differs in nothing else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sscb_graph.changes.difference import difference
from sscb_graph.changes.matching import match, place
from sscb_graph.changes.structure import OfFact, StructureChanges, What, structure_changes
from sscb_graph.graph.graph import MemoryGraph
from sscb_graph.graph.nodes import Properties, make_node
from sscb_graph.graph.view import GraphView

KEYS = ["a", "b", "c", "d"]
Fact = tuple[str, str, str, Properties]


def fact(key: str, start: str, end: str, kind: str = "REPORTS_TO", **more: object) -> Fact:
    return start, kind, end, {"id": key, "basis": "stated", "source": "there", **more}


def graph_of(names: dict[str, str], facts: list[Fact]) -> MemoryGraph:
    own = {"kind": "group", "basis": "stated", "source": "there"}
    plan = make_node(["Plan", "Sscb"], {"id": "p", "name": "P", "source": "there", "board": next(iter(names))})
    bodies = [make_node(["Body", "Sscb"], {"id": key, "name": name, **own}) for key, name in names.items()]
    return MemoryGraph("p", [plan, *bodies], facts)


@st.composite
def facts(draw: st.DrawFn) -> list[Fact]:
    keys = draw(st.lists(st.sampled_from("uvwxyz"), unique=True))
    return [fact(key, draw(st.sampled_from(KEYS)), draw(st.sampled_from(KEYS))) for key in keys]


def test_bodies_and_facts_with_other_ids_are_the_same() -> None:
    before = graph_of({"board": "Board", "qap": "QA&P"}, [fact("qap-to-board", "qap", "board")])
    after = graph_of({"panel": "Board", "quality": "QA&P"}, [fact("quality-to-panel", "quality", "panel")])
    found = match(before, after)
    assert found.nodes == {"panel": "board", "quality": "qap"}
    assert found.edges == {"quality-to-panel": "qap-to-board"}
    assert not difference(before, found.apply(after))


def test_bodies_of_one_name_are_not_guessed() -> None:
    before = graph_of({"a": "Executive"}, [])
    assert not match(before, graph_of({"b": "Executive", "c": "Executive"}, [])).nodes
    assert not match(before, graph_of({"a": "Executive", "b": "Executive"}, [])).nodes


@given(facts(), facts())
def test_no_two_facts_get_one_id_and_the_same_fact_is_never_new(old: list[Fact], new: list[Fact]) -> None:
    names = {key: key for key in KEYS}
    before, after = graph_of(names, old), graph_of(names, new)
    whole = match(before, after).apply(after)
    assert len({edge.id for edge in whole.edges(())}) == len(new)
    found = difference(before, whole)
    come = {place(edge, {}) for edge in (*found.added_edges, *(change.after for change in found.changed_edges))}
    gone = {place(edge, {}) for edge in (*found.removed_edges, *(change.before for change in found.changed_edges))}
    assert not come & gone


def test_only_what_means_something_changes_a_structure() -> None:
    names = {"board": "Board", "qap": "QA&P"}
    before = graph_of(names, [fact("line", "qap", "board")])
    kept = structure_changes(GraphView(before), GraphView(graph_of(names, [fact("line", "qap", "board", row=9)])))
    assert kept == StructureChanges({}, frozenset(), frozenset(), {})
    ended = structure_changes(
        GraphView(before), GraphView(graph_of(names, [fact("line", "qap", "board", until="2019-01-31")]))
    )
    assert ended.gone == {"line"}
    assert [change.later for change in ended.bodies["qap"]] == ["MOVED: was below Board"]
    assert ended.happens_to("qap", What.MOVED)


def test_another_confirmation_is_a_change_of_a_fact() -> None:
    names = {"board": "Board", "qap": "QA&P"}
    first, second = (
        GraphView(graph_of(names, [fact("line", "qap", "board", confirmed_by=who, confirmed_on="2019-01-10")]))
        for who in ("Chair", "Board minutes")
    )
    found = structure_changes(first, second).facts["line"]
    assert (found.what, found.words) == (OfFact.CONFIRMATION, "confirmed anew")
