"""What tests read of a drawing: its boxes, their places, its words and its titles."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from sscb_graph.drawing.render import render_picture
from sscb_graph.pictures.kinds import body, coverage, priority, structure, timeline, trace
from sscb_graph.pictures.part import take_part
from sscb_graph.pictures.picture import Picture
from sscb_graph.pictures.picture_data import PictureData
from sscb_graph.plan import OpenPlan
from tests.conftest import SeedCopy

SVG = "{http://www.w3.org/2000/svg}"


def asking(store: OpenPlan, *bases: str) -> PictureData:
    return store.read(lambda reading: PictureData(reading, bases))


def pictures(store: OpenPlan, *bases: str) -> dict[str, Picture]:
    """One picture of every kind."""
    asked = asking(store, *bases)
    drawn = [
        take_part(structure.compose(asked)),
        trace.from_recommendation(asked, "22"),
        trace.from_recommendation(asked, "1"),
        trace.from_action(asked, "2.11"),
        priority.compose(asked, "2"),
        body.compose(asked, "Business Group"),
        coverage.compose(asked),
        coverage.compose(asked, "lead"),
        timeline.compose(asked),
    ]
    return {picture.name: picture for picture in drawn}


def svg_of(picture: Picture) -> ET.Element:
    return parsed(render_picture(picture, "svg").data)


def parsed(data: bytes) -> ET.Element:
    return ET.fromstring(data)  # noqa: S314 - our own drawing


def titles(root: ET.Element) -> list[str]:
    """The titles inside a drawing, but not its own."""
    return [title.text or "" for group in root.iter(f"{SVG}g") for title in group.findall(f"{SVG}title")]


def flat(text: str) -> str:
    return " ".join(text.split())


def joined(root: ET.Element) -> str:
    return " ".join(text.text or "" for text in root.iter(f"{SVG}text"))


def size(root: ET.Element) -> tuple[float, float]:
    return float(root.attrib["width"].removesuffix("pt")), float(root.attrib["height"].removesuffix("pt"))


def places(root: ET.Element) -> dict[str, tuple[float, float]]:
    """Where the boxes stand: the smallest x and y of their corners, by the id of the box."""
    found = {}
    for group in root.iter(f"{SVG}g"):
        key = group.get("id", "").removeprefix("a_")
        shape = next((one for one in group.iter() if one.tag in {f"{SVG}polygon", f"{SVG}path"}), None)
        if key.startswith("node-") and shape is not None:
            numbers = [float(one) for one in re.findall(r"-?[0-9.]+", shape.get("points") or shape.get("d") or "")]
            found[key.removeprefix("node-")] = (min(numbers[::2]), min(numbers[1::2]))
    return found


def more(seed: SeedCopy, names: dict[str, str], lines: list[tuple[str, str]], kind: str = "role") -> OpenPlan:
    """The plan with more bodies, by id with their names, and with more reporting lines, from below to above."""
    bodies, relations = seed.rows("bodies.csv"), seed.rows("relations.csv")
    why = {"basis": "assumed", "reason": "a test"}
    for key, name in names.items():
        cells = {"id": key, "position": str(100 + len(bodies)), "name": name, "kind": kind}
        bodies.append({**dict.fromkeys(bodies[0], ""), **cells, **why})
    for at, (below, above) in enumerate(lines):
        cells = {"id": f"more-{at}", "body": below, "relation": "reports to", "other": above}
        relations.append({**dict.fromkeys(relations[0], ""), **cells, **why})
    seed.write("bodies.csv", bodies)
    seed.write("relations.csv", relations)
    return seed.open()


def organogram(posts: int) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """So many posts below 11 heads, four below each: their names by id, and their lines."""
    names = {f"post-{number}": f"Post number {number}" for number in range(posts)}
    return names, [(f"post-{number}", f"post-{_above(number)}") for number in range(11, posts)]


def _above(number: int) -> int:
    return (number - 11) // 4
