"""Faults of the driver or the server -> errors with a sentence; none ever holds the password."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from neo4j import exceptions as fault

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
_CERTIFICATE = re.compile(r"certificate|SSL|TLS", re.IGNORECASE)
_SILENT = re.compile(r"timed out", re.IGNORECASE)
_NEVER_THERE = re.compile(r"Couldn't connect|Cannot resolve|Failed to DNS|routing information|refused")


def translate(problem: Exception, connection: Connection, doing: str) -> StoreError:
    """Returns the error for a fault; ``doing`` says what was interrupted."""
    if isinstance(problem, fault.Neo4jError):
        return _from_server(problem, connection, doing)
    causes = " ".join(str(cause) for cause in _causes(problem))
    if isinstance(problem, fault.ConfigurationError):
        return NoServer(connection.address, _first_line(str(problem)))
    if _SILENT.search(causes):
        if _NEVER_THERE.search(causes):
            return NoServer(connection.address, "it does not answer")
        return TimedOut(connection.address, doing, connection.timeout)
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


def _causes(problem: BaseException | None) -> Iterator[BaseException]:
    while problem is not None:
        yield problem
        problem = problem.__cause__ or (None if problem.__suppress_context__ else problem.__context__)


def _first_line(text: str) -> str:
    line = text.strip().splitlines()[0] if text.strip() else "no reason given"
    return line if line.endswith(".") else f"{line}."
