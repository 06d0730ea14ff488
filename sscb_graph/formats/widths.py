"""What widths columns have, alike in every form; each form has a unit of its own, of which widths are whole numbers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

#: The letters above which a word may be broken so that a table fits.
LONGEST_WORD = 26
Width = TypeVar("Width", int, float)


def widest_word(texts: Iterable[str], width: Callable[[str], Width]) -> Width:
    """The width of the widest word of some texts, each word measured once; 0 where there is none."""
    return max(map(width, {word for text in set(texts) for word in text.split()}), default=0)


def narrowed(least: Sequence[int], wanted: Sequence[int], room: int) -> list[int]:
    """The widths that columns want, the widest of them narrowed to a common width where not all fit the room.

    No column is narrower than its least, whether these fit or not. Units that are left over widen the first of those
    that were narrowed.

    >>> narrowed([1, 1, 1], [4, 20, 30], 25), narrowed([9, 1], [20, 20], 8)
    ([4, 11, 10], [9, 1])
    """
    if sum(wanted) <= room:
        return list(wanted)

    def at_most(width: int) -> list[int]:
        return [max(min(low, high), min(high, width)) for low, high in zip(least, wanted, strict=True)]

    common = max(bisect_right(range(max(wanted)), room, key=lambda width: sum(at_most(width))) - 1, 0)
    widths = at_most(common)
    able = [at for at, high in enumerate(wanted) if widths[at] == common < high]
    for at in able[: max(room - sum(widths), 0)]:
        widths[at] += 1
    return widths
