"""Old cases: any column names, every row accounted for, done as shown, undone whole."""

import inspect
import io
import re

import pytest
import xlsxwriter
from django.urls import reverse

from grievances.imports import endings, headings, plans
from grievances.imports.places import labels_in
from grievances.models import CaseImport, Grievance, Outcome
from grievances.queries import statistics
from grievances.services import cases, importing, records
from grievances.views import imports as words
from unionops.platform.core.problems import Problem

SHEET = (
    "Grievance No,Issue,Article Violated,Date Filed,Date Resolved,Disposition,Location\n"
    "2019-04,Overtime skipped on nights,18.4,3/2/2019,4/15/2019,Settled - 16 hours paid,Pier 4\n"
    "2019-05,Suspension of five days,20,2019-05-01,,Withdrawn by grievant,\n"
    "2019-06,Bad date,20,31/31/2019,,Won,\n"
    "2019-04,Twice in the list,1,,,,\n"
    ",,,,,,\n"
)


@pytest.mark.slow
def test_import_shows_applies_and_undoes(bound, chief, worksite):
    row = importing.plan_import(by=chief, data=SHEET.encode(), name="old.csv")
    assert [one["number"] for one in row.plan["adds"]] == ["2019-04", "2019-05"]
    assert row.plan["refused"] == [
        {
            "row": 4,
            "column": "filed_on",
            "value": "31/31/2019",
            "reason": "is not a date; write it as YYYY-MM-DD or MM/DD/YYYY",
        }
    ]
    assert row.plan["known"] == [{"row": 5, "number": "2019-04"}]
    assert not Grievance.objects.exists()
    with pytest.raises(Problem, match="not the one"):
        importing.apply_import(by=chief, row=row, digest="x")
    assert importing.apply_import(by=chief, row=row, digest=row.digest) == 2
    first = Grievance.objects.get(number="2019-04")
    assert (first.outcome, first.filed_on.isoformat(), first.matter.worksite) == ("settled", "2019-03-02", worksite)
    assert Grievance.objects.get(number="2019-05").outcome == "withdrawn_grievant"
    assert importing.undo_import(by=chief, row=row) == 2 and not Grievance.objects.exists()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("header", "rows", "filed"),
    [
        (["No", "Issue", "DOI", "Stp 1", "Stp 2", "Closed"], [["1", "a", "1/7/2019", "1/15/2019", "2/1/2019", ""],
         ["2", "b", "2/14/2019", "2/20/2019", "", "4/30/2019"]], 3),
        (["Queja", "Asunto", "Fecha del hecho", "Presentada", "Resuelta"],
         [["1", "a", "14/02/2021", "25/02/2021", ""], ["2", "b", "05/01/2022", "13/01/2022", "01/04/2022"]], 3),
        (["No", "Issue", "DOI", "Hired", "Closed"], [["1", "a", "1/7/2019", "1/15/2003", ""],
         ["2", "b", "2/14/2019", "2/20/2011", "4/30/2019"]], None),
    ],
)  # fmt: skip
def test_the_first_day_between_the_act_and_the_end_is_the_filing(header, rows, filed):
    assert headings.find_columns(header, list(enumerate(rows, 2))).get("filed_on") == filed


def test_an_article_told_in_the_title_is_cited():
    made = plans.plan(["Case", "Issue / Article"], [(2, ["1", "Warning - Art. 24.1"]), (3, ["2", "Part time"])], set())
    assert [case.article for case in made.adds] == ["Art. 24.1", ""]


def test_whom_a_case_was_for_stands_on_it_and_goes_with_the_import(bound, chief):
    lines = 'Case No,Grievant,Issue\nA-1,"Roe, Ana",Overtime\nA-2,All night clerks,Schedule\n'
    row = importing.plan_import(by=chief, data=lines.encode(), name="old.csv")
    importing.apply_import(by=chief, row=row, digest=row.digest)
    told = {
        case.number: (case.scope, [str(one) for one in case.matter.parties.all()]) for case in Grievance.objects.all()
    }
    assert told == {"A-1": ("individual", ["Roe, Ana"]), "A-2": ("group", ["All night clerks"])}
    assert importing.undo_import(by=chief, row=row) == 2


def test_an_import_people_worked_on_is_not_undone(bound, chief):
    row = importing.plan_import(by=chief, data=SHEET.encode(), name="old.csv")
    importing.apply_import(by=chief, row=row, digest=row.digest)
    records.add_fact(by=chief, matter=Grievance.objects.first().matter, text="More came to light.")
    with pytest.raises(Problem, match="worked on"):
        importing.undo_import(by=chief, row=row)


