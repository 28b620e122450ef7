"""What is due for the local: counted by hand here, chosen in the first run, done with a proof, seen by the offices."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from unionops.platform.access.actors import acting
from unionops.platform.access.models import Local, User
from unionops.platform.audit.models import Event
from unionops.platform.files.models import Upload
from unionops.platform.ops import duties, queries, reminding, services
from unionops.platform.ops.models import Duty, DutyDone

SignIn = Callable[[User], Client]
pytestmark = pytest.mark.django_db
Day = datetime.date
STEP = "/first-run/duties/"


@pytest.mark.parametrize(("name", "start", "since", "due"), [
    # 31 December 2025 + 90 days: January 31, February 28, so 31 March 2026
    ("lm_report", Day(2025, 12, 31), Day(2026, 1, 1), Day(2026, 3, 31)),
    # over when it was turned on: the next year's, 30 June 2026 + 90 days = 28 September
    ("lm_report", Day(2025, 6, 30), Day(2025, 10, 1), Day(2026, 9, 28)),
    # the fiscal year ends 29 February 2024; the next ends 28 February 2025, and 90 days on is 29 May
    ("lm_report", Day(2024, 2, 29), Day(2024, 7, 1), Day(2025, 5, 29)),
    # 15 May 2026 is a Friday; 15 May 2027 a Saturday, so Monday the 17th; 15 November 2026 a Sunday, so the 16th
    ("form_990", Day(2025, 12, 31), Day(2026, 1, 1), Day(2026, 5, 15)),
    ("form_990", Day(2025, 12, 31), Day(2026, 6, 1), Day(2027, 5, 17)),
    ("form_990", Day(2026, 6, 30), Day(2026, 7, 1), Day(2026, 11, 16)),
    ("bond", Day(2025, 12, 31), Day(2026, 1, 1), Day(2026, 1, 1)),
    ("officer_election", Day(2024, 5, 14), Day(2026, 1, 1), Day(2027, 5, 14)),
    ("per_capita", Day(2026, 1, 31), Day(2026, 2, 1), Day(2026, 2, 28)),
    ("money_report", Day(2026, 1, 31), Day(2026, 3, 1), Day(2026, 3, 30)),
])  # fmt: skip
def test_the_next_day_is_counted_as_by_hand(name: str, start: Day, since: Day, due: Day) -> None:
    assert duties.next_due(duties.TEMPLATES[name].rule, start=start, since=since, done=()) == due


def test_what_is_done_gives_way_to_the_next_time() -> None:
    rule = duties.TEMPLATES["officer_election"].rule
    done = {Day(2027, 5, 14)}
    assert duties.next_due(rule, start=Day(2024, 5, 14), since=Day(2026, 1, 1), done=done) == Day(2030, 5, 14)


def test_each_sector_is_asked_what_concerns_it() -> None:
    names = {sector: {each.name for each in duties.fitting(sector)} for sector in ("federal", "private", "state_local")}
    assert "rights_notice" in names["federal"] - names["private"]
    assert "beck_notice" in names["private"] - names["federal"]
    assert "lm_report" not in names["state_local"]
    assert all("form_990" in each for each in names.values())


@pytest.fixture
def president(officer: User, local: Local, sign_in: SignIn) -> Client:
    return sign_in(officer)


CHOSEN = {"year_end": "2025-12-31", "yearly": ["lm_report"], "officer_election": "2024-05-14", "per_capita": ""}


def test_the_first_run_turns_on_exactly_what_was_ticked(president: Client, officer: User) -> None:
    assert president.post(STEP, CHOSEN).status_code == 302
    president.post(STEP, CHOSEN | {"yearly": []})
    assert list(Duty.objects.filter(is_on=True).values_list("name", "start")) == [
        ("officer_election", Day(2024, 5, 14))
    ]
    page = president.get(reverse("ops:duties")).content.decode()
    assert "14 May 2027" in page and "Annual report" not in page
    assert Event.objects.filter(action="set the local's duties").count() == 2


@pytest.mark.parametrize("wrong", [
    {"year_end": ""}, {"year_end": "2999-12-31"}, {"per_capita": "0001-01-01"}, {"yearly": ["nonsense"]},
])  # fmt: skip
def test_what_cannot_be_is_refused_and_nothing_typed_is_lost(president: Client, wrong: dict[str, object]) -> None:
    answer = president.post(STEP, CHOSEN | wrong)
    assert answer.status_code == 422
    assert "2024-05-14" in answer.content.decode()
    assert not Duty.objects.exists()


def test_done_takes_a_proof_and_is_there_once(president: Client, officer: User) -> None:
    president.post(STEP, CHOSEN)
    with acting(officer):
        due = next(each for each in queries.dues(officer) if each.duty.name == "officer_election")
    url = reverse("ops:duty-done", args=[due.duty.public_id])
    assert president.post(url, {"done_on": "2026-05-14"}).status_code == 422
    assert president.post(url, {"done_on": "2999-05-14", "file": proof()}).status_code == 422
    assert president.post(url, {"done_on": "2026-05-14", "file": proof("x.exe")}).status_code == 422
    assert not DutyDone.objects.exists()
    assert president.post(url, {"done_on": "2026-05-14", "file": proof()}).status_code == 302
    row = DutyDone.objects.get()
    with acting(officer):
        assert (row.due_on, Upload.objects.get(public_id=row.proof).name) == (Day(2027, 5, 14), "minutes.txt")
    page = president.get(reverse("ops:duties")).content.decode()
    assert "14 May 2029" in page and "Counted from 14 May 2026" in page  # three years after the ballots, not after due
    assert president.get(reverse("files:download", args=[row.proof])).status_code == 200
    with acting(officer), pytest.raises(services.Problem, match="already"):
        services.mark_duty_done(by=officer, duty=due.duty, due_on=due.on, done_on=due.on, file=proof())


def test_what_comes_back_on_is_not_late_for_the_days_it_was_off(officer: User) -> None:
    start = duties.months_later(datetime.date.today(), -6)
    Duty.objects.create(name="per_capita", start=start, since=start, is_on=False)
    services.turn_on_duties(by=officer, starts={"per_capita": start})
    with acting(officer):
        assert queries.dues(officer)[0].days >= 0
        services.turn_on_duties(by=officer, starts={"per_capita": start})
        assert Duty.objects.get().since == datetime.date.today()


def proof(name: str = "minutes.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, b"The count was 212 to 190.")


def test_offices_see_it_stewards_and_the_machine_room_do_not(
    president: Client, make_user: Callable[..., User], sign_in: SignIn
) -> None:
    president.post(STEP, CHOSEN)
    found = {role: sign_in(make_user(role)).get(reverse("ops:duties")).status_code for role in (
        "trustee", "treasurer", "chief_steward", "steward", "comms_chair", "technical_admin", "member"
    )}  # fmt: skip
    assert found == {
        "trustee": 200, "treasurer": 200, "chief_steward": 200, "steward": 403, "comms_chair": 403,
        "technical_admin": 403, "member": 403,
    }  # fmt: skip
    assert "Mark as done" not in sign_in(make_user("trustee")).get(reverse("ops:duties")).content.decode()


def test_home_shows_what_is_near_and_what_is_late(president: Client) -> None:
    assert "Due for the local" not in president.get("/").content.decode().split("<main")[1]
    near = datetime.date.today() + datetime.timedelta(days=30)
    Duty.objects.create(name="per_capita", start=duties.months_later(near, -1))
    assert "Pay the per capita tax" in president.get("/").content.decode()


@pytest.mark.parametrize(("name", "day", "said"), [
    ("lm_report", Day(2026, 1, 29), None),  # 61 days before 31 March
    ("lm_report", Day(2026, 1, 30), Day(2026, 1, 30)),
    ("lm_report", Day(2026, 3, 16), Day(2026, 3, 1)),  # 15 days before: the alarm of 30 days before still stands
    ("lm_report", Day(2026, 3, 30), Day(2026, 3, 30)),
    ("lm_report", Day(2026, 3, 31), Day(2026, 3, 31)),
    ("lm_report", Day(2026, 4, 6), Day(2026, 3, 31)),
    ("lm_report", Day(2026, 4, 7), Day(2026, 4, 7)),
    ("per_capita", Day(2026, 3, 16), None),  # monthly: not a month ahead
    ("per_capita", Day(2026, 3, 17), Day(2026, 3, 17)),
])  # fmt: skip
def test_alarms_come_as_by_hand(name: str, day: Day, said: Day | None) -> None:
    assert duties.alarm(duties.TEMPLATES[name].rule, on=Day(2026, 3, 31), day=day) == said


@pytest.fixture
def near(local: Local) -> Duty:
    """Due in 20 days: the alarm of 30 days before has come."""
    due = datetime.date.today() + datetime.timedelta(days=20)
    return Duty.objects.create(name="audit", start=due - datetime.timedelta(days=90))


def reminded(by: User, monkeypatch: pytest.MonkeyPatch, *, ready: bool = True) -> list[list[str]]:
    monkeypatch.setattr(reminding.mail, "is_ready", lambda: ready)
    mail.outbox.clear()
    reminding.remind(by=by)
    return [message.to for message in mail.outbox]


def test_the_office_is_reminded_once_by_mail(
    near: Duty, officer: User, make_user: Callable[..., User], as_system: User, monkeypatch: pytest.MonkeyPatch,
    sign_in: SignIn,
) -> None:  # fmt: skip
    assert reminded(as_system, monkeypatch, ready=False) == []
    assert reminded(as_system, monkeypatch) == [[officer.email]]  # nobody is trustee: the officers hear of it
    assert reminded(as_system, monkeypatch) == []
    treasurer = make_user("treasurer")
    page = sign_in(officer)
    assert page.post(reverse("ops:duty-office", args=[near.public_id]), {"role": "member"}).status_code == 422
    assert page.post(reverse("ops:duty-office", args=[near.public_id]), {"role": "treasurer"}).status_code == 302
    assert "Treasurer" in page.get(reverse("ops:duties")).content.decode()
    assert reminded(as_system, monkeypatch) == []
    near.reminders.all().delete()
    assert reminded(as_system, monkeypatch) == [[treasurer.email]]
    assert "Yearly audit" in mail.outbox[0].subject
    late = datetime.date.today() - datetime.timedelta(days=8)
    Duty.objects.filter(pk=near.pk).update(start=late - datetime.timedelta(days=90), since=late)
    assert sorted(map(str, reminded(as_system, monkeypatch))) == sorted(
        [f"['{treasurer.email}']", f"['{officer.email}']"]
    )
    assert "Late" in mail.outbox[0].subject
