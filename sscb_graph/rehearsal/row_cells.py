"""What a cell of a proposal means that names no body: the kind of a body, a line, a function, a requirement."""

from __future__ import annotations

from collections.abc import Mapping

from sscb_graph.errors import visible
from sscb_graph.graph.nodes import Requirement
from sscb_graph.graph.view import GraphView
from sscb_graph.model.vocabulary import LASTING, BodyKind, ChangeKind, type_name, words_of
from sscb_graph.questions.likeness import nearest
from sscb_graph.rehearsal.change import Change
from sscb_graph.rehearsal.proposal import ProposedRow
from sscb_graph.rehearsal.wording import ChangeWords
from sscb_graph.text import fold, listed, squash

#: How many functions that can be meant a fault lists.
_SHOWN = 20
#: The relation of a line that names none.
_REPORTS_TO = "REPORTS_TO"
#: What is about memberships, whose relation no cell names.
_OF_MEMBERS = frozenset({ChangeKind.JOIN, ChangeKind.LEAVE})
#: What is about lines and memberships.
OF_LINES = frozenset({ChangeKind.ADD_LINE, ChangeKind.END_LINE}) | _OF_MEMBERS


def change_of(file: str, row: ProposedRow, words: ChangeWords) -> Change:
    """The change of a row with what the row itself says; what it is about is added to it."""
    return Change(
        row.kind_of_change,
        file,
        row.row,
        words.clause,
        words.own,
        words.heirs,
        bodies=(),
        effective=row.effective,
        decided_by=row.decided_by,
        subject_to=row.subject_to,
        reason=row.reason,
    )


class Wrong(Exception):
    """A cell names what it cannot name; holds the column and a sentence."""

    def __init__(self, column: str, sentence: str) -> None:
        super().__init__(sentence)
        self.column = column
        self.sentence = sentence


def find_function(typed: str, own: Mapping[str, str], whose: str) -> str:
    """The id of the function that was meant, by its id or some of its words; raises Wrong unless it is exactly one.

    ``own`` holds the words of the functions that can be meant, by their ids, and ``whose`` says whose they are.
    """
    if fold(typed) in own:
        return fold(typed)
    found = [key for key, text in own.items() if squash(typed) in squash(text)]
    if len(found) == 1:
        return found[0]
    said = f"fits {len(found)} functions" if found else "is no function"
    candidates = [f"{key}: {text}" for key, text in own.items() if not found or key in found]
    more = f"; and {len(candidates) - _SHOWN} more" if len(candidates) > _SHOWN else ""
    advice = f"write some of its words, or its id: {'; '.join(candidates[:_SHOWN])}{more}"
    raise Wrong("functions", f"'{visible(typed)}' {said} of {whose}; {advice}")


def kind_of_body(row: ProposedRow, default: str = "") -> str:
    """The kind of the bodies that begin with a row; raises Wrong where it names none."""
    kind = fold(row.kind or default)
    if kind not in list(BodyKind):
        raise Wrong("kind", f"'{visible(row.kind)}' is no kind of body; write {listed(list(BodyKind), 'or')}")
    return kind


def relation_of(row: ProposedRow) -> str:
    """The relationship type of the line or membership of a row; raises Wrong where its kind is none."""
    if not row.kind:
        return "MEMBER_OF" if row.kind_of_change in _OF_MEMBERS else _REPORTS_TO
    relation = type_name(fold(row.kind))
    if relation not in LASTING:
        known = listed(sorted(words_of(kind) for kind in LASTING), "or")
        raise Wrong("kind", f"'{visible(row.kind)}' is no line between bodies; write {known}")
    return relation


def duties_of(row: ProposedRow, view: GraphView) -> tuple[str, ...]:
    """The ids of the requirements that a row names; raises Wrong where one is unknown."""
    for typed in row.other:
        if not isinstance(view.reader.node(fold(typed)), Requirement):
            near = nearest(fold(typed), [duty.id for duty in view.all(Requirement)])
            advice = f"did you mean {listed(near, 'or')}?" if near else "see 'sscb requirements' for their ids"
            raise Wrong("other", f"'{visible(typed)}' is no requirement; {advice}")
    return tuple(dict.fromkeys(map(fold, row.other)))