def test_an_import_with_a_case_somebody_may_not_read_is_not_undone_nor_is_it_named(bound, chief):
    row = importing.plan_import(by=chief, data=SHEET.encode(), name="old.csv")
    importing.apply_import(by=chief, row=row, digest=row.digest)
    case = Grievance.objects.get(number="2019-04")
    cases.wall_off(by=bound, matter=case.matter, user=chief, reason="family")
    with pytest.raises(Problem) as raised:
        importing.undo_import(by=chief, row=row)
    assert raised.value.code == "worked_on" and "2019" not in str(raised.value)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("SETTLED w/o precedent", "settled"), ("Partially sustained", "partial"), ("Denied - not arbitrated", "denied"),
        ("Withdrawn by Grievant", "withdrawn_grievant"), ("withdrawn", "withdrawn_union"), ("", ""), ("??", ""),
    ],
)  # fmt: skip
def test_outcomes_are_read_by_the_longest_word(text, word):
    assert endings.how_it_ended(text) == word


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3/2/19", "2019-03-02"),
        ("03.02.2019", "2019-03-02"),
        ("2019-03-02 00:00:00", "2019-03-02"),
        ("", ""),
        ("7/4/98", "1998-07-04"),
        ("March 3, 2015", "2015-03-03"),
        ("3-Apr-15", "2015-04-03"),
        ("2015/05/06", "2015-05-06"),
        ("44000", "2020-06-18"),
        ("n/a", ""),
    ],
)
def test_dates_are_read_as_people_write_them(text, day):
    assert plans.read_date(text) == day


def test_columns_are_found_once_each():
    found = headings.find_columns(["Case Number", "Status", "Date Opened", "Closed", "Comments", "Extra"])
    assert found == {"number": 0, "outcome": 1, "filed_on": 2, "closed_on": 3, "reason": 4}


def test_headings_in_nobodys_list_are_found_by_the_words_inside():
    header = [
        "Grv #",
        "Member",
        "Issue Description",
        "Contract Section",
        "Date Occurred",
        "Date Submitted",
        "Filed with",
    ]
    header += ["Resolved Dt", "Final Disposition", "Dept.", "Arb.", "Supervisor"]
    found = headings.find_columns(header)
    assert {name: header[at] for name, at in found.items()} == {
        "number": "Grv #",
        "title": "Issue Description",
        "article": "Contract Section",
        "incident_on": "Date Occurred",
        "filed_on": "Date Submitted",
        "closed_on": "Resolved Dt",
        "outcome": "Final Disposition",
        "site": "Dept.",
        "arbitrator": "Arb.",
        "manager": "Supervisor",
        "grievant": "Member",
    }


@pytest.mark.parametrize(
    ("header", "cells", "grievant", "scope"),
    [
        ("Grievant", "Roe, Ana", "Roe, Ana", "individual"),
        ("Last Name,First Name", "Roe,Ana", "Roe, Ana", "individual"),
        ("Affected Employee(s)", "All night clerks", "All night clerks", "group"),
        ("Name of Grievant", "The Union", "", "union"),
        ("Grievant", "n/a", "", "individual"),
        ("Employee ID", "4471", "", "individual"),
        ("Employee", "4471", "", "individual"),
        ("Member?", "Yes", "", "individual"),
        ("Member", "Nonmember", "", "individual"),
        ("Member", "Fee payer", "", "individual"),
        ("Name", "Overtime denied", "", "individual"),
        ("Name,Grievant Name", "Hallway case,Ana Roe", "Ana Roe", "individual"),
        ("Grievant", "Class, Peter", "Class, Peter", "individual"),
        ("Grievant", "Ana Roe et al.", "Ana Roe et al.", "group"),
        ("Grievant", "AFGE Local 1187", "", "union"),
        ("Grievant", "Union (policy)", "", "union"),
        ("Grievant", "Rose Local", "Rose Local", "individual"),
    ],
)
def test_for_whom_a_case_was_is_read(header, cells, grievant, scope):
    line = [cells] if header == "Grievant" else cells.split(",")
    made = plans.plan(["Case No", "Issue", *header.split(",")], [(2, ["A-1", "Overtime", *line])], set())
    assert [(case.grievant, case.scope) for case in made.adds] == [(grievant, scope)]


