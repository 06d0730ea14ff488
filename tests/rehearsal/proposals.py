"""Proposals made by hypothesis for a plan: rows of every kind, over its bodies and those that earlier rows make.

``proposals`` draws any rows and takes away those that the tool refuses, so that what is left can be rehearsed: a row
that is refused for what an earlier row did is no less likely than any other.
"""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from sscb_graph.errors import ProposalError
from sscb_graph.folder.csv_cells import write_csv
from sscb_graph.folder.record_tables import Records
from sscb_graph.graph.builder import build_graph
from sscb_graph.graph.graph import MemoryGraph
from sscb_graph.graph.nodes import Action, Body, Function
from sscb_graph.graph.view import GraphView
from sscb_graph.model.vocabulary import LASTING, BodyKind, ChangeKind, words_of
from sscb_graph.questions.answer import Origin
from sscb_graph.rehearsal.effects import WORK
from sscb_graph.rehearsal.graph_reading import GraphReading
from sscb_graph.rehearsal.outcome import rehearse
from sscb_graph.rehearsal.proposal import BETWEEN, Proposal, ProposedRow, read_proposal

NAME = "proposal.csv"
DAYS = ["2018-06-30", "2018-12-31", "2019-01-01", "2019-04", "2020", "31/03/2019"]
#: Names that no generated plan has; the same may be drawn for several bodies.
NEW_NAMES = [
    "Practice Forum",
    "The \u201cNew\u201d Group, East",
    "日本語 🙂",
    "$(id) `x`",
    "Élan",
    "--help",
    "2019-03",
    "Jan-1",
]
MOST_ROWS = 12


def reading_of(records: Records) -> GraphReading:
    """A reading of some records, without a store."""
    return reading_of_graph(build_graph(records))


def reading_of_graph(graph: MemoryGraph) -> GraphReading:
    """A reading of a graph."""
    return GraphReading(graph, Origin("embedded", graph.plan_id, "made", "sha256:0"))


@st.composite
def proposals(draw: st.DrawFn, reading: GraphReading, *, dated: bool = False) -> Proposal:
    """A proposal that can be rehearsed for a plan; ``dated``: each row says from when, except what stays unchanged."""
    view = reading.whole()
    rows = [draw(_rows(view, dated=dated)) for _ in range(draw(st.integers(1, MOST_ROWS)))]
    return accepted(reading, rows)


def accepted(reading: GraphReading, rows: list[dict[str, str]]) -> Proposal:
    """The proposal of some rows without those that are refused; rows left out are withdrawn."""
    while True:
        try:
            found = read_proposal(NAME, write_csv(ProposedRow.columns(), rows))
            rehearse(reading, found)
        except ProposalError as problem:
            refused = {fault.row - 2 for fault in problem.faults}
            if refused.isdisjoint(range(len(rows))):
                raise
            rows = [row for at, row in enumerate(rows) if at not in refused] or [{"change": "keep", "withdrawn": "yes"}]
        else:
            return found


@st.composite
def _rows(draw: st.DrawFn, view: GraphView, *, dated: bool) -> dict[str, str]:
    """The cells of a row: those that its change needs, filled with things of the plan or new names."""
    kind = draw(st.sampled_from(list(ChangeKind)))
    own = [body.id for body in view.all(Body)]
    # New names are unknown to most rows that come before any row that gives them.
    bodies = st.sampled_from([*own * 5, *NEW_NAMES])
    row: dict[str, Any] = {"change": kind.value, "body": draw(_several(bodies, 3))}
    match kind:
        case ChangeKind.CREATE:
            row |= {"body": draw(_several(st.sampled_from(NEW_NAMES), 2)), "kind": draw(_kinds)}
            row["other"] = draw(st.just("") | _several(bodies, 2))
        case ChangeKind.MERGE:
            row |= {"into": draw(bodies), "kind": draw(st.just("") | _kinds)}
        case ChangeKind.SPLIT:
            row |= {"body": draw(bodies), "into": draw(_several(bodies, 3)), "kind": draw(st.just("") | _kinds)}
        case ChangeKind.RENAME:
            row |= {"body": draw(bodies), "name": draw(st.sampled_from(NEW_NAMES))}
        case ChangeKind.MOVE | ChangeKind.JOIN | ChangeKind.LEAVE:
            row["other"] = draw(_several(bodies, 2))
        case ChangeKind.ADD_LINE | ChangeKind.END_LINE:
            row |= {"other": draw(_several(bodies, 2)), "kind": draw(st.just("") | _relations)}
        case ChangeKind.HAND_OVER:
            row |= {"into": draw(_several(bodies, 2)), **draw(_work(view))}
            if works := view.typed(*WORK):
                row["body"] = draw(st.sampled_from(works)).start.id
    ending = {ChangeKind.LEAVE: ["MEMBER_OF"], ChangeKind.END_LINE: sorted(LASTING)}
    if held := view.typed(*ending[kind]) if kind in ending else []:
        line = draw(st.sampled_from(held))
        row |= {"body": line.start.id, "other": line.end.id}
        row |= {"kind": words_of(line.type)} if kind is ChangeKind.END_LINE else {}
    day = draw(st.sampled_from(DAYS if dated and kind is not ChangeKind.KEEP else ["", *DAYS]))
    words = {name: draw(st.sampled_from(["", "Board, minute 3"])) for name in ("decided_by", "subject_to", "reason")}
    withdrawn = draw(st.sampled_from(["", "", "", "", "yes"]))
    return {**row, **words, "effective": day, "withdrawn": withdrawn}


_kinds = st.sampled_from([kind.value for kind in BodyKind])
_relations = st.sampled_from(sorted(words_of(kind) for kind in LASTING))


@st.composite
def _work(draw: st.DrawFn, view: GraphView) -> dict[str, str]:
    """The cells of what is handed over: mostly both blank, which is all."""
    if draw(st.integers(0, 2)):
        return {}
    keys = {"actions": [node.id for node in view.all(Action)], "functions": [node.id for node in view.all(Function)]}
    return {column: draw(st.just("") | _several(st.sampled_from(found), 2)) for column, found in keys.items() if found}


def _several(names: st.SearchStrategy[str], most: int) -> st.SearchStrategy[str]:
    return st.lists(names, min_size=1, max_size=most).map(f"{BETWEEN} ".join)
