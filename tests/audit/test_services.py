"""The trail: appended in the deed's transaction, refused to rewriting, verified against anchors."""

import ast
import datetime
import shutil
import subprocess
import uuid

import pytest
import time_machine
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from django.utils import timezone, translation

from tests.architecture.source import ROOT
from tests.security.mutants import HOUSE
from unionops.platform.access.actors import acting
from unionops.platform.audit import anchors, queries, triggers, words
from unionops.platform.audit.models import Anchor, Event
from unionops.platform.audit.services import drop_anchor, record, refused, seen_from, verify, viewed
from unionops.platform.audit.things import about
from unionops.platform.ui.management.commands import makemessages

pytestmark = pytest.mark.django_db


def rewrite(sql: str) -> None:
    """What somebody with the database file and no scruples could do."""
    triggers.drop(connection)
    with connection.cursor() as cursor:
        cursor.execute(sql)
    triggers.create(connection)


def test_record_chains_each_event_to_the_one_before(officer):
    first, second = record(officer, "filed a thing"), record(officer, "closed a thing")
    assert second.previous == first.hash
    assert verify().ok


def test_record_vanishes_with_the_deed_that_failed(officer):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        record(officer, "did something")
        raise ZeroDivisionError
    assert not Event.objects.filter(action="did something").exists()


@pytest.mark.parametrize("deed", ["update", "delete"])
def test_database_refuses_to_change_an_event(officer, deed):
    triggers.create(connection)
    record(officer, "filed a thing")
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        Event.objects.update(action="x") if deed == "update" else Event.objects.all()._raw_delete("default")


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE audit_event SET action = 'nothing' WHERE number = 2",
        "UPDATE audit_event SET reason = 'because' WHERE number = 2",
        "UPDATE audit_event SET actor_id = NULL WHERE number = 2",
        "DELETE FROM audit_event WHERE number = 2",
        "DELETE FROM audit_event WHERE number = 1",
    ],
)
def test_verify_finds_what_was_rewritten(officer, sql):
    for n in range(3):
        record(officer, f"did {n}")
    rewrite(sql)
    assert not verify().ok


def test_verify_finds_a_cut_off_tail_by_its_anchor(officer):
    for n in range(3):
        record(officer, f"did {n}")
    anchor = drop_anchor()
    rewrite(f"DELETE FROM audit_event WHERE number = {anchor.number}")
    assert verify().why == f"event {anchor.number} was there at an anchor and is gone"


def test_verify_finds_a_tail_cut_off_with_its_anchors(officer, django_capture_on_commit_callbacks):
    """The file beside the database still knows."""
    for n in range(3):
        record(officer, f"did {n}")
    with django_capture_on_commit_callbacks(execute=True):
        anchor = drop_anchor()
    Anchor.objects.all().delete()
    assert verify().ok
    rewrite(f"DELETE FROM audit_event WHERE number = {anchor.number}")
    assert verify().why == f"event {anchor.number} was there at an anchor and is gone"


def test_a_torn_last_line_of_the_anchors_is_left_out(officer):
    event = record(officer, "did it")
    anchors.file().write_text(f"{anchors.line(event.number, event.hash)}\n2:abc")
    assert anchors.written() == [(event.number, event.hash)]


def test_verify_takes_anchors_kept_outside(officer):
    event = record(officer, "did it")
    assert verify([(event.number, event.hash)]).ok
    assert not verify([(event.number, "f" * 64)]).ok


def test_viewed_is_logged_once_in_a_quarter_hour(officer, local):
    viewed(officer, "looked at the local", officer)
    viewed(officer, "looked at the local", officer)
    assert Event.objects.filter(action="looked at the local").count() == 1


def test_the_trail_is_told_in_the_readers_language_and_kept_as_it_was(make_user, sign_in, monkeypatch):
    user = make_user("officer")
    record(user, "took a backup")
    monkeypatch.setattr(words, "gettext", {"took a backup": "hizo una copia"}.get)
    assert Event.objects.get(action="took a backup").said == "hizo una copia"
    with acting(user):
        found = queries.filtered(queries.events(user), words="una COPIA")
        assert [event.action for event in found] == ["took a backup"]
        assert not queries.filtered(queries.events(user), words="backup").exists()
    assert verify().ok


