"""The parts of a picture that are Graphviz tables: head, key and notes, frames of boxes without lines, and grids."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from sscb_graph.drawing.labels import NAME, SMALL, TITLE, markup, put, put_lines
from sscb_graph.drawing.palette import PALETTE, colours
from sscb_graph.pictures.picture import STROKES, Border, Box, Frame, Grid, KeyEntry, Mark, Picture
from sscb_graph.pictures.wrapping import MORE_FOR_TAGS, wrap_text, xml_safe

INK = "#1a1a1a"
_BORDERS = {Border.BOLD: ("solid", "2"), Border.ROUNDED: ("rounded", "1"), Border.DASHED: ("dashed", "1")}
_BORDERS |= {Border.DOTTED: ("dotted", "2"), Border.PLAIN: ("solid", "1")}
#: How wide the sample of a entry and a box of a frame are, in characters of a note.
_SAMPLE, _BOX_WIDTH = 8, 25
#: Where no more boxes than this stand side by side, as on a phone, frames do not.
_FEW = 4
#: A frame with more boxes than this has their names in small type.
_MANY = 28
#: How many characters the headings of a grid's columns and rows have in one line.
_COLUMN_WIDTH, _HEADING_WIDTH = 16, 55


def head(picture: Picture) -> str:
    """The title of a picture and its main point, as a label."""
    table = ET.Element("TABLE", BORDER="0", CELLSPACING="0", CELLPADDING="1")
    put(_row(table), xml_safe(picture.title), TITLE)
    for line in wrap_text(picture.point, picture.note_wrap * 6 // 7):
        put(_row(table), line)
    return markup(table)


def foot(picture: Picture) -> str:
    """The frames, the key and the notes of a picture, as a label."""
    table = ET.Element("TABLE", BORDER="0", CELLSPACING="0", CELLPADDING="1")
    boxes = {box.id: box for box in picture.boxes}
    for shelf in _shelves(picture):
        _put_shelf(_row(table), shelf, boxes, picture)
        put(_row(table), "", SMALL)
    if picture.key:
        put(_row(table), "Key")
        _row(table).append(_key(picture.key, _across(picture)))
    for note in picture.all_notes:
        for line in wrap_text(note, picture.note_wrap):
            put(_row(table), line, SMALL)
    if not len(table):
        put(_row(table), "", SMALL)
    return markup(table)


def _row(table: ET.Element) -> ET.Element:
    return ET.SubElement(ET.SubElement(table, "TR"), "TD", ALIGN="LEFT", BALIGN="LEFT")


def _across(picture: Picture) -> int:
    """How many entries of the key stand in a row: as many as are no wider than a note."""
    for across in range(4, 1, -1):
        columns = [picture.key[start::across] for start in range(across)]
        widths = [
            max((len(entry.sample) + len(entry.words) + _SAMPLE for entry in column), default=0) for column in columns
        ]
        if sum(widths) <= picture.note_wrap:
            return across
    return 1


def _key(entries: tuple[KeyEntry, ...], across: int) -> ET.Element:
    table = ET.Element("TABLE", BORDER="1", CELLBORDER="0", CELLSPACING="2", CELLPADDING="2", COLOR=INK)
    for start in range(0, len(entries), across):
        row = ET.SubElement(table, "TR")
        for entry in entries[start : start + across]:
            _sample(ET.SubElement(row, "TD", ALIGN="CENTER"), entry)
            put(ET.SubElement(row, "TD", ALIGN="LEFT"), entry.words, SMALL)
    return table


def _sample(cell: ET.Element, entry: KeyEntry) -> None:
    if entry.basis:
        _line_sample(cell, entry.basis)
    elif entry.doubled:
        outer = ET.SubElement(cell, "TABLE", BORDER="1", CELLBORDER="1", CELLSPACING="2", CELLPADDING="1")
        put(ET.SubElement(ET.SubElement(outer, "TR"), "TD"), "box", SMALL)
    elif entry.border:
        put(_bordered(cell, entry.border, "#ffffff", padding="2"), entry.sample, SMALL)
    else:
        put(cell, entry.sample, SMALL)


def _bordered(cell: ET.Element, border: Border, fill: str, padding: str) -> ET.Element:
    """A cell within a border of its own."""
    style, width = _BORDERS[border]
    table = ET.SubElement(cell, "TABLE", BORDER=width, STYLE=style, CELLBORDER="0", CELLSPACING="0")
    table.set("CELLPADDING", padding)
    table.set("BGCOLOR", fill)
    table.set("COLOR", INK)
    return ET.SubElement(ET.SubElement(table, "TR"), "TD")


def _shelves(picture: Picture) -> list[list[Frame]]:
    """The frames that stand side by side: together they take no more columns than a single frame may."""
    shelves: list[list[Frame]] = []
    room_for = picture.note_wrap // _BOX_WIDTH
    for frame in picture.frames:
        beside = [*shelves[-1], frame] if shelves else []
        counts = [len(one.boxes) for one in beside]
        rows = -(-sum(counts) // room_for)
        if beside and room_for > _FEW and max(counts) <= _MANY and sum(-(-n // rows) for n in counts) <= room_for:
            shelves[-1] = beside
        else:
            shelves.append([frame])
    return shelves


def _put_shelf(place: ET.Element, shelf: Sequence[Frame], boxes: dict[str, Box], picture: Picture) -> None:
    """Writes frames side by side, their boxes in as many rows in each."""
    many = any(len(frame.boxes) > _MANY for frame in shelf)
    room_for = max(2, picture.note_wrap // (_BOX_WIDTH + 8 if many else _BOX_WIDTH))
    rows = -(-sum(len(frame.boxes) for frame in shelf) // room_for)
    if len(shelf) > 1:
        table = ET.SubElement(place, "TABLE", BORDER="0", CELLBORDER="0", CELLSPACING="0", CELLPADDING="0")
        row = ET.SubElement(table, "TR")
    for frame in shelf:
        # Frames touch, since Graphviz would stretch any cell between them.
        cell = place if len(shelf) == 1 else ET.SubElement(row, "TD")
        across = -(-len(frame.boxes) // rows)
        # A single frame is as wide as the page: without empty cells beside them, its few boxes would be stretched.
        columns = room_for if len(shelf) == rows == 1 else across
        _put_frame(cell, frame, [boxes[key] for key in frame.boxes], picture, (across, columns))


def _put_frame(
    place: ET.Element, frame: Frame, members: Sequence[Box], picture: Picture, size: tuple[int, int]
) -> None:
    """Writes a labelled frame; ``size`` is how many boxes stand in a row, and how many columns that row has."""
    across, columns = size
    table = ET.SubElement(place, "TABLE", BORDER="1", STYLE="dashed", CELLBORDER="0", CELLSPACING="3", COLOR=INK)
    table.set("ID", f"box-{frame.id}")
    table.set("TITLE", xml_safe(frame.title))
    put(ET.SubElement(ET.SubElement(table, "TR"), "TD", ALIGN="LEFT", COLSPAN=str(columns)), xml_safe(frame.title))
    for start in range(0, len(members), across):
        row = ET.SubElement(table, "TR")
        for box in members[start : start + across]:
            cell = ET.SubElement(row, "TD", room(box))
            if box.id not in picture.hidden:
                # Boxes that stand alone in their rows are as wide as their frame, unless they keep a room of their own.
                width = picture.wrap * (2 if across == 1 < len(members) and not box.room else 1)
                _put_member(cell, box, width, small=len(members) > _MANY)
            else:
                put(cell, "")
        for _ in range(columns - across):
            put(ET.SubElement(row, "TD"), "", SMALL)


def room(box: Box) -> dict[str, str]:
    """The room that a box keeps, whatever stands in it, in points: at most 4.9 a character, 11.5 a line."""
    if not box.room:
        return {}
    characters, lines = box.room
    return {"WIDTH": str(round(characters * 4.9 + 14)), "HEIGHT": str(round(lines * 11.5 + 12))}


def _put_member(cell: ET.Element, box: Box, width: int, *, small: bool) -> None:
    cell.set("ID", f"node-{box.id}")
    cell.set("TITLE", xml_safe(box.title))
    if box.doubled:
        outer = ET.SubElement(cell, "TABLE", BORDER="1", CELLBORDER="0", CELLSPACING="2", CELLPADDING="0", COLOR=INK)
        cell = ET.SubElement(ET.SubElement(outer, "TR"), "TD")
    inner = _bordered(cell, box.border, colours(box.colour).fill, "2" if small else "4")
    tags = [line for tag in box.tags for line in wrap_text(tag, width + MORE_FOR_TAGS)]
    names = wrap_text(box.name, width + (6 if small else 0))
    put_lines(inner, [(names, SMALL if small else NAME), (tags, SMALL)])


def _line_sample(cell: ET.Element, basis: str) -> None:
    """A short piece of the line, drawn as the border between two empty cells."""
    style, filled = STROKES[basis]
    size = {"WIDTH": "26", "HEIGHT": "5", "FIXEDSIZE": "TRUE"}
    table = ET.SubElement(cell, "TABLE", BORDER="0", CELLBORDER="0", CELLSPACING="0", CELLPADDING="0")
    upper = {**size, "BORDER": "2" if filled else "1", "SIDES": "B", "STYLE": style}
    ET.SubElement(ET.SubElement(table, "TR"), "TD", upper)
    ET.SubElement(ET.SubElement(table, "TR"), "TD", size)


def grid(grid: Grid) -> str:
    """A grid as a label."""
    table = ET.Element("TABLE", BORDER="0", CELLBORDER="1", CELLSPACING="0", CELLPADDING="1", COLOR=INK)
    heads = ET.SubElement(table, "TR")
    for column in (Mark(grid.corner, grid.corner), *grid.columns):
        _heading(heads, column, _COLUMN_WIDTH)
    for heading, cells in grid.rows:
        row = ET.SubElement(table, "TR")
        _heading(row, heading, _HEADING_WIDTH)
        for marks in cells:
            _marks(row, marks, grid.wrap)
    return markup(table)


def _heading(row: ET.Element, mark: Mark, width: int) -> None:
    cell = ET.SubElement(row, "TD", ALIGN="LEFT", BALIGN="LEFT", BGCOLOR="#ededed", COLOR="#595959")
    if mark.title != mark.text:
        cell.set("TITLE", xml_safe(mark.title))
    put_lines(cell, [(wrap_text(mark.text, width), SMALL)])


def _marks(row: ET.Element, marks: tuple[Mark, ...], width: int) -> None:
    """A cell with its marks, none of them broken, and all that they stand for as its title."""
    cell = ET.SubElement(row, "TD", BGCOLOR=PALETTE["Action"].fill if marks else "#ffffff", COLOR="#595959")
    if marks:
        cell.set("TITLE", xml_safe("; ".join(mark.title for mark in marks)))
    # A number such as "2.11 & 3.2" stays in one line: its spaces are no spaces while lines are broken.
    whole = ", ".join(mark.text.replace(" & ", "\u00a0&\u00a0") for mark in marks)
    put_lines(cell, [([line.replace("\u00a0", " ") for line in wrap_text(whole, width)], SMALL)])
