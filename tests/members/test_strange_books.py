"""Old workbooks, ODS, decimal commas, printed registers and member lists with ends, each with its truth by hand.

`samples/*.xls` are workbooks as Excel 97 saved them, with merged banners, a heading of two rows, and sums.
"""

import datetime
from pathlib import Path

import pytest

from members.dues import books
from members.imports.standing import status_of
from members.models import Membership, Person
from members.normalising.names import is_rename, split_name
from tests.workbooks import ods
from unionops.platform.core.money import cents
from unionops.platform.core.problems import Problem

SAMPLES = Path(__file__).parent / "samples"
JUNE, JULY = datetime.date(2026, 6, 30), datetime.date(2026, 7, 31)
NEXT_MONTH = [
    ["Unit roster, HR Connect export"],
    ["Run date: 08/01/2026"],
    [],
    ["Emp. ID", "Employee", "Work Site", "Classification", "Pay Range", "Incr", "Shift", "Date of Hire"],
    ["04172", "ABBOTT, LENA Q", "Eastside", "Bus Operator", "R12", "3", "Days", "18-Apr-2011"],
    ["04219", "NUNEZ, JOSE", "Eastside", "Bus Operator", "R12", "5", "Nights", "05-Sep-2006"],
    ["", "O'ROURKE, SIOBHAN", "Eastside", "Mechanic", "R15", "2", "Days", "14-Jan-2019"],
    ["05120", "VAN DER BERG, PIETER", "Westgate", "Mechanic", "R15", "5", "Nights", "21-Jul-2003"],
    ["05234", "SMITH, ROBERT L", "Westgate", "Cleaner", "R08", "6", "Days", "02-Nov-1998"],
    ["05410", "TRAN-BOYD, KIM-LY", "Westgate", "Dispatcher", "R18", "2", "Days", "25-Aug-2014"],
    ["05511", "WASHINGTON HALE, DENISE", "Eastside", "Bus Operator", "R12", "7", "Days", "15-May-2000"],
    ["05602", "IVANOV, SERGEI", "North Yard", "Bus Operator", "R12", "1", "Days", "28-Oct-2024"],
    ["05602", "IVANOV, SERGEI", "North Yard", "Bus Operator", "R12", "1", "Days", "28-Oct-2024"],
    ["05718", "MCDONALD, RUTH", "North Yard", "Storekeeper", "R10", "3", "Days", "13-Feb-2017"],
    ["05911", "OKAFOR JR., EMEKA", "North Yard", "Mechanic", "R15", "6", "Nights", "01-Dec-2009"],
    ["06001", "PEREZ, ANA MARIA", "North Yard", "Bus Operator", "R12", "1", "Swing", "06-Jul-2026"],
    ["06002", "DIAZ, TOMAS", "Westgate", "Cleaner", "R08", "1", "Nights", "32-Jul-2026"],
    ["Records: 13"],
]
OWN = """\
Union Card No.\tFull Name\tBirth Date\tClass\tPays By\tDues/Pay Period\tInitiated\tEnd Date\tReason for Leaving\tE-Mail\tDepot
88-001\tLena Abbott\t01/02/1980\tFull\tPayroll\t30.00\t2012-01-01\t\t\tlena@x.org\tEastside
88-002\tJosé Núñez\t\tFull\tPayroll\t30.00\t2007-01-01\t\t\tjn@x.org\tEastside
88-003\tSiobhán O'Rourke\t\tFull\tE-Dues\t35.00\t2019-06-01\t\t\tso@x.org\tEastside
88-004\tPieter van der Berg\t\tFull\tPayroll\t35.00\t2004-01-01\t\t\tpvb@x.org\tWestgate
88-005\tRobert J. Smith\t\tFull\tPayroll\t22.50\t2022-05-01\t\t\trj@x.org\tWestgate
88-006\tKim-Ly Tran\t\tFull\tE-Dues\t40.00\t2015-01-01\t\t\tkl@x.org\tWestgate
88-007\tDenise Washington-Hale\t\tFull\tPayroll\t30.00\t2001-01-01\t\t\tdwh@x.org\tNorth Yard
88-008\tRuth McDonald\t\tFull\tCash\t20.00\t2018-01-01\t\t\trm@x.org\tNorth Yard
88-009\tAlma Reyes\t\tRetired\tAnnual\t36.00\t1990-01-01\t\t\tar@x.org\t
88-010\tCarl Stone\t\tFull\tPayroll\t40.00\t1995-01-01\t\tPromoted to foreman\tcs@x.org\t
88-011\tSiobhan ORourke\t\tFull\tE-Dues\t35.00\t2019-06-01\t\t\tso@x.org\tEastside
88-012\tWei Li\t\tFull\tPayroll\t30.00\t2021-08-01\t2026-03-31\tSF-1188 / resigned\twl@x.org\tNorth Yard
88-013\tNoel Baker\t\tFull\tPayroll\t30.00\t2001-08-01\t2025-12-31\tDeceased\tnb@x.org\t
"""
DUES = """\
HARBOR TRANSIT AUTHORITY
Union Deductions Register;Local 88;Pay date;06/26/2026

Badge;Employee;Code;Deduction;YTD
04127;Abbott, Lena Q;UD1;30,00;390,00
04219;Nunez, Jose;UD1;27,50;380,00
05120;Van Der Berg, Pieter;UD1;35,00;455,00
05511;Washington-Hale, Denise;UD1;30,00;390,00
05602;Ivanov, Sergei;UD1;30,00;30,00
03990;Stone, Carl;UD1;40,00;1.520,00
;Total Local 88;;192,50;3.165,00
6 records;;;;
"""
CARDS = """\
Payment ID|Customer Ref|Paid On|Gross|Fee|Outcome|Decline Code|Payer E-mail
pay_9001|88-003|06/03/2026|35.00|1.02|succeeded||so@x.org
pay_9002|88-006|06/05/2026|40.00|0.00|failed|insufficient_funds|kl@x.org
pay_9003|88-009|06/07/2026|36.00|1.04|succeeded||ar@x.org
pay_9005|88-009|06/15/2026|-36.00|0.00|refunded||ar@x.org
pay_9006||06/16/2026|12.00|0.40|succeeded||stranger@y.org
"""
REGISTER = """\
1PAYROLL SYSTEM                UNION DUES CHECK-OFF REGISTER               07/10/2026
LOCAL 88                        PERIOD 2026-14

EMP ID   EMPLOYEE NAME         DEDN    CURRENT       Y-T-D  RSN
-------  ------------------  ----  ----------  ----------  ---
0004127  ABBOTT LENA Q       DUES       30.00      420.00
0004219  NUNEZ JOSE          DUES       30.00      410.00
0005120  VAN DER BERG PIETE  DUES       35.00      490.00
0005233  SMITH ROBERT J      DUES        0.00      315.00  LOA
0005511  WASHINGTON-HALE DE  DUES       30.00      420.00
                               ------
DEPARTMENT TOTAL                       125.00

REPORT TOTAL      5                    125.00
"""


