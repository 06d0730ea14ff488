"""Markdown of an answer, as a parser reads it: one table, lists of its notes, and nothing of a text is markup."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from sscb_graph.formats import format_answer
from sscb_graph.questions.answer import Answer, Origin
from sscb_graph.questions.columns import Text
from tests.plans import LETTERS, WORDS

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
#: What no text is stripped of, so that a cell can be compared with what is read.
MARKUP = st.lists(st.sampled_from([*"`*_~<>&;[](){}|\\#+-=.!:\n 1", "&lt;", "&#60;", "<br>", "x"]), max_size=12)
TEXTS = (MARKUP.map("".join) | st.text(LETTERS, max_size=20) | WORDS).map(
    lambda text: " ".join(text.split(" ")).strip()
)


def content(token: Token) -> str:
    return "".join("\n" if child.type == "html_inline" else child.content for child in token.children or ())


@given(TEXTS, TEXTS)
@example("&lt;b&gt; &copy;", "1. one")
@example("a\n- b", "- item")
@example("---", "+ item")
@example("10) ten", "2.10 links to 1.3")
def test_texts_are_read_back_as_they_were(cell: str, note: str) -> None:
    origin = Origin("embedded", "plan", "seed", "sha256:0123456789ab")
    answer = Answer("x", {}, (Text("a"), Text("b")), [{"a": cell, "b": note}], origin, [note or "x"])
    tokens = PARSER.parse(format_answer(answer, "markdown"))
    cells = [content(inner) for opening, inner in pairwise(tokens) if opening.type == "td_open"]
    assert [one.split() for one in cells] == [cell.split(), note.split()]
    assert [token.type for token in tokens].count("bullet_list_open") == 1
    listed = [inner for outer, inner in zip(tokens, tokens[2:], strict=False) if outer.type == "list_item_open"]
    assert [content(one).split() for one in listed] == [(note or "x").split()]
    kinds = {child.type for token in tokens for child in token.children or ()}
    assert kinds <= {"text", "text_special", "html_inline"}
    assert {child.content for token in tokens for child in token.children or () if child.type == "html_inline"} <= {
        "<br>"
    }
