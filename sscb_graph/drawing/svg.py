"""SVG of the engine -> SVG for everyone: a role, a title, a description, and a title for every box and line."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from sscb_graph.drawing.drawing import Drawing
from sscb_graph.pictures.picture import Picture
from sscb_graph.pictures.wrapping import xml_safe

_SVG, _XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
#: The engine measures Arial; Arimo and Liberation Sans have its widths.
_FONTS = "Arial, Arimo, 'Liberation Sans', Helvetica, sans-serif"


def make_accessible(svg: bytes, picture: Picture) -> Drawing:
    """The engine's SVG with what a screen reader and a mouse need, and its size."""
    ET.register_namespace("", _SVG)
    ET.register_namespace("xlink", _XLINK)
    root = ET.fromstring(svg)  # noqa: S314 - written by the engine from our own DOT
    root.set("role", "img")
    root.set("aria-labelledby", f"{picture.name}-title {picture.name}-description")
    titles = _titles(picture)
    for group in root.iter(f"{{{_SVG}}}g"):
        _name(group, titles)
    for link in root.iter(f"{{{_SVG}}}a"):
        _plain(link)
    for text in root.iter(f"{{{_SVG}}}text"):
        text.set("font-family", _FONTS)
    root.insert(0, _element("title", xml_safe(picture.title), id=f"{picture.name}-title"))
    root.insert(1, _element("desc", xml_safe(picture.description), id=f"{picture.name}-description"))
    body = ET.tostring(root, encoding="unicode")
    data = f'<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n{body}\n'.encode()
    width, height = (float(root.attrib[side].removesuffix("pt")) for side in ("width", "height"))
    return Drawing(data, "svg", width, height)


def _titles(picture: Picture) -> dict[str, str]:
    return {
        **{f"node-{box.id}": box.title for box in picture.shown_boxes},
        **{f"line-{line.id}": line.title for line in picture.shown_lines},
        **{f"box-{frame.id}": frame.title for frame in picture.frames},
    }


def _name(group: ET.Element, titles: dict[str, str]) -> None:
    """Gives a box or line its words as a title; others lose the engine's title, which is an internal id."""
    known = titles.get(group.get("id", ""))
    for title in group.findall(f"{{{_SVG}}}title"):
        group.remove(title)
    if known:
        group.insert(0, _element("title", xml_safe(known)))


def _plain(link: ET.Element) -> None:
    """Turns a link into a title: the engine writes the title of a table cell as a link to nowhere."""
    words = link.attrib.pop(f"{{{_XLINK}}}title", "")
    link.tag = f"{{{_SVG}}}g"
    if words:
        link.insert(0, _element("title", words))


def _element(name: str, text: str, **attributes: str) -> ET.Element:
    element = ET.Element(f"{{{_SVG}}}{name}", attributes)
    element.text = text
    return element
