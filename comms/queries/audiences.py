"""Who gets a version and who not, and the merge values of each person."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count
from django.utils import timezone

from comms import links, markup, merging
from comms.models import OutboxEntry, Version
from comms.queries.messages import fields_of
from members import audience
from members.models import Person
from unionops.platform.access.models import Local, Stewardship, User
from unionops.platform.access.models.people import in_term

FATIGUE_DAYS, FATIGUE_LIMIT = 7, 3


def receipt(user: User, which: Version) -> audience.Receipt | None:
    """Who gets it and who not; None when the version goes to nobody in particular."""
    if not which.segment or not which.reach:
        return None
    return audience.receipt(user, which.segment, channel=which.reach, klass=which.message.klass)


def values_for(person: Person, local: Local, stewards: dict[tuple[int | None, int | None], str]) -> dict[str, str]:
    """The merge values of one person: the closed list, nothing else."""
    return {
        "first_name": person.called,
        "last_name": person.last_name,
        "full_name": person.name,
        "worksite": str(person.worksite or ""),
        "shift": person.shift,
        "department": person.department,
        "job_title": person.job_title,
        "unit": str(person.unit or ""),
        "employer": str(person.employer or ""),
        "steward_name": steward_of(person, stewards),
        "local_name": local.name,
        "local_number": local.number,
        "local_phone": local.contact_phone,
        "local_email": local.contact_email,
    }


def steward_names() -> dict[tuple[int | None, int | None], str]:
    """(unit, worksite) -> the steward's name, today's terms."""
    rows = Stewardship.objects.filter(in_term(), user__is_active=True).select_related("user").order_by("-pk")
    return {(row.unit_id, row.worksite_id): row.user.name for row in rows}


def steward_of(person: Person, stewards: dict[tuple[int | None, int | None], str]) -> str:
    """The closest: site and unit, then site, then unit."""
    unit, site = person.unit_id, person.worksite_id
    if site and (name := stewards.get((unit, site)) or stewards.get((None, site))):
        return name
    return stewards.get((unit, None), "") if unit else ""


def tired(people_ids: Iterable[int]) -> int:
    """How many of these already got three messages or more in the last seven days."""
    since = timezone.now() - datetime.timedelta(days=FATIGUE_DAYS)
    recent = OutboxEntry.objects.filter(sent_at__gte=since).order_by().values("person")
    often = recent.annotate(n=Count("pk")).filter(n__gte=FATIGUE_LIMIT).values_list("person", flat=True)
    return len(set(often) & set(people_ids))


def changed_since(user: User, which: Version) -> tuple[int, int]:
    """(joined, left): how the audience differs from the one that was approved."""
    snapshot = getattr(which, "snapshot", None)
    now = receipt(user, which)
    if snapshot is None or now is None:
        return 0, 0
    then, current = set(snapshot.people), {str(reached.person.public_id) for reached in now.people}
    return len(current - then), len(then - current)


@dataclass(frozen=True)
class Preview:
    """One version as one person will read it."""

    name: str
    to: str
    subject: str
    text: str
    html: str
    missing: list[str]
    number: int
    of: int


def preview(user: User, which: Version, number: int) -> Preview:
    """The `number`th person of the audience; a made-up reader when there is none."""
    found = receipt(user, which)
    people = found.people if found else []
    if not people:
        return _preview(which, "", "", {}, 0, 0)
    hit = people[number % len(people)]
    values = values_for(hit.person, Local.current(), steward_names())
    return _preview(which, hit.person.name, hit.to, values, number % len(people), len(people))


def _preview(which: Version, name: str, to: str, values: dict[str, str], number: int, of: int) -> Preview:
    body = merging.fill(which.body, values, which.language)
    footer = "\n\n" + links.footer(Local.current(), which.language) if which.channel == "email" else ""
    subject = merging.fill(which.subject, values, which.language, merging.one_line)
    missing = [field for field in fields_of(which) if not values.get(field)]
    return Preview(name, to, subject, markup.to_text(body) + footer, markup.to_html(body + footer), missing, number, of)


def explained(counts: dict[str, int]) -> list[tuple[str, str, int]]:
    """(code, reason in words, people), the largest first."""
    return list(audience.explained(counts))


def reason_words(code: str) -> Any:
    return audience.REASONS.get(code, code)
