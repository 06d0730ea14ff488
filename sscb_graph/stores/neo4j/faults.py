"""Faults of the driver or the server -> errors with a sentence; none ever holds the password."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from neo4j import exceptions as fault

from sscb_graph.errors import visible
from sscb_graph.errors_of_store import (
    BadLogin,
    Busy,
    Clash,
    LostServer,
    NoDatabase,
    NoServer,
    ServerRefused,
    StoreError,
    TimedOut,
    Untrusted,
)

if TYPE_CHECKING:
    from sscb_graph.stores.neo4j.connection import Connection

#: Every class of exception that the driver raises.
DRIVER_FAULTS = (fault.Neo4jError, fault.DriverError, OSError)
#: The most characters of what a server says that a sentence repeats.
_LONGEST = 500
_CERTIFICATE = re.compile(r"certificate|SSL|TLS", re.IGNORECASE)
_SILENT = re.compile(r"timed out", re.IGNORECASE)
_NEVER_THERE = re.compile(r"Couldn't connect|Cannot resolve|Failed to DNS|routing information|refused")


class Silence(TimeoutError):
    """The server has been silent for some seconds."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        super().__init__("timed out")


def translate(problem: Exception, connection: Connection, doing: str) -> StoreError:
    """Returns the error for a fault; ``doing`` says what was interrupted."""
    if isinstance(problem, fault.Neo4jError):
        return _from_server(problem, connection, doing)
    causes = _words(problem)
    if isinstance(problem, fault.ConfigurationError):
        # The driver repeats what follows the host of an address, which could be a password.
        follows = "?" in connection.uri
        return NoServer(connection.address, "its address cannot be used" if follows else _first_line(str(problem)))
    if is_silence(problem):
        if _NEVER_THERE.search(causes):
            return NoServer(connection.address, "it does not answer")
        return TimedOut(connection.address, doing, getattr(problem, "seconds", connection.timeout))
    if _CERTIFICATE.search(causes):
        return Untrusted(connection.address)
    if isinstance(problem, fault.SessionExpired | fault.IncompleteCommit) or "defunct" in causes:
        return LostServer(connection.address, doing)
    if isinstance(problem, fault.ServiceUnavailable | OSError) and _NEVER_THERE.search(causes):
        return NoServer(connection.address, "it cannot be reached")
    return LostServer(connection.address, doing)


def _from_server(problem: fault.Neo4jError, connection: Connection, doing: str) -> StoreError:
    code = problem.code or ""
    if isinstance(problem, fault.AuthError) or ".Security." in code:
        return BadLogin(connection.address, connection.user)
    if "DatabaseNotFound" in code:
        return NoDatabase(connection.address, connection.database or "")
    if "TransactionTimedOut" in code or "LockClientStopped" in code:
        return TimedOut(connection.address, doing, connection.timeout)
    if "DeadlockDetected" in code:
        return Busy(connection.address, doing)
    if "ConstraintValidationFailed" in code or "ConstraintCreationFailed" in code or "AlreadyExists" in code:
        return Clash(f"A constraint of the database stands against {doing}: {_first_line(problem.message or code)}")
    if "DatabaseUnavailable" in code or "NotALeader" in code:
        return LostServer(connection.address, doing)
    return ServerRefused(doing, _first_line(problem.message or code))


def is_silence(problem: Exception) -> bool:
    """Whether a fault is that the server did not answer in time."""
    return bool(_SILENT.search(_words(problem)))


def _words(problem: Exception) -> str:
    """What a fault and its causes say."""
    return " ".join(str(cause) for cause in _causes(problem))


def _causes(problem: BaseException | None) -> Iterator[BaseException]:
    while problem is not None:
        yield problem
        problem = problem.__cause__ or (None if problem.__suppress_context__ else problem.__context__)


def from_driver(problem: BaseException) -> bool:
    """Whether an error arose in the driver, rather than in what was done with its answers.

    A server that sends what is no answer makes the driver raise errors of any class.
    """
    found = False
    trace = problem.__traceback__
    while trace is not None:
        package = trace.tb_frame.f_globals.get("__name__", "").partition(".")[0]
        if package in {"neo4j", "sscb_graph"}:
            found = package == "neo4j"
        trace = trace.tb_next
    return found


def _first_line(text: str) -> str:
    """The first line of what a server says, which may be anything and of any length."""
    line = visible(text.strip().splitlines()[0][:_LONGEST]) if text.strip() else "no reason given"
    return line if line.endswith(".") else f"{line}."
