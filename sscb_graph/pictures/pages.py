"""All parts of a structure: an overview, and a part for each box below which the overview leaves something out."""

from __future__ import annotations

from collections import deque
from functools import partial

from sscb_graph.pictures.part import Whole
from sscb_graph.pictures.picture import Picture


def all_parts(
    structure: Picture, root: str | None = None, depth: int | None = None, *, narrow: bool = False
) -> dict[str, Picture]:
    """The parts by the ids of the bodies that they begin with, the overview first, under ``root`` or "".

    ``depth`` limits the overview only: the other parts are as deep as fits. Raises NotInPicture where the structure
    has no box of that id.
    """
    part = partial(Whole(structure).part, narrow=narrow, paged=True)
    overview = part(root, depth)
    parts = {root or "": overview}
    waiting = deque(overview.parts)
    while waiting:
        key = waiting.popleft()
        if key not in parts:
            parts[key] = part(key)
            waiting += parts[key].parts
    return parts
