"""The paper that a picture needs at its own size, at which no type is under 8 points."""

from __future__ import annotations

import re
import struct

from sscb_graph.drawing.engine import PNG_DPI

#: The sides of ISO 216 pages in points, the longer first; and the margin that printers need.
PAGES = {"A4": (842, 595), "A3": (1191, 842), "A2": (1684, 1191), "A1": (2384, 1684), "A0": (3370, 2384)}
MARGIN = 12


def page(width: float, height: float) -> tuple[str, float, float]:
    """The page that holds a drawing of a size in points: its name, width and height."""
    for name, (longer, shorter) in PAGES.items():
        for across, down in ((longer, shorter), (shorter, longer)):
            if width <= across - 2 * MARGIN and height <= down - 2 * MARGIN:
                return name, across, down
    return "a page of its own size", width + 2 * MARGIN, height + 2 * MARGIN


def sheet(data: bytes, form: str) -> str:
    """The paper that a written picture needs, in words."""
    name, across, down = page(*_size(data, form))
    return f"{name} {'landscape' if across > down else 'portrait'}"


def _size(data: bytes, form: str) -> tuple[float, float]:
    """The points across and down of a picture."""
    if form == "png":
        across, down = struct.unpack(">II", data[16:24])
        return across * 72 / PNG_DPI, down * 72 / PNG_DPI
    if form == "svg":
        found = re.search(rb'width="([0-9.]+)pt" height="([0-9.]+)pt"', data)
        margin = 0.0
    else:
        found = re.search(rb"/MediaBox \[ 0 0 ([0-9.]+) ([0-9.]+) ]", data)
        margin = 2.0 * MARGIN
    return (float(found[1]) - margin, float(found[2]) - margin) if found else (0.0, 0.0)
