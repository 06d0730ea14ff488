"""The forms that a drawing may have and what may draw it: all that a command line needs to know of drawing at once."""

from __future__ import annotations

#: The forms, by the suffix of a file.
FORMS = ("svg", "png", "pdf", "dot", "txt")
#: What may draw: the engine that is installed with this package, or a system's own Graphviz.
ENGINES = ("built-in", "dot")
