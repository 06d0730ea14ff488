"""The figures of a structure, which a rehearsal shows before and after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sscb_graph.graph.graph import Chain
from sscb_graph.graph.nodes import Action, Body
from sscb_graph.graph.rules import groups, leads_alone, without_line_to_board
from sscb_graph.graph.view import GraphView
from sscb_graph.model.vocabulary import BodyKind
from sscb_graph.questions.columns import Column, Number, RowName, Text
from sscb_graph.questions.rows import Row

#: The figures that are shown, with their words.
FIGURE_WORDS: dict[str, str] = {
    "bodies": "boards and groups",
    "subgroups": "sub groups among them",
    "actions_without_lead": "actions without a lead",
    "bodies_without_route": "bodies without a line to the Board",
    "depth": "lines from the Board to the furthest body",
    "widest_span": "most bodies that report to one",
}
FIGURES: tuple[Column, ...] = (RowName("figure"), Number("before"), Number("after"), Text("difference"))


@dataclass(frozen=True)
class Load:
    """How many actions a body leads alone and jointly with others."""

    body: str
    alone: int
    jointly: int

    @property
    def total(self) -> int:
        """All actions that it leads."""
        return self.alone + self.jointly


@dataclass(frozen=True)
class Figures:
    """What is counted of a structure.

    ``bodies`` are the boards and groups that exist, ``subgroups`` those of them that are sub groups, ``depth`` is the
    number of reporting lines from the Board down to the body that is furthest from it, and ``widest_span`` the most
    bodies that report to one. ``loads`` has every lead, the most loaded first.
    """

    bodies: int
    subgroups: int
    actions: int
    actions_without_lead: int
    bodies_without_route: int
    depth: int
    widest_span: int
    widest: str | None
    loads: tuple[Load, ...]


def figures(view: GraphView) -> Figures:
    """The figures of a plan's structure."""
    structure = groups(view)
    actions = view.all(Action)
    span, widest = _widest(view)
    return Figures(
        bodies=len(structure),
        subgroups=sum(body.kind == BodyKind.SUBGROUP for body in structure),
        actions=len(actions),
        actions_without_lead=sum(not view.leads(action) for action in actions),
        bodies_without_route=len(without_line_to_board(view)),
        depth=_depth(view),
        widest_span=span,
        widest=widest,
        loads=tuple(loads(view)),
    )


def loads(view: GraphView) -> list[Load]:
    """What every body leads, alone and jointly; the most loaded first, then in the plan's order."""
    alone: Counter[str] = Counter()
    jointly: Counter[str] = Counter()
    for action in view.all(Action):
        counted = alone if leads_alone(view, action) else jointly
        counted.update({edge.start.id for edge in view.leads(action)})
    found = [
        Load(body.id, alone[body.id], jointly[body.id]) for body in view.all(Body) if alone[body.id] + jointly[body.id]
    ]
    return sorted(found, key=lambda load: -load.total)


def _depth(view: GraphView) -> int:
    board = view.board
    if board is None:
        return 0
    chains = view.chains([Chain((board.id,))], view.downwards)
    return max(len(chain.edges) for chain in chains.values())


def _widest(view: GraphView) -> tuple[int, str | None]:
    """The most bodies that report to one, and the id of that one."""
    below: dict[str, set[str]] = {}
    for edge in view.typed("REPORTS_TO"):
        below.setdefault(edge.end.id, set()).add(edge.start.id)
    if not below:
        return 0, None
    widest = min(below, key=lambda key: (-len(below[key]), view.node(key).order))
    return len(below[widest]), widest


def figure_row(name: str, words: str, before: Figures, after: Figures) -> Row:
    """The row of a figure, before and after, under its words."""
    was, now = getattr(before, name), getattr(after, name)
    return {"figure": words, "before": was, "after": now, "difference": f"{now - was:+d}" if now != was else "0"}


def to_dict(found: Figures, name: Callable[[str], str]) -> dict[str, Any]:
    """Figures in the JSON form; ``name`` gives the name of a body by its id."""
    loads = [{"lead": name(load.body), "alone": load.alone, "jointly": load.jointly} for load in found.loads]
    widest = name(found.widest) if found.widest else None
    return {
        **{key: getattr(found, key) for key in FIGURE_WORDS},
        "actions": found.actions,
        "widest": widest,
        "load": loads,
    }
