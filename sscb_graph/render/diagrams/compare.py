"""Two structures -> what changes between them, drawn so that whatever stays keeps its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import cast

from sscb_graph.render.diagrams.labels import wrapped
from sscb_graph.render.diagrams.picture import Border, Box, Line, Node, Picture, Sign
from sscb_graph.text import fold

#: What may happen to a body, how its box shows it, and in which colours.
CHANGES = {
    "ADDED": (Border.BOLD, "new"),
    "REMOVED": (Border.DOTTED, "former"),
    "MOVED": (Border.DASHED, "under review"),
    "RENAMED": (Border.ROUNDED, "continuing"),
    "DECIDED": (Border.PLAIN, "proposed"),
}
#: What the id of a box in the frame ends in.
_APART = "~apart"
_WORDS = {
    Border.BOLD: "thick",
    Border.DOTTED: "dotted",
    Border.DASHED: "dashed",
    Border.ROUNDED: "rounded",
    Border.PLAIN: "plain",
}


@dataclass(frozen=True)
class Comparison:
    """Three pictures of one layout: what changes, how it was, and how it will be."""

    changes: Picture
    before: Picture
    after: Picture


def compare(before: Picture, after: Picture) -> Comparison:
    """The three pictures of two structures; a body is the same if its id is, or else its name."""
    after = _same_ids(before, after)
    # A body that enters or leaves the frame has a box in both places, of which each picture shows its own.
    before, after = (
        replace(one, nodes=tuple(_apart(node, one) for node in one.nodes), boxes=_apart_boxes(one))
        for one in (before, after)
    )
    old, new = ({node.id: node for node in one.nodes} for one in (before, after))
    keys = _order([*old], [*new])
    pairs = [_changed(key, before, after) for key in keys]
    lines = _lines(before, after)
    changes = Picture(
        f"{before.name}-changes",
        f"{after.title.removesuffix(': the structure')}: what changes",
        _point([later for _, later in pairs], lines),
        tuple(later for _, later in pairs),
        tuple(lines),
        _boxes(before, after),
        key=(*_signs(), *dict.fromkeys(sign for sign in (*before.key, *after.key) if not _is_standing(sign))),
        wrap=before.wrap,
    )
    added = frozenset({key for key in keys if key not in old} | _ids(line for line in lines if line.tag == "added"))
    removed = frozenset({key for key in keys if key not in new} | _ids(line for line in lines if line.tag == "removed"))
    earlier = tuple(earlier for earlier, _ in pairs)
    return Comparison(
        changes,
        replace(changes, name=f"{before.name}-before", title=_retitled(changes, "before"), nodes=earlier, hidden=added),
        replace(changes, name=f"{before.name}-after", title=_retitled(changes, "after"), hidden=removed),
    )


def _apart(node: Node, picture: Picture) -> Node:
    framed = {key for box in picture.boxes for key in box.nodes}
    return replace(node, id=f"{node.id}{_APART}") if node.id in framed else node


def _apart_boxes(picture: Picture) -> tuple[Box, ...]:
    return tuple(replace(box, nodes=tuple(f"{key}{_APART}" for key in box.nodes)) for box in picture.boxes)


def _ids(lines: Iterable[Line]) -> set[str]:
    return {line.id for line in lines}


def _retitled(changes: Picture, when: str) -> str:
    return changes.title.replace("what changes", f"the structure {when}")


def _is_standing(sign: Sign) -> bool:
    return sign.sample.partition(":")[0] in {border.value for border in Border}


def _same_ids(before: Picture, after: Picture) -> Picture:
    """The later picture, where a body that only got another id keeps the earlier one."""
    known = {node.id for node in before.nodes}
    theirs = {node.id for node in after.nodes}
    by_name = {fold(node.name): node.id for node in before.nodes if node.id not in theirs}
    names = {
        node.id: by_name[fold(node.name)] for node in after.nodes if node.id not in known and fold(node.name) in by_name
    }
    if not names:
        return after
    return replace(
        after,
        nodes=tuple(replace(node, id=names.get(node.id, node.id)) for node in after.nodes),
        lines=tuple(
            replace(line, near=names.get(line.near, line.near), far=names.get(line.far, line.far))
            for line in after.lines
        ),
        boxes=tuple(replace(box, nodes=tuple(names.get(key, key) for key in box.nodes)) for box in after.boxes),
    )


def _order(old: list[str], new: list[str]) -> list[str]:
    """What was there in its old order, each addition after what it follows in the new order."""
    found = list(old)
    for at, key in enumerate(new):
        if key not in found:
            before = [found.index(one) for one in new[:at] if one in found]
            found.insert(max(before, default=-1) + 1, key)
    return found


def _boxes(before: Picture, after: Picture) -> tuple[Box, ...]:
    """The frame of those without a place, before or after."""
    old, new = ([key for box in one.boxes for key in box.nodes] for one in (before, after))
    keys = tuple(_order(old, new))
    return (Box("apart", "Place not stated, before or after", keys),) if keys else ()


def _lines(before: Picture, after: Picture) -> list[Line]:
    old = {(line.near, line.far, line.arrow): line for line in before.lines}
    new = {(line.near, line.far, line.arrow): line for line in after.lines}
    both = _order([line.id for line in old.values()], [line.id for line in new.values()])
    lines = {line.id: line for line in (*new.values(), *old.values())}
    found = []
    for key in both:
        line = lines[key]
        ends = (line.near, line.far, line.arrow)
        if ends in old and ends in new:
            if line is old[ends]:
                found.append(new[ends])
        else:
            found.append(replace(line, tag="removed" if ends in old else "added"))
    return list({line.id: line for line in found}.values())


def _changed(key: str, before: Picture, after: Picture) -> tuple[Node, Node]:
    """The box of a body as it was and as it will be, with a label, a border and a colour for each change."""
    old, new = (next((node for node in one.nodes if node.id == key), None) for one in (before, after))
    if old is None or new is None:
        return _only(key, old, new, before, after)
    changes: list[str] = []
    was, will = [], []
    for change, ours, theirs in (
        ("MOVED", _place(key, before), _place(key, after)),
        ("RENAMED", old.name, new.name),
        ("DECIDED", "; ".join(old.tags) or "no decision", "; ".join(new.tags) or "no decision"),
    ):
        if ours != theirs:
            changes.append(change)
            will.append(f"{change}: was {ours}")
            was.append(f"{change}: will be {theirs}")
    return _roomy(_marked(old, changes, was), _marked(new, changes, will), before.wrap)


def _only(key: str, old: Node | None, new: Node | None, before: Picture, after: Picture) -> tuple[Node, Node]:
    """The box of a body that is in its place only before, or only after."""
    node, other = (old, after) if old else (cast("Node", new), before)
    twin = key.removesuffix(_APART) if key.endswith(_APART) else f"{key}{_APART}"
    if any(one.id == twin for one in other.nodes):
        words = f"MOVED: {'will be' if old else 'was'} {_place(twin, other)}"
        change = "MOVED"
    else:
        change = words = "REMOVED" if old else "ADDED"
    marked = _marked(node, [change], [words])
    return _roomy(marked, marked, before.wrap)


def _marked(node: Node, changes: list[str], words: list[str]) -> Node:
    border, colour = CHANGES[changes[0]] if changes else (Border.PLAIN, "")
    return replace(node, tags=(*node.tags, *words), border=border, colour=colour)


def _place(key: str, picture: Picture) -> str:
    """Where a body stands, in words."""
    names = {node.id: node.name for node in picture.nodes}
    above = [names[line.near] for line in picture.lines if line.far == key and line.near != key]
    if above:
        return f"below {' and '.join(above)}"
    return "without a stated place" if key.endswith(_APART) else "at the top"


def _roomy(was: Node, will: Node, width: int) -> tuple[Node, Node]:
    """Both boxes with room for the words of either, so that a change of words moves no neighbour."""
    texts = [
        [*wrapped(node.name, width), *(line for tag in node.tags for line in wrapped(tag, width + 3))]
        for node in (was, will)
    ]
    room = (max(len(line) for lines in texts for line in lines), max(map(len, texts)))
    return replace(was, room=room), replace(will, room=room)


def _signs() -> list[Sign]:
    """The entries of the key for changes."""
    return [Sign(f"{border}:{change}", f"{_WORDS[border]} border") for change, (border, _) in CHANGES.items()]


def _point(nodes: Iterable[Node], lines: Iterable[Line]) -> str:
    names = {change: {node.id.removesuffix(_APART) for node in nodes if _has(node, change)} for change in CHANGES}
    counts = [
        f"{len(ids)} {'with another decision' if change == 'DECIDED' else change.lower()}"
        for change, ids in names.items()
    ]
    changed = sum(line.tag in {"added", "removed"} for line in lines)
    return f"Bodies: {', '.join(counts)}. Lines added or removed: {changed}."


def _has(node: Node, change: str) -> bool:
    return any(tag.startswith(change) for tag in node.tags)
