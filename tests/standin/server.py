"""The stand-in server: connections, framing, guards on Host and Origin, the request log."""

import ipaddress
import json
import select
import socket
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import urlsplit

from tests.standin import endpoints
from tests.standin.faults import Fault, Faults
from tests.standin.library import Library, everyday_library
from tests.standin.scheduling import ClientLeft, Scheduler
from tests.standin.script import Rule, Script, rule

Headers = list[tuple[str, str]]


@dataclass
class Seen:
    """One request as it came over the wire."""

    method: str
    path: str
    headers: dict[str, str]
    raw: bytes

    @property
    def body(self) -> Any:
        return json.loads(self.raw) if self.raw else {}


@dataclass
class Left:
    """A client that closed the connection, and how many tokens it had been sent."""

    path: str
    tokens: int


@dataclass
class Standin:
    """Holds models, script, faults, and the record of what happened. Use as a context manager."""

    library: Library = field(default_factory=everyday_library)
    version: str = "0.32.15"
    cloud_disabled: bool = True
    cloud_source: str = "env"
    load_timeout: bool = False
    script: Script = field(default_factory=Script)
    faults: Faults = field(default_factory=Faults)
    scheduler: Scheduler = field(default_factory=Scheduler)
    log: list[Seen] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    port: int = 0
    _http: ThreadingHTTPServer | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def listen(self) -> Self:
        self._http = _Server(("127.0.0.1", self.port), _handler(self))
        self.port = self._http.server_address[1]
        threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def refuse(self) -> None:
        """Stop listening: connections are refused until `listen` is called again."""
        if self._http:
            self._http.shutdown()
            self._http.server_close()
            self._http = None

    def __enter__(self) -> Self:
        return self.listen()

    def __exit__(self, *_exc: object) -> None:
        self.refuse()

    def says(self, needle: str = "", model: str = "", times: int | None = None, **said: Any) -> Rule:
        """`says("hours", json={...})`, `says(text="...")`, `says(tokens=[...])`, `says(make=function)`."""
        return self.script.add(rule(needle, model, times, **said))

    def fails(self, kind: str, **how: Any) -> Fault:
        return self.faults.add(Fault(kind, **how))

    def asked(self, path: str = "/api/chat") -> list[Any]:
        """The bodies of the requests to one path, in order."""
        return [seen.body for seen in list(self.log) if seen.path == path and seen.method == "POST"]

    def wait_until_left(self, count: int = 1, seconds: float = 10.0) -> list[Left]:
        end = time.monotonic() + seconds
        while len(self.left) < count and time.monotonic() < end:
            time.sleep(0.01)
        return list(self.left)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 64

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is no error worth a traceback."""


def _handler(standin: Standin) -> type[BaseHTTPRequestHandler]:
    return type("Handler", (Handler,), {"standin": standin})


class Handler(BaseHTTPRequestHandler):
    standin: Standin
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def handle_one_request(self) -> None:
        try:
            super().handle_one_request()
        except (ConnectionError, TimeoutError):
            self.close_connection = True

    def answer_request(self) -> None:
        raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        path = urlsplit(self.path).path
        self.sent = 0
        self.standin.log.append(Seen(self.command, path, dict(self.headers.items()), raw))
        if self.foreign():
            self.reply(403, b"", headers=[("Allow", "POST")] if self.command == "OPTIONS" else [])
            return
        try:
            endpoints.route(self, path, raw)
        except ClientLeft:
            self.close_connection = True
            self.standin.left.append(Left(path, self.sent))

    do_GET = do_HEAD = do_POST = do_DELETE = do_OPTIONS = answer_request

    def foreign(self) -> bool:
        origin = self.headers.get("Origin", "")
        return not known_host(self.headers.get("Host", "")) or bool(origin and not known_origin(origin))

    def gone(self) -> bool:
        readable, _, _ = select.select([self.connection], [], [], 0)
        if not readable:
            return False
        try:
            return self.connection.recv(1, socket.MSG_PEEK) == b""
        except OSError:
            return True

    def pause(self, seconds: float) -> None:
        """Wait, watching whether the client is still there."""
        end = time.monotonic() + seconds
        while True:
            if self.gone():
                raise ClientLeft
            remaining = end - time.monotonic()
            if remaining <= 0:
                return
            time.sleep(min(0.01, remaining))

    def begin(self, status: int, media_type: str, headers: Headers | None = None) -> None:
        self.send_response_only(status)
        origin = self.headers.get("Origin", "")
        origin = origin if known_origin(origin) else ""
        if origin:
            self.send_header("Access-Control-Allow-Origin", origin)
        for name, value in headers or []:
            self.send_header(name, value)
        if media_type:
            self.send_header("Content-Type", media_type)
        self.send_header("Date", self.date_time_string())
        if origin:
            self.send_header("Vary", "Origin")

    def reply(self, status: int, body: bytes, media_type: str = "", headers: Headers | None = None) -> None:
        """Short bodies carry their length, long ones (over 2,048 bytes) are chunked, as Go's server does."""
        self.begin(status, media_type, headers)
        if len(body) > 2048:
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            self.chunk(body)
            self.end_chunks()
            return
        if self.command != "HEAD":
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def begin_stream(self) -> None:
        self.begin(200, "application/x-ndjson")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()

    def chunk(self, data: bytes) -> None:
        self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))
        self.wfile.flush()

    def end_chunks(self) -> None:
        self.wfile.write(b"0\r\n\r\n")

    def hang_up(self) -> None:
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    def log_message(self, *_args: Any) -> None:
        """The request log is `standin.log`."""


def known_host(host: str) -> bool:
    name = urlsplit(f"//{host}").hostname or ""
    if name in ("", "localhost") or name.endswith((".localhost", ".local", ".internal")):
        return True
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        return False
    return address.is_loopback or address.is_private or address.is_unspecified


def known_origin(origin: str) -> bool:
    return urlsplit(origin).hostname in ("localhost", "127.0.0.1", "0.0.0.0")
