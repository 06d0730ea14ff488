"""A real Neo4j Community server for a test session, from Maven Central.

A JDK of this machine runs it (tests/tools/jars.py), on a free port of the
loopback address, with all the server's files in a folder of the caller's.

    if sentence := LTS.missing():
        pytest.skip(sentence)
    with Server(tmp_path) as server:
        GraphDatabase.driver(server.uri, auth=server.auth)

Needs the ``neo4j`` driver and, only for ``tls=True``, ``cryptography``.
"""

from __future__ import annotations

import ipaddress
import secrets
import socket
import subprocess
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import LiteralString, Self

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

from tests.tools.jars import SHORT_LIVED, Program, tail

__all__ = ["CURRENT", "LTS", "Release", "Server", "ServerError"]

LOOPBACK = "127.0.0.1"
_QUIET = ("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow")
POM = Path(__file__).with_name("pom.xml")


class ServerError(RuntimeError):
    """The server could not be started."""


@dataclass(frozen=True, kw_only=True)
class Release(Program):
    """One release of Neo4j Community, and what it takes to run it."""

    name: str = "Neo4j"
    pom: Path = POM
    settings: tuple[tuple[str, str], ...]


LTS = Release(
    version="5.26.26",
    main_class="org.neo4j.server.CommunityEntryPoint",
    min_java=17,
    settings=(
        # Otherwise Bolt waits 10 s at each stop for more to come.
        ("internal.dbms.bolt.netty_server_shutdown_quiet_period", "0"),
    ),
)
CURRENT = Release(
    version="2026.09.0",
    main_class="org.neo4j.server.Neo4jCommunity",
    min_java=21,
    settings=(
        ("internal.dbms.bolt.netty_server_shutdown_quiet_period_duration", "0s"),
        # Otherwise a stop takes more than a minute while a client has a transaction open.
        ("internal.db.transaction.shutdown_terminated_transaction_wait_timeout", "1s"),
        # Otherwise it sends broadcasts to the network that the machine is on.
        ("server.fleet_discovery.enabled", "false"),
        ("dbms.fleet_manager.enabled", "false"),
    ),
)


# --- The server ------------------------------------------------------------------


