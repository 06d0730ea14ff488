"""The address of a server: checked, and shown without anything that could be a password."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from sscb_graph.errors import BadValue

DEFAULT_URI = "neo4j://localhost:7687"
DEFAULT_PORT = 7687
_SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
#: What can be shown of an address that is wrong: a host and a port, and nothing that somebody could have meant as a
#: user and a password.
_HOST_AND_PORT = re.compile(r"(?:[a-z][a-z0-9+.-]*://)?(?:[\w.-]*|\[[\da-f:.]*\])(?::\d*)?/?", re.IGNORECASE)


def check_uri(uri: str) -> None:
    """Raises BadValue for an address that cannot be used, or that carries a user or a password."""
    # Before anything is parsed: a password may hold whatever makes an address unreadable.
    if "@" in uri:
        wanted = "leave the user and the password out of it; they are read from the environment"
        raise BadValue("the address of the store", mask_uri(uri), wanted)
    if endpoint(uri) is None:
        raise BadValue("the address of the store", mask_uri(uri), f"write it as {DEFAULT_URI}")


def endpoint(uri: str) -> tuple[str, int] | None:
    """The host and the port of an address; None for an address that cannot be used."""
    try:
        parts = urlsplit(uri)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in _SCHEMES or not host or port == 0 or parts.path.strip("/") or parts.fragment:
        return None
    return host, port or DEFAULT_PORT


def mask_uri(uri: str) -> str:
    """An address for people: what comes after the host and the port is left out, and so is all that is not clear."""
    address = uri.partition("?")[0]
    if _HOST_AND_PORT.fullmatch(address):
        return address
    scheme = _SCHEME.match(address)
    return f"{scheme[0] if scheme else ''}..."
