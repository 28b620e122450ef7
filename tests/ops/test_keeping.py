"""How long things are kept: the local says, and every night what is older goes and nothing else."""

import datetime

import pytest
from allauth.usersessions.models import UserSession
from django.utils import timezone

from unionops.platform.access.services import end_sessions
from unionops.platform.audit.models import Event
from unionops.platform.jobs.models import Job, State
from unionops.platform.ops import keeping

pytestmark = pytest.mark.django_db
STEP = "/first-run/keeping/"


def days_ago(days: float) -> datetime.datetime:
    return timezone.now() - datetime.timedelta(days=days)


def job(owner, state: str, days: float) -> Job:
    row = Job.objects.create(kind="x", title="x", owner=owner, state=state, partial_text="words of a model")
    Job.objects.filter(pk=row.pk).update(finished_at=days_ago(days) if state != State.RUNNING else None)
    return row


def test_the_first_run_sets_the_days_and_is_then_done(sign_in, officer, local):
    client = sign_in(officer)
    assert keeping.days_of() == {"suggestions": 90, "jobs": 90, "sign_ins": 90}
    assert not keeping.is_settled()
    for wrong in ("0", "-3", "", "many", "99999"):
        assert client.post(STEP, {"suggestions": "30", "jobs": wrong, "sign_ins": "90"}).status_code == 422
    assert client.post(STEP, {"suggestions": "30", "jobs": "7", "sign_ins": "90"}).status_code == 302
    assert keeping.days_of() == {"suggestions": 30, "jobs": 7, "sign_ins": 90}
    assert keeping.is_settled()
    assert Event.objects.get(action="set how long things are kept").detail["jobs"] == 7


def test_every_night_what_is_older_goes_and_nothing_else(sign_in, officer, local, as_system):
    sign_in(officer).post(STEP, {"suggestions": "30", "jobs": "7", "sign_ins": "90"})
    gone = [job(officer, State.DONE, 7.1), job(officer, State.FAILED, 400)]
    stay = [job(officer, State.DONE, 6.9), job(officer, State.RUNNING, 400)]
    assert keeping.forget(by=as_system)["jobs"] == 2
    assert set(Job.objects.values_list("pk", flat=True)) == {row.pk for row in stay}
    assert not Job.objects.filter(pk__in=[row.pk for row in gone]).exists()
    assert Event.objects.get(action="deleted old jobs").count == 2


def test_where_somebody_is_signed_in_now_is_not_forgotten(sign_in, officer, local, as_system):
    client = sign_in(officer)
    for key in (client.session.session_key, "ended"):
        row = UserSession.objects.create(user=officer, session_key=key, ip="192.0.2.7", user_agent="x")
        UserSession.objects.filter(pk=row.pk).update(created_at=days_ago(91))
    assert keeping.forget(by=as_system)["sign_ins"] == 1
    assert UserSession.objects.get().session_key == client.session.session_key
    assert client.get("/").status_code == 200
    assert end_sessions(officer) == 1
