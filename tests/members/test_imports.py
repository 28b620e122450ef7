"""Imports as a person meets them: planned, applied whole, taken back whole, refused with a sentence."""

import datetime
import json
import uuid

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from members import tasks
from members.models import ChannelConsent, Membership, Person, PersonChange, Phone, Placement, RosterImport
from members.services import editing, importing
from tests.members.conftest import MEMBER_LIST, UNIT_LIST
from unionops.platform.access.models import BargainingUnit, Employer, Local, Worksite
from unionops.platform.core.problems import Problem
from unionops.platform.core.progress import Stopped, silent
from unionops.platform.jobs.models import Job

TABLES = [Person, Placement, Membership, Phone, ChannelConsent, PersonChange]


def everything():
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in TABLES}


def test_first_import_places_everybody(roster):
    cruz = Person.objects.get(last_name="De La Cruz")
    assert (cruz.employee_number, cruz.suffix, cruz.middle, cruz.shift) == ("00034567", "Jr", "P", "Days")
    assert cruz.in_unit and cruz.unit.code == "0012" and str(cruz.hire_date) == "2001-03-12"
    assert Person.objects.get(last_name="Boyle").standing == "member"
    assert Person.objects.get(last_name="Stone").standing == "retired"


@pytest.mark.parametrize("sector", ["federal", "private", "state_local"])
def test_a_unit_a_list_brings_is_of_the_local_s_sector(local, apply_file, sector):
    Local.objects.update(sector=sector)
    apply_file(UNIT_LIST)
    assert set(BargainingUnit.objects.values_list("sector", flat=True)) == {sector}


def test_private_columns_are_dropped_unread(plan_file):
    found = plan_file(MEMBER_LIST, "members")
    assert found.rows["dropped"] == ["SSN"]
    assert "111-22-3333" not in json.dumps([found.rows, found.plan])


def test_bad_cells_are_listed_and_a_note_is_an_answer(roster):
    plan = RosterImport.objects.get(kind="members").plan
    assert [(cell["row"], cell["column"], cell["value"]) for cell in plan["refused"]] == [
        (4, "Personal Email", "rita@example,org")
    ]
    chen = Person.objects.get(last_name="Chen")
    assert chen.consents.get(channel="sms", is_latest=True).status == "revoked"


def test_reimport_changes_nothing(roster, apply_file):
    before = everything()
    assert apply_file(UNIT_LIST).totals["unchanged"] == 4
    assert apply_file(MEMBER_LIST, "members", source="Local").totals["unchanged"] == 3
    assert everything() == before


@pytest.mark.parametrize("alike", [1, 20])
def test_undo_restores_every_row(roster, apply_file, as_system, monkeypatch, alike):
    monkeypatch.setattr("members.undoing.journal.ALIKE", alike)
    before = everything()
    text = UNIT_LIST.replace('BOYLE, ADA M",07', 'BOYLE-KENT, ADA M",08').replace("Annex,0800", "Pier 4,0800")
    text = text.replace('0012,00045678,"O\'NEIL, MARY",05,02,Clerk,ORG-2,Annex,2400-0800,2020-09-28\n', "")
    found = apply_file(text + '0012,00056789,"NEW, PERSON",04,01,Clerk,ORG-9,Yard,0800-1630,2026-09-14\n')
    assert (found.totals["adds"], found.totals["leavers"], found.totals["name_changes"]) == (1, 1, 1)
    assert not Person.objects.get(last_name="O'Neil").in_unit
    importing.undo_import(by=as_system, roster_import=found)
    assert everything() == before


def test_undo_of_the_very_first_import_leaves_an_empty_house(db, apply_file, as_system):
    """The unit goes before the employer it belongs to, whatever order the kept journal comes back in."""
    found = RosterImport.objects.get(pk=apply_file(UNIT_LIST).pk)
    assert (Employer.objects.count(), BargainingUnit.objects.count(), Worksite.objects.count()) == (1, 1, 2)
    importing.undo_import(by=as_system, roster_import=found)
    assert not Person.objects.exists()
    assert not any(model.objects.exists() for model in (Employer, BargainingUnit, Worksite))


