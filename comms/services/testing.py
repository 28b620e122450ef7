"""A test of a version to oneself, before anybody else sees it."""

from __future__ import annotations

from email.utils import format_datetime
from uuid import uuid4

from django.utils import timezone
from django.utils.translation import gettext as _

from comms import links, mime, queries
from comms.models import Version
from comms.post import Fate, Postman
from unionops.platform.access.models import Local, User
from unionops.platform.audit.services import record
from unionops.platform.core.problems import Problem


def send_test(*, by: User, version: Version) -> None:
    """One e-mail to the person who asks, filled in for the first reader, marked as a test."""
    if version.reach != "email" or not version.body.strip():
        raise Problem("no_mail_text", _("Only an e-mail version with words can be tested."))
    local, shown = Local.current(), queries.preview(by, version, 0)
    mail = mime.compile_mail(
        subject=_("Test: %s") % shown.subject,
        preheader=version.preheader,
        body=version.body,
        language=version.language,
        letterhead=links.letterhead(local),
        footer=links.footer(local, version.language),
    )
    values = {"first_name": by.name.split()[0] if by.name else ""}
    content = mail.build(to=by.email, values=values, message_id=str(uuid4()), date=format_datetime(timezone.now()))
    with Postman(mail.letterhead.sender) as postman:
        answer = postman.hand_over(by.email, content)
    if answer.fate is not Fate.SENT:
        raise Problem("test_failed", _("The mail server did not take the test: %s") % answer.detail)
    record(by, "sent a test of a message to themselves", version)
