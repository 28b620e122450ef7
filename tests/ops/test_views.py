"""The pages of the box: first start by one-time link only, then mail, backups, health for their keepers."""

import datetime
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from aiosmtpd.controller import Controller
from django.core import mail as outbox
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone

from tests.processes import free_port
from unionops import secrets_folder
from unionops.platform.access.actors import acting
from unionops.platform.access.models import Local, RoleAssignment, User
from unionops.platform.audit.models import Event
from unionops.platform.ops import banner, mail, setup_code, symptoms, theft
from unionops.platform.ops.backups import shelf
from unionops.platform.ops.management.commands import doctor
from unionops.platform.ops.models import MailServer, Security

SignIn = Callable[[User], Client]
PASSWORD = "harbor lantern quiet bicycle"
FORM = {
    "choice": "local",
    "local_name": "Pier Workers",
    "number": "7",
    "sector": "federal",
    "time_zone": "America/Chicago",
    "your_name": "Ada Nguyễn",
    "email": "Ada@Example.org",
    "password": PASSWORD,
    "keeps_roster": "on",
    "leads_stewards": "on",
}
SERVER = {
    "host": "127.0.0.1",
    "port": "2525",
    "security": "none",
    "user_name": "",
    "password": "",
    "from_address": "office@example.org",
    "from_name": "Pier Workers",
}


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("setup.code", "recovery.json"):
        (secrets_folder.folder() / name).unlink(missing_ok=True)
    monkeypatch.setenv("UNIONOPS_BACKUPS", str(tmp_path))
    monkeypatch.setenv("UNIONOPS_DEMO_DATA", str(tmp_path / "demo"))
    monkeypatch.delenv("UNIONOPS_SUPERVISED", raising=False)


def setup_page() -> str:
    return reverse("ops:setup", args=[setup_code.make()])


@pytest.mark.django_db
def test_front_door_of_a_new_box_leads_to_welcome(client: Client) -> None:
    assert client.get("/").headers["Location"] == reverse("ops:welcome")
    assert "setup_link" in client.get(reverse("ops:welcome")).content.decode()


def test_welcome_is_over_once_a_local_lives_here(client: Client, officer: User) -> None:
    assert client.get(reverse("ops:welcome")).headers["Location"] == reverse("account_login")


@pytest.mark.django_db
def test_setup_answers_404_without_the_right_code(client: Client) -> None:
    setup_code.make()
    assert client.get(reverse("ops:setup", args=["guessed"])).status_code == 404
    old, new = setup_page(), setup_page()
    assert (client.get(old).status_code, client.get(new).status_code) == (404, 200)


@pytest.mark.django_db
def test_setup_code_ends_after_an_hour(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setup_code, "VALID_SECONDS", -1)
    assert client.get(setup_page()).status_code == 404


@pytest.mark.django_db
def test_setup_makes_local_officer_and_passphrase_once(client: Client, django_capture_on_commit_callbacks: Any) -> None:
    page = setup_page()
    with django_capture_on_commit_callbacks(execute=True):
        shown = client.post(page, FORM).content.decode()
    assert Local.current().time_zone == "America/Chicago"
    user = User.objects.get(email="ada@example.org")
    roles = RoleAssignment.objects.filter(user=user).values_list("role", flat=True)
    assert set(roles) == {"officer", "membership_secretary", "chief_steward"}
    assert user.check_password(PASSWORD)
    assert re.search(r"<code>(\w{6}-){6}\w{6}</code>", shown)
    assert (secrets_folder.folder() / "recovery.json").exists()
    assert client.get(page).status_code == 404
    assert Event.objects.filter(action="set up the local").exists()


@pytest.mark.django_db
@time_machine.travel("2026-11-29 05:30:00+00:00", tick=False)
@pytest.mark.parametrize("zone", ["America/Chicago", "Pacific/Honolulu", "Pacific/Guam"])
def test_offices_run_at_once_where_the_day_is_another_than_in_the_house_zone(client: Client, zone: str) -> None:
    client.post(setup_page(), {**FORM, "time_zone": zone})
    with timezone.override(zone):
        roles = User.objects.get(email="ada@example.org").current_roles
    assert roles == {"officer", "membership_secretary", "chief_steward"}


@pytest.mark.django_db
def test_setup_with_a_weak_password_loses_nothing(client: Client) -> None:
    response = client.post(setup_page(), {**FORM, "password": "short"})
    assert response.status_code == 422
    assert "Pier Workers" in response.content.decode()
    assert not Local.is_set_up()


