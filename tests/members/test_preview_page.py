"""The page of an import: doubtful rows side by side, fields by their names, long work that ended early."""

import re
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from members import tasks
from members.models import Person, RosterImport
from members.services import importing
from unionops.platform.core.problems import Problem
from unionops.platform.jobs.models import Job, State

LATER = """\
BUS,Emp ID,Employee Name,Grade,Step,Position Title,Org Code,Duty Station,Tour,EOD
0012,,"CHEN, BO",09,01,Analyst,ORG-9,Elsewhere,1530-2400,
0012,00012345,"BOYLE, ADA M",08,03,Clerk,ORG-1,Annex,0800-1630,2010-01-04
"""


@pytest.fixture
def planned(roster, plan_file):
    return plan_file(LATER, scope="partial")


def page(client, found, tab):
    return client.get(found.get_absolute_url() + f"?tab={tab}").content.decode()


def words(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_a_doubtful_row_stands_beside_whom_it_may_be(planned, secretary, sign_in):
    client, chen = sign_in(secretary), Person.objects.get(last_name="Chen")
    shown = page(client, planned, "review")
    assert "name Chen, Bo Chen, Bo the same employee number – 00023456" in words(shown)
    assert "worksite Elsewhere Pier 4 differs" in words(shown)
    choices = re.findall(r'<input type="radio" name="row-2" value="(\w*)"( checked)?', shown)
    assert choices == [("new", ""), (str(chen.pk), ""), ("", " checked"), ("skip", "")]
    client.post(reverse("members:import-decide", args=[planned.public_id]), {"row-2": str(chen.pk)})
    planned.refresh_from_db()
    assert not planned.plan["review"]
    assert ("Chen", "station") in {(entry["last_name"], entry["field"]) for entry in planned.plan["changes"]}


def test_changes_are_called_what_people_call_them(planned, secretary, sign_in):
    assert "Boyle, Ada worksite Pier 4 Annex" in words(page(sign_in(secretary), planned, "changes"))


@pytest.mark.parametrize(("state", "tells"), [(State.CANCELLED, True), (State.FAILED, True), (State.DONE, False)])
def test_work_that_ended_early_is_told_with_its_button(planned, secretary, sign_in, state, tells):
    Job.objects.create(kind=tasks.apply_roster.name, title="Applying", queue="default", state=state, owner=secretary,
                       about_kind="members.rosterimport", about_id=planned.public_id, idempotency_key=uuid.uuid4())  # fmt: skip
    shown = words(page(sign_in(secretary), planned, "changes"))
    assert ("Try again" in shown) is tells and "Apply all of this" in shown


def test_a_long_import_is_taken_back_by_a_job(roster, apply_file, secretary, sign_in, monkeypatch):
    found = apply_file(LATER, scope="partial")
    monkeypatch.setattr(tasks, "UNDONE_AT_ONCE", 1)
    sign_in(secretary).post(reverse("members:import-undo", args=[found.public_id]))
    found.refresh_from_db()
    assert found.state == "applied"
    job = Job.objects.get(kind=tasks.undo_roster.name)
    assert job.about_id == found.public_id and job.arguments == {"import_id": str(found.public_id)}
    tasks.undo_roster.run_now(by=secretary, about=found, import_id=str(found.public_id))
    found.refresh_from_db()
    assert found.state == "undone" and Person.objects.get(last_name="Boyle").grade == "07"


def test_columns_left_out_are_named_before_anybody_applies(roster, plan_file, secretary, sign_in):
    header, *rows = LATER.strip().splitlines()
    found = plan_file("\n".join([header + ",Locker <b>", *(row + ",77" for row in rows)]), scope="partial")
    shown = page(sign_in(secretary), found, "changes")
    assert "Columns left out: Locker &lt;b&gt;." in shown
    assert "Employee Name" not in shown[shown.index("Columns left out") :][:60]


def test_nothing_is_said_of_columns_where_all_are_taken(planned, secretary, sign_in):
    assert "Columns left out" not in page(sign_in(secretary), planned, "changes")


def test_a_file_without_a_column_that_says_names_is_mapped_by_hand(secretary, sign_in, as_system):
    client = sign_in(secretary)
    text = "Emp ID,Wer,Wie,Station\n00100001,X1,Doe,Pier 1\n00100002,X2,Roe,Pier 2\n00100003,X3,Poe,Pier 2\n"
    form = {"kind": "unit", "source": "HR", "as_of": "2026-09-30", "scope": "partial",
            "file": SimpleUploadedFile("odd.csv", text.encode())}  # fmt: skip
    client.post(reverse("members:imports"), form)
    found = RosterImport.objects.get()
    if found.state == "reading":
        with pytest.raises(Problem):
            importing.read_import(by=as_system, roster_import=found)
        found.refresh_from_db()
    assert found.state == "failed" and "names" in found.problem
    page = client.get(found.get_absolute_url())
    assert (
        "Read again with these columns" in page.content.decode()
        and "Say what the columns hold" in page.content.decode()
    )
    client.post(reverse("members:import-again", args=[found.public_id]))
    found.refresh_from_db()
    assert found.state == "failed"
    fields = page.context["columns_form"]
    said = {field.html_name: field.value() or "" for field in fields}
    wanted = {"Wer": "first_name", "Wie": "last_name"}
    said |= {name: wanted[field.label] for name, field in ((f.html_name, f) for f in fields) if field.label in wanted}
    assert client.post(reverse("members:import-columns", args=[found.public_id]), said).status_code == 302
    found.refresh_from_db()
    assert found.state == "planned" and found.totals["adds"] == 3


def test_a_dues_file_that_fits_says_what_it_is_for(roster, plan_file, secretary, sign_in):
    rows = 'Emp ID,Name,Amount\n00012345,"BOYLE, ADA",16.25\n00023456,"CHEN, BO",16.25\n,Total,32.50\n'
    found = plan_file(rows, "remittance")
    assert found.totals["agrees_with_report"] and found.totals["report_records"] is None
    seen = sign_in(secretary).get(found.get_absolute_url()).content.decode()
    assert "changes nothing" not in seen and "Every line fits somebody" in seen
    assert "does not say how many records" in seen and "Records and net are exactly" not in seen


@pytest.mark.parametrize(("state", "tag"), [(State.RUNNING, "being read"), (State.CANCELLED, "stopped")])
def test_a_file_whose_reading_was_stopped_is_not_being_read(secretary, sign_in, as_system, state, tag):
    client = sign_in(secretary)
    form = {"kind": "unit", "source": "HR", "as_of": "2026-09-30", "scope": "partial",
            "file": SimpleUploadedFile("long.csv", LATER.encode())}  # fmt: skip
    client.post(reverse("members:imports"), form)
    RosterImport.objects.update(state="reading")
    Job.objects.update(state=state)
    found = RosterImport.objects.get()
    for url in (found.get_absolute_url(), reverse("members:imports")):
        shown = words(client.get(url).content.decode())
        assert (tag in shown) and ("being read" in shown) is (tag == "being read"), url
    away = reverse("members:import-drop", args=[found.public_id])
    assert (away in client.get(found.get_absolute_url()).content.decode()) is (tag == "stopped")
    client.post(away)
    assert ("Put away" in words(client.get(found.get_absolute_url()).content.decode())) is False


def test_why_a_file_was_not_read_is_said_once(planned, secretary, sign_in, as_system):
    why = "The last line of this file stops in the middle, so the file was cut off."
    planned.state, planned.problem, planned.rows_blob = "failed", why, None
    planned.save()
    Job.objects.create(kind=tasks.read_roster.name, title="Reading", queue="default", state=State.FAILED, error_detail=why,
                       owner=secretary, about_kind="members.rosterimport", about_id=planned.public_id,
                       idempotency_key=uuid.uuid4())  # fmt: skip
    client = sign_in(secretary)
    assert words(client.get(planned.get_absolute_url()).content.decode()).count(why) == 1
    client.post(reverse("members:import-drop", args=[planned.public_id]))
    assert RosterImport.objects.get(pk=planned.pk).state == "dropped"
