"""How long a server may be silent: the driver itself has no time limit for reading an answer."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from typing import TypeVar

import neo4j

from sscb_graph.stores.neo4j.faults import DRIVER_FAULTS, Silence
from sscb_graph.stores.neo4j.limits import Excess

Result = TypeVar("Result")
#: Seconds past the server's own time limit after which that limit has failed: the server checks it every other second.
GRACE = 5.0


class Patience:
    """A time limit for a block: the driver is closed when it is over."""

    def __init__(self, driver: neo4j.Driver, seconds: float) -> None:
        self._driver = driver
        self._seconds = seconds + GRACE
        self._over = threading.Event()
        self._timer: threading.Timer | None = None

    @property
    def over(self) -> bool:
        """Whether the time is over."""
        return self._over.is_set()

    def renew(self) -> None:
        """Begins the time again, since the server has answered."""
        self.end()
        self._timer = threading.Timer(self._seconds, self._expire)
        self._timer.daemon = True
        self._timer.start()

    def end(self) -> None:
        """Ends the time limit."""
        if self._timer:
            self._timer.cancel()

    def within(
        self, seconds: float | None, work: Callable[[neo4j.ManagedTransaction], Result]
    ) -> Callable[[neo4j.ManagedTransaction], Result]:
        """The work of a transaction, with the server's own time limit in ``seconds``.

        It raises Silence, which is final, once the time is over: the driver would repeat it for what a closed
        connection raises, on a new connection that nothing closes.
        """

        @neo4j.unit_of_work(timeout=seconds)
        def transaction(managed: neo4j.ManagedTransaction) -> Result:
            if self.over:
                raise Silence(self._seconds)
            with self.cut_off():
                return work(managed)

        return transaction

    @contextlib.contextmanager
    def cut_off(self) -> Iterator[None]:
        """Closes the driver where a server sends too much: else it would read on to the end, if there is an end."""
        try:
            yield
        except Excess:
            self._close()
            raise

    def _expire(self) -> None:
        self._over.set()
        self._close()

    def _close(self) -> None:
        with contextlib.suppress(*DRIVER_FAULTS):
            self._driver.close()


@contextlib.contextmanager
def deadline(driver: neo4j.Driver, seconds: float) -> Iterator[Patience]:
    """Closes the driver if the server is silent for ``seconds`` and GRACE; the block then raises Silence.

    The server itself ends a transaction that takes too long. But a server that has stopped sends nothing, and the
    driver has no time limit for reading an answer: closing it ends the wait.
    """
    patience = Patience(driver, seconds)
    patience.renew()
    try:
        yield patience
    except DRIVER_FAULTS:
        if patience.over:
            raise Silence(seconds) from None
        raise
    finally:
        patience.end()
