"""Shapes and words of lists nobody here had written before: what each holds is found without a hand-made mapping."""

from datetime import date

import pytest

from members.dues.paying import Line
from members.imports.columns import guess
from members.imports.fields import HEADING_WORDS
from members.models import Person
from members.normalising import values
from tests.members import roads
from unionops.platform.core.problems import Problem
from unionops.platform.sheets.reading import parse

CARDS = """\
LOCAL 512 MEMBER CARDS

BOOK NO: 3301      BADGE: 4711
NAME: Vance, Odette R
HOME: 14 Quay St
PAYS BY: check-off   DUES: 21.50

BOOK NO: 3302      BADGE: 4812
NAME: Iturbe, Sol
HOME: 9 Quay St
PAYS BY: card        DUES: 18.75

BOOK NO: 3303      BADGE: 4913
NAME: Wray, Cato
HOME: 2 Mill Ln
PAYS BY: check-off   DUES: 21.50
"""
TWO_LINES = """\
RUN 10/08/26            CENTRAL PAYROLL OFFICE                  PAGE 1

EMPLOYEE NAME                 EMPLOYEE   TRANS     CURRENT       PRIOR         NET
                              ID         CODE    DEDUCTION      ADJUST      AMOUNT
----------------------------------------------------------------------------------
VANCE, ODETTE R               00471100   086         21.50        0.00       21.50
ITURBE, SOL                   00481200   083          0.00        4.25-       4.25-
WRAY, CATO                    00491300   086         18.75        0.00       18.75

LOCAL TOTAL                   EMPLOYEES  3           40.25        4.25-      36.00
"""
SAP = """\
30.09.2026            Dynamic List Display            1

-------------------------------------------------------------
|  Pers.No.|Last name|First name|Position |Entry     |
-------------------------------------------------------------
|  00471100|Vance    |Odette R  |Lineman  |02.10.2015|
|  00481200|Iturbe   |Sol       |Lineman  |26.03.1998|
-------------------------------------------------------------

-------------------------------------------------------------
|  Pers.No.|Last name|First name|Position |Entry     |
-------------------------------------------------------------
|  00491300|Wray     |Cato      |Splicer  |14.01.2011|
-------------------------------------------------------------
"""
FRENCH = """\
Ville de Saint-Aubin
Matricule;Nom;Prénom;Titre d'emploi;Service;Lieu de travail;Classe;Échelon;Statut;Quart de travail;Date d'embauche
004711;Vance;Odette;Préposée;Parcs;Garage municipal;4;2;Temps plein;Jour;2015-10-02
004812;Iturbe;Sol;Commis;Finances;Mairie;6;1;Temps partiel;Soir;1998-03-26
004913;Wray;Cato;Mécanicien;Parcs;Garage municipal;5;3;Temps plein;Nuit;2011-01-14
Nombre d'employés : 3
"""


def table_of(text, name="list.csv"):
    return parse(text.encode() if isinstance(text, str) else text, name, words=HEADING_WORDS)


def rows_of(text, kind, name="list.csv"):
    table = table_of(text, name)
    return roads.rows_of(table, guess(table, kind)).rows


def listed(heading, line, count=6):
    """A list of `count` people who differ in name and number; {n} stands for the number in `line`."""
    return "\n".join([heading, *(line.format(n=at, name="ABCDEFGH"[at]) for at in range(count))]) + "\n"


def test_a_person_in_several_lines_is_one_row():
    rows = rows_of(CARDS, "members", "cards.txt")
    assert [row["member_id"] for row in rows] == ["3301", "3302", "3303"]
    assert (rows[1]["employee_number"], rows[1]["last_name"], rows[1]["dues_amount"]) == ("4812", "Iturbe", "1875")
    assert [row["dues_method"] for row in rows] == ["payroll", "card", "payroll"]
    assert [row["row"] for row in rows] == [3, 8, 13]


