"""Books for the tests of what is written to files: every question's answer, and texts that mean harm."""

from __future__ import annotations

from hypothesis import strategies as st

from sscb_graph.formats.full import paper_page
from sscb_graph.formats.page import Book, Page, PageList, PagePicture, PageTable, PageText
from sscb_graph.plan import OpenPlan
from sscb_graph.questions.answer import Answer
from sscb_graph.questions.columns import Dates, Names, Number, RowName, Status, Text
from sscb_graph.questions.definition import Question, all_questions

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><rect width="80" height="40" fill="#ddd"/>'
    b"<script>document.title = 'run'</script></svg>"
)
PICTURE = PagePicture("The line to the Board", "Two boxes & a line", SVG, 60.0, 30.0, "A\n  reports to <B>")


def examples(question: Question) -> dict[str, str]:
    """What a question is asked with in its own examples."""
    return {parameter.name: parameter.example for parameter in question.parameters if not parameter.optional}


def answers(plan: OpenPlan) -> list[Answer]:
    """The answer to every question, as its example asks it."""
    return [plan.ask(question.name, **examples(question)) for question in all_questions()]


def book_of(*pages: Page, title: str = "Papers for the Business Group") -> Book:
    """A book of some pages."""
    return Book(title, pages)


def whole_book(plan: OpenPlan) -> Book:
    """A book of every question."""
    return book_of(*map(paper_page, answers(plan)))


def page_of(*texts: str, draft: bool = False) -> Page:
    """A page that holds some texts in every place that a page has, each of them in every kind of cell."""
    text = " ".join(texts)
    columns = (RowName(text), Text("t"), Names("l"), Status("s"), Number("n"), Dates("d"))
    rows = [[each, each, f"{each}\n{each}", each, "1", "30 June 2018"] for each in texts]
    values = [[each, each, [each, each], each, 1, ["2018-06-30"]] for each in texts]
    numbers = range(1, len(texts) + 1)
    picture = PagePicture(text, text, SVG, 60.0, 30.0, text)
    return Page(
        text,
        texts,
        text,
        [
            PageTable(columns, rows, text, numbers, values),
            PageTable((Text("alone"),), [[each] for each in texts]),
            PageList("What it says", [(f"1-{len(texts)}", each) for each in texts]),
            PageList("Notes", [("-", each) for each in texts]),
            PageText(texts),
        ],
        texts,
        plan=text,
        draft=draft,
        picture=picture,
    )


#: Markup, entities, addresses, styles, formulas, and characters that no page may obey; halves of characters too.
HOSTILE = [
    "<script>document.title = 'run'</script>", "<img src=x onerror=\"document.title='run'\">", "</td></table><h1>x",
    "</style><style>*{display:none}", "</title><script>", "<!-- x", "--> x", "<![CDATA[x", "]]>", "<?x?>",
    "&lt;b&gt; &amp; &#60; &copy &nbsp;", "\" onclick=\"x", "' style='color:red", "javascript:alert(1)",
    "http://x.example/x.png", "url(http://x.example)", "@import 'http://x.example'", "=1+1", "{{ x }}", "${x}", "%s",
    "a\x00b", "a\x07\x1b[31mb", "a\x7f\x85b", "a\rb\r\nc", "\ttab  two  spaces ", "a\n\nb", "\nfirst", "a\u2028b\u2029",
    "a\u202eb\u202cc", "\u2066x\u2069", "\ufeffa\uffffb\ufffe", "\ud800", "x\udfffy", "a\u200bb\u00adc\u200dd",
    "שלום 5 actions", "ab שלום (12) עולם cd", "مرحبا، 12", "\u200f5\u200e", "日本語 🙂 𝒳", "e\u0301", "x" * 300, "a b",
]  # fmt: skip
TEXTS = st.sampled_from(HOSTILE) | st.text(st.characters(codec=None), min_size=1, max_size=20)
