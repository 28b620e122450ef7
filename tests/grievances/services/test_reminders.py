"""Reminders: once per alarm and person, number and date only, chief stewards when it is late."""

from django.core import mail

from grievances.models import CaseSettings, Deadline
from grievances.services import cases, reminders
from tests.grievances.conftest import ago
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
