"""Files that leave: exact headings, consent applied, nothing a spreadsheet could run, the record kept."""

import csv
import hashlib
import io
import json

import pytest
from django.core.management import call_command

from members.formats.files import FORMATS
from members.formats.outgoing import Outgoing
from members.formats.tables import headers
from members.models import ExportRecord, Person, RosterImport
from members.services import editing, exporting, lists
from unionops.platform.core.problems import Problem


@pytest.fixture
def everybody(roster, as_system):
    return lists.save_segment(by=as_system, name="All", text="")


def made(as_system, segment, slug):
    return exporting.export_people(by=as_system, segment=segment, file_format=slug, purpose="test")


@pytest.mark.parametrize("slug", sorted(FORMATS))
def test_every_format_is_made_and_recorded(slug, everybody, as_system):
    found = made(as_system, everybody, slug)
    assert found.data and found.manifest["sha256"] == hashlib.sha256(found.data).hexdigest()
    kept = ExportRecord.objects.get()
    assert kept.count + sum(kept.excluded.values()) == 5


def test_headings_are_those_the_tools_import(shared):
    tools = json.loads((shared / "data/formats/export_headers.json").read_text())["tools"]
    wanted = {tuple(tool["headers"]) for tool in tools if not tool["tool"].startswith("vCard")}
    assert {tuple(headers(slug)) for slug, found in FORMATS.items() if found.for_outreach} == wanted


def test_who_said_no_is_not_in_the_file(everybody, as_system):
    boyle = Person.objects.get(last_name="Boyle")
    editing.record_consent(by=as_system, person=boyle, channel="email", status="revoked")
    rows = list(csv.DictReader(io.StringIO(made(as_system, everybody, "action_network").data.decode())))
    assert [row["last_name"] for row in rows] == ["Chen"]
    ours = list(csv.DictReader(io.StringIO(made(as_system, everybody, "csv").data.decode())))
    assert {row["Last name"]: row["Personal email"] for row in ours}["Boyle"] == ""


def test_our_own_file_comes_back_without_a_change(everybody, plan_file, as_system):
    found = made(as_system, lists.save_segment(by=as_system, name="Unit", text="in unit is yes"), "csv")
    plan = plan_file(found.data, "unit", source="HR").plan
    assert (plan["adds"], plan["leavers"], plan["changes"], plan["name_changes"], plan["review"]) == (
        [],
        [],
        [],
        [],
        [],
    )


def test_workbook_comes_back_too(everybody, plan_file, as_system):
    found = made(as_system, everybody, "xlsx")
    totals = plan_file(found.data, "unit", source="HR", name="ours.xlsx", scope="partial").totals
    assert totals["changes"] == totals["name_changes"] == totals["review"] == 0


def test_vcard_folds_and_escapes():
    from members.formats.cards import vcards

    text = vcards([Outgoing("id", "O;Neil, " + "ł" * 60, "Ada", cell="3125550101")])
    assert "\\;" in text and all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_unknown_format_and_missing_purpose_are_refused(everybody, as_system):
    with pytest.raises(Problem):
        made(as_system, everybody, "papyrus")
    with pytest.raises(Problem):
        exporting.export_people(by=as_system, segment=everybody, file_format="csv", purpose=" ")


def test_command_writes_the_file(everybody, tmp_path, capsys):
    out = tmp_path / "people.csv"
    call_command(
        "export_people", "--segment", "All", "--format", "csv", "--purpose", "mailing", "--out", str(out), "--json"
    )
    said = json.loads(capsys.readouterr().out)
    assert said["count"] == 5 and out.read_bytes().startswith(b"Employee number")
    beside = json.loads((tmp_path / "people.csv.manifest.json").read_text())
    assert beside == {name: value for name, value in said.items() if name != "file"}


def test_other_commands_answer_in_json(roster, tmp_path, capsys):
    def run(*arguments):
        capsys.readouterr()
        call_command(*arguments, "--json")
        return json.loads(capsys.readouterr().out)

    assert run("segment", "Days", "shift is Days", "--count")["count"] == 2
    assert run("audience", "Days", "--channel", "email") == {"roster": 2, "included": 1, "excluded": {"no_email": 1}}
    out = tmp_path / "record.json"
    assert run("person_record", "00012345", "--out", str(out))["file"] == "record.json"
    assert "ada@example.org" in out.read_text()
    assert run("erase_person", "00012345", "--reason", "asked for it")["erased"]
    assert "Boyle" not in json.dumps(list(Person.objects.values()), default=str)
    assert RosterImport.objects.count() == 2
