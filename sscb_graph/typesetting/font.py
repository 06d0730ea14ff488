"""The type of PDF and PNG: Arimo, which has the widths of Arial, what it can show and how wide that is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any


def font_file() -> Path:
    """The font file: the engine measures pictures in it and draws PNG with it."""
    return Path(str(files("fontpkg_arimo") / "files" / "Arimo[wght].ttf"))


@cache
def character_widths() -> Mapping[str, float]:
    """Each character that the font has, with its width at a size of 1 point, in points."""
    from fontTools.ttLib import TTFont

    font: Any
    with TTFont(font_file(), lazy=True) as font:
        advances, units = font["hmtx"], font["head"].unitsPerEm
        return {chr(code): advances[name][0] / units for code, name in font.getBestCmap().items()}


@lru_cache(maxsize=1 << 15)
def text_width(text: str, size: float) -> float:
    """The width in points of a text on a line at a size in points; a character of another font counts as a square."""
    widths = character_widths()
    return size * sum([widths.get(character, 1.0) for character in text])