def test_a_printed_name_of_two_lines_is_one_name():
    table = table_of(TWO_LINES, "dues.prt")
    assert table.header == ["EMPLOYEE NAME", "EMPLOYEE ID", "TRANS CODE", "CURRENT DEDUCTION", "PRIOR ADJUST", "NET AMOUNT"]  # fmt: skip
    rows = roads.rows_of(table, guess(table, "remittance")).rows
    assert [row["amount"] for row in rows] == ["2150", "-425", "1875"]
    assert rows[1]["employee_number"] == "00481200"


def test_bars_and_headings_between_the_pages_are_no_people():
    rows = rows_of(SAP, "unit", "list.txt")
    assert [row["employee_number"] for row in rows] == ["00471100", "00481200", "00491300"]
    assert [row["hire_date"] for row in rows] == ["2015-10-02", "1998-03-26", "2011-01-14"]


def test_a_sentence_between_the_pages_is_no_person():
    head = "PSN   LAST NAME      FIRST     RANK         STN         HIRED"
    people = [f"400{at}  {name:<15}{'Odette':<10}{'ENGINEER':<13}{'STATION 1':<12}02-OCT-15"
              for at, name in enumerate(["VANCE", "ITURBE", "WRAY", "MOSS"])]  # fmt: skip
    text = "\n".join([head, *people[:2], "2 on this page", head, *people[2:], "2 on this page"]) + "\n"
    assert [row["employee_number"] for row in rows_of(text, "unit", "list.txt")] == ["4000", "4001", "4002", "4003"]


def test_a_count_below_a_group_names_no_group():
    rows = [f"47{at}1,Vance,{name}my,Cook" for at, name in enumerate("ABCDE")]
    head = ["No,Last,First,Job"]
    text = "\n".join([*head, "Site - Lakeside Clinic", *rows[:2], "Lakeside Clinic: 2 employees", "Site - North Annex",
                      *rows[2:], "North Annex: 3 employees"]) + "\n"  # fmt: skip
    assert [row["station"] for row in rows_of(text, "unit")] == ["Lakeside Clinic"] * 2 + ["North Annex"] * 3
    text = "\n".join([*head, "Lakeside Clinic: 3 staff", *rows[:3], "North Annex: 2 staff", *rows[3:]]) + "\n"
    assert "Lakeside Clinic" in table_of(text).header


def test_a_count_above_a_group_as_large_as_the_one_before_it_is_no_count_of_that_one():
    rows = [f"47{at}1,Vance,{name}my,Cook" for at, name in enumerate("ABCDE")]
    text = "\n".join(["No,Last,First,Job", "Lakeside (2 employees)", *rows[:2], "North (2 employees)", *rows[2:4],
                      "South (1 employee)", rows[4]]) + "\n"  # fmt: skip
    assert [row[-1] for row in table_of(text).rows] == [
        *["Lakeside (2 employees)"] * 2, *["North (2 employees)"] * 2, "South (1 employee)"]  # fmt: skip


def test_the_title_of_a_report_is_no_part_of_its_headings():
    title = "VALLEY COLLEGE DISTRICT   CLASSIFIED LIST"
    head = "NUMBER    NAME                 CLASSIFICATION      HIRED"
    people = [f"G470{at}1    {name:<21}{'Lab Coordinator':<20}2015-10-0{at + 1}"
              for at, name in enumerate(["Vance, Odettemarie", "Iturbe, Sol", "Wray, Cato"])]  # fmt: skip
    table = table_of("\n".join([title, head, *people]) + "\n", "list.txt")
    assert table.header == ["NUMBER", "NAME", "CLASSIFICATION", "HIRED"]
    assert table.rows[0][:3] == ["G47001", "Vance, Odettemarie", "Lab Coordinator"]


def test_a_line_of_units_below_the_names_is_no_person():
    text = "Emp No,Name,Hired,Dues\n(6 digits),,(mm/dd/yyyy),(USD)\n104711,\"Vance, Odette\",10/02/2015,21.50\n104812,\"Iturbe, Sol\",03/26/1998,18.75\n"  # fmt: skip
    assert [row["employee_number"] for row in rows_of(text, "members")] == ["104711", "104812"]


