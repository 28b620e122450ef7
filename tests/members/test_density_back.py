"""Density before the first list, stewards by unit, site and shift, and the board's page."""

import csv
import datetime
import io

import pytest
from django.urls import reverse
from pypdf import PdfReader

from members import exports, figures, tasks
from members.models import DensityMonth, Membership, Person, Placement
from members.services import densities
from tests.members.test_density import longer
from unionops.platform.access.actors import acting
from unionops.platform.access.models import BargainingUnit, Worksite
from unionops.platform.access.roles import Role
from unionops.platform.access.services import give_stewardship
from unionops.platform.ui.components.charts import Bar

DAY = datetime.date(2026, 11, 28)


def reckoned():
    found = {}
    for month, people, members in DensityMonth.objects.filter(reckoned=True).values_list("month", "people", "members"):
        had = found.get(month, (0, 0))
        found[month] = (had[0] + people, had[1] + members)
    return found


def month(year, number):
    return datetime.date(year, number, 1)


def test_months_before_the_list_follow_hire_dates_spells_and_memberships(roster, as_system):
    """Four people, hired before 2021; Boyle's membership begins in May, Chen's ended in March and began again in June;
    O'Neil was in another unit until the middle of July."""
    who = {person.last_name: person for person in Person.objects.all()}
    Membership.objects.filter(person=who["Boyle"]).update(since="2026-05-31")
    Membership.objects.filter(person=who["Chen"]).update(since="2026-06-30")
    Membership.objects.create(person=who["Chen"], status="ended", since="2020-01-01", until="2026-03-30")
    Membership.objects.filter(person=who["Stone"]).update(status="retired")
    Person.objects.filter(pk=who["De La Cruz"].pk).update(hire_date="2026-08-31")
    other = BargainingUnit.objects.create(employer=BargainingUnit.objects.get().employer, name="Other")
    Placement.objects.filter(person=who["O'Neil"]).update(since="2026-07-15")
    Placement.objects.create(person=who["O'Neil"], unit=other, since="2020-09-28", until="2026-07-14")
    assert densities.reckon_back(by=as_system, day=DAY, months=10) == 9
    found = reckoned()
    assert min(found) == month(2026, 1) and month(2026, 9) not in found
    assert found[month(2026, 2)] == (3, 1)
    assert found[month(2026, 3)] == (3, 0)
    assert found[month(2026, 5)] == (3, 1)
    assert found[month(2026, 6)] == (3, 2)
    assert found[month(2026, 8)] == (4, 2)
    june = DensityMonth.objects.filter(month=month(2026, 6), unit=other)
    assert [row.people for row in june] == [1]
    assert not DensityMonth.objects.filter(month=month(2026, 7), unit=other).exists()


def test_counted_months_stay_and_reckoning_again_changes_nothing(roster, as_system):
    counted = list(DensityMonth.objects.filter(reckoned=False).values("month", "people", "members"))
    densities.reckon_back(by=as_system, day=DAY)
    first = reckoned()
    densities.reckon_back(by=as_system, day=DAY)
    assert reckoned() == first and len(first) == densities.BACK - 1
    assert list(DensityMonth.objects.filter(reckoned=False).values("month", "people", "members")) == counted
    densities.keep_month(by=as_system, day=datetime.date(2026, 10, 3))
    assert month(2026, 10) not in reckoned()


def test_the_night_works_earlier_months_out_and_the_page_says_so(roster, apply_file, secretary, sign_in):
    apply_file(longer(6))
    tasks.nightly_density()
    client = sign_in(secretary)
    page = client.get(reverse("members:density")).content.decode()
    assert "worked out later" in page and "whoever left before it is missing" in page
    answer = client.post(reverse("members:density-earlier"), follow=True)
    assert "earlier months were worked out" in answer.content.decode()


@pytest.fixture
def stewards(roster, apply_file, as_system, make_user):
    """Ten at Pier 4 on days or evenings and in two units; one steward for the professional unit's days there."""
    apply_file(longer(30))
    other = BargainingUnit.objects.create(employer=BargainingUnit.objects.get().employer, name="Other unit")
    days = Person.objects.filter(worksite__name="Pier 4", shift="Days", in_unit=True)
    Person.objects.filter(pk__in=[person.pk for person in days[:5]]).update(unit=other)
    user = make_user(Role.STEWARD, name="Ann Lee")
    unit = BargainingUnit.objects.exclude(pk=other.pk).get()
    give_stewardship(user=user, by=None, unit=unit, worksite=Worksite.objects.get(name="Pier 4"), shift="Days")
    return user


def test_coverage_tells_units_apart(stewards, as_system):
    covers = {(cover.unit, cover.site, cover.shift): cover for cover in figures.coverage(as_system, 20)}
    ours, theirs = covers["Professional unit", "Pier 4", "Days"], covers["Other unit", "Pier 4", "Days"]
    assert (ours.people, ours.stewards, ours.wanted, ours.missing) == (26, 1, 2, 1)
    assert (theirs.people, theirs.stewards, theirs.wanted) == (5, 0, 1)
    whole = figures.whole_ratio(list(covers.values()), 20)
    assert (whole.people, whole.stewards, whole.wanted) == (34, 1, 2)
    assert whole.uncovered == 34 - 26


def test_the_boards_page_is_one_page(stewards, secretary, sign_in):
    with acting(secretary):
        densities.reckon_back(by=secretary, day=DAY)
    answer = sign_in(secretary).get(reverse("members:density-paper"))
    paper = PdfReader(io.BytesIO(answer.content))
    text = " ".join(paper.pages[0].extract_text().split())
    assert len(paper.pages) == 1
    assert "Pier 4" in text and "Where stewards are missing" in text and "Density over time" in text


def test_the_boards_page_stays_one_page_with_many_places(stewards, secretary, monkeypatch):
    bars = [Bar(f"Place {at} of the northern district", value=40.0, of=60.0) for at in range(20)]
    with acting(secretary):
        gap = figures.coverage(secretary, 20)[0]
    monkeypatch.setattr(figures, "density_by", lambda _user, name: bars)
    monkeypatch.setattr(figures, "coverage", lambda _user, ratio: [gap] * 20)
    with acting(secretary):
        answer = exports.density_paper(secretary, dict.fromkeys("abcdef", "By place"))
    paper = PdfReader(io.BytesIO(answer.content))
    text = " ".join(paper.pages[0].extract_text().split())
    assert len(paper.pages) == 1 and "more places" in text


def test_the_same_figures_are_a_table(stewards, secretary, sign_in):
    with acting(secretary):
        densities.reckon_back(by=secretary, day=DAY)
    answer = sign_in(secretary).get(reverse("members:density-table"))
    rows = list(csv.DictReader(io.StringIO(answer.content.decode(), newline="")))
    site = next(row for row in rows if row["What"] == "By worksite" and row["Place"] == "Pier 4")
    assert (site["People"], site["Members"], site["Percent"]) == ("32", "2", "6.2")
    ours = next(row for row in rows if row["Place"] == "Professional unit, Pier 4, Days")
    assert (ours["People"], ours["Stewards"], ours["Stewards wanted"]) == ("26", "1", "2")
    months = [row["Month"] for row in rows if row["Month"]]
    assert months == sorted(months) and months
