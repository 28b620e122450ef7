"""Placements and memberships as dated spells, with today's facts repeated on the person."""

from __future__ import annotations

import datetime
from typing import Any

from members.imports.differences import ENDED_FIELDS, MEMBERSHIP_FIELDS
from members.models import Membership, MembershipStatus, Person, Placement, RosterImport, Standing
from members.names import name_key
from members.normalising import jobs
from members.placed import COLUMNS, JOB_COLUMNS, LEVEL_COLUMNS
from members.places import Places
from members.undoing.journal import Journal

Entry = dict[str, Any]
LIMITS: dict[str, int] = {
    column: getattr(Person._meta.get_field(column), "max_length", 40) for column in JOB_COLUMNS.values()
}
STANDING_OF = {
    "active": Standing.MEMBER,
    "suspended": Standing.MEMBER,
    "retired": Standing.RETIRED,
    "pending": Standing.PENDING,
    "ended": Standing.FORMER,
    "none": Standing.NON_MEMBER,
}
NO_MEMBER = {"ended", "none"}
LATELY = datetime.timedelta(days=92)


class Spells:
    """Begins, changes and ends spells for one import."""

    def __init__(self, journal: Journal, found: RosterImport, places: Places) -> None:
        self.journal, self.found, self.places = journal, found, places
        self.placements: dict[int, Placement] = {}
        self.memberships: dict[int, Membership] = {}
        self.ended: dict[int, Membership] = {}
        self.new_placements: list[Placement] = []
        self.new_memberships: list[Membership] = []

    def load(self, keys: set[int]) -> None:
        listed = list(keys)
        for at in range(0, len(listed), 500):
            some = listed[at : at + 500]
            self.placements |= {row.person_id: row for row in Placement.objects.filter(person__in=some, until=None)}
            for row in Membership.objects.filter(person__in=some).order_by("until", "pk"):
                (self.memberships if row.until is None else self.ended)[row.person_id] = row

    def flush(self) -> None:
        self.journal.flush()  # spells that end must end before new ones begin
        self.journal.add(self.new_placements)
        self.journal.add(self.new_memberships)

    def forget(self) -> None:
        """What was loaded and what was written; the next people come with their own."""
        self.placements, self.memberships, self.ended = {}, {}, {}
        self.new_placements, self.new_memberships = [], []

    def columns_of_new(self, entry: Entry, placed: dict[str, Any]) -> dict[str, Any]:
        """The columns of somebody new, with today's facts as `placed` has them."""
        last, first, middle = (entry.get(slug, "") for slug in ("last_name", "first_name", "middle"))
        return placed | {
            "last_name": last[:120] or "?",
            "first_name": first[:120],
            "middle": middle[:80],
            "suffix": entry.get("suffix", "")[:20],
            "preferred_name": entry.get("preferred_name", "")[:80],
            "pronouns": entry.get("pronouns", "")[:40],
            "language": entry.get("language", "")[:40],
            "employee_number": entry.get("employee_number") or None,
            "member_number": entry.get("member_id") or None,
            "hire_date": entry.get("hire_date") or None,
            "seniority_date": entry.get("seniority_date") or None,
            "deceased_on": entry.get("deceased_on") or None,
            "has_died": bool(entry.get("has_died") or entry.get("deceased_on")),
            "notes": entry.get("notes", ""),
            "name_key": name_key(last, first, middle),
            "in_unit": placed.get("unit_id") is not None,
            "standing": self.standing(entry) or Standing.NON_MEMBER.value,
        }

    def facts(self, entry: Entry, *, placed: bool = True) -> dict[str, Any]:
        """Columns of a person and a placement from what the row says; `placed` adds the unit it is in."""
        found: dict[str, Any] = {
            column: str(entry[slug])[: LIMITS[column]] for slug, column in JOB_COLUMNS.items() if entry.get(slug)
        }
        if entry.get("tour"):
            found["shift"] = jobs.shift(entry["tour"])[:40]
        if site := self.places.site(entry.get("station", "")):
            found["worksite_id"] = site.pk
        if employer := self.places.employer(entry.get("employer", "")):
            found["employer_id"] = employer.pk
        if self.found.kind == "unit" and placed:
            unit = self.places.unit(entry.get("unit", ""), entry.get("employer", ""))
            found["unit_id"] = unit.pk
            found.setdefault("employer_id", unit.employer_id)
        return found

    def standing(self, entry: Entry) -> str | None:
        said = entry.get("status") or ("active" if self.found.kind == "members" else "")
        return STANDING_OF.get(said)

    def begin(self, person: Person, entry: Entry) -> dict[str, Any]:
        """The spells somebody we know begins on this list. Returns what changed of the person."""
        diff: dict[str, Any] = {}
        if self.found.kind == "unit":
            diff = self._begin_placement(person, entry)
        elif not person.in_unit:
            diff = self.journal.change(person, **self.facts(entry))
        if self.standing(entry) and entry.get("status", "active") not in NO_MEMBER:
            diff |= self._begin_membership(person, entry)
        return diff

    def _begin_placement(self, person: Person, entry: Entry) -> dict[str, Any]:
        facts = self.facts(entry)
        diff = self.journal.change(person, **facts, in_unit=True)
        present = self.placements.get(person.pk)
        if present is not None:
            self.journal.change(present, **facts)
            return diff
        self.new_placements.append(self._placement(person, facts, self.since(entry)))
        return diff

    def since(self, entry: Entry) -> datetime.date:
        """The hire date when it is fresh; else the day of the list, which is all we know."""
        hired = day(entry.get("hire_date"))
        fresh = hired is not None and self.found.as_of - LATELY <= hired <= self.found.as_of
        return hired if fresh and hired else self.found.as_of

    def _placement(self, person: Person, facts: dict[str, Any], since: datetime.date) -> Placement:
        row = Placement(person=person, since=since, source=self.found.source, source_import=self.found, **facts)
        self.placements[person.pk] = row
        return row

    def _begin_membership(self, person: Person, entry: Entry) -> dict[str, Any]:
        if person.pk in self.memberships:
            return self._change_membership(person, entry)
        row = Membership(
            person=person,
            status=entry.get("status") or MembershipStatus.ACTIVE,
            method=entry.get("dues_method", ""),
            dues_cents=int(entry["dues_amount"]) if entry.get("dues_amount") else None,
            since=day(entry.get("join_date")),
            source=self.found.source,
            source_import=self.found,
        )
        self.memberships[person.pk] = row
        self.new_memberships.append(row)
        return self.journal.change(person, standing=self.standing(entry))

    # --- changes

    def change(self, person: Person, new: Entry, *, same_spell: bool = False) -> None:
        """New values by field name; another unit, site, department, shift and the like is a new spell."""
        columns = self._columns(new)
        moved = not same_spell and any(columns.get(n, getattr(person, n)) != getattr(person, n) for n in LEVEL_COLUMNS)
        self.journal.change(person, **columns, **self.own(new))
        present = self.placements.get(person.pk)
        if columns and present is not None:
            self._change_placement(person, present, columns, moved=moved)
        if {*MEMBERSHIP_FIELDS} & new.keys():
            self._change_membership(person, new)

    def columns_of(self, new: Entry) -> dict[str, Any]:
        """Every column of a person that these values by field name set."""
        return self._columns(new) | self.own(new)

    def _columns(self, new: Entry) -> dict[str, Any]:
        facts = self.facts(new, placed="unit" in new)
        if "unit" in new and self.found.kind != "unit":
            facts["unit_id"] = self.places.unit(new["unit"], new.get("employer", "")).pk
        return facts

    def own(self, new: Entry) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for slug in ("hire_date", "seniority_date", "deceased_on"):
            if new.get(slug):
                values[slug] = day(new[slug])
        if new.get("has_died") or new.get("deceased_on"):
            values["has_died"] = True
        for slug in ("preferred_name", "pronouns", "language"):
            if new.get(slug):
                values[slug] = new[slug]
        if new.get("member_id"):
            values["member_number"] = new["member_id"]
        return values

    def _change_placement(self, person: Person, present: Placement, columns: dict[str, Any], *, moved: bool) -> None:
        if not moved or present.pk is None or (present.since and present.since >= self.found.as_of):
            self.journal.change(present, **columns)
            return
        last_day = self.found.as_of - datetime.timedelta(days=1)
        self.journal.change(present, until=last_day, ended_by_id=self.found.pk, reason="moved")
        facts = {name: getattr(present, name) for name in COLUMNS} | columns
        self.new_placements.append(self._placement(person, facts, self.found.as_of))

    def _change_membership(self, person: Person, new: Entry) -> dict[str, Any]:
        status = new.get("status", "")
        if status in NO_MEMBER:
            gone = "died" if new.get("has_died") else "no longer listed as a member"
            why = new.get("left_reason") or gone
            return self._end_membership(person, why, STANDING_OF["ended"], day(new.get("end_date")))
        row = self.memberships.get(person.pk)
        if row is None and {*ENDED_FIELDS} & new.keys() and not status:
            return self._tell_ended(person, new)
        if row is None:
            return self._begin_membership(person, {"status": "active"} | new)
        values: dict[str, Any] = {"status": status} if status else {}
        if new.get("dues_method"):
            values["method"] = new["dues_method"]
        if new.get("dues_amount"):
            values["dues_cents"] = int(new["dues_amount"])
        if new.get("join_date"):
            values["since"] = day(new["join_date"])
        self.journal.change(row, **values)
        return self.journal.change(person, standing=STANDING_OF[status]) if status else {}

    # --- ends

    def end(self, person: Person, why: str) -> dict[str, Any]:
        """The person is no longer on this list; nobody is deleted."""
        if self.found.kind == "members":
            return self._end_membership(person, why, Standing.FORMER)
        if present := self.placements.get(person.pk):
            self.journal.change(present, until=self.found.as_of, ended_by_id=self.found.pk, reason=why[:120])
        return self.journal.change(person, in_unit=False, unit_id=None)

    def _tell_ended(self, person: Person, new: Entry) -> dict[str, Any]:
        """When and why a membership was over that we had not, or knew less of."""
        values: dict[str, Any] = {"since": day(new["join_date"])} if new.get("join_date") else {}
        if new.get("end_date"):
            values["until"] = day(new["end_date"])
        if new.get("left_reason"):
            values["reason"] = new["left_reason"][:120]
        if row := self.ended.get(person.pk):
            self.journal.change(row, **values)
        elif "until" in values:
            said = {"source": self.found.source, "source_import": self.found, "status": MembershipStatus.ENDED}
            self.new_memberships.append(Membership(person=person, **said, **values))
        return self.journal.change(person, standing=Standing.FORMER)

    def _end_membership(
        self, person: Person, why: str, standing: str, last_day: datetime.date | None = None
    ) -> dict[str, Any]:
        if row := self.memberships.pop(person.pk, None):
            first = row.since or datetime.date.min  # a last day before it is that of an earlier spell
            end = last_day if last_day and last_day >= first else max(self.found.as_of, first)
            values = {"until": end, "ended_by_id": self.found.pk, "reason": why[:120], "status": MembershipStatus.ENDED}
            self.journal.change(row, **values)
        return self.journal.change(person, standing=standing)


def day(value: Any) -> datetime.date | None:
    return datetime.date.fromisoformat(value) if value else None
