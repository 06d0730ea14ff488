"""Connections to the shared store: settings from the environment, and a driver whose faults become sentences."""

from __future__ import annotations

import contextlib
import logging
import os
import re
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

import neo4j

from sscb_graph.errors import BadValue
from sscb_graph.errors_of_store import NoPassword, NoServer, TooMuch, Unreadable
from sscb_graph.stores.neo4j.faults import DRIVER_FAULTS, from_driver, is_silence, translate
from sscb_graph.stores.neo4j.limits import Excess
from sscb_graph.stores.neo4j.patience import GRACE, deadline
from sscb_graph.stores.neo4j.uri import DEFAULT_URI, check_uri, endpoint, mask_uri

#: The time limit for connecting, in seconds. A host that is up accepts or refuses at once; only a silent host takes
#: so long.
CONNECT = 4.0
#: The time limit for the login and the routing table, in seconds, with GRACE.
LOGIN = 10.0


@dataclass(frozen=True)
class Connection:
    """The address, login and time limit of a server; the password is never shown."""

    uri: str
    user: str
    password: str = field(repr=False)
    database: str | None
    #: The time limit of a transaction, in seconds.
    timeout: float

    @property
    def address(self) -> str:
        """The server's address as a sentence may show it."""
        return mask_uri(self.uri)

    @property
    def login(self) -> tuple[str, str] | None:
        """The user and the password; None for a server that needs neither."""
        return (self.user, self.password) if self.user else None


def from_environment(uri: str | None = None) -> Connection:
    """The connection that SSCB_NEO4J_URI, _USER, _PASSWORD, _DATABASE and _TIMEOUT describe.

    Raises BadValue for an address that cannot be used or that carries a password, NoPassword where none is set.
    """
    chosen = uri or os.environ.get("SSCB_NEO4J_URI") or DEFAULT_URI
    check_uri(chosen)
    timeout = os.environ.get("SSCB_NEO4J_TIMEOUT") or "60"
    if not re.fullmatch(r"\d{1,6}(\.\d{1,3})?", timeout, re.ASCII) or float(timeout) <= 0:
        raise BadValue("SSCB_NEO4J_TIMEOUT", timeout, "write a number of seconds above 0")
    user = os.environ.get("SSCB_NEO4J_USER", "neo4j")
    password = os.environ.get("SSCB_NEO4J_PASSWORD")
    if password is None and user:
        raise NoPassword
    database = os.environ.get("SSCB_NEO4J_DATABASE") or None
    return Connection(chosen, user, password or "", database, float(timeout))


@contextlib.contextmanager
def connect(connection: Connection, doing: str) -> Iterator[neo4j.Driver]:
    """Yields a driver; turns every fault of it into a StoreError whose sentence says what ``doing`` was interrupted.

    Raises StoreError.
    """
    _knock(connection)
    logging.getLogger("neo4j").addHandler(logging.NullHandler())
    try:
        with _driver(connection, connection.uri) as driver:
            _log_in(driver, connection)
            yield driver
    except DRIVER_FAULTS as problem:
        raise translate(_without_routing(problem, connection), connection, doing) from None
    except Excess as excess:
        raise TooMuch(connection.address, doing, excess.limit) from None
    # What is no answer makes the driver raise errors of any class; its extension in Rust raises none of Exception's.
    except BaseException as problem:
        if isinstance(problem, KeyboardInterrupt | GeneratorExit | SystemExit) or not from_driver(problem):
            raise
        raise Unreadable(connection.address, doing) from None


def _log_in(driver: neo4j.Driver, connection: Connection) -> None:
    """Logs in before anything is asked: a transaction would retry for seconds what cannot get better.

    Raises NoServer where the server is silent, and the faults of the driver.
    """
    try:
        with deadline(driver, min(connection.timeout, LOGIN)):
            driver.verify_connectivity()
    except DRIVER_FAULTS as problem:
        if not is_silence(problem):
            raise
        raise NoServer(connection.address, "it does not answer") from None


def _driver(connection: Connection, uri: str) -> neo4j.Driver:
    return neo4j.GraphDatabase.driver(
        uri,
        auth=connection.login,
        connection_timeout=CONNECT,
        connection_acquisition_timeout=min(10.0, connection.timeout + GRACE),
        max_transaction_retry_time=min(10.0, connection.timeout),
        notifications_min_severity="OFF",
        warn_notification_severity="OFF",
        user_agent="sscb-graph",
    )


def _knock(connection: Connection) -> None:
    """Raises NoServer where nothing listens at the address.

    The driver would notice too, but with routing it retries each address for a quarter of a minute.
    """
    place = endpoint(connection.uri)
    if place is None:
        raise BadValue("the address of the store", connection.address, f"write it as {DEFAULT_URI}")
    try:
        found = socket.getaddrinfo(*place, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise NoServer(connection.address, "its name is not known") from None
    until = time.monotonic() + CONNECT
    for family, kind, protocol, _, address in found:
        with contextlib.suppress(OSError), socket.socket(family, kind, protocol) as knock:
            knock.settimeout(max(until - time.monotonic(), 0.1))
            knock.connect(address)
            return
    raise NoServer(connection.address, "it cannot be reached")


def _without_routing(problem: Exception, connection: Connection) -> Exception:
    """The cause that routing hides when no server answers: a connection without routing raises it."""
    if "routing information" not in str(problem) or not connection.uri.startswith("neo4j"):
        return problem
    try:
        with _driver(connection, connection.uri.replace("neo4j", "bolt", 1)) as driver:
            driver.verify_connectivity()
    except DRIVER_FAULTS as cause:
        return cause
    return problem
