"""E-mail addresses, phones, postal addresses and answers, as a list brings them."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.utils import timezone

from members.models import ChannelConsent, EmailAddress, Person, Phone, PostalAddress, RosterImport
from members.models.contact import Channel, ConsentStatus, ContactPoint
from members.normalising import values
from members.undoing.journal import Journal

Entry = dict[str, Any]
PHONE_KINDS = {"phone": "cell", "home_phone": "home", "work_phone": "work"}
EMAIL_KINDS = {"email": "home", "work_email": "work"}
IMPLIED = {"email": (Channel.EMAIL,), "phone": (Channel.SMS, Channel.PHONE), "street": (Channel.MAIL,)}
"""Who joins and writes down a number or address expects to hear from the union there."""


class Contacts:
    """Adds what a list knows; what people gave themselves is never overwritten."""

    def __init__(self, journal: Journal, found: RosterImport) -> None:
        self.journal, self.found = journal, found
        self.present: dict[int, list[Any]] = defaultdict(list)
        self.said: dict[tuple[int, str], ChannelConsent] = {}
        self.fresh: dict[str, list[Any]] = defaultdict(list)
        self.answers: dict[tuple[int, str], str] = {}

    def load(self, keys: set[int]) -> None:
        listed = list(keys)
        for at in range(0, len(listed), 500):
            some = listed[at : at + 500]
            for model in (EmailAddress, Phone, PostalAddress):
                for row in model.objects.filter(person__in=some, until=None):
                    self.present[row.person_id].append(row)
            for said in ChannelConsent.objects.filter(person__in=some, is_latest=True, klass=""):
                self.said[(said.person_id, said.channel)] = said

    def forget(self) -> None:
        """What was loaded and what was written; the next people come with their own."""
        self.present, self.said, self.fresh, self.answers = defaultdict(list), {}, defaultdict(list), {}

    def add_all(self, person: Person, entry: Entry) -> None:
        """Everything a row says about reaching somebody, unless we have it already."""
        for slug in EMAIL_KINDS:
            if entry.get(slug):
                self._add_email(person, slug, entry[slug])
        for slug in PHONE_KINDS:
            if entry.get(slug):
                self._add_phone(person, slug, entry[slug])
        if entry.get("street"):
            self._add_place(person, entry)
        if self.found.kind == "members":
            self._imply(person, entry)

    def _imply(self, person: Person, entry: Entry) -> None:
        for slug, channels in IMPLIED.items():
            for channel in channels:
                if entry.get(slug) and (person.pk, channel) not in self.said:
                    self.answers.setdefault((person.pk, channel), ConsentStatus.IMPLIED)

    def _add_email(self, person: Person, slug: str, address: str) -> None:
        if not any(isinstance(row, EmailAddress) and row.address == address for row in self.present[person.pk]):
            is_employer = values.is_employer_mail(address) or slug == "work_email"
            row = EmailAddress(person=person, address=address, is_employer=is_employer)
            self._keep(row, EMAIL_KINDS[slug])

    def _add_phone(self, person: Person, slug: str, value: str) -> None:
        number, _x, extension = value.partition("x")
        if not any(isinstance(row, Phone) and row.number == number for row in self.present[person.pk]):
            self._keep(Phone(person=person, number=number, extension=extension), PHONE_KINDS[slug])

    def _add_place(self, person: Person, entry: Entry) -> None:
        row = PostalAddress(person=person, street=entry["street"][:160], street2=entry.get("street2", "")[:120])
        row.city, row.state, row.zip = (
            entry.get(slug, "")[:limit] for slug, limit in (("city", 80), ("state", 40), ("zip", 12))
        )
        if str(row) not in {str(other) for other in self.present[person.pk]}:
            self._keep(row, "home")

    def _keep(self, row: Any, kind: str) -> None:
        same = [other for other in self.present[row.person_id] if type(other) is type(row)]
        row.kind, row.source, row.source_import = kind, self.found.source, self.found
        row.since, row.is_primary = self.found.as_of, not same
        self.present[row.person_id].append(row)
        self.fresh[type(row).__name__].append(row)

    def change(self, person: Person, fields: dict[str, Entry]) -> None:
        """A new address takes the place of the old one when a list gave both; else it stands beside it."""
        for slug in (*EMAIL_KINDS, *PHONE_KINDS, "street"):
            if slug in fields:
                self._replace(person, slug, fields[slug]["new"], fields)

    def _replace(self, person: Person, slug: str, value: str, fields: dict[str, Entry]) -> None:
        model, kind = _model_of(slug)
        for row in list(self.present[person.pk]):
            if isinstance(row, model) and row.kind == kind and row.source_import_id and row.pk:
                self.journal.change(row, until=self.found.as_of, ended_by_id=self.found.pk, is_primary=False)
                self.present[person.pk].remove(row)
        self.add_all(person, {slug: value} | fields.get(slug, {}).get("place", {}))

    def say(self, pk: int, channel: str, status: str) -> None:
        self.answers[(pk, channel)] = status

    def flush(self) -> None:
        """Everything new, in one go per table; a refusal is never replaced by something milder."""
        for rows in self.fresh.values():
            self.journal.add(rows)
        answers = [self._answer(*key, status) for key, status in self.answers.items()]
        new = [answer for answer in answers if answer]
        self.journal.flush()
        self.journal.add(new)

    def _answer(self, pk: int, channel: str, status: str) -> ChannelConsent | None:
        before = self.said.get((pk, channel))
        if before is not None:
            if before.status == status or before.status == ConsentStatus.REVOKED:
                return None
            self.journal.change(before, is_latest=False)
        return ChannelConsent(
            person_id=pk, channel=channel, status=status, source=self.found.source, at=timezone.now(),
            by=self.found.created_by, source_import=self.found,
        )  # fmt: skip


def _model_of(slug: str) -> tuple[type[ContactPoint], str]:
    if slug in EMAIL_KINDS:
        return EmailAddress, EMAIL_KINDS[slug]
    return (Phone, PHONE_KINDS[slug]) if slug in PHONE_KINDS else (PostalAddress, "home")
