"""One person's record by hand: facts, contact, consent, conversations."""

from __future__ import annotations

import datetime
from typing import Any, TypeVar

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from members.models import (
    Assessment,
    ChannelConsent,
    Conversation,
    EmailAddress,
    Membership,
    MembershipStatus,
    Person,
    PersonChange,
    Phone,
    Placement,
    PostalAddress,
    RosterVersion,
)
from members.models.contact import ConsentStatus
from members.models.imports import ChangeKind
from members.names import name_key
from members.normalising import jobs, values
from members.placed import LEVELS, PLACED
from members.services.spells import STANDING_OF
from unionops.platform.access.models import User
from unionops.platform.audit.services import record
from unionops.platform.core.problems import Problem

Point = TypeVar("Point", EmailAddress, Phone, PostalAddress)
NAMED = {"last_name", "first_name", "middle"}


@transaction.atomic
def create_person(*, by: User, **facts: Any) -> Person:
    """Somebody no list has brought yet."""
    who = Person(**facts)
    who.name_key = name_key(who.last_name, who.first_name, who.middle)
    who.in_unit = who.unit_id is not None
    who.save()
    if who.in_unit:
        spell = {name: getattr(who, name) for name in PLACED}
        Placement.objects.create(person=who, since=timezone.localdate(), source=_("by hand"), **spell)
    _note(who, by, ChangeKind.ADD, {})
    record(by, "added a person", who)
    return who


@transaction.atomic
def edit_person(*, by: User, person: Person, **facts: Any) -> Person:
    """New values by field; a new unit or site begins a new spell. Keeps who changed what."""
    before = {name: getattr(person, name) for name in facts}
    changed = {name: value for name, value in facts.items() if before[name] != value}
    if not changed:
        return person
    if changed.get("tour") and "shift" not in changed:
        changed["shift"] = jobs.shift(changed["tour"])
    for name, value in changed.items():
        setattr(person, name, value)
    if NAMED & changed.keys():
        person.name_key = name_key(person.last_name, person.first_name, person.middle)
    person.in_unit = person.unit_id is not None
    person.save()
    _keep_placement(person, changed)
    _note(
        person, by, ChangeKind.EDIT, {name: [str(before.get(name) or ""), str(v or "")] for name, v in changed.items()}
    )
    record(by, "edited a person", person, fields=sorted(changed))
    return person


def _keep_placement(person: Person, changed: dict[str, Any]) -> None:
    if not set(PLACED) & changed.keys():
        return
    today = timezone.localdate()
    facts = {name: getattr(person, name) for name in PLACED}
    present = Placement.objects.filter(person=person, until=None)
    if set(LEVELS) & changed.keys() or not present.exists():
        present.exclude(since=today).update(until=today - datetime.timedelta(days=1), reason=_("moved"))
        if person.in_unit:
            Placement.objects.update_or_create(
                person=person, until=None, defaults={"since": today, "source": _("by hand"), **facts}
            )
        else:
            present.update(until=today, reason=_("left the unit"))
    else:
        present.update(**facts)


def _note(person: Person, by: User, kind: str, diff: dict[str, Any]) -> None:
    PersonChange.objects.create(person=person, kind=kind, diff=diff, source=_("by hand"), by=by, at=timezone.now())
    RosterVersion.grow()


@transaction.atomic
def add_email(*, by: User, person: Person, address: str, kind: str = "home") -> EmailAddress:
    address = _read(values.email, address)
    first = not person.emails.filter(until=None).exists()
    row = EmailAddress.objects.create(
        person=person, address=address, kind=kind, is_primary=first, since=timezone.localdate(),
        is_employer=values.is_employer_mail(address) or kind == "work", source=_("by hand"),
    )  # fmt: skip
    return _added(row, by, person, "e-mail address", noop("added an e-mail address"))


@transaction.atomic
def add_phone(*, by: User, person: Person, number: str, kind: str = "cell") -> Phone:
    digits, extension = _read(values.phone, number)
    first = not person.phones.filter(until=None).exists()
    row = Phone.objects.create(
        person=person, number=digits, extension=extension, kind=kind, is_primary=first,
        since=timezone.localdate(), source=_("by hand"),
    )  # fmt: skip
    return _added(row, by, person, "phone number", noop("added a phone number"))


@transaction.atomic
def add_address(*, by: User, person: Person, **lines: str) -> PostalAddress:
    first = not person.addresses.filter(until=None).exists()
    if lines.get("zip") and not lines.get("country"):
        lines["zip"] = values.zip_code(lines["zip"])
    row = PostalAddress.objects.create(
        person=person, is_primary=first, since=timezone.localdate(), source=_("by hand"), **lines
    )
    return _added(row, by, person, "postal address", noop("added a postal address"))


