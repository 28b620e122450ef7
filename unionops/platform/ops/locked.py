"""While the keys are sealed: asks for the passphrase, on one page and at the terminal, until somebody knows it.

Part of the supervisor, so it uses nothing but the standard library; what stretches the passphrase runs beside it.
"""

import contextlib
import gettext
import html
import os
import select
import socket
import sys
import termios
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from string import Template
from urllib.parse import parse_qs

from unionops import secrets_folder
from unionops.platform.core.problems import Problem
from unionops.sealed import unlocking

ROOT = Path(__file__).resolve().parents[3]
LOCALE, STATIC = ROOT / "unionops" / "locale", ROOT / "unionops" / "static"
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; font-src 'self'; form-action 'self'",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Connection": "close",
}
LOOKS = {"/static/app.css": "text/css"}  # what it takes to look like the other pages
LOOKS |= {f"/static/vendor/{font.name}": "font/woff2" for font in (STATIC / "vendor").glob("*.woff2")}
PAGE = Template("""<!doctype html>
<html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>$title</title><link rel="stylesheet" href="/static/app.css"></head>
<body><main id="main" class="wrap door"><div class="ph"><div><h1>$title</h1></div></div><div class="stack-s">
$notice<p>$why $else</p>
<form method="post" action="/" class="stack-s"><label for="passphrase">$label</label>
<input id="passphrase" name="passphrase" type="password" autocomplete="off" required autofocus>
<p class="sub">$how</p><p><button class="b b-primary">$button</button></p></form></div></main></body></html>""")
Words = Callable[[str], str]
LONGEST_PAUSE, LONGEST_FORM = 30.0, 4096  # seconds; bytes
GLANCE = 0.2  # seconds between two looks at the terminal and at whether the box is to stop


@dataclass
class Door:
    """One guess at a time, whoever makes it; after each wrong one nobody guesses for a while."""

    wrong: int = 0
    turn: threading.Lock = field(default_factory=threading.Lock)
    page_is_gone: threading.Event = field(default_factory=threading.Event)

    def open(self, passphrase: str, *, waits: bool = False) -> bool | None:
        """Whether it was the right one; None where somebody else is guessing, or the pause is not over."""
        if not self.turn.acquire(blocking=waits):
            return None
        try:
            return not secrets_folder.is_locked() or self._opens(passphrase)
        finally:
            self.turn.release()

    def _opens(self, passphrase: str) -> bool:
        if unlocking.opens(passphrase):
            return True
        self.wrong += 1
        # with the turn in hand: the pause is what makes guessing slow, and no other thread of this page waits for it
        time.sleep(min(LONGEST_PAUSE, 2.0 ** (self.wrong - 1)))
        return False


def wait(listener: socket.socket, say: Callable[[str], None], stopping: Callable[[], bool]) -> None:
    """Until the keys are open, or the box is to stop."""
    door = Door()
    if said := unlocking.given():
        _try(door, said, say)
    if not secrets_folder.is_locked():
        return
    host, port = listener.getsockname()[:2]
    say(f"The keys are sealed: type the passphrase here, or on http://{host}:{port}/")
    with _page(listener, door), _terminal() as typed:
        while secrets_folder.is_locked() and not stopping():
            if (line := typed()) is not None:
                _try(door, line, say)


def _try(door: Door, passphrase: str, say: Callable[[str], None]) -> None:
    try:
        if not door.open(passphrase, waits=True):
            say("That is not it. Type it again.")
    except Problem as problem:
        say(str(problem))


@contextlib.contextmanager
def _terminal() -> Iterator[Callable[[], str | None]]:
    """Gives a line once one was typed, None meanwhile; what is typed is not shown."""
    if not _is_somebody_there():
        yield lambda: time.sleep(GLANCE)  # nobody types here: the page may have been answered meanwhile
        return
    before = termios.tcgetattr(sys.stdin)
    quiet = [*before[:3], before[3] & ~termios.ECHO, *before[4:]]
    termios.tcsetattr(sys.stdin, termios.TCSADRAIN, quiet)
    try:
        yield lambda: sys.stdin.readline().rstrip("\n") if select.select([sys.stdin], [], [], GLANCE)[0] else None
    finally:
        termios.tcsetattr(sys.stdin, termios.TCSADRAIN, before)


