"""Sends, their entries and totals, and what came back."""

from __future__ import annotations

import uuid
from typing import Any

from django.db.models import Count, Min, Q, QuerySet
from django.utils import timezone

from comms.models import WENT_OUT, EntryState, OutboxEntry, Send, SendState, Version
from comms.models.sends import ENDED
from members.models import Person
from unionops.platform.access.models import User
from unionops.platform.access.policy import policy


def send(user: User, public_id: uuid.UUID) -> Send:
    """Raises Send.DoesNotExist."""
    rows: QuerySet[Send] = Send.objects.visible_to(user, "comms.view")
    return rows.select_related("version__message__brief", "version__segment", "started_by").get(public_id=public_id)


def totals(which: Send) -> dict[str, int]:
    """Entries by state; with `excluded` they sum to the roster, always: before the first is made they all wait."""
    counts = dict(which.entries.order_by().values_list("state").annotate(n=Count("pk")))
    counts = counts or {EntryState.SUPPRESSED if which.state in ENDED else EntryState.QUEUED: which.audience}
    return {state.value: counts.get(state.value, 0) for state in EntryState}


def stopped(which: Send) -> int:
    """How many of the suppressed got nothing because a person stopped the sending or took it back."""
    if which.state in ENDED and not which.entries.exists():
        return which.audience
    return which.entries.filter(state=EntryState.SUPPRESSED, detail="stopped").count()


def had_already(version: Version) -> int:
    """How many people this box sent the version to, or may have."""
    states = (EntryState.SENT, EntryState.INFLIGHT, EntryState.UNKNOWN)
    return OutboxEntry.objects.filter(send__version=version, state__in=states).values("person").distinct().count()


def asked_to_wait(which: Send) -> dict[str, Any]:
    """{"n", "at"}: how many their mail servers put off, and when the first of them is tried again."""
    rows = which.entries.filter(state=EntryState.QUEUED, next_try_at__isnull=False)
    return rows.aggregate(n=Count("pk"), at=Min("next_try_at"))


def entries(user: User, which: Send, state: str = "") -> QuerySet[OutboxEntry]:
    """Who was to get it, by name: for those who may see the whole roster. Others, as trustees, see the totals."""
    if policy.scope(user, "members.view") != "all":
        return which.entries.none()
    rows = which.entries.select_related("person").order_by("person__name_key", "pk")
    return rows.filter(state=state) if state else rows


def results(which: Send) -> dict[str, int]:
    """What came back: nothing is tracked, so only bounces, complaints and opt-outs are known."""
    return which.entries.aggregate(
        bounced=Count("pk", filter=Q(bounced_at__isnull=False)),
        complained=Count("pk", filter=Q(complained_at__isnull=False)),
        unsubscribed=Count("pk", filter=Q(unsubscribed_at__isnull=False)),
    )


def due_sends() -> list[int]:
    """Sends whose moment has come, that have entries to try again now, or that ended with one still leaving."""
    now = timezone.now()
    waiting = Q(state=SendState.WAITING, starts_at__lte=now)
    again = Q(next_try_at=None) | Q(next_try_at__lte=now)
    entries_due = OutboxEntry.objects.filter(again, state__in=[EntryState.QUEUED, EntryState.CLAIMED])
    stuck = Q(state=SendState.SENDING, pk__in=entries_due.values("send"))
    leaving = OutboxEntry.objects.filter(state=EntryState.INFLIGHT)
    left_behind = Q(state__in=ENDED, pk__in=leaving.values("send"))
    return list(Send.objects.filter(waiting | stuck | left_behind).order_by("pk").values_list("pk", flat=True))


def addressed_to(user: User, person: Person) -> QuerySet[OutboxEntry]:
    """Messages to a person, sent or not, of those the viewer may see; oldest first."""
    rows: QuerySet[OutboxEntry] = OutboxEntry.objects.visible_to(user, "comms.view")
    return rows.filter(person=person).select_related("send__version__message").order_by("id")


def sent_to(user: User, person: Person) -> list[OutboxEntry]:
    """Messages a person got, of those the viewer may see."""
    rows: QuerySet[OutboxEntry] = OutboxEntry.objects.visible_to(user, "comms.view")
    rows = rows.filter(person=person, sent_at__isnull=False).select_related("send__version__message")
    return list(rows.order_by("-sent_at")[:100])


def web_version(public_id: uuid.UUID) -> Version | None:
    """A version of a message that went out and may stand on the web."""
    rows = Version.objects.filter(public_id=public_id, message__has_web_copy=True, message__state__in=WENT_OUT)
    return rows.select_related("message").first()
