"""Messages by where they stand, and what went out."""

import datetime
from dataclasses import dataclass

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils import timezone

from comms import queries as comms
from comms.models import Message, Send, State, Version
from unionops.platform.access.models import User

BUSY = (State.DRAFT, State.STOPPED, State.IN_REVIEW, State.APPROVED, State.SCHEDULED, State.SENDING)


def messages(user: User) -> QuerySet[Message]:
    rows: QuerySet[Message] = Message.objects.visible_to(user, "comms.view")
    versions = Version.objects.select_related("snapshot")
    return rows.select_related("author").prefetch_related(Prefetch("versions", versions))


@dataclass(frozen=True)
class StateGroup:
    """Messages in one state, the oldest first."""

    state: str
    label: str
    messages: list[Message]


def by_state(user: User) -> list[StateGroup]:
    """Every state on the way out, also the empty ones, so that the way can be seen."""
    rows = list(messages(user).filter(state__in=BUSY).order_by("changed_at"))
    return [StateGroup(state.value, str(state.label), [row for row in rows if row.state == state]) for state in BUSY]


def waiting_for_yes(user: User) -> list[Message]:
    """Messages somebody else wrote that this person could approve now, the oldest first."""
    return list(comms.waiting_for(user).select_related("author").order_by("changed_at"))


@dataclass(frozen=True)
class DraftFigures:
    drafts: int
    in_review: int
    by_model: int
    oldest: datetime.datetime | None


def draft_figures(user: User) -> DraftFigures:
    rows = Message.objects.visible_to(user, "comms.view").filter(state__in=[State.DRAFT, State.IN_REVIEW])
    seen = list(rows.annotate(by_model=Count("versions", filter=Q(versions__engine="model"))))
    return DraftFigures(
        drafts=sum(row.state == State.DRAFT for row in seen),
        in_review=sum(row.state == State.IN_REVIEW for row in seen),
        by_model=sum(bool(row.by_model) for row in seen),
        oldest=min((row.created_at for row in seen), default=None),
    )


def last_sends(user: User, limit: int = 5) -> list[Send]:
    """The newest sends with how many were handed over and how many came back."""
    rows: QuerySet[Send] = Send.objects.visible_to(user, "comms.view").select_related("version__message")
    handed = Count("entries", filter=Q(entries__state="sent"))
    bounced = Count("entries", filter=Q(entries__bounced_at__isnull=False))
    return list(rows.annotate(handed=handed, bounced=bounced).order_by("-created_at")[:limit])


def sent_since(user: User, days: int = 30) -> int:
    since = timezone.now() - datetime.timedelta(days=days)
    return (
        Send.objects.visible_to(user, "comms.view")
        .filter(created_at__gte=since)
        .values("version__message")
        .distinct()
        .count()
    )


def mine(user: User) -> list[Message]:
    """What the user wrote and has not let go yet, the newest first."""
    return list(messages(user).filter(author=user, state__in=BUSY).order_by("-changed_at"))
