"""The files an employer and a treasurer would send: this month's lists and next month's changes."""

import csv
import datetime
import io
from collections.abc import Iterable
from dataclasses import dataclass, replace

from unionops.demo.dice import dice
from unionops.demo.people import DemoPerson, people
from unionops.demo.places import SITES

UNIT_HEADER = [
    "BUS Code", "Employee ID", "Name", "Pay Plan", "Series", "Grade", "Step", "Position Title",
    "Org Code", "Duty Station", "Work Sch", "Tour", "EOD", "Work E-mail",
]  # fmt: skip
MEMBER_HEADER = [
    "Member ID", "Employee ID", "Last Name", "First Name", "MI", "Suffix", "Preferred", "Address 1", "City", "ST",
    "Zip", "Cell", "Personal Email", "Agency", "Worksite", "Shift", "Join Date", "Dues Method", "Dues Amt", "Status",
    "Language",
]  # fmt: skip
DUES = {"1187": "12.00", "E-Dues": "26.00", "Cash": "26.00", "Annual": "60.00"}


@dataclass(frozen=True)
class NextMonth:
    """What the employer's next list changes, so that a tour of the import can say what to expect."""

    people: list[DemoPerson]
    hired: int
    left: int
    changed: int
    renamed: int


def unit_list(everybody: Iterable[DemoPerson]) -> str:
    """The employer's list of the unit, in the shape its personnel system prints."""
    rows = [_unit_row(person) for person in everybody if person.standing == "unit"]
    return _csv([UNIT_HEADER, *sorted(rows, key=lambda row: row[2])])


def member_list(everybody: Iterable[DemoPerson]) -> str:
    """The local's own list of members, with how to reach them."""
    members = [person for person in everybody if person.is_member]
    return _csv([MEMBER_HEADER, *(_member_row(place, person) for place, person in enumerate(members))])


def _unit_row(person: DemoPerson) -> list[str]:
    job = person.job
    return [
        person.site.service.bus, person.number, person.list_name, job.plan, job.series, person.grade, person.step,
        job.title, person.org, person.site.name, "F", person.tour, person.entered.isoformat(), person.work_email,
    ]  # fmt: skip


def _member_row(place: int, person: DemoPerson) -> list[str]:
    status = "Retired" if person.standing == "retired" else "Active"
    joined = person.joined.isoformat() if person.joined else ""
    return [
        f"M{27410 + place:06d}", person.number, person.last, person.first, person.middle, person.suffix,
        person.preferred, person.street, person.town, "OH", person.zip, person.cell, person.home_email,
        person.site.service.name, person.site.name, person.shift, joined, person.method, DUES[person.method], status,
        person.language,
    ]  # fmt: skip


def next_month(everybody: list[DemoPerson], anchor: datetime.date) -> NextMonth:
    """Eleven hired, four gone, thirty-seven changed, two with a new surname."""
    roll = dice("next month")
    unit = [person for person in everybody if person.standing == "unit"]
    picked = roll.sample(range(len(unit)), 43)
    gone, changed, renamed = set(picked[:4]), set(picked[4:41]), set(picked[41:])
    kept = [_moved(person, place, changed, renamed) for place, person in enumerate(unit) if place not in gone]
    return NextMonth(kept + _hires(anchor), hired=11, left=4, changed=37, renamed=2)


def _moved(person: DemoPerson, place: int, changed: set[int], renamed: set[int]) -> DemoPerson:
    if place in renamed:
        return replace(person, last="Fairweather" if place % 2 else "Larkspur")
    if place not in changed:
        return person
    if place % 3 == 0:
        return replace(person, step=f"{int(person.step) % person.job.steps + 1:02d}")
    if place % 3 == 1:
        offices = person.site.offices
        here = offices.index(person.org.partition("-")[2])
        return replace(person, org=f"{person.site.code}-{offices[(here + 1) % len(offices)]}")
    return replace(person, shift="Evening" if person.shift == "Day" else "Day")


def _hires(anchor: datetime.date) -> list[DemoPerson]:
    """New people: the generator's own, under numbers and names nobody has yet."""
    names = ["Ashgrove", "Bellweather", "Copperfield", "Dunmore", "Eastlake", "Foxglove", "Greenhill", "Hollis",
             "Ironside", "Juniper", "Kingsley"]  # fmt: skip
    models = people(anchor)[: 11 * 70 : 70]
    return [
        replace(
            person,
            number=f"{4190000 + place * 37:08d}",
            last=names[place],
            site=SITES[place % len(SITES)],
            org=f"{SITES[place % len(SITES)].code}-{SITES[place % len(SITES)].offices[0]}",
            job=SITES[place % len(SITES)].jobs[0],
            grade=SITES[place % len(SITES)].jobs[0].grades[0],
            step="01",
            shift="Day",
            entered=anchor + datetime.timedelta(days=5 + place),
            work_email=f"{person.first}.{names[place]}@{SITES[place % len(SITES)].service.mail}".lower(),
            joined=None,
            standing="unit",
        )
        for place, person in enumerate(models)
    ]


def _csv(rows: Iterable[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue()
