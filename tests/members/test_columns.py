"""Columns are known by what stands in them when their headings say nothing."""

import pytest

from members.imports.columns import guess
from members.imports.naming import known_headings
from members.imports.needed import check_mapping
from members.models import Person
from members.snapshot import share_known
from tests.members.layouts import people
from tests.members.roads import rows_of
from unionops.platform.core.problems import Problem
from unionops.platform.sheets.tables import Table


def table(**columns):
    rows = [list(cells) for cells in zip(*columns.values(), strict=True)]
    return Table([name.replace("_", " ") for name in columns], rows=rows, numbers=list(range(2, len(rows) + 2)))


def listed(heading, cells, **more):
    rows = people()
    names = [f"{row['last']}, {row['first']}" for row in rows]
    return table(**{heading: cells, "Who": names, "Hours": [row["tour"] for row in rows], **more})


@pytest.mark.parametrize("heading", ["Ref", "Personnel No.", "Emp #", "Badge", "PERSNO", "Zzz", "HRIS Key"])
def test_a_column_of_different_numbers_is_the_number(heading):
    found = guess(listed(heading, [row["id"] for row in people()]), "unit")
    assert found[heading] == "employee_number"


def test_days_and_phones_are_no_numbers_of_people():
    days = [f"2001{1 + at % 12:02d}{1 + at // 12:02d}" for at in range(60)]
    phones = [f"31255501{at:02d}" for at in range(60)]
    found = guess(listed("Zzz", days, Yyy=phones), "unit")
    assert "employee_number" not in found.values()


def test_two_columns_of_numbers_are_left_to_a_person():
    numbers = [row["id"] for row in people()]
    assert "employee_number" not in guess(listed("Zzz", numbers, Yyy=[f"9{n}" for n in numbers]), "unit").values()


def test_numbers_we_hold_tell_which_column_it_is(roster):
    ours = [person.employee_number.lstrip("0") for person in roster if person.employee_number]
    assert share_known("employee_number", ours) == 1.0
    two = table(Zzz=[f"77{n}" for n in ours], Yyy=ours, Who=["Boyle, Ada", "Chen, Bo", "Cruz, Juan", "O'Neil, Mary"])
    assert guess(two, "unit", share_known)["Yyy"] == "employee_number"


def test_a_supervisors_number_is_not_the_persons(roster):
    ours = [
        Person.objects.exclude(employee_number=None).order_by("pk").values_list("employee_number", flat=True)[0]
    ] * 4
    found = guess(table(Zzz=ours, Who=["Boyle, Ada", "Chen, Bo", "Cruz, Juan", "O'Neil, Mary"]), "unit", share_known)
    assert "employee_number" not in found.values()


def test_places_we_hold_tell_which_column_it_is(roster):
    cells = ["PIER 4", "ANNEX", "Annex", "Pier 4"]
    found = guess(table(Xyz=cells, Who=["Boyle, Ada", "Chen, Bo", "Cruz, Juan", "O'Neil, Mary"]), "unit", share_known)
    assert found["Xyz"] == "station"


def test_a_department_written_as_codes_is_the_organization_code():
    assert guess(listed("Office", [row["org"] for row in people()]), "unit")["Office"] == "org"
    assert guess(listed("Office", ["Nursing", "Police"] * 30), "unit")["Office"] == "department"


def test_short_headings_of_a_member_list_are_understood():
    rows = people()
    columns = {"Mbr_#": [f"M{at}" for at in range(len(rows))], "Surname": [row["last"] for row in rows]}
    found = guess(table(**columns, Given=[row["first"] for row in rows]), "members")
    assert (found["Mbr #"], found["Surname"], found["Given"]) == ("member_id", "last_name", "first_name")


def test_last_names_alone_are_refused():
    with pytest.raises(Problem, match="cannot tell people apart"):
        check_mapping({"Surname": "last_name", "Mail": "email"}, "members")


WARDS = ["3 West", "ICU", "ED", "OR"]