def numbers(entries):
    return [entry["employee_number"].lstrip("0") for entry in entries]


@pytest.fixture
def june(apply_file):
    return apply_file((SAMPLES / "transit_june.xls").read_bytes(), name="june.xls", as_of=JUNE)


def test_a_month_from_an_old_workbook_to_an_ods(june, plan_file):
    assert june.totals["adds"] == 12 and not june.plan["refused"] and not june.plan["review"]
    okafor = Person.objects.get(last_name="Okafor")
    assert (okafor.suffix, okafor.grade, okafor.step, okafor.worksite.name) == ("Jr", "R15", "06", "North Yard")
    plan = plan_file(ods(("Roster", NEXT_MONTH)), name="july.ods", as_of=JULY).plan
    assert numbers(plan["adds"]) == ["6001", "6002"] and numbers(plan["leavers"]) == ["5233", "5803"]
    assert numbers(plan["name_changes"]) == ["5410"] and numbers(plan["id_corrections"]) == ["4127"]
    changes = {(entry["employee_number"].lstrip("0"), entry["field"], entry["new"]) for entry in plan["changes"]}
    assert changes == {
        ("5120", "step", "05"), ("5511", "station", "Eastside"), ("5511", "tour", "Days"),
        ("5718", "title", "Storekeeper"), ("5718", "grade", "R10"),
    }  # fmt: skip
    assert len(plan["duplicates"]) == 1 and not plan["review"] and plan["unchanged"] == 5
    assert [(entry["row"], entry["column"]) for entry in plan["refused"]] == [(17, "Date of Hire")]


