"""The note of a rehearsal: what minutes need of it, as a document, with the pictures and the ledger as appendices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import click

from sscb_graph.cli.comparing import compared
from sscb_graph.cli.output import Output
from sscb_graph.cli.page_pictures import drawn
from sscb_graph.formats import DOCUMENTS
from sscb_graph.formats.files import book_bytes
from sscb_graph.formats.footer import is_draft, plan_sentence
from sscb_graph.formats.full import paper_page
from sscb_graph.formats.page import Book, Page, PageList, PageTable, PageText, Part
from sscb_graph.pictures.compare import Comparison
from sscb_graph.pictures.picture import Picture
from sscb_graph.questions.answer import Answer
from sscb_graph.questions.asking import Reading
from sscb_graph.rehearsal import note
from sscb_graph.rehearsal.answers import Rehearsal, notes_of, rehearsal_of, verdict
from sscb_graph.rehearsal.outcome import Outcome


def check_note(output: Output) -> None:
    """Raises UsageError for a file that is no document."""
    if output.form not in DOCUMENTS.values():
        raise click.UsageError(f"--note writes a document: end its file in .{', .'.join(DOCUMENTS)}.")


def rehearsed_with_pictures(reading: Reading, outcome: Outcome) -> tuple[Rehearsal, Comparison]:
    """What is found of an outcome, and its pictures: all that a note is made of."""
    return rehearsal_of(outcome), compared(reading, outcome)


def write_note(found: Rehearsal, three: Comparison, output: Output) -> None:
    """Writes the note of a rehearsal into a file, with pictures of before and after where this machine draws any."""
    ledger = note.appendix(found)
    pages = [_front(found), *_pictures(three, output.form), paper_page(ledger)]
    plan, draft = plan_sentence(ledger), is_draft(ledger)
    pages = [replace(page, plan=plan, draft=draft) for page in pages]
    book = Book(f"Note on the proposal {found.outcome.proposal.name}", pages, led=True)
    answers = [note.changed(found), note.unhoused(found), note.to_decide(found), note.found(found), ledger]
    output.write(book_bytes(output.form, book, answers))


def _front(found: Rehearsal) -> Page:
    """The note itself: each part under a heading of its own."""
    sentence, left = note.to_review(found)
    parts: list[Part] = [
        PageText(notes_of(found)),
        *_section(note.changed(found), numbered=True),
        *_section(note.unhoused(found)),
        *_section(note.to_decide(found)),
        *_section(note.found(found), numbered=True),
        PageText(note.EQUALITY, "Equality"),
        PageText([sentence], "Still to be reviewed"),
        *([PageList("", [("-", name) for name in left])] if left else []),
    ]
    return Page("What the proposal would do", [], verdict(found), parts, [])


def _section(answer: Answer, *, numbered: bool = False) -> Iterator[Part]:
    """The headline of an answer under its heading, its tables, and where ``numbered`` what stands below them."""
    yield PageText([answer.headline], answer.heading)
    for part in paper_page(answer).parts:
        if isinstance(part, PageTable):
            yield part if numbered else replace(part, numbers=())
        elif isinstance(part, PageList) and numbered:
            yield part


def _pictures(three: Comparison, form: str) -> Iterator[Page]:
    for heading, picture in (("The structure before", three.before), ("The structure after", three.after)):
        yield _of_picture(heading, picture, form)


def _of_picture(heading: str, picture: Picture, form: str) -> Page:
    if form == "markdown":
        why = "Markdown holds no picture: 'sscb diagram rehearse' draws it into a file of its own."
    else:
        page = drawn(picture.bare, form)
        if page:
            return Page(heading, [], "", [], [], picture=page)
        why = "This machine draws no pictures; what changes stands in words above."
    return Page(heading, [], "", [PageText([why])], [])