class Server:
    """One Neo4j server, with one user and all its files in ``home``.

    It keeps its port, its password and its data over ``stop``, ``kill``,
    ``start`` and ``restart``. ``settings`` are more lines of neo4j.conf.
    ``quick`` is for tests: it starts sooner, and reaches less in the long run.
    With ``tls=True`` Bolt is encrypted only, and ``certificate`` is the
    server's own, which nobody but itself has signed.
    """

    user = "neo4j"

    def __init__(
        self,
        folder: Path,
        release: Release = LTS,
        *,
        tls: bool = False,
        heap: str = "1g",
        quick: bool = False,
        settings: Mapping[str, str] | None = None,
        seconds: float = 120,
    ) -> None:
        self.release = release
        self.home = Path(tempfile.mkdtemp(prefix="neo4j-", dir=folder))
        self.log_path = self.home / "logs" / "console.log"
        self.port = _free_port()
        self.password = secrets.token_urlsafe(16)
        self.certificate = self.home / "certificates" / "bolt" / "public.crt" if tls else None
        self._heap = heap
        self._quick = quick
        self._settings = dict(settings or {})
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._has_password = False
        self._prepare()

    @property
    def uri(self) -> str:
        """The address for a driver; with TLS, one that takes any certificate."""
        return f"bolt{'+ssc' if self.certificate else ''}://{LOOPBACK}:{self.port}"

    @property
    def auth(self) -> tuple[str, str]:
        return self.user, self.password

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Start the server, and wait until it answers."""
        if self.running:
            return
        java = self.release.find_java()
        if java is None:
            raise ServerError(self.release.missing())
        command = [
            str(java.command),
            f"-Xmx{self._heap}",
            *(SHORT_LIVED if self._quick else ()),
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            *(_QUIET if java.number >= 24 else ()),
            "-cp",
            str(self.release.provision() / "*"),
            self.release.main_class,
            f"--home-dir={self.home}",
            f"--config-dir={self.home / 'conf'}",
            "--console-mode",  # so that what it logs is in log_path too
        ]
        with self.log_path.open("ab") as log:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd=self.home,
            )
        try:
            self._wait()
        except BaseException:
            self.kill()
            raise

    def stop(self, seconds: float = 60) -> None:
        """Let the server shut down; kill it if that takes too long."""
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.kill()
        self._process = None

    def kill(self) -> None:
        """End the server at once, as a crash would."""
        if self._process is None:
            return
        self._process.kill()
        self._process.wait()
        self._process = None

    def restart(self) -> None:
        self.stop()
        self.start()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def _prepare(self) -> None:
        address = f"{LOOPBACK}:{self.port}"
        settings = {
            "server.default_listen_address": LOOPBACK,
            "server.bolt.listen_address": address,
            "server.bolt.advertised_address": address,
            "server.http.enabled": "false",
            "server.https.enabled": "false",
            "server.memory.pagecache.size": "64m",
            "dbms.usage_report.enabled": "false",
            "db.tx_log.preallocate": "false",
            "db.shutdown_transaction_end_timeout": "0s",
            **dict(self.release.settings),
        }
        if self.certificate:
            settings |= {
                "server.bolt.tls_level": "REQUIRED",
                "dbms.ssl.policy.bolt.enabled": "true",
                "dbms.ssl.policy.bolt.base_directory": "certificates/bolt",
                "dbms.ssl.policy.bolt.private_key": "private.key",
                "dbms.ssl.policy.bolt.public_certificate": "public.crt",
                "dbms.ssl.policy.bolt.client_auth": "NONE",
            }
            self.certificate.parent.mkdir(parents=True)
            _sign(self.certificate, self.certificate.with_name("private.key"))
        settings |= self._settings
        self.log_path.parent.mkdir()
        conf = self.home / "conf" / "neo4j.conf"
        conf.parent.mkdir()
        lines = [f"{name}={value}\n" for name, value in settings.items()]
        conf.write_text("".join(lines), encoding="utf-8")

    def _wait(self) -> None:
        """Wait until the server answers as it should."""
        assert self._process is not None
        limit = time.monotonic() + self._seconds
        while True:
            try:
                return self._greet()
            except (DriverError, Neo4jError) as error:
                what, again = f"did not answer as it should ({error})", error.is_retryable()
            code = self._process.poll()
            if code is not None:
                what, again = f"ended with code {code}", False
            if not again or time.monotonic() > limit:
                text = self.log_path.read_text(encoding="utf-8", errors="replace")
                raise ServerError(f"Neo4j {self.release.version} {what}:\n{tail(text)}")
            time.sleep(0.1)

    def _greet(self) -> None:
        if not self._has_password:  # the server takes the first one for nothing but a change
            change = "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password"
            self._run("neo4j", "system", change, password=self.password)
            self._has_password = True
        self._run(self.password, "neo4j", "RETURN 1")

    def _run(self, login: str, database: str, query: LiteralString, **parameters: str) -> None:
        auth = (self.user, login)
        with (
            neo4j.GraphDatabase.driver(self.uri, auth=auth, connection_acquisition_timeout=5) as driver,
            driver.session(database=database) as session,
        ):
            session.run(query, parameters).consume()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        port: int = probe.getsockname()[1]
        return port


def _sign(certificate: Path, private_key: Path) -> None:
    """Write a key and a certificate for this machine, signed by that same key."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import rsa

    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    hosts = [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address(LOOPBACK))]
    now = datetime.now(UTC)
    signed = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=30))
        .add_extension(x509.SubjectAlternativeName(hosts), critical=False)
        .sign(key, hashes.SHA256())
    )
    certificate.write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    private_key.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    private_key.chmod(0o600)