def _is_somebody_there() -> bool:
    """At a terminal whose shell did not send us to the background: from there, asking would stop this process."""
    try:
        return sys.stdin.isatty() and os.tcgetpgrp(sys.stdin.fileno()) == os.getpgrp()
    except OSError:  # a terminal that does not control us
        return True


@contextlib.contextmanager
def _page(listener: socket.socket, door: Door) -> Iterator[None]:
    """On the listener of the box, which stays open: whoever comes in between is served by what starts next."""
    server = ThreadingHTTPServer(listener.getsockname()[:2], _handler(door), bind_and_activate=False)
    server.socket.close()
    server.socket = listener
    thread = threading.Thread(target=server.serve_forever, args=(GLANCE,), daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
        door.page_is_gone.set()


def _handler(door: Door) -> type[BaseHTTPRequestHandler]:
    return type("OfThisDoor", (Locked,), {"door": door})


class Locked(BaseHTTPRequestHandler):
    """One page, whatever was asked for: the box is locked, and a field for the passphrase."""

    door: Door
    timeout = 10  # seconds for one request
    server_version, sys_version = "unionops", ""

    def do_GET(self) -> None:
        if self.path in LOOKS:
            self.answer(HTTPStatus.OK, (STATIC / self.path.removeprefix("/static/")).read_bytes(), LOOKS[self.path])
        else:
            self.ask(HTTPStatus.SERVICE_UNAVAILABLE)

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_POST(self) -> None:
        size = self.headers.get("Content-Length", "")
        sent = self.rfile.read(min(int(size) if size.isdecimal() else 0, LONGEST_FORM)).decode(errors="replace")
        _ = self.language()
        try:
            opened = self.door.open(parse_qs(sent).get("passphrase", [""])[0])
        except Problem as problem:
            self.ask(HTTPStatus.SERVICE_UNAVAILABLE, str(problem))
            return
        said = _("That is not it. Type it again, small and capital letters as they were.")
        if opened:
            self.door.page_is_gone.wait(self.timeout)  # whoever follows the answer meets what starts next
            self.answer(HTTPStatus.SEE_OTHER, b"", "text/plain", Location="/")
        elif opened is None:
            said = _("Somebody typed one just now. Wait half a minute, then type it again.")
            self.ask(HTTPStatus.TOO_MANY_REQUESTS, said)
        else:
            self.ask(HTTPStatus.FORBIDDEN, said)

    def language(self) -> Words:
        """Of the browser, where the catalogue has it."""
        said = self.headers.get("Accept-Language", "").split(",")
        wanted = [word.split(";")[0].split("-")[0].strip() for word in said]
        wanted = [word for word in wanted if word.isalpha()]  # never a path
        wanted = wanted[: wanted.index("en")] if "en" in wanted else wanted
        return gettext.translation("django", LOCALE, wanted, fallback=True).gettext

    def ask(self, status: HTTPStatus, said: str = "") -> None:
        self.answer(status, page(self.language(), said).encode(), "text/html; charset=utf-8")

    def answer(self, status: HTTPStatus, body: bytes, kind: str, **more: str) -> None:
        self.send_response(status)
        headers = {**HEADERS, **more, "Content-Type": kind, "Content-Length": str(len(body))}
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *words: object) -> None:
        """Nobody's address is kept."""


def page(_: Words, said: str) -> str:
    """The words of the page in a language."""
    known = {"title": _("The box is locked"), "label": _("Passphrase of the keys"), "button": _("Open the box")}
    known["why"] = _("Its keys are sealed until somebody types the passphrase here, or where the box was started.")
    known["else"] = _("The recovery passphrase on the printed sheet opens them too.")
    known["how"] = _("Opening takes a few seconds; after a wrong one, nobody can try for a while.")
    notice = f'<p class="notice notice-bad" role="alert">{html.escape(said)}</p>' if said else ""
    return PAGE.substitute({name: html.escape(text) for name, text in known.items()}, notice=notice)
