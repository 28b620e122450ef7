"""Of a file with several funds only dues count as dues; the others are told apart, to the cent."""

import pytest

from members.dues.paying import Line, match_lines
from members.dues.reconciling import Books, reconcile
from members.imports.funds import of_dues
from members.matching import Known, Roster
from members.normalising.names import Name
from members.services import importing
from unionops.platform.access.roles import Role

COLUMNS = """\
Emp ID,Employee name,Dues,COPE,Total
00012345,"BOYLE, ADA M",16.25,5.00,21.25
00023456,"CHEN, BO",16.25,0.00,16.25
00023456,"CHEN, BO",-16.25,0.00,-16.25
,TOTAL,16.25,5.00,21.25
"""
ROWS = """\
Emp ID,Employee name,Deduction,Amount
00012345,"BOYLE, ADA M",Union dues,16.25
00012345,"BOYLE, ADA M",COPE,5.00
00023456,"CHEN, BO",Union dues,16.25
00023456,"CHEN, BO",Union dues,(16.25)
,GRAND TOTAL,,21.25
"""
SECTIONS = """\
Emp ID    Employee name       Amount
DEDUCTION: 510 UNION DUES
00012345  BOYLE, ADA M         16.25
00023456  CHEN, BO             16.25
00023456  CHEN, BO             16.25-
          SUBTOTAL             16.25
DEDUCTION: 512 COPE
00012345  BOYLE, ADA M          5.00
          SUBTOTAL              5.00
          GRAND TOTAL          21.25
"""


@pytest.mark.parametrize(("text", "name"), [(COLUMNS, "a.csv"), (ROWS, "b.csv"), (SECTIONS, "c.txt")])
def test_only_dues_are_dues(roster, plan_file, text, name):
    totals = plan_file(text, "remittance", name=name).totals
    assert (totals["net_cents"], totals["records"], totals["refund_records"]) == (1625, 3, 1)
    assert sum(totals["funds"].values()) == 500
    assert totals["agrees_with_report"]


def test_money_that_failed_is_money_of_no_fund():
    rows = [{"row": at, "fund": "COPE", "amount": "500", "payment_status": said} for at, said in enumerate(("", "NSF"))]
    rows.append({"row": 3, "fund": "Dues", "amount": "1625", "fund PAC": "300", "payment_status": "failed"})
    assert of_dues(rows)[1] == {"COPE": 500}


SMITHS = [Known(pk, Name("Smith", "John"), kept=({"dues_amount": str(cents), "dues_method": "payroll"}, {}))
          for pk, cents in ((1, 2000), (2, 3000))]  # fmt: skip


@pytest.mark.parametrize(("people", "lines", "whose"), [
    (2, [(1, 2000), (1, 3000)], [1, 2]),
    (2, [(1, 2000), (1, 3000), (2, 3000), (2, 2000)], [1, 2, 2, 1]),
    (2, [(1, 2000), (1, 3000), (1, -3000), (1, -2000)], [1, 2, 2, 1]),
    (1, [(1, 2000), (1, 3000)], [1, 1]),
    (2, [(1, 2000), (1, 3000), (2, 2500), (2, 3500)], [1, 2, None, None]),
    (2, [(1, 2000), (1, 3000), (2, 3500), (2, 2000)], [1, 2, 2, 1]),
    (2, [(1, 2000), (1, 3000), (2, 2500)], [1, 2, None]),
    (2, [(1, 2000), (1, 3000), (2, 2500), (2, 2500)], [1, 2, 1, 2]),
    (2, [(1, 2000), (1, 3000), (2, -500)], [1, 2, None]),
])  # fmt: skip
def test_two_of_one_name_in_one_pay_period_are_two(people, lines, whose):
    rows = [{"row": at, "last_name": "Smith", "first_name": "John", "pay_period": period, "amount": str(cents)}
            for at, (period, cents) in enumerate(lines)]  # fmt: skip
    assert [line.known and line.known.pk for line in match_lines(rows, Roster(SMITHS[:people]))] == whose


@pytest.mark.parametrize(("second", "told"), [(1625, []), (1400, [(3250, 3025)])])
@pytest.mark.parametrize("field", ["pay_period", "paid_on"])
def test_each_pay_period_of_a_file_is_held_against_the_rate(field, second, told):
    ada = Known(1, Name("Boyle", "Ada"), kept=({"dues_amount": "1625", "dues_method": "payroll"}, {}))
    lines = [
        Line({"row": at, "amount": str(cents), field: f"2026-01-1{at}"}, ada) for at, cents in enumerate((1625, second))
    ]
    found = reconcile(Books({1: ada}, {1}, {1}, 1, lines))
    assert [(one["expected_cents"], one["withheld_cents"]) for one in found["amount_differs"]] == told


