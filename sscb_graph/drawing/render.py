"""The whole way of a picture: picture -> DOT -> engine -> SVG for everyone -> PDF, or the same as text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sscb_graph.pictures.picture import Picture


def written(picture: Picture, form: str, engine: str = "built-in") -> bytes:
    """A picture in one of the forms; raises NoEngine or EngineFailed."""
    if form == "pdf":
        return book([picture], engine)
    if form == "txt":
        from sscb_graph.drawing.outline import outline

        return outline(picture).encode()
    from sscb_graph.drawing.dot import dot

    source = dot(picture)
    if form == "dot":
        return source.encode()
    from sscb_graph.drawing.engine import drawn

    if form == "png":
        return drawn(source, "png", engine)
    from sscb_graph.drawing.svg import accessible

    return accessible(drawn(source, "svg", engine), picture)


def book(pictures: Sequence[Picture], engine: str = "built-in") -> bytes:
    """Pictures as one PDF, a page each; raises NoEngine or EngineFailed."""
    from sscb_graph.drawing.pdf import as_pdf

    return as_pdf([(written(picture, "svg", engine), picture) for picture in pictures])
