"""The whole way of a picture: content -> DOT -> engine -> SVG for everyone -> PDF; or content -> text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sscb_graph.drawing.drawing import Drawing
from sscb_graph.drawing.forms import ENGINES

if TYPE_CHECKING:
    from sscb_graph.pictures.picture import Picture


def render_picture(picture: Picture, form: str, engine: str = ENGINES[0]) -> Drawing:
    """A picture in one of FORMS, drawn by one of ENGINES; raises NoEngine, EngineFailed, or ValueError for a form.

    What a form needs is imported with it: a text needs no engine, and only a PDF needs a second library.
    """
    if form == "txt":
        from sscb_graph.drawing.outline import outline

        return Drawing(outline(picture).encode(), form)
    if form == "pdf":
        return render_pages([picture], engine)
    from sscb_graph.drawing.dot import dot

    source = dot(picture)
    if form == "dot":
        return Drawing(source.encode(), form)
    from sscb_graph.drawing.engine import png_size, run_graphviz

    if form == "png":
        png = run_graphviz(source, "png", engine)
        return Drawing(png, form, *png_size(png))
    if form == "svg":
        from sscb_graph.drawing.svg import make_accessible

        return make_accessible(run_graphviz(source, "svg", engine), picture)
    raise ValueError(f"{form!r} is not a form of pictures")


def render_pages(pictures: Sequence[Picture], engine: str = ENGINES[0]) -> Drawing:
    """Pictures as the pages of a PDF; raises NoEngine or EngineFailed."""
    from sscb_graph.drawing.pdf import bind_pages

    return bind_pages([(render_picture(picture, "svg", engine), picture) for picture in pictures])
