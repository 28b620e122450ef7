"""The employer's list held against the month before: welcome, separated, moved, renamed; each line a task or a letter."""

import datetime
import io

import pytest
from django.urls import reverse
from pypdf import PdfReader

from members.dues import books
from members.models import FollowUp, Membership, Person
from tests.members.conftest import UNIT_LIST
from unionops.platform.access.actors import acting

OCTOBER = datetime.date(2026, 10, 31)
DUES = 'Name,Emp ID,Amount\n"BOYLE, ADA M",00012345,16.25\n'
NEXT = (
    UNIT_LIST.replace("O'NEIL, MARY", "STARK, MARY")
    .replace('"CHEN, BO",09,01,Analyst,ORG-1,Pier 4', '"CHEN, BO",09,01,Analyst,ORG-1,Lighthouse')
    .replace('0012,00034567,"DE LA CRUZ JR, JUAN P",11,05,Engineer,ORG-2,Annex,0800-1630,2001-03-12\n', "")
    + '0012,00056789,"NEW, PERSON",04,01,Clerk,ORG-9,Yard,0800-1630,2026-10-05\n'
    + '0012,,"BLANK, PAT",04,01,Clerk,ORG-9,Yard,0800-1630,2026-10-19\n'
)


@pytest.fixture
def month(roster, apply_file):
    unit = apply_file(NEXT, as_of=OCTOBER)
    dues = apply_file(DUES, "remittance", source="Payroll", as_of=OCTOBER)
    return {"unit_list": unit, "dues": dues, "edues": None}


def names(lines):
    return sorted(line["last_name"] for line in lines)


def test_lines_of_the_list_name_everybody_it_changed(month, as_system):
    found = books.reconciliation(as_system, **month, as_of=OCTOBER)
    assert names(found["new_hires"]) == ["Blank", "New"]
    assert all(line["pk"] for line in found["new_hires"])
    assert names(found["separations"]) == ["De La Cruz"]
    assert names(found["moved_site"]) == ["Chen"] and "Lighthouse" in found["moved_site"][0]["note"]
    assert names(found["name_changed"]) == ["Stark"] and "O'Neil" in found["name_changed"][0]["note"]
    assert names(found["in_unit_not_paying"]) == ["Blank", "New", "Stark"]


def test_a_preview_of_an_older_list_makes_nobody_new(plan_file, apply_file, as_system):
    plan_file('Employee ID,Name\n00999999,"ELSE, WHERE"\n', as_of=datetime.date(2026, 1, 31), source="Another town")
    first = apply_file(UNIT_LIST, as_of=OCTOBER)
    found = books.reconciliation(as_system, unit_list=first, dues=None, edues=None, as_of=OCTOBER)
    assert first.totals["adds"] and found["new_hires"] == []


def test_cash_members_are_not_called_not_paying_and_card_members_only_with_their_file(month, apply_file, as_system):
    chen = Person.objects.get(last_name="Chen")
    assert Membership.objects.get(person=chen, until=None).method == "edues"
    cards = apply_file("Name,Amount,Status,Date\nBo Chen,16.25,failed,2026-10-02\n", "edues", source="Cards")
    found = books.reconciliation(as_system, **{**month, "edues": cards}, as_of=OCTOBER)
    lines = {line["last_name"]: line for line in found["in_unit_not_paying"]}
    assert lines["Chen"]["is_member"] and not lines["Stark"]["is_member"]
    Membership.objects.filter(person=chen).update(method="cash")
    found = books.reconciliation(as_system, **{**month, "edues": cards}, as_of=OCTOBER)
    assert "Chen" not in names(found["in_unit_not_paying"])


