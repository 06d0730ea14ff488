"""Files are written whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from sscb_graph.errors import CannotWrite, PlaceTaken
from sscb_graph.temporary import SUFFIX, temporary


def write_whole(path: Path, data: bytes, *, private: bool = False) -> None:
    """Writes a file beside its place and moves it there; raises CannotWrite, leaving what was there untouched.

    A link stays a link, and what it leads to is replaced; a device or a folder is refused. A ``private`` file can be
    read by its owner only.
    """
    # Errors name the path as it was typed, not what a link leads to.
    named, path = path, Path(os.path.realpath(path))
    if path.exists() and not path.is_file():
        raise PlaceTaken(named, "it is there already and is not a file")
    try:
        with temporary(path) as part:
            with part.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())  # before the move, so that a crash never leaves an empty file in its place
            if not private:  # a temporary file is private from the start
                part.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
            part.replace(path)
    except OSError as problem:
        raise CannotWrite(named, _why(problem)) from None


def new_folder(path: Path, files: dict[str, bytes]) -> None:
    """Makes a folder with files in it, all or none; raises PlaceTaken or CannotWrite."""
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise PlaceTaken(path, "it is there already and is not empty; name a new folder")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary(path, folder=True) as part:
            whole = part / "whole"  # which has the usual permissions
            whole.mkdir()
            for file, data in files.items():
                (whole / file).write_bytes(data)
            if path.is_dir():
                path.rmdir()
            whole.replace(path)
    except OSError as problem:
        raise CannotWrite(path, _why(problem)) from None


def copy_folder(path: Path, target: Path) -> None:
    """Copies a folder with all that is in it, whole or not at all; raises CannotWrite."""
    try:
        with temporary(target, folder=True) as part:
            shutil.copytree(path, part / "whole", symlinks=True, ignore=shutil.ignore_patterns(f"*{SUFFIX}"))
            (part / "whole").rename(target)
    except OSError as problem:  # shutil.Error too, which lists what could not be copied
        raise CannotWrite(target, _why(problem)) from None


def change_folder(path: Path, written: dict[str, bytes], removed: Iterable[str]) -> None:
    """Writes and removes files of a folder, all or none: where it fails, what was there is put back.

    Raises CannotWrite.
    """
    removed = list(removed)
    before = {name: (path / name).read_bytes() for name in [*written, *removed] if (path / name).exists()}
    try:
        for name, data in written.items():
            write_whole(path / name, data)
        for name in removed:
            (path / name).unlink(missing_ok=True)  # it is gone where a change that was killed is finished
    except BaseException as problem:  # an interrupt must leave the folder whole too
        for name in [*written, *removed]:
            _put_back(path / name, before.get(name))
        if isinstance(problem, OSError):
            raise CannotWrite(path, _why(problem)) from None
        raise


def _put_back(path: Path, data: bytes | None) -> None:
    """Restores the former bytes of a file, or removes it where there was none; an unchanged file is left alone."""
    if data is None:
        path.unlink(missing_ok=True)
    elif not path.exists() or path.read_bytes() != data:
        write_whole(path, data)


def make_folder(path: Path) -> None:
    """Makes a folder and those above it where they are missing; raises CannotWrite."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise CannotWrite(path, _why(problem)) from None


def _why(problem: OSError) -> str:
    return (problem.strerror or str(problem)).lower()


def _umask() -> int:
    # The system returns the mask only in exchange for another, so it is set back at once.
    current = os.umask(0o022)
    os.umask(current)
    return current
