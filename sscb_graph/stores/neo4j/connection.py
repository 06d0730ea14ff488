"""How the shared store is reached: settings from the environment, and every fault as one sentence."""

from __future__ import annotations

import contextlib
import logging
import os
import re
import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import neo4j
from neo4j import exceptions as fault

from sscb_graph.errors import (
    BadLogin,
    BadValue,
    Clash,
    LostServer,
    NoDatabase,
    NoPassword,
    NoServer,
    ServerRefused,
    StoreError,
    TimedOut,
    Untrusted,
)

DEFAULT_URI = "neo4j://localhost:7687"
_SCHEMES = {"neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc"}
_CERTIFICATE = re.compile(r"certificate|SSL|TLS", re.IGNORECASE)


@dataclass(frozen=True)
class Connection:
    """Where the server is, who asks, and how long it may take; the password is never shown."""

    uri: str
    user: str
    password: str = field(repr=False)
    database: str | None
    #: Seconds that one question may take.
    timeout: float

    @property
    def address(self) -> str:
        """The server's address, for sentences."""
        return self.uri


def from_environment(uri: str | None = None) -> Connection:
    """The connection that SSCB_NEO4J_URI, _USER, _PASSWORD, _DATABASE and _TIMEOUT describe.

    Raises BadValue for an address that cannot be used or that carries a password, NoPassword where none is set.
    """
    chosen = uri or os.environ.get("SSCB_NEO4J_URI") or DEFAULT_URI
    _check(chosen)
    timeout = os.environ.get("SSCB_NEO4J_TIMEOUT") or "60"
    if not re.fullmatch(r"\d{1,6}(\.\d{1,3})?", timeout, re.ASCII) or float(timeout) <= 0:
        raise BadValue("SSCB_NEO4J_TIMEOUT", timeout, "write a number of seconds above 0")
    user = os.environ.get("SSCB_NEO4J_USER", "neo4j")
    password = os.environ.get("SSCB_NEO4J_PASSWORD")
    if password is None and user:
        raise NoPassword
    database = os.environ.get("SSCB_NEO4J_DATABASE") or None
    return Connection(chosen, user, password or "", database, float(timeout))


def _check(uri: str) -> None:
    try:
        parts = urlsplit(uri)
        port, host, secret = parts.port, parts.hostname, parts.username or parts.password or "@" in parts.netloc
    except ValueError:
        parts, port, host, secret = None, None, None, False
    if secret:
        wanted = "leave the user and the password out of it, and set SSCB_NEO4J_USER and SSCB_NEO4J_PASSWORD"
        raise BadValue("the address of the store", re.sub(r"//.*@", "//...@", uri), wanted)
    if not parts or parts.scheme not in _SCHEMES or not host or port == 0:
        raise BadValue("the address of the store", uri, f"write it as {DEFAULT_URI}")


@contextlib.contextmanager
def opened(connection: Connection, doing: str) -> Iterator[neo4j.Driver]:
    """A driver; whatever goes wrong inside becomes one sentence that says so while ``doing`` what."""
    logging.getLogger("neo4j").addHandler(logging.NullHandler())
    auth = (connection.user, connection.password) if connection.user else None
    before = socket.getdefaulttimeout()
    # A server that is there and says nothing: the driver sets no limit of its own on reading an answer.
    socket.setdefaulttimeout(connection.timeout + 30)
    try:
        with neo4j.GraphDatabase.driver(
            connection.uri,
            auth=auth,
            connection_timeout=10.0,
            connection_acquisition_timeout=15.0,
            max_transaction_retry_time=10.0,
            notifications_min_severity="OFF",
            warn_notification_severity="OFF",
            user_agent="sscb-graph",
        ) as driver:
            yield driver
    except (fault.Neo4jError, fault.DriverError, OSError) as problem:
        raise translated(_told_directly(problem, connection, auth), connection, doing) from None
    finally:
        socket.setdefaulttimeout(before)


def _told_directly(problem: Exception, connection: Connection, auth: tuple[str, str] | None) -> Exception:
    """Routing hides why no server was found: the one that was named tells it when it is asked without routing."""
    if "routing information" not in str(problem) or not connection.uri.startswith("neo4j"):
        return problem
    try:
        with neo4j.GraphDatabase.driver(connection.uri.replace("neo4j", "bolt", 1), auth=auth) as driver:
            driver.verify_connectivity()
    except (fault.Neo4jError, fault.DriverError, OSError) as told:
        return told
    return problem


def translated(problem: Exception, connection: Connection, doing: str) -> StoreError:
    """The sentence for what the driver or the server says; neither ever holds the password."""
    if isinstance(problem, fault.Neo4jError):
        return _from_server(problem, connection, doing)
    causes = " ".join(str(one) for one in _causes(problem))
    if isinstance(problem, fault.ConfigurationError):
        return NoServer(connection.address, _first_line(str(problem)))
    if "timed out" in causes and "Couldn't connect" not in causes:
        return TimedOut(connection.address, doing, connection.timeout)
    if _CERTIFICATE.search(causes):
        return Untrusted(connection.address)
    if isinstance(problem, fault.SessionExpired | fault.IncompleteCommit) or "defunct" in causes:
        return LostServer(connection.address, doing)
    if isinstance(problem, fault.ServiceUnavailable | OSError) and _never_there(causes):
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
    if "ConstraintValidationFailed" in code or "ConstraintCreationFailed" in code or "AlreadyExists" in code:
        return Clash(f"A constraint of the database stands against {doing}: {_first_line(problem.message or code)}")
    if "DatabaseUnavailable" in code or "NotALeader" in code:
        return LostServer(connection.address, doing)
    return ServerRefused(doing, _first_line(problem.message or code))


def _causes(problem: BaseException | None) -> Iterator[BaseException]:
    while problem is not None:
        yield problem
        problem = problem.__cause__ or problem.__context__


def _never_there(causes: str) -> bool:
    return bool(re.search(r"Couldn't connect|Cannot resolve|Failed to DNS|routing information|refused", causes))


def _first_line(text: str) -> str:
    line = text.strip().splitlines()[0] if text.strip() else "no reason given"
    return line if line.endswith(".") else f"{line}."
