"""Cases that ended well, as they may be told to everybody: what was won, under which clause, in which month."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from comms.checks import dates
from grievances.models import Grievance, Status
from grievances.models.matters import WON, Matter
from members.figures import SMALL
from members.queries import people
from unionops.platform.access.models import User
from unionops.platform.core import lazy_re as re
from unionops.platform.core.text import fold

_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b")


def won(user: User) -> QuerySet[Grievance]:
    """Closed cases settled or sustained that the user may read, the latest first."""
    rows: QuerySet[Grievance] = Grievance.objects.visible_to(user, "grievances.view")
    rows = rows.filter(status=Status.CLOSED, outcome__in=WON, closed_on__isnull=False)
    return rows.select_related("matter__unit", "matter__worksite").order_by("-closed_on", "-id")


def won_case(user: User, public_id: uuid.UUID) -> Grievance | None:
    return won(user).filter(public_id=public_id).first()


def proposal(row: Grievance) -> tuple[str, str]:
    """(label, words) to begin with: clause, outcome and month; the officer adds what was won."""
    clauses = clauses_of(row.matter)
    month = date_format(row.closed_on, "F Y") if row.closed_on else ""
    about = ", ".join(clauses) or row.matter.get_topic_display()
    label = _("A case under %(clause)s, %(month)s") % {"clause": about, "month": month}
    words = _("In %(month)s a case under %(clause)s was %(outcome)s.") % {
        "month": month, "clause": about, "outcome": row.get_outcome_display(),
    }  # fmt: skip
    return label[:160], words


def clauses_of(matter: Matter) -> list[str]:
    """The clauses cited, by name, without what they were cited for."""
    rows = matter.citations.select_related("clause").exclude(clause=None)
    return list(dict.fromkeys(row.clause.name for row in rows if row.clause))[:3]


def too_few(user: User, matter: Matter) -> bool:
    """Whether so few people work in the unit that any telling points at one of them."""
    if matter.unit is None:
        return False
    return people(user).filter(in_unit=True, unit=matter.unit).count() < SMALL


def betrays(user: User, row: Grievance, text: str) -> Iterator[str]:
    """What in the words points at somebody: a name of the case, its number, a day, a place where few work."""
    said = f" {fold(text)} "
    for name in _names(row):
        if re.search(rf"\b{re.escape(fold(name))}\b", said):
            yield name
    if row.number and fold(row.number) in said:
        yield row.number
    if found := _DAY.search(text):
        yield found.group()
    yield from (slot.text for slot in dates.find(text) if slot.month and slot.day)
    site = row.matter.worksite
    if site and fold(site.name) in said and _few_at(user, row.matter):
        yield site.name


def _names(row: Grievance) -> Iterator[str]:
    """Whole names and last names of everybody in the case, and of those who worked on it."""
    matter = row.matter
    for party in matter.parties.select_related("person"):
        name = str(party)
        yield from {name, name.split()[-1]} if name.strip() else ()
        if party.person:
            yield party.person.last_name
    if row.arbitrator:
        yield row.arbitrator


def _few_at(user: User, matter: Matter) -> bool:
    rows = people(user).filter(worksite=matter.worksite)
    return (rows.filter(shift=matter.shift) if matter.shift else rows).count() < SMALL
