"""Who gets a message and who does not, each counted once: roster = included + every exclusion."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from members import queries
from members.models import Channel, ConsentStatus, Person, Segment, Standing
from members.reaching.ways import Way, refusals, ways
from members.segments.conditions import troubles
from unionops.platform.access.models import User

ALWAYS = frozenset({"legal_notice"})
# A STOP to texts or calls wins over everything, a legal notice too (47 USC 227).
ASKED = frozenset({Channel.SMS, Channel.PHONE})
OFF_DUTY = frozenset({"internal", "internal_business", "organizing", "political", "election", "dues"})
MEMBERS_ONLY = frozenset({"political", "internal", "internal_business"})
MEMBERS = frozenset({Standing.MEMBER, Standing.RETIRED})
AGREED = frozenset({ConsentStatus.GRANTED, ConsentStatus.IMPLIED})
PIECE = 2_000
BY_HAND = "by_hand"
"""Whom a paper cannot name: their letters would be empty boxes."""
REASONS = {
    BY_HAND: _("our paper lacks letters of the name or the address, to be written by hand"),
    "deceased": _("has died"),
    "not_a_member": _("is not a member, and this is for members only"),
    "said_no": _("said no to this channel"),
    "no_email": _("no e-mail address known"),
    "bad_email": _("the e-mail address does not work"),
    "employer_email": _("only an address the employer can read"),
    "no_phone": _("no number known for this channel"),
    "bad_phone": _("the number does not work"),
    "no_consent": _("has not agreed to text messages"),
    "no_address": _("no postal address known"),
    "bad_address": _("mail came back from this address"),
    "same_address": _("somebody else on the list has the same address or number"),
    "no_van_id": _("has no VAN ID; a tag such as 'VANID 1234567' gives one"),
    "odd_email": _("the program refuses e-mail addresses with letters beyond a-z"),
    "no_full_name": _("has neither an e-mail address nor a first and last name"),
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
    notes: list[str] = field(default_factory=list)
    """What is wrong with the list: it asks for something nobody has, or that is gone."""

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
        found = {"roster": self.roster, "included": self.included, "excluded": self.excluded}
        return found | {"notes": self.notes} if self.notes else found


def receipt(
    user: User, segment: Segment, *, channel: str, klass: str = "", capability: str = "members.segments"
) -> Receipt:
    """The receipt of a saved list for one channel and one class of message."""
    found = receipt_of(queries.segment_people(user, segment, capability), channel=channel, klass=klass)
    found.notes = troubles(segment.criteria)
    return found


def receipt_of(rows: QuerySet[Person], *, channel: str, klass: str = "") -> Receipt:
    """The receipt of any people; who is listed first keeps a shared address."""
    found, gate = Receipt(channel), Gate(channel, klass)
    people = list(_sharing(rows))
    for some in (people[at : at + PIECE] for at in range(0, len(people), PIECE)):
        keys = [person.pk for person in some]
        reach, said = ways([channel], keys)[channel], refusals([channel], klass, keys)[channel]
        for person in some:
            reason, way = gate.verdict(person, reach.get(person.pk, []), said.get(person.pk))
            if way:
                found.people.append(Reached(person, way.to, way.detail))
            else:
                found.left_out.append((person, reason))
    return found


def _sharing(rows: QuerySet[Person]) -> QuerySet[Person]:
    """Units, sites and employers read once for all, where a join would build them anew for every person."""
    joined = rows.query.select_related
    return rows.select_related(None).prefetch_related(*joined) if isinstance(joined, dict) else rows


class Someone(Protocol):
    """What the gate must know of a person."""

    @property
    def has_died(self) -> bool: ...
    @property
    def deceased_on(self) -> datetime.date | None: ...
    @property
    def standing(self) -> str: ...


@dataclass
class Gate:
    """Decides for one channel and class of message, person by person in the order of the list."""

    channel: str
    klass: str = ""
    once: bool = True
    """An address or number is used for the first who has it only; False where nothing is sent."""
    taken: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.own_only = not employer_mail_allowed(self.klass)

    def verdict(self, person: Someone, known: list[Way], said: str | None) -> tuple[str, Way | None]:
        """Why not, or where to."""
        reason, way = self._asked(person, known, said)
        if way and self.once and self.channel != Channel.MAIL:
            key = way.to.casefold()
            if key in self.taken:
                return "same_address", None
            self.taken.add(key)
        return reason, way

    def _asked(self, person: Someone, known: list[Way], said: str | None) -> tuple[str, Way | None]:
        if barred := self._barred(person, said):
            return barred, None
        usable = [way for way in known if not way.problem]
        if self.own_only:
            own = [way for way in usable if not getattr(way.detail, "is_employer", False)]
            if usable and not own:
                return "employer_email", None
            usable = own
        if not usable:
            return _missing(known, self.channel), None
        if self.channel == Channel.SMS and said not in AGREED:
            return "no_consent", None
        return "", usable[0]

    def _barred(self, person: Someone, said: str | None) -> str:
        if person.has_died or person.deceased_on is not None:
            return "deceased"
        if self.klass in MEMBERS_ONLY and person.standing not in MEMBERS:
            return "not_a_member"
        if (self.klass not in ALWAYS or self.channel in ASKED) and said == ConsentStatus.REVOKED:
            return "said_no"
        return ""


def employer_mail_allowed(klass: str) -> bool:
    return klass not in OFF_DUTY and bool(getattr(settings, "MAIL_TO_EMPLOYER_ADDRESSES", False))


def _missing(known: list[Way], channel: str) -> str:
    noun = {Channel.EMAIL: "email", Channel.MAIL: "address"}.get(Channel(channel), "phone")
    return f"bad_{noun}" if known else f"no_{noun}"


def explained(counts: dict[str, int]) -> Iterator[tuple[str, str, int]]:
    """(reason code, reason in words, people), the largest first."""
    for code, number in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        yield code, str(REASONS.get(code, code)), number
