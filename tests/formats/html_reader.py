"""HTML as a program reads it that shares nothing with what wrote it: elements, attributes and texts in their order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"meta", "br", "img"}


@dataclass
class Node:
    """An element with what is in it; a line break is a line feed of the text."""

    tag: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    inside: list[Node | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        if self.tag == "br":
            return "\n"
        return "".join(each if isinstance(each, str) else each.text for each in self.inside)

    @property
    def children(self) -> list[Node]:
        return [each for each in self.inside if isinstance(each, Node)]

    def all(self, *tags: str) -> Iterator[Node]:
        """The elements within this one, in their order; of some tags only, where any are given."""
        for child in self.children:
            if not tags or child.tag in tags:
                yield child
            yield from child.all(*tags)

    def only(self, tag: str) -> Node:
        """The only element of a tag."""
        (found,) = self.all(tag)
        return found

    def texts(self) -> list[str]:
        """The text of each element that holds any beside its children, outermost first."""
        if self.tag in {"bdi", "br"}:
            return []
        if self.tag == "pre" or any(isinstance(each, str) and each.strip("\n") for each in self.inside):
            return [self.text]
        isolated = any(child.tag in {"bdi", "br"} for child in self.children)
        return [self.text] if isolated else [text for child in self.children for text in child.texts()]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("")
        self.open = [self.root]
        self.declarations: list[str] = []

    def handle_decl(self, decl: str) -> None:
        self.declarations.append(decl)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"a processing instruction: {data}")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), attrs
        node = Node(tag, dict(attrs))
        self.open[-1].inside.append(node)
        if tag not in _VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def read_html(data: bytes) -> Node:
    """The html element of a file in which every element is closed and there are no comments."""
    reader = _Reader()
    reader.feed(data.decode("utf-8"))
    reader.close()
    assert reader.declarations == ["DOCTYPE html"]
    assert reader.open == [reader.root]
    return reader.root.only("html")
