"""What a sentence names: days, items of reports, actions, priorities and bodies; found before it is understood."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import islice, product, takewhile
from typing import NamedTuple

from sscb_graph.errors import UnknownName, UnknownNumber
from sscb_graph.graph.nodes import Body, Node, Report
from sscb_graph.graph.rules import is_group
from sscb_graph.model.typed_days import DATE_LIKE
from sscb_graph.questions.forms import names_of, report_forms
from sscb_graph.questions.item_names import RECOMMENDATION
from sscb_graph.questions.likeness import has_initials, without_kind
from sscb_graph.questions.names import NAMEABLE, Names
from sscb_graph.text import fold, squash

#: The most words of a name that is looked for.
_LONGEST = 10
#: The most ways of reading a sentence that are tried.
_MOST_READINGS = 64
#: Words at which no name begins or ends.
_SMALL = frozenset(["the", "a", "an", "and", "of", "to", "by", "in", "for", "on"])
_SEPARATOR = r"(?:\s*(?:,|;|&|\+|\band\b)\s*|\s+)"
_NUMBER = r"[a-z]{0,3}\d[\w.]*\b"
_NUMBERS = rf"{_NUMBER}(?:{_SEPARATOR}{_NUMBER})*"
#: Stands for what was found: the private character with its number, which is part of no word and no number.
_MARK = re.compile(r"([\ue000-\uf8ff])")
_FIRST_MARK = 0xE000


class Span(NamedTuple):
    """A text of a sentence that names something, and the kinds of parameter that it may be.

    Unless it is ``sure``, its words may be ordinary ones too, such as "the board" or "partners".
    """

    text: str
    kinds: tuple[str, ...]
    sure: bool = True


class Named(NamedTuple):
    """A thing that one reading of a sentence names: its kind, its text, and whether that can be nothing else."""

    kind: str
    text: str
    sure: bool = True


class Sentence(NamedTuple):
    """A sentence, folded, cut at what it names: words and spans in their order."""

    parts: tuple[str | Span, ...]

    def readings(self) -> Iterator[tuple[str, list[Named]]]:
        """Each way to read it: its words, with "{kind}" for what it names, and what it names."""
        spans = [part for part in self.parts if isinstance(part, Span)]
        options = [(*span.kinds, *(() if span.sure else ("",))) for span in spans]
        for kinds in islice(product(*options), _MOST_READINGS):
            chosen = dict(zip(map(id, spans), kinds, strict=True))
            words = [
                part if isinstance(part, str) else f"{{{chosen[id(part)]}}}" if chosen[id(part)] else part.text
                for part in self.parts
            ]
            named = [Named(chosen[id(span)], span.text, span.sure) for span in spans if chosen[id(span)]]
            yield " ".join(words), named


def cut(names: Names, sentence: str, vocabulary: Collection[str]) -> Sentence:
    """Cuts a sentence at what it names; ``vocabulary`` holds words that are never the initials of a body.

    Raises UnknownNumber or UnknownName for a number behind the word of a report, a priority or an action that has none
    such, and AmbiguousName for a number that may be both an action's and a recommendation's.
    """
    found: list[Span] = []

    def mark(kind: str, *, check: Callable[[str], object] = lambda _: None) -> Callable[[re.Match[str]], str]:
        def replace(match: re.Match[str]) -> str:
            check(match[0])
            found.append(Span(match[0].strip(), (kind,)))
            return f" {chr(_FIRST_MARK + len(found) - 1)} "

        return replace

    text = re.sub(r"[?!\"(){}\ue000-\uf8ff]+|[.;:]+(?=\s|$)", " ", fold(sentence))
    text = DATE_LIKE.sub(mark("day"), text)
    words = "|".join(re.escape(form) for form in _report_words(names))
    starts = rf"(?:{words}|{RECOMMENDATION})" if words else RECOMMENDATION
    text = re.sub(rf"(?<![\w'])(?:{starts}\s*)+{_NUMBERS}", mark("recommendation", check=names.recommendations), text)
    text = re.sub(r"\bpriority\s*\d+\b", mark("priority", check=names.priority), text)
    text = re.sub(rf"\bactions?\s+{_NUMBERS}", mark("action", check=names.action_ids), text)
    text = re.sub(rf"\b[a-z]\w*-\d[\w.-]*|(?<![\w.-]){_NUMBERS}", lambda match: _numbered(names, match, mark), text)
    return Sentence(tuple(_with_bodies(names, _split(text, found), vocabulary)))


def _report_words(names: Names) -> list[str]:
    forms = {form for report in names.nameable(Report) for form in report_forms(report)}
    return sorted(forms, key=len, reverse=True)


def _numbered(names: Names, match: re.Match[str], mark: Callable[..., Callable[[re.Match[str]], str]]) -> str:
    """Marks numbers that stand without a word, where the plan has such actions or recommendations."""
    try:
        kind = kind_of(names.things(match[0])[0])
    except (UnknownName, UnknownNumber):
        return match[0]
    return mark(kind)(match)


def kind_of(node: Node) -> str:
    """The kind of parameter that names a thing."""
    return NAMEABLE[type(node)]


def _split(text: str, found: Sequence[Span]) -> list[str | Span]:
    """The words of a text in which spans are marked, and the spans."""
    parts: list[str | Span] = []
    for number, piece in enumerate(_MARK.split(text)):
        parts += [found[ord(piece) - _FIRST_MARK]] if number % 2 else piece.replace(",", " ").split()
    return parts


def _with_bodies(names: Names, parts: Sequence[str | Span], vocabulary: Collection[str]) -> Iterator[str | Span]:
    """The words and spans, with the names of bodies and reports, the longest first, made spans."""
    forms = _forms(names)
    at = 0
    while at < len(parts):
        run = list(takewhile(lambda part: isinstance(part, str), parts[at : at + _LONGEST]))
        texts = (" ".join(map(str, run[:length])) for length in range(len(run), 0, -1))
        span = next(filter(None, (_named(names, forms, text, vocabulary) for text in texts)), None)
        yield span or parts[at]
        at += len(span.text.split()) if span else 1


def _forms(names: Names) -> dict[str, tuple[str, ...]]:
    """What names a body or a report, squashed, and the kinds that it may be."""
    forms: dict[str, dict[str, None]] = defaultdict(dict)
    for body in names.nameable(Body):
        for name in names_of(body):
            forms[squash(name)]["body"] = None
            if is_group(body):
                forms["".join(without_kind(name))]["body"] = None
    for report in names.nameable(Report):
        for form in report_forms(report):
            forms[squash(form)]["report"] = None
    return {form: tuple(kinds) for form, kinds in forms.items() if form}


def _named(names: Names, forms: Mapping[str, tuple[str, ...]], text: str, vocabulary: Collection[str]) -> Span | None:
    """The span of a text that is the name of a body or a report, or the initials of a body."""
    words = text.split()
    if words[0] in _SMALL or words[-1] in _SMALL:
        return None
    if kinds := forms.get(squash(text)):
        return Span(text, kinds, sure=False)
    if len(words) == 1 and text not in vocabulary and any(has_initials(body, text) for body in names.nameable(Body)):
        return Span(text, ("body",))
    return None
