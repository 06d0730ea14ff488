"""How a body is drawn: its box, what the plan decides about it, and the lines between bodies."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterable
from typing import Any

from sscb_graph.ontology import TYPES
from sscb_graph.questions.answer import Answer, Row
from sscb_graph.render.diagrams.picture import Border, Line, Node, Sign, support

#: Asks a named question with what a person would type for its parameters.
Ask = Callable[..., Answer]

#: The types of all relations that start at a body and may end at one.
BODY_TYPES = ", ".join([*(name for name, one in TYPES.items() if one.start == one.end == "Body"), "RESPONDS_TO"])

#: The border of each standing, and what it means.
STANDINGS = {
    "new": (Border.BOLD, "thick border"),
    "continuing": (Border.ROUNDED, "round corners"),
    "under review": (Border.DASHED, "dashed border"),
    "proposed": (Border.DOTTED, "dotted border"),
    "former": (Border.DOTTED, "dotted border"),
}


def body_node(row: Row, facts: Iterable[str] = ()) -> Node:
    """The box of a row of the question ``bodies``."""
    border = STANDINGS[row["standing"]][0] if row["standing"] else Border.PLAIN
    statutory = [f"Called a statutory group (stated): {row['statutory']}"] if row["statutory"] else []
    leads = [f"Leads {', '.join(row['leads'])}"] if row["leads"] else []
    return Node(
        row["body_id"],
        row["body"],
        row["kind"],
        row["standing"] or "",
        tuple(_tags(row)),
        border,
        bool(row["statutory"]),
        facts=(*_decision(row), *statutory, *facts, *leads),
    )


def _tags(row: Row) -> list[str]:
    if not row["standing"]:
        return []
    when = f", {month(row['review_on'])}" if row["review_on"] else ""
    basis = "" if row["standing_basis"] == "stated" else f" ({row['standing_basis']})"
    return [f"{row['standing'].upper()}{when}{basis}"]


def _decision(row: Row) -> list[str]:
    if not row["standing"]:
        return []
    how = support(row["standing_basis"], row["standing_reason"])
    return [f"The plan's decision: {row['standing']} {how}: {row['standing_source']}"]


def month(day: str) -> str:
    """A date of the plan in words: "2019-03" gives "March 2019"."""
    year, number, *rest = day.split("-")
    return " ".join([*(str(int(one)) for one in rest), calendar.month_name[int(number)], year])


def body_line(row: Row, *, upwards: bool = True) -> Line:
    """The line of a row of the question ``relations``; drawn from the upper body down, unless told otherwise."""
    near, far = (row["other_id"], row["body_id"]) if upwards else (row["body_id"], row["other_id"])
    return Line(
        id=f"{row['body_id']}~{row['relation'].replace(' ', '-')}~{row['other_id']}",
        near=near,
        far=far,
        sentence=f"{row['body']} {row['relation']} {row['other']}",
        arrow="near" if upwards else "far",
        **line_support(row),
    )


def line_support(row: Row) -> dict[str, Any]:
    """How a row of an answer supports a line."""
    confirmed = row.get("confirmed_by")
    return {
        "basis": row["basis"],
        "reason": row["reason"],
        "source": row["source"],
        "confirmed": f"{confirmed} on {row['confirmed_on']}" if confirmed else None,
    }


def standing_signs(nodes: Iterable[Node]) -> list[Sign]:
    """The entries of the key for the boxes of a picture."""
    nodes = list(nodes)
    signs = [Sign("double:box", "Statutory Group: doubled")] if any(node.doubled for node in nodes) else []
    for standing, (border, words) in STANDINGS.items():
        if any(tag.startswith(standing.upper()) for node in nodes for tag in node.tags):
            signs.append(Sign(f"{border}:{standing.upper()}", words))
    return signs