def test_who_was_told_by_the_name_is_so_on_every_line(roster, plan_file):
    lines = [f'"STONE, RITA",2026-0{at},Dues,36.00' for at in (1, 2)]
    plan = plan_file("\n".join(["Name,Pay period,Deduction,Amount", *lines]), "remittance").plan
    assert len({line["pk"] for line in plan["payments"]}) == 1


def test_the_page_tells_each_fund_and_does_not_call_its_column_left_out(roster, plan_file, make_user, sign_in):
    found = plan_file(COLUMNS, "remittance")
    page = sign_in(make_user(Role.MEMBERSHIP_SECRETARY)).get(found.get_absolute_url()).content.decode()
    assert "COPE (not dues)" in page and "Columns left out: Total." in page


ARREARS = [
    ("Emp ID,Employee name,Dues,Arrears", "{0},{1}", "TOTAL,{0},{1}"),
    ("Emp ID,Employee name,Back Dues,Regular Dues", "{1},{0}", "TOTAL,{1},{0}"),
    ("Emp ID,Employee name,Dues Amt,Retro Dues,Total Withheld", "{0},{1},{2}", "TOTAL,{0},{1},{2}"),
    ("Emp ID,Employee name,Total Deduction,Arrears,COPE", "{2},{1},0.00", "TOTAL,{2},{1},0.00"),
    ("Emp ID,Employee name,Current Dues,Past Due Collected,Total Remitted", "{0},{1},{2}", "TOTAL,{0},{1},{2}"),
    ("Emp ID,Employee name,Current,Adj,Net", "{0},{1},{2}", "TOTAL,{0},{1},{2}"),
    ("Núm. de empleado,Nombre completo,Cuota,Atrasos", "{0},{1}", "TOTAL,{2}"),
    ("Matricule,Nom complet,Cotisation,Arriérés", "{0},{1}", "TOTAL,{2}"),
]


@pytest.mark.parametrize(("head", "cells", "total"), ARREARS)
def test_dues_and_arrears_are_added_up_and_shown_apart(roster, plan_file, head, cells, total):
    lines = [
        f'00012345,"BOYLE, ADA M",{cells.format("16.25", "4.10", "20.35")}',
        f'00023456,"CHEN, BO",{cells.format("16.25", "0.00", "16.25")}',
        f",{total.format('32.50', '4.10', '36.60')}",
    ]
    totals = plan_file("\n".join([head, *lines]), "remittance", name="a.csv").totals
    assert (totals["net_cents"], totals["arrears_cents"], totals["records"]) == (3660, 410, 2)
    assert totals["agrees_with_report"]


def test_arrears_in_rows_of_their_own_are_dues(roster, plan_file):
    text = ROWS.replace("COPE", "Arrears").replace("(16.25)", "0.00").replace(",21.25", ",37.50")
    totals = plan_file(text, "remittance", name="b.csv").totals
    assert (totals["net_cents"], totals["arrears_cents"]) == (3750, 500)
    assert totals["agrees_with_report"] and "funds" not in totals


def test_arrears_are_no_other_amount():
    ada = Known(1, Name("Boyle", "Ada"), kept=({"dues_amount": "1625", "dues_method": "payroll"}, {}))
    found = reconcile(Books({1: ada}, {1}, {1}, 1, [Line({"row": 1, "amount": "2035", "arrears": "410"}, ada)]))
    assert not found["amount_differs"]
    assert found["remittance"] == {"records": 1, "net_cents": 2035, "gross_cents": 2035, "arrears_cents": 410}


def test_a_person_says_which_of_two_namesakes_paid(as_system, unit, apply_file, plan_file):
    people = 'Emp ID,Employee name,Site\n00012345,"SMITH, JOHN",Pier 4\n00023456,"SMITH, JOHN",Pier 4\n'
    apply_file(people)
    dues = 'Name,Pay Period,Amount\n"SMITH, JOHN",1,20.00\n'
    found = plan_file(dues, "remittance")
    [doubt] = found.plan["review"]
    chosen = doubt["candidates"][1]["pk"]
    importing.decide_rows(by=as_system, roster_import=found, decisions={str(doubt["row"]): str(chosen)})
    assert not found.plan["review"] and [line["pk"] for line in found.plan["payments"]] == [chosen]
