"""Erasing somebody takes them out of the kept files, plans and undo logs; sums, counts and the undo of others stay."""

import datetime
import io
import json
import re

import pytest
from django.urls import reverse
from pypdf import PdfReader

from members.dues import books
from members.exports import record_paper
from members.life.records import whole_record
from members.models import DuesPayment, Person, RosterImport
from members.services import editing, erasing, importing
from tests.members.conftest import UNIT_LIST
from unionops.platform.core.problems import Problem
from unionops.platform.files.services import store_upload

DAY = datetime.date(2026, 10, 31)
DUES = 'Name,Emp ID,Amount\n"BOYLE, ADA M",00012345,16.25\n"CHEN, BO",00023456,11.50\n'
NAMES = ("Boyle", "BOYLE", "00012345", "ada@example.org", "3125550101")


def everything_kept():
    said = []
    for found in RosterImport.objects.all():
        said += [json.dumps(found.rows, default=str), json.dumps(found.plan, default=str), json.dumps(found.undo)]
    return "\n".join(said)


@pytest.fixture
def month(roster, apply_file):
    moved = UNIT_LIST.replace('"BOYLE, ADA M",07,03', '"BOYLE, ADA M",08,01').replace("Bo", "Bo")
    unit = apply_file(moved, as_of=DAY)
    return {"unit_list": unit, "dues": apply_file(DUES, "remittance", source="Payroll", as_of=DAY), "edues": None}


def test_nothing_of_the_person_is_left_in_files_plans_and_logs(month, as_system):
    boyle = Person.objects.get(last_name="Boyle")
    assert all(name in everything_kept() for name in NAMES)
    before = books.reconciliation(as_system, **month, as_of=DAY)
    erasing.erase_person(by=as_system, person=boyle, reason="asked in writing")
    left = everything_kept()
    assert [name for name in NAMES if name in left] == []
    assert "CHEN" in left.upper() and "00023456" in left
    fresh = {name: found and RosterImport.objects.get(pk=found.pk) for name, found in month.items()}
    after = books.reconciliation(as_system, **fresh, as_of=DAY)
    assert after["remittance"] == before["remittance"] and after["unit"] == before["unit"] == 4
    assert DuesPayment.objects.count() == 2


def test_a_namesake_stays_in_the_files(roster, apply_file, as_system):
    twin = '0012,00099999,"BOYLE, ADA M",04,01,Clerk,ORG-9,Yard,0800-1630,2020-09-14\n'
    apply_file(UNIT_LIST + twin, as_of=DAY)
    erasing.erase_person(by=as_system, person=Person.objects.get(employee_number="00012345"), reason="asked")
    left = everything_kept()
    assert "00099999" in left and "00012345" not in left


def test_the_rest_of_an_import_can_still_be_taken_back(month, as_system):
    erasing.erase_person(by=as_system, person=Person.objects.get(last_name="Boyle"), reason="asked")
    importing.undo_import(by=as_system, roster_import=RosterImport.objects.get(pk=month["unit_list"].pk))
    assert Person.objects.get(last_name="Chen").in_unit


def test_the_file_itself_is_destroyed_and_its_page_says_so(roster, as_system, secretary, sign_in):
    upload = store_upload(by=as_system, file=UNIT_LIST.encode(), name="unit.csv", purpose="roster")
    found = importing.begin_import(by=as_system, upload=upload, kind="unit", source="HR", as_of=DAY, scope="complete")
    importing.read_import(by=as_system, roster_import=found)
    erasing.erase_person(by=as_system, person=Person.objects.get(last_name="Boyle"), reason="asked")
    found.refresh_from_db()
    assert found.upload is None
    with pytest.raises(Problem):
        importing.read_import(by=as_system, roster_import=found)
    assert sign_in(secretary).get(reverse("members:import", args=[found.public_id])).status_code == 200


def test_the_record_on_paper_is_in_words(roster, as_system):
    person = roster[0]
    editing.edit_person(by=as_system, person=person, preferred_name="Addie")
    pages = PdfReader(io.BytesIO(record_paper(whole_record(as_system, person)))).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert "What was changed, and on whose word" in text and "preferred name: – → Addie" in text
    assert "name_key" not in text and "{" not in text
    assert "4 Jan 2010" in text and "2010-01-04" not in text, "days as people write them"
    assert not re.search(r"\d\d:\d\d:\d\d\.\d", text) and "$16.25" in text and "dues cents" not in text
