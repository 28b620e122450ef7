"""Returned mail marks the address once; a complaint is a no."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse

from comms import delivery
from comms.models import Message, OutboxEntry
from comms.services import sending
from members.models import ChannelConsent, EmailAddress
from tests.comms import test_returned
from tests.comms.conftest import Sink
from unionops.platform.access.actors import acting
from unionops.platform.access.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry(approved: Message, chair: User, sink: Sink) -> OutboxEntry:
    with acting(chair):
        send = delivery.deliver(sending.schedule_send(by=chair, message=approved, hold=False)[0])
        return send.entries.order_by("pk")[0]


def report(text: str, entry: OutboxEntry, folder: Path) -> Path:
    path = folder / "returned.eml"
    path.write_text(text.replace(test_returned.ID, str(entry.public_id)).replace("ann@example.org", entry.address))
    return path


def test_hard_bounce_marks_the_address_and_only_once(
    entry: OutboxEntry, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = report(test_returned.HARD, entry, tmp_path)
    counts = []
    for _again in range(2):
        call_command("read_bounces", str(path), "--json")
        counts.append(json.loads(capsys.readouterr().out)["bounced"])
    assert counts == [1, 0]
    assert EmailAddress.objects.get(person=entry.person).problem == "bounced"


def test_soft_bounce_leaves_the_address_alone(
    entry: OutboxEntry, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = report(test_returned.HARD.replace("5.1.1", "4.2.2"), entry, tmp_path)
    call_command("read_bounces", str(path), "--json")
    assert json.loads(capsys.readouterr().out)["temporary"] == 1
    assert EmailAddress.objects.get(person=entry.person).bounced_at is None


def test_a_final_word_after_a_delay_ends_the_address(
    entry: OutboxEntry, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = []
    for text in (test_returned.HARD.replace("5.1.1", "4.2.2"), test_returned.HARD, test_returned.HARD):
        call_command("read_bounces", str(report(text, entry, tmp_path)), "--json")
        said.append(json.loads(capsys.readouterr().out))
    assert [(each["temporary"], each["bounced"]) for each in said] == [(1, 0), (0, 1), (0, 0)]
    assert EmailAddress.objects.get(person=entry.person).problem == "bounced"


def test_complaint_is_a_no(entry: OutboxEntry, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("read_bounces", str(report(test_returned.COMPLAINT, entry, tmp_path)), "--json")
    assert ChannelConsent.objects.get(person=entry.person).status == "revoked"


def test_page_reads_a_file(entry: OutboxEntry, tmp_path: Path, chair: User, sign_in: object) -> None:
    data = report(test_returned.HARD, entry, tmp_path).read_bytes()
    page = sign_in(chair).post(reverse("comms:bounces"), {"file": SimpleUploadedFile("r.eml", data)})  # type: ignore[operator]
    assert page.context["found"]["bounced"] == 1