@pytest.mark.parametrize("heading", ["Unit / Floor", "Floor", "Nursing Unit", "Ward"])
def test_a_hospitals_floor_is_where_people_work(heading):
    cells = [WARDS[at % 4] for at, _row in enumerate(people())]
    assert guess(listed(heading, cells), "unit")[heading] == "station"


@pytest.mark.parametrize("heading", ["Union Dues (Y/N)", "Dues Y/N", "Union Member (Y/N)"])
def test_whether_dues_are_withheld_tells_who_is_a_member(heading):
    cells = ["Y" if at % 3 else "N" for at, _row in enumerate(people())]
    assert guess(listed(heading, cells), "unit")[heading] == "status"


def test_a_bare_id_is_the_number_of_whoever_the_list_is_of(roster):
    names = [row["last"] for row in people()], [row["first"] for row in people()]
    listed = table(ID=[f"U-{at:05d}" for at in range(60)], Family=names[0], Given=names[1])
    assert guess(listed, "members", share_known)["ID"] == "member_id"
    assert guess(listed, "unit", share_known)["ID"] == "employee_number"
    assert guess(table(ID=["12345", "23456", "34567"], Family=["Boyle", "Chen", "Cruz"], Given=["A", "B", "C"]),
                 "members", share_known)["ID"] == "employee_number"  # fmt: skip


def test_numbers_under_another_word_are_what_we_know_them_as(roster):
    paid = table(Ntl_ID=["M1", "M2", "M3"], Total=["16.25", "16.25", "36.00"])
    assert guess(paid, "edues", share_known)["Ntl ID"] == "member_id"


def test_letters_beside_first_names_are_initials_and_a_code_of_two_is_not():
    rows = people()
    both = {"Surname": [row["last"] for row in rows], "Forename": [row["first"] for row in rows]}
    letters = table(**both, Zz=["ABCDEFGH"[at % 8] for at in range(60)], Sex=["MF"[at % 2] for at in range(60)])
    assert guess(letters, "unit") == {"Surname": "last_name", "Forename": "first_name", "Zz": "middle"}
    classes = table(**both, Yy=["II", "III", "I"] * 20, Xx=["", "Jr.", "SR", "III"] * 15)
    assert guess(classes, "unit") == {"Surname": "last_name", "Forename": "first_name", "Xx": "suffix"}


def test_no_letter_or_suffix_of_a_name_heads_a_column():
    assert not {"m", "jr", "sr"} & known_headings(None)


def test_the_only_line_of_an_address_is_the_street():
    found = guess(table(Member_Name=["Boyle, Ada", "Chen, Bo"], Street_Apt=["4 Oak St", "12 Elm Rd Apt 3"]), "members")
    assert found["Street Apt"] == "street"


def test_a_share_of_full_time_is_a_schedule():
    listed = table(Employee=["Boyle, Ada", "Chen, Bo"], FTE=["1.00", "0.50"])
    assert guess(listed, "unit")["FTE"] == "schedule"
    assert [row["schedule"] for row in rows_of(listed, guess(listed, "unit")).rows] == ["Full-Time", "Part-Time"]


@pytest.mark.parametrize(
    "cells", [["16.25", "$22.50", "19.75 CR"], ["16,25", "-22,50", "1.019,75"], ["(16.25)", "9.00-", "22.50"]]
)
def test_the_one_column_of_money_is_what_was_paid(cells):
    who = {"Worker": ["Boyle, Ada", "Chen, Bo", "Cruz, Juan"], "EE_No": ["12345", "23456", "34567"]}
    assert guess(table(**who, This_month=cells), "remittance")["This month"] == "amount"
    two = guess(table(**who, This_month=cells, Yr=cells), "remittance")
    assert "amount" not in two.values()


def test_a_pay_location_is_an_organization_code():
    assert guess(table(Employee=["Boyle, Ada", "Chen, Bo"], Pay_Loc=["T1", "T2"]), "unit")["Pay Loc"] == "org"