def test_a_department_renamed_in_a_printed_list(apply_file, plan_file):
    people = [(f"E00{at:04d}", f"Name{chr(65 + at)}y", "Roads", "Shop 1", "Welder") for at in range(6)]
    lines = "".join(
        f"{number};{last};Sam;Dept of {dept};{shop};{job};24,10;0,75\n" for number, last, dept, shop, job in people
    )
    heading = "Personnel no;Family name;Forename;Dept;Workplace;Occupation;Hourly rate;FTE\n"
    first = apply_file(heading + lines + "Summe;;;;;;144,60;4,5\n")
    assert first.totals["adds"] == 6 and not first.plan["review"] and "dues_amount" not in first.mapping.values()
    heading = f"{'PERSNO':<9}{'NAME':<18}{'DEPARTMENT':<24}{'WORKPLACE':<12}OCCUPATION"
    later = [(*people[0][:2], "Parks", "Green 4", "Welder"),
             *((*who[:2], "Transportation", "Shop 1", "Sr Welder" if at == 3 else "Welder") for at, who in enumerate(people) if at)]  # fmt: skip
    body = [
        f"{number:<9}{last.upper() + ', SAM':<18}{'Dept of ' + dept:<24}{shop:<12}{job}"
        for number, last, dept, shop, job in later
    ]
    pages = [["COUNTY LIST      PAGE 1", "", heading, "-" * 70, *body[:3], "PAGE TOTAL 3"],
             ["\fCOUNTY LIST      PAGE 2", "", heading, "-" * 70, *body[3:], "PAGE TOTAL 3", "TOTAL EMPLOYEES 6"]]  # fmt: skip
    plan = plan_file("\r\n".join(line for page in pages for line in page), name="list.txt").plan
    renamed = [(entry["kind"], entry["from"], entry["to"], entry["people"]) for entry in plan["renames"]]
    assert renamed == [("department", "Dept of Roads", "Dept of Transportation", 5)]
    changed = {(entry["employee_number"], entry["field"]) for entry in plan["changes"]}
    assert changed == {("E000000", "department"), ("E000000", "station"), ("E000003", "title")}
    assert not plan["adds"] and not plan["leavers"] and not plan["review"]


@pytest.fixture
def own(june, apply_file):
    return apply_file(OWN.encode("utf-16"), "members", name="own.txt", source="Local", as_of=JUNE)


def test_ends_of_memberships_are_spells(own, plan_file, apply_file):
    ended = {(m.person.last_name, str(m.since), str(m.until), m.reason, m.person.standing)
             for m in Membership.objects.exclude(until=None).select_related("person")}  # fmt: skip
    assert ended == {
        ("Li", "2021-08-01", "2026-03-31", "SF-1188 / resigned", "former"),
        ("Baker", "2001-08-01", "2025-12-31", "Deceased", "former"),
    }
    assert str(Person.objects.get(last_name="Baker").deceased_on) == "2025-12-31"
    assert Person.objects.get(last_name="Reyes").standing == "retired"
    (doubt,) = own.plan["refused"]
    assert (doubt["row"], doubt["value"]) == (11, "Promoted to foreman") and "without a last day" in doubt["reason"]
    again = plan_file(OWN.encode("utf-16"), "members", name="o.txt", source="Local", as_of=JULY)
    assert not again.plan["changes"] and not again.plan["adds"] and again.totals["unchanged"] == 12
    later = OWN.replace("30.00\t2007-01-01\t\t", "30.00\t2007-01-01\t2026-07-15\tMoved away")
    month = apply_file(
        later.replace("2025-12-31", "2025-12-30").encode("utf-16"),
        "members",
        name="own.txt",
        source="Local",
        as_of=JULY,
    )
    said = {(e["last_name"], e["field"], e["new"]) for e in month.plan["changes"]}
    assert said == {("Núñez", "status", "ended"), ("Núñez", "end_date", "2026-07-15"),
                    ("Núñez", "left_reason", "Moved away"), ("Baker", "end_date", "2025-12-30"),
                    ("Baker", "deceased_on", "2025-12-30")}  # fmt: skip
    spell = Membership.objects.get(person__last_name="Núñez")
    assert (str(spell.until), spell.reason, spell.person.standing) == ("2026-07-15", "Moved away", "former")
    assert str(Membership.objects.get(person__last_name="Baker").until) == "2025-12-30"


