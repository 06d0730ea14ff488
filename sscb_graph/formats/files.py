"""Answers as the bytes of a file, in each of the formats of files: whole, whatever a screen would show of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sscb_graph.formats.full import paper_page
from sscb_graph.formats.json import json_text
from sscb_graph.formats.page import CONTENTS, Book, Page, PageList, PagePicture
from sscb_graph.questions.answer import Answer
from sscb_graph.text import many

#: How wide a text in a file is, in characters: what a page of A4 on its side holds in a type of one width.
_WIDTH = 120


def file_bytes(
    form: str,
    answers: Sequence[Answer],
    pictures: Sequence[PagePicture | None],
    *,
    title: str = "",
    template: bytes | None = None,
) -> bytes:
    """Answers as a file in a format, each with its picture if it has any, under a title.

    The title is by default that of the only answer. The same answers give the same bytes. ``template`` is a Word file
    whose styles are used. Raises ValueError for a format that is none of a file, and for several answers as CSV.
    """
    match form:
        case "json":
            return f"{json_text(answers)}\n".encode()
        case "csv":
            from sscb_graph.formats.csv import csv_file

            (answer,) = answers
            return csv_file(answer)
        case "markdown":
            from sscb_graph.formats.markdown import format_markdown, markdown_front

            pages = map(format_markdown, answers)
            headings = [answer.heading for answer in answers]
            front = markdown_front(title or _usual_title(answers), headings) if len(answers) > 1 else []
            return ("\n\n".join([*front, *pages]) + "\n").encode()
        case "txt":
            return f"{_text(answers, title)}\n".encode()
    return _paper(form, book_of(answers, pictures, title), answers, template)


def book_bytes(form: str, book: Book, answers: Sequence[Answer], template: bytes | None = None) -> bytes:
    """A book as a file in a form of documents, or in Markdown; a PDF has the JSON of its answers attached.

    Raises ValueError for another form.
    """
    if form == "markdown":
        from sscb_graph.formats.markdown import markdown_front, markdown_page

        front = markdown_front(book.title, [page.heading for page in book.pages])
        return ("\n\n".join([*front, *map(markdown_page, book.pages)]) + "\n").encode()
    return _paper(form, book, answers, template)


def book_of(answers: Sequence[Answer], pictures: Sequence[PagePicture | None], title: str = "") -> Book:
    """The pages of some answers, each with its picture."""
    pages = [replace(paper_page(answer), picture=picture) for answer, picture in zip(answers, pictures, strict=True)]
    return Book(title or _usual_title(answers), pages)


def _usual_title(answers: Sequence[Answer]) -> str:
    return answers[0].heading if len(answers) == 1 else f"{many(len(answers), 'answer')} from the plan"


def _text(answers: Sequence[Answer], title: str) -> str:
    from sscb_graph.formats.table import page_text
    from sscb_graph.formats.terminal import Terminal

    pages = [paper_page(answer) for answer in answers]
    whole = [replace(page, closing=[page.plan, *page.closing]) for page in pages]
    if len(pages) > 1:
        contents = PageList(CONTENTS, [(f"{number}.", page.heading) for number, page in enumerate(pages, 1)])
        whole.insert(0, Page(title or _usual_title(answers), [], "", [contents], []))
    return "\n\n\n".join(page_text(page, Terminal(_WIDTH)) for page in whole)


def _paper(form: str, book: Book, answers: Sequence[Answer], template: bytes | None) -> bytes:
    """A book in a format; its library is imported with it, since a process writes one file."""
    match form:
        case "docx":
            from sscb_graph.formats.word import word_bytes

            return word_bytes(book, template)
        case "xlsx":
            from sscb_graph.formats.excel import excel_bytes

            return excel_bytes(book)
        case "pdf":
            from sscb_graph.formats.pdf import pdf_bytes

            return pdf_bytes(book, json_text(answers).encode())
        case "html":
            from sscb_graph.formats.html import html_bytes

            return html_bytes(book)
    raise ValueError(f"{form!r} is not a format of files")
