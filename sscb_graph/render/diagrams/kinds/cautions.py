"""What an answer about the things of a picture would warn of, told in the picture too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sscb_graph.render.diagrams.kinds.asking import Asking
from sscb_graph.render.diagrams.picture import Picture


def with_cautions(asking: Asking, picture: Picture, more: Iterable[str] = ()) -> Picture:
    """The picture with the plan's cautions: one about a box in the box's own words, any other among the notes.

    ``more`` are the ids of things that the picture shows otherwise than as a box. What a choice of bases leaves out is
    told too.
    """
    boxes = {node.id for node in picture.nodes}
    ids = sorted({*boxes, *more})
    about: dict[str, list[str]] = {}
    for row in asking.rows("notes-on", ids=", ".join(ids)) if ids else []:
        about.setdefault(row["about_id"] if row["about_id"] in boxes else "", []).append(row["note"])
    nodes = tuple(replace(node, facts=(*node.facts, *about.get(node.id, []))) for node in picture.nodes)
    notes = (*picture.notes, *dict.fromkeys(about.get("", [])))
    return replace(picture, nodes=nodes, notes=notes, counted=tuple(asking.left_out()))
