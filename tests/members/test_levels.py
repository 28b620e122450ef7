"""Agency, component, unit, worksite, department, shift: each a field of its own, each with the days it was true."""

import csv
import datetime
import io

import pytest
from django.urls import reverse

from members.models import Duplicate, Person, Placement
from members.placed import COLUMNS, PLACED
from members.services import exporting, importing, lists, merging
from tests.members.roads import people_of

MARCH, APRIL = datetime.date(2026, 3, 31), datetime.date(2026, 4, 30)
FIRST = """\
Emp ID,Employee Name,Agency,Component,BUS,Duty Station,Department,Shift
00012345,"BOYLE, ADA M",Dept of Harbors,Pilot Service,0012,Pier 4,Claims,Days
00023456,"CHEN, BO",Dept of Harbors,Pilot Service,0012,Pier 4,Claims,Days
00034567,"STONE, RITA",Dept of Harbors,Dredging Service,0012,Pier 4,Yard,Nights
"""
LEVELS = {
    "component": ("Pilot Service", "Dredging Service"),
    "department": ("Claims", "Records"),
    "shift": ("Days", "Nights"),
}
"""What Ada's row says first, and a month later."""


def counted(user, text):
    return people_of(user, text).count()


@pytest.mark.parametrize("level", LEVELS)
def test_each_level_is_dated(apply_file, as_system, level):
    apply_file(FIRST, as_of=MARCH)
    old, new = LEVELS[level]
    ada = FIRST.splitlines()[1]
    month = apply_file(FIRST.replace(ada, ada.replace(old, new)), as_of=APRIL)
    assert len(month.plan["changes"]) == 1
    who = Person.objects.get(employee_number="00012345")
    spells = [(getattr(row, level), row.since, row.until) for row in who.placements.order_by("since")]
    last = APRIL - datetime.timedelta(days=1)
    assert spells == [(old, MARCH, last), (new, APRIL, None)] and getattr(who, level) == new
    assert counted(as_system, f'{level} is "{old}" as of 2026-04-01 and last name is Boyle') == 1
    assert counted(as_system, f'{level} is "{new}" and last name is Boyle') == 1
    importing.undo_import(by=as_system, roster_import=month)
    who.refresh_from_db()
    assert getattr(who, level) == old and who.placements.count() == 1


def test_a_component_is_seen_counted_and_goes_out_and_in_again(apply_file, plan_file, as_system, secretary, sign_in):
    apply_file(FIRST, as_of=MARCH)
    who = Person.objects.get(employee_number="00012345")
    client = sign_in(secretary)
    assert "Pilot Service" in client.get(who.get_absolute_url()).content.decode()
    assert client.get(reverse("members:density"), {"by": "component"}).status_code == 200
    assert counted(as_system, 'component is "Pilot Service"') == 2 and counted(as_system, "department is Claims") == 2
    unit = lists.save_segment(by=as_system, name="Unit", text="in unit is yes")
    data = exporting.export_people(by=as_system, segment=unit, file_format="csv", purpose="test").data
    text = data.decode("utf-8-sig")
    assert [row["Component"] for row in csv.DictReader(io.StringIO(text))].count("Pilot Service") == 2
    again = plan_file(data)
    assert again.totals["unchanged"] == 3 and not again.plan["fills"]


def test_who_is_merged_keeps_the_component(apply_file, as_system):
    apply_file(FIRST.replace("Dredging Service", ""), as_of=MARCH)
    first, second = Person.objects.filter(employee_number__in=["00012345", "00034567"]).order_by("pk")
    pair = Duplicate.objects.create(first=first, second=second, score=90, reasons=[])
    merging.merge(by=as_system, duplicate=pair, keep=second, drop=first)
    second.refresh_from_db()
    assert second.component == second.placements.get(until=None).component == "Pilot Service"
    merging.undo_merge(by=as_system, duplicate=pair)
    second.refresh_from_db()
    assert second.component == ""


def test_what_a_placement_says_stands_in_one_list():
    about_the_spell = {"id", "public_id", "person", "since", "until", "reason", "source", "source_import", "ended_by"}
    assert {field.name for field in Placement._meta.concrete_fields} - about_the_spell == set(PLACED)
    assert {Placement._meta.get_field(name).attname for name in PLACED} == set(COLUMNS)
    assert all(Person._meta.get_field(name) for name in PLACED)
