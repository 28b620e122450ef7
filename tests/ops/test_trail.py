"""The trail's head leaves the database: into a file every hour, into officers' mail every day."""

import pytest
from django.core import mail as sent

from unionops.platform.access.actors import system_actor
from unionops.platform.access.roles import Role
from unionops.platform.audit import anchors
from unionops.platform.audit.services import head, record
from unionops.platform.ops import services

pytestmark = pytest.mark.django_db


def test_an_anchor_is_dropped_when_something_happened(officer, django_capture_on_commit_callbacks):
    for expected in (1, 1, 2):
        if expected == 2:
            record(officer, "did more")
        with django_capture_on_commit_callbacks(execute=True):
            services.anchor_trail()
        assert len(anchors.written()) == expected
    assert anchors.written()[-1] == head()


def test_officers_and_trustees_get_the_anchor_by_mail(make_user, monkeypatch, django_capture_on_commit_callbacks):
    people = [make_user(Role.OFFICER), make_user(Role.TRUSTEE)]
    make_user(Role.STEWARD)
    record(people[0], "did it")
    number, digest = head()
    monkeypatch.setenv("UNIONOPS_SMTP_URL", "smtp://127.0.0.1:9")
    with django_capture_on_commit_callbacks(execute=True):
        assert services.mail_anchor(by=system_actor()) == 2
    assert sorted(letter.to[0] for letter in sent.outbox) == sorted(user.email for user in people)
    line = anchors.line(number, digest)
    assert all(f"\n{line}\n" in letter.body for letter in sent.outbox)
    assert all(f"audit_verify --anchor {line}" in letter.body for letter in sent.outbox)


def test_without_mail_nothing_is_sent_and_nothing_breaks(officer):
    assert services.mail_anchor(by=system_actor()) == 0
    assert sent.outbox == []
