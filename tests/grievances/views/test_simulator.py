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


def test_a_window_a_first_day_and_stretches_of_a_year_are_written_in_the_form(procedure, chief, sign_in):
    client, step = sign_in(chief), procedure.steps.get(key="2.answer")
    url = reverse("grievances:rule", args=[step.public_id])
    typed = {"n": "14", "unit": "calendar_days", "direction": "after", "anchor_kind": "filed", "weekend": ["5", "6"],
             "holidays": "us_federal+inauguration_day", "roll": "none", "silence": "no_effect", "opens_n": "7",
             "christmas": "on", "stretches": "06-15..08-20"}  # fmt: skip
    for wrong in ({"opens_n": "14"}, {"opens_n": "5", "direction": "before"}, {"stretches": "15 June to 20 August"}):
        assert client.post(url, typed | wrong).status_code == 422
    assert client.post(url, typed).status_code == 302
    step.refresh_from_db()
    pauses = ["christmas_to_new_year", "06-15..08-20"]
    assert step.rule.written["yearly_pauses"] == step.rule.written["opens"]["yearly_pauses"] == pauses
    assert (step.rule.written["kind"], step.rule.written["opens"]["n"]) == ("window", 7)
    page = client.get(procedure.get_absolute_url()).content.decode()
    assert "Not before 7 calendar days after" in page and "15 June to 20 August" in page
    shown = client.get(url).content.decode()
    assert "06-15..08-20" in shown and 'name="opens_n" value="7"' in shown
    last = typed | {"opens_n": "", "stretches": "", "christmas": "", "kind": "earliest"}
    last.pop("christmas")
    assert client.post(url, last).status_code == 302
    step.refresh_from_db()
    assert step.rule.written["kind"] == "earliest" and not {"opens", "yearly_pauses"} & set(step.rule.written)
    assert "This is the first day, with no last one." in client.get(procedure.get_absolute_url()).content.decode()