def test_undo_is_refused_when_newer_changes_stand_on_it(roster, apply_file, as_system):
    first = apply_file(UNIT_LIST.replace('ADA M",07', 'ADA M",08'))
    apply_file(UNIT_LIST.replace('ADA M",07', 'ADA M",09'))
    with pytest.raises(Problem, match="changed the same people"):
        importing.undo_import(by=as_system, roster_import=first)


def test_old_preview_is_not_applied(roster, plan_file, apply_file, as_system):
    old = plan_file(UNIT_LIST.replace('ADA M",07', 'ADA M",08'))
    apply_file(UNIT_LIST.replace('BO",09', 'BO",10'))
    with pytest.raises(Problem, match="has changed since"):
        importing.apply_import(by=as_system, roster_import=old, expected_hash=old.plan_hash)
    importing.replan(by=as_system, roster_import=old)
    importing.apply_import(by=as_system, roster_import=old, expected_hash=old.plan_hash)


def test_stopped_import_leaves_nothing(roster, plan_file, as_system):
    before = everything()
    found = plan_file(UNIT_LIST + '0012,00056789,"NEW, PERSON",04,01,Clerk,ORG-9,Yard,0800-1630,2026-09-14\n')

    def stop(done, total=None, phase=""):
        if phase == "applying":
            raise Stopped

    with pytest.raises(Stopped):
        importing.apply_import(by=as_system, roster_import=found, progress=stop)
    assert everything() == before


def test_two_people_under_one_number_go_to_a_person(plan_file, roster):
    plan = plan_file(UNIT_LIST + '0012,00012345,"QUILL, ZED",04,01,Clerk,ORG-9,Yard,0800-1630,2026-09-14\n').plan
    assert {entry["row"] for entry in plan["review"]} == {6}
    assert plan["leavers"] == [] and plan["adds"] == []


def test_a_name_alone_never_matches(plan_file, roster):
    text = 'Employee Name,Duty Station,Grade\n"BOYLE, ADA",Somewhere Else,07\n'
    plan = plan_file(text, scope="partial").plan
    assert [entry["row"] for entry in plan["review"]] == [2] and plan["unchanged"] == 0


def test_positions_outside_the_unit_leave_it(plan_file, roster):
    plan = plan_file(UNIT_LIST.replace("0012,00023456", "8888,00023456")).plan
    assert [(entry["employee_number"], entry["unit_now"]) for entry in plan["leavers"]] == [("00023456", "8888")]


def test_doubtful_row_is_decided_by_a_person(roster, plan_file, as_system):
    text = 'Employee Name,Duty Station,Grade\n"BOYLE, ADA",Somewhere Else,08\n'
    found = plan_file(text, scope="partial")
    boyle = Person.objects.get(last_name="Boyle")
    importing.decide_rows(by=as_system, roster_import=found, decisions={"2": str(boyle.pk)})
    assert {entry["field"] for entry in found.plan["changes"]} == {"grade", "station"}


@pytest.mark.parametrize("again", [importing.replan, importing.read_import])
def test_an_old_page_does_not_make_a_preview_of_an_applied_import(roster, as_system, again):
    applied = RosterImport.objects.filter(state="applied").first()
    with pytest.raises(Problem):
        again(by=as_system, roster_import=applied)
    applied.refresh_from_db()
    assert applied.state == "applied" and applied.undo_blob


def test_rows_of_a_file_not_read_yet_cannot_be_decided(roster, as_system):
    unread = RosterImport.objects.first()
    unread.pk, unread.public_id, unread.state, unread.rows_blob = None, uuid.uuid4(), "reading", None
    unread.save()
    with pytest.raises(Problem):
        importing.decide_rows(by=as_system, roster_import=unread, decisions={"2": "new"})


def test_mapping_is_corrected_by_hand_and_remembered(apply_file, plan_file, as_system):
    text = UNIT_LIST.replace("Org Code", "Zzz")
    apply_file(text, mapping={"Zzz": "department", "Position Title": ""})
    person = Person.objects.get(last_name="Boyle")
    assert person.department == "ORG-1" and person.job_title == ""
    assert plan_file(text).mapping["Zzz"] == "department"
    with pytest.raises(Problem, match="no column"):
        plan_file(UNIT_LIST, mapping={"Nope": "grade"})


CODED = "C1,C2,C3,C4\n00012345,Boyle,Ada,16.25\n00034567,De La Cruz,Juan,17.00\n"
CODES = {"C1": "employee_number", "C2": "last_name", "C3": "first_name", "C4": "amount"}


