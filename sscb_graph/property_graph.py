"""The type of a plan's graph: nodes by id, relationships keyed by their own id."""

from __future__ import annotations

from typing import TypeAlias

import networkx as nx

Graph: TypeAlias = "nx.MultiDiGraph[str]"
