"""Commands answer scripts in one shape, also when they fail."""

import json

import pytest
from django.core.management import ManagementUtility

from unionops.platform.access.command import JsonCommand
from unionops.platform.access.models import User

pytestmark = pytest.mark.django_db


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, dict[str, str]]:
    """(exit status, the error) of one call as a script makes it."""
    with pytest.raises(SystemExit) as ended:
        ManagementUtility(["manage.py", *words]).execute()
    return int(ended.value.code or 0), json.loads(capsys.readouterr().out)["error"]


def test_missing_words_are_told_as_json(local: object, capsys: pytest.CaptureFixture[str]) -> None:
    status, error = answer(capsys, "undo_import", "--json")
    assert (status, error["code"]) == (2, "usage")
    assert "import_id" in error["message"]
    assert error["hint"] == "See: manage.py undo_import --help"


def test_an_id_of_the_wrong_form_is_told_as_json(local: object, capsys: pytest.CaptureFixture[str]) -> None:
    status, error = answer(capsys, "undo_import", "999", "--json")
    assert (status, error["code"]) == (1, "no_import")
    assert "999" in error["message"]


def test_a_row_that_is_not_there_is_told_as_json(
    local: object, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def look(self: JsonCommand, **options: object) -> None:
        User.objects.get(email="nobody@example.org")

    monkeypatch.setattr("members.management.commands.undo_import.Command.perform", look)
    status, error = answer(capsys, "undo_import", "x", "--json")
    assert (status, error["code"]) == (1, "not_found")


def test_a_fault_of_ours_is_still_one_document(
    local: object, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fall_over(self: JsonCommand, **options: object) -> None:
        raise ZeroDivisionError("nothing to divide by")

    monkeypatch.setattr("members.management.commands.undo_import.Command.perform", fall_over)
    status, error = answer(capsys, "undo_import", "x", "--json")
    assert (status, error["code"]) == (1, "internal")
    assert "nothing to divide by" in error["message"]