def test_the_first_group_is_named_above_the_first_heading():
    head = "Emp #,Employee,Assignment,Dept"
    one = '104711,"Vance, Odette",Cook,Food Service\n104812,"Iturbe, Sol",Cook,Food Service'
    two = '104913,"Wray, Cato",Aide,Instruction\n104999,"Moss, Ida",Aide,Instruction'
    text = f"STAFF LIST\n\nLINCOLN ELEMENTARY,,,\n{head}\n{one}\n2 staff,,,\nBUS GARAGE,,,\n{head}\n{two}\n2 staff,,,\n"
    rows = rows_of(text, "unit")
    assert [row["station"] for row in rows] == ["LINCOLN ELEMENTARY"] * 2 + ["BUS GARAGE"] * 2


def test_a_french_list_is_read_as_an_english_one():
    rows = rows_of(FRENCH.encode("cp1252"), "unit")
    assert len(rows) == 3
    kept = ("employee_number", "last_name", "first_name", "title", "department", "station", "grade", "step", "schedule",
            "tour", "hire_date")  # fmt: skip
    assert [rows[1][slug] for slug in kept] == [
        "004812", "Iturbe", "Sol", "Commis", "Finances", "Mairie", "06", "01", "Part-Time", "Evenings", "1998-03-26",
    ]  # fmt: skip


def test_french_money_and_what_a_bank_refused():
    text = "No de membre;Nom;Date;Montant;État;Motif du refus\n" + "".join(
        f"33{at:02d};Wray {'ABCDEF'[at]};0{at + 1}/09/2026;{21 + at},50 $;{state};\n"
        for at, state in enumerate(["Réussi", "Refusé", "Remboursé"])
    )
    assert [(row["amount"], row["payment_status"]) for row in rows_of(text, "edues")] == [
        ("2150", "Réussi"), ("2250", "Refusé"), ("2350", "Remboursé"),
    ]  # fmt: skip
    assert values.cents("-1 234,50 $") == -123450
    assert values.date("3 juillet 2019").isoformat() == "2019-07-03" != values.date("3 juin 2019").isoformat()


@pytest.mark.parametrize(
    ("heading", "line", "kind", "expected"),
    [
        ("EmplID,Name,DeptID,Descr", '1047{n}1,"Vance, {name}my",1000{n},Parks {name}', "unit", {"department": "Parks A", "org": "10000"}),
        ("Emp ID,Name,FTE", '1047{n}1,"Vance, {name}my",0.5', "unit", {"schedule": "Part-Time"}),
        ("Badge,Name,Classification,Division", '1047{n}1,"Vance, {name}my",Bus Operator,Kirkwood', "unit", {"station": "Kirkwood"}),
        ("Badge,Name,Classification,Division", '1047{n}1,"Vance, {name}my",Clerk,Streets', "unit", {"department": "Streets"}),
        ("Reg No,Last,First", "587{n}K,Vance,{name}my", "unit", {"employee_number": "5870K"}),
        ("First,Last,ID,County ID", "{name}my,Vance,330{n},1047{n}1", "members", {"member_id": "3300", "employee_number": "104701"}),
        ("Book #,Name,City/State/Zip", '330{n},"Vance, {name}my",Port Amity OH 04618', "members", {"city": "Port Amity", "state": "OH", "zip": "04618"}),
        ("Emp ID,Name,SCD (Leave),EOD Agency", '1047{n}1,"Vance, {name}my",01/05/1999,02/06/2004', "unit", {"hire_date": "2004-02-06"}),
    ],
)  # fmt: skip
def test_a_column_is_known_by_its_words_and_its_cells(heading, line, kind, expected):
    row = rows_of(listed(heading, line), kind)[0]
    assert {slug: row.get(slug) for slug in expected} == expected