@pytest.mark.parametrize(
    ("status", "klass", "joined", "end", "standing", "doubt"),
    [
        ("", "Retired member", "2001-01-01", "", "retired", ""),
        ("Active", "Retired - annuitant", "2001-01-01", "", "retired", ""),
        ("Active", "Regular", "2001-01-01", "2026-01-31", "member", "goes on"),
        ("", "Regular", "2001-01-01", "2027-01-31", "member", "after the day of the list"),
        ("", "Regular", "2026-02-01", "2019-01-31", "member", "before the day of joining"),
        ("Withdrawn", "Regular", "2001-01-01", "2026-01-31", "former", ""),
        ("Non-member", "Fee payer", "", "", "nonmember", ""),
        ("Resigned", "Regular", "2001-01-01", "2027-01-31", "former", "counted as no member"),
        ("Resigned", "Regular", "2026-02-01", "2019-01-31", "former", "counted as no member"),
        ("Active - no longer on leave", "Regular", "2001-01-01", "", "member", ""),
        ("Pending cancellation", "Regular", "2001-01-01", "", "member", ""),
    ],
)
def test_status_class_and_end_are_one_word(apply_file, db, status, klass, joined, end, standing, doubt):
    text = f"Member ID,Last Name,First Name,Status,Member Class,Joined,Date left\nM1,Quist,Ida,{status},{klass},{joined},{end}\n"
    found = apply_file(text, "members", as_of=JUNE)
    assert Person.objects.get().standing == standing
    assert [doubt in entry["reason"] for entry in found.plan["refused"]] == ([True] if doubt else [])


@pytest.mark.parametrize("cell", ["Never a member", "never joined", "Not yet a member", "Pending - not a member"])
def test_who_never_was_one_is_no_member(cell):
    assert status_of(cell) == "none"


def test_no_membership_ends_before_it_began(apply_file, db):
    apply_file("Member ID,Last Name,First Name,Joined\nM1,Quist,Ida,2015-03-07\n", "members", as_of=JUNE)
    apply_file(
        "Member ID,Last Name,First Name,Status,Date left\nM1,Quist,Ida,Resigned,2014-09-01\n", "members", as_of=JULY
    )
    assert Membership.objects.get().until == JULY


def test_books_of_a_local_with_decimal_commas(june, own, apply_file, as_system):
    dues = apply_file(DUES.encode("cp1252"), "remittance", name="dues.csv", source="Payroll", as_of=JUNE)
    assert dues.totals["agrees_with_report"] and dues.totals["net_cents"] == 19250
    cards = apply_file(CARDS, "edues", name="cards.txt", source="Cards", as_of=JUNE)
    found = books.reconciliation(as_system, unit_list=june, dues=dues, edues=cards, as_of=JUNE)
    ids = {name: [item["member_id"] or item["last_name"] for item in found[name]]
           for name, value in found.items() if isinstance(value, list) and name != "member_duplicates"}  # fmt: skip
    assert found["density"] == 0.6667 and found["remittance"]["records"] == 6
    assert ids["paying_not_member"] == ["Ivanov"] and ids["members_not_remitted"] == ["88-005"]
    assert ids["amount_differs"] == ["88-002"] and ids["left_the_unit_still_paying"] == ["88-010"]
    assert ids["failed_payments"] == ["88-006"] and ids["refunded"] == ["88-009"] and not ids["paid_twice"]
    assert ids["not_in_unit"] == ["88-009", "88-010"] and found["member_duplicates"] == [["88-003", "88-011"]]


def test_a_line_without_money_says_why_none_came(june, own, apply_file, as_system):
    register = apply_file(REGISTER, "remittance", name="dues.txt", source="Payroll", as_of=JULY)
    assert register.totals["agrees_with_report"] and register.totals["records"] == 5
    found = books.reconciliation(as_system, unit_list=june, dues=register, edues=None, as_of=JULY)
    said = {item["member_id"]: item["reason"] for item in found["members_not_remitted"]}
    assert said == {"88-005": "LOA", "88-010": ""} and not found["unmatched_lines"]
    book = (SAMPLES / "transit_dues.xls").read_bytes()
    advice = apply_file(book, "remittance", name="dues.xls", source="Payroll", as_of=JULY)
    found = books.reconciliation(as_system, unit_list=june, dues=advice, edues=None, as_of=JULY)
    assert (found["remittance"]["net_cents"], found["remittance"]["records"]) == (15500, 6)
    assert advice.totals["agrees_with_report"] and not found["amount_differs"]
    said = {item["member_id"]: item["reason"] for item in found["members_not_remitted"]}
    assert said == {"88-005": "Leave of absence 06/15/2026", "88-010": ""}


