"""How an Excel file looks: its formats, and what stands at the head and foot of printed pages."""

from __future__ import annotations

from typing import Any

from sscb_graph.formats.excel_sheet import Style
from sscb_graph.formats.xml_text import xml_text
from sscb_graph.text import shortened

_INK, _MUTED, _RULE, _HEADER = "#1a1a1a", "#4d4d4d", "#bfbfbf", "#dce6f1"
_BASE: dict[str, Any] = {"font_color": _INK, "text_wrap": True, "valign": "top"}
#: In points; that of Excel's own type is 11.
CELL_SIZE = 10.5
_CELL: dict[str, Any] = {**_BASE, "font_size": CELL_SIZE, "border": 1, "border_color": _RULE, "indent": 1}
#: The size in points of the lines above a table, and how else they look.
LINES: dict[Style, dict[str, Any]] = {
    Style.HEADING: {"font_size": 15, "bold": True},
    Style.HEADLINE: {"font_size": 12, "bold": True},
    Style.PLAIN: {"font_size": 11},
    Style.SMALL: {"font_size": 10, "font_color": _MUTED},
}
HEADER: dict[str, Any] = {**_CELL, "bold": True, "bg_color": _HEADER, "bottom": 2, "bottom_color": _MUTED}
DAY, NUMBER = "d mmmm yyyy", "0"
#: The most characters that Excel takes at the foot of a page, less those of the page's number.
_FOOT = 200


class Looks:
    """The formats of a workbook, each made once."""

    def __init__(self, workbook: Any) -> None:
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}

    def line(self, style: Style) -> Any:
        """The format of a line above a table."""
        return self._format({**_BASE, **LINES[style]})

    def header(self, *, right: bool) -> Any:
        """The format of a heading."""
        return self._format({**HEADER, "align": "right" if right else "left"})

    def cell(self, *, fill: str | None = None, number: str = "", right: bool = False, begins: bool = False) -> Any:
        """The format of a cell; ``number`` shows a number or day, and text stays text when somebody edits it."""
        kind = {"num_format": number} if number else {"quote_prefix": True}
        fills = {"bg_color": fill} if fill else {}
        top = {"top": 2, "top_color": _MUTED} if begins else {}
        return self._format({**_CELL, **kind, **fills, **top, "align": "right" if right else "left"})

    def _format(self, properties: dict[str, Any]) -> Any:
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._workbook.add_format(properties)
        return self._made[key]


def page_header(*, draft: bool) -> str:
    """What stands above each printed page: the name of its sheet, and that it is a draft."""
    return '&L&9&A&C&"-,Bold"&14DRAFT' if draft else "&L&9&A"


def page_footer(plan: str) -> str:
    """What stands under each printed page: the plan, cut where Excel takes no more, and the number of the page."""
    plain = xml_text(" ".join(plan.split()))
    lengths = range(160, 0, -20)
    cut = next(
        text for length in lengths if len((text := _literal(shortened(plain, length))).encode("utf-16-le")) <= 2 * _FOOT
    )
    return f"&L&9 {cut}&R&9Page &P of &N"


def _literal(text: str) -> str:
    """A text whose ampersands are no codes; XlsxWriter takes "&&G" and "&&[Picture]" for a picture all the same."""
    doubled = text.replace("&", "&&")
    for code in ("G", "["):
        # A colour that it has anyway parts the two.
        doubled = doubled.replace(f"&{code}", f"&&K000000{code}")
    return doubled
