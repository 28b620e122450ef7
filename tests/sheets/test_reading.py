"""Tables out of files of every kind, with every line accounted for."""

import pytest

from tests.workbooks import ods
from unionops.platform.core.problems import Problem
from unionops.platform.sheets.reading import parse, read_table
from unionops.platform.sheets.writing import write_xlsx

ROWS = "Name;Number;Hired\nÉlan, Ada;1;2020-01-01\nBoyle, Bo;2;2021-01-01\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_encoding_and_delimiter_are_found(encoding, delimiter):
    text = ROWS.replace(", ", " ").replace(";", delimiter)
    table = parse(text.encode(encoding), "list.txt")
    assert table.header == ["Name", "Number", "Hired"]
    assert table.rows[0][0] == "Élan Ada" and table.numbers == [2, 3]


def test_cells_may_hold_delimiters_quotes_and_lines():
    table = parse(b'Name,Note,No\n"Boyle, Ada","said ""hi""\nthen left",1\n"Chen, Bo",,2\n', "a.csv")
    assert table.rows == [["Boyle, Ada", 'said "hi"\nthen left', "1"], ["Chen, Bo", "", "2"]]


def test_banner_blank_lines_totals_and_footers_are_set_aside():
    text = "Roster of the unit\n\nNo,Name,Grade\n1,Ada,7\n\n2,Bo,8\nTotal,2,\nFOR OFFICIAL USE ONLY\n"
    table = parse(text.encode(), "a.csv")
    assert [row[1] for row in table.rows] == ["Ada", "Bo"]
    assert [(aside.number, aside.kind) for aside in table.aside] == [(1, "banner"), (7, "total"), (8, "footer")]


def test_a_person_with_a_number_only_is_no_total_at_the_end_of_a_list():
    heading = "Last name,First name,Employee ID,Department,Rate,Hours\n"
    people = "".join(f"Young{chr(97 + at)},Ada,10{at},Yard,24.10,0.75\n" for at in range(6))
    table = read_table(f"{heading}{people}Abbott,,106,,,\n".encode(), "list.csv")
    assert len(table.rows) == 7 and table.rows[-1][:3] == ["Abbott", "", "106"] and not table.aside
    table = read_table(f"{heading}{people}Abbott,,106,,,\nSumme,,,,144.60,4.5\n".encode(), "list.csv")
    assert len(table.rows) == 7 and [line.kind for line in table.aside] == ["total"]


def test_sentences_in_even_columns_are_a_list_under_any_heading():
    row = 'Overtime by seniority on nights,03/04/2024,"The supervisor gave it, all of it, to a junior clerk{}"\n'
    text = "Dispute,Day,What happened\n" + "".join(row.format(" and never asked" * at) for at in range(5))
    assert len(read_table(text.encode(), "cases.csv").rows) == 5


def test_two_row_heading_and_sections_become_columns():
    rows = [["Employee", "", "Job", ""], ["Number", "Name", "Grade", "Step"], ["Site: Pier 4"], ["1", "Ada", "7", "1"],
            ["Site: Annex"], ["2", "Bo", "8", "2"], ["Grand total", "2"]]  # fmt: skip
    table = parse(write_xlsx(rows[0], rows[1:]), "a.xlsx")
    assert table.header == ["Employee Number", "Employee Name", "Job Grade", "Job Step", "Site"]
    assert [row[-1] for row in table.rows] == ["Pier 4", "Annex"]


def test_report_columns_follow_the_ink():
    text = (
        "RPT 1                PAGE 1\n\nNAME              TC   AMOUNT\n------------------------------\n"
        "BOYLE ADA              16.25 \nCHEN BO           REF  16.25-\n\nGRAND TOTAL            0.00   COUNT 2\n"
    )
    table = parse(text.encode(), "a.txt")
    assert table.header == ["NAME", "TC", "AMOUNT"]
    assert table.rows == [["BOYLE ADA", "", "16.25"], ["CHEN BO", "REF", "16.25-"]]


def test_private_columns_are_dropped_by_name_and_by_look():
    text = "Name,SSN,DOB,Key,Note\nAda,1,2,111-22-3333,call 123-45-6789\nBo,1,2,222-33-4444,\n"
    table = parse(text.encode(), "a.csv")
    assert table.dropped == ["SSN", "DOB", "Key"]
    assert table.rows[0] == ["Ada", "call [removed]"]


def test_ragged_rows_are_named_not_dropped():
    table = parse(b"No,Name,Grade\n1,Ada,7\n2,Bo,8,extra\n3,Cy,9\n", "a.csv")
    assert [aside.number for aside in table.asides("unreadable")] == [3]
    assert len(table.rows) == 2


def test_hidden_sheets_and_smaller_ones_are_left_alone(shared):
    data = (shared / "data/rosters/roster_3_worksites.xlsx").read_bytes()
    table = parse(data, "a.xlsx")
    assert len(table.rows) == 998 and table.meta["other_sheets"] == ["Legend", "Old"]


def test_child_process_gives_the_same_table():
    data = ROWS.encode()
    assert read_table(data, "a.csv") == parse(data, "a.csv")


@pytest.mark.parametrize("data", [b"", b"   \n", b"%PDF-1.4", b"\x00\x01\x02" * 50])
def test_what_is_no_table_is_refused(data):
    with pytest.raises(Problem):
        parse(data, "a.csv")


