"""The words for a change: as a clause, "Neglect Group closes", and as what happens to each body in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sscb_graph.model.vocabulary import ChangeKind, words_of
from sscb_graph.text import listed, many

#: What each kind of change does to the bodies that change.
_OWN: dict[ChangeKind, str] = {
    ChangeKind.CREATE: "{begins}{line}",
    ChangeKind.CLOSE: "{closes}",
    ChangeKind.MERGE: "{becomes} part of {into}",
    ChangeKind.SPLIT: "{is} split into {into}",
    ChangeKind.RENAME: "{is} renamed {name}",
    ChangeKind.MOVE: "{reports} to {far} instead",
    ChangeKind.ADD_LINE: "{gets} the line '{relation}' to {far}",
    ChangeKind.END_LINE: "{loses} the line '{relation}' to {far}",
    ChangeKind.HAND_OVER: "{hands} over {work} to {into}",
    ChangeKind.JOIN: "{joins} {far}",
    ChangeKind.LEAVE: "{leaves} {far}",
    ChangeKind.STATUTORY: "{is} a statutory group from then on",
    ChangeKind.NOT_STATUTORY: "{is} no statutory group any more",
    ChangeKind.MEET: "{meets} what is required: {far}",
    ChangeKind.NOT_MEET: "{does} not meet what is required: {far}",
    ChangeKind.KEEP: "{stays} unchanged",
}
#: What closing does to a post.
_VACANT = "{falls} vacant"
#: What is said of a body under its new name.
_RENAMED = "was {who} until then"
#: What it does to the bodies that go on.
_HEIRS: dict[ChangeKind, str] = {
    ChangeKind.MERGE: "takes in {who}",
    ChangeKind.SPLIT: "is part of what was {who}",
    ChangeKind.HAND_OVER: "takes over {work} from {who}",
}
#: The verbs, where one body acts and where several do.
_VERBS = {
    "begins": "begin",
    "closes": "close",
    "falls": "fall",
    "becomes": "become",
    "is": "are",
    "reports": "report",
    "gets": "get",
    "loses": "lose",
    "hands": "hand",
    "joins": "join",
    "leaves": "leave",
    "meets": "meet",
    "does": "do",
    "stays": "stay",
}
#: What is said where something goes to no area.
_NO_AREA = "no area"


class ChangeWords(NamedTuple):
    """A change as a clause, what happens in it to each body that changes, and to each that goes on."""

    clause: str
    own: str
    heirs: str


def change_words(
    kind: ChangeKind,
    bodies: Sequence[str],
    into: Sequence[str] = (),
    other: Sequence[str] = (),
    *,
    name: str = "",
    relation: str = "",
    work: str = "",
    posts: bool = False,
) -> ChangeWords:
    """The words for a change, from the names of what it is about; ``work`` is what is handed over.

    ``posts`` says that what changes are posts, which fall vacant instead of closing.
    """
    does = _VACANT if posts and kind is ChangeKind.CLOSE else _OWN[kind]
    far = listed(other)
    cells = {
        "who": listed(bodies),
        "into": listed(into),
        "far": far,
        "name": name,
        "relation": words_of(relation) if relation else "",
        "work": work,
    }
    singular = {**{verb: verb for verb in _VERBS}, "line": f" and reports to {far}" if far else ""}
    plural = {**_VERBS, "line": f" and report to {far}" if far else ""}
    several = does.format(**cells, **(plural if len(bodies) > 1 else singular))
    heirs = _HEIRS[kind].format(**cells) if kind in _HEIRS else ""
    own = _RENAMED if kind is ChangeKind.RENAME else does
    return ChangeWords(f"{cells['who']} {several}", own.format(**cells, **singular), heirs)


def work_words(actions: Sequence[str] | None, functions: Sequence[str] | None) -> str:
    """What is handed over, in words: the numbers of actions, and how many functions; None for all of both."""
    if actions is None or functions is None:
        return "all actions and functions"
    parts = [f"{'action' if len(actions) == 1 else 'actions'} {listed(actions)}"] if actions else []
    return listed([*parts, *([many(len(functions), "function")] if functions else [])])


def split_words(areas: Sequence[str]) -> ChangeWords:
    """That the plan is split into areas."""
    does = f"is split into {listed(areas)}"
    return ChangeWords(f"the plan {does}", does, "")


def area_words(what: Sequence[str], areas: Sequence[str], *, several: bool) -> ChangeWords:
    """That things go to areas, or to none; ``several`` says that they are more than one."""
    where = f"to {listed(areas) if areas else _NO_AREA}"
    return ChangeWords(f"{listed(what)} {'go' if several else 'goes'} {where}", f"goes {where}", "")


def top_words(body: str, area: str, name: str = "") -> ChangeWords:
    """What is at the top of an area, or what the body at its top is called there."""
    does = f"is called {name} in {area}" if name else f"is at the top of {area}"
    return ChangeWords(f"{body} {does}", does, "")
