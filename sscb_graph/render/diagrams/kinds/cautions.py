"""What an answer about the things of a picture would warn of, told in the picture too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sscb_graph.render.diagrams.kinds.bodies import Ask
from sscb_graph.render.diagrams.picture import Picture


def with_cautions(ask: Ask, picture: Picture, more: Iterable[str] = ()) -> Picture:
    """The picture with the plan's cautions: one about a box in the box's own words, any other among the notes.

    ``more`` are the ids of things that the picture shows otherwise than as a box.
    """
    boxes = {node.id for node in picture.nodes}
    ids = [*boxes, *more]
    rows = ask("notes-on", ids=", ".join(sorted(ids))).rows if ids else []
    about: dict[str, list[str]] = {}
    for row in rows:
        about.setdefault(row["about_id"] if row["about_id"] in boxes else "", []).append(row["note"])
    nodes = tuple(replace(node, facts=(*node.facts, *about.get(node.id, []))) for node in picture.nodes)
    return replace(picture, nodes=nodes, notes=(*picture.notes, *dict.fromkeys(about.get("", []))))
