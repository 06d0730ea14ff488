"""A folder of pictures: the standard ones of a plan, and those that somebody keeps there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from sscb_graph.drawing.render import written
from sscb_graph.errors import SscbError
from sscb_graph.pictures.kinds import body, coverage, priority, structure, timeline, trace
from sscb_graph.pictures.part import limited
from sscb_graph.pictures.picture import Picture
from sscb_graph.pictures.picture_data import PictureData

FORMS = ("svg", "png", "txt")


def _part(asking: PictureData, key: str) -> Picture:
    """A part of the structure."""
    body_id = key.removesuffix("-narrow")
    return limited(structure.draw(asking), asking.names.body(body_id).id, narrow=body_id != key)


#: How the names of pictures that are drawn for one thing begin, and what draws them.
_MAKERS: dict[str, Callable[[PictureData, str], Picture]] = {
    "trace-ofsted-": trace.ofsted,
    "trace-action-": trace.action,
    "body-": body.draw,
    "structure-": _part,
}
#: How the names of all our pictures begin; other files in a folder are nobody's business.
_OURS = ("coverage", "timeline", "priority-", "trace-", "body-")


def pictures(asking: PictureData, held: Iterable[str]) -> list[Picture]:
    """The structure, both matrices, the timeline and every priority; and what else is held, by its name."""
    whole = structure.draw(asking)
    standard = [
        limited(whole),
        limited(whole, narrow=True),
        *(coverage.draw(asking, by) for by in coverage.COLUMNS),
        timeline.draw(asking),
        *(priority.draw(asking, str(row["priority"])) for row in asking.rows("priorities")),
    ]
    known = {picture.name for picture in standard}
    return [*standard, *(one for name in held if name not in known for one in _made(asking, name))]


def _made(asking: PictureData, name: str) -> list[Picture]:
    """The picture of a name; none where nothing in the plan is meant by it."""
    for prefix, make in _MAKERS.items():
        if name.startswith(prefix):
            try:
                picture = make(asking, name.removeprefix(prefix))
            except SscbError:
                return []
            return [picture] if picture.name == name else []
    return []


def gallery(drawn: Iterable[Picture], engine: str) -> dict[str, bytes]:
    """Every file of the folder, by its name."""
    return {f"{picture.name}.{form}": written(picture, form, engine) for picture in drawn for form in FORMS}


def names_in(folder: Path) -> list[str]:
    """The names of the pictures that a folder holds in any of the forms."""
    forms = {f".{form}" for form in FORMS}
    return sorted({path.stem for path in folder.glob("*") if path.suffix in forms}) if folder.is_dir() else []


def stale(folder: Path, files: dict[str, bytes]) -> tuple[list[str], list[str]]:
    """The files that are missing or other than they would be drawn; and those of ours that nothing would draw."""
    wrong = [name for name, data in files.items() if _read(folder / name) != data]
    ours = {f".{form}" for form in FORMS}
    there = sorted(folder.glob("*")) if folder.is_dir() else []
    extra = [
        path.name for path in there if path.suffix in ours and path.stem.startswith(_OURS) and path.name not in files
    ]
    return wrong, extra


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