@pytest.mark.parametrize(
    ("heading", "lines", "amounts"),
    [
        ("Emp#,Name,Deduction,Adj,Total", ["{n},A Vance,21.50,,21.50", "{n},B Vance,,(4.25),(4.25)"], [2150, -425]),
        ("Emp#,Name,Dues,Correction,Sent", ["{n},A Vance,21.50,0.00,21.50", "{n},B Vance,18.75,1.00,17.75"], [2150, 1775]),
        ("Emp#,Name,Reg Dues,Adjust,Total", ["{n},A Vance,21.50DR,0.00DR,21.50DR", "{n},B Vance,0.00DR,4.25CR,4.25CR"], [2150, -425]),
        ("Member No,Name,Debit,Credit", ["{n},A Vance,,21.50", "{n},B Vance,21.50,"], [2150, -2150]),
        ("Member No,Name,Gross,Fee,Net", ["{n},A Vance,21.50,-0.88,20.62", "{n},B Vance,18.75,-0.88,17.87"], [2150, 1875]),
    ],
)  # fmt: skip
def test_the_figures_say_which_column_was_paid(heading, lines, amounts):
    text = "\n".join([heading, *(line.format(n=104711 + at) for at, line in enumerate(lines))]) + "\n"
    assert [int(row["amount"]) for row in rows_of(text, "edues")] == amounts


def test_a_day_that_took_effect_is_no_joining_on_the_employers_list():
    line = '1047{n}1,"Vance, {name}my",09/01/2026'
    assert "join_date" not in rows_of(listed("Emp ID,Name,Eff Date", line), "unit")[0]
    assert rows_of(listed("Book No,Name,Eff Date", line), "members")[0]["join_date"] == "2026-09-01"


@pytest.mark.django_db
def test_two_columns_of_numbers_are_whose_we_know_them_to_be(apply_file):
    apply_file(listed("Emp No,Name,Site", '1047{n}1,"Vance, {name}my",Pier 4'))
    apply_file(listed("ID,Ledger No,Name", '1047{n}1,88{n},"Vance, {name}my"'), "members")
    assert Person.objects.count() == 6
    assert Person.objects.get(employee_number="104701").member_number == "880"


def test_groups_of_our_own_list_may_say_the_standing():
    head = "Mbr #,Name,Pays By,Dues"
    text = (
        f'BOOK,,,\n\nACTIVE MEMBERS,,,\n{head}\n3301,"Vance, Odette",Payroll,21.50\n3302,"Iturbe, Sol",Payroll,18.75\n'
        f'RETIRED MEMBERS,,,\n{head}\n3303,"Wray, Cato",Annual,30.00\n3304,"Moss, Ida",Annual,30.00\n'
    )
    assert [row["status"] for row in rows_of(text, "members")] == ["active", "active", "retired", "retired"]


@pytest.mark.parametrize(("cell", "status"), [("ACTV", "active"), ("RETD", "retired"), ("INACT", "ended"), ("SUSP", "suspended")])  # fmt: skip
def test_a_shortened_status_is_the_whole_word(cell, status):
    text = listed("Member_ID,Name,Status_Code", f'330{{n}},"Vance, {{name}}my",{cell}')
    assert rows_of(text, "members")[0]["status"] == status


def test_a_label_says_what_the_value_beside_it_is():
    head = "First Name,Last Name,Phone 1 - Label,Phone 1 - Value,Custom Field 1 - Label,Custom Field 1 - Value"
    row = rows_of(listed(head, "{name}my,Vance,Mobile,419-555-012{n},Member No,330{n}"), "members")[0]
    assert (row["phone"], row["member_id"], row.get("status")) == ("4195550120", "3300", None)


@pytest.mark.parametrize(
    ("heading", "lines", "amounts"),
    [
        ("UEID,Name,Amount This Month,Amount Last Month,Difference",
         ["{n},A Vance,21.50,18.75,2.75", "{n},B Vance,18.75,18.75,0.00"], [2150, 1875]),
        ("Cust ID,Name,Charge,Credit", ["{n},A Vance,21.50,0.00", "{n},B Vance,0.00,18.75"], [2150, -1875]),
        ("File #,Name,Ded Amt,Ded YTD", ["{n},A Vance,21.50,43.00", "{n},B Vance,(4.25),43.00",
                                         "Company Totals:,,17.25,86.00"], [2150, -425]),
    ],
)  # fmt: skip
def test_what_was_paid_this_time_is_the_amount(heading, lines, amounts):
    text = "\n".join([heading, *(line.format(n=104711 + at) for at, line in enumerate(lines))]) + "\n"
    assert [int(row["amount"]) for row in rows_of(text, "remittance")] == amounts


