"""Where returned mail lies: a file, a Maildir folder, or a mailbox at the provider (IMAP, encrypted)."""

import imaplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.utils.translation import gettext as _

from unionops.platform.core import env
from unionops.platform.core.problems import Problem
from unionops.platform.jobs.errors import Transient

HERE = frozenset({"127.0.0.1", "localhost", "::1"})
KINDS = {"imaps": 993, "imap+starttls": 143, "imap": 143}
TIMEOUT = 20
AT_ONCE = 500  # messages of a mailbox in one reading
HINT = "imaps://name%40example.org@imap.example.org/INBOX"


def configured() -> str:
    """The mailbox of UNIONOPS_BOUNCE_MAILBOX, or ''."""
    return env.text("UNIONOPS_BOUNCE_MAILBOX")


def is_remote(place: str) -> bool:
    return urlsplit(place).scheme in KINDS


def shown(place: str) -> str:
    """The place without its password."""
    parts = urlsplit(place)
    return f"{parts.scheme}://{unquote(parts.username or '')}@{parts.hostname}{parts.path}" if parts.scheme else place


_SAVED = ("eml", "json", "mbox")


def files(place: str) -> Iterator[bytes]:
    """The contents of a file, of each message of a Maildir, or of each .eml, .json and .mbox file of a folder."""
    path = Path(place)
    try:
        if not path.is_dir():
            yield path.read_bytes()
            return
        boxes = [path / name for name in ("new", "cur") if (path / name).is_dir()]
        for folder in boxes or [path]:
            for each in sorted(folder.iterdir() if boxes else (p for end in _SAVED for p in folder.rglob(f"*.{end}"))):
                if each.is_file() and not each.name.startswith("."):
                    yield each.read_bytes()
    except OSError as error:
        hint = _("Give a mailbox file, a Maildir folder, or an address such as %s.") % HINT
        raise Problem("no_file", _("%s cannot be read.") % place, hint) from error


@contextmanager
def unread(place: str) -> Iterator[Iterator[bytes]]:
    """The unread messages of a mailbox; they are marked as read when the block ends well, and only then."""
    box, folder = _opened(place)
    try:
        _ask(box.select(folder), _("The mailbox %s does not exist there.") % folder)
        ids = _ask(box.uid("SEARCH", "UNSEEN"), _("The mailbox cannot be searched."))[0].split()[:AT_ONCE]
        yield (_message(box, each) for each in ids)
        if ids:
            box.uid("STORE", b",".join(ids).decode(), "+FLAGS", r"(\Seen)")
    except (imaplib.IMAP4.error, OSError) as error:
        raise _silent(place) from error
    finally:
        with suppress(imaplib.IMAP4.error, OSError):
            box.logout()


def _message(box: imaplib.IMAP4, uid: bytes) -> bytes:
    parts = _ask(box.uid("FETCH", uid.decode(), "(BODY.PEEK[])"), _("A message cannot be fetched."))
    return next((bytes(part[1]) for part in parts if isinstance(part, tuple)), b"")


def _opened(place: str) -> tuple[imaplib.IMAP4, str]:
    parts = urlsplit(place)
    host, user = parts.hostname or "", unquote(parts.username or "")
    password = unquote(parts.password or "") or env.text("UNIONOPS_BOUNCE_PASSWORD")
    if parts.scheme == "imap" and host not in HERE:
        said = _("Mail would be read unencrypted.")
        raise Problem("mail_in_the_clear", said, _("Write imaps:// or imap+starttls:// instead."))
    if not (host and user and password):
        said = _("The address of the mailbox lacks a host, a user name or a password.")
        raise Problem("bad_mailbox", said, _("Write %s, and the password into UNIONOPS_BOUNCE_PASSWORD.") % HINT)
    try:
        box = _connected(parts.scheme, host, parts.port or KINDS[parts.scheme])
    except ssl.SSLCertVerificationError as error:
        said = _("The certificate of %s is not to be trusted.") % host
        raise Problem("bad_certificate", said, _("Check the name of the server with your provider.")) from error
    except (imaplib.IMAP4.error, OSError) as error:
        raise _silent(place) from error
    try:
        box.login(user, password)
    except imaplib.IMAP4.error as error:
        said = _("The mail server refused the sign-in.")
        raise Problem("mail_sign_in", said, _("Check the user name and the password.")) from error
    return box, f'"{unquote(parts.path.strip("/")) or "INBOX"}"'


def _connected(scheme: str, host: str, port: int) -> imaplib.IMAP4:
    if scheme == "imaps":
        return imaplib.IMAP4_SSL(host, port, ssl_context=ssl.create_default_context(), timeout=TIMEOUT)
    box = imaplib.IMAP4(host, port, timeout=TIMEOUT)
    if scheme == "imap+starttls":
        box.starttls(ssl.create_default_context())
    return box


def _ask(answer: tuple[str, Any], refusal: str) -> Any:
    if answer[0] != "OK":
        raise Problem("mailbox", refusal, _("Check the address of the mailbox."))
    return answer[1]


def _silent(place: str) -> Transient:
    said = _("The mailbox %s does not answer.") % shown(place)
    return Transient(said, _("Check the address, or try again later."), code="mailbox_down")
