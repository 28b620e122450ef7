"""Dues tiers: by hand, entered in the first run, and seen by the comparison with the dues list."""

from __future__ import annotations

import datetime

import pytest
from django.urls import reverse

from members.dues.books import EVERYTHING, _with_memberships
from members.models import Membership, Person
from members.snapshot import known_people
from unionops.platform.audit.models import Event
from unionops.platform.ops.models import DuesTier
from unionops.platform.ops.tiers import Tiers

Day = datetime.date
ROWS = [
    ("full", 1975, Day(2025, 1, 1)), ("full", 2100, Day(2026, 1, 1)), ("full", 2250, Day(2027, 1, 1)),
    ("part", 1000, Day(2025, 1, 1)), ("part", 1100, Day(2026, 1, 1)),
    ("retired", 1000, Day(2025, 1, 1)),
]  # fmt: skip


@pytest.mark.parametrize(("owed", "day", "due"), [
    (1975, Day(2025, 12, 31), 1975),
    (1975, Day(2026, 1, 1), 2100),
    (1975, Day(2027, 6, 1), 2250),
    (2100, Day(2026, 6, 1), 2100),
    (2250, Day(2026, 6, 1), 2250),  # not in force yet: nobody's old amount
    (1000, Day(2026, 6, 1), 1000),  # still what the retired pay
    (1234, Day(2026, 6, 1), 1234),  # of no tier
])  # fmt: skip
def test_a_raise_is_owed_from_its_day(owed: int, day: Day, due: int) -> None:
    assert Tiers.of(ROWS, day).due(owed) == due


def test_an_amount_two_tiers_rose_from_tells_nothing() -> None:
    rows = [
        ("a", 500, Day(2025, 1, 1)),
        ("b", 500, Day(2025, 1, 1)),
        ("a", 600, Day(2026, 1, 1)),
        ("b", 700, Day(2026, 1, 1)),
    ]
    assert Tiers.of(rows, Day(2026, 2, 1)).due(500) == 500


@pytest.mark.django_db
def test_the_first_run_keeps_tiers(officer, local, sign_in):
    client, step = sign_in(officer), reverse("ops:first-run-step", args=["dues_tiers"])
    for wrong in ({"amount": "much"}, {"amount": "-3"}, {"since": "someday"}, {"name": ""}):
        assert client.post(step, {"name": "Full", "amount": "19.75", "since": "2026-01-01"} | wrong).status_code == 422
    for amount in ("19.75", "21"):
        assert client.post(step, {"name": "Full  dues", "amount": amount, "since": "2026-01-01"}).status_code == 302
    assert list(DuesTier.objects.values_list("name", "cents")) == [("Full dues", 2100)]
    page = client.get(step).content.decode()
    assert "$21.00" in page and "This is done." in page
    assert Event.objects.filter(action="set a dues tier").count() == 2


@pytest.mark.django_db
def test_the_comparison_expects_the_raised_amount(officer, as_system):
    person = Person.objects.create(last_name="Ode", first_name="Sam", name_key="ode sam", employee_number="1")
    Membership.objects.create(person=person, status="active", method="payroll", dues_cents=1975, since=Day(2020, 1, 1))
    for name, cents, since in ROWS[:2]:
        DuesTier.objects.create(name=name, cents=cents, since=since, by=officer)
    for day, due in ((Day(2025, 6, 1), "1975"), (Day(2026, 6, 1), "2100")):
        known = _with_memberships(known_people(EVERYTHING), day)
        assert [each.facts["dues_amount"] for each in known] == [due]
