"""What other rooms show of messages: what is found, a line on a person's page, what goes when a record is erased."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from comms import queries
from comms.models import Export, OutboxEntry, OutcomeFile, OutcomeState, OutreachResult, Version
from comms.outcomes import plan_hash, without
from comms.services import exporting
from members.life.timeline import TimelineEntry
from members.models import Person
from unionops.platform.access.actors import require_actor
from unionops.platform.access.models import User
from unionops.platform.access.policy import may
from unionops.platform.search.sources import Result


def found(user: User, words: str, limit: int) -> list[Result]:
    """Messages whose title, subject or text holds every word."""
    if not may(user, "comms.view") or not words.split():
        return []
    return [
        Result(message.title, message.get_absolute_url(), f"{message.get_state_display()}, {message.author}")
        for message in queries.with_words(user, words)[:limit]
    ]


def timeline(user: User, person: Person) -> Iterator[TimelineEntry]:
    """E-mails this person got, for those who may see the messages."""
    for entry in queries.sent_to(user, person):
        message = entry.send.version.message
        if entry.sent_at:
            yield TimelineEntry(entry.sent_at, "send", _("Got: %s") % message.title, message.get_absolute_url())
    for found in queries.outcomes_of(user, person):
        about = found.version.message.title if found.version else found.file.get_channel_display()
        words = " · ".join(part for part in (f"{about}: {found.get_result_display()}", found.note) if part)
        yield TimelineEntry(found.at, "phone", words, reverse("comms:outcomes"))


def record(user: User, person: Person) -> Iterable[dict[str, Any]] | None:
    """Every message that was addressed to the person, sent or not, for their whole record."""
    if not may(user, "comms.view"):
        return None
    return [
        {
            "title": entry.send.version.message.title, "to": entry.address, "state": entry.state,
            "sent_at": str(entry.sent_at or ""), "unsubscribed_at": str(entry.unsubscribed_at or ""),
            "detail": entry.detail,
        }
        for entry in queries.addressed_to(user, person)
    ]  # fmt: skip


def outreach_record(user: User, person: Person) -> Iterable[dict[str, Any]] | None:
    """What callers and texters noted."""
    if not may(user, "comms.view"):
        return None
    return [
        {"at": str(row.at), "result": str(row.get_result_display()), "note": row.note}
        for row in queries.outcomes_of(user, person)
    ]


def _lists(version: Version, public_id: str) -> bool:
    return hasattr(version, "snapshot") and public_id in version.snapshot.people


def forget(person: Person) -> None:
    """The count of a send stays true; the address and the values do not stay."""
    OutboxEntry.objects.filter(person=person).update(address="", values={}, detail="")
    OutreachResult.objects.filter(person=person).update(note="")
    kept = Export.objects.exclude(file=None).select_related("file", "version__snapshot")
    for export in (row for row in kept if row.version and _lists(row.version, str(person.public_id))):
        exporting.destroy_file(by=require_actor(), export=export, reason="a person in it was erased")
    named = Q(results__person=person) | Q(state=OutcomeState.PLANNED)
    for file in OutcomeFile.objects.filter(named).distinct():
        file.plan = [without(row) if row["person"] == str(person.public_id) else row for row in file.plan]
        file.plan_hash = plan_hash(file.plan)
        file.save(update_fields=["plan", "plan_hash"])
