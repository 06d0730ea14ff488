"""The file around a Word document: the same bytes for the same document."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document

from sscb_graph.typesetting.document import FIXED_TIME


def document_bytes(document: Document) -> bytes:
    """A document as the bytes of its file; python-docx writes the time of day into it, so that it is packed again."""
    written = BytesIO()
    document.save(written)
    return repacked(written)


def repacked(file: BytesIO, replaced: dict[str, bytes] | None = None) -> bytes:
    """A zip packed again without times, some of its members ``replaced``. Raises BadZipFile where it is none."""
    packed = BytesIO()
    with ZipFile(file) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            member = ZipInfo(name, FIXED_TIME.timetuple()[:6])
            # Else a file of Windows says so.
            member.create_system, member.external_attr, member.compress_type = 0, 0, ZIP_DEFLATED
            target.writestr(member, (replaced or {}).get(name) or source.read(name))
    return packed.getvalue()
