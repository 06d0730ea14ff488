"""A folder of pictures: the standard ones of a plan, and those that somebody keeps there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from sscb_graph.render.diagrams.forest import limited
from sscb_graph.render.diagrams.kinds import body, coverage, priority, structure, timeline, trace
from sscb_graph.render.diagrams.kinds.bodies import Ask
from sscb_graph.render.diagrams.picture import Picture
from sscb_graph.render.diagrams.write import written
from sscb_graph.text import slug

FORMS = ("svg", "png", "txt")


def pictures(ask: Ask, held: Iterable[str]) -> list[Picture]:
    """The structure, both matrices, the timeline and every priority; and what else is held, by its name."""
    whole = structure.draw(ask)
    standard = [
        limited(whole),
        limited(whole, narrow=True),
        coverage.draw(ask),
        coverage.draw(ask, "lead"),
        timeline.draw(ask),
        *(priority.draw(ask, str(row["priority"])) for row in ask("summary-by-priority").rows),
    ]
    known = {picture.name for picture in standard}
    makers = _makers(ask)
    return [*standard, *(makers[name]() for name in held if name in makers and name not in known)]


def _makers(ask: Ask) -> dict[str, Callable[[], Picture]]:
    """By its name, how to draw each picture that is not standard."""
    found: dict[str, Callable[[], Picture]] = {}
    for row in ask("bodies").rows:
        found[f"body-{slug(row['body'])}"] = lambda name=row["body_id"]: body.draw(ask, name)  # type: ignore[misc]
    for row in ask("citations").rows:
        found[f"trace-ofsted-{slug(row['item'])}"] = lambda item=row["item"]: trace.ofsted(ask, item)  # type: ignore[misc]
    for row in ask("actions").rows:
        found[f"trace-action-{slug(row['action'])}"] = lambda key=row["row_id"]: trace.action(ask, key)  # type: ignore[misc]
    return found


def gallery(drawn: Iterable[Picture], engine: str) -> dict[str, bytes]:
    """Every file of the folder, by its name."""
    return {f"{picture.name}.{form}": written(picture, form, engine) for picture in drawn for form in FORMS}


def stale(folder: Path, files: dict[str, bytes]) -> list[str]:
    """The files that are missing or other than they would be drawn, and those that nothing would draw."""
    wrong = [
        name for name, data in files.items() if not (folder / name).is_file() or (folder / name).read_bytes() != data
    ]
    ours = {f".{form}" for form in FORMS}
    extra = [path.name for path in sorted(folder.glob("*")) if path.suffix in ours and path.name not in files]
    return [*wrong, *extra]
