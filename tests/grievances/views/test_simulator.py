"""Trying the clocks: the agreement in force stands on top, and a day it did not rule is said."""

import datetime

import pytest
from django.urls import reverse

from grievances.models import Procedure
from grievances.services import procedures
from unionops.platform.access.actors import acting

pytestmark = pytest.mark.django_db
OLD, NEW = datetime.date(2021, 1, 1), datetime.date(2024, 1, 1)


def test_the_newest_procedure_is_offered_first_and_a_day_outside_its_time_is_said(procedure, chief, steward, sign_in):
    with acting(chief):
        newer = procedures.create_procedure(by=chief, name="Newer procedure")
    Procedure.objects.filter(pk=procedure.pk).update(version=None, since=OLD, until=NEW)
    Procedure.objects.filter(pk=newer.pk).update(since=NEW)
    client, url = sign_in(steward), reverse("grievances:simulator")
    page = client.get(url).content.decode()
    assert page.index("Newer procedure") < page.index(procedure.name)
    query = {"procedure": str(procedure.public_id), "kind": "individual"}
    assert "was not in force" in client.get(url, query | {"day": "2026-11-02"}).content.decode()
    assert "was not in force" not in client.get(url, query | {"day": "2022-11-02"}).content.decode()


def test_the_count_speaks_the_readers_language_and_a_step_without_a_date_is_named(
    procedure, chief, steward, sign_in, settings
):
    with acting(chief):
        plan = procedures.StepPlan(
            key="panel", title="Panel", actor="union", deed="notice", after="1",
            written={"n": 13, "unit": "working_days", "anchor_kind": "event_date", "direction": "before"},
        )  # fmt: skip
        procedures.add_step(by=chief, procedure=procedure, plan=plan)
    client = sign_in(steward)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "es"
    query = {"procedure": str(procedure.public_id), "kind": "individual", "day": "2026-11-02"}
    page = client.get(reverse("grievances:simulator"), query).content.decode()
    assert '<html lang="es"' in page
    assert "trigger day" not in page and "not a working day" not in page
    assert "Panel." in page
