"""The structure: boards and groups, who reports to whom, and those whose place the plan does not state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from sscb_graph.questions.answer import Row
from sscb_graph.render.diagrams.kinds.bodies import BODY_TYPES, Ask, body_line, body_node, standing_signs
from sscb_graph.render.diagrams.kinds.cautions import with_cautions
from sscb_graph.render.diagrams.picture import Box, Line, Node, Picture, Sign, line_signs, support

#: What else than reporting lines is told of a body.
_TOLD = frozenset({"subgroup of", "replaces", "formerly"})
#: Bodies of these kinds are drawn without a line where others of them have one, as in an organogram.
_POSTS = frozenset({"role", "team"})


def draw(ask: Ask, *, everyone: bool = False) -> Picture:
    """The structure of the plan that is asked; with ``everyone``, bodies of which it says nothing stand apart too."""
    plan = ask("plan").rows[0]
    bodies = ask("bodies").rows
    relations = ask("relations", via=BODY_TYPES).rows
    ids = {row["body_id"] for row in bodies}
    between = [row for row in relations if row["other_id"] in ids]
    lines = _lines(between)
    placed = {end for line in lines for end in (line.near, line.far)} | {plan["board_id"]}
    posts = not lines or any(row["kind"] in _POSTS and row["body_id"] in placed for row in bodies)
    apart = [row for row in bodies if row["body_id"] not in placed and (everyone or _needs_place(row, posts=posts))]
    drawn = placed | {row["body_id"] for row in apart}
    nodes = [body_node(row, _facts(row, between)) for row in bodies if row["body_id"] in drawn]
    nodes.sort(key=lambda node: node.id != plan["board_id"])
    boxes = [Box("apart", _box_title(len(apart)), tuple(row["body_id"] for row in apart))] if apart else []
    picture = Picture(
        "structure",
        f"{plan['board'] or 'No board is named'}: the structure",
        _point(plan, nodes, lines, len(apart)),
        tuple(nodes),
        tuple(lines),
        tuple(boxes),
        key=(*_line_key(lines), *standing_signs(nodes)),
        notes=tuple(_notes(bodies, between, drawn)),
    )
    return with_cautions(ask, picture)


def _lines(relations: Sequence[Row]) -> list[Line]:
    """The reporting lines; a subgroup that has none hangs by what it is a subgroup of."""
    reporting = [row for row in relations if row["relation"] == "reports to"]
    placed = {row["body_id"] for row in reporting}
    hanging = [row for row in relations if row["relation"] == "subgroup of" and row["body_id"] not in placed]
    return [*(body_line(row) for row in reporting), *(_subgroup(row) for row in hanging)]


def _subgroup(row: Row) -> Line:
    return replace(body_line(row), arrow="none", tag="subgroup of")


def _needs_place(row: Row, *, posts: bool) -> bool:
    """Whether a body without a line is one that a structure would show."""
    if row["standing"] == "former" or row["kind"] in {"outside board", "collective"}:
        return False
    return bool(row["group"] or row["standing"] or row["leads"] or (posts and row["kind"] in _POSTS))


def _box_title(number: int) -> str:
    them = "this body stands" if number == 1 else f"these {number} bodies stand"
    return f"Place not stated: the plan does not say where {them}, or only proposes it"


def _facts(row: Row, relations: Sequence[Row]) -> list[str]:
    """What else relates a body to others, each with its basis."""
    return [
        f"{one['relation'].capitalize()} {one['other']} {support(one['basis'], one['reason'])}"
        for one in relations
        if one["body_id"] == row["body_id"] and one["relation"] in _TOLD
    ]


def _point(plan: Row, nodes: Sequence[Node], lines: Sequence[Line], apart: int) -> str:
    reporting = [line for line in lines if line.arrow != "none"]
    bases = Counter(line.basis for line in reporting)
    said = ", ".join(f"{count} {basis}" for basis, count in sorted(bases.items(), key=lambda one: -one[1]))
    shares = f"{len(reporting)} reporting {'line' if len(reporting) == 1 else 'lines'} ({said})" if said else ""
    where = f"From {plan['plan']}: {len(nodes)} bodies, {shares or 'no reporting line'}"
    return f"{where}; the place of {apart} is not stated." if apart else f"{where}."


def _line_key(lines: Sequence[Line]) -> list[Sign]:
    signs = [
        Sign(sign.sample, f"Reports to: {sign.words}") if sign.sample.startswith("line:") else sign
        for sign in line_signs(lines, ("stated", "inferred"))
    ]
    return [*signs, Sign("words:Keep Informed", "none survives in the text")]


def _notes(bodies: Sequence[Row], relations: Sequence[Row], drawn: Collection[str]) -> list[str]:
    said = []
    former = [row for row in bodies if row["standing"] == "former" and row["body_id"] not in drawn]
    if former:
        said.append(f"No longer in the structure: {'; '.join(_gone(row, relations) for row in former)}.")
    others = Counter(row["kind"] for row in bodies if row["body_id"] not in drawn and row["standing"] != "former")
    if others:
        kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(others.items()))
        said.append(
            f"Not drawn, as they have no line, no lead and no decision: {others.total()} other bodies ({kinds}). "
            "With --everyone they stand apart too."
        )
    return said


def _gone(row: Row, relations: Sequence[Row]) -> str:
    for one in relations:
        if one["relation"] == "replaces" and one["other_id"] == row["body_id"]:
            return f"{row['body']}, replaced by {one['body']} ({one['basis']})"
        if one["relation"] == "formerly" and one["other_id"] == row["body_id"]:
            return f"{row['body']}, now {one['body']} ({one['basis']})"
    return str(row["body"])
