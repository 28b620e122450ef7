"""House patterns, saved lists and the days of an officer election."""

from __future__ import annotations

import datetime

from django.db.models import QuerySet

from comms.models import CandidatePeriod, MessageTemplate
from members.models import Segment
from members.queries import segments
from unionops.platform.access.models import User


def template_for(klass: str, channel: str, language: str) -> MessageTemplate | None:
    """The local's own pattern: for the class first, else for any class."""
    rows = MessageTemplate.objects.filter(channel=channel, language=language[:2], klass__in=[klass, ""])
    return rows.order_by("-klass").first()


def templates() -> QuerySet[MessageTemplate]:
    rows: QuerySet[MessageTemplate] = MessageTemplate.objects.all()
    return rows.select_related("by")


def usable_segments(user: User) -> QuerySet[Segment]:
    return segments(user)


def elections() -> QuerySet[CandidatePeriod]:
    rows: QuerySet[CandidatePeriod] = CandidatePeriod.objects.all()
    return rows


def candidates(day: datetime.date) -> list[str]:
    periods = CandidatePeriod.objects.filter(since__lte=day, until__gte=day)
    return [name for period in periods for name in period.candidates]
