"""House patterns, saved lists and the days of an officer election."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from django.db.models import QuerySet

from comms import comparing
from comms.checks import claims
from comms.models import CandidatePeriod, MessageTemplate, State, Version, VersionText
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
    """The English version with words for the same people and channel."""
    rows = which.message.versions.filter(audience=which.audience, channel=which.channel, language__startswith="en")
    return rows.exclude(pk=which.pk).exclude(body="").first()


OUT = (State.APPROVED, State.SCHEDULED, State.SENDING, State.SENT, State.EXPORTED)
LOOKED_THROUGH = 200


def alike(which: Version) -> Version | None:
    """The approved version of the same channel and language whose brief shares most words, two at the least."""
    wanted = claims.stems(which.message.brief.purpose, which.language)
    rows = Version.objects.filter(channel=which.channel, language=which.language, message__state__in=OUT)
    rows = rows.exclude(message=which.message).select_related("message__brief").order_by("-pk")[:LOOKED_THROUGH]
    scored = [
        (len(wanted & claims.stems(row.message.brief.purpose, row.language)), -n, row) for n, row in enumerate(rows)
    ]
    best = max(scored, key=lambda item: item[:2], default=None)
    return best[2] if best and best[0] >= 2 else None


@dataclass(frozen=True)
class Proposal:
    """Words of the model that people replaced by the same others, more than once."""

    instead: str
    say: str
    times: int


def proposals(least: int = 2) -> list[Proposal]:
    """What people change again and again, not yet in the word list."""
    known = set(memory(kinds=("glossary",)).values_list("title", flat=True))
    counts: Counter[tuple[str, str]] = Counter()
    texts = VersionText.objects.order_by("version", "number").values_list("version", "engine", "body")[:2000]
    for before, after in pairwise(texts):
        if before[0] == after[0] and (before[1], after[1]) == ("model", "person"):
            counts.update(_replaced(before[2], after[2]))
    return [Proposal(a, b, n) for (a, b), n in counts.most_common(20) if n >= least and a not in known]


def _replaced(before: str, after: str) -> set[tuple[str, str]]:
    """Short pairs (removed, added) that stand side by side; figures are facts, not style."""
    pairs = set()
    for one, two in pairwise(comparing.words(before, after)):
        old, new = " ".join(one.text.split()).lower(), " ".join(two.text.split()).lower()
        short = 0 < len(old.split()) <= 4 and 0 < len(new.split()) <= 4
        if (one.kind, two.kind) == ("removed", "added") and short and not any(c.isdigit() for c in old + new):
            pairs.add((old, new))
    return pairs
