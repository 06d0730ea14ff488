"""The name of a picture, which is also the name of its file: safe on every system, whatever an id or a word holds."""

from __future__ import annotations

import hashlib
import re

#: The most characters of a name. A file system has 255 bytes for it and for what is added: an ending such as
#: "-narrow.svg", and around a file that is being written the marks of a temporary one.
LONGEST = 100
#: What every system takes as it is: no case that one of them would ignore, no dot at an end, nothing but ASCII.
_SAFE = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
#: Ids that read as the rest of another name: the endings of variants of a picture, and the kind "trace-action".
_MISLEADING = re.compile(r"(?:.*-)?(?:narrow|changes|before|after)|action-.*", re.DOTALL)
_UNSAFE = re.compile(r"[^a-z0-9]+")
_DIGITS = 12


def picture_name(*parts: str) -> str:
    """The name of a picture that is about a thing: a word for its kind, and the id of the thing.

    The word in front keeps a name from being that of a device, such as CON on Windows. A name that is too long, that
    has other characters than ids have, or that could be that of another picture, ends in 12 digits of a digest.

    >>> picture_name("body", "qap"), picture_name("body", "../x")
    ('body-qap', 'body-x-43ea824d19f5')
    """
    name = "-".join(parts)
    if _SAFE.fullmatch(name) and len(name) <= LONGEST and not _MISLEADING.fullmatch(parts[-1]):
        return name
    digest = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
    return f"{_UNSAFE.sub('-', name)[: LONGEST - _DIGITS - 1].strip('-')}-{digest}"
