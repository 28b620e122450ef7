"""`send_approved` in each state a message may be in: it sends what may go, once, and says why the rest stays."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone

from comms.models import Message, State
from comms.services import sending
from tests.comms.conftest import Sink
from unionops.platform.access.actors import acting
from unionops.platform.access.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def order(capsys: pytest.CaptureFixture[str]) -> Callable[[Message], dict[str, Any]]:
    """Run the command; its answer, or the error it ends with."""

    def run(message: Message) -> dict[str, Any]:
        capsys.readouterr()
        try:
            call_command("send_approved", str(message.public_id), "--json")
        except SystemExit as end:
            assert end.code == 1
        answer: dict[str, Any] = json.loads(capsys.readouterr().out)
        return answer

    return run


@pytest.mark.parametrize("state", [State.DRAFT, State.IN_REVIEW, State.CANCELLED, State.EXPORTED, State.STOPPED])
def test_what_is_not_approved_stays(state: str, approved: Message, sink: Sink, order: Any) -> None:
    Message.objects.filter(pk=approved.pk).update(state=state)
    assert order(approved)["error"]["code"] == "not_approved"
    assert sink.got == []


def test_approval_for_other_words_sends_nothing(approved: Message, sink: Sink, order: Any) -> None:
    approved.versions.update(body="Other words")
    assert order(approved)["error"]["code"] == "not_approved"
    assert sink.got == []


def test_second_order_sends_nobody_twice(approved: Message, sink: Sink, order: Any) -> None:
    (first,) = order(approved)["sends"]
    got = sink.got
    assert first["state"] == "done"
    assert len(got) == len(set(got)) == first["entries"]["sent"] > 0
    assert order(approved)["sends"] == [first]
    assert sink.got == got


def test_what_waits_for_its_hour_or_is_paused_does_not_leave(
    approved: Message, chair: User, sink: Sink, order: Any
) -> None:
    with acting(chair):
        at = timezone.now() + datetime.timedelta(days=1)
        (send,) = sending.schedule_send(by=chair, message=approved, at=at)
    assert order(approved)["sends"][0]["state"] == "waiting"
    with acting(chair):
        sending.pause_send(by=chair, send=send)
    assert order(approved)["sends"][0]["state"] == "paused"
    assert sink.got == []


def test_what_was_taken_back_goes_by_a_new_order(approved: Message, chair: User, sink: Sink, order: Any) -> None:
    with acting(chair):
        (send,) = sending.schedule_send(by=chair, message=approved)
        sending.cancel_send(by=chair, send=send)
    assert order(approved)["sends"][0]["state"] == "done"
    assert len(sink.got) == len(set(sink.got)) > 0
