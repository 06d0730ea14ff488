"""A stand-in for a Neo4j server that speaks just enough Bolt to misbehave at a chosen step."""

from __future__ import annotations

import contextlib
import itertools
import socket
import threading
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Self

__all__ = ["FAULTS", "SILENT", "FakeServer"]

_VERSION = b"\x00\x00\x04\x05"
_PULL = 0x3F
_RESET = 0x0F
#: {"server": "Neo4j/5.26.0", "connection_id": "x", "fields": ["plan"]}
_TOLD = b"\xa3\x86server\x8cNeo4j/5.26.0\x8dconnection_id\x81x\x86fields\x91\x84plan"
_SUCCESS = b"\xb1\x70" + _TOLD
#: A record of a single text.
_RECORD = b"\xb1\x71\x91\x84" + b"text"


def _message(body: bytes) -> bytes:
    return len(body).to_bytes(2, "big") + body + b"\x00\x00"


def _failure(code: bytes, text: bytes) -> bytes:
    """A failure that a server reports: {"code": ..., "message": ...}."""
    parts = (b"\x84code", b"\xd0" + bytes([len(code)]) + code, b"\x87message")
    return _message(b"\xb1\x7f\xa2" + b"".join(parts) + b"\xd2" + len(text).to_bytes(4, "big") + text)


#: What a server sends at the step where it misbehaves; it then closes, or is silent where the name is in SILENT.
FAULTS: dict[str, Callable[[], Iterator[bytes]]] = {
    "nothing": lambda: iter(()),
    "nothing, for ever": lambda: iter(()),
    "an empty message for ever": lambda: itertools.repeat(b"\x00\x00"),
    "a byte at a time, for ever": lambda: itertools.chain([b"\xff\xff"], itertools.repeat(b"a")),
    "zeros": lambda: iter([bytes(1_000)]),
    "words": lambda: iter([b"HTTP/1.1 400 Bad Request\r\n\r\n\x1b[31m" + b"x" * 1_000]),
    "half a message": lambda: iter([_message(_SUCCESS)[:-6]]),
    "an unknown message": lambda: iter([_message(b"\xb1\x01\xa0")]),
    "a message of no structure": lambda: iter([_message(b"\x85hello")]),
    "a broken text": lambda: iter([_message(b"\xb1\x71\x91\x82\xff\xfe")]),
    "a text without an end": lambda: iter([_message(b"\xb1\x71\x91\xd2\x7f\xff\xff\xff")]),
    "a marker that is none": lambda: iter([_message(b"\xb1\x71\x91\xdf")]),
    "an unknown structure": lambda: iter([_message(b"\xb1\x71\x91\xb1\x00\x00"), _message(_SUCCESS)]),
    "lists in lists": lambda: iter([_message(b"\xb1\x71" + b"\x91" * 1_000 + b"\x90")]),
    "a map for a record": lambda: iter([_message(b"\xb1\x71\xa1\x81a\x01"), _message(_SUCCESS)]),
    "a failure of escapes": lambda: iter([_failure(b"Neo.ClientError.\x1b[31m.No", b"\x1b[31m" + b"long " * 9_999)]),
    "a failure that holds nothing": lambda: iter([_message(b"\xb1\x7f\xa0")]),
}
SILENT = frozenset(name for name in FAULTS if name.endswith("for ever"))


class FakeServer:
    """A server on the loopback address that misbehaves at a step, by one of FAULTS.

    The steps are "greeting", "login" and "answer"; an "answer" may also be a million records and more.
    """

    def __init__(self, step: str, fault: str) -> None:
        self._step = step
        self._fault = fault
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.uri = f"bolt://127.0.0.1:{self._socket.getsockname()[1]}"
        self._ended = threading.Event()
        self._threads = [threading.Thread(target=self._accept, daemon=True)]

    def __enter__(self) -> Self:
        self._threads[0].start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self._ended.set()
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        for thread in self._threads:
            thread.join(10)

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._socket.accept()
                thread = threading.Thread(target=self._serve, args=(client,), daemon=True)
                self._threads.append(thread)
                thread.start()

    def _serve(self, client: socket.socket) -> None:
        with contextlib.suppress(OSError), client:
            client.settimeout(0.2)
            if self._step == "greeting":
                self._misbehave(client)
                return
            self._read(client, 20)
            client.sendall(_VERSION)
            while True:
                self._answer(client, self._signature(client))

    def _answer(self, client: socket.socket, signature: int) -> None:
        if signature == _RESET or not self._is_step(signature):
            client.sendall(_message(b"\xb1\x70\xa0") if signature in {_PULL, _RESET} else _message(_SUCCESS))
            return
        if self._fault == "records for ever":
            client.settimeout(30)  # a client that reads slowly is no reason to stop
            while not self._ended.is_set():
                client.sendall(_message(_RECORD) * 1_000)
        self._misbehave(client)
        raise OSError

    def _is_step(self, signature: int) -> bool:
        return self._step == "login" or (self._step == "answer" and signature == _PULL)

    def _misbehave(self, client: socket.socket) -> None:
        slow = self._fault in SILENT
        for data in FAULTS[self._fault]():
            client.sendall(data)
            if slow and self._ended.wait(0.05):
                return
        if slow:
            self._ended.wait()

    def _signature(self, client: socket.socket) -> int:
        """The signature of the next message."""
        body = b""
        while True:
            length = int.from_bytes(self._read(client, 2), "big")
            if length:
                body += self._read(client, length)
            elif body:
                return body[1]

    def _read(self, client: socket.socket, length: int) -> bytes:
        data = b""
        while len(data) < length:
            if self._ended.is_set():
                raise OSError
            with contextlib.suppress(TimeoutError):
                more = client.recv(length - len(data))
                if not more:
                    raise OSError
                data += more
        return data
