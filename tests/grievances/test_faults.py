"""What goes wrong in a union office: the box was off, its clock jumps, files are damaged, the disk is full."""

import datetime
import io
import subprocess
import zipfile
from pathlib import Path

import pytest
import time_machine
from django.core import mail
from django.utils import timezone
from PIL import Image

from grievances import tasks
from grievances.models import CaseDocument, CaseSettings, Deadline, DeadlineRule, Letter, Reminder
from grievances.services import papers, reminders, silence, steps
from tests.grievances.conftest import ago
from unionops.platform.access.actors import acting
from unionops.platform.core.problems import Problem
from unionops.platform.files import store
from unionops.platform.files.models import Upload
from unionops.platform.jobs import periodic

pytestmark = pytest.mark.django_db


@pytest.fixture
def filed(case, steward):
    with acting(steward):
        steps.file_case(by=steward, case=case, act=steps.Act(on=ago(0)), warned=True, acknowledged_on=ago(0))
    CaseSettings.objects.update_or_create(pk=1, defaults={"reminders_by_mail": True})
    return case


def later(days):
    """Some days on, at five in the afternoon UTC: what is done daily has been due by then in the local's zone."""
    day = timezone.localdate() + datetime.timedelta(days=days)
    return time_machine.travel(datetime.datetime.combine(day, datetime.time(17), datetime.UTC), tick=False)


def test_a_worker_dead_over_a_deadline_catches_up_once(filed, bound, steward, sign_in):
    """Their answer is due in ten days, ours ten days after that; nobody was there for sixteen."""
    DeadlineRule.objects.update(confirmed_by=steward)
    due = filed.deadlines.get(step__key="1.answer").due
    with later(16):
        for _beat in range(3):
            periodic.run_due()
        ours = filed.deadlines.get(step__key="2", state="running")
        assert ours.due == due + datetime.timedelta(days=10) and ours.anchor_on == due
        assert Letter.objects.count() == 1
        body = sign_in(steward).get("/grievances/my-day/").content.decode()
        assert "Letters drafted for you" in body and f"{filed.number}: Notice that an answer is late" in body
        told = Reminder.objects.filter(deadline=ours).count()
        assert told >= 1 and len([m for m in mail.outbox if m.subject.startswith("Date")]) == Reminder.objects.count()
        tasks.start_silent_clocks()
        tasks.remind()
        assert Reminder.objects.filter(deadline=ours).count() == told and Letter.objects.count() == 1


def test_a_clock_that_jumps_moves_no_date_and_reminds_nobody_twice(filed, bound):
    before = list(Deadline.objects.order_by("pk").values_list("pk", "due", "state"))
    with later(9):
        reminders.send_due(by=bound)
        sent = len(mail.outbox)
    with later(-2):
        reminders.send_due(by=bound)
        silence.catch_up(by=bound)
    with later(9):
        reminders.send_due(by=bound)
    assert len(mail.outbox) == sent
    assert list(Deadline.objects.order_by("pk").values_list("pk", "due", "state")) == before


def test_a_process_killed_between_note_and_mail_never_sends_twice(filed, bound, steward):
    Deadline.objects.filter(grievance=filed, side="theirs").update(side="ours", due=ago(0))
    row = Deadline.objects.get(grievance=filed, state="running", side="ours")
    assert reminders.note(by=bound, row=row, user=steward, alarm=ago(0))
    reminders.send_due(by=bound)
    assert steward.email not in {message.to[0] for message in mail.outbox}


def test_the_digest_comes_once_a_week_however_often_the_beat_rings(filed, chief, bound):
    for days, sent in ((0, 1), (0, 1), (8, 2), (8, 2)):
        with later(days):
            tasks.tell_the_week()
        digests = [message for message in mail.outbox if message.subject == "Dates of the week"]
        assert len(digests) == sent and {message.to[0] for message in digests} == {chief.email}
    assert "Overtime" not in digests[0].body and "Rivera" not in digests[0].body


def archive(**members):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, data in members.items():
            zipped.writestr(name.replace("__", "/"), data)
    return made.getvalue()


HOSTILE = {
    "nothing.pdf": b"",
    "program.pdf": b"MZ\x90\x00" + b"\x00" * 400,
    "page.png": b"<html><script>alert(1)</script></html>",
    "half.pdf": b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog",
    "bomb.docx": lambda: archive(word__document_xml=b"0" * 200_000_000),
    "climbs.docx": archive(**{"..__..__etc__passwd": b"x", "[Content_Types].xml": b"<Types/>"}),
    "what.exe": b"MZ",
    "entity.docx": archive(**{"[Content_Types].xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_a_damaged_or_hostile_file_leaves_the_case_as_it_was(name, case, steward):
    made = HOSTILE[name]
    data = made() if callable(made) else made
    with acting(steward):
        with pytest.raises(Problem) as raised:
            papers.add_document(by=steward, matter=case.matter, file=data, name=name, title="x")
        assert str(raised.value) and not CaseDocument.objects.exists() and not Upload.objects.exists()


def test_an_honest_picture_that_is_too_large_is_not_called_damaged(case, steward):
    made = io.BytesIO()
    Image.new("1", (20_000, 15_000)).save(made, "PNG")
    with acting(steward), pytest.raises(Problem, match="too large"):
        papers.add_document(by=steward, matter=case.matter, file=made.getvalue(), name="scan.png", title="x")


@pytest.fixture
def small_disk(tmp_path, settings):
    """A disk of 64 KB; mounting one needs root."""
    place = tmp_path / "small"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(place)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("mounting a small disk needs root")
    settings.DATA_DIR = place
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_says_so_and_leaves_the_case_whole(small_disk, case, steward, sign_in):
    text = ("name,hours\n" + "Ana,2\n" * 40_000).encode()
    path = f"/grievances/{case.public_id}/do/document/"
    upload = io.BytesIO(text)
    upload.name = "list.csv"
    answer = sign_in(steward).post(path, {"file": upload, "title": "Overtime list", "kind": "evidence"})
    assert answer.status_code == 422 and "disk of this machine is full" in answer.content.decode()
    with acting(steward):
        assert not CaseDocument.objects.exists() and not Upload.objects.exists()
        small = papers.add_document(
            by=steward, matter=case.matter, file=b"name,hours\nAna,2\n", name="a.csv", title="x"
        )
    assert list(Path(store.folder()).rglob("*.new")) == []
    assert store.place(small.upload.stored_as).exists()
