"""Committees and terms in them."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from members.models import Committee, CommitteeTerm, Person
from unionops.platform.access.models import User
from unionops.platform.audit.services import record
from unionops.platform.core.problems import Problem


@transaction.atomic
def save_committee(*, by: User, name: str, purpose: str = "", committee: Committee | None = None) -> Committee:
    """Make or rename one. Problem when another has the name."""
    others = Committee.objects.filter(name__iexact=name.strip())
    if (others.exclude(pk=committee.pk) if committee else others).exists():
        raise Problem("name_taken", _("There is a committee of this name."), _("Choose another name."))
    found = committee or Committee()
    found.name, found.purpose = name.strip(), purpose.strip()
    found.save()
    record(by, "saved a committee", found)
    return found


@transaction.atomic
def dissolve(*, by: User, committee: Committee) -> None:
    """Closed today, and every running term with it; who served stays. A dissolved one is opened again, empty."""
    today = timezone.localdate()
    if committee.dissolved_on is None:
        running = CommitteeTerm.objects.filter(committee=committee, until=None)
        running.filter(since__gt=today).delete()
        running.update(until=today)
    committee.dissolved_on = today if committee.dissolved_on is None else None
    committee.save(update_fields=["dissolved_on"])
    record(by, noop("dissolved a committee") if committee.dissolved_on else noop("opened a committee again"), committee)


@transaction.atomic
def begin_term(
    *,
    by: User,
    committee: Committee,
    person: Person,
    part: str = "",
    since: datetime.date,
    until: datetime.date | None = None,
) -> CommitteeTerm:
    """Problem when the days are the wrong way round, or a term of theirs there covers some of them already."""
    if until is not None and until < since:
        raise Problem("term_order", _("The last day is before the first."), _("Look at the two days again."))
    if committee.dissolved_on is not None:
        raise Problem("dissolved", _("This committee is dissolved."), _("Open it again first."))
    for term in CommitteeTerm.objects.filter(committee=committee, person=person):
        if (until is None or term.since <= until) and (term.until is None or term.until >= since):
            said = {"who": person.name, "day": term.since.isoformat()}
            message = _("%(who)s serves on it already, since %(day)s.") % said
            raise Problem("serves", message, _("End that term first, or choose other days."))
    row = CommitteeTerm.objects.create(
        committee=committee, person=person, part=part.strip()[:60] or "member", since=since, until=until
    )
    record(by, "began a term in a committee", person, detail={"committee": committee.name})
    return row


@transaction.atomic
def end_committee_term(*, by: User, term: CommitteeTerm, on: datetime.date) -> None:
    """The last day of the term; it may lie ahead."""
    if on < term.since:
        raise Problem("term_order", _("The last day is before the first."), _("Look at the two days again."))
    term.until = on
    term.save(update_fields=["until"])
    record(by, "ended a term in a committee", term.person, detail={"committee": term.committee.name})