def test_a_cell_that_names_nobody_among_those_that_do_makes_no_grievant():
    lines = [
        (2, ["A-1", "Pay", "Roe, Ana"]),
        (3, ["A-2", "Pay", "Poe, Bo"]),
        (4, ["A-3", "Pay", "7"]),
        (5, ["A-4", "Pay", "No"]),
    ]
    made = plans.plan(["Case No", "Issue", "Employees"], [*lines, (6, ["A-5", "Pay", "Lee, Cy"])], set())
    assert [case.grievant for case in made.adds] == ["Roe, Ana", "Poe, Bo", "", "", "Lee, Cy"]


LISTS = [
    (
        "Record ID,Local,Contract Language,Allegation,Incident Date,Date Initiated,Date Concluded,How Resolved",
        "9,88,Art 3,Overtime,2/1/19,2/9/19,3/30/19,Denied",
    ),
    (
        "Log Tracking No.,Name,Contract Violation,Summary of Issue,Violation Date,Submission Date,Close Date,Status,Resolution",
        "17-3,Roe,7.2,Overtime,2/1/19,2/9/19,3/30/19,Closed,Grievance denied",
    ),
    (
        "File,Grievor,Articles,Nature of Grievance,Occurrence,Date of Grievance,Date of Decision,Decision",
        "A12,Poe,4.01,Overtime,2/1/19,2/9/19,3/30/19,Rejected",
    ),
    (
        "Caso,Empleado,Artículo violado,Descripción,Fecha del incidente,Fecha de presentación,Fecha de resolución,Determinación",
        "22,Ruiz,IX,Horas extra,2/1/19,2/9/19,3/30/19,No ha lugar",
    ),
    (
        "Griev. #,Grievant,Art/Sec,Nature,Date of Occ.,Dt Filed,Dt Closed,Disp.,Step Reached",
        "G-1,Doe,18(b),Overtime,2/1/19,2/9/19,3/30/19,Den.,2",
    ),
    (
        "Dossier no,Member,Provision,What,Date occurred,Date grieved,Date concluded,Win/Loss",
        "2023/14,Roe,15.01,Overtime,2/1/19,2/9/19,3/30/19,L,",
    ),
    (
        "Núm. Querella,Querellante,Artículo,Asunto,Fecha de los hechos,Fecha de radicación,Fecha de cierre,Resultado",
        "Q-2,Ruiz,IX sec. 3,Horas extra,2/1/19,2/9/19,3/30/19,Denegada",
    ),
    (
        "#,Who,Contract Art.,Issue,When it happened,Filed on,When it ended,How it ended",
        "7,Low,18,Overtime,2/1/19,2/9/19,3/30/19,Lost",
    ),
    (
        "CASE#,LAST NAME,ARTICLE(S),SUBJECT,DOI,DOF,DATE RESOLVED,RULING",
        "8,Ng,18,Overtime,43497,43505,43554,Dismissed by arbitrator",
    ),
    (
        "Case,Name,Violation,Complaint,Violation date,Submitted,Completed,Status",
        "8,Ng,18,Overtime,2/1/19,2/9/19,3/30/19,Lost",
    ),
]


@pytest.mark.parametrize(("header", "line"), LISTS)
def test_every_column_of_other_locals_lists_is_found(header, line):
    made = plans.plan(header.split(","), [(2, line.split(","))], set())
    (case,) = made.adds
    people = set() if header.startswith("Record ID") else {"grievant"}
    assert set(made.columns) - {"step"} == {"number", "article", "title", *plans.DAYS, "outcome", *people}
    assert case.grievant == (line.split(",")[1] if people else "")
    assert (case.incident_on, case.filed_on, case.closed_on) == ("2019-02-01", "2019-02-09", "2019-03-30")
    assert (case.topic, case.outcome) == ("pay", "denied")


def test_a_heading_and_its_cells_must_agree():
    header = ["Grievance", "Filed", "Violation", "Status", "Outcome"]
    made = plans.plan(header, [(2, ["Late pay", "yes", "2019-02-01", "Closed", "won"])], set())
    assert made.columns == {"incident_on": "Violation", "outcome": "Outcome"} and made.unused == [
        "Grievance",
        "Filed",
        "Status",
    ]