LETTER = """\
Dear Secretary,

Thank you for your letter of June 3, 2026, in which you asked for the list of employees, by name, site and shift.
We are preparing the list, and it will be sent, at the latest, on June 20, 2026. Please call Ms. Ortiz, ext. 4410,
with questions. Employees at Eastside, Westgate, and North Yard are included, while supervisors are not.

Sincerely,
Dana Ortiz, Labor Relations
"""
CLAUSES = """\
1. Article 7, Section 3 of the agreement says the Employer shall furnish a list.
2. The list shall have names, addresses, and job titles.
3. It comes monthly, electronically, and free of charge.
"""
PAGE = "<html><body><h1>Sign in</h1><p>Session expired, please log in</p></body></html>\n"


@pytest.mark.parametrize("kind", ["unit", "members", "remittance"])
@pytest.mark.parametrize(
    ("text", "code"),
    [(LETTER, "prose"), (CLAUSES, "prose"), (PAGE, "not_a_sheet"), ('{"error": "no"}\n', "not_a_sheet")],
)
def test_what_is_no_list_is_no_plan(plan_file, db, text, code, kind):
    with pytest.raises(Problem) as raised:
        plan_file(text, kind)
    assert raised.value.code == code


@pytest.mark.parametrize(
    ("one", "other", "is_change"),
    [
        ("Norsen-Russell, Ann", "NORSENRUSSELL, ANN", True),
        ("Norsen-Russell, Ann", "NORSEN RUSSELL, ANN", False),
        ("St.John, Ann", "STJOHN, ANN", True),
        ("Mc Donald, Ann", "MCDONALD, ANN", False),
        ("O’Brien, Kate", "OBRIEN, KATE", False),
        ("Smith, James A", "Smith, James H", True),
        ("Smith, James A", "Smith, James", False),
        ("Smith, Mary Ann B", "Smith, Mary A", False),
        ("Smith Jr, James", "Smith Sr, James", True),
        ("Lee, Ann", "Lee, Anne", True),
    ],
)
def test_what_is_spelled_anew_is_no_unchanged_name(one, other, is_change):
    assert is_rename(split_name(one), split_name(other)) is is_change


def test_another_flat_is_another_address(apply_file, plan_file, db):
    text = "Emp ID,Last Name,First Name,Address,Apt,City,State,Zip\n00071,Ito,Ken,12 Oak Street,4,Salem,OR,97301\n"
    apply_file(text)
    assert plan_file(text.replace("12 Oak Street,4", "12 Oak St. 4,"), name="same.csv").totals["unchanged"] == 1
    assert [e["field"] for e in plan_file(text.replace(",4,", ",5,")).plan["changes"]] == ["street"]


@pytest.mark.parametrize(
    ("text", "amount"), [("27,50", 2750), ("2.165,00", 216500), ("1,234.50", 123450), ("1,234", 123400)]
)
def test_a_comma_before_two_figures_parts_the_cents(text, amount):
    assert cents(text) == amount


def test_a_comma_that_parts_nothing_is_refused():
    with pytest.raises(ValueError, match="not an amount"):
        cents("1,2345")


IN_CENTS = """\
id,created,amount_cents,currency,customer_email,customer_name,status,failure_code
ch_1,2026-06-01T10:11:12Z,1200,usd,ar@x.org,Alma Reyes,succeeded,
ch_2,2026-06-02T10:11:12Z,4000,usd,kl@x.org,Kim-Ly Tran,failed,card_declined
"""
IN_SPANISH = """\
Fecha;Numero de socio;Nombre;Importe;Estado
01/06/2026;88-009;Alma Reyes;12,00;Pagado
02/06/2026;88-006;Kim-Ly Tran;40,00;Fallido
13/06/2026;88-003;Siobhan O'Rourke;-35,00;Devuelto
Total;;;17,00;
"""


@pytest.mark.parametrize(("text", "cents_of"), [(IN_CENTS, {"Reyes": 1200, "Tran": 4000}),
                                                (IN_SPANISH, {"Reyes": 1200, "Tran": 4000, "O'Rourke": -3500})])  # fmt: skip
def test_cents_and_another_language(own, apply_file, text, cents_of):
    found = apply_file(text, "edues", name="cards.csv", source="Cards", as_of=JUNE)
    lines = {line.person.last_name: line for line in found.payments.select_related("person")}
    assert {name: line.cents for name, line in lines.items()} == cents_of
    assert lines["Tran"].status == "failed" and lines["Reyes"].status == "paid"
    assert "O'Rourke" not in lines or lines["O'Rourke"].status == "refunded"


@pytest.mark.parametrize(
    "cell", ["Member - formerly inactive", "Retirement eligible", "Active, was inactive", "Eligible to retire"]
)
def test_who_is_one_again_or_may_retire_one_day_is_a_member(cell):
    assert status_of(cell) == "active"
