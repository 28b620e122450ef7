"""Returned mail is read from a file, a Maildir or a mailbox; nothing in it is deleted, and nothing is read twice."""

from __future__ import annotations

import json
import socketserver
import ssl
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from comms import mailboxes
from comms.models import Message, OutboxEntry
from comms.services import bounces, sending
from members.models import EmailAddress
from tests.comms.conftest import Sink
from unionops.platform.access.actors import acting
from unionops.platform.access.models import User
from unionops.platform.core.problems import Problem
from unionops.platform.jobs.errors import Transient

pytestmark = pytest.mark.django_db


class Mailbox(socketserver.ThreadingTCPServer):
    """The few words of IMAP that reading takes."""

    daemon_threads = allow_reuse_address = True

    def __init__(self, context: ssl.SSLContext | None = None) -> None:
        super().__init__(("127.0.0.1", 0), Talk)
        self.letters: dict[int, bytes] = {}
        self.seen: set[int] = set()
        self.context = context
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def get_request(self) -> Any:
        sock, address = super().get_request()
        return (self.context.wrap_socket(sock, server_side=True) if self.context else sock), address

    @property
    def address(self) -> str:
        return f"imap://post@127.0.0.1:{self.server_address[1]}/INBOX"


class Talk(socketserver.StreamRequestHandler):
    server: Mailbox

    def handle(self) -> None:
        self.wfile.write(b"* OK ready\r\n")
        for line in self.rfile:
            tag, word, *rest = line.decode().split()
            if word == "LOGIN" and rest[1] != '"sesame"':
                self.wfile.write(f"{tag} NO no\r\n".encode())
                continue
            self.wfile.write(self.answer(word, rest) + f"{tag} OK done\r\n".encode())

    def answer(self, word: str, rest: list[str]) -> bytes:
        box = self.server
        if word == "CAPABILITY":
            return b"* CAPABILITY IMAP4rev1\r\n"
        if word == "SELECT":
            return f"* {len(box.letters)} EXISTS\r\n".encode()
        if rest[:1] == ["SEARCH"]:
            return f"* SEARCH {' '.join(str(n) for n in box.letters if n not in box.seen)}\r\n".encode()
        if rest[:1] == ["FETCH"]:
            letter = box.letters[int(rest[1])]
            return b"* 1 FETCH (UID %s BODY[] {%d}\r\n%s)\r\n" % (rest[1].encode(), len(letter), letter)
        if rest[:1] == ["STORE"]:
            box.seen |= {int(n) for n in rest[1].split(",")}
        return b""


@pytest.fixture
def box(monkeypatch: pytest.MonkeyPatch) -> Iterator[Mailbox]:
    monkeypatch.setenv("UNIONOPS_BOUNCE_PASSWORD", "sesame")
    with Mailbox() as found:
        yield found
        found.shutdown()


@pytest.fixture
def entry(approved: Message, chair: User, sink: Sink) -> OutboxEntry:
    from comms import delivery

    with acting(chair):
        delivery.deliver(sending.schedule_send(by=chair, message=approved, hold=False)[0])
    return OutboxEntry.objects.get(address="anna1@example.org")


def bounce(entry: OutboxEntry) -> bytes:
    return (
        "From: MAILER-DAEMON@example.org\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
        "--b\r\nContent-Type: message/delivery-status\r\n\r\nFinal-Recipient: rfc822; anna1@example.org\r\nAction: failed\r\n"
        f"Status: 5.1.1\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: <{entry.public_id}@local12.example>\r\n\r\n--b--\r\n"
    ).encode()


def test_mailbox_is_read_once_and_kept(box: Mailbox, entry: OutboxEntry, chair: User) -> None:
    box.letters = {3: bounce(entry), 7: b"From: a@b.org\r\nSubject: hello\r\n\r\nhello\r\n"}
    with acting(chair):
        first = bounces.read_place(by=chair, place=box.address)
        again = bounces.read_place(by=chair, place=box.address)
    assert (first["bounced"], again["bounced"], box.seen) == (1, 0, {3, 7})
    assert EmailAddress.objects.get(address="anna1@example.org").problem == "bounced"


def test_message_stays_unread_when_taking_it_in_fails(
    box: Mailbox, entry: OutboxEntry, chair: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    box.letters = {3: bounce(entry)}
    monkeypatch.setattr(bounces, "LARGEST", 10)
    with acting(chair), pytest.raises(Problem):
        bounces.read_place(by=chair, place=box.address)
    assert box.seen == set()


def test_wrong_password_silence_and_the_clear_are_said(
    box: Mailbox, chair: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UNIONOPS_BOUNCE_PASSWORD", "wrong")
    for place, code in [
        (box.address, "mail_sign_in"),
        ("imap://post@mail.example.org/INBOX", "mail_in_the_clear"),
        ("imaps://127.0.0.1/INBOX", "bad_mailbox"),
    ]:
        with acting(chair), pytest.raises(Problem) as caught:
            bounces.read_place(by=chair, place=place)
        assert caught.value.code == code
    with acting(chair), pytest.raises(Transient) as silent:
        bounces.read_place(by=chair, place="imap://post:sesame@127.0.0.1:9/INBOX")
    assert "sesame" not in str(silent.value)


def test_certificate_nobody_vouches_for_is_refused(chair: User, tmp_path: Path) -> None:
    with Mailbox(self_signed(tmp_path)) as found, acting(chair), pytest.raises(Problem) as caught:
        bounces.read_place(by=chair, place=found.address.replace("imap://post", "imaps://post:sesame"))
    assert caught.value.code == "bad_certificate"


def self_signed(folder: Path) -> ssl.SSLContext:
    import subprocess

    name = ["-subj", "/CN=127.0.0.1", "-days", "2", "-newkey", "rsa:2048", "-nodes"]
    files = ["-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem")]
    subprocess.run(["openssl", "req", "-x509", *name, *files], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    return context


def test_command_reads_a_maildir_and_says_what_it_found(
    entry: OutboxEntry, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("cur", "new", "tmp"):
        (tmp_path / name).mkdir()
    (tmp_path / "new" / "1.host").write_bytes(bounce(entry))
    (tmp_path / "tmp" / "half").write_bytes(bounce(entry)[:40])
    (tmp_path / "dovecot.index").write_bytes(b"\x00\x01")
    call_command("read_bounces", str(tmp_path), "--json")
    assert json.loads(capsys.readouterr().out) == {"bounced": 1, "temporary": 0, "complaints": 0, "not_ours": []}


def test_command_without_any_mailbox_says_so(local: Any, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        call_command("read_bounces", "--json")
    assert caught.value.code == 1
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "no_mailbox"


def test_password_is_never_shown() -> None:
    assert mailboxes.shown("imaps://a%40b.org:secret@imap.b.org/INBOX") == "imaps://a@b.org@imap.b.org/INBOX"
