"""House patterns, saved lists and the days of an officer election."""

from __future__ import annotations

import datetime
import re

from django.db.models import QuerySet

from comms.checks import stemming
from comms.models import CandidatePeriod, MessageTemplate, State, Version
from members.models import Segment
from members.queries import segments
from unionops.platform.access.models import User
from unionops.platform.ai.queries import memory


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


def remembered_words() -> list[str]:
    """Facts, signatures and words the house remembers: any message may use them."""
    rows = memory(kinds=("fact", "signature", "glossary")).filter(active=True)
    return [f"{row.title}\n{row.text}" for row in rows]


def terms(language: str) -> list[tuple[str, tuple[str, ...]]]:
    """(English term, how the local says it): entries of the word list in this language, as 'steward' -> "
    "'delegado / delegada'."""
    if language.startswith("en"):
        return []
    rows = memory(kinds=("glossary",), language=language[:2]).filter(active=True)
    said = [(row.title, re.split(r"\s*[/;\n]\s*", row.text.strip())) for row in rows]
    return [(term, tuple(word for word in words if word)) for term, words in said if any(words)]


def original(which: Version) -> Version | None:
    """The English version with words for the same channel: that for the same people, else the first of another list."""
    rows = which.message.versions.filter(channel=which.channel, language__startswith="en")
    found = list(rows.exclude(pk=which.pk).exclude(body=""))
    return next((row for row in found if row.audience == which.audience), found[0] if found else None)


OUT = (State.APPROVED, State.SCHEDULED, State.SENDING, State.SENT, State.EXPORTED)
LOOKED_THROUGH = 200


def alike(which: Version) -> Version | None:
    """The approved version of the same channel and language whose brief shares most words, two at the least."""
    wanted = stemming.stems(which.message.brief.purpose, which.language)
    rows = Version.objects.filter(channel=which.channel, language=which.language, message__state__in=OUT)
    rows = rows.exclude(message=which.message).select_related("message__brief").order_by("-pk")[:LOOKED_THROUGH]
    scored = [
        (len(wanted & stemming.stems(row.message.brief.purpose, row.language)), -n, row) for n, row in enumerate(rows)
    ]
    best = max(scored, key=lambda item: item[:2], default=None)
    return best[2] if best and best[0] >= 2 else None
