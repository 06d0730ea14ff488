"""The indexes of plans, kept between runs and never used when they may be stale.

Three files belong to an index: the index itself, named by a digest of everything that it is built from; a record of
its size, times and checksum; and, for each folder, a note of the stamps that its files had when they were read and of
the index that was built from them. While the stamps match, no file of the plan is read. If anything is wrong with any
of the three, the index is rebuilt from the folder.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sscb_graph.errors import CannotWrite, PlaceTaken, SeedError
from sscb_graph.folder.source import plan_folders, shown_name, stat_key
from sscb_graph.stamps import Stamp, settled
from sscb_graph.stores import index_places as places
from sscb_graph.stores.index_code import code_digest, code_key
from sscb_graph.stores.index_keeping import files_of, is_as_written, make_room, write_kept
from sscb_graph.stores.index_reading import DamagedIndex, IndexReader

if TYPE_CHECKING:
    from sscb_graph.folder.source import SeedFolder
    from sscb_graph.graph.graph import GraphReader


class KeptIndexes:
    """The kept indexes of the plan of a folder, or of the plans of the folders in it.

    The stamps of the files are taken here, before anything is read, so that any later change shows. Raises NoSeed
    where there is no plan.
    """

    def __init__(self, folder: Path | None) -> None:
        self._shipped = folder is None
        self._when = time.time_ns()
        self._code = code_key()
        self._stamps: dict[Path, tuple[Stamp, ...]] = {}
        for path in plan_folders(folder):
            try:
                self._stamps[path] = stat_key(path)
            except SeedError:
                self._stamps[path] = ()  # no note fits it, and reading the folder says what is wrong with its files
        self._place = places.cache_folder()
        self._private = self._place is not None and places.is_private(self._place, places.FOLDER)

    # -- finding

    def unchanged(self, plan: str | None) -> IndexReader | None:
        """The index of the plan if no file has changed since it was built; None where the files have to be read.

        Also None where there are several plans and no choice: reading them raises the error that says so.
        """
        notes = {path: self._note(path) for path in self._stamps}
        known = {note["plan"]: path for path, note in notes.items() if note}
        if len(known) < len(notes) or (plan is None and len(known) > 1):
            return None
        path = known.get(plan) if plan is not None else next(iter(known.values()))
        note = notes[path] if path else None
        return self._open(note["index"], shown_name(path, shipped=self._shipped)) if path and note else None

    def known(self, seed: SeedFolder) -> IndexReader | None:
        """The index that this code built from these bytes, in whatever folder; None where there is none."""
        name = _index_name(seed)
        found = self._open(name, seed.name)
        if found:
            self._write_note(seed, name, found.plan_id)
        return found

    def _note(self, path: Path) -> dict[str, Any] | None:
        """The note about a folder if its stamps of the files and of the code still match."""
        note = places.read_checked(self._note_file(path)) if self._private else None
        if note is None or note["folder"] != _absolute(path):
            return None
        seen = (*self._stamps[path], *self._code)
        same = note["files"] == [list(each) for each in seen] and settled(seen, note["when"])
        return note if same else None

    def _open(self, name: str, seed: str) -> IndexReader | None:
        """The index with a name if its file is unchanged since it was written."""
        if self._place is None or not self._private or not is_as_written(self._place, name):
            return None
        uri = f"{files_of(self._place, name)[0].as_uri()}?mode=ro&immutable=1"
        try:
            database = sqlite3.connect(uri, uri=True)
        except sqlite3.Error:
            return None
        try:
            return IndexReader(database, seed)
        except DamagedIndex:
            database.close()
            return None

    # -- keeping

    def keep(self, seed: SeedFolder, graph: GraphReader) -> IndexReader:
        """Builds the index of a graph, and keeps it for the next run if that is possible."""
        from sscb_graph.stores.index_writing import write_index  # only when an index is made

        database = write_index(graph, seed.digest)
        reader = IndexReader(database, seed.name)
        if self._place and places.make_private_folder(self._place):
            name = _index_name(seed)
            with contextlib.suppress(CannotWrite, PlaceTaken, OSError):
                write_kept(self._place, name, database.serialize())
                self._write_note(seed, name, reader.plan_id)
                make_room(self._place)
        return reader

    def _write_note(self, seed: SeedFolder, name: str, plan: str) -> None:
        files = (*self._stamps.get(seed.path, ()), *self._code)
        folder = _absolute(seed.path)
        note = {"folder": folder, "plan": plan, "index": name, "when": self._when, "files": files}
        with contextlib.suppress(CannotWrite, PlaceTaken):
            places.write_checked(self._note_file(seed.path), note)

    def _note_file(self, path: Path) -> Path:
        # Folders with equal checksums only overwrite each other's notes, since a note names its folder.
        checksum = zlib.crc32(os.fsencode(_absolute(path)))
        return Path(self._place or "", f"{checksum:08x}.note")


def _absolute(path: Path) -> str:
    return os.path.abspath(path)  # noqa: PTH100 (resolving every link takes longer, and stamps see a link that moves)


def _index_name(seed: SeedFolder) -> str:
    """A digest of all that an index is made from."""
    import hashlib  # takes longer to import than to look at a folder that has not changed

    return hashlib.sha256(f"{seed.digest} {code_digest()}".encode()).hexdigest()
