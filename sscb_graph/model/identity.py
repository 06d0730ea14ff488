"""The form of ids: those that people write in the files of a plan, and those that the graph derives from them."""

from __future__ import annotations

import re

#: An id of a record: small letters, digits, dots and hyphens, a letter first.
ID_PATTERN = re.compile(r"[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*")
#: An id of the graph: a record's own, or one derived from others and joined by "~" (other characters as %XX).
GRAPH_ID_PATTERN = re.compile(ID_PATTERN.pattern + r"(?:~[A-Za-z0-9_.%/~-]*)?")
#: The word of a report, which people type before the number of an item.
WORD_PATTERN = re.compile(r"[a-z]+")
