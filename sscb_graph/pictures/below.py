"""How many boxes stand below each box, counted once for the whole picture."""

from __future__ import annotations

from collections.abc import Collection

import networkx as nx


class Below:
    """Counts what is below the boxes of a directed graph of their ids, an arrow from above to below.

    What is below most boxes is a tree: it is counted from the bottom up, each box once. Only where lines meet or run
    in a circle is every box walked to, so that none counts twice.
    """

    def __init__(self, graph: nx.DiGraph[str]) -> None:
        self._graph = graph
        self._sizes = _tree_sizes(graph)

    def count(self, key: str, known: Collection[str] = ()) -> int:
        """How many boxes are below one, without those that are ``known``: all that stand no deeper than it."""
        size = self._sizes.get(key)
        # Nothing that is below it by one way only is known by another.
        return len(nx.descendants(self._graph, key) - set(known)) if size is None else size


def _tree_sizes(graph: nx.DiGraph[str]) -> dict[str, int]:
    """By box, the number of those below it, where exactly one line leads to each of them."""
    sizes: dict[str, int] = {}
    waiting = dict(graph.out_degree)
    ready = [key for key, below in waiting.items() if not below]
    while ready:
        key = ready.pop()
        inner = list(graph.successors(key))
        if all(one in sizes and graph.in_degree(one) == 1 for one in inner):
            sizes[key] = sum(sizes[one] + 1 for one in inner)
        for above in graph.predecessors(key):
            waiting[above] -= 1
            if not waiting[above]:
                ready.append(above)
    return sizes
