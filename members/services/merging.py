"""Possible duplicates: found, merged reversibly, or dismissed for good."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from members.journal import Journal, take_back
from members.matching import Known, Roster, Row, weigh
from members.models import (
    ChannelConsent,
    DuesPayment,
    Duplicate,
    EmailAddress,
    Membership,
    Person,
    PersonChange,
    PersonTag,
    Phone,
    Placement,
    PostalAddress,
    RosterVersion,
)
from members.models.contact import STRICTNESS, ConsentStatus
from members.models.imports import ChangeKind
from members.snapshot import known_people
from unionops.platform.access.models import User
from unionops.platform.audit.services import record
from unionops.platform.core.problems import Problem
from unionops.platform.core.progress import Progress, silent

FILLED = ("middle", "suffix", "preferred_name", "pronouns", "language", "employee_number", "member_number", "hire_date",
          "seniority_date", "unit_id", "worksite_id", "employer_id", "department", "org", "shift", "tour", "schedule",
          "job_title", "pay_plan", "series", "grade", "step")  # fmt: skip
MOVED = (EmailAddress, Phone, PostalAddress, DuesPayment)


@transaction.atomic
def find_duplicates(*, by: User, progress: Progress = silent) -> int:
    """Pairs that share an e-mail, phone or address and a name. New pairs only; dismissed ones stay dismissed."""
    roster = Roster(known_people(("email", "phone", "street")))
    known_pairs = set(Duplicate.objects.values_list("first_id", "second_id"))
    rows = [pair for pair in _pairs(roster, progress) if (pair.first_id, pair.second_id) not in known_pairs]
    Duplicate.objects.bulk_create(rows, batch_size=500)
    record(by, "looked for duplicates", count=len(rows))
    return len(rows)


def _pairs(roster: Roster, progress: Progress) -> Iterable[Duplicate]:
    seen: set[tuple[int, int]] = set()
    for at, (_value, people) in enumerate(sorted(roster.by_contact.items())):
        if at % 1000 == 0:
            progress(at, len(roster.by_contact), "comparing")
        for one, other in ((a, b) for a in people for b in people if a.pk < b.pk):
            if (one.pk, other.pk) in seen or _both_numbered(one, other):
                continue
            seen.add((one.pk, other.pk))
            match = weigh(_row(one), other)
            if match.reasons:
                yield Duplicate(first_id=one.pk, second_id=other.pk, reasons=match.reasons, score=min(match.score, 100))


def _both_numbered(one: Known, other: Known) -> bool:
    """Two different employee numbers are two people."""
    return bool(one.number and other.number)


def _row(known: Known) -> Row:
    last, first, middle, suffix = known.name
    contacts = {slot: values[0] for slot, values in known.contacts.items() if values and slot != "street"}
    return {"row": 0, "last_name": last, "first_name": first, "middle": middle, "suffix": suffix, **contacts}


@transaction.atomic
def keep_first(*, by: User, duplicate: Duplicate) -> Person:
    return merge(by=by, duplicate=duplicate, keep=duplicate.first, drop=duplicate.second)


@transaction.atomic
def keep_second(*, by: User, duplicate: Duplicate) -> Person:
    return merge(by=by, duplicate=duplicate, keep=duplicate.second, drop=duplicate.first)


@transaction.atomic
def merge(*, by: User, duplicate: Duplicate, keep: Person, drop: Person) -> Person:
    """One record takes over what the other knows; the other is set aside, so that the merge can be undone.

    Consent merges to the stricter of the two.
    """
    if duplicate.state != Duplicate.State.OPEN:
        raise Problem("decided", _("This pair was decided already."))
    journal = Journal()
    gaps = _gaps(keep, drop)
    # unique numbers leave the old record before the other takes them over
    journal.change(drop, erased_at=timezone.now(), in_unit=False, employee_number=None, member_number=None)
    journal.change(keep, **gaps)
    _move(journal, keep, drop)
    _merge_consent(journal, keep, drop, by)
    diff = {"merged": [drop.name, keep.name]}
    PersonChange.objects.create(
        person=keep, kind=ChangeKind.MERGE, diff=diff, source=_("by hand"), by=by, at=timezone.now()
    )
    duplicate.state, duplicate.decided_by, duplicate.decided_at = Duplicate.State.MERGED, by, timezone.now()
    duplicate.undo = journal.as_json()
    duplicate.save()
    RosterVersion.grow()
    record(by, "merged two records", keep)
    return keep


def _gaps(keep: Person, drop: Person) -> dict[str, Any]:
    """What the kept record lacks and the other knows."""
    values = {name: getattr(drop, name) for name in FILLED if not getattr(keep, name) and getattr(drop, name)}
    if drop.in_unit and not keep.in_unit:
        values["in_unit"] = True
    if not keep.is_member and drop.standing != "nonmember":
        values["standing"] = drop.standing
    return values


def _move(journal: Journal, keep: Person, drop: Person) -> None:
    for model in MOVED:
        for row in model.objects.filter(person=drop):
            journal.change(row, person_id=keep.pk)
    for spells in (Placement, Membership):
        has_present = spells.objects.filter(person=keep, until=None).exists()
        for spell in spells.objects.filter(person=drop):
            if spell.until is not None or not has_present:
                journal.change(spell, person_id=keep.pk)
    held = set(PersonTag.objects.filter(person=keep).values_list("tag_id", flat=True))
    for tagging in PersonTag.objects.filter(person=drop).exclude(tag__in=held):
        journal.change(tagging, person_id=keep.pk)


def _merge_consent(journal: Journal, keep: Person, drop: Person, by: User) -> None:
    ours = {(row.channel, row.klass): row for row in ChannelConsent.objects.filter(person=keep, is_latest=True)}
    fresh = []
    for row in ChannelConsent.objects.filter(person=drop, is_latest=True):
        before = ours.get((row.channel, row.klass))
        if before is None or _strictness(row.status) > _strictness(before.status):
            if before is not None:
                journal.change(before, is_latest=False)
            fresh.append(ChannelConsent(person=keep, channel=row.channel, klass=row.klass, status=row.status,
                                        source=_("merged record"), by=by))  # fmt: skip
    journal.flush()
    journal.add(fresh)


def _strictness(status: str) -> int:
    return STRICTNESS.index(ConsentStatus(status))


@transaction.atomic
def undo_merge(*, by: User, duplicate: Duplicate) -> None:
    """Both records as they were."""
    if duplicate.state != Duplicate.State.MERGED:
        raise Problem("not_merged", _("This pair is not merged."))
    take_back(duplicate.undo)
    duplicate.state, duplicate.undo = Duplicate.State.OPEN, {}
    duplicate.save()
    RosterVersion.grow()
    record(by, "undid a merge", duplicate.first)


@transaction.atomic
def dismiss(*, by: User, duplicate: Duplicate) -> None:
    """They are two people; never asked again."""
    duplicate.state, duplicate.decided_by, duplicate.decided_at = Duplicate.State.DISMISSED, by, timezone.now()
    duplicate.save()
    record(by, "said two records are two people", duplicate.first)