def test_commas_inside_the_names_of_a_printed_report_part_no_columns():
    people = [
        ("BAUER,CHARLES,V", "6019", "19.75"),
        ("BRODER,KWAME,R", "4395", "16.25"),
        ("LUND,IDA,B", "0012", "22.50"),
    ]
    lines = [f"{name:<24}{last4:<10}{amount:>9}" for name, last4, amount in people]
    text = (
        "\n".join(["UNION DUES  LOCAL 12", f"{'EMPLOYEE':<24}{'EMPL NO':<10}{'WITHHELD':>9}", "-" * 43, *lines]) + "\n"
    )
    table = read_table(text.encode(), "dues.txt")
    assert [tuple(row) for row in table.rows] == people


def test_padded_cells_between_commas_are_a_delimited_list():
    text = "Name      ,Number    ,Site    \nBauer     ,6019      ,Pier 4  \nLund      ,0012      ,Annex   \n"
    assert read_table(text.encode(), "list.csv").header == ["Name", "Number", "Site"]


def test_what_heads_each_page_of_a_list_is_no_group():
    rows = [f"{at},Name{at},Pier 4,Clerk" for at in range(1, 7)]
    heading = "No,Name,Site,Title"
    table = read_table(
        "\n".join([heading, *rows[:3], "Lake District - page 2,,,", heading, *rows[3:]]).encode(), "l.csv"
    )
    assert table.header == ["No", "Name", "Site", "Title"] and len(table.rows) == 6


def test_what_became_of_a_bank_payment_is_no_account():
    table = read_table(b"Member No,Amount,Bank status,Bank account\nM1,16.25,Cleared,77\nM2,16.25,NSF,78\n", "pay.csv")
    assert table.header == ["Member No", "Amount", "Bank status"] and table.dropped == ["Bank account"]


@pytest.mark.parametrize(("end", "cut"), [(-9, True), (-2, True), (-1, False), (None, False)])
def test_a_printed_report_that_stops_inside_a_line_was_cut_off(end, cut):
    rows = [f"{f'BAUER ANN {letter}':<24}{f'****60{at}9':<12}{'19.75':>9}" for at, letter in enumerate("ABCDEF")]
    text = "\n".join([f"{'EMPLOYEE':<24}{'EMPL NO':<12}{'WITHHELD':>9}", "-" * 45, *rows, ""])[:end]
    if cut:
        with pytest.raises(Problem, match="cut off"):
            read_table(text.encode(), "dues.txt")
    else:
        assert len(read_table(text.encode(), "dues.txt").rows) == 6


def test_somebody_named_like_a_heading_is_no_heading():
    people = [
        "Ida Lund|4711|Pier 4|PK",
        "Bo Chen|4712|Annex|PK",
        "Shift Day Unit|4713|Site|Grade",
        "Al Roe|4714|Pier 4|PK",
    ]
    table = read_table(
        "\n".join(["Who|Nbr|Where|Grp", *people]).encode(), "list.csv", words={"shift", "unit", "site", "grade"}
    )
    assert table.header == ["Who", "Nbr", "Where", "Grp"] and len(table.rows) == 4


HEAD = ["Emp ID", "Employee Name", "Grade"]
PIER = [HEAD, ["00012345", "BOYLE, ADA", "07"], ["00023456", "CHEN, BO", "09"]]
ANNEX = [["Roster"], HEAD, ["00034567", "CRUZ, JUAN", "11"]]


def test_a_sheet_for_each_worksite_is_one_list():
    table = parse(ods(("Pier 4", PIER), ("Annex", ANNEX), ("Codes", [["07", "x"]])), "a.ods", together=True)
    assert table.header == [*HEAD, "Section"]
    assert [row[0] + row[-1] for row in table.rows] == ["00012345Pier 4", "00023456Pier 4", "00034567Annex"]
    assert table.numbers == [2, 3, 6] and table.meta["other_sheets"] == ["Codes"]
    assert "Annex: row 1 of this sheet counts as row 4" in {aside.text for aside in table.aside}


def test_a_sheet_for_each_month_is_not():
    later = [HEAD, *PIER[1:], ["00045678", "ONEIL, MARY", "05"]]
    table = parse(ods(("June", PIER), ("July", later)), "a.ods", together=True)
    assert len(table.rows) == 3 and table.meta["other_sheets"] == ["June"]


@pytest.mark.parametrize("encoding", ["cp1252", "mac-roman", "cp850", "cp437"])
def test_marked_letters_of_old_encodings_are_letters(encoding):
    text = "Name;First;No\nGarcía;Ángel;1\nMuñoz;José;2\nBjörk;Zoë;3\nPérez;Renée;4\nO'Neil;Siobhán;5\n"
    data = (
        text.replace("Á", "A").replace("O'", "O'" if encoding.startswith("cp4") else "O’").encode(encoding, "replace")
    )
    table = parse(data.replace(b"O?", b"O'"), "list.csv")
    assert [row[0] for row in table.rows[:4]] == ["García", "Muñoz", "Björk", "Pérez"]
    assert table.rows[4][0][1] in "'’"


def test_an_old_mark_of_the_end_of_a_file_cuts_nothing_off():
    assert len(parse(b"Name,Id\r\nBoyle Ada,12345\r\nChen Bo,23456\r\n\x1a", "list.csv").rows) == 2


def test_a_number_written_as_a_formula_keeps_its_zeros():
    assert parse(b'Id,Name\n"=""00123""",Boyle Ada\n="00124",Chen Bo\n\'00125,Cruz Li\n', "list.csv").column(0) == [
        "00123",
        "00124",
        "00125",
    ]