@pytest.mark.parametrize("mapping", [CODES, {field: heading for heading, field in CODES.items()}])
def test_a_mapping_makes_strange_headings_headings_whichever_way_it_is_written(roster, plan_file, mapping):
    found = plan_file(CODED, "remittance", source="Payroll", mapping=mapping)
    assert found.mapping == CODES and found.totals["net_cents"] == 3325


@pytest.mark.parametrize(
    ("data", "name", "word"),
    [
        (b"", "empty.csv", "empty"),
        (b"%PDF-1.7 not a sheet", "list.csv", "PDF"),
        (b"PK\x03\x04 half a workbook", "list.xlsx", "damaged"),
        (b"Name,Emp ID\n\"A, B\",1\n\"C, D\"", "cut.csv", "cut off"),
        (("x," * 1000 + "\n" + "1," * 1000 + "\n").encode(), "wide.csv", "columns"),
        (b"colour,size\nred,1\nblue,2\n", "other.csv", "names"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le") * 3, "locked.xlsx", "password"),
    ],
)  # fmt: skip
def test_unreadable_files_say_why(plan_file, data, name, word):
    with pytest.raises(Problem) as refused:
        plan_file(data, name=name)
    assert word in str(refused.value)
    assert RosterImport.objects.count() == 0


def test_command_refuses_with_json_and_a_status(db, tmp_path, capsys):
    path = tmp_path / "empty.csv"
    path.write_bytes(b"")
    with pytest.raises(SystemExit):
        call_command(
            "import_roster",
            path,
            "--kind",
            "unit",
            "--source",
            "HR",
            "--as-of",
            "2026-09-30",
            "--scope",
            "complete",
            "--json",
        )
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "empty"


def test_the_same_file_again_is_known_until_the_roster_changes(apply_file, plan_file, as_system, unit):
    first = apply_file(UNIT_LIST)
    again = plan_file(UNIT_LIST)
    assert again.totals["unchanged"] == 4 and not again.totals["adds"] and again.mapping == first.mapping
    editing.edit_person(by=as_system, person=Person.objects.get(employee_number="00012345"), step="09")
    changed = plan_file(UNIT_LIST)
    assert [(entry["field"], entry["old"], entry["new"]) for entry in changed.plan["changes"]] == [("step", "09", "03")]


def test_what_a_list_says_first_fills_many_and_is_taken_back(apply_file, as_system, unit):
    apply_file('Emp ID,Name,Grade\n1001,"BOYLE, ADA",07\n1002,"CHEN, BO",09\n')
    told = apply_file('Emp ID,Name,Grade,Pay Plan\n1001,"BOYLE, ADA",07,GS\n1002,"CHEN, BO",09,GS\n')
    assert told.totals["changes"] == 0 and told.plan["fills"][0]["people"] == 2
    assert set(Person.objects.values_list("pay_plan", flat=True)) == {"GS"}
    assert PersonChange.objects.filter(roster_import=told, diff={"pay_plan": ["", "GS"]}).count() == 2
    importing.undo_import(by=as_system, roster_import=told)
    assert set(Person.objects.values_list("pay_plan", flat=True)) == {""}
    assert not PersonChange.objects.filter(roster_import=told).exists()


def test_applying_in_the_background_looks_for_duplicates(plan_file, as_system):
    found = plan_file(UNIT_LIST)
    tasks.apply_roster.run_now(by=as_system, import_id=str(found.public_id), plan_hash=found.plan_hash)
    tasks.nightly_duplicates()
    waiting = Job.objects.get(idempotency_key=tasks.LOOKING)
    assert waiting.kind == tasks.look_for_duplicates.name and waiting.is_active


def test_nobody_leaves_whose_line_could_not_be_read(roster, plan_file):
    shifted = UNIT_LIST.replace('0012,00023456,"CHEN, BO"', '0012,,,00023456,"CHEN, BO"').replace("EOD", "EOD,Note")
    plan = plan_file(shifted).plan
    assert [(entry["row"], entry["column"]) for entry in plan["refused"]] == [(3, "")]
    assert not plan["leavers"] and not plan["adds"]


HALF_NAMED = """\
Emp ID,Last Name,First Name,Grade,Duty Station
00012345,,Ada,07,Pier 4
00077777,,Bo,04,Pier 4
00088888,Sukarno,,04,Pier 4
,,Prabhakar,04,Pier 4
,,Juan Carlos,04,Pier 4
"""


def test_people_with_one_name_are_people(roster, apply_file, plan_file, as_system):
    found = apply_file(HALF_NAMED, scope="partial")
    assert not found.plan["refused"] and [entry["row"] for entry in found.plan["review"]] == [5, 6]
    assert not Person.objects.filter(last_name="").exists()
    assert Person.objects.get(employee_number="00012345").last_name == "Boyle"
    for number, name in {"00077777": "Bo", "00088888": "Sukarno"}.items():
        person = Person.objects.get(employee_number=number)
        assert (person.name, person.sort_name, person.called) == (name, name, name)
    again = plan_file(HALF_NAMED + " ", scope="partial")
    assert again.totals["unchanged"] == 3 and not again.plan["cosmetic"] and not again.plan["name_changes"]
    importing.decide_rows(by=as_system, roster_import=again, decisions={"5": "new"})
    assert [entry["last_name"] for entry in again.plan["adds"]] == ["Prabhakar"]


def test_somebody_new_without_any_name_is_refused(roster, plan_file, as_system):
    found = plan_file("BUS,Emp ID,Last Name,First Name\n0012,00099123,,", scope="partial")
    importing.decide_rows(
        by=as_system, roster_import=found, decisions={str(e["row"]): "new" for e in found.plan["review"]}
    )
    assert not found.plan["adds"] and [entry["row"] for entry in found.plan["refused"]] == [2]


def test_former_members_of_our_own_list_do_not_become_members(apply_file, plan_file, unit):
    apply_file(
        "BUS,Emp ID,Last Name,First Name,EOD\n0012,00001,Alvarez,Rosa,2015-02-01\n0012,00002,Brandt,Otto,2012-01-01"
    )
    own = (
        "Emp ID,Member ID,Last Name,First Name,Status,Dues Method,Join Date,End Date,Reason for leaving\n"
        "00001,M1,Alvarez,Rosa,Active,SF-1187,2015-03-01,,\n"
        "00002,M2,Brandt,Otto,Former,E-Dues,2012-01-05,2026-05-31,Moved away"
    )
    apply_file(own, "members", source="Local")
    found = dict(Person.objects.values_list("first_name", "standing"))
    assert found == {"Rosa": "member", "Otto": "former"}
    spell = Membership.objects.get(person__first_name="Otto")
    assert (spell.status, str(spell.since), str(spell.until), spell.reason) == (
        "ended", "2012-01-05", "2026-05-31", "Moved away",
    )  # fmt: skip
    again = plan_file(own, "members", source="Local", as_of=datetime.date(2026, 10, 31))
    assert again.totals["unchanged"] == 2


def test_rows_are_ready_before_anything_is_locked(roster, plan_file, as_system):
    found = plan_file(
        UNIT_LIST.replace("07,03", "08,01") + '0012,00099999,"NEW, ANN",05,01,Clerk,ORG-9,Yard,0800-1630,2026-09-28\n'
    )
    with CaptureQueriesContext(connection) as asked:
        importing._prepared(found, as_system, silent)
    assert not [query["sql"] for query in asked if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert Person.objects.get(employee_number="00012345").grade == "07"


def test_keys_that_somebody_else_took_are_drawn_anew(roster, plan_file, as_system, monkeypatch):
    found = plan_file(UNIT_LIST + '0012,00099999,"NEW, ANN",05,01,Clerk,ORG-9,Yard,0800-1630,2026-09-28\n')
    prepare, tries = importing._prepared, []

    def prepared(*given):
        ready = prepare(*given)
        if not tries:
            Person.objects.create(last_name="Between", name_key="between")
        tries.append(ready)
        return ready

    monkeypatch.setattr(importing, "_prepared", prepared)
    importing.apply_import(by=as_system, roster_import=found, expected_hash=found.plan_hash)
    assert Person.objects.get(employee_number="00099999").placements.count() == 1
    assert Person.objects.filter(last_name="Between").exists() and len(tries) == (
        2 if connection.vendor == "sqlite" else 1
    )
