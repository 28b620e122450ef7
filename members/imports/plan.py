"""The plan: what a file would change, sorted into classes that a person can read and a program can execute."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from members.imports.differences import (
    ALL_FIELDS,
    CONTACT_FIELDS,
    MEMBERSHIP_FIELDS,
    PERSON_FIELDS,
)
from members.matching import Known, Row, name_of, street_key, street_keys
from members.normalising import names
from members.placed import LIST_FIELDS
from members.tight import Tight

OUTSIDE = {"7777", "8888"}
"""BUS codes of positions that are in no unit (OPM data standard 1406)."""
SHOWN = (
    "employee_number", "member_id", "last_name", "first_name", "middle", "suffix", "preferred_name", "pronouns",
    "language", "grade", "step", "title", "org", "station", "tour", "schedule", "series", "pay_plan", "unit",
    "component",
    "department", "employer", "hire_date", "seniority_date", "email", "work_email", "phone", "home_phone", "work_phone",
    "street", "street2",
    "city", "state", "zip", "status", "join_date", "end_date", "left_reason", "deceased_on", "has_died",
    "dues_method", "dues_amount", "notes", "refuses",
)  # fmt: skip
Entry = dict[str, Any]


@dataclass
class Plan:
    """Every row ends in one class. Entries carry `pk` (ours) and `row` (theirs)."""

    adds: Tight = field(default_factory=Tight)
    leavers: list[Entry] = field(default_factory=list)
    changes: list[Entry] = field(default_factory=list)
    name_changes: list[Entry] = field(default_factory=list)
    id_corrections: list[Entry] = field(default_factory=list)
    renames: list[Entry] = field(default_factory=list)
    duplicates: list[list[Any]] = field(default_factory=list)
    review: list[Entry] = field(default_factory=list)
    refused: list[Entry] = field(default_factory=list)
    cosmetic: list[Entry] = field(default_factory=list)
    fills: list[Entry] = field(default_factory=list)
    outside: list[Entry] = field(default_factory=list)
    held: list[Entry] = field(default_factory=list)
    refusals_of_contact: list[Entry] = field(default_factory=list)
    unchanged: int = 0
    totals: dict[str, Any] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        return dict(vars(self))

    @property
    def changed_people(self) -> set[int]:
        return {entry["pk"] for entry in (*self.changes, *self.name_changes, *self.id_corrections)}

    def add_up(self, *, rows: int, refused_rows: int) -> None:
        """The totals: `rows` could be read, `refused_rows` could not."""
        changed = self.changed_people
        moved = {pk for entry in self.renames for pk in entry["pks"]}
        self.totals = {
            "rows": rows + refused_rows,
            "people": len(self.adds) + len((changed | moved) - set(self.adds.column("pk"))) + self.unchanged,
            "adds": len(self.adds),
            "leavers": len(self.leavers),
            "changes": len(self.changes),
            "changed_people": len(changed),
            "name_changes": len(self.name_changes),
            "id_corrections": len(self.id_corrections),
            "renamed_people": sum(entry["people"] for entry in self.renames),
            "duplicate_rows": len(self.held),
            "review": len(self.review),
            "refused_rows": refused_rows,
            "refused_cells": len(self.refused) - refused_rows,
            "outside_the_unit": len(self.outside) + sum("unit_now" in entry for entry in self.leavers),
            "unchanged": self.unchanged,
        }


@dataclass
class Request:
    """What the person said about the file."""

    kind: str
    scope: str
    as_of: str = ""
    source: str = ""
    decisions: dict[str, str] = field(default_factory=dict)


def fields_for(kind: str) -> tuple[str, ...]:
    if kind == "members":
        return (*PERSON_FIELDS, *CONTACT_FIELDS, *MEMBERSHIP_FIELDS, *LIST_FIELDS)
    return ALL_FIELDS


def known_from_row(pk: int, row: Row, member_id: str) -> Known:
    contacts: dict[str, tuple[str, ...]] = {
        slot: (row[slot],) for slot in CONTACT_FIELDS if row.get(slot) and slot != "street"
    }
    if row.get("street"):
        contacts["street"] = street_keys(row["street"], row.get("street2", ""), row.get("zip", ""))
    facts = {slug: row[slug] for slug in (*LIST_FIELDS, "hire_date") if row.get(slug)}
    return Known(pk, name_of(row), row.get("employee_number", ""), member_id, kept=(facts, contacts))


def person(row: Row) -> Entry:
    """A row as the plan shows it."""
    shown = {slug: row[slug] for slug in SHOWN if row.get(slug)}
    return {"employee_number": row.get("employee_number") or None, "last_name": "", "first_name": ""} | shown


ONE_NAME = "one name only: does the list lack the last name, or is that the whole name?"


def with_one_name(row: Row) -> Row:
    """The same row of somebody who has a single name ('Suharto'), which stands as the last name."""
    said = " ".join(row[slug] for slug in ("first_name", "middle") if row.get(slug))
    return row | {"last_name": said, "first_name": "", "middle": ""}


def nameless(row: Row) -> Entry:
    """A refused row: nobody new is made without any name."""
    reason = "no name, so nobody new was made; write a single name into the last name"
    return {"row": row["row"], "column": "name", "value": "", "reason": reason}


def is_one_name(row: Row) -> bool:
    """One word, and a number that says it is somebody."""
    numbered = row.get("employee_number") or row.get("member_id")
    return bool(numbered and len(row.get("first_name", "").split()) == 1 and not row.get("middle"))


def brief(known: Known) -> Entry:
    return {
        "employee_number": known.number or None,
        "member_id": known.member_id or None,
        "last_name": known.name.last,
        "first_name": known.name.first,
    }


BESIDE = ("unit", "station", "department", "title", "tour", "hire_date")
"""What helps to tell who somebody is."""


def candidate(known: Known) -> Entry:
    facts = {slug: known.facts[slug] for slug in BESIDE if known.facts.get(slug)}
    facts |= {slot: known.contacts[slot][0] for slot in ("email", "phone") if known.contacts.get(slot)}
    return brief(known) | {"pk": known.pk, "middle": known.name.middle, "suffix": known.name.suffix} | facts


def written(name: names.Name) -> str:
    given = " ".join(part for part in (name.first, name.middle) if part)
    return ", ".join(part for part in (f"{name.last} {name.suffix}".strip(), given) if part)


def label(row: Row, kind: str) -> Any:
    """What a duplicate is listed by: the number the list gives people, else the row."""
    numbers = ("employee_number", "member_id") if kind == "unit" else ("member_id", "employee_number")
    return next((row[slug] for slug in numbers if row.get(slug)), row["row"])


def fullness(row: Row) -> int:
    """Rows that say more are matched first."""
    return -sum(bool(row.get(slug)) for slug in ("employee_number", "middle", "suffix", "station", "hire_date"))


def two_people(one: Row, other: Row) -> bool:
    """One number, but names that have nothing in common."""
    a, b = name_of(one), name_of(other)
    if not a.last or not b.last or names.same_person_name(a, b):
        return False
    same_start = one.get("hire_date") and one.get("hire_date") == other.get("hire_date")
    return not same_start and not (names.same(a.last, b.last) and names.given_matches(a.first, b.first))


def same_row(one: Row, other: Row) -> bool:
    """Every cell is the same; a number may be missing in one of them."""
    keys = (one.keys() | other.keys()) - {"row"}
    if not (one.get("employee_number") and other.get("employee_number")):
        keys -= {"employee_number"}
    return all(one.get(key, "") == other.get(key, "") for key in keys)


def confirmed(one: Row, other: Row) -> bool:
    """Two rows of one name are about one person for sure: more than a name and a place is the same."""
    if any(
        one.get(slug) and one.get(slug) == other.get(slug) for slug in ("employee_number", "member_id", "hire_date")
    ):
        return True
    for slots in (("email", "work_email"), ("phone", "home_phone")):
        if {one[slot] for slot in slots if one.get(slot)} & {other[slot] for slot in slots if other.get(slot)}:
            return True
    homes = [street_key(row.get("street", ""), row.get("zip", "")) for row in (one, other)]
    return bool(homes[0] and homes[0] == homes[1]) or same_row(one, other)
