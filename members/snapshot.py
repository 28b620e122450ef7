"""The roster as the matcher wants it: light records read in a few queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from members.imports.differences import CONTACT_FIELDS
from members.matching import Known, street_key
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
from members.normalising.names import Name
from unionops.platform.core.text import fold

FACTS = {
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
    """Everybody; contact and membership facts only when the file speaks of them."""
    wanted = set(columns)
    people = {known.pk: known for known in _people()}
    for person, number in PersonNumber.objects.values_list("person_id", "number"):
        people[person].other_numbers += (number,)
    _add_sources(people)
    if wanted & {*CONTACT_FIELDS, "notes"} or "employee_number" not in wanted:
        _add_contacts(people)
    if wanted & {"status", "dues_method", "dues_amount", "join_date", "member_id"}:
        _add_memberships(people)
    return list(people.values())


def _people() -> Iterable[Known]:
    columns = [*PEOPLE, "hire_date", "seniority_date", *FACTS]
    for row in Person.objects.filter(erased_at=None).order_by("pk").values_list(*columns):
        yield _known(row)


def _known(row: tuple[Any, ...]) -> Known:
    pk, last, first, middle, suffix, number, member, in_unit, standing, hired, seniority, *facts = row
    found = {name: value for name, value in zip(FACTS.values(), facts, strict=True) if value}
    found["unit"] = found.get("unit") or found.get("unit_name", "")
    if hired:
        found["hire_date"] = hired.isoformat()
    if seniority:
        found["seniority_date"] = seniority.isoformat()
    if member:
        found["member_id"] = member
    name = Name(last, first, middle, suffix)
    return Known(pk, name, number or "", member or "", facts=found, in_unit=in_unit, standing=standing)


def _add_sources(people: dict[int, Known]) -> None:
    """Which source last placed them, and whether they were in the unit before."""
    for person, source, until in Placement.objects.exclude(unit=None).values_list("person_id", "source", "until"):
        if person in people:
            people[person].facts["was_in_unit" if until else "unit_source"] = source or "yes"


def _add_contacts(people: dict[int, Known]) -> None:
    slots: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for person, address, kind in EmailAddress.objects.filter(until=None).values_list("person_id", "address", "kind"):
        slots[person]["work_email" if kind == "work" else "email"].append(address)
    for person, number, extension, kind in _phones():
        slots[person][PHONE_SLOTS.get(kind, "phone")].append(f"{number}x{extension}" if extension else number)
    for person, street, code in PostalAddress.objects.filter(until=None).values_list("person_id", "street", "zip"):
        slots[person]["street"].append(street_key(street, code))
    for person, found in slots.items():
        if person in people:
            people[person].contacts = {slot: tuple(values) for slot, values in found.items()}
    _add_refusals(people)


def _phones() -> Iterable[tuple[int, str, str, str]]:
    return Phone.objects.filter(until=None).values_list("person_id", "number", "extension", "kind")


def _add_refusals(people: dict[int, Known]) -> None:
    said = ChannelConsent.objects.filter(is_latest=True, status="revoked").values_list("person_id", "channel")
    for person, channel in said:
        if person in people:
            people[person].facts["refused"] = f"{people[person].facts.get('refused', '')} {channel}"


def _add_memberships(people: dict[int, Known]) -> None:
    rows = Membership.objects.filter(until=None).values_list(
        "person_id", "status", "method", "dues_cents", "since", "source"
    )
    for person, status, method, cents, since, source in rows:
        if person not in people:
            continue
        facts = people[person].facts
        facts |= {"status": status, "dues_method": method, "member_source": source}
        facts["dues_amount"] = "" if cents is None else str(cents)
        facts["join_date"] = since.isoformat() if since else ""


NUMBERS = {"employee_number": "employee_number", "member_id": "member_number"}
PLACES = {"org": "org", "station": "worksite__name"}
WIDTHS = range(5, 11)


def share_known(slug: str, cells: list[str]) -> float:
    """How much of a file's column our roster already holds under this field; lost zeros count as there."""
    if not cells:
        return 0.0
    if slug in PLACES:
        known = {fold(value) for value in Person.objects.values_list(PLACES[slug], flat=True).distinct() if value}
        return sum(fold(cell) in known for cell in cells) / len(cells)
    column = NUMBERS[slug]
    spellings = [{plain, *(plain.zfill(width) for width in WIDTHS)} for plain in map(_plain_number, cells)]
    wanted = {f"{column}__in": set().union(*spellings)}
    held = set(Person.objects.filter(**wanted).values_list(column, flat=True))
    return sum(not held.isdisjoint(some) for some in spellings) / len(cells)


def _plain_number(cell: str) -> str:
    return cell.strip().removesuffix(".0")
