"""How long things are kept: the local says, and every night what is older goes and nothing else."""

import datetime
import html

import pytest
from allauth.usersessions.models import UserSession
from django.utils import timezone

from comms.models import OutcomeFile, OutcomeState
from grievances.models import CaseImport
from members.models import RosterImport
from members.services.importing import apply_import, begin_import, read_import
from unionops.platform.access.services import end_sessions
from unionops.platform.audit.models import Event
from unionops.platform.files.models import Upload
from unionops.platform.files.services import store_upload
from unionops.platform.jobs.models import Job, PeriodicRun, State
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
    before = keeping.days_of()
    assert before == {kind.name: kind.days for kind in keeping.kinds}
    assert not keeping.is_settled()
    for wrong in ("0", "-3", "", "many", "99999"):
        assert client.post(STEP, before | {"suggestions": "30", "jobs": wrong}).status_code == 422
    assert keeping.days_of() == before
    assert client.post(STEP, before | {"suggestions": "30", "jobs": "7"}).status_code == 302
    assert keeping.days_of() == before | {"suggestions": 30, "jobs": 7}
    assert keeping.is_settled()
    assert Event.objects.get(action="set how long things are kept").detail["jobs"] == 7


def test_every_night_what_is_older_goes_and_nothing_else(sign_in, officer, local, as_system):
    sign_in(officer).post(STEP, keeping.days_of() | {"jobs": "7"})
    gone = [job(officer, State.DONE, 7.1), job(officer, State.FAILED, 400)]
    stay = [job(officer, State.DONE, 6.9), job(officer, State.RUNNING, 400)]
    assert keeping.forget(by=as_system)["jobs"] == 2
    assert set(Job.objects.values_list("pk", flat=True)) == {row.pk for row in stay}
    assert not Job.objects.filter(pk__in=[row.pk for row in gone]).exists()
    assert Event.objects.get(action="deleted old jobs").count == 2


def test_the_page_says_what_ends_when_and_what_waits_for_a_person(sign_in, officer, local):
    client = sign_in(officer)
    page = client.get("/keeping/").content.decode()
    for kind in keeping.kinds:
        assert str(kind.title) in html.unescape(page)
    for each in keeping.standing:
        assert str(each.ends) in html.unescape(page)
    for name, few in (("elections", "100"), ("closed_cases", "300"), ("unfiled_intakes", "0"), ("jobs", "")):
        assert client.post("/keeping/", keeping.days_of() | {name: few}).status_code == 422
    assert client.post("/keeping/", keeping.days_of() | {"roster_plans": "0"}).status_code == 422
    assert client.post("/keeping/", keeping.days_of() | {"roster_plans": "14"}).status_code == 302
    assert keeping.days_of()["roster_plans"] == 14


def test_a_roster_file_nobody_applied_goes_with_its_file_and_rows(as_system, local, make_user):
    by = make_user("membership_secretary")
    text = b"Employee ID,Last Name,First Name\n10001,Reyes,Ana\n10002,Ode,Sam\n"
    kept = []
    for number, days in enumerate((31, 31, 29)):
        upload = store_upload(by=by, file=text, name=f"list{number}.csv", purpose="roster")
        found = begin_import(by=by, upload=upload, kind="unit", source="HR", as_of=days_ago(31).date(), scope="partial")
        found = read_import(by=by, roster_import=found)
        RosterImport.objects.filter(pk=found.pk).update(created_at=days_ago(days))
        kept.append(found)
    apply_import(by=by, roster_import=kept[1])
    assert keeping.forget(by=as_system)["roster_plans"] == 1
    assert set(RosterImport.objects.all()) == set(kept[1:])
    assert set(Upload.objects.values_list("public_id", flat=True)) == {row.upload for row in kept[1:]}
    assert Event.objects.get(action="let go of roster files nobody applied").count == 1


def test_plans_of_old_cases_and_results_that_were_left_go_too(as_system, local, officer):
    for days, done in ((31, None), (29, None), (31, timezone.now())):
        cases = CaseImport.objects.create(file_name="old.csv", digest="x", by=officer, applied_at=done)
        state = OutcomeState.APPLIED if done else OutcomeState.PLANNED
        results = OutcomeFile.objects.create(channel="phone", file_name="r.csv", state=state, by=officer)
        for row in (cases, results):
            type(row).objects.filter(pk=row.pk).update(at=days_ago(days))
    went = keeping.forget(by=as_system)
    assert (went["case_plans"], went["outcome_plans"]) == (1, 1)
    assert (CaseImport.objects.count(), OutcomeFile.objects.count()) == (2, 2)


def test_rounds_of_the_clock_go_with_the_old_jobs(as_system, local):
    for days in (91, 89):
        row = PeriodicRun.objects.create(key=f"sweep {days}")
        PeriodicRun.objects.filter(pk=row.pk).update(started_at=days_ago(days))
    keeping.forget(by=as_system)
    assert [row.key for row in PeriodicRun.objects.all()] == ["sweep 89"]


def test_where_somebody_is_signed_in_now_is_not_forgotten(sign_in, officer, local, as_system):
    client = sign_in(officer)
    for key in (client.session.session_key, "ended"):
        row = UserSession.objects.create(user=officer, session_key=key, ip="192.0.2.7", user_agent="x")
        UserSession.objects.filter(pk=row.pk).update(created_at=days_ago(91))
    assert keeping.forget(by=as_system)["sign_ins"] == 1
    assert UserSession.objects.get().session_key == client.session.session_key
    assert client.get("/").status_code == 200
    assert end_sessions(officer) == 1
