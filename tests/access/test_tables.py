"""Tables of another version of the program: commands, set-up, doctor and every page say so, and mend by themselves."""

import io
import json

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection
from django.http import HttpResponse
from django.test import RequestFactory

from unionops.platform.access import tables
from unionops.platform.core.problems import Problem
from unionops.platform.ops import doctor, symptoms
from unionops.platform.ops.middleware import Tables
from unionops.platform.ops.preparing import prepare

pytestmark = pytest.mark.django_db
OLDER = "DELETE FROM django_migrations WHERE app = 'comms' AND name LIKE '0002%'"
NEWER = "INSERT INTO django_migrations (app, name, applied) VALUES ('comms', '9001_of_tomorrow', CURRENT_TIMESTAMP)"


def change(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def answered(*words: str) -> dict[str, dict[str, str]]:
    out = io.StringIO()
    with pytest.raises(SystemExit):
        call_command(*words, "--json", stdout=out)
    said: dict[str, dict[str, str]] = json.loads(out.getvalue())
    return said


def test_tables_of_this_version_pass(local):
    tables.check()


@pytest.mark.parametrize(("statement", "code", "what_to_do"), [
    (OLDER, "older", "Type: bin/run. It takes a backup of what is there, then makes the changes. Data is kept."),
    (NEWER, "newer", "Start the newer version again"),
])  # fmt: skip
def test_commands_pages_and_the_doctor_name_tables_of_another_version(
    local, client, statement: str, code: str, what_to_do: str
):
    change(statement)
    for words in (["audit_verify"], ["due"], ["load_demo"], ["search_agreements", "overtime"]):
        error = answered(*words)["error"]
        assert error["code"] == code
        assert what_to_do in error["hint"]
    page = client.get("/accounts/login/")
    assert page.status_code == 503
    assert what_to_do in page.content.decode()
    found = doctor._examine("tables", "Tables", symptoms.tables)
    assert (found.state, found.advice) == ("bad", error["hint"])


def test_pages_come_back_once_the_tables_are_right(local, client):
    change(NEWER)
    assert client.get("/accounts/login/").status_code == 503
    change("DELETE FROM django_migrations WHERE name = '9001_of_tomorrow'")
    assert client.get("/accounts/login/").status_code == 200


def test_a_running_web_process_notices_when_the_tables_were_changed_under_it(local, client):
    door = Tables(lambda request: HttpResponse())
    request = RequestFactory().get("/")
    door(request)
    assert door.right
    assert door.process_exception(request, OperationalError("no such column: x")) is None
    change(NEWER)
    answer = door.process_exception(request, OperationalError("no such column: x"))
    assert answer is not None
    assert answer.status_code == 503
    assert door.process_exception(request, ValueError("something else")) is None


def test_set_up_leaves_tables_of_a_newer_version_alone(local):
    change(NEWER)
    with pytest.raises(Problem, match="newer version"):
        prepare()
