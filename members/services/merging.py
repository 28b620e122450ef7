"""Possible duplicates: found, merged reversibly, or dismissed for good."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from members import placed
from members.matching import Known, Roster, Row, weigh
from members.models import (
    ChannelConsent,
    Duplicate,
    Membership,
    Person,
    PersonChange,
    Placement,
    RosterVersion,
    Standing,
)
from members.models.contact import STRICTNESS, ConsentStatus
from members.models.imports import ChangeKind
from members.names import name_key
from members.pairs import COLUMNS, FIELDS, MEMBERSHIP
from members.snapshot import known_people
from members.undoing import following
from members.undoing.journal import Journal
from members.undoing.taking_back import take_back
from unionops.platform.access.models import User
from unionops.platform.audit.services import record
from unionops.platform.core.problems import Problem
from unionops.platform.core.progress import Phase, Progress, silent

SIDES = ("first", "second")
SPELL = ("status", "method", "dues_cents", "since", "form_name", "form_upload", "source")


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
            progress(at, len(roster.by_contact), Phase.COMPARING)
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
def merge_by_field(*, by: User, duplicate: Duplicate, said: dict[str, str]) -> Person:
    """`said` is {field: 'first' or 'second'}: whose value stays; 'keep' says which of the two records goes on.

    A field nobody spoke about stays as the kept record has it. Problem for a field or side there is not.
    """
    known = {"keep", MEMBERSHIP, *FIELDS}
    for name, side in said.items():
        if name not in known or side not in SIDES:
            message = _("'%(side)s' of '%(field)s' is not one of the two records.") % {"side": side, "field": name}
            raise Problem("merge_choice", message, _("Choose the first or the second for each line."))
    kept = said.get("keep", "first")
    keep, drop = (duplicate.first, duplicate.second) if kept == "first" else (duplicate.second, duplicate.first)
    taken = {name for name, side in said.items() if name != "keep" and side != kept}
    return merge(by=by, duplicate=duplicate, keep=keep, drop=drop, taken=taken)


@transaction.atomic
def merge(*, by: User, duplicate: Duplicate, keep: Person, drop: Person, taken: Collection[str] = ()) -> Person:
    """One record takes over what the other knows; the other is set aside, so that the merge can be undone.

    `taken` names the fields whose value comes from the other record although the kept one has its own.
    Consent merges to the stricter of the two.
    """
    if duplicate.state != Duplicate.State.OPEN:
        raise Problem("decided", _("This pair was decided already."))
    if keep.erased_at or drop.erased_at:
        raise Problem("set_aside", _("One of the two records was merged or erased meanwhile."))
    journal = Journal()
    fresh = _fresh(keep, drop, taken)
    names = [drop.name, keep.name]
    # unique numbers leave the old record before the other takes them over
    journal.change(drop, erased_at=timezone.now(), in_unit=False, employee_number=None, member_number=None)
    diff = {name: [_said(old), _said(new)] for name, (old, new) in journal.change(keep, **fresh).items()}
    _merge_consent(journal, keep, drop)
    following.carry(journal, keep, drop)
    _move_account(journal, keep, drop)
    _set_spells(journal, keep, drop, fresh, taken)
    journal.flush()
    PersonChange.objects.create(person=keep, kind=ChangeKind.MERGE, diff={"merged": names} | diff,
                                source=_("by hand"), by=by, at=timezone.now())  # fmt: skip
    duplicate.state, duplicate.decided_by, duplicate.decided_at = Duplicate.State.MERGED, by, timezone.now()
    duplicate.undo = journal.as_json()
    duplicate.save()
    RosterVersion.grow()
    record(by, "merged two records", keep)
    return keep


def _said(value: Any) -> Any:
    return "" if value is None else value


def _fresh(keep: Person, drop: Person, taken: Collection[str]) -> dict[str, Any]:
    """{column: value} of what the kept record lacks and the other knows, and of what was chosen from the other."""
    values = {
        column: getattr(drop, column)
        for name, column in COLUMNS.items()
        if getattr(drop, column) and (name in taken or not getattr(keep, column))
    }
    if drop.in_unit and not keep.in_unit:
        values["in_unit"] = True
    if drop.has_died or drop.deceased_on:
        values |= {"has_died": True, "deceased_on": keep.deceased_on or drop.deceased_on}
    if drop.standing != Standing.NON_MEMBER and (MEMBERSHIP in taken or not keep.is_member):
        values["standing"] = drop.standing
    said = (values.get(name, getattr(keep, name)) for name in ("last_name", "first_name", "middle"))
    return values | {"name_key": name_key(*said)}


def _move_account(journal: Journal, keep: Person, drop: Person) -> None:
    """Whoever signs in as the dropped record is the kept one from now on, when that has no account of its own."""
    if User.objects.filter(person=keep.public_id).exists():
        return
    if account := User.objects.filter(person=drop.public_id).first():
        journal.change(account, person=keep.public_id)
        journal.flush()


def _set_spells(journal: Journal, keep: Person, drop: Person, fresh: dict[str, Any], taken: Collection[str]) -> None:
    """The present spells say what the record says."""
    if place := Placement.objects.filter(person=keep, until=None).first():
        journal.change(place, **{name: value for name, value in fresh.items() if name in placed.COLUMNS})
    theirs = Membership.objects.filter(person=drop, until=None).first()
    ours = Membership.objects.filter(person=keep, until=None).first()
    if MEMBERSHIP in taken and ours and theirs:
        journal.change(ours, **{name: getattr(theirs, name) for name in SPELL})


def _merge_consent(journal: Journal, keep: Person, drop: Person) -> None:
    """The words of both with their sources and days; of two latest ones the stricter goes on."""
    ours = {(row.channel, row.klass): row for row in ChannelConsent.objects.filter(person=keep, is_latest=True)}
    for row in ChannelConsent.objects.filter(person=drop, is_latest=True):
        before = ours.get((row.channel, row.klass))
        if before is not None:
            weaker = before if _strictness(row.status) > _strictness(before.status) else row
            journal.change(weaker, is_latest=False)
    journal.flush()


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
    for person in (duplicate.first, duplicate.second):
        PersonChange.objects.create(person=person, kind=ChangeKind.MERGE, diff={}, source=_("merge undone"),
                                    by=by, at=timezone.now())  # fmt: skip
    RosterVersion.grow()
    record(by, "undid a merge", duplicate.first)


@transaction.atomic
def dismiss(*, by: User, duplicate: Duplicate) -> None:
    """They are two people; never asked again."""
    duplicate.state, duplicate.decided_by, duplicate.decided_at = Duplicate.State.DISMISSED, by, timezone.now()
    duplicate.save()
    record(by, "said two records are two people", duplicate.first)
