"""An answer as Markdown, to paste into a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sscb_graph.formats.footer import origin_line, plan_sentence
from sscb_graph.formats.page import CONTENTS, PICTURE_IN_WORDS, Page, PageList, PageTable, PageText, Part
from sscb_graph.formats.support import count_lines
from sscb_graph.formats.values import as_text
from sscb_graph.questions.answer import Answer

#: What Markdown would read as markup anywhere, and before what at the start of an item it would begin a list or a rule.
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>|#~]|&(?=#?\w+;)")
_BLOCK = re.compile(r"^(?:(\d{1,9})(?=[.)](?:\s|$))|(?=[-+](?:[\s-]|$)))")


def format_markdown(answer: Answer) -> str:
    """What was asked, a table of all columns, the notes, of which plan the answer is and where it comes from."""
    lines = [f"**{_escape(answer.heading)}**"] if answer.heading else []
    lines += [_item(subject) for subject in answer.subjects]
    lines += ["", _escape(answer.headline)] if answer.headline else []
    lines += [""] if lines else []
    lines.append(_line([column.name.replace("_", " ") for column in answer.columns]))
    lines.append("|" + " --- |" * len(answer.columns))
    lines += [_line([as_text(row[column.name]) for column in answer.columns]) for row in answer.rows]
    lines += ["", *(_item(note) for note in answer.notes)]
    closing = [plan_sentence(answer), count_lines(answer.columns, answer.rows), origin_line(answer.origin)]
    lines += ["", " ".join(map(_escape, closing))]
    return "\n".join(lines)


def markdown_front(title: str, headings: Sequence[str]) -> list[str]:
    """The title of several answers, and the list of their headings."""
    contents = [_item(heading, f"{number}.") for number, heading in enumerate(headings, 1)]
    return [f"# {_escape(title)}", f"**{CONTENTS}**", "\n".join(contents)]


def markdown_page(page: Page) -> str:
    """A page as people read it: its heading, its headline, its parts, its picture in words, and its closing lines."""
    blocks = [f"## {_escape(page.heading)}", *map(_escape, filter(None, [page.headline]))]
    blocks += [block for part in page.parts for block in _part(part)]
    if page.picture:
        lines = [f"{'  ' * level}{_item(text.removeprefix('- '))}" for level, text in page.picture.lines if text]
        blocks += [f"### {PICTURE_IN_WORDS}", "\n".join(lines)]
    return "\n\n".join([*blocks, " ".join(map(_escape, filter(None, [page.plan, *page.closing])))])


def _part(part: Part) -> Iterator[str]:
    if part.title:
        yield f"### {_escape(part.title)}"
    match part:
        case PageTable():
            numbers = [[str(number)] for number in part.numbers] or [[] for _ in part.rows]
            heads = [*(["#"] if part.numbers else []), *(column.heading for column in part.columns)]
            rows = [_line([*number, *row]) for number, row in zip(numbers, part.rows, strict=True)]
            yield "\n".join([_line(heads), "|" + " --- |" * len(heads), *rows])
        case PageList():
            yield "\n".join(_item(text if mark == "-" else f"{mark}: {text}") for mark, text in part.items)
        case PageText():
            yield from map(_escape, part.sentences)


def _line(cells: list[str]) -> str:
    return "| " + " | ".join(map(_escape, cells)) + " |"


def _item(text: str, mark: str = "-") -> str:
    return f"{mark} " + _BLOCK.sub(r"\g<1>\\", _escape(text))


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text).replace("\n", "<br>")
