"""A real Chromium, spoken to through a pipe: no driver and no package stands between it and a test.

    with Chromium(chromium_command()) as browser:
        page = browser.open(path, width=390)
        page.evaluate("document.title")

Its protocol is the Chrome DevTools Protocol, a JSON object after another, each ended by NUL.
"""

from __future__ import annotations

import base64
import json
import selectors
import shutil
import subprocess
import tempfile
import time
from collections import deque
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

#: The browser reads its file 3 and writes its file 4; a shell opens these as such, which Python cannot.
_TO_PIPES = ["sh", "-c", 'exec "$@" 3<&0 4>&1 </dev/null >/dev/null 2>/dev/null', "sh"]
_OPTIONS = [
    "--headless",
    # A browser started by root, as in a container, has no sandbox of its own.
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--no-first-run",
    "--remote-debugging-pipe",
]
#: How long the browser may take for an answer, in seconds, before it counts as hung.
_SECONDS = 180


def chromium_command() -> str | None:
    """The command of a Chromium on this machine; None for none."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next(filter(None, map(shutil.which, names)), None)


class Chromium:
    """A running Chromium with a profile of its own, which goes with it."""

    def __init__(self, command: str) -> None:
        self._profile = tempfile.TemporaryDirectory(prefix="sscb-chromium-", ignore_cleanup_errors=True)
        self._process = subprocess.Popen(
            [*_TO_PIPES, command, *_OPTIONS, f"--user-data-dir={self._profile.name}"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
        )
        self._pipe = _Pipe(self._process)
        self._calls = 0
        self.events: list[dict[str, Any]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()
        self._pipe.close()
        self._profile.cleanup()

    def call(self, method: str, session: str = "", **parameters: Any) -> dict[str, Any]:
        """What a method of the protocol returns; the events that arrive before are kept in ``events``."""
        self._calls += 1
        message: dict[str, Any] = {"id": self._calls, "method": method, "params": parameters}
        self._pipe.send({**message, "sessionId": session} if session else message)
        while (answer := self._pipe.receive()).get("id") != self._calls:
            self.events.append(answer)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']}")
        result: dict[str, Any] = answer["result"]
        return result

    def wait(self, event: str, session: str) -> None:
        """Waits for an event that has not been seen yet."""
        while True:
            message = self._pipe.receive()
            self.events.append(message)
            if message.get("method") == event and message.get("sessionId") == session:
                return

    def open(self, file: Path, width: int = 1280, height: int = 900) -> Tab:
        """A file in a tab of its own, loaded, in a window of so many pixels."""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime"):
            self.call(f"{domain}.enable", session)
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self.call("Emulation.setDeviceMetricsOverride", session, **size)
        self.events.clear()
        tab = Tab(self, session, target, file.as_uri())
        self.call("Page.navigate", session, url=tab.address)
        self.wait("Page.loadEventFired", session)
        return tab


@dataclass
class Tab:
    """A page in the browser."""

    browser: Chromium
    session: str
    target: str
    address: str

    def evaluate(self, script: str) -> Any:
        """The value of a script, once it has settled; the page's own policy does not hold it up."""
        answer = self.browser.call(
            "Runtime.evaluate", self.session, expression=script, awaitPromise=True, returnByValue=True
        )
        if "exceptionDetails" in answer:
            raise RuntimeError(str(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def complaints(self) -> list[str]:
        """What the browser logged of the page since it was opened, such as what its policy refused."""
        texts = []
        for event in self.browser.events:
            if event["method"] == "Log.entryAdded":
                texts.append(event["params"]["entry"]["text"])
            elif event["method"] in {"Runtime.consoleAPICalled", "Runtime.exceptionThrown"}:
                texts.append(str(event["params"]))
        return texts

    def requests(self) -> list[str]:
        """The addresses that the page asked for, beside its own and the data that it holds."""
        asked = [event for event in self.browser.events if event["method"] == "Network.requestWillBeSent"]
        addresses = [event["params"]["request"]["url"] for event in asked]
        return [address for address in addresses if address != self.address and not address.startswith("data:")]

    def pdf(self) -> bytes:
        """The page as its own rules for paper print it."""
        printed = self.browser.call("Page.printToPDF", self.session, preferCSSPageSize=True)
        return base64.b64decode(printed["data"])

    def close(self) -> None:
        self.browser.call("Target.closeTarget", targetId=self.target)


@dataclass
class _Pipe:
    """Messages to and from a process."""

    process: subprocess.Popen[bytes]
    _read: deque[bytes] = field(default_factory=deque)
    _rest: bytes = b""

    def send(self, message: dict[str, Any]) -> None:
        data = memoryview(json.dumps(message).encode() + b"\0")
        while data:
            data = data[_stream(self.process.stdin).write(data) :]

    def receive(self) -> dict[str, Any]:
        """The next message."""
        limit = time.monotonic() + _SECONDS
        while not self._read:
            self._rest += self._chunk(limit)
            if b"\0" in self._rest:
                *whole, self._rest = self._rest.split(b"\0")
                self._read.extend(whole)
        message: dict[str, Any] = json.loads(self._read.popleft())
        return message

    def _chunk(self, limit: float) -> bytes:
        output = _stream(self.process.stdout)
        with selectors.DefaultSelector() as selector:
            selector.register(output, selectors.EVENT_READ)
            if not selector.select(max(0.0, limit - time.monotonic())):
                raise TimeoutError(f"Chromium said nothing for {_SECONDS} s")
        if not (chunk := output.read(1 << 20)):
            raise RuntimeError(f"Chromium ended with code {self.process.wait()}")
        return chunk

    def close(self) -> None:
        for stream in (self.process.stdin, self.process.stdout):
            _stream(stream).close()


def _stream(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None
    return stream
