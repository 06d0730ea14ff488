"""How a body is drawn: its box, what the plan decides about it, and the lines between bodies."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from typing import Any

from sscb_graph.basis import BASES
from sscb_graph.ontology import TYPES
from sscb_graph.pictures.picture import Arrow, Border, Box, KeyEntry, Line, support
from sscb_graph.pictures.picture_data import PictureData
from sscb_graph.questions.answer import Row

#: The types of all relations that start at a body and may end at one, or at a recommendation that it answers.
BODY_TYPES = ", ".join([*(name for name, one in TYPES.items() if one.start == one.end == "Body"), "RESPONDS_TO"])

#: The border of each standing.
BORDERS = {
    "new": Border.BOLD,
    "continuing": Border.ROUNDED,
    "under review": Border.DASHED,
    "proposed": Border.DOTTED,
    "former": Border.DOTTED,
}


def body_box(asking: PictureData, row: Row, facts: Iterable[str] = (), tags: Iterable[str] = ()) -> Box:
    """The box of a row of the question ``bodies``."""
    statutory = [f"Called a statutory group (stated): {row['statutory']}"] if row["statutory"] else []
    own = [] if row["basis"] == "stated" else [f"That there is such a body is {row['basis']}: {row['reason']}"]
    return Box(
        row["body_id"],
        row["body"],
        row["kind"],
        row["standing"] or "",
        (*_standing(row), *tags),
        BORDERS[row["standing"]] if row["standing"] else Border.PLAIN,
        bool(row["statutory"]),
        facts=(*own, *_decision(row), *statutory, *facts, *_leads(asking, row["body_id"])),
    )


def _standing(row: Row) -> list[str]:
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


def _leads(asking: PictureData, body: str) -> list[str]:
    """The actions that a body leads, by the basis of its lead."""
    by_basis: dict[str, dict[str, None]] = {}
    for row in asking.leads.get(body, []):
        name = asking.action_names[row["row_id"]].removeprefix("action ")
        by_basis.setdefault(row["basis"], {})[name] = None
    said = [f"{', '.join(by_basis[basis])} ({basis})" for basis in BASES if basis in by_basis]
    return [f"Leads {'; '.join(said)}"] if said else []


def month(day: str) -> str:
    """A date of the plan in words: "2019-03" gives "March 2019"."""
    year, *rest = day.split("-")
    names = [calendar.month_name[int(rest[0])]] if rest else []
    return " ".join([*(str(int(one)) for one in rest[1:]), *names, year])


def body_line(row: Row, *, upwards: bool = True) -> Line:
    """The line of a row of the question ``relations``; drawn from the upper body down, unless told otherwise."""
    near, far = (row["other_id"], row["body_id"]) if upwards else (row["body_id"], row["other_id"])
    return Line(
        row["id"],
        near,
        far,
        f"{row['body']} {row['relation']} {row['other']}",
        arrow=Arrow.NEAR if upwards else Arrow.FAR,
        **line_support(row),
    )


def line_support(row: Row) -> dict[str, Any]:
    """How a row of an answer supports a line."""
    confirmed = row.get("confirmed_by")
    return {
        "basis": row["basis"],
        "reason": row["reason"],
        "source": row["source"],
        "note": row.get("note"),
        "confirmed": f"{confirmed} on {row['confirmed_on']}" if confirmed else None,
    }


def box_key_entries(boxes: Iterable[Box]) -> list[KeyEntry]:
    """The entries of the key for the boxes of a picture."""
    boxes = list(boxes)
    entries = [KeyEntry("Statutory Group: doubled", doubled=True)] if any(box.doubled for box in boxes) else []
    for standing, border in BORDERS.items():
        if any(box.colour == standing for box in boxes):
            entries.append(KeyEntry(border.value, standing.upper(), border=border))
    return entries
