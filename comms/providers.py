"""What other rooms show of messages: a line on a person's page, and what goes when a record is erased."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from comms import queries
from comms.models import OutboxEntry
from members.models import Person
from members.timeline import TimelineEntry
from unionops.platform.access.models import User


def timeline(user: User, person: Person) -> Iterator[TimelineEntry]:
    """E-mails this person got, for those who may see the messages."""
    for entry in queries.sent_to(user, person):
        message = entry.send.version.message
        if entry.sent_at:
            yield TimelineEntry(entry.sent_at, "send", _("Got: %s") % message.title, message.get_absolute_url())


def forget(person: Person) -> None:
    """The count of a send stays true; the address and the values do not stay."""
    OutboxEntry.objects.filter(person=person).update(address="", values={}, detail="")