def _read(read: Any, text: str) -> Any:
    try:
        return read(text)
    except ValueError as error:
        raise Problem("contact", _("'%(text)s' cannot be used: %(why)s.") % {"text": text, "why": error}) from error


def _added(row: Point, by: User, person: Person, what: str, said: str) -> Point:
    _note(person, by, ChangeKind.EDIT, {what: ["", str(row)]})
    record(by, said, person)
    return row


@transaction.atomic
def end_contact(*, by: User, contact: EmailAddress | Phone | PostalAddress) -> None:
    """No longer used; kept with its last day."""
    contact.until, contact.is_primary = timezone.localdate(), False
    contact.save(update_fields=["until", "is_primary"])
    _note(contact.person, by, ChangeKind.EDIT, {"contact": [str(contact), ""]})
    record(by, "ended a way to reach a person", contact.person)


@transaction.atomic
def mark_contact(*, by: User, contact: EmailAddress | Phone | PostalAddress, problem: str) -> None:
    """It bounced, came back or belongs to somebody else; an empty problem clears it."""
    contact.problem = problem[:80]
    if not problem and not isinstance(contact, PostalAddress):
        contact.bounced_at = None
    contact.save()
    record(by, "marked a way to reach a person", contact.person, detail={"cleared": not problem})


@transaction.atomic
def use_first(*, by: User, contact: EmailAddress | Phone | PostalAddress) -> None:
    """The one to use before the others of its kind."""
    type(contact).objects.filter(person=contact.person, is_primary=True).update(is_primary=False)
    contact.is_primary = True
    contact.save(update_fields=["is_primary"])
    record(by, "chose which way to reach a person comes first", contact.person)


@transaction.atomic
def record_consent(
    *, by: User, person: Person, channel: str, status: str, source: str = "", wording: str = "", klass: str = ""
) -> ChannelConsent:
    """Add a person's word about a channel; earlier words stay as history."""
    if status not in ConsentStatus.values:
        raise Problem("consent", _("'%s' is not an answer.") % status)
    ChannelConsent.objects.filter(person=person, channel=channel, klass=klass, is_latest=True).update(is_latest=False)
    row = ChannelConsent.objects.create(
        person=person, channel=channel, klass=klass, status=status, source=source or str(_("by hand")),
        wording=wording, by=by,
    )  # fmt: skip
    record(by, "recorded consent", person, detail={"channel": channel, "status": status})
    return row


@transaction.atomic
def start_membership(*, by: User, person: Person, **facts: Any) -> Membership:
    """A new spell; the one before must have ended."""
    if Membership.objects.filter(person=person, until=None).exists():
        raise Problem("is_member", _("%s is a member already.") % person.name, _("End the present membership first."))
    row = Membership.objects.create(person=person, source=_("by hand"), **facts)
    person.standing = STANDING_OF[row.status]
    person.save(update_fields=["standing"])
    _note(person, by, ChangeKind.EDIT, {"standing": ["", person.standing]})
    record(by, "started a membership", person, detail={"method": row.method})
    return row


@transaction.atomic
def end_membership(*, by: User, person: Person, on: datetime.date, reason: str) -> None:
    """`on` is the last day, which counts. Problem when they are no member, or the day is before the first."""
    row = Membership.objects.filter(person=person, until=None).first()
    if row is None:
        raise Problem("no_membership", _("%s is not a member.") % person.name)
    if row.since and on < row.since:
        said = {"last": on.isoformat(), "first": row.since.isoformat()}
        message = _("The last day %(last)s is before the first, %(first)s.") % said
        raise Problem("term_order", message, _("Look at the two days again."))
    row.until, row.reason, row.status = on, reason[:120], MembershipStatus.ENDED
    row.save(update_fields=["until", "reason", "status"])
    person.standing = STANDING_OF["ended"]
    person.save(update_fields=["standing"])
    _note(person, by, ChangeKind.EDIT, {"standing": ["member", "former"]})
    record(by, "ended a membership", person, reason=reason)


@transaction.atomic
def note_conversation(*, by: User, person: Person, **facts: Any) -> Conversation:
    row = Conversation.objects.create(person=person, by=by, **facts)
    record(by, "noted a conversation", person)
    return row


@transaction.atomic
def assess(*, by: User, person: Person, question: str, score: int) -> Assessment:
    if not 1 <= score <= 5:
        raise Problem("score", _("An assessment is a number from 1 to 5."))
    row = Assessment.objects.create(person=person, by=by, question=question[:120], score=score)
    record(by, "assessed where a person stands", person)
    return row


@transaction.atomic
def mark_follow_up_done(*, by: User, conversation: Conversation) -> None:
    conversation.followed_up = True
    conversation.save(update_fields=["followed_up"])
    record(by, "followed up a conversation", conversation.person)
