"""A knowledge graph of governance and accountability, asked from the command line or from Python.

>>> from sscb_graph import open_plan
>>> with open_plan() as plan:
...     answer = plan.ask("actions-by-recommendation", recommendation="ofsted 22")
>>> answer.rows[0]["action"]
'2.2'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sscb_graph.version import __version__

if TYPE_CHECKING:
    from sscb_graph.plan import OpenPlan, open_plan

__all__ = ["OpenPlan", "__version__", "open_plan"]


def __getattr__(name: str) -> Any:
    # Imported when first asked for, so that a part of the package does not load the whole.
    if name not in {"OpenPlan", "open_plan"}:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from sscb_graph import plan

    return getattr(plan, name)
