"""Tables stay tables: ruled ones in PDF, those of Word and HTML; every character stands in exactly one node."""

from __future__ import annotations

from typing import Any

import pytest
from fpdf import FPDF

from contracts.parsing.lines import visible
from contracts.parsing.parse import Parsed, read

ROWS = [["Step", "Deckhand", "Pilot"], ["1", "24.50", "41.00"], ["2", "25.75", "43.10"], ["3", "27.05", "45.30"]]
TEXT = "The parties agree that the rates below are paid from the first day of the pay period on. "


def paper(draw: Any, *, left: float = 30, text_behind: bool = False) -> bytes:
    pdf = FPDF(unit="pt", format="letter")
    pdf.add_page()
    y = 60.0
    for n, title in enumerate(("RECOGNITION", "HOURS", "WAGES"), 1):
        pdf.set_font("Helvetica", "B", 12)
        pdf.text(72, y, f"ARTICLE {n} {title}")
        pdf.set_font("Helvetica", "", 10)
        for row in range(4):
            pdf.text(72, y + 18 + 13 * row, TEXT)
        y += 90
    draw(pdf, y)
    if text_behind:
        for row in range(4):
            pdf.text(72, y + 140 + 13 * row, TEXT)
    return bytes(pdf.output())


def ruled(pdf: Any, y: float, *, left: float = 72, boxes: bool = False) -> None:
    """Three columns of 90 points, four rows of 20."""
    for r, row in enumerate(ROWS):
        for c, cell in enumerate(row):
            if boxes:
                pdf.rect(left + 90 * c, y + 20 * r, 90, 20)
            pdf.text(left + 90 * c + 6, y + 20 * r + 14, cell)
    if not boxes:
        for r in range(len(ROWS) + 1):
            pdf.line(left, y + 20 * r, left + 270, y + 20 * r)
        for c in range(4):
            pdf.line(left + 90 * c, y, left + 90 * c, y + 20 * len(ROWS))


def tables(found: Parsed) -> list[list[list[str]]]:
    return [[row.split("\t") for row in c.text.split("\n")] for c in found.clauses if c.level == "table"]


@pytest.mark.parametrize("boxes", [False, True], ids=["lines", "boxes"])
def test_ruled_table_becomes_a_node_of_rows_and_cells(boxes: bool) -> None:
    found = read(paper(lambda pdf, y: ruled(pdf, y, boxes=boxes)), "a.pdf")
    assert tables(found) == [ROWS]
    table = next(c for c in found.clauses if c.level == "table")
    assert table.parent is not None and found.clauses[table.parent].number == "3"
    assert table.title == "Step · Deckhand · Pilot"


def test_two_tables_side_by_side_are_two() -> None:
    def both(pdf: Any, y: float) -> None:
        ruled(pdf, y, left=20)
        ruled(pdf, y, left=320)

    found = read(paper(both), "a.pdf")
    assert [row.split("\t") for row in found.clauses[-1].text.split("\n")] == ROWS * 2


def test_text_behind_a_table_keeps_the_table_in_its_section() -> None:
    found = read(paper(ruled, text_behind=True), "a.pdf")
    assert tables(found) == []
    last = found.clauses[-1]
    assert last.number == "3" and "2\t25.75\t43.10" in last.text and last.text.rstrip().endswith("period on.")


def test_merged_cell_keeps_its_words_together() -> None:
    def spanning(pdf: Any, y: float) -> None:
        ruled(pdf, y)
        pdf.line(72, y - 20, 342, y - 20)
        pdf.line(72, y - 20, 72, y)
        pdf.line(342, y - 20, 342, y)
        pdf.text(130, y - 6, "Hourly rates 14.00 to 19.00 of all deck ratings")

    found = read(paper(spanning), "a.pdf")
    assert tables(found)[0][0] == ["Hourly rates 14.00 to 19.00 of all deck ratings"]
    assert tables(found)[0][1:] == ROWS


def test_frame_around_prose_is_no_table() -> None:
    def framed(pdf: Any, y: float) -> None:
        for r in range(4):
            pdf.rect(60, y + 20 * r, 20, 20)
            pdf.rect(80, y + 20 * r, 400, 20)
            pdf.text(86, y + 20 * r + 14, TEXT[:70] + "12.50 13.50 14.50")

    found = read(paper(framed), "a.pdf")
    assert tables(found) == [] and "\t" not in "".join(page.text for page in found.pages)


@pytest.mark.parametrize("draw", [ruled, lambda pdf, y: ruled(pdf, y, left=300)])
def test_every_character_of_a_page_with_a_table_is_in_one_node(draw: Any) -> None:
    found = read(paper(draw), "a.pdf")
    assert found.coverage == 1.0
    whole = sum(visible(cell) for row in ROWS for cell in row) + sum(map(visible, [TEXT] * 12))
    assert sum(visible(page.text) for page in found.pages) == whole + visible(
        "ARTICLE1RECOGNITIONARTICLE2HOURSARTICLE3WAGES"
    )


def test_table_of_html_becomes_a_node_with_its_caption() -> None:
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in ROWS)
    articles = "".join(f"<h2>ARTICLE {n} - HOURS</h2><p>{TEXT}</p>" for n in (1, 2, 3, 4))
    found = read(
        f"<html><body>{articles}<p><b>Hourly Rates</b></p><table>{cells}</table></body></html>".encode(), "a.html"
    )
    table = found.clauses[-1]
    assert (table.level, table.title) == ("table", "Hourly Rates")
    assert [row.split("\t") for row in table.text.split("\n")[1:]] == ROWS
