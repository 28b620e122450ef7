"""A person's record removed for good; the counts of past months stay."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from members.life import erasure
from members.life.records import merged_into
from members.models import (
    Assessment,
    ChannelConsent,
    CommitteeTerm,
    Conversation,
    Duplicate,
    EarlierNote,
    EmailAddress,
    FollowUp,
    Membership,
    Person,
    PersonChange,
    PersonNumber,
    PersonTag,
    Phone,
    PostalAddress,
    RosterVersion,
)
from members.services.scrubbing import forget_in_files
from members.services.signing import forget_form
from unionops.platform.access import second
from unionops.platform.access.actors import system_actor
from unionops.platform.access.models import User
from unionops.platform.audit.services import record
from unionops.platform.core.problems import Problem
from unionops.platform.ops.backups import erasures

KIND = "members.erase"
EMPTIED = (
    "first_name",
    "middle",
    "suffix",
    "preferred_name",
    "pronouns",
    "language",
    "notes",
    "job_title",
    "org",
    "tour",
)
REMOVED = (
    EmailAddress,
    Phone,
    PostalAddress,
    ChannelConsent,
    PersonNumber,
    PersonTag,
    PersonChange,
    Conversation,
    Assessment,
    EarlierNote,
    FollowUp,
    CommitteeTerm,
)


@transaction.atomic
def erase_when_approved(*, by: User, person: Person, reason: str) -> bool:
    """True when erased; False when another person's approval was asked for."""
    check_holds(person)
    what = {"person": str(person.public_id)}
    try:
        second.use(by=by, kind=KIND, what=what)
    except Problem as problem:
        if problem.code != "needs_second_person":
            raise
        subject = _("Erase the record of %s") % person.name
        second.ask(by=by, kind=KIND, capability=KIND, subject=subject, what=what, reason=reason,
                   url=person.get_absolute_url())  # fmt: skip
        record(by, "asked to erase a record", person, reason=reason)
        return False
    erase_person(by=by, person=person, reason=reason)
    return True


def check_holds(person: Person) -> None:
    """Problem when the law or an open case says the record must stay."""
    if reasons := erasure.reasons_to_keep(person):
        message = _("This record must be kept: %s.") % "; ".join(reasons).rstrip(".")
        raise Problem("legal_hold", message, _("Close or release that first."))


@transaction.atomic
def erase_person(*, by: User, person: Person, reason: str) -> None:
    """Name, contact, history and notes go; an empty record stays, so that counts of past months hold.

    Records that were merged into this one go with it.
    """
    if not reason.strip():
        raise Problem("no_reason", _("Say why the record is erased."), _("One sentence is enough."))
    everything = [*merged_into(person), person]
    for record_of_them in everything:
        check_holds(record_of_them)
    for record_of_them in everything:
        _empty(record_of_them)
    RosterVersion.grow()
    record(by, "erased a record", person, reason=reason)
    erasures.note(KIND, person.public_id)


def _empty(person: Person) -> None:
    gone = {model._meta.label: set(model.objects.filter(person=person).values_list("pk", flat=True))
            for model in (*REMOVED, Membership)} | {Person._meta.label: {person.pk}}  # fmt: skip
    forget_in_files(person, gone)
    for forget in erasure.forgetters:
        forget(person)
    for model in REMOVED:
        model.objects.filter(person=person).delete()
    Duplicate.objects.filter(Q(first=person) | Q(second=person)).delete()
    for spell in Membership.objects.filter(person=person).exclude(form_upload=None):
        forget_form(by=system_actor(), spell=spell, reason="the record is erased")
    Membership.objects.filter(person=person).update(reason="", form_name="", form_upload=None)
    for name in EMPTIED:
        setattr(person, name, "")
    person.last_name, person.name_key = _("erased"), "~erased"
    person.employee_number = person.member_number = person.hire_date = person.seniority_date = None
    person.erased_at = timezone.now()
    person.save()
    User.objects.filter(person=person.public_id).update(person=None)


def erase_again(public_id: UUID) -> str:
    """After a restore: 'erased', 'gone' (nobody of that id, or erased before), or 'kept' while something holds it."""
    person = Person.objects.filter(public_id=public_id, erased_at=None).first()
    if person is None:
        return "gone"
    if erasure.reasons_to_keep(person):
        return "kept"
    erase_person(by=system_actor(), person=person, reason="erased before; a backup brought it back")
    return "erased"
