"""The pages of a book in a Word document: contents, then each answer with its headline, tables, lists and picture."""

from __future__ import annotations

from sscb_graph.formats.page import PICTURE_IN_WORDS, Book, Page, PageList, PagePicture, PageTable, PageText
from sscb_graph.formats.word_contents import add_contents, headings
from sscb_graph.formats.word_looks import BULLET, CLOSING, HEADINGS, HEADLINE, REFERENCE, SUBJECT, TITLE
from sscb_graph.formats.word_picture import add_outline, add_picture, is_wide
from sscb_graph.formats.word_sheet import Sheet
from sscb_graph.formats.word_tables import add_table, needs_width, shared_widths
from sscb_graph.formats.word_text import add_mark, add_text

#: Of a digit in bold, and of the space after a mark, in points; a mark of more digits pushes its text aside.
_DIGIT, _AFTER_MARK, LONGEST_MARK = 5.6, 10, 12


def add_pages(sheet: Sheet, book: Book) -> None:
    """Adds the title, and each answer; where there are several, contents and each answer on pages of its own."""
    if len(book.pages) == 1:
        (page,) = book.pages
        sheet.turn(wide=_is_wide(page, sheet))
        sheet.add(book.title, TITLE)
        if page.heading not in {book.title, ""}:
            sheet.add(page.heading, HEADINGS[0])
        _add_page(page, sheet, page.heading not in {book.title, ""})
        return
    if book.led:
        sheet.turn(wide=_is_wide(book.pages[0], sheet))
    sheet.add(book.title, TITLE)
    titles = headings(book.pages, sheet)
    add_contents(sheet, titles)
    several_plans = len(book.plans) > 1
    for title, page in zip(titles, book.pages, strict=True):
        turned = sheet.turn(wide=_is_wide(page, sheet))
        follows = turned or (book.led and page is book.pages[0])
        heading = sheet.add(title.text, HEADINGS[0], new_page=not follows)
        add_mark(heading, sheet.next_mark(), title.mark)
        _add_page(page, sheet, inner=True, plan=page.plan if several_plans else "")


def _is_wide(page: Page, sheet: Sheet) -> bool:
    if page.only_drawn and page.picture and page.picture.png:
        return is_wide(page.picture, sheet)
    return any(needs_width(part, sheet) for part in page.parts if isinstance(part, PageTable))


def _add_page(page: Page, sheet: Sheet, inner: bool, plan: str = "") -> None:
    """Adds all of an answer but its heading; its parts have headings of the second level where it has its own."""
    level = HEADINGS[1 if inner else 0]
    for subject in page.subjects:
        sheet.add(subject, SUBJECT)
    if page.headline:
        sheet.add(page.headline, HEADLINE)
    widths = shared_widths((part for part in page.parts if isinstance(part, PageTable)), sheet)
    for part in page.parts:
        if isinstance(part, PageTable):
            if part.title:
                sheet.add(part.title, level)
            elif part is not page.parts[0]:
                # A sentence that leads to a table stays with it.
                sheet.keep_last()
            add_table(sheet, part, part.title or page.heading, widths)
        else:
            _add_texts(part, sheet, level)
    for at, text in enumerate(filter(None, (*page.closing, plan))):
        # Else a page may hold nothing but a line on where the answer is from.
        sheet.keep_last()
        sheet.add(text, CLOSING, spaced=at == 0)
    if page.picture:
        _add_picture(page.picture, sheet, level, alone=page.only_drawn)


def _add_texts(part: PageList | PageText, sheet: Sheet, level: str) -> None:
    if part.title:
        sheet.add(part.title, level)
    if isinstance(part, PageText):
        for at, text in enumerate(part.sentences):
            sheet.add(text, spaced=at == 0 and not part.title)
        return
    room = min(max((len(mark) for mark, _ in part.items), default=0), LONGEST_MARK) * _DIGIT + _AFTER_MARK
    for mark, text in part.items:
        _add_item(mark, text, room, sheet)


def _add_item(mark: str, text: str, room: float, sheet: Sheet) -> None:
    """Adds a text after the numbers of its rows, or as an item of a list where it has none."""
    if mark == "-":
        sheet.add(text, BULLET)
        return
    paragraph = sheet.add("", REFERENCE, hanging=room)
    add_text(paragraph, mark, bold=True)
    # A mark that is longer than its room ends anywhere, perhaps where the next stop is.
    add_text(paragraph, f"{' ' if len(mark) > LONGEST_MARK else ''}\t{text}")


def _add_picture(picture: PagePicture, sheet: Sheet, level: str, *, alone: bool) -> None:
    """Adds a picture on a page of its own, where it is not alone there already, and the same as text."""
    if picture.png:
        if not alone:
            turned = sheet.turn(wide=is_wide(picture, sheet))
            # The drawing has its title in it.
            sheet.add("The picture", level, new_page=not turned)
        add_picture(sheet, picture)
        sheet.turn(wide=False)
    sheet.add(PICTURE_IN_WORDS, level)
    add_outline(sheet, picture)
