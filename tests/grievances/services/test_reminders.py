"""Reminders: once per alarm and person, number and date only, chief stewards when it is late."""

import datetime

import pytest
import time_machine
from django.core import mail
from django.urls import reverse

from grievances.models import CaseSettings, Deadline, Reminder
from grievances.queries import reminders as listed
from grievances.services import by_hand, cases, reminders
from tests.grievances.conftest import ago
from unionops.platform.access.actors import acting
from unionops.platform.core.days import today


def switched_on():
    CaseSettings.objects.update_or_create(pk=1, defaults={"reminders_by_mail": True})


def test_a_missed_schedule_catches_up_once(case, steward, chief, bound):
    switched_on()
    Deadline.objects.filter(grievance=case).update(due=today())
    assert reminders.send_due(by=bound) == 2
    assert reminders.send_due(by=bound) == 0
    assert sorted(message.to[0] for message in mail.outbox) == sorted([steward.email, chief.email])


def test_a_reminder_tells_number_and_date_only(case, bound):
    switched_on()
    Deadline.objects.filter(grievance=case).update(due=ago(1))
    reminders.send_due(by=bound)
    text = mail.outbox[0].subject + mail.outbox[0].body
    assert case.number in text and "Overtime" not in text and "Rivera" not in text
    assert text.startswith("Overdue:") and "has passed" in text


def test_a_reminder_of_a_day_to_come_does_not_say_it_passed(case, bound):
    switched_on()
    Deadline.objects.filter(grievance=case).update(due=today())
    reminders.send_due(by=bound)
    assert mail.outbox[0].subject.startswith("Date:") and "has come" in mail.outbox[0].body


def test_nobody_walled_off_is_reminded(case, chief, bound):
    switched_on()
    cases.wall_off(by=bound, matter=case.matter, user=chief, reason="family")
    Deadline.objects.filter(grievance=case).update(due=ago(1))
    reminders.send_due(by=bound)
    assert chief.email not in {message.to[0] for message in mail.outbox}


def test_without_the_switch_no_mail_goes_out(case, bound):
    Deadline.objects.filter(grievance=case).update(due=ago(1))
    reminders.send_due(by=bound)
    assert not mail.outbox


@pytest.fixture
def days_later():
    """The clock of the box, so many days on."""

    def go(days):
        return time_machine.travel(datetime.datetime.now(tz=datetime.UTC) + datetime.timedelta(days=days), tick=False)

    return go


def shown(user):
    with acting(user):
        return [(item.text, item.fresh) for item in listed.items(user)], listed.unseen(user)


def test_reminders_stand_on_the_list_without_any_mail(case, steward, chief, bound):
    Deadline.objects.filter(grievance=case).update(due=today())
    reminders.send_due(by=bound)
    assert not mail.outbox
    rows, n = shown(steward)
    assert n == 1 and rows[0][1] and case.number in rows[0][0] and "Overtime" not in rows[0][0]
    assert shown(chief)[1] == 1


def test_days_without_a_schedule_are_caught_up_in_one_line(case, steward, bound, days_later):
    Deadline.objects.filter(grievance=case).update(due=today() + datetime.timedelta(days=2))
    reminders.send_due(by=bound)
    with days_later(6):
        reminders.send_due(by=bound)
        reminders.send_due(by=bound)
        rows, n = shown(steward)
    assert n == 1 and len(rows) == 1
    assert Reminder.objects.filter(user=steward).count() == 2


def test_what_was_ticked_off_comes_back_only_with_the_next_alarm(case, steward, bound, days_later):
    Deadline.objects.filter(grievance=case).update(due=today())
    reminders.send_due(by=bound)
    with acting(steward):
        assert reminders.tick_off(by=steward) == 1
    reminders.send_due(by=bound)
    assert shown(steward)[1] == 0
    with days_later(1):
        reminders.send_due(by=bound)
        assert shown(steward)[1] == 1


def test_it_climbs_from_the_steward_to_the_chief_to_the_officers(case, steward, chief, make_user, bound):
    officer = make_user("officer", name="Otto Officer")
    row = Deadline.objects.select_related("matter", "matter__steward").get(grievance=case, origin="step")
    ladder = reminders.Ladder([chief], [officer])
    reached = {}
    for late in (-1, 0, 1, 2):
        row.due = ago(late)
        reached[late] = reminders.readers(row, today(), ladder)
    assert reached == {-1: [steward], 0: [steward, chief], 1: [steward, chief], 2: [steward, chief, officer]}


@pytest.mark.parametrize(("late", "alarm"), [(1, 1), (5, 5), (6, 5), (11, 5), (12, 12), (39, 33), (40, 40)])
def test_a_date_long_overdue_alarms_once_a_week(case, bound, late, alarm):
    row = Deadline.objects.get(grievance=case, origin="step")
    row.due = ago(late)
    assert (reminders.due_alarm(row, today()) - row.due).days == alarm


def test_officers_hear_of_a_late_date_by_their_list(case, steward, make_user, bound):
    officer = make_user("officer", name="Otto Officer")
    Deadline.objects.filter(grievance=case).update(due=ago(2))
    reminders.send_due(by=bound)
    assert shown(officer)[1] == 1


def test_a_date_that_is_done_or_hidden_leaves_the_list(case, steward, chief, bound):
    hand = by_hand.set_by_hand(by=bound, matter=case.matter, case=case, title="Brief", due=today(), reason="x")
    Deadline.objects.exclude(pk=hand.pk).update(due=ago(-60))
    reminders.send_due(by=bound)
    assert shown(steward)[1] == 1 and shown(chief)[1] == 1
    cases.wall_off(by=bound, matter=case.matter, user=chief, reason="family")
    assert shown(chief) == ([], 0)
    by_hand.finish(by=bound, deadline=hand, on=today())
    assert shown(steward) == ([], 0)


def test_the_bell_counts_and_its_page_lists_and_ticks_off(case, steward, bound, sign_in):
    Deadline.objects.filter(grievance=case).update(due=ago(1))
    reminders.send_due(by=bound)
    client = sign_in(steward)
    page = client.get(reverse("jobs:list")).content.decode()
    assert "Jobs and news, 1 new" in page and case.number in page and "Overtime" not in page
    client.post(reverse("grievances:reminders-seen"))
    assert "Jobs and news, 1 new" not in client.get(reverse("jobs:list")).content.decode()


def test_a_first_day_alarms_once_and_is_never_overdue(case, steward, bound):
    row = Deadline.objects.get(grievance=case, origin="step")
    row.earliest, row.due = True, ago(30)
    assert reminders.due_alarm(row, today()) == row.due
    row.due = ago(-3)
    assert reminders.due_alarm(row, today()) is None


def test_a_clock_of_the_law_is_told_by_the_number_of_its_case(case, steward, bound):
    switched_on()
    Deadline.objects.filter(grievance=case).update(state="dropped")
    Deadline.objects.create(
        matter=case.matter, origin="statute", statute="flra_ulp", title="Charge", due=today(), target=today()
    )
    reminders.send_due(by=bound)
    assert mail.outbox and all(case.number in message.subject for message in mail.outbox)
    assert any(case.number in item.text for item in listed.items(steward))
