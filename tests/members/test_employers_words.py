"""What an employer's list says beside the job: a death, degrees after names, counts of rows, columns left empty."""

import datetime

import pytest

from members.imports.columns import guess
from members.imports.payments import stated_count
from members.models import FollowUp, Person
from members.normalising.names import Name, is_rename
from members.reaching.audience import receipt_of
from members.services import importing
from tests.members.roads import rows_of
from unionops.platform.sheets.reading import parse

DAY = datetime.date(2026, 10, 31)
MEMBERS = """\
Member ID;Employee ID;Last Name;First Name;E-mail;Dues Method;Status
M1;100201;Abara;Chi;chi@example.org;Payroll;Active
M2;100202;Bello;Ana;ana@example.org;Payroll;Active
"""


def unit_list(heading, cells, extra=""):
    people = [("100201", "Abara", "Chi"), ("100202", "Bello", "Ana"), ("100203", "Crane", "Lou")]
    rows = [",".join([*who, cell]) for who, cell in zip(people, cells, strict=True)]
    return "\n".join([f"Emp ID,Last name,First name,{heading}", *rows, extra])


@pytest.mark.parametrize(
    ("heading", "cells", "day"),
    [
        ("Employment Status", ("Deceased", "Active", "LOA"), None),
        ("Separation Reason", ("Death", "", ""), None),
        ("Estado laboral", ("Fallecido", "Activo", "Activo"), None),
        ("Nature of Action", ("Separation - Death", "Promotion", "Within-grade increase"), None),
        ("Job Status", ("Died 10/04/2026", "A", "A"), datetime.date(2026, 10, 4)),
        ("Work Schedule", ("Deceased", "Full-Time", "Part-Time"), None),
        ("Date of death", ("10/04/2026", "", ""), datetime.date(2026, 10, 4)),
        ("Notes", ("Deceased", "", ""), None),
    ],
)
def test_an_employers_list_tells_of_a_death_and_of_nothing_else(apply_file, as_system, heading, cells, day):
    apply_file(unit_list("Site", ("Pier", "Pier", "Pier")), as_of=datetime.date(2026, 9, 30))
    apply_file(MEMBERS, "members", source="Local")
    found = apply_file(unit_list(heading, cells), as_of=DAY)
    chi, ana, lou = Person.objects.order_by("last_name")
    assert (chi.has_died, chi.deceased_on, chi.standing) == (True, day, "member")
    assert (ana.has_died, ana.standing, lou.has_died, lou.standing) == (False, "member", False, "nonmember")
    assert [reached.person for reached in receipt_of(Person.objects.order_by("pk"), channel="email").people] == [ana]
    assert [task.person for task in FollowUp.objects.filter(what="died")] == ([] if day else [chi])
    assert apply_file(unit_list(heading, cells), as_of=DAY).totals["unchanged"] == 3
    importing.undo_import(by=as_system, roster_import=found)
    assert not Person.objects.filter(has_died=True).exists()


@pytest.mark.parametrize("cells", [("Terminated", "Active", "Retired"), ("Death benefits paid", "A", "A")])
def test_a_jobs_status_ends_and_begins_no_membership(apply_file, cells):
    apply_file(MEMBERS, "members", source="Local")
    apply_file(unit_list("Employee Status", cells), as_of=DAY)
    assert list(Person.objects.order_by("last_name").values_list("standing", "has_died")) == [
        ("member", False), ("member", False), ("nonmember", False),
    ]  # fmt: skip


def test_what_stands_after_whole_names_is_no_name():
    rows = [f"N{at},{name}" for at, name in enumerate(
        ["Ángel Hill, MLIS", "Ana B. Crane, PhD", "Lou Van Dyke", "Kim Abara Jr., RN, BSN", "Jo Bello, Esq."], 1000)]  # fmt: skip
    table = parse("\n".join(["Emp ID,Name", *(f'{row.partition(",")[0]},"{row.partition(",")[2]}"' for row in rows)]).encode(), "x.csv")  # fmt: skip
    found = rows_of(table, guess(table, "unit")).rows
    assert [(row["last_name"], row["first_name"], row["suffix"]) for row in found] == [
        ("Hill", "Ángel", ""), ("Crane", "Ana", ""), ("Van Dyke", "Lou", ""), ("Abara", "Kim", "Jr"), ("Bello", "Jo", ""),
    ]  # fmt: skip


def test_two_surnames_and_a_given_name_in_capitals_are_no_degree():
    names = ["García López, JOSÉ", "Ruiz Vega, ANA", "Peña Sol, LUZ"]
    table = parse(
        "\n".join(["Emp ID,Name", *(f'10020{at},"{name}"' for at, name in enumerate(names))]).encode(), "x.csv"
    )
    assert [row["last_name"] for row in rows_of(table, guess(table, "unit")).rows] == [
        "García López",
        "Ruiz Vega",
        "Peña Sol",
    ]


def test_a_line_that_counts_people_is_nobody():
    text = unit_list("Site,Shift,Title", ("Pier,AM,Cook", "Pier,PM,Cook", "Annex,AM,Clerk"), "3,employees,,,,")
    table = parse(text.encode(), "x.csv")
    assert len(table.rows) == 3 and [aside.kind for aside in table.aside] == ["total"]


def test_a_column_without_a_cell_gives_way_to_one_that_says_the_same():
    text = unit_list("Assignment,Job Title", (",Cook", ",Cook", ",Clerk"))
    table = parse(text.encode(), "x.csv")
    assert guess(table, "unit")["Job Title"] == "title" and "Assignment" not in guess(table, "unit")


def test_a_surname_written_on_to_its_beginning_is_no_other_name():
    for one, other in [("Dossantos", "Dos Santos"), ("Vanhouten", "van Houten"), ("Delacruz", "De La Cruz")]:
        assert not is_rename(Name(one, "Ana"), Name(other, "Ana"))
    for one, other in [("Houten", "Van Houten"), ("Delgado", "Delgado-Ruiz"), ("Norsenrussell", "Norsen-Russell")]:
        assert is_rename(Name(one, "Ana"), Name(other, "Ana"))


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("PLANT TOTAL 67 EMPLOYEES 3340.64", 67), ("GRAND TOTAL 9173.50 COUNT 518", 518), ("TOTAL EMPLOYEES 130", 130),
        ("Records: 1,345", 1345), ("TOTAL FOR EMPLOYEES 3340.64", None),
    ],
)  # fmt: skip
def test_a_sum_of_money_is_no_count_of_people(line, count):
    assert stated_count([[1, "total", line]]) == count


def test_levels_with_letters_and_tours_with_numbers_are_read():
    cells = [("T1,02/B,MA", "T2,06/O,MB", "T1,04/A,MA")[at % 3] for at in range(9)]
    people = [f"{100200 + at},Name{chr(65 + at)},First,{cell}" for at, cell in enumerate(cells)]
    table = parse("\n".join(["Emp ID,Last name,First name,Tour,Lvl/Step,Apt", *people]).encode(), "x.csv")
    mapping = guess(table, "unit")
    assert (mapping["Tour"], mapping["Lvl/Step"]) == ("tour", "grade_step")
    first = rows_of(table, mapping).rows[0]
    assert (first["tour"], first["grade"], first["step"]) == ("T1", "02", "B")
