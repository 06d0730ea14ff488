"""A book as a single HTML file: it runs no script, asks no network for anything, and prints on A4."""

from __future__ import annotations

from xml.etree.ElementTree import Element, tostring

from sscb_graph.formats.html_section import add_section
from sscb_graph.formats.html_style import STYLE, policy
from sscb_graph.formats.html_text import add, plain_text
from sscb_graph.formats.page import CONTENTS, Book


def html_bytes(book: Book) -> bytes:
    """A book as an HTML file in UTF-8, the same for the same book; it needs no other file, and reads in any browser.

    It shows no next steps: they are commands, which nobody types on paper.
    """
    root = Element("html", lang="en-GB")
    _add_head(root, book)
    body = add(root, "body")
    _add_header(body, book)
    several = len(book.pages) > 1
    if several:
        _add_contents(body, book)
    main = add(body, "main")
    for at, page in enumerate(book.pages, 1):
        # A page alone whose heading is the title needs no second one.
        add_section(main, page, at, 2 if several or page.heading != book.title else 1)
        if several:
            add(add(main[-1], "p", class_="back small"), "a", "Back to the contents", href="#contents")
    return b"<!DOCTYPE html>\n" + tostring(root, encoding="unicode", method="html").encode()


def _add_head(root: Element, book: Book) -> None:
    head = add(root, "head")
    add(head, "meta", charset="utf-8")
    # Before anything that it is about.
    add(head, "meta", http_equiv="Content-Security-Policy", content=policy())
    add(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    add(head, "title").text = plain_text(f"DRAFT: {book.title}" if book.draft else book.title)
    add(head, "style").text = STYLE


def _add_header(body: Element, book: Book) -> None:
    header = add(body, "header")
    if book.draft:
        header.set("class", "of-draft")
        add(header, "p", "DRAFT", class_="draft")
    add(header, "h1", book.title, id="title")


def _add_contents(body: Element, book: Book) -> None:
    contents = add(body, "nav", id="contents", aria_labelledby="contents-title")
    if book.draft:
        contents.set("class", "of-draft")
    add(contents, "h2", CONTENTS, id="contents-title")
    pages = add(contents, "ol")
    for at, page in enumerate(book.pages, 1):
        add(add(pages, "li"), "a", page.heading, href=f"#p{at}")
