"""What is left of a document that others are made of: styles, lists, headers, footers, and the setup of its pages.

All else goes: its text and what belongs to that, macros, what follows another template, and whatever a reader's Word
would fetch from elsewhere or run. Links that somebody must click on stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.package import OpcPackage
from docx.opc.part import Part, XmlPart
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

#: What a document may refer to without a word in its text.
_OF_DOCUMENT = {RELATION.STYLES, RELATION.NUMBERING, RELATION.THEME, RELATION.FONT_TABLE, RELATION.SETTINGS}
_OF_FRAME = {RELATION.HEADER, RELATION.FOOTER}
_OF_PARTS = {RELATION.IMAGE, RELATION.FONT, RELATION.HYPERLINK}
_OF_PACKAGE = {RELATION.OFFICE_DOCUMENT, RELATION.CUSTOM_PROPERTIES}
#: Fields that show what Word itself knows; any other may fetch or run something.
_FIELDS = frozenset(
    {
        *("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "STYLEREF", "HYPERLINK", "REF", "PAGEREF", "SEQ", "IF", "="),
        *("TITLE", "SUBJECT", "AUTHOR", "KEYWORDS", "DOCPROPERTY", "FILENAME"),
        *("DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE"),
    }
)
#: Settings that follow other files, keep words of the text, or hinder those who get the document.
_SETTINGS = (
    *("attachedTemplate", "linkStyles", "mailMerge", "docVars", "updateFields", "savePreviewPicture"),
    *("documentProtection", "writeProtection", "footnotePr", "endnotePr"),
)
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
#: Attributes by which old drawings name a file elsewhere.
_ADDRESSES = ("src", f"{_OFFICE}href", f"{_OFFICE}althref")
#: What goes as a whole where something in it goes.
_WHOLES = (qn("w:drawing"), qn("w:pict"), qn("w:object"))
_REFERENCES = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def leave_only_frame(document: Document) -> None:
    """Empties a document down to what other documents can be made of."""
    _inherit_frame(document)
    document.element.body.clear_content()
    package, main = document.part.package, document.part
    _drop(package, (key for key, relation in package.rels.items() if relation.reltype not in _OF_PACKAGE))
    used = _references(main.element)
    _drop(main, (key for key, relation in main.rels.items() if not _stays(relation.reltype, key, used)))
    for element in document.settings.element.xpath("|".join(f"w:{name}" for name in _SETTINGS)):
        element.getparent().remove(element)
    for part in package.iter_parts():
        if part is not main:
            _clean(part)


def _stays(kind: str, key: str, used: set[str]) -> bool:
    return kind in _OF_DOCUMENT or (kind in _OF_FRAME and key in used)


def _inherit_frame(document: Document) -> None:
    """Gives the last section, which stays, the headers and footers that it takes over from those before it."""
    *before, last = document.element.sectPr_lst or [document.element.body.get_or_add_sectPr()]
    inherited: dict[tuple[str, str | None], BaseOxmlElement] = {}
    for section in [*before, last]:
        for reference in section.xpath("w:headerReference|w:footerReference"):
            section.remove(reference)
            # Word opens no file whose section names a header that is not there.
            if reference.get(qn("r:id")) in document.part.rels:
                inherited[reference.tag, reference.get(qn("w:type"))] = reference
    for at, reference in enumerate(inherited.values()):
        last.insert(at, reference)
    # What suits a cover or a newsletter: a first page of another number, columns, text in the middle of the page.
    for layout in last.xpath("w:pgNumType|w:cols|w:vAlign"):
        last.remove(layout)


def _clean(part: Part) -> None:
    gone = [
        key for key, relation in part.rels.items() if not _harmless(relation.reltype, external=relation.is_external)
    ]
    _drop(part, gone)
    if not isinstance(part, XmlPart):
        return
    for element in [*part.element.iter()]:
        for attribute in _ADDRESSES:
            element.attrib.pop(attribute, None)
        if any(value in gone for name, value in element.attrib.items() if name.startswith(_REFERENCES)):
            _remove(element)
    _remove_fields(part.element)


def _harmless(kind: str, *, external: bool) -> bool:
    return kind == RELATION.HYPERLINK if external else kind in _OF_PARTS


def _drop(source: Part | OpcPackage, keys: Iterable[str]) -> None:
    for key in list(keys):
        del source.rels[key]


def _references(element: BaseOxmlElement) -> set[str]:
    """The keys of the relations that an element and those in it name."""
    return {value for each in element.iter() for name, value in each.attrib.items() if name.startswith(_REFERENCES)}


def _remove(element: BaseOxmlElement) -> None:
    """Removes an element, with the drawing that it belongs to."""
    whole = next(element.iterancestors(*_WHOLES), element)
    if (parent := whole.getparent()) is not None:
        parent.remove(whole)


def _remove_fields(story: BaseOxmlElement) -> None:
    """Turns all fields but those of ``_FIELDS`` into the text that they show."""
    for simple in [*story.iter(qn("w:fldSimple"))]:
        if not _known([simple.get(qn("w:instr"), "")]):
            for child in [*simple]:
                simple.addprevious(child)
            simple.getparent().remove(simple)
    for pieces in [*_fields(story)]:
        if not _known(piece.text or "" for piece in pieces if piece.tag == qn("w:instrText")):
            for piece in pieces:
                _remove(piece)


def _known(instructions: Iterable[str]) -> bool:
    first = "".join(instructions).split()[:1]
    return bool(first) and first[0].upper() in _FIELDS


def _fields(story: BaseOxmlElement) -> Iterator[list[BaseOxmlElement]]:
    """The pieces of each field that has a beginning, those that have no end too: its marks and its instruction."""
    open_fields: list[list[BaseOxmlElement]] = []
    for element in story.iter(qn("w:fldChar"), qn("w:instrText")):
        kind = element.get(qn("w:fldCharType"))
        if kind == "begin":
            open_fields.append([])
        if open_fields:
            open_fields[-1].append(element)
            if kind == "end":
                yield open_fields.pop()
    yield from open_fields
