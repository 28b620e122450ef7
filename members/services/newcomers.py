"""People no list had before, written straight into the tables: a first list may bring 100,000 of them."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from members.models import (
    ChannelConsent,
    EmailAddress,
    Membership,
    MembershipStatus,
    Person,
    PersonChange,
    Phone,
    Placement,
    PostalAddress,
    RosterImport,
)
from members.models.contact import ConsentStatus
from members.models.imports import ChangeKind
from members.normalising import values
from members.services.contacts import EMAIL_KINDS, IMPLIED, PHONE_KINDS
from members.services.deaths import says_no_day
from members.services.spells import NO_MEMBER, Spells
from members.undoing.bulk import Rows
from members.undoing.journal import Journal
from unionops.platform.access.models import User

Entry = dict[str, Any]


class Newcomers:
    """Adds the entries of a plan that have nobody behind them yet, in pieces; each table is written in one go."""

    def __init__(self, journal: Journal, found: RosterImport, spells: Spells, by: User) -> None:
        self.journal, self.found, self.spells, self.by = journal, found, spells, by
        self.said = {"source": found.source, "source_import_id": found.pk}
        self.as_of = found.as_of.isoformat()
        self.now = timezone.now()
        self.died: list[int] = []

    def add(self, entries: list[Entry]) -> dict[int, int]:
        """{row: the new person's key}."""
        facts = [self.spells.facts(entry) for entry in entries]
        people = Rows(Person)
        for entry, placed in zip(entries, facts, strict=True):
            people.add(self.spells.columns_of_new(entry, placed))
        keys = list(self.journal.add_rows(people))
        hanging = [Rows(model) for model in (Placement, Membership, EmailAddress, Phone, PostalAddress, ChannelConsent)]
        for key, entry, placed in zip(keys, entries, facts, strict=True):
            self._hang(key, entry, placed, *hanging)
        for rows in hanging:
            self.journal.add_rows(rows)
        self._remember(keys)
        self.died += [key for key, entry in zip(keys, entries, strict=True) if says_no_day(entry)]
        return {entry["row"]: key for entry, key in zip(entries, keys, strict=True)}

    def _hang(self, key: int, entry: Entry, placed: dict[str, Any], *tables: Rows) -> None:
        placements, memberships, emails, phones, addresses, consents = tables
        if self.found.kind == "unit":
            placements.add(self.said | placed | {"person_id": key, "since": self.spells.since(entry)})
        if self.spells.standing(entry) and (entry.get("status", "active") not in NO_MEMBER or entry.get("end_date")):
            memberships.add(self.said | self._membership(entry) | {"person_id": key})
        self._add_emails(key, entry, emails)
        self._add_phones(key, entry, phones)
        if entry.get("street"):
            addresses.add(self._point(key, "home", first=True) | place_of(entry))
        if self.found.kind == "members":
            self._imply(key, entry, consents)

    def _membership(self, entry: Entry) -> dict[str, Any]:
        return {
            "status": entry.get("status") or MembershipStatus.ACTIVE.value,
            "method": entry.get("dues_method", ""),
            "dues_cents": int(entry["dues_amount"]) if entry.get("dues_amount") else None,
            "since": entry.get("join_date") or None,
            "until": entry.get("end_date") or None,
            "reason": entry.get("left_reason", "")[:120],
        }

    def _point(self, key: int, kind: str, *, first: bool) -> dict[str, Any]:
        return self.said | {"person_id": key, "kind": kind, "is_primary": first, "since": self.as_of}

    def _add_emails(self, key: int, entry: Entry, emails: Rows) -> None:
        seen: set[str] = set()
        for slug, kind in EMAIL_KINDS.items():
            address = entry.get(slug, "")
            if address and address not in seen:
                read = values.is_employer_mail(address) or slug == "work_email"
                emails.add(self._point(key, kind, first=not seen) | {"address": address, "is_employer": read})
                seen.add(address)

    def _add_phones(self, key: int, entry: Entry, phones: Rows) -> None:
        seen: set[str] = set()
        for slug, kind in PHONE_KINDS.items():
            number, _x, extension = entry.get(slug, "").partition("x")
            if number and number not in seen:
                phones.add(self._point(key, kind, first=not seen) | {"number": number, "extension": extension})
                seen.add(number)

    def _imply(self, key: int, entry: Entry, consents: Rows) -> None:
        for slug, channels in IMPLIED.items():
            for channel in channels if entry.get(slug) else ():
                if channel.value not in entry.get("refuses", ()):
                    said = {"channel": channel.value, "status": ConsentStatus.IMPLIED.value, "at": self.now}
                    consents.add(self.said | said | {"person_id": key, "by_id": self.found.created_by_id})

    def _remember(self, keys: list[int]) -> None:
        """One line of history each; it goes with the person when the import is undone."""
        history = Rows(PersonChange)
        said = {"roster_import_id": self.found.pk, "kind": ChangeKind.ADD.value, "source": self.found.source}
        for key in keys:
            history.add(said | {"person_id": key, "by_id": self.by.pk, "at": self.now})
        self.journal.add_rows(history, undone=False)


def place_of(entry: Entry) -> dict[str, str]:
    limits = (("street", 160), ("street2", 120), ("city", 80), ("state", 40), ("zip", 12))
    return {slug: entry.get(slug, "")[:limit] for slug, limit in limits}
