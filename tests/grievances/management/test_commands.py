"""Commands: one JSON document, clear errors, no database where none is needed."""

import io
import json
from importlib import import_module

import pytest
from django.core.management import call_command

from grievances.management.commands import due
from grievances.models import Deadline
from grievances.services import drawing
from tests.grievances.conftest import ago


def run(*words):
    out = io.StringIO()
    try:
        call_command(*words, json=True, stdout=out)
    except SystemExit as end:
        assert end.code == 1
    return json.loads(out.getvalue())


def write(tmp_path, content):
    file = tmp_path / "rules.json"
    file.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return str(file)


GOOD = {"id": "a", "rule": {"anchor": "2026-11-02", "n": 15, "unit": "working_days"}}


def test_compute_deadlines_needs_no_database(tmp_path):
    (made,) = run("compute_deadlines", write(tmp_path, [GOOD]))
    assert (made["id"], made["due"], made["count"][-1]["n"]) == ("a", "2026-11-24", 15)
    assert made["count"][7] == {"date": "2026-11-09", "n": 5, "why": "day 5"}


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        ("{", "bad_json", "not JSON"),
        ([GOOD, {"id": "b", "rule": {"anchor": "2026-11-02", "n": "x"}}], "bad_vector", "vector b, key rule.n"),
        ([{"rule": {"n": 3}}], "bad_vector", "vector number 1, key rule.anchor"),
    ],
)
def test_compute_deadlines_names_what_is_wrong(tmp_path, content, code, words):
    error = run("compute_deadlines", write(tmp_path, content))["error"]
    assert error["code"] == code and words in error["message"] and error["hint"]


def test_compute_deadlines_answers_the_others(tmp_path):
    bad = {"id": "b", "rule": {"anchor": "2026-11-02", "n": 5, "rolll": "none"}}
    made = run("compute_deadlines", write(tmp_path, [GOOD, bad, GOOD | {"id": "c"}]))
    assert [row["id"] for row in made["answers"]] == ["a", "c"]
    assert made["refused"] == [
        {
            "id": "b",
            "key": "rule.rolll",
            "message": "vector b, key rule.rolll: is not a key of a rule; perhaps 'roll' is meant",
        }
    ]


def test_compute_deadlines_names_a_missing_file(tmp_path):
    assert run("compute_deadlines", str(tmp_path / "none.json"))["error"]["code"] == "no_file"


def test_due_lists_numbers_and_dates_only(case):
    Deadline.objects.update(due=ago(1))
    (row,) = run("due", "--days", "3")
    assert (row["case"], row["days"], row["side"], row["what"]) == (case.number, -1, "ours", "Step 1 filing")
    assert "Rivera" not in json.dumps(row) and "Overtime" not in json.dumps(row)


def test_due_tells_a_first_day_from_a_last_one(case):
    Deadline.objects.update(due=ago(1), earliest=True)
    (row,) = run("due", "--days", "3")
    assert row["kind"] == "earliest" and row["case"] == case.number


def test_due_refuses_a_senseless_number(case):
    assert run("due", "--days", "-4")["error"]["code"] == "bad_days"


@pytest.mark.slow
@pytest.mark.parametrize("command", ["case_packet", "dfr_packet"])
def test_packets_are_written_for_their_owner_only(command, case, tmp_path):
    out = tmp_path / "packet.pdf"
    made = run(command, case.number, "--out", str(out))
    assert made["case"] == case.number and out.read_bytes().startswith(b"%PDF") and made["bytes"] == out.stat().st_size
    assert out.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("words", [("case_packet", True), ("dfr_packet", True), ("handover", False)])
def test_a_place_nothing_can_be_written_to_is_refused_before_anything_is_drawn(words, case, tmp_path, monkeypatch):
    drawn = []
    monkeypatch.setattr(drawing, "handover_book", lambda **_given: drawn.append(1) or b"")
    for name in ("case_packet", "dfr_packet"):
        made = import_module(f"grievances.management.commands.{name}").Command
        monkeypatch.setattr(made, "make", staticmethod(lambda **_given: drawn.append(1) or b""))
    command, numbered = words
    said = run(command, *([case.number] if numbered else []), "--out", str(tmp_path / "none" / "x.pdf"))
    assert (said["error"]["code"], drawn) == ("out", [])


def test_a_packet_of_no_case_is_refused(bound, tmp_path):
    assert run("case_packet", "G-1", "--out", str(tmp_path / "x.pdf"))["error"]["code"] == "no_case"


@pytest.mark.slow
def test_the_handover_book_is_written(case, tmp_path):
    assert run("handover", "--out", str(tmp_path / "book.pdf"))["bytes"] > 1000


@pytest.mark.slow
def test_import_cases_shows_before_it_does(bound, tmp_path):
    file = tmp_path / "old.csv"
    file.write_text("Number,Issue,Filed\nX-1,Overtime,2019-01-02\n", encoding="utf-8")
    plan = run("import_cases", str(file))
    assert plan["totals"] == {"adds": 1, "known": 0, "refused": 0, "joined": 0} and plan["applied"] is False
    assert run("import_cases", str(file), "--apply")["applied"] is True
    assert run("import_cases", str(file))["totals"]["known"] == 1


@pytest.mark.parametrize(
    ("days", "said"), [(-2, "2 days late"), (-1, "1 day late"), (0, "today"), (1, "in 1 day"), (3, "in 3 days")]
)
def test_due_speaks_of_one_day_and_of_today(days, said):
    assert due.when(days) == said
