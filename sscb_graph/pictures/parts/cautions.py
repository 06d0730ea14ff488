"""What an answer about the things of a picture would warn of, told in the picture too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sscb_graph.pictures.picture import Picture
from sscb_graph.pictures.picture_data import PictureData


def with_cautions(asking: PictureData, picture: Picture, more: Iterable[str] = ()) -> Picture:
    """The picture with the plan's cautions: one about a box in the box's own words, any other among the notes.

    ``more`` are the ids of things that the picture shows otherwise than as a box. What a choice of bases leaves out is
    told too.
    """
    drawn = {box.id for box in picture.boxes}
    ids = sorted({*drawn, *more})
    about: dict[str, list[str]] = {}
    for row in asking.rows("notes-on", ids=", ".join(ids)) if ids else []:
        about.setdefault(row["about_id"] if row["about_id"] in drawn else "", []).append(row["note"])
    boxes = tuple(replace(box, facts=(*box.facts, *about.get(box.id, []))) for box in picture.boxes)
    notes = (*picture.notes, *dict.fromkeys(about.get("", [])))
    return replace(picture, boxes=boxes, notes=notes, counted=tuple(asking.left_out()))
