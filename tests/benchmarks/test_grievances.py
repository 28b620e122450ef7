"""My day, board and list at 5,000 cases and 100 stewards: queries, and how long they take."""

import datetime
import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from grievances.models import Assignment, Deadline, Grievance, Matter
from tests.grievances import conftest as work
from unionops.platform.access.models import RoleAssignment, User
from unionops.platform.core.days import today

CASES, STEWARDS = 5000, 100
bound, version, procedure, chief = work.bound, work.version, work.procedure, work.chief
pytestmark = pytest.mark.measure


@pytest.fixture
def crowd(procedure, unit, worksite, bound):
    """Five thousand open cases over the steps of one procedure, each with one date of ours and one of theirs."""
    steps = list(procedure.steps.order_by("ordinal"))
    users = User.objects.bulk_create(
        User(email=f"s{n}@example.org", name=f"Steward {n}", password="!") for n in range(STEWARDS)
    )
    RoleAssignment.objects.bulk_create(RoleAssignment(user=user, role="steward") for user in users)
    matters = Matter.objects.bulk_create(
        Matter(
            title=f"Matter {n}",
            unit=unit,
            worksite=worksite,
            steward=users[n % STEWARDS],
            opened_by=users[0],
            incident_on=work.ago(30),
        )
        for n in range(CASES)
    )
    Assignment.objects.bulk_create(Assignment(matter=m, user=m.steward, by=users[0]) for m in matters)
    cases = Grievance.objects.bulk_create(
        Grievance(
            matter=m,
            number=f"B-{n}",
            status="open",
            procedure=procedure,
            step=steps[n % 4],
            entry=steps[0],
            filed_on=work.ago(20),
        )
        for n, m in enumerate(matters)
    )
    Deadline.objects.bulk_create(
        Deadline(
            matter=case.matter, grievance=case, step=steps[place], rule=steps[place].rule, title=steps[place].title,
            side="ours" if place == 2 else "theirs", due=today() + datetime.timedelta(days=n % 40 - 5),
            target=today() + datetime.timedelta(days=n % 40 - 7),
        )
        for n, case in enumerate(cases) for place in (1, 2)
    )  # fmt: skip
    return users


def timed(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as found:
        began = time.perf_counter()
        response = client.get(url)
        taken = time.perf_counter() - began
    assert response.status_code == 200
    return len(found), taken * 1000


def test_lists_at_five_thousand_cases(crowd, chief, sign_in):
    for who, user in (("steward", crowd[0]), ("chief", chief)):
        client = sign_in(user)
        for name in ("my-day", "board", "list"):
            queries, ms = timed(client, reverse(f"grievances:{name}"))
            print(f"{who:8} {name:8} {queries:3} queries {ms:7.1f} ms")
            assert queries < 40
