"""The styles of a Word document: ours where there is no template, and whatever a template lacks of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.numbering import NumberingPart
from docx.shared import Cm

from sscb_graph.formats.word_cleaning import leave_only_frame
from sscb_graph.formats.word_looks import BULLET, BULLETS, FONT, LOOKS, NORMAL, TABLE, paragraph_style, table_style
from sscb_graph.formats.word_text import made


@dataclass(frozen=True)
class StyleIds:
    """The ids by which a document knows its styles: of paragraphs by their names in LOOKS, and of tables."""

    paragraphs: Mapping[str, str]
    table: str


def own_document() -> Document:
    """An empty document of A4 in our styles."""
    document = docx.Document()
    leave_only_frame(document)
    _strip_styles(document.styles.element)
    for element in [*document.part.numbering_part.element]:
        document.part.numbering_part.element.remove(element)
    _set_defaults(document)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    section.header_distance = section.footer_distance = Cm(1)
    return document


def _strip_styles(styles: BaseOxmlElement) -> None:
    """Leaves of python-docx's own styles only those that are the default of a kind, with our own for paragraphs."""
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:default")) is None or style.get(qn("w:type")) == "paragraph":
            styles.remove(style)
    styles.insert(2, parse_xml(paragraph_style(NORMAL, NORMAL, "", 0)))
    styles[2].set(qn("w:default"), "1")


def _set_defaults(document: Document) -> None:
    """Sets the typeface and spacing of everything, and that the document was made for today's Word."""
    styles, settings = document.styles.element, document.settings.element
    for fonts in styles.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:rFonts"):
        fonts.attrib.clear()
        for script in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{script}"), FONT)
    for spacing in styles.xpath("w:docDefaults/w:pPrDefault/w:pPr/w:spacing"):
        spacing.set(qn("w:after"), "0")
        spacing.set(qn("w:line"), "264")
    for mode in settings.xpath("w:compat/w:compatSetting[@w:name='compatibilityMode']"):
        mode.set(qn("w:val"), "15")
    for layout in settings.xpath("w:compat/w:useFELayout"):
        layout.getparent().remove(layout)


def add_missing_styles(document: Document) -> StyleIds:
    """Adds what a document lacks of our styles, and returns the ids of all."""
    styles = document.styles.element
    known = dict(_names(styles, "paragraph"))
    taken = {style.get(qn("w:styleId")) for style in styles.findall(qn("w:style"))}
    normal = _normal(styles, known)
    ids = {}
    for name in LOOKS:
        key = normal if name == NORMAL and normal else known.get(name.lower())
        if not key:
            key = _free(name, taken)
            bullets = _add_bullets(document) if name == BULLET else 0
            styles.append(parse_xml(paragraph_style(name, key, normal, bullets)))
        ids[name] = key
    return StyleIds(ids, _table(document, taken))


def _names(styles: BaseOxmlElement, kind: str) -> Iterator[tuple[str, str]]:
    """The names of the styles of a kind, in lower case as Word compares them, and their ids."""
    for style in styles.findall(qn("w:style")):
        name = style.find(qn("w:name"))
        if style.get(qn("w:type")) == kind and name is not None:
            yield str(name.get(qn("w:val"))).lower(), str(style.get(qn("w:styleId")))


def _default(styles: BaseOxmlElement, kind: str) -> str:
    """The id of what everything of a kind is by default; "" for none."""
    found = styles.xpath(f"w:style[@w:type='{kind}'][@w:default='1' or @w:default='true']/@w:styleId")
    return str(found[0]) if found else ""


def _normal(styles: BaseOxmlElement, known: Mapping[str, str]) -> str:
    """The id of the style of plain paragraphs, which becomes the default where none is, as in files of LibreOffice."""
    key = _default(styles, "paragraph") or known.get(NORMAL.lower(), "")
    for style in styles.findall(qn("w:style")) if key else ():
        if style.get(qn("w:type")) == "paragraph" and style.get(qn("w:styleId")) == key:
            style.set(qn("w:default"), "1")
    return key


def _free(name: str, taken: set[str | None]) -> str:
    key = name.title().replace(" ", "")
    while key in taken:
        key += "A"
    taken.add(key)
    return key


def _table(document: Document, taken: set[str | None]) -> str:
    """The style of tables: the one that a template makes its default, or its grid, or ours."""
    styles = document.styles.element
    known = dict(_names(styles, "table"))
    chosen = document.settings.element.find(qn("w:defaultTableStyle"))
    if chosen is not None and chosen.get(qn("w:val")) in known.values():
        return str(chosen.get(qn("w:val")))
    if key := known.get("table grid"):
        return key
    key = _free(TABLE, taken)
    styles.append(parse_xml(table_style(key, _default(styles, "table"))))
    return key


def _add_bullets(document: Document) -> int:
    """Adds a list of bullets to the lists of a document, and returns its number."""
    lists = _lists(document)
    keys = [int(key) for key in lists.xpath("w:abstractNum/@w:abstractNumId")]
    numbers = [int(number) for number in lists.xpath("w:num/@w:numId")]
    key, number = max(keys, default=-1) + 1, max(numbers, default=0) + 1
    # All kinds of list stand before the lists.
    lists.insert(len(keys), parse_xml(BULLETS.format(namespaces=nsdecls("w"), key=key)))
    lists.append(made("w:num", made("w:abstractNumId", val=key), numId=number))
    return number


def _lists(document: Document) -> BaseOxmlElement:
    """The lists of a document, empty where it had none."""
    part = document.part
    if not any(relation.reltype == RELATIONSHIP_TYPE.NUMBERING for relation in part.rels.values()):
        empty = f"<w:numbering {nsdecls('w')}/>".encode()
        name = PackURI("/word/numbering.xml")
        lists = NumberingPart.load(name, CONTENT_TYPE.WML_NUMBERING, empty, part.package)
        part.relate_to(lists, RELATIONSHIP_TYPE.NUMBERING)
    numbering: BaseOxmlElement = part.numbering_part.element
    return numbering
