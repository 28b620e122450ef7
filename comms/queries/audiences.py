"""Who gets a version and who not, and the merge values of each person."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from comms import links, markup, merging
from comms.models import Export, OutboxEntry, Snapshot, Version
from comms.queries.messages import fields_of
from comms.queries.receipts import OTHER_LANGUAGE, OTHER_LIST, receipt
from members.models import Person
from members.queries import tag_names
from members.reaching import audience
from unionops.platform.access.models import Local, Stewardship, User
from unionops.platform.access.models.people import in_term
from unionops.platform.core.text import fold

FATIGUE_DAYS, FATIGUE_LIMIT = 7, 3


Stewards = dict[tuple[int | None, int | None], str]
VALUES: dict[str, Callable[[Person, Local, Stewards], str]] = {
    "first_name": lambda person, _local, _stewards: person.called,
    "last_name": lambda person, _local, _stewards: person.last_name,
    "full_name": lambda person, _local, _stewards: person.name,
    "worksite": lambda person, _local, _stewards: str(person.worksite or ""),
    "shift": lambda person, _local, _stewards: person.shift,
    "department": lambda person, _local, _stewards: person.department,
    "job_title": lambda person, _local, _stewards: person.job_title,
    "unit": lambda person, _local, _stewards: str(person.unit or ""),
    "employer": lambda person, _local, _stewards: str(person.employer or ""),
    "steward_name": lambda person, _local, stewards: steward_of(person, stewards),
    "local_name": lambda _person, local, _stewards: local.name,
    "local_number": lambda _person, local, _stewards: local.number,
    "local_phone": lambda _person, local, _stewards: local.contact_phone,
    "local_email": lambda _person, local, _stewards: local.contact_email,
}


def values_for(
    person: Person, local: Local, stewards: Stewards, names: Iterable[str] = tuple(VALUES)
) -> dict[str, str]:
    """The merge values of one person, all of the closed list or those named; nothing else."""
    return {name: VALUES[name](person, local, stewards) for name in names}


def shared_values(local: Local) -> dict[str, str]:
    """What a text that goes to nobody in particular may be filled with: the local's own name, number and ways."""
    return values_for(Person(), local, {}, [name for name in VALUES if name.startswith("local_")])


def steward_names() -> Stewards:
    """(unit, worksite) -> the steward's name, today's terms."""
    rows = Stewardship.objects.filter(in_term(), user__is_active=True).select_related("user").order_by("-pk")
    return {(row.unit_id, row.worksite_id): row.user.name for row in rows}


def steward_of(person: Person, stewards: Stewards) -> str:
    """The closest: site and unit, then site, then unit."""
    unit, site = person.unit_id, person.worksite_id
    if site and (name := stewards.get((unit, site)) or stewards.get((None, site))):
        return name
    return stewards.get((unit, None), "") if unit else ""


def tags_of(people: Iterable[Person]) -> dict[str, list[str]]:
    """{public id: the tags of the person}."""
    ids, found = {person.pk: str(person.public_id) for person in people}, dict[str, list[str]]()
    for key, tag in tag_names(list(ids)):
        found.setdefault(ids[key], []).append(tag)
    return found


def people_by_id(public_ids: Iterable[str]) -> Iterator[Person]:
    """Whoever of these is still on file, on the list or not."""
    wanted = sorted(public_ids)
    for at in range(0, len(wanted), 500):
        yield from Person.objects.filter(public_id__in=wanted[at : at + 500])


def tired(people: Iterable[Person]) -> int:
    """How many of these got three messages or more in the last seven days, sent from here or exported for a tool."""
    since = timezone.now() - datetime.timedelta(days=FATIGUE_DAYS)
    recent = OutboxEntry.objects.filter(sent_at__gte=since).order_by().values("person__public_id")
    rows = recent.annotate(n=Count("pk")).values_list("person__public_id", "n")
    counts = Counter({str(public_id): number for public_id, number in rows})
    exported = Export.objects.filter(at__gte=since, version__sends=None).values("version")
    for ids in Snapshot.objects.filter(version__in=exported).values_list("people", flat=True):
        counts.update(ids)
    return sum(counts[key] >= FATIGUE_LIMIT for key in {str(person.public_id) for person in people})


def changed_since(which: Version, now: audience.Receipt | None) -> tuple[int, int]:
    """(joined, left): how the audience `now` differs from the one that was approved."""
    snapshot = getattr(which, "snapshot", None)
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


def place_of(user: User, which: Version, words: str) -> int | None:
    """Where in the audience the first person stands whose name has these words; None when nobody's has."""
    found = receipt(user, which)
    wanted = fold(words).split()
    for number, hit in enumerate(found.people if found and wanted else []):
        name = fold(hit.person.name)
        if all(word in name for word in wanted):
            return number
    return None


def _preview(which: Version, name: str, to: str, values: dict[str, str], number: int, of: int) -> Preview:
    text = merging.fill(markup.to_text(which.body), values, which.language)
    footer = "\n\n" + links.footer(Local.current(), which.language) if which.channel == "email" else ""
    subject = merging.fill(which.subject, values, which.language, merging.one_line)
    missing = [field for field in fields_of(which) if not values.get(field)]
    page = merging.fill(markup.to_html(which.body + footer), values, which.language, merging.in_html)
    return Preview(name, to, subject, text + footer, page, missing, number, of)


def explained(counts: dict[str, int]) -> list[tuple[str, str, int]]:
    """(code, reason in words, people), the largest first."""
    return [(code, str(reason_words(code)), number) for code, _words, number in audience.explained(counts)]


LATER = {
    "left_list": _("is no longer on the list"),
    "gone": _("the record does not exist any more"),
    "not_approved": _("came to the list after it was approved"),
    "stopped": _("sending was stopped before their turn"),
    OTHER_LIST: _("gets the version for a smaller list"),
    OTHER_LANGUAGE: _("gets it in another language"),
}


def reason_words(code: str) -> Any:
    return LATER.get(code) or audience.REASONS.get(code, code)
