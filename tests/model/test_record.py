"""Records: frozen rows that know where they stand, and name others by the vocabulary's labels."""

from __future__ import annotations

import copy

import pytest
from pydantic import ValidationError

from sscb_graph import model
from sscb_graph.model import RECORDS, Citation, Lead, Note, records
from sscb_graph.model.basis import BASES
from sscb_graph.model.record import PLACES
from sscb_graph.model.vocabulary import LINKS, RELATIONS, TYPES, Label

NOTE = {"id": "note-1", "position": "1", "text": "Beware.", "basis": "stated"}


def test_equality_and_hash_ignore_the_row() -> None:
    note, placed = Note.model_validate(NOTE), Note.model_validate(NOTE).at_row(5)
    assert (note, hash(note)) == (placed, hash(placed))
    assert (note.row, placed.row, placed.file) == (0, 5, "notes.csv")
    assert note != Note.model_validate({**NOTE, "text": "Do not."})
    assert copy.copy(placed).row == placed.model_copy(update={"text": "x"}).row == 5
    assert "row" not in Note.columns()
    assert "row" not in placed.model_dump()


def test_records_are_frozen_and_forbid_what_is_not_described() -> None:
    with pytest.raises(ValidationError):
        Note.model_validate(NOTE).text = "x"  # type: ignore[misc]
    with pytest.raises(ValidationError):
        Note.model_validate({**NOTE, "author": "x"})


def test_every_record_class_has_its_own_file_and_describes_its_columns() -> None:
    assert len({record.FILE for record in RECORDS}) == len(RECORDS)
    for record in RECORDS:
        assert record.MEANING
        assert record.KEY in record.columns()
        assert set(record.REFERENCES) <= set(record.columns())
        for name, column in record.columns().items():
            assert column.description, f"{record.FILE}: {name}"
            assert record.field_of(name) in record.model_fields


def test_references_are_those_of_the_vocabulary() -> None:
    assert Citation.REFERENCES["recommendation"] == (Label.RECOMMENDATION,)
    assert Lead.REFERENCES["body"] == (Label.BODY,)
    assert TYPES["NAMED_IN"].ends == PLACES
    for record in RECORDS:
        for column, labels in record.REFERENCES.items():
            assert any(label in records.FILES_OF_LABELS for label in labels), f"{record.FILE}: {column}"


def test_every_type_says_its_sentence() -> None:
    assert TYPES["REPORTS_TO"].sentence == "BODY reports to BODY"
    for kind in (*RELATIONS, *LINKS):
        assert kind.words in kind.sentence
        assert kind.inverse


def test_bases_are_in_the_order_of_their_strength() -> None:
    assert BASES == ("stated", "recorded", "inherited", "inferred", "assumed")


def test_the_records_can_be_imported_from_the_model() -> None:
    assert all(getattr(model, name) is getattr(records, name) for name in model.__all__)
    assert {record.__name__ for record in RECORDS} <= set(model.__all__)
    with pytest.raises(AttributeError):
        getattr(model, "nothing")  # noqa: B009 (a name that mypy would refuse)
