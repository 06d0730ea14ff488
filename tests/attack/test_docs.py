"""The page on what is promised names every attack, twice: beside what it tries, and in the table of figures."""

from __future__ import annotations

from tests.attack.__main__ import attacks
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "robustness.md").read_text(encoding="utf-8")


def test_the_page_names_every_attack() -> None:
    promises, _, figures = PAGE.partition("<!-- figures: begin -->")
    assert figures
    for name in attacks():
        assert f"`{name}`" in promises, f"docs/robustness.md does not say what {name} tries"
        assert f"\n| `{name}` |" in figures, f"the figures of docs/robustness.md lack {name}"
