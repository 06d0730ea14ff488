"""What an attack gives a case at most."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

#: The longest that a case may take, in seconds, before it counts as hung.
LONGEST = 60


class Hung(BaseException):
    """A case took too long; no `Exception`, so that the tool's last handler does not take it for its own."""


@contextmanager
def limited() -> Iterator[None]:
    """Ends what takes longer than LONGEST with `Hung`."""

    def stop(_: int, __: FrameType | None) -> None:
        raise Hung(f"it took more than {LONGEST} s")

    former = signal.signal(signal.SIGALRM, stop)
    signal.alarm(LONGEST)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, former)
