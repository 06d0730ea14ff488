"""DOT -> SVG and PNG, by the engine that is installed with this package, or by a system's own dot."""

from __future__ import annotations

import shutil
import struct
import subprocess
import zlib
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

from sscb_graph.errors import EngineFailed, NoEngine

#: The distribution that carries the engine; pinned, so that the same picture has the same bytes everywhere.
CARRIER = "graphviz-pure"
#: Dots per inch of a PNG: 72 points drawn at this size are sharp on paper.
PNG_DPI = 192
#: How long the engine may take, in seconds: a picture in which everything is joined to everything would never be done.
LONGEST = 300.0


def engine_path(engine: str) -> Path:
    """The engine's own path: that of the installed wheel, or of ``dot`` on the PATH; raises NoEngine."""
    if engine == "dot":
        if found := shutil.which("dot"):
            return Path(found)
        raise NoEngine("'dot' is not on the PATH: install Graphviz")
    try:
        parts = files(CARRIER) or []
    except PackageNotFoundError:
        parts = []
    for part in parts:
        if part.name in {CARRIER, f"{CARRIER}.exe"}:
            # Where packages are unpacked into a folder of their own, as from a single file, its scripts stand in it.
            beside = Path(__file__).resolve().parents[2] / "bin" / part.name
            for path in (Path(str(part.locate())), beside):
                if path.is_file():
                    return path.resolve()
    raise NoEngine(
        f"the package {CARRIER}, which draws the pictures, is not whole: pip install --force-reinstall {CARRIER}"
    )


def run_graphviz(source: str, form: str, engine: str) -> bytes:
    """The picture of a DOT text, as ``svg`` or ``png``; raises NoEngine or EngineFailed."""
    path = engine_path(engine)
    command = [str(path), "-Kdot", f"-T{form}", *([f"-Gdpi={PNG_DPI}"] if form == "png" else [])]
    try:
        done = subprocess.run(  # noqa: S603 - own path
            command, input=source.encode(), capture_output=True, check=False, timeout=LONGEST
        )
    except subprocess.TimeoutExpired:
        raise EngineFailed(path.name, f"it took more than {LONGEST:g} seconds") from None
    except OSError as problem:
        raise NoEngine(f"{path.name} cannot be started: {problem.strerror}") from None
    if done.returncode or not done.stdout:
        raise EngineFailed(path.name, done.stderr.decode(errors="replace"))
    return _with_density(done.stdout) if form == "png" else done.stdout


def png_size(png: bytes) -> tuple[float, float]:
    """The width and height in points of a PNG of run_graphviz, from its header."""
    across, down = struct.unpack(">II", png[16:24])
    return across * 72 / PNG_DPI, down * 72 / PNG_DPI


def _with_density(png: bytes) -> bytes:
    """A PNG that says how many dots an inch has, so that a word processor shows it in its own size."""
    after_header = 33  # 8 bytes of signature and the first chunk, which PNG orders to be the header of 25
    metre = round(PNG_DPI / 0.0254)
    chunk = b"pHYs" + struct.pack(">IIB", metre, metre, 1)
    whole = struct.pack(">I", 9) + chunk + struct.pack(">I", zlib.crc32(chunk))
    return png[:after_header] + whole + png[after_header:]
