"""The cautions that an answer about the things of a picture would carry, in the picture too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sscb_graph.pictures.picture import Picture
from sscb_graph.pictures.picture_data import PictureData


def add_cautions(data: PictureData, picture: Picture, more: Iterable[str] = ()) -> Picture:
    """The picture with the plan's cautions: each in the box that it is about, or else among the notes.

    ``more`` are the ids of things that the picture shows in another way than as a box. Which facts are drawn, where
    not all are, is added too.
    """
    drawn = {box.id for box in picture.boxes}
    ids = sorted({*drawn, *more})
    about: dict[str, list[str]] = {}
    for row in data.rows("notes-on", ids=", ".join(ids)) if ids else []:
        about.setdefault(row["about_id"] if row["about_id"] in drawn else "", []).append(row["note"])
    boxes = tuple(replace(box, facts=(*box.facts, *about.get(box.id, []))) for box in picture.boxes)
    notes = (*picture.notes, *dict.fromkeys(about.get("", [])))
    return replace(picture, boxes=boxes, notes=notes, counted=tuple(data.left_out()))
