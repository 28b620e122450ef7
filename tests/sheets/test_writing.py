"""Files that come out hold text, never formulas, and read back as they were."""

import io
import zipfile
from xml.etree import ElementTree

import pytest
import python_calamine

from unionops.platform.sheets.writing import neutral, write_csv, write_xlsx

PAYLOADS = ["=1+1", "+1", "-2+3", "@SUM(A1)", "\tx", "\rx", "＝1", "=cmd|' /C calc'!A0"]


@pytest.mark.parametrize("cell", PAYLOADS)
def test_formulas_are_defused_for_people(cell):
    assert neutral(cell).startswith("'") or (neutral(cell) == cell.replace("\x00", "") and cell.lstrip("-+").isdigit())


@pytest.mark.parametrize("sign", list("=+-@＝＋－＠"))
def test_no_formula_begins_where_another_program_would_divide_a_cell(sign):
    """Where lists are divided at semicolons, a comma's file opens with cells of other borders."""
    for border in (";", "\t", '"'):
        text = "".join(write_csv(["a", "b"], [["Ana", f"see{border}{sign}1+1"]]))
        assert f"{border}'{sign}1+1" in text and f"{border}{sign}" not in text
    assert neutral("a; -b, 3-4; x=1") == "a; -b, 3-4; x=1"


def test_negative_amounts_stay_numbers():
    assert neutral("-16.25") == "-16.25"


def test_systems_get_cells_untouched():
    text = "".join(write_csv(["a"], [["=1"], ["-Smith"]], for_people=False))
    assert text == "a\r\n=1\r\n-Smith\r\n"


def test_workbook_reads_back_and_holds_no_formula():
    rows = [[*PAYLOADS, "Łukasz & <b>", "007", "bad\x0bchar"]]
    data = write_xlsx([f"c{at}" for at in range(len(rows[0]))], rows)
    assert "<f>" not in zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml").decode()
    sheet = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    assert sheet[1][-3:] == ["Łukasz & <b>", "007", "badchar"]
    assert sheet[1][0] == "=1+1"


def test_a_workbook_is_whole_enough_for_programs_that_look_at_every_part():
    data = write_xlsx(["a"], [["b"]], sheet="'Night/shift: [x]\x07'")
    archive = zipfile.ZipFile(io.BytesIO(data))
    name = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    styles = ElementTree.fromstring(archive.read("xl/styles.xml"))
    assert all(list(part) for kind in ("fill", "border", "font") for part in styles.iter(f"{name}{kind}"))
    formats = list(styles.find(f"{name}cellXfs"))
    assert all({"fontId", "fillId", "borderId", "xfId"} <= set(part.attrib) for part in formats)
    book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
    assert next(book.iter(f"{name}sheet")).get("name") == "Night shift   x"
