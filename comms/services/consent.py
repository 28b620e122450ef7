"""An opt-out that sticks to the person, whatever list comes next."""

from __future__ import annotations

import uuid

from django.db import transaction
from django.utils import timezone

from comms.models import OutboxEntry
from members.models import Channel, ChannelConsent, ConsentStatus, Person
from unionops.platform.access.models import User
from unionops.platform.audit.services import record


@transaction.atomic
def unsubscribe(*, by: User, person: uuid.UUID, entry: uuid.UUID, source: str = "the link in an e-mail") -> bool:
    """No more e-mails of any class but legal notices. Pressing twice is the same as once."""
    who = Person.objects.filter(public_id=person).first()
    if who is None:
        return False
    OutboxEntry.objects.filter(public_id=entry, person=who, unsubscribed_at=None).update(unsubscribed_at=timezone.now())
    say_no(by=by, person=who, channel=Channel.EMAIL, source=source)
    return True


def say_no(*, by: User, person: Person, channel: str, source: str) -> None:
    """Write the person's no, unless it stands already."""
    latest = ChannelConsent.objects.filter(person=person, channel=channel, klass="", is_latest=True)
    if latest.filter(status=ConsentStatus.REVOKED).exists():
        return
    latest.update(is_latest=False)
    ChannelConsent.objects.create(
        person=person, channel=channel, status=ConsentStatus.REVOKED, source=source[:120], by=by
    )
    record(by, "noted that a person said no to a channel", person, detail={"channel": channel})
