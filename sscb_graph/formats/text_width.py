"""How wide texts are in a terminal, and how they are broken into lines."""

from __future__ import annotations

import re

from sscb_graph.text import CONTROL

#: What may be wider or narrower than one column: all but Latin letters and the punctuation of word processors.
_UNUSUAL = re.compile("[^\n\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e]")
_WORD = re.compile(r"\S+\s*")


def without_controls(text: str) -> str:
    """The text with tabs as spaces and without control characters, which a terminal would obey."""
    return text if text.isprintable() else CONTROL.sub("", text.expandtabs())


def width_of(text: str) -> int:
    """How many columns of a terminal a line takes; East Asian characters take two, accents on their own none."""
    if text.isascii() or not _UNUSUAL.search(text):
        return len(text)
    # A table of 40 KB, imported only for the few plans that need it.
    from rich.cells import cell_len

    return cell_len(text)


def widest_line(text: str) -> int:
    """How many columns the widest line of a text takes."""
    return max(map(width_of, text.split("\n"))) if "\n" in text else width_of(text)


def fold_lines(text: str, width: int) -> list[str]:
    """The lines of a text, none of them wider than ``width``: broken between words, and within a word that is wider."""
    if "\n" in text:
        return [line for part in text.split("\n") for line in fold_lines(part, width)]
    if width_of(text) <= width:
        return [text.rstrip()]
    if text.isascii() or not _UNUSUAL.search(text):
        return _fold_plain(text, width)
    return _fold_wide(text, width)


def _fold_plain(text: str, width: int) -> list[str]:
    """The lines of a text in which every character takes one column."""
    lines = []
    start = 0
    while len(text) - start > width:
        cut = text.rfind(" ", start, start + width + 1)
        if cut <= start:  # a word wider than a line
            cut = start + width
        lines.append(text[start:cut].rstrip())
        start = cut
        while text[start : start + 1] == " ":
            start += 1
    if rest := text[start:].rstrip():
        lines.append(rest)
    return lines


def _fold_wide(text: str, width: int) -> list[str]:
    """The lines of a text in which characters take none, one or two columns."""
    lines = [""]
    for word in _WORD.findall(text):
        if width_of(lines[-1] + word.rstrip()) <= width:
            lines[-1] += word
            continue
        lines.append("")
        for character in word:
            if lines[-1] and width_of(lines[-1] + character.rstrip()) > width:
                lines.append("")
            lines[-1] += character
    return [line.rstrip() for line in lines if line.strip()] or [""]
