"""The board's own Word document or template, opened as an empty document in its styles."""

from __future__ import annotations

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

import docx
from docx.document import Document
from docx.exceptions import PythonDocxError
from docx.oxml.exceptions import XmlchemyError
from lxml.etree import LxmlError

from sscb_graph.errors import BadTemplate
from sscb_graph.formats.word_cleaning import leave_only_frame
from sscb_graph.formats.word_package import repacked

#: The most bytes of a template, unpacked: those of boards are below 20 MB, and more could fill a machine's memory.
_LARGEST = 200_000_000
_TYPES = "[Content_Types].xml"
_DOCUMENT = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
#: What templates, and documents with macros, say that they are.
_OTHERS = (
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    b"application/vnd.ms-word.document.macroEnabled.main+xml",
    b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
)
#: What python-docx, lxml and zipfile raise over files that are damaged, or made to seem something else.
UNREADABLE = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    LxmlError,
    OSError,
    PythonDocxError,
    RuntimeError,
    TypeError,
    ValueError,
    BadZipFile,
    XmlchemyError,
    zlib.error,
)


def open_template(template: bytes) -> Document:
    """An empty document in the styles of a template, with its headers, footers and page setup.

    Raises BadTemplate for what is no Word document, and one of UNREADABLE for a damaged one.
    """
    try:
        with ZipFile(BytesIO(template)) as file:
            size = sum(member.file_size for member in file.infolist())
            types = file.read(_TYPES) if size <= _LARGEST else b""
    except (BadZipFile, KeyError) as error:
        raise BadTemplate("not a Word document (.docx or .dotx)") from error
    if size > _LARGEST:
        raise BadTemplate(f"larger than {_LARGEST // 1_000_000} MB")
    for other in _OTHERS:
        types = types.replace(other, _DOCUMENT)
    if _DOCUMENT not in types:
        raise BadTemplate("not a Word document (.docx or .dotx)")
    document = docx.Document(BytesIO(repacked(BytesIO(template), {_TYPES: types})))
    leave_only_frame(document)
    return document