@pytest.mark.parametrize(("method", "missing"), [("", ["Boyle", "Chen"]), ("edues", ["Boyle"])])
def test_members_nobody_wrote_a_method_for_are_missed_all_the_same(roster, apply_file, as_system, method, missing):
    """Where no member has a method, money comes by payroll; the one whose did not come is missed, not forgotten."""
    unit = apply_file(NEXT, as_of=OCTOBER)
    Membership.objects.update(method="", dues_cents=1625)
    Membership.objects.filter(person__last_name="Chen").update(method=method)
    dues = apply_file('Name,Emp ID,Amount\n"NEW, PERSON",00056789,16.25\n', "remittance", source="Payroll")
    found = books.reconciliation(as_system, unit_list=unit, dues=dues, edues=None, as_of=OCTOBER)
    assert set(missing) <= set(names(found["in_unit_not_paying"]))
    assert ("Boyle" in names(found["members_not_remitted"])) is (method == "")


def test_an_amount_that_differs_is_told_without_a_method_on_record(roster, apply_file, as_system):
    unit = apply_file(NEXT, as_of=OCTOBER)
    Membership.objects.filter(person__last_name="Boyle").update(method="", dues_cents=1700)
    dues = apply_file(DUES, "remittance", source="Payroll")
    found = books.reconciliation(as_system, unit_list=unit, dues=dues, edues=None, as_of=OCTOBER)
    assert [(line["expected_cents"], line["withheld_cents"]) for line in found["amount_differs"]] == [(1700, 1625)]


def test_the_first_list_of_all_brings_nobody_to_welcome(roster, apply_file, as_system):
    from members.models import RosterImport

    unit = RosterImport.objects.get(kind="unit")
    dues = apply_file(DUES, "remittance", source="Payroll")
    found = books.reconciliation(as_system, unit_list=unit, dues=dues, edues=None, as_of=OCTOBER)
    assert found["new_hires"] == []


def test_members_of_a_past_day_are_those_whose_membership_ended_since(roster, apply_file, as_system):
    from members.models import RosterImport

    unit = RosterImport.objects.get(kind="unit")
    dues = apply_file(DUES, "remittance", source="Payroll")
    Membership.objects.filter(person__last_name="Chen").update(status="ended", until="2026-11-15")
    for day, members in ((datetime.date(2026, 10, 1), 3), (datetime.date(2026, 11, 15), 2)):
        found = books.reconciliation(as_system, unit_list=unit, dues=dues, edues=None, as_of=day)
        assert found["members"] == members


def test_each_line_becomes_a_task_a_letter_or_a_correction(month, secretary, sign_in):
    client, url = sign_in(secretary), reverse("members:reconcile")
    order = {"unit_list": str(month["unit_list"].public_id), "dues": str(month["dues"].public_id), "edues": "",
             "as_of": "2026-10-31"}  # fmt: skip
    page = client.post(url, order).content.decode()
    for title in (
        "New hires to welcome",
        "Separated",
        "Moved to another site",
        "Another name",
        "In the unit, not paying",
    ):
        assert title in page
    with acting(secretary):
        cruz, new = (Person.objects.get(last_name=name) for name in ("De La Cruz", "New"))
        assert reverse("members:end-membership", args=[cruz.public_id]) not in page
        Membership.objects.create(person=cruz, status="active", since="2020-01-01", method="payroll")
    page = client.post(url, order).content.decode()
    assert reverse("members:end-membership", args=[cruz.public_id]) in page
    assert reverse("members:edit", args=[new.public_id]) in page
    for what in ("new_hires", "separations", "moved_site", "name_changed", "in_unit_not_paying"):
        client.post(url, order | {"follow_up": what})
    with acting(secretary):
        assert FollowUp.objects.filter(done_on=None).count() == 8
        assert "Lighthouse" in FollowUp.objects.get(what="moved_site").note
    place = {"street": "1 Pier Rd", "city": "Harbor", "state": "OH", "zip": "45801", "kind": "home"}
    client.post(reverse("members:add-contact", args=[new.public_id, "address"]), place)
    letter = client.post(url, order | {"letters": "new_hires"})
    assert "Welcome to your new work" in " ".join(PdfReader(io.BytesIO(letter.content)).pages[0].extract_text().split())
    paper = PdfReader(io.BytesIO(client.post(url, order | {"as": "pdf"}).content))
    assert len(paper.pages) == 1 and "New hires to welcome" in paper.pages[0].extract_text()
