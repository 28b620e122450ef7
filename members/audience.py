"""Who gets a message and who does not, each counted once: roster = included + every exclusion."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from members import queries
from members.models import Channel, ChannelConsent, ConsentStatus, EmailAddress, Person, Phone, PostalAddress, Segment
from unionops.platform.access.models import User

ALWAYS = frozenset({"legal_notice"})
OFF_DUTY = frozenset({"internal", "internal_business", "organizing", "political", "election", "dues"})
MEMBERS_ONLY = frozenset({"political", "internal", "internal_business"})
REASONS = {
    "deceased": _("has died"),
    "not_a_member": _("is not a member, and this is for members only"),
    "said_no": _("said no to this channel"),
    "no_email": _("no e-mail address known"),
    "bad_email": _("the e-mail address does not work"),
    "employer_email": _("only an address the employer can read"),
    "no_phone": _("no cell number known"),
    "bad_phone": _("the number does not work"),
    "no_consent": _("has not agreed to text messages"),
    "no_address": _("no postal address known"),
    "bad_address": _("mail came back from this address"),
    "same_address": _("somebody else on the list has the same address or number"),
}


@dataclass(frozen=True)
class Reached:
    """One person with the address, number or place the message goes to."""

    person: Person
    to: str
    detail: Any = None


@dataclass
class Receipt:
    """The whole count. `roster == included + sum(excluded.values())`, always."""

    channel: str
    people: list[Reached] = field(default_factory=list)
    left_out: list[tuple[Person, str]] = field(default_factory=list)

    @property
    def roster(self) -> int:
        return len(self.people) + len(self.left_out)

    @property
    def included(self) -> int:
        return len(self.people)

    @property
    def excluded(self) -> dict[str, int]:
        counts: dict[str, int] = {}
        for _person, reason in self.left_out:
            counts[reason] = counts.get(reason, 0) + 1
        return counts

    def as_json(self) -> dict[str, Any]:
        return {"roster": self.roster, "included": self.included, "excluded": self.excluded}


def receipt(
    user: User, segment: Segment, *, channel: str, klass: str = "", capability: str = "members.segments"
) -> Receipt:
    """The receipt of a saved list for one channel and one class of message."""
    return receipt_of(queries.segment_people(user, segment, capability), channel=channel, klass=klass)


def receipt_of(rows: QuerySet[Person], *, channel: str, klass: str = "") -> Receipt:
    """The receipt of any people; who is listed first keeps a shared address."""
    found = Receipt(channel)
    reach = READERS[channel](rows)
    refused = refusals(rows, channel, klass)
    taken: set[str] = set()
    for person in rows:
        reason, reached = _verdict(person, reach.get(person.pk, []), refused.get(person.pk), klass, channel)
        if reached and (key := reached.to.casefold()) in taken and channel != Channel.MAIL:
            reason, reached = "same_address", None
        if reached:
            taken.add(key)
            found.people.append(reached)
        else:
            found.left_out.append((person, reason))
    return found


def refusals(rows: QuerySet[Person], channel: str, klass: str) -> dict[int, str]:
    """The strictest of the latest words on this channel: for all classes and for this one."""
    latest = ChannelConsent.objects.filter(channel=channel, is_latest=True, klass__in=["", klass])
    said: dict[int, str] = {}
    for person_id, status in latest.filter(person__in=rows.order_by().values("pk")).values_list("person_id", "status"):
        if said.get(person_id) != ConsentStatus.REVOKED:
            said[person_id] = status
    return said


def _verdict(
    person: Person, ways: list[tuple[str, str, Any]], said: str | None, klass: str, channel: str
) -> tuple[str, Reached | None]:
    """Why not, or where to. A way is (address, problem, row)."""
    if barred := _barred(person, said, klass):
        return barred, None
    usable = [way for way in ways if not way[1]]
    if klass in OFF_DUTY or not settings_allow_employer_mail():
        usable, only_employer = _personal(usable)
        if only_employer and not usable:
            return "employer_email", None
    if not usable:
        return _missing(ways, channel), None
    if channel == Channel.SMS and klass not in ALWAYS and said not in {ConsentStatus.GRANTED, ConsentStatus.IMPLIED}:
        return "no_consent", None
    return "", Reached(person, usable[0][0], usable[0][2])


def _barred(person: Person, said: str | None, klass: str) -> str:
    if person.deceased_on is not None:
        return "deceased"
    if klass in MEMBERS_ONLY and not person.is_member:
        return "not_a_member"
    if klass not in ALWAYS and said == ConsentStatus.REVOKED:
        return "said_no"
    return ""


def _personal(ways: list[tuple[str, str, Any]]) -> tuple[list[tuple[str, str, Any]], bool]:
    own = [way for way in ways if not getattr(way[2], "is_employer", False)]
    return own, len(own) < len(ways)


def settings_allow_employer_mail() -> bool:
    return bool(getattr(settings, "MAIL_TO_EMPLOYER_ADDRESSES", False))


def _missing(ways: list[tuple[str, str, Any]], channel: str) -> str:
    noun = {Channel.EMAIL: "email", Channel.MAIL: "address"}.get(Channel(channel), "phone")
    return f"bad_{noun}" if ways else f"no_{noun}"


Ways = dict[int, list[tuple[str, str, Any]]]


def emails(rows: QuerySet[Person]) -> Ways:
    found = EmailAddress.objects.filter(person__in=rows.order_by().values("pk"), until=None)
    return _by_person(
        (row.person_id, row.address, row.problem or ("bounced" if row.bounced_at else ""), row) for row in found
    )


def cells(rows: QuerySet[Person]) -> Ways:
    found = Phone.objects.filter(person__in=rows.order_by().values("pk"), until=None).exclude(kind="work")
    ordered = sorted(found, key=lambda row: (row.kind != "cell", not row.is_primary, row.pk))
    return _by_person(
        (row.person_id, row.number, row.problem or ("bounced" if row.bounced_at else ""), row) for row in ordered
    )


def mobile(rows: QuerySet[Person]) -> Ways:
    """Text messages go to cell numbers only."""
    return {person: [way for way in ways if way[2].kind == "cell"] for person, ways in cells(rows).items()}


def places(rows: QuerySet[Person]) -> Ways:
    found = PostalAddress.objects.filter(person__in=rows.order_by().values("pk"), until=None)
    return _by_person((row.person_id, str(row), row.problem, row) for row in found)


def _by_person(ways: Iterable[tuple[int, str, str, Any]]) -> Ways:
    found: Ways = {}
    for person_id, to, problem, row in ways:
        found.setdefault(person_id, []).append((to, problem, row))
    return found


READERS: dict[str, Callable[[QuerySet[Person]], Ways]] = {
    Channel.EMAIL: emails,
    Channel.SMS: mobile,
    Channel.MAIL: places,
    Channel.PHONE: cells,
}


def explained(counts: dict[str, int]) -> Iterator[tuple[str, str, int]]:
    """(reason code, reason in words, people), the largest first."""
    for code, number in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        yield code, str(REASONS.get(code, code)), number
