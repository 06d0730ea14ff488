"""Files are written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from sscb_graph.errors import CannotWrite
from sscb_graph.files import new_folder, write_whole


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "x.json"
    write_whole(target, b"before")

    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(CannotWrite, match="no space left"):
        write_whole(target, b"after")
    with pytest.raises(CannotWrite):
        new_folder(tmp_path / "folder", {"a": b""})
    assert target.read_bytes() == b"before"
    assert [path.name for path in tmp_path.iterdir()] == ["x.json"]
