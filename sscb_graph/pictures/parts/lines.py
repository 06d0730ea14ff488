"""The lines between bodies, actions and recommendations, from rows of answers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sscb_graph.model.vocabulary import RELATIONS
from sscb_graph.pictures.picture import Arrow, Line
from sscb_graph.pictures.picture_data import PictureData
from sscb_graph.questions.rows import Row

#: The types of all relations that start at a body and may end at another, or at a recommendation that it answers.
BODY_TYPES = ", ".join(kind.name for kind in RELATIONS)


def basis_cells(row: Row) -> dict[str, Any]:
    """The basis of a row, and all that supports it, as the fields of a line."""
    confirmed = row.get("confirmed_by")
    return {
        "basis": row["basis"],
        "reason": row["reason"],
        "source": row["source"],
        "note": row.get("note"),
        "confirmed": f"{confirmed} on {row['confirmed_on']}" if confirmed else None,
    }


def relation_line(row: Row, *, upwards: bool = True) -> Line:
    """The line of a row of the question ``relations``.

    With ``upwards`` it points at the second body, which stands nearer the start of the picture, as in a structure;
    without, it points away from the start.
    """
    near, far = (row["other_id"], row["body_id"]) if upwards else (row["body_id"], row["other_id"])
    return Line(
        row["id"],
        near,
        far,
        f"{row['body']} {row['relation']} {row['other']}",
        arrow=Arrow.NEAR if upwards else Arrow.FAR,
        **basis_cells(row),
    )


def lead_lines(data: PictureData, leads: Iterable[Row]) -> list[Line]:
    """The lines from actions to their leads, from rows of the question ``leads``."""
    return [
        Line(
            row["id"],
            row["row_id"],
            row["lead_id"],
            f"{data.action_names[row['row_id']].capitalize()} is led by {row['lead']}",
            arrow=Arrow.FAR,
            **basis_cells(row),
        )
        for row in leads
    ]
