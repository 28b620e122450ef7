"""The only door to Ollama: raw requests with explicit options, no proxies, no redirects, no keys, and a real Stop.

A stream runs in a thread of its own with an event loop; the caller's thread gets the lines and a tick every half
second. When the caller leaves, for whatever reason, the socket is closed, which is what stops Ollama.
"""

from __future__ import annotations

import asyncio
import contextlib
import http.client
import json
import queue
import ssl
import threading
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from unionops.platform.ai import faults
from unionops.platform.core import json_text

if TYPE_CHECKING:
    import httpx

TICK = 0.5
LONGEST_BODY = 64_000_000
LONGEST_LINE = 8_000_000


@dataclass(frozen=True)
class Patience:
    """Seconds: to connect, until the first word (queue, load and prompt included), between words, for all of it."""

    connect: float = 5.0
    first: float = 900.0
    between: float = 60.0
    total: float = 3600.0


SHORT = Patience(connect=2.0, first=5.0)
DEFAULT_PORT = {"http": 80, "https": 443}
Line = dict[str, Any]


def get(host: str, path: str, patience: Patience = SHORT) -> Line:
    return _whole(host, "GET", path, None, patience)


def get_rows(host: str, path: str, key: str) -> list[Line]:
    rows = get(host, path).get(key)
    if not isinstance(rows, list):
        raise faults.not_ollama(host)
    return [row for row in rows if isinstance(row, dict)]


def post(host: str, path: str, body: Mapping[str, Any], patience: Patience = SHORT) -> Line:
    return _whole(host, "POST", path, body, patience)


def delete(host: str, path: str, body: Mapping[str, Any]) -> None:
    _whole(host, "DELETE", path, body, SHORT)


def _whole(host: str, method: str, path: str, body: Mapping[str, Any] | None, patience: Patience) -> Line:
    """One short question by the standard library, so that a page that only asks for the state loads no client."""
    try:
        status, raw = _exchange(host, method, path, body, patience)
    except TimeoutError as error:
        raise faults.stalled(patience.first) from error
    except http.client.HTTPException as error:
        raise faults.not_ollama(host) from error
    except OSError as error:
        raise faults.not_answering(host) from error
    if len(raw) > LONGEST_BODY:
        raise faults.refused(status, "an answer far too long")
    if status != 200:
        raise faults.of_status(status, raw, _model(body), host)
    return _parse(raw, host) if raw else {}


def _exchange(
    host: str, method: str, path: str, body: Mapping[str, Any] | None, patience: Patience
) -> tuple[int, bytes]:
    parts = urlsplit(host)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.hostname or "", parts.port or DEFAULT_PORT[parts.scheme], timeout=patience.connect)
    with contextlib.closing(connection):
        connection.connect()
        connection.sock.settimeout(patience.first)
        payload = json.dumps(body).encode() if body is not None else None
        connection.request(method, parts.path.rstrip("/") + path, payload, {"Content-Type": "application/json"})
        answer = connection.getresponse()
        return answer.status, answer.read(LONGEST_BODY + 1)


def stream(
    host: str, path: str, body: Mapping[str, Any], *, patience: Patience, tick: Callable[[], None]
) -> Iterator[Line]:
    """The lines as they come. `tick` is called about twice a second while waiting; what it raises ends the stream."""
    reader = _Reader(host, path, body, patience)
    reader.start()
    try:
        yield from _until_end(reader, tick)
    finally:
        reader.stop()


def _until_end(reader: _Reader, tick: Callable[[], None]) -> Iterator[Line]:
    while True:
        try:
            item = reader.lines.get(timeout=TICK)
        except queue.Empty:
            tick()
            continue
        if item is None:
            return
        if isinstance(item, BaseException):
            raise item
        yield item