@pytest.mark.django_db
def test_demo_asks_the_supervisor_to_restart(
    client: Client, tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = setup_page()
    assert client.post(page, {"choice": "demo"}).status_code == 422
    monkeypatch.setenv("UNIONOPS_SUPERVISED", "1")
    settings.DATA_DIR = tmp_path
    assert client.post(page, {"choice": "demo"}).headers["Location"] == reverse("ops:welcome")
    assert (tmp_path / "restart").read_text() == str(tmp_path / "demo")
    assert (tmp_path / "demo" / "DEMO").exists()
    assert "about a minute" in client.get(reverse("ops:welcome")).content.decode()


@pytest.mark.parametrize(("hours", "warned"), [(1, False), (48, True)])
def test_a_box_of_one_day_is_not_told_off_for_its_first_night(
    officer: User, local: Local, rf: RequestFactory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    hours: int, warned: bool,
) -> None:  # fmt: skip
    monkeypatch.setattr(banner, "settings", SimpleNamespace(DEMO_MARK=tmp_path / "none"))
    Local.objects.update(created_at=timezone.now() - datetime.timedelta(hours=hours))
    request = rf.get("/")
    request.user = officer
    with acting(officer):
        assert (banner.backup_overdue(request) is not None) is warned


@pytest.mark.django_db
def test_doctor_tells_the_time_of_the_local(local: Local, monkeypatch: pytest.MonkeyPatch) -> None:
    Local.objects.update(time_zone="Pacific/Honolulu")
    seen = {"ok": True, "checks": []}
    monkeypatch.setattr(doctor, "report", lambda: {**seen, "zone": timezone.get_current_timezone_name()})
    assert doctor.Command().perform()["zone"] == "Pacific/Honolulu"


PAGES = ["ops:checklist", "ops:mail", "ops:backups", "ops:health", "ops:recovery"]


@pytest.mark.parametrize("name", PAGES)
def test_pages_open_for_their_keepers_and_nobody_else(
    name: str, make_user: Callable[..., User], sign_in: SignIn
) -> None:
    assert sign_in(make_user("officer")).get(reverse(name)).status_code == 200
    assert sign_in(make_user("steward")).get(reverse(name)).status_code == 403


def test_technical_volunteer_keeps_the_box(make_user: Callable[..., User], sign_in: SignIn) -> None:
    assert sign_in(make_user("technical_admin")).get(reverse("ops:backups")).status_code == 200


def test_checklist_shows_what_is_really_done(officer: User, sign_in: SignIn, make_user: Callable[..., User]) -> None:
    client = sign_in(officer)
    before = client.get(reverse("ops:checklist")).context["done"]
    make_user("steward")
    assert client.get(reverse("ops:checklist")).context["done"] == before + 1


def test_mail_refuses_the_open_network(officer: User, sign_in: SignIn) -> None:
    response = sign_in(officer).post(reverse("ops:mail"), {**SERVER, "host": "mail.example.org"})
    assert response.status_code == 422
    assert not MailServer.objects.exists()


def test_mail_password_is_sealed_kept_and_dropped_with_the_server(officer: User, sign_in: SignIn) -> None:
    client, page = sign_in(officer), reverse("ops:mail")
    client.post(page, {**SERVER, "password": "s3cret word"})
    row = MailServer.objects.get()
    assert "s3cret" not in row.sealed_password
    assert "s3cret" not in client.get(page).content.decode()
    client.post(page, {**SERVER, "port": "2526"})
    found = mail.way()
    assert found is not None
    assert (found.port, found.password) == (2526, "s3cret word")
    client.post(page, {**SERVER, "host": "localhost"})
    found = mail.way()
    assert found is not None
    assert found.password == ""


class Sink:
    """Keeps what arrives."""

    def __init__(self) -> None:
        self.letters: list[Any] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.letters.append(envelope)
        return "250 kept"


@pytest.fixture
def sink() -> Iterator[tuple[int, Sink]]:
    kept = Sink()
    port = free_port()
    controller = Controller(kept, hostname="127.0.0.1", port=port)
    controller.start()
    yield port, kept
    controller.stop()


def test_test_message_goes_out_in_the_local_s_name(officer: User, sign_in: SignIn, sink: tuple[int, Sink]) -> None:
    port, kept = sink
    client = sign_in(officer)
    client.post(reverse("ops:mail"), {**SERVER, "port": str(port)})
    page = client.post(reverse("ops:mail-test"), follow=True).content.decode()
    assert officer.email in page
    assert kept.letters[0].rcpt_tos == [officer.email]
    assert b"From: Pier Workers <office@example.org>" in kept.letters[0].content
    assert MailServer.objects.get().tested_at is not None


def test_test_message_without_a_server_says_what_to_do(officer: User, sign_in: SignIn) -> None:
    client = sign_in(officer)
    client.post(reverse("ops:mail"), {**SERVER, "port": "1"})
    assert "Check the name" in client.post(reverse("ops:mail-test"), follow=True).content.decode()


@pytest.mark.django_db
def test_without_mail_notices_are_left_out_and_nothing_breaks() -> None:
    assert not mail.is_ready()
    message = outbox.EmailMessage("a", "b", None, ["a@example.org"], connection=mail.Backend())
    assert message.send() == 0


@pytest.mark.django_db
def test_environment_may_name_the_mail_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNIONOPS_SMTP_URL", "smtps://ada:p%40ss@smtp.example.org")
    found = mail.way()
    assert found is not None
    assert (found.host, found.port, found.security, found.password) == (
        "smtp.example.org",
        465,
        Security.IMPLICIT,
        "p@ss",
    )


def test_backup_button_starts_a_job(officer: User, sign_in: SignIn) -> None:
    client = sign_in(officer)
    assert client.post(reverse("ops:back-up-now")).headers["Location"] == reverse("ops:backups")
    assert client.get(reverse("ops:backups")).context["job"] is not None


def test_download_gives_the_sealed_file_and_leaves_an_event(officer: User, sign_in: SignIn, tmp_path: Path) -> None:
    (tmp_path / "a.backup").write_bytes(b"sealed")
    shelf.note(tmp_path / "a.backup", rows=3, problem="")
    client = sign_in(officer)
    response = client.get(reverse("ops:download-backup", args=["a.backup"]))
    assert b"".join(response.streaming_content) == b"sealed"
    assert Event.objects.filter(action="downloaded a backup").exists()
    assert client.get(reverse("ops:download-backup", args=["b.backup"])).status_code == 404
    assert "not proven yet" in client.get(reverse("ops:backups")).content.decode()


def test_new_recovery_passphrase_is_shown_once(
    officer: User, sign_in: SignIn, django_capture_on_commit_callbacks: Any
) -> None:
    client = sign_in(officer)
    with django_capture_on_commit_callbacks(execute=True):
        shown = client.post(reverse("ops:recovery")).content.decode()
    assert re.search(r"<code>(\w{6}-){6}\w{6}</code>", shown)
    assert "no recovery passphrase yet" not in client.get(reverse("ops:backups")).content.decode()


def test_an_address_can_be_changed_only_where_the_confirmation_can_leave(officer: User, sign_in: SignIn) -> None:
    client = sign_in(officer)
    without = client.get(reverse("account_email")).content.decode()
    assert "Mail is not set up on this machine" in without and "Change the address" not in without
    client.post(reverse("ops:mail"), SERVER)
    assert "Change the address" in client.get(reverse("account_email")).content.decode()


def test_a_sealed_disk_is_told_from_an_open_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A volume on a sealed partition counts; where the system says nothing, nothing is claimed."""
    device = tmp_path.stat().st_dev
    blocks, volume, partition = tmp_path / "blocks", tmp_path / "volume", tmp_path / "partition"
    for folder in (blocks, volume / "slaves", partition / "dm"):
        folder.mkdir(parents=True)
    monkeypatch.setattr(theft, "BLOCKS", blocks)
    monkeypatch.setattr(theft.sys, "platform", "linux")
    assert theft.is_encrypted(tmp_path) is None
    (blocks / f"{os.major(device)}:{os.minor(device)}").symlink_to(volume)
    assert theft.is_encrypted(tmp_path) is False
    (volume / "slaves" / "sda2").symlink_to(partition)
    (partition / "dm" / "uuid").write_text("CRYPT-LUKS2-0af1-root")
    assert theft.is_encrypted(tmp_path) is True
    monkeypatch.setattr(theft, "is_encrypted", lambda folder: False)
    assert symptoms.theft()[0] == "warn" and "whoever takes the machine" in symptoms.theft()[1]


def test_doctor_sees_files_that_changed_under_a_running_box(settings, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path
    assert symptoms.program()[0] == "good"
    lock = tmp_path / "supervisor.lock"
    lock.touch()
    assert symptoms.program()[0] == "good"
    os.utime(lock, (1, 1))
    state, said, advice = symptoms.program()
    assert state == "warn" and "earlier" in said and "make run" in advice
