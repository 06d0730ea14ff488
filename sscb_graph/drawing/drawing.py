"""What a picture becomes: bytes in a form, and the size at which no type is under 8 points."""

from __future__ import annotations

from dataclasses import dataclass

from sscb_graph.paper import find_page


@dataclass(frozen=True)
class Drawing:
    """A picture in one of the forms."""

    data: bytes
    form: str
    #: Its size in points, that of the first page where it has several; None where the form has no size.
    width: float | None = None
    height: float | None = None

    @property
    def paper(self) -> str:
        """The paper that it needs at its own size, such as "A4 landscape"; "" where the form has no size."""
        if self.width is None or self.height is None:
            return ""
        page = find_page(self.width, self.height)
        return f"{page.name} {'landscape' if page.width > page.height else 'portrait'}"
