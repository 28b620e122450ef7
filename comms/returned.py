"""Reads returned mail: which message came back to us, why, and whether for good (RFC 3464)."""

import email
import email.policy
import mailbox
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

_OUR_ID = re.compile(r"([0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})@", re.IGNORECASE)
_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]*[ \t]*:")  # RFC 5322, 2.2
_STATUS = re.compile(r"\b([245])\.\d{1,3}\.\d{1,3}\b")


@dataclass(frozen=True)
class Returned:
    """`kind` is hard, soft or complaint; `entry` the id in our Message-ID, `address` where it was meant to go."""

    kind: str
    entry: str
    address: str
    detail: str


def is_mail(data: bytes) -> bool:
    """Whether a file begins like a mailbox or a message. An empty mailbox is one."""
    first = data.lstrip().split(b"\n", 1)[0]
    return not first or first.startswith(b"From ") or _HEADER.match(first) is not None


def read(data: bytes) -> Iterator[Returned]:
    """From an mbox file or one message; mail that is no report is passed over."""
    for message in _messages(data):
        if (found := _report(message)) is not None:
            yield found


def _messages(data: bytes) -> Iterator[Message]:
    if not data.startswith(b"From "):
        yield email.message_from_bytes(data, policy=email.policy.compat32)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "returned.mbox"
        path.write_bytes(data)
        box = mailbox.mbox(path)
        yield from list(box)
        box.close()


def _report(message: Message) -> Returned | None:
    kind = str(message.get_param("report-type") or "").lower()
    whole = message.as_string(policy=email.policy.compat32)
    entry = _entry(message, whole)
    if kind == "feedback-report" or "Feedback-Type:" in whole:
        return Returned("complaint", entry, _field(whole, "Original-Rcpt-To"), "complaint")
    if kind == "delivery-status" or _field(whole, "Final-Recipient"):
        status = _field(whole, "Status")
        if _field(whole, "Action").lower() in {"delivered", "relayed", "expanded"} or status.startswith("2"):
            return None
        return Returned("hard" if status.startswith("5") else "soft", entry, _recipient(whole), _why(whole))
    return _plain_words(message, whole, entry)


def _entry(message: Message, whole: str) -> str:
    """Our id: in the returned headers first, never the bounce's own Message-ID."""
    own = str(message.get("Message-ID", ""))
    for match in _OUR_ID.finditer(whole.replace(own, "") if own else whole):
        return match[1].lower()
    return ""


def _plain_words(message: Message, whole: str, entry: str) -> Returned | None:
    """Servers that answer in prose only."""
    sender = str(message.get("From", "")).lower()
    status = _STATUS.search(whole)
    if entry and status and ("mailer-daemon" in sender or "postmaster" in sender):
        return Returned("hard" if status[1] == "5" else "soft", entry, _recipient(whole), status[0])
    return None


def _field(whole: str, name: str) -> str:
    match = re.search(rf"^{name}:\s*(.+)$", whole, re.IGNORECASE | re.MULTILINE)
    return match[1].strip() if match else ""


def _recipient(whole: str) -> str:
    value = _field(whole, "Original-Recipient") or _field(whole, "Final-Recipient")
    return value.partition(";")[2].strip() or value


def _why(whole: str) -> str:
    return (_field(whole, "Diagnostic-Code").partition(";")[2].strip() or _field(whole, "Status"))[:200]
