"""The roster as the matcher wants it: light records read in a few queries."""

from __future__ import annotations

import contextlib
import datetime
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from members.imports.differences import CONTACT_FIELDS, MEMBERSHIP_FIELDS
from members.matching import Details, Known, Roster, street_keys
from members.models import (
    ChannelConsent,
    EmailAddress,
    Membership,
    Person,
    PersonNumber,
    Phone,
    Placement,
    PostalAddress,
)
from members.normalising import values
from members.normalising.names import Name
from members.places import UNNAMED
from unionops.platform.access.models import BargainingUnit
from unionops.platform.core.text import fold

FACTS = {
    "component": "component",
    "department": "department",
    "org": "org",
    "tour": "tour",
    "schedule": "schedule",
    "job_title": "title",
    "pay_plan": "pay_plan",
    "series": "series",
    "grade": "grade",
    "step": "step",
    "preferred_name": "preferred_name",
    "pronouns": "pronouns",
    "language": "language",
    "unit__code": "unit",
    "unit__name": "unit_name",
    "worksite__name": "station",
    "employer__name": "employer",
}
DIED = "yes"
"""What a list's `has_died` says; else it says nothing."""
DAYS = ("hire_date", "seniority_date", "deceased_on")
PEOPLE = (
    "pk",
    "last_name",
    "first_name",
    "middle",
    "suffix",
    "employee_number",
    "member_number",
    "in_unit",
    "standing",
)
PHONE_SLOTS = {"cell": "phone", "home": "home_phone", "work": "work_phone"}


def known_people(columns: Iterable[str]) -> list[Known]:
    """Everybody with all their facts; contact and membership facts only when the file speaks of them."""
    people = list(_people())
    Snapshot(columns).load(people)
    return people


def light_roster(columns: Iterable[str]) -> Roster:
    """Everybody by name and number; facts and contacts are read for those who are compared."""
    details = Snapshot(columns)
    return Roster(_people(details), details)


def _people(details: Details | None = None) -> Iterable[Known]:
    others: dict[int, tuple[str, ...]] = defaultdict(tuple)
    for person, number in PersonNumber.objects.values_list("person_id", "number"):
        others[person] += (number,)
    shared: dict[str, str] = {}
    rows = Person.objects.filter(erased_at=None).order_by("pk").values_list(*PEOPLE)
    for pk, last, first, middle, suffix, number, member, in_unit, standing in rows.iterator(chunk_size=2000):
        name = Name(*(shared.setdefault(part, part) for part in (last, first, middle, suffix)))
        standing = shared.setdefault(standing, standing)
        yield Known(pk, name, number or "", member or "", others.get(pk, ()), in_unit, standing, details)


class Snapshot:
    """Reads what the tables know of some people, in a few queries for any number of them."""

    PIECE = 1_000

    def __init__(self, columns: Iterable[str]) -> None:
        wanted = set(columns)
        self.contacts = bool(wanted & {*CONTACT_FIELDS, "notes"} or "employee_number" not in wanted)
        self.memberships = bool(wanted & {*MEMBERSHIP_FIELDS, "member_class", "member_id"})
        self.ended = bool(wanted & {"end_date", "left_reason"})

    def load(self, people: Iterable[Known]) -> None:
        waiting = [known for known in people if known.kept is None]
        everybody = len(waiting) > 20_000
        size = len(waiting) if everybody else self.PIECE
        for at in range(0, len(waiting), size or 1):
            some = {known.pk: known for known in waiting[at : at + size]}
            self._load(some, {} if everybody else _asked(some))

    def _load(self, people: dict[int, Known], only: dict[str, Any]) -> None:
        of = {f"person__{lookup}": keys for lookup, keys in only.items()}
        for pk, facts in _facts({f"pk__{lookup}": keys for lookup, keys in only.items()}):
            if pk in people:
                people[pk].kept = (facts, {})
        _add_sources(people, of)
        if self.contacts:
            _add_contacts(people, of)
        if self.memberships:
            _add_memberships(people, of)
        if self.ended:
            _add_ended(people, of)

    def values_in_unit(self, slug: str) -> Iterable[str]:
        columns = [column for column, name in FACTS.items() if name in (slug, f"{slug}_name")]
        rows = Person.objects.filter(in_unit=True, erased_at=None).order_by().values_list(*columns).distinct()
        return {value for row in rows for value in row if value}

    def owners(self, values: set[str]) -> Iterable[tuple[str, int]]:
        """Whose the addresses and numbers are, as the matcher writes them."""
        plain = [value.partition("x")[0] if "@" not in value else value for value in values]
        for at in range(0, len(plain), self.PIECE):
            some = plain[at : at + self.PIECE]
            yield from EmailAddress.objects.filter(until=None, address__in=some).values_list("address", "person_id")
            phones = Phone.objects.filter(until=None, number__in=some).exclude(kind="work")
            for number, extension, person in phones.values_list("number", "extension", "person_id"):
                yield (f"{number}x{extension}" if extension else number), person


def _asked(people: dict[int, Known]) -> dict[str, Any]:
    """By first and last key when they lie close together, as they do in a file that is ordered like the last one."""
    first, last = min(people), max(people)
    return {"gte": first, "lte": last} if last - first < 2 * len(people) else {"in": list(people)}


