"""The forms that a picture may have, and what may draw it: all that the command line must know at once."""

from __future__ import annotations

#: The forms that a picture may have, by the suffix of its file.
FORMS = ("svg", "png", "pdf", "dot", "txt")
ENGINES = ("built-in", "dot")