def test_a_controllers_list_with_days_run_together_and_parts_of_full_time():
    line = '1047{n}13,"VANCE, {name}MY",CLERK,6/10,ROADS,WEST YARD,0213201{n}'
    row = rows_of(
        listed("UEID,EMPLOYEE NAME,CLASS TITLE,TIME BASE,REPORTING UNIT,WORK SITE,APPT EFF DATE", line), "unit"
    )[3]
    kept = ("employee_number", "schedule", "department", "station", "hire_date")
    assert [row[slug] for slug in kept] == ["1047313", "Part-Time", "ROADS", "WEST YARD", "2013-02-13"]


@pytest.mark.django_db
def test_zeros_before_a_member_number_do_not_hide_whose_it_is(apply_file):
    apply_file(listed("Member No,Name,Dues", '330{n},"Vance, {name}my",21.50'), "members")
    paid = apply_file(
        listed("Individual ID Number,Individual Name,Dollar Amount", "0000330{n},{name}MY VANCE,21.50"), "edues"
    )
    assert paid.totals["matched"] == 6


def test_numbers_of_five_figures_are_no_days():
    text = "EE Key X,Legal Last,Legal First,Org Level 1 Desc,Org Level 2 Desc,Hired\n" + "".join(
        f"{number},Vance,{'ABCDEF'[at]}my,{site},{unit},03/0{at + 1}/2011\n"
        for at, (number, site, unit) in enumerate(
            [("01884", "Pine High School", "Grounds"), ("72056", "Bus Garage", "Food Service"), ("94405", "Bus Garage", "Grounds"),
             ("05560", "Pine High School", "Grounds"), ("36451", "Bus Garage", "Food Service"), ("88941", "Bus Garage", "Grounds")]
        )
    )  # fmt: skip
    first = rows_of(text, "unit")[0]
    kept = ("employee_number", "station", "department", "hire_date")
    assert [first[slug] for slug in kept] == ["01884", "Pine High School", "Grounds", "2011-03-01"]


def test_letters_say_how_dues_are_paid_and_a_last_line_sums_up():
    assert rows_of(listed("MEMNO,LNAME,FNAME,PAYTYPE,DUES", "330{n},VANCE,{name}MY,P,21.50"), "members")[0]["dues_method"] == "payroll"  # fmt: skip
    lines = ["Collected on,Membership number,Member,Amount,Outcome,Note"]
    lines += [
        f"09/0{at}/2026,330{at},Amy Vance,21.50,{said}," for at, said in enumerate(["Collected", "Not collected"], 1)
    ]
    table = table_of("\n".join([*lines, ",,Collected,21.50,,"]) + "\n")
    read = roads.rows_of(table, guess(table, "edues")).rows
    assert [Line(row).status for row in read] == ["paid", "failed"]
    assert [aside.kind for aside in table.aside] == ["total"]


@pytest.mark.django_db
@pytest.mark.parametrize(("until", "day"), [("2026-04-30", "2026-04-09"), ("2026-12-31", "2026-09-04")])
def test_days_that_would_lie_ahead_have_the_day_in_front(plan_file, until, day):
    lines = "".join(f"{at};33{at:02d};0{at}/04/2026;21,50\n" for at in range(1, 10))
    of_day = {"as_of": date.fromisoformat(until)}
    plan = plan_file(f"Folio;Socio;Fecha de cobro;Importe\n{lines}", "edues", **of_day).plan
    assert plan["payments"][8]["paid_on"] == day


def test_somebody_who_starts_after_the_list_turns_no_days_where_others_have_the_month_in_front():
    hired = ["2/3/2015", "4/5/2016", "9/4/2026"]
    assert values.past_day_first(hired, "2026-04-30")
    assert not values.past_day_first(hired, "2026-04-30", ["3/26/1980", "1/2/1971"])
    assert not values.past_day_first(["2/3/2015", "4/5/2016", "5/4/2026"], "2026-04-30")