class _Reader:
    """Reads one stream in its own thread; `stop` closes the connection and waits for that."""

    def __init__(self, host: str, path: str, body: Mapping[str, Any], patience: Patience) -> None:
        self.lines: queue.SimpleQueue[Line | BaseException | None] = queue.SimpleQueue()
        self._request = (host, path, body, patience)
        self._loop = asyncio.new_event_loop()
        self._reading: asyncio.Task[None] | None = None
        self._thread = threading.Thread(target=self._run, name="ollama-stream", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        if self._thread.is_alive() and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._cancel)
        self._thread.join(timeout=10)

    def _cancel(self) -> None:
        if self._reading:
            self._reading.cancel()

    def _run(self) -> None:
        self._reading = self._loop.create_task(self._read())
        self._loop.run_until_complete(asyncio.wait([self._reading]))
        if not self._reading.cancelled():
            self.lines.put(self._reading.exception())
        self._loop.close()

    async def _read(self) -> None:
        host, path, body, patience = self._request
        try:
            async with asyncio.timeout(patience.total):
                async for line in _lines(host, path, body, patience):
                    self.lines.put(line)
        except TimeoutError as error:
            raise faults.stalled(patience.total) from error


def open_http(host: str, patience: Patience) -> httpx.AsyncClient:
    """A connection to one host, without anything the surroundings might add: proxy, key, redirect, another host."""
    import httpx
    from ollama import AsyncClient

    class Bare(AsyncClient):
        def bare(self) -> httpx.AsyncClient:
            inner: httpx.AsyncClient = self._client
            inner.headers.pop("authorization", None)
            return inner

    timeout = httpx.Timeout(connect=patience.connect, read=patience.first, write=30.0, pool=5.0)
    return Bare(host=host, timeout=timeout, trust_env=False, follow_redirects=False, verify=certificates()).bare()


@lru_cache(maxsize=1)
def certificates() -> ssl.SSLContext:
    """Read once: it costs more than a whole question to a warm model."""
    return ssl.create_default_context()


async def _body(answer: httpx.Response) -> bytes:
    raw = bytearray()
    async for part in answer.aiter_bytes():
        raw += part
        if len(raw) > LONGEST_BODY:
            raise faults.refused(200, "an answer far too long")
    return bytes(raw)


async def _lines(host: str, path: str, body: Mapping[str, Any], patience: Patience) -> AsyncIterator[Line]:
    import httpx

    try:
        async with open_http(host, patience) as wire, wire.stream("POST", path, json=body) as answer:
            if answer.status_code != 200:
                raise faults.of_status(answer.status_code, await _body(answer), _model(body), host)
            async for raw in _split(answer.aiter_bytes(), patience):
                yield refuse_remote(_parse(raw, host))
    except httpx.ConnectError as error:
        raise faults.not_answering(host) from error
    except httpx.ReadTimeout as error:
        raise faults.stalled(patience.first) from error
    except httpx.HTTPError as error:
        raise faults.broken_off() from error


async def _split(parts: AsyncIterator[bytes], patience: Patience) -> AsyncIterator[bytes]:
    """Lines at line feeds only; a character may be torn over two parts, and U+0085 inside a text is no line end."""
    rest = b""
    limit = patience.first
    while True:
        try:
            part = await asyncio.wait_for(anext(parts), limit)
        except StopAsyncIteration:
            break
        except TimeoutError as error:
            raise faults.stalled(limit) from error
        *whole, rest = (rest + part).split(b"\n")
        for line in filter(None, whole):
            yield line
        if len(rest) > LONGEST_LINE:
            raise faults.refused(200, "a line far too long")
        limit = patience.between
    if rest.strip():
        yield rest


def _parse(raw: bytes, host: str) -> Line:
    try:
        line = json_text.loads(raw)
    except ValueError as error:
        if raw.lstrip()[:1] == b"{":
            raise faults.broken_off() from error
        raise faults.not_ollama(host) from error
    if not isinstance(line, dict):
        raise faults.not_ollama(host)
    return line


def refuse_remote(line: Line) -> Line:
    """A text line that says it comes from elsewhere. Raises Blocked."""
    if where := line.get("remote_host") or line.get("remote_model"):
        raise faults.answered_from_afar(str(where))
    return line


def _model(body: Mapping[str, Any] | None) -> str:
    return str((body or {}).get("model", "")).removesuffix(":local")
