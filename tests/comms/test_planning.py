"""Who got much lately, what goes to whom when, and a code for phones on a poster."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable
from typing import Any

import pypdf
import pytest
from django.test import Client
from django.utils import timezone

from comms import outreach, queries
from comms.models import Message, OutboxEntry
from comms.services import exporting, sending
from members.models import Person
from tests.comms.test_outreach import job
from unionops.platform.access.actors import acting
from unionops.platform.access.models import User

pytestmark = pytest.mark.django_db


def test_three_messages_in_a_week_are_much_whether_sent_or_exported(
    make_approved: Callable[[], Message], chair: User, people: list[Person]
) -> None:
    with acting(chair):
        first, second, third = (make_approved() for _ in range(3))
        send = sending.schedule_send(by=chair, message=first, hold=False)[0]
        OutboxEntry.objects.create(send=send, person=people[0], state="sent", sent_at=timezone.now())
        exporting.export_version(by=chair, version=second.versions.get(), file_format="mail_merge", purpose="by hand")
        assert queries.tired(people) == 0
        exporting.export_version(by=chair, version=third.versions.get(), file_format="mail_merge", purpose="by hand")
        assert queries.tired(people) == 1
        OutboxEntry.objects.update(sent_at=timezone.now() - datetime.timedelta(days=8))
        assert queries.tired(people) == 0


def test_calendar_says_who_gets_it_and_that_only_mail_leaves_at_its_hour(
    approved: Message, chair: User, sign_in: Callable[[User], Client]
) -> None:
    client = sign_in(chair)
    with acting(chair):
        sending.schedule_send(by=chair, message=approved, hold=False)
        version = approved.versions.get()
        version.language = "es"
        version.save()
        assert b"Everyone \xc2\xb7 Spanish: 4</span>" in client.get("/messages/calendar/").content
        version.channel = "sms"
        version.save()
        assert b"no file made yet" in client.get("/messages/calendar/").content
        page = client.get(f"/messages/version/{version.public_id}/export/").content
        assert b"before 9 in the morning" in page
        version.exports.create(format="mail_merge", purpose="text bank", by=chair)
        assert b"file made on" in client.get("/messages/calendar/").content


@pytest.mark.slow
@pytest.mark.parametrize(("words", "biggest"), [("Rally today\n\nAt noon", "Rally today"), ("At noon:\n\nCome", "")])
def test_poster_has_the_short_first_line_large(words: str, biggest: str) -> None:
    sizes: dict[str, float] = {}

    def see(text: str, _user: Any, matrix: list[float], _font: Any, size: float) -> None:
        if text.strip():
            sizes[text.strip()] = size * abs(matrix[3])

    pypdf.PdfReader(io.BytesIO(outreach.poster(job(0, words)).content)).pages[0].extract_text(visitor_text=see)
    large = [text for text, size in sizes.items() if size > 1.5 * min(sizes.values())]
    assert large == ([biggest] if biggest else [])


@pytest.mark.slow
def test_poster_carries_a_code_only_when_there_is_an_address() -> None:
    plain = outreach.poster(job(0, "# Come\n\nOn Tuesday")).content
    coded = outreach.poster(job(0, "# Come\n\nOn Tuesday, local12.example.org/vote")).content
    assert len(coded) > len(plain) + 500
