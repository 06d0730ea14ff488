"""A password never appears in what the tool prints or logs, wherever in an address or the environment it stands."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sscb_graph.stores.neo4j import connection, patience
from tests.conftest import run_sscb
from tests.neo4j.bolt import FakeServer

#: The part of every password that is looked for; a host or a port cannot be told from a password of the same form.
MARK = "Hunter2"
_AROUND = st.text(st.sampled_from("@:/?#[]%\\ \t\n\r'\"`$&;<>{}|^~=+*,.-_aZ9\u00e9\u4e2d\u202e\x1b\x7f"), max_size=6)
PASSWORDS = st.builds("{}{}{}".format, _AROUND, st.just(MARK), _AROUND)
#: Addresses around a password; the host is that of a server that hangs up.
FORMS = (
    "{scheme}://neo4j:{password}@{host}",
    "{scheme}://{password}@{host}",
    "{scheme}://{password}:x@{host}",
    "{scheme}:neo4j:{password}@{host}",
    "{scheme}:/neo4j:{password}@{host}",
    "{scheme}//neo4j:{password}@{host}",
    "neo4j:{password}@{host}",
    "//neo4j:{password}@{host}",
    "{scheme}://neo4j:{password}",
    "{scheme}://{host}/{password}",
    "{scheme}://{host}?{password}",
    "{scheme}://{host}?password={password}",
    "{scheme}://{host}?a={password}&a={password}",
    "{scheme}://{host}#{password}",
    "{scheme}://{host};{password}",
    "{scheme}://{host} {password}",
    "{scheme}://[{password}]:7687",
    "{scheme}://{host}:{password}",
    "{password}://{host}",
    "{scheme}+{password}://{host}",
)
SCHEMES = ("neo4j", "bolt", "neo4j+s", "bolt+ssc", "http", "NEO4J", "")


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    """A host and port where something listens and hangs up, so that an address is used as far as it can be."""
    with pytest.MonkeyPatch.context() as patch, FakeServer("login", "nothing") as fake:
        for module, name in (
            (connection, "CONNECT"),
            (connection, "LOGIN"),
            (connection, "GRACE"),
            (patience, "GRACE"),
        ):
            patch.setattr(module, name, 0.5)
        yield fake.uri.removeprefix("bolt://")


@given(st.sampled_from(FORMS), st.sampled_from(SCHEMES), PASSWORDS, st.booleans(), st.booleans())
@example("{scheme}://neo4j:{password}@{host}", "neo4j", f"Se/{MARK}", False, False)
@example("{scheme}://{host}?{password}", "neo4j", MARK, False, False)
@example("{scheme}://{host}?a={password}&a={password}", "neo4j", MARK, True, False)
@example("{scheme}://{host}?password={password}", "neo4j", MARK, False, False)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_password_in_an_address_is_never_shown(
    host: str, caplog: pytest.LogCaptureFixture, form: str, scheme: str, password: str, encoded: bool, as_option: bool
) -> None:
    address = form.format(scheme=scheme, password=quote(password, safe="") if encoded else password, host=host)
    env = {"SSCB_NEO4J_URI": address, "SSCB_NEO4J_PASSWORD": password, "SSCB_NEO4J_TIMEOUT": "1", "SSCB_DEBUG": "1"}
    command = ["--store", address if as_option else "neo4j", "gaps"]
    caplog.clear()
    with caplog.at_level(logging.DEBUG):
        ran = run_sscb(*command, env=env)
    assert ran.code in {2, 4}, (address, ran)
    assert MARK.lower() not in (ran.out + ran.err + caplog.text).lower(), (address, ran.err)


@given(PASSWORDS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_password_of_the_environment_is_never_shown(
    host: str, caplog: pytest.LogCaptureFixture, password: str
) -> None:
    """Not where an error that nobody foresaw prints its traceback either."""
    env = {"SSCB_NEO4J_URI": f"bolt://{host}", "SSCB_NEO4J_PASSWORD": password, "SSCB_DEBUG": "1"}
    with caplog.at_level(logging.DEBUG), pytest.MonkeyPatch.context() as patch:
        for command in (["--store", "neo4j", "gaps"], ["load"], ["unload", "x", "--yes"]):
            assert run_sscb(*command, env=env).code == 4
        patch.setattr(connection, "_knock", lambda given: {}[given])
        ran = run_sscb("--store", "neo4j", "gaps", env=env)
    assert "Traceback" in ran.err
    assert ran.code == 70
    assert MARK not in ran.out + ran.err + caplog.text


def test_a_routing_policy_may_follow_an_address(host: str) -> None:
    for address, code in ((f"neo4j://{host}?policy=europe", 4), (f"neo4j://{host}?region=europe", 2)):
        assert run_sscb("--store", address, "gaps", env={"SSCB_NEO4J_PASSWORD": "x"}).code == code


@pytest.mark.parametrize("port", ["99999", "4711471147114711"])
def test_a_port_that_is_none_may_be_a_password(port: str) -> None:
    ran = run_sscb("--store", f"neo4j://neo4j:{port}", "gaps", env={"SSCB_NEO4J_PASSWORD": "x"})
    assert ran.code == 2
    assert port not in ran.err