def test_the_trail_names_things_and_pages_in_words(make_user, sign_in):
    boss, other = make_user("officer"), make_user("steward", name="Dana Ruiz")
    record(boss, "ended all access", other, fields=["is_active"])
    record(boss, "looked at it", boss, fields=["no_such_field"])
    refused(other, "ops:backups")
    page = " ".join(sign_in(boss).get("/audit/").content.decode().split())
    assert "the account of Dana Ruiz<br>is active" in page
    assert "no such field" in page
    assert "was refused: Make, check and download backups" in page
    assert "ops:backups" not in page


@pytest.mark.parametrize(
    ("kind", "account", "english", "spanish"),
    [
        ("grievances.Grievance", "", "a case", "un caso"),
        ("access.User", "Dana Ruiz", "the account of Dana Ruiz", "la cuenta de Dana Ruiz"),
        ("access.Worksite", "", "worksite", None),
        ("sign-in", "", "sign-in", "sign-in"),
        ("x.Y", "", "x.Y", "x.Y"),
    ],
)
def test_what_an_event_was_about_is_said_in_words(kind, account, english, spanish):
    assert about(kind, account) == english
    with translation.override("es"):
        assert spanish is None or about(kind, account) == spanish


def test_what_is_not_there_and_what_is_not_theirs_leave_the_same_event_once(make_user, sign_in):
    client = sign_in(make_user("steward"))
    for _again in range(2):
        assert client.get(reverse("members:person", args=[uuid.uuid4()])).status_code == 404
    (event,) = Event.objects.filter(action__startswith=words.MISSED)
    assert event.action == "did not find members:person" and event.target == ""


def test_events_carry_no_address_only_whether_two_are_the_same(officer):
    for ip in ("203.0.113.7", "203.0.113.7", "203.0.113.8"):
        with seen_from("s" * 32, ip):
            record(officer, f"did it from {ip[-1]}")
    first, second, third = (
        Event.objects.filter(action__contains=" from ").order_by("number").values_list("ip", flat=True)
    )
    assert first == second != third
    assert "203" not in first + third and verify().ok


def test_makemessages_finds_the_sentences_of_the_trail(tmp_path):
    """Every action in the code is a sentence where it is left, or marked with `noop` where it is chosen."""
    plain, unmarked = set(), []
    for node in (node for top in HOUSE for path in (ROOT / top).rglob("*.py") for node in calls(path)):
        if isinstance(node, ast.Constant):
            plain.add(node.value)
        elif [part for part in ast.walk(node) if isinstance(part, ast.Constant)] and "noop(" not in ast.unparse(node):
            unmarked.append(ast.unparse(node))
    assert len(plain) > 250
    assert unmarked == []
    if shutil.which("xgettext") is None:
        pytest.skip("xgettext is not on this machine: apt-get install gettext")
    (tmp_path / "deeds.py").write_text(
        'record(\n    by,\n    "did this",\n    row,\n)\nleave(by, noop("did that"), row)\n'
    )
    options = [option for option in makemessages.Command.xgettext_options if option.startswith("--keyword=")]
    command = ["xgettext", "-L", "Python", "-o", "-", *options, tmp_path / "deeds.py"]
    found = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert 'msgid "did this"' in found
    assert 'msgid "did that"' in found


def calls(path):
    """What stands as the action in each call that leaves an event."""
    for node in ast.walk(ast.parse(path.read_text())):
        name = getattr(node.func, "id", getattr(node.func, "attr", "")) if isinstance(node, ast.Call) else ""
        if name in {"record", "leave", "viewed"} and len(node.args) > 1:
            yield node.args[1]


def test_a_look_from_a_day_to_come_hides_none_of_today(officer, unit):
    with time_machine.travel(timezone.now() + datetime.timedelta(days=300)):
        viewed(officer, "looked at a unit", unit)
    viewed(officer, "looked at a unit", unit)
    viewed(officer, "looked at a unit", unit)
    assert Event.objects.filter(action="looked at a unit").count() == 2
    assert verify().ok
