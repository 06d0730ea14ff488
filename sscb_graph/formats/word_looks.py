"""How the paragraphs and tables of a Word document look where no template says it."""

from __future__ import annotations

from dataclasses import dataclass

from docx.oxml.ns import nsdecls

NORMAL, TITLE, CONTENTS_HEADING, CONTENTS_LINE, BULLET = "Normal", "Title", "TOC Heading", "toc 1", "List Bullet"
HEADINGS = ("heading 1", "heading 2")
HEADER, FOOTER = "header", "footer"
#: Styles that Word has no names for.
DRAFT, SUBJECT, HEADLINE, CELL, REFERENCE, OUTLINE, CLOSING = CUSTOM = (
    "Answer Draft",
    "Answer Subject",
    "Answer Headline",
    "Answer Cell",
    "Answer Reference",
    "Answer Outline",
    "Answer Closing",
)
TABLE = "Answer Table"
FONT = "Arial"
#: The size of the texts in tables, in points.
CELL_SIZE = 9.5
#: How wide a digit or a usual letter in a table is, in points: in our typeface, and in a wide one such as Verdana.
LETTER, WIDE_LETTER = CELL_SIZE * 0.56, CELL_SIZE * 0.65
_DARK, _GREY, _RED = "1F3864", "595959", "9C0006"


@dataclass(frozen=True)
class Look:
    """The look of a paragraph: sizes and spaces in points, indents in twentieths of one, colours as RGB."""

    size: float
    before: int = 0
    after: int = 4
    bold: bool = False
    colour: str = ""
    left: int = 0
    hanging: int = 0
    #: The level of a heading; 0 for what is none.
    level: int = 0
    #: Whether it stays on the page of what follows it.
    kept: bool = False
    centred: bool = False
    #: Whether there is a bar on its left.
    bar: bool = False


LOOKS = {
    NORMAL: Look(10.5, after=6),
    TITLE: Look(18, after=8, bold=True, colour=_DARK, kept=True),
    HEADINGS[0]: Look(14, 14, 6, bold=True, colour=_DARK, level=1, kept=True),
    HEADINGS[1]: Look(12, 12, 4, bold=True, colour=_DARK, level=2, kept=True),
    CONTENTS_HEADING: Look(14, 14, 6, bold=True, colour=_DARK, kept=True),
    CONTENTS_LINE: Look(10.5, after=6, left=284, hanging=284),
    BULLET: Look(10.5, left=340, hanging=340),
    HEADER: Look(8.5, after=0, colour=_GREY),
    FOOTER: Look(8.5, after=0, colour=_GREY),
    DRAFT: Look(14, after=6, bold=True, colour=_RED, centred=True),
    SUBJECT: Look(10.5, after=6, left=340),
    HEADLINE: Look(12, 4, 10, bold=True, left=170, bar=True),
    CELL: Look(CELL_SIZE, after=0),
    REFERENCE: Look(10, left=907, hanging=907),
    OUTLINE: Look(9, after=1),
    CLOSING: Look(8.5, 2, 0, colour=_GREY),
}


def paragraph_style(name: str, key: str, parent: str, bullets: int) -> str:
    """The XML of a style: ``key`` is its id, ``parent`` that of the style it is based on, or "".

    ``bullets`` is the number of the list that gives List Bullet its marks.
    """
    look = LOOKS[name]
    custom = ' w:customStyle="1"' if name in CUSTOM else ""
    based = f'<w:basedOn w:val="{parent}"/>' if parent else ""
    following = f'<w:next w:val="{parent}"/>' if parent and look.kept else ""
    numbered = f'<w:numPr><w:numId w:val="{bullets}"/></w:numPr>' if name == BULLET else ""
    return (
        f'<w:style {nsdecls("w")} w:type="paragraph"{custom} w:styleId="{key}"><w:name w:val="{name}"/>'
        f'{based}{following}<w:uiPriority w:val="1"/><w:qFormat/><w:pPr>{_paragraph(look, numbered)}</w:pPr>'
        f"<w:rPr>{_letters(look)}</w:rPr></w:style>"
    )


def _paragraph(look: Look, numbered: str) -> str:
    kept = "<w:keepNext/><w:keepLines/>" if look.kept else ""
    bar = f'<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="{_DARK}"/></w:pBdr>' if look.bar else ""
    spacing = f'<w:spacing w:before="{look.before * 20}" w:after="{look.after * 20}"/>'
    indent = f'<w:ind w:left="{look.left}" w:hanging="{look.hanging}"/>' if look.left else ""
    centred = '<w:jc w:val="center"/>' if look.centred else ""
    level = f'<w:outlineLvl w:val="{look.level - 1}"/>' if look.level else ""
    return f"{kept}{numbered}{bar}{spacing}{indent}{centred}{level}"


def _letters(look: Look) -> str:
    bold = "<w:b/><w:bCs/>" if look.bold else ""
    colour = f'<w:color w:val="{look.colour}"/>' if look.colour else ""
    size = f"{look.size * 2:.0f}"
    return f'{bold}{colour}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'


def table_style(key: str, parent: str) -> str:
    """The XML of the style of tables: thin lines between rows, and headings in bold on a light ground."""
    based = f'<w:basedOn w:val="{parent}"/>' if parent else ""
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>'
        for side, size, colour in (("top", 8, _DARK), ("bottom", 8, _DARK), ("insideH", 4, "BFBFBF"))
    )
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 40), ("left", 100), ("bottom", 40), ("right", 100))
    )
    return (
        f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="{key}"><w:name w:val="{TABLE}"/>{based}'
        f'<w:uiPriority w:val="59"/><w:tblPr><w:tblBorders>{lines}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar>'
        '</w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr>'
        '<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="E7ECF3"/></w:tcPr></w:tblStylePr></w:style>'
    )


#: The list that gives List Bullet its marks.
BULLETS = (
    '<w:abstractNum {namespaces} w:abstractNumId="{key}"><w:multiLevelType w:val="singleLevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="\u2022"/><w:lvlJc w:val="left"/>'
    '<w:pPr><w:ind w:left="340" w:hanging="340"/></w:pPr></w:lvl></w:abstractNum>'
)
