"""A folder of drawings: what it holds, what it must hold, and what is stale."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from sscb_graph.drawing.render import render_picture
from sscb_graph.pictures.picture import Picture

#: The forms in which a folder holds every picture.
GALLERY_FORMS = ("svg", "png", "txt")
#: How the names of all our pictures begin; a check leaves other files of the folder alone.
_OURS = ("coverage", "timeline", "priority-", "trace-", "body-")


def render_gallery(pictures: Iterable[Picture], engine: str) -> dict[str, bytes]:
    """Every file of the folder, by its name; raises NoEngine or EngineFailed."""
    return {
        f"{picture.name}.{form}": render_picture(picture, form, engine).data
        for picture in pictures
        for form in GALLERY_FORMS
    }


def names_in(folder: Path) -> list[str]:
    """The names of the pictures that a folder holds in any of the forms."""
    return sorted({path.stem for path in _files(folder)})


def find_stale(folder: Path, files: dict[str, bytes]) -> tuple[list[str], list[str]]:
    """The files that are missing or differ from what would be drawn; and those of ours that nothing would draw."""
    wrong = [name for name, data in files.items() if _read(folder / name) != data]
    extra = [path.name for path in _files(folder) if path.stem.startswith(_OURS) and path.name not in files]
    return wrong, extra


def _files(folder: Path) -> list[Path]:
    suffixes = {f".{form}" for form in GALLERY_FORMS}
    return sorted(path for path in folder.glob("*") if path.suffix in suffixes) if folder.is_dir() else []


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
