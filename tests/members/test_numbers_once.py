"""One number is one person's: a list that says otherwise is applied without it, and the cell is listed."""

import pytest

from members.life.reasons import said
from members.models import Person
from members.services import importing

HEAD = "Member ID,Employee ID,Last Name,First Name\n"
BEFORE = {"Boyle": ("00012345", "M1"), "Chen": ("00023456", "M2"), "De La Cruz": ("00034567", None)}


@pytest.mark.parametrize(
    ("lines", "now", "values"),
    [
        ("M9,,Quist,Ida\nM9,,Ivers,Bob\n", {"Quist": (None, "M9"), "Ivers": (None, None)}, ["M9"]),
        ("M2,00012345,Boyle,Ada\n", {}, ["M2"]),
        ("M2,00034567,De La Cruz,Juan\n", {}, ["M2"]),
        ("M2,00012345,Boyle,Ada\nM1,00023456,Chen,Bo\n", {}, ["M2", "M1"]),
        ("M7,00012345,Boyle,Ada\nM7,00023456,Chen,Bo\n", {"Boyle": ("00012345", "M7")}, ["M7"]),
    ],
)
def test_member_number_of_somebody_else_is_not_given_twice(lines, now, values, roster, apply_file):
    found = apply_file(HEAD + lines, "members", scope="partial")
    assert [entry["value"] for entry in found.plan["refused"]] == values
    have = {
        last: tuple(pair) for last, *pair in Person.objects.values_list("last_name", "employee_number", "member_number")
    }
    assert {name: have[name] for name in BEFORE | now} == BEFORE | now


def test_who_comes_with_the_number_of_another_waits_for_a_person_every_month(roster, apply_file):
    for name in ("june.csv", "july.csv"):
        found = apply_file(HEAD + "M1,,Quist,Ida\n", "members", scope="partial", name=name)
        assert [entry["person"]["last_name"] for entry in found.plan["review"]] == ["Quist"]
    assert not Person.objects.filter(last_name="Quist").exists()


@pytest.mark.parametrize(
    ("text", "kind"),
    [(HEAD + "M1,,Quist,Ida\n", "members"), ("BUS,Emp ID,Last Name,First Name\n0012,00012345,Quist,Ida\n", "unit")],
)
def test_somebody_decided_to_be_new_does_not_take_the_number_along(text, kind, roster, plan_file, as_system):
    found = importing.decide_rows(
        by=as_system, roster_import=plan_file(text, kind, scope="partial"), decisions={"2": "new"}
    )
    importing.apply_import(by=as_system, roster_import=found, expected_hash=found.plan_hash)
    fresh = Person.objects.get(last_name="Quist")
    assert (fresh.employee_number, fresh.member_number) == (None, None)


TWO_OF_ONE_NUMBER = """\
Emp ID,Name,Site,Hired
990001,"Alvarado, Rosa",Pier,2010-01-04
990001,"Petrov, Ivan",Annex,2015-02-03
990001,"Osei, Kofi",Annex,2016-02-03
990002,"Kim, Bo",Pier,2011-03-03
"""


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        ({"2": "new", "3": "new", "4": "new"}, {"Alvarado": None, "Petrov": None, "Osei": None, "Kim": "990002"}),
        ({"2": "new", "3": "skip", "4": "skip"}, {"Alvarado": "990001", "Kim": "990002"}),
    ],
)
def test_people_called_new_who_share_a_number_come_in_without_it(plan_file, as_system, decisions, expected):
    found = plan_file(TWO_OF_ONE_NUMBER)
    assert [entry["row"] for entry in found.plan["review"]] == [2, 3, 4], "each row once"
    importing.decide_rows(by=as_system, roster_import=found, decisions=decisions)
    found.refresh_from_db()
    assert found.plan["review"] == []
    unread = [(cell["row"], cell["value"]) for cell in found.plan["refused"]]
    assert unread == [(row, "990001") for row in (2, 3, 4) if expected["Alvarado"] is None]
    assert all(said(cell["reason"]) == cell["reason"] for cell in found.plan["refused"])
    importing.apply_import(by=as_system, roster_import=found, expected_hash=found.plan_hash)
    assert dict(Person.objects.values_list("last_name", "employee_number")) == expected
