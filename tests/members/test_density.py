"""Density month by month: counted once a month, replaced within it, small places never shown alone."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from members import figures, tasks
from members.figures import density_months, places_over_time
from members.models import DensityMonth, Person, Placement
from members.services import densities, importing
from tests.members.conftest import UNIT_LIST

HEAD, *LINES = UNIT_LIST.splitlines()


def longer(extra: int) -> str:
    """The four people and so many more at the pier."""
    more = [
        f'0012,{70000 + n:08d},"TEST{chr(65 + n)}, PERSON",04,01,Clerk,ORG-1,Pier 4,0800-1630,2020-01-06'
        for n in range(extra)
    ]
    return "\n".join([HEAD, *LINES, *more]) + "\n"


def kept():
    rows = DensityMonth.objects.order_by("month").values_list("month", "people", "members")
    found = {}
    for month, people, members in rows:
        had = found.get(month, (0, 0))
        found[month] = (had[0] + people, had[1] + members)
    return found


def test_each_list_keeps_the_figure_of_its_month(roster, apply_file):
    september, october = datetime.date(2026, 9, 1), datetime.date(2026, 10, 1)
    assert kept() == {september: (4, 2)}
    apply_file(longer(6), as_of=datetime.date(2026, 10, 31))
    assert kept() == {september: (4, 2), october: (10, 2)}


def test_an_old_list_does_not_rewrite_a_month(roster, apply_file):
    before = kept()
    apply_file(UNIT_LIST, source="Older", as_of=datetime.date(2026, 3, 31))
    assert kept() == before


def test_taking_a_list_back_counts_its_month_anew(roster, apply_file, as_system):
    found = apply_file(longer(6))
    assert kept()[datetime.date(2026, 9, 1)] == (10, 2)
    importing.undo_import(by=as_system, roster_import=found)
    assert kept()[datetime.date(2026, 9, 1)] == (4, 2)


def test_the_night_keeps_this_month_once(roster):
    tasks.nightly_density()
    tasks.nightly_density()
    assert kept()[timezone.localdate().replace(day=1)] == (4, 2)


def test_line_leaves_out_few_people_and_counts_places(roster, apply_file, as_system):
    assert density_months(as_system) == []
    apply_file(longer(6), as_of=datetime.date(2026, 10, 31))
    assert [point.value for point in density_months(as_system)] == [20.0]
    densities.keep_month(by=as_system, day=datetime.date(2026, 11, 3))
    assert places_over_time(as_system, "worksite") == ["Pier 4"]
    assert [point.value for point in density_months(as_system, "worksite", "Pier 4")] == [25.0, 25.0]


def test_page_draws_the_months_of_one_place(roster, apply_file, secretary, sign_in):
    apply_file(longer(6), as_of=datetime.date(2026, 10, 31))
    client = sign_in(secretary)
    page = client.get(reverse("members:density"), {"by": "shift", "place": "Days"})
    assert "Oct 2026" in page.content.decode() and page.context["months"][0].value == 12.5
    assert client.get(reverse("members:density"), {"by": "employer", "place": "nowhere"}).context["place"] == ""


def test_component_and_department_have_a_line_of_their_own(roster, apply_file, as_system, secretary, sign_in):
    Person.objects.filter(in_unit=True).update(component="Water", department="Pumps")
    Placement.objects.update(component="Water", department="Pumps")
    apply_file(longer(6), as_of=datetime.date(2026, 10, 31))
    month = datetime.date(2026, 10, 1)
    counted = DensityMonth.objects.filter(month=month).values_list("component", "department", "people", "members")
    assert sum(row[2] for row in counted if row[:2] == ("Water", "Pumps")) == 4
    Person.objects.filter(in_unit=True).update(component="Water", department="Pumps")
    densities.keep_month(by=as_system, day=datetime.date(2026, 11, 3))
    assert places_over_time(as_system, "component") == ["Water"]
    assert places_over_time(as_system, "department") == ["Pumps"]
    assert [point.value for point in density_months(as_system, "department", "Pumps")] == [20.0]
    page = sign_in(secretary).get(reverse("members:density"), {"by": "component", "place": "Water"})
    assert page.context["months"][0].value == 20.0


@pytest.mark.parametrize(
    ("people", "told_apart"),
    [
        ([40, 30, 20, 3], [40, 30]),  # 20 goes with the 3: else all people less the others would be those three
        ([40, 30, 3, 3], [40, 30]),
        ([40, 30, 2, 2], [40]),  # two of two are four people still
        ([40, 30], [40, 30]),
        ([40, 3], []),
        ([3], []),
        ([], []),
    ],
)
def test_no_small_place_can_be_worked_out_from_the_whole(people, told_apart, make_user):
    large, small = figures.apart(make_user("trustee"), people, lambda number: number)
    assert large == told_apart
    assert sorted(large + small) == sorted(people)


@pytest.mark.parametrize("role", ["membership_secretary", "officer", "comms_chair"])
def test_who_sees_everybody_on_the_roster_loses_no_large_place_to_a_small_one(role, make_user):
    large, small = figures.apart(make_user(role), [40, 3], lambda number: number)
    assert (large, small) == ([40], [3])
