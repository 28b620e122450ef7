"""Web pages and old XML under the name of a workbook, sums of groups, names over several columns."""

import pytest

from unionops.platform.core.problems import Problem
from unionops.platform.files.checks import check_upload
from unionops.platform.sheets.reading import parse
from unionops.platform.sheets.shape import table_from
from unionops.platform.sheets.tables import Grid, Table

WORDS = ("employee number", "name", "last", "first", "title", "department", "hire date", "site")
PAGE = """\
<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1252"></head><body>
<table><tr><td>menu</td></tr></table>
<table border=1>
<tr><td colspan=5>County of Ross &ndash; Staff</td></tr>
<tr><th rowspan=2>Employee<br>Number</th><th colspan=2>Name</th><th colspan=2>Work</th></tr>
<tr><th>Last</th><th>First</th><th>Title</th><th>Site</th></tr>
<tr><td>00412</td><td>Mu\u00f1oz</td><td>Ana</td><td>Clerk</td><td rowspan=2>Annex</td></tr>
<tr><td>00413</td><td>Ode</td><td>Femi&nbsp;A</td><td>Cook &amp; Baker</td></tr>
<tr><td>00414</td><td>Park</td><td>Jin</td><td>Clerk</td><td>Depot</td></tr>
<tr><td colspan=5>3 employees</td></tr>
</table></body></html>"""
XML_WORKBOOK = """\
<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="A"><Table>
<Row><Cell><Data ss:Type="String">Employee Number</Data></Cell><Cell><Data ss:Type="String">Name</Data></Cell>
<Cell><Data ss:Type="String">Hire Date</Data></Cell></Row>
<Row ss:Index="3"><Cell><Data ss:Type="String">00412</Data></Cell><Cell><Data ss:Type="String">Ode, Femi</Data></Cell>
<Cell><Data ss:Type="DateTime">2019-03-04T00:00:00.000</Data></Cell></Row>
<Row><Cell><Data ss:Type="String">00413</Data></Cell><Cell ss:Index="3"><Data ss:Type="DateTime">2020-01-02T00:00:00.000</Data></Cell></Row>
</Table></Worksheet></Workbook>"""


def read(data: bytes, name: str) -> Table:
    check_upload(data, name, "roster")
    return parse(data, name, words=WORDS)


@pytest.mark.parametrize("name", ["staff.xls", "staff.html", "staff.htm"])
def test_a_web_page_is_read_as_the_table_it_holds(name: str) -> None:
    table = read(PAGE.encode("cp1252"), name)
    assert table.header == ["Employee Number", "Name Last", "Name First", "Work Title", "Work Site"]
    assert table.rows == [
        ["00412", "Muñoz", "Ana", "Clerk", "Annex"],
        ["00413", "Ode", "Femi A", "Cook & Baker", "Annex"],
        ["00414", "Park", "Jin", "Clerk", "Depot"],
    ]
    assert [aside.kind for aside in table.aside] == ["banner", "total"]


@pytest.mark.parametrize("name", ["staff.xls", "staff.xml"])
def test_a_workbook_in_old_xml_is_read_with_its_gaps_and_days(name: str) -> None:
    table = read(XML_WORKBOOK.encode(), name)
    assert table.header == ["Employee Number", "Name", "Hire Date"]
    assert table.rows == [["00412", "Ode, Femi", "2019-03-04"], ["00413", "", "2020-01-02"]]


def test_a_page_without_a_table_says_so() -> None:
    with pytest.raises(Problem, match="no table"):
        parse(b"<html><tr></html>", "staff.xls", words=WORDS)


def test_an_entity_in_old_xml_is_not_followed() -> None:
    evil = XML_WORKBOOK.replace("?><?mso", '?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><?mso')
    table = parse(evil.replace("Ode, Femi", "Ode, &e;").encode(), "staff.xls", words=WORDS)
    assert "root:" not in str(table.rows)


@pytest.mark.parametrize("name", ["staff.xls", "staff.xlsx", "staff.prn", "staff.dat", "staff.RPT"])
def test_plain_text_under_another_name_is_read_as_text(name: str) -> None:
    table = read(b'Employee Number,Name,Site\n00412,"Ode, Femi",Annex\n00413,"Park, Jin",Depot\n', name)
    assert table.rows == [["00412", "Ode, Femi", "Annex"], ["00413", "Park, Jin", "Depot"]]


@pytest.mark.parametrize("data", [b"%PDF-1.7 x", b"\x7fELF\x02", b"MZ\x90\x00", b"\x89PNG\r\n\x1a\n"])
@pytest.mark.parametrize("name", ["staff.xls", "staff.prn", "staff.csv"])
def test_what_is_no_list_is_refused_under_any_name(data: bytes, name: str) -> None:
    with pytest.raises(Problem) as caught:
        check_upload(data, name, "roster")
    assert caught.value.code == "not_what_it_says"


def test_sums_of_groups_are_no_people() -> None:
    rows = ["Emp#;Name;Dept;Code;Deduction"]
    for dept in ("Roads", "Jail"):
        rows += [f"5{at};Person {dept} {at};{dept};D41;18.75" for at in range(4)]
        rows += [f";{dept} subtotal;;;75.00", f"4 employees in {dept};;;;", f";{dept} Count;4;;"]
    rows.append(";REPORT TOTAL;;;150.00")
    table = parse("\n".join(rows).encode(), "dues.csv", words=WORDS)
    assert len(table.rows) == 8
    assert [aside.kind for aside in table.aside] == ["total"] * 7


def test_somebody_whose_name_is_count_stays_a_row() -> None:
    rows = ["Employee Number,Name,Title,Site,Hire Date"]
    rows += [f'0041{at},"Ode, Femi",Clerk,Annex,2019-03-0{at}' for at in range(1, 5)]
    rows.append("00419,Basie Count,Clerk,Annex,2019-03-04")
    assert len(parse("\n".join(rows).encode(), "staff.csv", words=WORDS).rows) == 5


def test_a_cell_merged_over_rows_of_people_holds_for_each_of_them() -> None:
    merged = [((3, 0), (4, 0)), ((5, 0), (5, 1))]
    rows = [["Department", "Name", "Site"], ["Jail", "Ode, Femi", "Annex"], ["", "Park, Jin", "Depot"]]
    grid = Grid(list(enumerate([["Staff"], *rows, ["Roads", "Lund, Ida", "Depot"]], start=1)), merged=merged)
    assert [row[0] for row in table_from(grid, WORDS).rows] == ["Jail", "Jail", "Roads"]


REPORT = """\
MERCY GENERAL
COST CTR: 4100 Surgery

ID     NAME                   SITE      HIRED
-----  ---------------------  --------  ----------
8000   Ode, Femi              Annex     2019-03-04
8001   Park, Jin              Depot     2019-03-05

COST CTR: 4200 Pharmacy

ID     NAME                   SITE      HIRED
-----  ---------------------  --------  ----------
8002   Lund, Ida              Annex     2019-03-06
NOTE: end
"""


def test_a_printed_report_names_its_groups_above_their_people() -> None:
    table = parse(REPORT.encode(), "staff.lst", words=WORDS)
    assert table.header == ["ID", "NAME", "SITE", "HIRED", "COST CTR"]
    assert [row[4] for row in table.rows] == ["4100 Surgery", "4100 Surgery", "4200 Pharmacy"]