@pytest.mark.django_db
def test_what_is_paid_on_the_first_of_the_month_after_has_the_month_in_front(plan_file):
    lines = "".join(f"{at};33{at:02d};05/01/2026;21.50\n" for at in range(1, 10))
    plan = plan_file(f"Ref;Member No;Date paid;Amount\n{lines}", "edues", as_of=date(2026, 4, 30)).plan
    assert {one["paid_on"] for one in plan["payments"]} == {"2026-05-01"}


@pytest.mark.django_db
def test_another_column_with_the_month_in_front_says_how_days_of_hire_are_read(plan_file):
    lines = [f"4{at}117,Vance,{name}my,{day},{senior}" for at, (name, day, senior) in enumerate(
        [("A", "2/3/2015", "3/26/2015"), ("B", "4/5/2016", "1/2/2017"), ("C", "9/4/2026", "9/4/2026")])]  # fmt: skip
    text = "\n".join(["Emp No,Last,First,Hire Date,Seniority Date", *lines]) + "\n"
    plan = plan_file(text, "unit", as_of=date(2026, 4, 30)).plan
    assert [one["hire_date"] for one in plan["adds"]] == ["2015-02-03", "2016-04-05", "2026-09-04"]


def cut_list(hired, count=12):
    """A list whose last column is what `hired` makes of a number."""
    return "Emp No,Last,First,Hired\n" + "".join(
        f"{40000 + at},Vance,{'ABCDEFGHIJKL'[at]}my,{hired(at)}\n" for at in range(count)
    )


@pytest.mark.parametrize(
    ("hired", "keep"),
    [
        (lambda at: f"2015-03-{at + 10}", -2),
        (lambda at: f"2015-03-{at + 10}", -10),
        (lambda at: f"{at + 1}/4/2015", -3),
        (lambda at: ("Police Officer", "Clerk")[at % 3 > 1], -4),
        (lambda at: '"Lake, North"', -4),
        (lambda at: "Pier 4", -14),
    ],
)  # fmt: skip
def test_a_list_cut_within_its_last_cell_is_refused(hired, keep):
    whole = cut_list(hired)
    assert len(table_of(whole).rows) == len(table_of(whole.rstrip()).rows) == 12
    with pytest.raises(Problem, match="cut off"):
        table_of(whole[:keep])


@pytest.mark.parametrize(
    ("cell", "last"),
    [("2015-03-11", ""), ("12", "1"), ("26.75", "9.5"), ("al@lake.com", "bo@lake.us"), ("01234", "567")],
)
def test_an_honest_last_cell_may_be_shorter_than_all_above_it(cell, last):
    whole = cut_list(lambda at: cell if at < 11 else last)
    assert len(table_of(whole.removesuffix("\n")).rows) == 12


@pytest.mark.parametrize("end", ["", "\n"])
@pytest.mark.parametrize("last", ['"12 Main St,"', '"12 Main St\n"', '"He said ""no"""', '""'])
def test_a_quotation_that_is_closed_is_no_cut(last, end):
    whole = cut_list(lambda at: '"1 Oak St, Apt 2"' if at < 11 else last)
    assert len(table_of(whole.removesuffix("\n") + end).rows) == 12


def test_a_list_that_leaves_out_its_last_empty_cells_is_no_cut():
    lines = [f"4{at:04d},Vance,{'ABCDEFGHIJKL'[at]}my" + (",on leave" if at % 5 == 1 else "") for at in range(12)]
    assert len(table_of("\n".join(["Emp No,Last,First,Notes", *lines])).rows) == 12
    with pytest.raises(Problem, match="cut off"):
        table_of("\n".join(["Emp No,Last,First,Notes", *lines[:-1], "40011,Van"]))


def test_a_given_name_that_begins_another_is_no_cut():
    given = ["Kimberly", "Robert", "Ana", "Kimberly", "Luis", "Mary", "Joan", "Peter", "Cato", "Sol", "Odette", "Kim"]
    assert len(table_of(cut_list(given.__getitem__).removesuffix("\n")).rows) == 12


@pytest.mark.parametrize("last", ["TOTAL 12", "STRENGTH 90,,,", "Confidential"])
def test_a_word_below_a_list_is_no_cut(last):
    assert len(table_of(cut_list(lambda at: f"2015-03-{at + 10}") + last).rows) == 12
