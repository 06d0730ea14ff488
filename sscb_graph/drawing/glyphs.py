"""Which characters the type of PNG and PDF pictures has; SVG and text leave that to the reader's own fonts."""

from __future__ import annotations

import unicodedata

from sscb_graph.pictures.picture import Picture
from sscb_graph.typesetting.characters import LATIN, Characters
from sscb_graph.typesetting.font import character_widths


def find_warnings(picture: Picture, form: str) -> list[str]:
    """What a PNG or PDF cannot show as it is written, in sentences. Raises NoTypesetter for a PDF without Typst."""
    missing = _MISSING[form](picture) if form in _MISSING else []
    if not missing:
        return []
    shown = ", ".join(f"{cluster} ({unicodedata.name(cluster[0], 'unnamed')})" for cluster in missing[:5])
    more = f" and {len(missing) - 5} more" if len(missing) > 5 else ""
    instead = "codes stand there" if form == "pdf" else "boxes or gaps stand there"
    return [f"The type of a {form.upper()} has no {shown}{more}: {instead}. Use SVG for these."]


def _missing_in_png(picture: Picture) -> list[str]:
    """The characters that the engine draws without a glyph."""
    used = {character for text in _texts(picture) for character in text if not character.isspace()}
    return sorted(used - character_widths().keys()) if used - LATIN else []


def _missing_in_pdf(picture: Picture) -> list[str]:
    """The characters that are drawn as codes."""
    characters = Characters()
    for text in _texts(picture):
        characters.show_drawn(text)
    return sorted(characters.missing)


_MISSING = {"png": _missing_in_png, "pdf": _missing_in_pdf}


def _texts(picture: Picture) -> list[str]:
    """Every text that is drawn."""
    grid = picture.grid
    cells = (
        [mark for heading, row in grid.rows for mark in (heading, *(one for cell in row for one in cell))]
        if grid
        else []
    )
    headings = list(grid.columns) if grid else []
    names = [text for box in picture.shown_boxes for text in (box.name, *box.tags)]
    around = [picture.title, picture.point, *picture.all_notes, *(frame.title for frame in picture.frames)]
    entries = [text for entry in picture.key for text in (entry.sample, entry.words)]
    return [
        *around,
        *entries,
        *names,
        *(line.tag for line in picture.shown_lines),
        *(mark.text for mark in (*headings, *cells)),
    ]
