"""What a mail server answers to each step, with lines one by one and all in one go, and what we make of it."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from comms.post import Fate, Postman
from unionops.platform.core.problems import Problem

CUT = ""
GOOD = {
    "EHLO": "250 box",
    "MAIL": "250 yes",
    "RCPT": "250 yes",
    "DATA": "354 go on",
    ".": "250 kept",
    "RSET": "250 yes",
}


class Server(socketserver.ThreadingTCPServer):
    """Says what it was told to say to each verb, once; CUT hangs up. `kept` are the mails it said 250 to."""

    daemon_threads = True

    def __init__(self) -> None:
        self.says: dict[str, str] = {}
        self.kept: list[tuple[str, bytes]] = []
        self.heard: list[str] = []
        super().__init__(("127.0.0.1", 0), Talk)


class Talk(socketserver.StreamRequestHandler):
    server: Server

    def handle(self) -> None:
        self.wfile.write(b"220 box\r\n")
        to = ""
        while line := self.rfile.readline().decode():
            verb = line[:4].strip().upper()
            to = line.strip()[len("RCPT TO:<") : -1] if verb == "RCPT" else to
            self.server.heard.append(verb)
            said = self.server.says.pop(verb, GOOD.get(verb, "250 yes"))
            if said.startswith("354"):
                self._answer(said)
                words = b"".join(iter(self.rfile.readline, b".\r\n"))
                said = self.server.says.pop(".", GOOD["."])
                if said == GOOD["."]:
                    self.server.kept.append((to, words))
            if said == CUT:
                return
            self._answer(said)

    def _answer(self, said: str) -> None:
        self.wfile.write(said.encode() + b"\r\n")


@pytest.fixture(params=["one by one", "in one go"])
def server(request: Any, settings: Any) -> Iterator[Server]:
    with Server() as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        if request.param == "in one go":
            server.says["EHLO"] = "250-box\r\n250-PIPELINING\r\n250 8BITMIME"
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", server.server_address[1], 5
        yield server
        server.shutdown()


@pytest.mark.parametrize(
    ("verb", "said", "fate"),
    [
        ("MAIL", "451 later", Fate.LATER),
        ("MAIL", CUT, Fate.LATER),
        ("RCPT", "550 nobody", Fate.REFUSED),
        ("RCPT", "450 greylisted", Fate.LATER),
        ("RCPT", CUT, Fate.LATER),
        ("DATA", "452 full", Fate.LATER),
        ("DATA", "554 no", Fate.REFUSED),
        ("DATA", CUT, Fate.LATER),
        (".", "552 too big", Fate.REFUSED),
        (".", "451 later", Fate.LATER),
        (".", CUT, Fate.UNKNOWN),
    ],
)
def test_answer_is_read_at_its_own_step_and_the_next_mail_goes_out(
    server: Server, verb: str, said: str, fate: Fate
) -> None:
    with Postman("us@x.example") as postman:
        server.says[verb] = said
        assert postman.hand_over("ann@x.example", b"Hello Ann").fate is fate
        assert postman.hand_over("bo@x.example", b"Hello Bo\r\n.dot").fate is Fate.SENT
    real = [(to, words) for to, words in server.kept if words]
    assert real == [("bo@x.example", b"Hello Bo\r\n..dot\r\n")]


def test_refused_sender_stops_all(server: Server) -> None:
    server.says["MAIL"] = "550 not you"
    with Postman("us@x.example") as postman, pytest.raises(Problem, match="not you"):
        postman.hand_over("ann@x.example", b"Hello")
    assert not [words for _to, words in server.kept if words]


def test_lines_go_together_only_where_the_server_takes_that(server: Server) -> None:
    together = "EHLO" in server.says
    server.says["RCPT"] = "550 nobody"
    with Postman("us@x.example") as postman:
        postman.hand_over("ann@x.example", b"Hello")
    assert ("DATA" in server.heard) is together
    assert not [words for _to, words in server.kept if words]