def _facts(only: dict[str, Any]) -> Iterable[tuple[int, dict[str, str]]]:
    columns = ["pk", "has_died", "member_number", *DAYS, *FACTS]
    for pk, has_died, member, *row in (
        Person.objects.filter(erased_at=None, **only).values_list(*columns).iterator(chunk_size=2000)
    ):
        facts = _as_facts(member, row[: len(DAYS)], row[len(DAYS) :])
        if has_died or facts.get("deceased_on"):
            facts["has_died"] = DIED
        yield pk, facts


def _as_facts(member: str | None, days: Iterable[Any], facts: Iterable[Any]) -> dict[str, str]:
    found = {name: value for name, value in zip(FACTS.values(), facts, strict=True) if value}
    unit = found.get("unit") or found.get("unit_name", "")
    found["unit"] = "" if unit.startswith(UNNAMED) else unit
    found |= {name: value.isoformat() for name, value in zip(DAYS, days, strict=True) if value}
    if member:
        found["member_id"] = member
    return found


def _add_sources(people: dict[int, Known], of: dict[str, Any]) -> None:
    """Which source last placed them, and whether they were in the unit before."""
    rows = Placement.objects.filter(**of).exclude(unit=None).values_list("person_id", "source", "until")
    for person, source, until in rows.iterator(chunk_size=2000):
        if person in people:
            people[person].facts["was_in_unit" if until else "unit_source"] = source or "yes"


def _add_contacts(people: dict[int, Known], of: dict[str, Any]) -> None:
    slots: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for person, slot, value in _contact_rows(of):
        slots[person][slot].append(value)
    for person, found in slots.items():
        if person in people:
            people[person].contacts.update({slot: tuple(values) for slot, values in found.items()})
    _add_refusals(people, of)


def _contact_rows(of: dict[str, Any]) -> Iterable[tuple[int, str, str]]:
    present = {"until": None} | of
    for person, address, kind in EmailAddress.objects.filter(**present).values_list("person_id", "address", "kind"):
        yield person, "work_email" if kind == "work" else "email", address
    phones = Phone.objects.filter(**present).values_list("person_id", "number", "extension", "kind")
    for person, number, extension, kind in phones:
        yield person, PHONE_SLOTS.get(kind, "phone"), f"{number}x{extension}" if extension else number
    places = PostalAddress.objects.filter(**present).values_list("person_id", "street", "street2", "zip")
    for person, *place in places:
        for key in street_keys(*place):
            yield person, "street", key


def _add_refusals(people: dict[int, Known], of: dict[str, Any]) -> None:
    rows = ChannelConsent.objects.filter(is_latest=True, status="revoked", **of)
    for person, channel in rows.values_list("person_id", "channel"):
        if person in people:
            people[person].facts["refused"] = f"{people[person].facts.get('refused', '')} {channel}"


def _add_memberships(people: dict[int, Known], of: dict[str, Any]) -> None:
    rows = Membership.objects.filter(until=None, **of).values_list(
        "person_id", "status", "method", "dues_cents", "since", "source"
    )
    for person, status, method, cents, since, source in rows:
        if person not in people:
            continue
        facts = people[person].facts
        facts |= {"status": status, "dues_method": method, "member_source": source}
        facts["dues_amount"] = "" if cents is None else str(cents)
        facts["join_date"] = since.isoformat() if since else ""


def _add_ended(people: dict[int, Known], of: dict[str, Any]) -> None:
    """The last membership of those who have none now."""
    rows = Membership.objects.filter(**of).exclude(until=None).order_by("until", "pk")
    for person, since, until, reason in rows.values_list("person_id", "since", "until", "reason"):
        if person in people and not people[person].facts.get("status"):
            told = {"join_date": since.isoformat() if since else "", "end_date": until.isoformat() if until else ""}
            people[person].facts.update(told, left_reason=reason)


NUMBERS = {"employee_number": "employee_number", "member_id": "member_number"}
PLACES = {slug: (column,) for column, slug in FACTS.items()} | {
    "unit": ("unit__code", "unit__name"), "employer": ("employer__name", "employer__code"), "tour": ("tour", "shift"),
}  # fmt: skip
WIDTHS = range(5, 11)


def share_known(slug: str, cells: list[str]) -> float:
    """How much of a file's column our roster already holds under this field; lost zeros count as there."""
    if not cells:
        return 0.0
    if slug == "hire_date":
        return _share_of_days(cells)
    if slug in PLACES:
        rows = Person.objects.order_by().values_list(*PLACES[slug]).distinct()
        units = BargainingUnit.objects.values_list("code", "name") if slug == "unit" else ()
        known = {fold(value) for row in (*rows, *units) for value in row if value}
        return sum(fold(cell) in known for cell in cells) / len(cells)
    column = NUMBERS[slug]
    spellings = [_spelled(plain) for plain in map(_plain_number, cells)]
    wanted = {f"{column}__in": set().union(*spellings)}
    held = set(Person.objects.filter(**wanted).values_list(column, flat=True))
    return sum(not held.isdisjoint(some) for some in spellings) / len(cells)


def _share_of_days(cells: list[str]) -> float:
    held = set(Person.objects.exclude(hire_date=None).order_by().values_list("hire_date", flat=True).distinct())
    return sum(_day(cell) in held for cell in cells) / len(cells)


def _day(cell: str) -> datetime.date | None:
    with contextlib.suppress(ValueError):
        return values.date(cell)
    return None


def _spelled(number: str) -> set[str]:
    """With zeros before it, and without those it has."""
    bare = number.lstrip("0") or number
    return {number, bare, *(bare.zfill(width) for width in WIDTHS)}


def _plain_number(cell: str) -> str:
    return cell.strip().removesuffix(".0")
