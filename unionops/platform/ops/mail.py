"""The outgoing mail door: SMTP as the local set it up, encrypted, or no mail at all."""

import email.utils
import logging
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.mail.backends.smtp import EmailBackend
from django.utils.translation import gettext as _

from unionops import secrets_folder
from unionops.platform.core import env, sealing
from unionops.platform.core.problems import Problem
from unionops.platform.ops.models import MailServer, Security

TIMEOUT = 20
HERE = {"127.0.0.1", "localhost", "::1"}
ABOUT = "mail password"
PURPOSE = "mail"
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Way:
    """Where mail leaves, and in whose name."""

    host: str
    port: int
    security: str
    user_name: str
    password: str
    sender: str


def way() -> Way | None:
    """The local's own settings; else those of the environment (UNIONOPS_SMTP_URL); else None."""
    row = MailServer.objects.filter(pk=1).first()
    return _from_row(row) if row is not None else _from_environment()


def is_ready() -> bool:
    return way() is not None


def sender() -> str:
    """The From line of everything this machine sends."""
    found = way()
    return found.sender if found else str(settings.DEFAULT_FROM_EMAIL)


def key() -> bytes:
    return sealing.derived(secrets_folder.files_key(), PURPOSE)


def _from_row(row: MailServer) -> Way:
    password = sealing.open_text(row.sealed_password, key=key(), about=ABOUT) if row.sealed_password else ""
    name = email.utils.formataddr((row.from_name, row.from_address))
    return Way(row.host, row.port, row.security, row.user_name, password, name)


def _from_environment() -> Way | None:
    """smtps://user:password@host:465, smtp+starttls://host:587, or smtp://127.0.0.1:25."""
    parts = urlsplit(env.text("UNIONOPS_SMTP_URL"))
    kinds = {"smtps": Security.IMPLICIT, "smtp+starttls": Security.STARTTLS, "smtp": Security.NONE}
    if parts.scheme not in kinds or not parts.hostname:
        return None
    port = parts.port or {"smtps": 465, "smtp+starttls": 587}.get(parts.scheme, 25)
    name = env.text("UNIONOPS_MAIL_FROM", str(settings.DEFAULT_FROM_EMAIL))
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return Way(parts.hostname, port, kinds[parts.scheme], user, password, name)


class Backend(EmailBackend):
    """Without a mail server nothing is sent and nothing breaks; with one, encryption is never optional."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.way = found = kwargs.pop("way", None) or way()
        if found is not None:
            kwargs |= {"host": found.host, "port": found.port, "timeout": TIMEOUT}
            kwargs |= {"username": found.user_name, "password": found.password}
            kwargs |= {"use_ssl": found.security == Security.IMPLICIT, "use_tls": found.security == Security.STARTTLS}
        super().__init__(*args, **kwargs)
        self.fail_silently = False

    def open(self) -> Any:
        if self.way is None:
            raise Problem(
                "mail_off",
                _("This machine does not send mail yet."),
                _("Enter the mail server on the page Mail."),
            )
        if self.way.security == Security.NONE and self.way.host not in HERE:
            raise Problem(
                "mail_in_the_clear",
                _("Mail would leave this machine unencrypted."),
                _("Choose TLS or STARTTLS on the page Mail."),
            )
        return super().open()

    def send_messages(self, messages: Any) -> int:
        """Notices of the sign-in pages pass here; while mail is not set up they are left out."""
        if self.way is None:
            log.warning("mail is not set up: %d message(s) not sent", len(messages))
            return 0
        for message in messages:
            if message.from_email == settings.DEFAULT_FROM_EMAIL:
                message.from_email = self.way.sender
        return int(super().send_messages(messages) or 0)
