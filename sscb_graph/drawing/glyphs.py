"""Which characters the type of PNG and PDF pictures has; SVG and text leave that to the reader's own fonts."""

from __future__ import annotations

import unicodedata
from importlib.resources import files
from pathlib import Path

from sscb_graph.pictures.picture import Picture

_LATIN = frozenset(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x100)]))
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI"})


def font_file() -> Path:
    """The font file, Arimo: it has the widths of Arial, which the engine measures, and is what it draws PNG with."""
    return Path(str(files("fontpkg_arimo") / "files" / "Arimo[wght].ttf"))


def find_warnings(picture: Picture, form: str) -> list[str]:
    """What a PNG or PDF cannot show as it is written, in sentences."""
    if form not in {"png", "pdf"}:
        return []
    texts = [*_texts(picture)]
    unusual = {character for text in texts for character in text if not character.isspace()} - _LATIN
    if not unusual:
        return []
    warnings = []
    if missing := sorted(unusual - _known(unusual)):
        shown = ", ".join(f"{character} ({unicodedata.name(character, 'unnamed')})" for character in missing[:5])
        more = f" and {len(missing) - 5} more" if len(missing) > 5 else ""
        warnings.append(
            f"The type of a {form.upper()} has no {shown}{more}: boxes or gaps stand there. Use SVG for these."
        )
    if form == "pdf" and any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in unusual):
        warnings.append("A PDF shows right-to-left words in the wrong order. Use SVG or PNG for these.")
    return warnings


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


def _known(characters: set[str]) -> set[str]:
    from reportlab.pdfbase.ttfonts import TTFontFile

    glyphs = TTFontFile(str(font_file())).charToGlyph
    return {character for character in characters if ord(character) in glyphs}
