"""The way to the mail server: one connection kept open, every refusal sorted by what it means."""

from __future__ import annotations

import logging
import smtplib
from dataclasses import dataclass
from enum import StrEnum
from types import TracebackType
from typing import Any, Self

from django.core.mail import get_connection
from django.utils.translation import gettext as _

from unionops.platform.core.problems import Problem
from unionops.platform.jobs.errors import Transient

log = logging.getLogger(__name__)
GO_ON = 354
GRANTED = ((250,), (250, 251), (GO_ON,))  # MAIL, RCPT, DATA


class Fate(StrEnum):
    """What became of one message, as far as the server told us."""

    SENT = "sent"
    LATER = "later"
    REFUSED = "refused"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Answer:
    fate: Fate
    detail: str = ""


class Postman:
    """Hands over one message at a time; reconnects by itself before a message, never inside one."""

    def __init__(self, sender: str) -> None:
        self.sender = sender
        self._backend: Any = get_connection(fail_silently=False)
        self._smtp: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        self.connect()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.leave()

    def connect(self) -> smtplib.SMTP:
        """The open connection; Transient when nobody answers, Problem when sign-in is refused."""
        if self._smtp is not None:
            return self._smtp
        try:
            self._backend.open()
        except smtplib.SMTPAuthenticationError as error:
            said = _("The mail server refused the sign-in.")
            raise Problem("mail_sign_in", said, _("Check user name and password on the page Mail.")) from error
        except (smtplib.SMTPException, OSError) as error:
            said = _("The mail server does not answer.")
            raise Transient(said, _("Check the page Mail; it is tried again by itself."), code="mail_down") from error
        smtp: smtplib.SMTP | None = getattr(self._backend, "connection", None)
        if smtp is None:
            raise Problem("no_mail", _("Mail is not set up."), _("Enter the mail server on the page Mail."))
        self._smtp = smtp
        return smtp

    def leave(self) -> None:
        """Close, whatever state the connection is in."""
        smtp, self._smtp = self._smtp, None
        self._backend.connection = None
        if smtp is not None:
            try:
                smtp.quit()
            except (smtplib.SMTPException, OSError):
                smtp.close()

    def hand_over(self, address: str, content: bytes) -> Answer:
        """MAIL, RCPT, DATA. A break after DATA was granted is UNKNOWN: nobody can tell, so nobody may guess."""
        early = self._envelope(address)
        if early is not None:
            return early
        try:
            code, words = _words(self.connect(), content)
        except (smtplib.SMTPException, OSError) as error:
            self.leave()
            return _broken(Fate.UNKNOWN, error)
        return Answer(Fate.SENT) if code == 250 else _sorted(code, words)

    def _envelope(self, address: str) -> Answer | None:
        """None when the server waits for the words."""
        try:
            smtp = self.connect()
            smtp.ehlo_or_helo_if_needed()
            replies = _asked(smtp, [f"MAIL FROM:<{self.sender}>", f"RCPT TO:<{address}>", "DATA"])
            refused = next((n for n, (code, _words) in enumerate(replies) if code not in GRANTED[n]), None)
            if refused is None:
                return None
            if replies[-1][0] == GO_ON:  # it wants words for nobody
                smtp.send(".\r\n")
                smtp.getreply()
            code, words = replies[refused]
            if refused == 0 and code >= 500:
                raise Problem("sender_refused", _("The mail server refused our address: %s") % _text(words))
            smtp.rset()
        except smtplib.SMTPServerDisconnected:
            self.leave()
            return Answer(Fate.LATER, _("The mail server closed the line."))
        except (smtplib.SMTPException, OSError) as error:
            self.leave()
            return _broken(Fate.LATER, error)
        return _sorted(code, words)


def _asked(smtp: smtplib.SMTP, lines: list[str]) -> list[tuple[int, bytes]]:
    """The answers, up to the first refusal; all lines in one go where the server takes that (RFC 2920)."""
    if smtp.has_extn("pipelining"):
        smtp.send("".join(f"{line}\r\n" for line in lines))
        return [smtp.getreply() for _line in lines]
    replies = []
    for line, granted in zip(lines, GRANTED, strict=True):
        replies.append(smtp.docmd(line))
        if replies[-1][0] not in granted:
            break
    return replies


def _broken(fate: Fate, error: Exception) -> Answer:
    """What a person reads about a line that broke; the program's own word for it goes to the log."""
    log.info("the line to the mail server broke: %s", type(error).__name__)
    if isinstance(error, TimeoutError):
        return Answer(fate, _("The mail server did not answer in time."))
    return Answer(fate, _("The line to the mail server broke."))


def _words(smtp: smtplib.SMTP, content: bytes) -> tuple[int, bytes]:
    """The message in one write. `content` has CRLF line ends already; only its dots are doubled."""
    doubled = content.replace(b"\r\n.", b"\r\n..") if b"\r\n." in content else content
    smtp.send(doubled + (b".\r\n" if doubled.endswith(b"\r\n") else b"\r\n.\r\n"))
    return smtp.getreply()


def _sorted(code: int, words: bytes | str) -> Answer:
    """4xx may go well later, 5xx will not."""
    fate = Fate.LATER if 400 <= code < 500 else Fate.REFUSED
    return Answer(fate, f"{code} {_text(words)}"[:300])


def _text(words: bytes | str) -> str:
    return words.decode("utf-8", "replace") if isinstance(words, bytes) else words
