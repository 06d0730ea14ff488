"""The address of a server: checked, and shown without anything that could be a password."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from sscb_graph.errors import BadValue

DEFAULT_URI = "neo4j://localhost:7687"
DEFAULT_PORT = 7687
#: A number above it is no port, and so could be a password.
_HIGHEST_PORT = 65_535
_SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
#: The schemes that a wrong address may be shown with; what else stands before a host could be a password.
_SCHEME = re.compile(r"(?:neo4j|bolt|http)(?:\+?s{0,2}c?)://", re.IGNORECASE)
#: A scheme, and what stands between it and a host, which may be a login in whatever form. A path keeps one slash of
#: two; a single letter before them is a drive.
_LOGIN = re.compile(r"([\w+.-]{2,}:/+).*(?=@)")
#: What may follow an address: the routing policy of a cluster. The driver logs all that stands there.
_POLICY = re.compile(r"policy=[\w.-]+")
#: What is safe to show of a wrong address: a host and a port, and nothing that could be meant as a login.
_HOST_AND_PORT = re.compile(rf"(?:{_SCHEME.pattern})?(?:[\w.-]*|\[[0-9a-f:.]*\])(?::([0-9]{{0,5}}))?/?", re.IGNORECASE)


def check_uri(uri: str) -> None:
    """Raises BadValue for an address that cannot be used, or that carries a user or a password."""
    # Checked before parsing: a password may hold characters that make the address unreadable.
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
    if parts.query and not _POLICY.fullmatch(parts.query):
        return None
    return host, port or DEFAULT_PORT


def mask_uri(uri: str) -> str:
    """An address as people may see it: only scheme, host and port, or the scheme alone where the rest is unclear."""
    address = uri.partition("?")[0]
    plain = _HOST_AND_PORT.fullmatch(address)
    if plain and int(plain[1] or 0) <= _HIGHEST_PORT:
        return address
    scheme = _SCHEME.match(address)
    return f"{scheme[0] if scheme else ''}..."


def mask_logins(text: str) -> str:
    """A text without what may be the login of an address in it; as far as the last @ of a line, for want of a form.

    >>> mask_logins("No such command 'neo4j://neo4j:Se/cret@host'.")
    "No such command 'neo4j://...@host'."
    """
    return _LOGIN.sub(r"\1...", text)