ENDINGS = [
    ("W", "sustained"), ("L", "denied"), ("W/D", "withdrawn_union"), ("Resolved in our favour", "sustained"),
    ("Dropped by union", "withdrawn_union"), ("Transada", "settled"), ("Closed – denied at arbitration", "denied"),
    ("not sustained", "denied"), ("Partially granted", "partial"), ("W/ back pay", ""), ("Related to 2019-04", ""), ("Settled late", "settled"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word"), ENDINGS)
def test_endings_are_read_as_whole_words_and_codes(text, word):
    assert endings.how_it_ended(text) == word


@pytest.mark.parametrize("text", ["Open - Step 2", "Arb pending", "Pending – settlement talks", "Pendiente"])
def test_a_case_that_goes_on_has_no_ending(text):
    made = plans.plan(["Number", "Outcome"], [(2, ["1", text])], set())
    assert made.adds[0].outcome == ""


def test_rows_for_each_step_are_one_case_with_its_last_ending():
    header = ["Case", "Step", "Filed", "Outcome"]
    rows = [(2, ["77", "1", "2021-03-01", "Denied"]), (3, ["77", "2", "2021-03-15", "Settled, 8 hours"])]
    made = plans.plan(header, rows, set())
    assert made.joined == [{"row": 3, "number": "77", "to": 2}] and not made.known
    assert [(c.filed_on, c.outcome, c.reason) for c in made.adds] == [("2021-03-01", "settled", "Settled, 8 hours")]


def test_sheets_that_count_from_one_again_keep_all_their_cases():
    sheets = [plans.Sheet(["Number", "Filed"], [(2, ["1", f"{year}-03-01"])], year) for year in ("2021", "2022")]
    made = plans.plan_sheets(sheets, set())
    assert [(case.number, case.sheet) for case in made.adds] == [("2021-1", "2021"), ("2022-1", "2022")]


def _workbook(sheets):
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    return made.getvalue()


@pytest.mark.slow
def test_every_sheet_of_cases_is_read_and_the_others_are_named(bound, chief):
    heading = ["Number", "Title", "Filed"]
    years = {y: [heading, ["1", "Pay", f"03/04/{y}"], ["2", "Leave", f"05/04/{y}"]] for y in ("2021", "2022")}
    data = _workbook(years | {"Codes": [["S", "Settled"]]})
    row = importing.plan_import(by=chief, data=data, name="old.xlsx")
    assert row.plan["other_sheets"] == ["Codes"] and len(row.plan["adds"]) == 4
    importing.read_dates(by=chief, row=row, day_first=True)
    assert row.plan["other_sheets"] == ["Codes"] and row.plan["adds"][2]["filed_on"] == "2022-04-03"
    assert importing.apply_import(by=chief, row=row, digest=row.digest) == 4


@pytest.mark.slow
def test_an_import_planned_before_sheets_were_kept_is_still_read(bound, chief):
    row = importing.plan_import(by=chief, data=b"Number,Filed\nA-1,03/04/2024\n", name="old.csv")
    row.table = [row.table[0]["header"], row.table[0]["rows"]]
    row.save()
    importing.read_dates(by=chief, row=row, day_first=True)
    assert row.plan["adds"][0]["filed_on"] == "2024-04-03"


def test_the_day_stands_first_where_the_dates_of_the_file_leave_no_other_way():
    header = ["Number", "Filed", "Closed"]
    made = plans.plan(header, [(2, ["1", "04/03/2019", "25/03/2019"])], set())
    assert (made.adds[0].filed_on, made.adds[0].closed_on) == ("2019-03-04", "2019-03-25")
    made = plans.plan(header, [(2, ["1", "03/25/2019", "25/04/2019"])], set())
    assert [one["column"] for one in made.refused] == ["closed_on"]


@pytest.mark.slow
@pytest.mark.parametrize("sheet", ["Apples,Pears\n1,2\n", "Filed,Outcome\n2019-01-02,won\n"])
def test_a_sheet_that_is_no_list_of_cases_says_which_headings_it_has(bound, chief, sheet):
    with pytest.raises(Problem) as raised:
        importing.plan_import(by=chief, data=sheet.encode(), name="x.csv")
    assert raised.value.code == "no_columns" and "x.csv" in raised.value.message


@pytest.mark.parametrize(
    ("cells", "column", "reason"),
    [
        (["1", "T", "2019-03-02", "2099-01-01", "", ""], "filed_on", "lies in the future"),
        (["1", "T", "2019-03-02", "2019-03-01", "", ""], "filed_on", "the case was filed before it happened"),
        (["1", "T", "", "2019-03-02", "2019-03-01", ""], "closed_on", "the case closed before it was filed"),
    ],
)
def test_a_row_that_cannot_be_is_refused_with_its_column(cells, column, reason):
    header = ["Number", "Title", "Incident date", "Filed", "Closed", "Outcome"]
    made = plans.plan(header, [(2, cells)], set())
    assert [(one["column"], one["reason"]) for one in made.refused] == [(column, reason)] and not made.adds


def test_an_ending_nobody_can_read_is_kept_in_words():
    header = ["Number", "Title", "Closed", "Outcome", "Notes"]
    made = plans.plan(header, [(2, ["1", "T", "2019-03-02", "see the file", "paid"])], set())
    assert (made.adds[0].outcome, made.adds[0].reason) == ("", "see the file\npaid")
    made = plans.plan(header, [(2, ["1", "T", "", "Open", ""])], set())
    assert (made.adds[0].outcome, made.adds[0].reason) == ("", "")


def _table(*filed):
    return ["Number", "Filed"], [(at, [f"{at}", day]) for at, day in enumerate(filed, 2)]


def _days(made):
    return [case.filed_on for case in made.adds]


def test_the_plan_says_which_cell_puts_the_day_first_and_which_could_be_read_both_ways():
    made = plans.plan(*_table("03/04/2024", "25/12/2024", "05/05/2024", "2024-06-01"), set())
    assert _days(made) == ["2024-04-03", "2024-12-25", "2024-05-05", "2024-06-01"]
    assert made.dates.day_first and made.dates.month_proof is None
    assert made.dates.day_proof == {"row": 3, "column": "Filed", "value": "25/12/2024"}
    assert [(one["row"], one["month_first"], one["day_first"]) for one in made.dates.unsure] == [
        (2, "2024-03-04", "2024-04-03")
    ]


def test_cells_that_speak_for_both_leave_the_month_first_and_are_both_named():
    made = plans.plan(*_table("03/04/2024", "25/12/2024", "12/25/2024", "31/31/2024"), set())
    assert (made.dates.day_first, made.dates.day_proof["row"], made.dates.month_proof["row"]) == (False, 3, 4)
    assert _days(made) == ["2024-03-04", "2024-12-25"] and [one["row"] for one in made.refused] == [3, 5]


def test_a_person_may_say_otherwise():
    assert _days(plans.plan(*_table("03/04/2024"), set())) == ["2024-03-04"]
    assert _days(plans.plan(*_table("03/04/2024"), set(), day_first=True)) == ["2024-04-03"]


@pytest.mark.slow
def test_a_plan_read_the_other_way_is_a_new_plan_until_it_is_done(bound, chief):
    row = importing.plan_import(by=chief, data=b"Number,Filed\nA-1,03/04/2024\n", name="old.csv")
    shown = row.digest
    importing.read_dates(by=chief, row=row, day_first=True)
    with pytest.raises(Problem, match="not the one"):
        importing.apply_import(by=chief, row=row, digest=shown)
    importing.apply_import(by=chief, row=row, digest=row.digest)
    assert Grievance.objects.get(number="A-1").filed_on.isoformat() == "2024-04-03" and row.table == []
    with pytest.raises(Problem, match="already"):
        importing.read_dates(by=chief, row=row, day_first=False)


@pytest.mark.slow
def test_two_presses_at_once_import_and_undo_once(bound, chief):
    row = importing.plan_import(by=chief, data=b"Title,Filed\nLate pay,03/04/2024\n", name="old.csv")
    first, second, third = (CaseImport.objects.get(pk=row.pk) for _press in range(3))
    importing.apply_import(by=chief, row=first, digest=row.digest)
    with pytest.raises(Problem, match="already"):
        importing.apply_import(by=chief, row=second, digest=row.digest)
    with pytest.raises(Problem, match="already"):
        importing.read_dates(by=chief, row=third, day_first=True)
    assert Grievance.objects.count() == 1 and CaseImport.objects.get().plan == row.plan


def test_the_plan_of_an_import_shows_unsure_dates_and_reads_them_the_other_way(chief, sign_in, bound):
    row = importing.plan_import(by=chief, data=b"Number,Filed\nA-1,03/04/2024\n", name="old.csv")
    client, plan = sign_in(chief), reverse("grievances:import-plan", args=[row.public_id])
    shown = client.get(plan).content.decode()
    assert "could be read both ways" in shown and "Read them with the day first" in shown
    client.post(reverse("grievances:import-dates", args=[row.public_id]), {"first": "day"})
    again = client.get(plan).content.decode()
    assert "2024-04-03" in again and "You chose so." in again and "Read them with the month first" in again


def test_the_plan_speaks_in_words_of_columns_reasons_and_outcomes(chief, sign_in, bound):
    sheet = b"Number,Filed,Outcome\nA-1,2023-04-03,won in part\nA-2,31/31/2023,lost\n"
    row = importing.plan_import(by=chief, data=sheet, name="old.csv")
    shown = sign_in(chief).get(reverse("grievances:import-plan", args=[row.public_id])).content.decode()
    assert "filed_on" not in shown and "Row 3" in shown and "31/31/2023" in shown
    assert str(dict(Outcome.choices)[row.plan["adds"][0]["outcome"]]) in shown


def test_every_reason_and_column_of_the_reading_has_words():
    assert set(words.COLUMNS) == set(headings.COLUMNS) | set(headings.LIKELY)
    source = inspect.getsource(plans)
    assert set(re.findall(r'ReadingError\(.*, "([^"]+)"\)', source)) == set(words.REASONS)


HEADINGS_OF_OTHERS = [
    ("Case No|Highest Step|Issue|Date Closed|Site Manager", "A2|4|Break|2018-01-05|Cole", ("Step 4", "Cole", "")),
    ("Log No.|Nature|Final Step|Disposition|Supervisor", "77|Bypass|Arb|Denied|Hill", ("Arbitration", "Hill", "")),
    ("File No|Title|Level reached|Dept|Foreman", "F1|Shoes|II|Paint|Kerr", ("Step II", "Kerr", "Paint")),
    ("Expediente|Asunto|Paso|Jefe|Lugar", "E7|Despido|3|Pérez|Taller", ("Step 3", "Pérez", "Taller")),
    ("number|issue|supervisor notified|Step 1 Answer", "N2|AWOL|2018-01-01|Denied", ("", "", "")),
]


@pytest.mark.parametrize(("head", "row", "wanted"), HEADINGS_OF_OTHERS)
def test_supervisor_and_step_are_read_from_an_old_list(head, row, wanted):
    (case,) = plans.plan(head.split("|"), [(2, row.split("|"))], set()).adds
    assert (case.step, case.manager, case.site) == wanted


def test_a_day_beside_the_day_of_filing_is_the_day_it_happened():
    (case,) = plans.plan(
        ["Case", "Issue", "When", "Filed on"], [(2, ["C9", "Hours", "2018-04-01", "2018-04-09"])], set()
    ).adds
    assert (case.incident_on, case.filed_on) == ("2018-04-01", "2018-04-09")


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("21", ["21"]),
        ("Art. 18, Sec. 4 & 21", ["18.4", "21"]),
        ("Articles 5; 12.3", ["5", "12.3"]),
        ("Artículo 9 sección 2", ["9.2"]),
        ("8 - Seniority", ["8"]),
        ("Article 6(b)", ["6(b)"]),
        ("5 USC 7116", []),
        ("past practice", []),
        ("21 and past practice", []),
    ],
)
def test_places_an_old_list_names(text, labels):
    assert labels_in(text) == labels


OLD_LIST = "Number,Issue,Filed,Article,Supervisor,Step,Outcome\n" + "".join(
    f"O-{n},Overtime,{2024 + n % 2}-03-02,{article},J. Hart,2,{'Settled' if n % 2 else 'Denied'}\n"
    for n, article in enumerate([*["{label}"] * 10, *["77"] * 5])
)


@pytest.mark.slow
def test_an_old_list_stands_in_the_figures_and_at_its_clause(bound, chief, clause):
    """The text was in force in those years and one agreement alone has the place; another number stays in words."""
    data = OLD_LIST.replace("{label}", clause.label).encode()
    row = importing.plan_import(by=chief, data=data, name="old.csv")
    importing.apply_import(by=chief, row=row, digest=row.digest)
    cited = Grievance.objects.filter(matter__citations__clause=clause)
    assert cited.count() == 10
    made = statistics.tables(chief, "few")
    assert [(cell.label, cell.n) for cell in made["manager"]] == [("J. Hart", 15)]
    assert [(cell.label, cell.n) for cell in made["step"]] == [("Step 2", 15)]
    title = clause.version.agreement.title
    assert [(cell.label, cell.n) for cell in made["article"]] == [(f"{title} {clause.article}", 10), (f"{title} 77", 5)]
