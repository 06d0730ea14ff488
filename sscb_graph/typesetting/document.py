"""Data and a template -> a PDF that is accessible (PDF/UA-1) and lasts (PDF/A-3a), with files attached to it."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal, cast

from sscb_graph.errors import CannotTypeset, NoTypesetter
from sscb_graph.typesetting.font import font_file

if TYPE_CHECKING:
    from typst import Fonts

#: When every file that is made says that it was made: the first moment that a zip holds, which stands for none, so that
#: the same data gives the same bytes.
FIXED_TIME = datetime(1980, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Attachment:
    """A file inside a PDF: the ``data`` that it shows, or an ``alternative`` to what it shows."""

    name: str
    text: str
    mime_type: str
    description: str
    relationship: Literal["data", "alternative"]


def template(package: str, name: str) -> bytes:
    """A template that is shipped with a package."""
    return (files(package) / name).read_bytes()


def make_pdf(
    markup: bytes, data: Any, *, title: str, description: str = "", attachments: Sequence[Attachment] = ()
) -> bytes:
    """The PDF of a template, which finds in ``data`` what JSON can hold of the data; the same bytes for the same.

    The template sees no file, no font of this machine and no package. Raises NoTypesetter, or CannotTypeset where the
    data holds what PDF/A or the fonts cannot show: Characters escapes it.
    """
    try:
        import typst
    except ImportError:
        raise NoTypesetter from None
    document = {
        "title": title,
        "description": description,
        "made": {"year": FIXED_TIME.year, "month": FIXED_TIME.month, "day": FIXED_TIME.day},
        "data": data,
        "attachments": [asdict(attachment) for attachment in attachments],
    }
    with tempfile.TemporaryDirectory(prefix="sscb-") as empty:
        compiler = typst.Compiler(
            template("sscb_graph.typesetting", "document.typ") + markup,
            root=empty,
            font_paths=_fonts(),
            sys_inputs={"document": json.dumps(document)},
            package_path=empty,
            package_cache_path=empty,
        )
        try:
            pdf = compiler.compile(format="pdf", pdf_standards=["a-3a", "ua-1"])
        except typst.TypstError as problem:
            raise CannotTypeset(problem.message) from None
    return cast("bytes", pdf)  # a list of them only for pictures of pages


@cache
def _fonts() -> Fonts:
    """Arimo, and what Typst embeds for scripts that Arimo lacks: the same on every machine."""
    from typst import Fonts

    return Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(font_file().parent)])
