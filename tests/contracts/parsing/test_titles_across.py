"""Titles that run into their text in capitals, stand on the next page, or stand beside those of another language."""

from __future__ import annotations

import io

import docx
from fpdf import FPDF

from contracts.parsing.parse import Parsed, read

WORDS = (
    "La empresa entregará a cada persona un ejemplar de este contrato dentro de los quince días siguientes a su firma."
)


def titles(found: Parsed) -> list[tuple[str, str]]:
    return [(clause.number, clause.title) for clause in found.clauses if clause.level == "article"]


def test_a_title_in_capitals_ends_where_the_words_of_its_article_begin() -> None:
    sheet = FPDF(unit="pt", format="letter")
    sheet.add_page()
    for n, title in enumerate(("OBJETO", "JORNADA DE TRABAJO", "VACACIONES", "SALARIOS"), 1):
        sheet.set_font("helvetica", "B", 11)
        sheet.write(14, f"CLÁUSULA {n}.- {title}. ")
        sheet.set_font("helvetica", "", 11)
        sheet.write(14, f"{WORDS} {WORDS}\n\n")
    found = read(bytes(sheet.output()), "a.pdf")
    assert titles(found) == [("1", "OBJETO"), ("2", "JORNADA DE TRABAJO"), ("3", "VACACIONES"), ("4", "SALARIOS")]
    body = [clause.text[clause.body_start :] for clause in found.clauses if clause.level == "article"]
    assert all(text.startswith("La empresa") for text in body)


def test_a_title_may_head_the_page_below_its_label() -> None:
    text = ""
    for n, title in enumerate(("DUES", "HOURS", "SENIORITY", "WAGES", "TERM"), 1):
        between = "\f" if n == 3 else "\n"
        text += f"ARTICLE {n}{between}{title}\nSection 1. The Agency shall post the roster each week at the dock.\n\n"
    assert titles(read(text.encode(), "a.txt"))[2] == ("3", "SENIORITY")


def test_two_languages_side_by_side_give_the_title_of_the_first() -> None:
    document = docx.Document()
    table = document.add_table(rows=0, cols=2)
    for n, (english, spanish) in enumerate(
        (("Dues", "Cuotas"), ("Hours", "Horas"), ("Pay", "Pago"), ("Term", "Plazo")), 1
    ):
        for left, right in (
            (f"Article {n}. {english}", f"Artículo {n}. {spanish}"),
            ("Words stand here.", "Aquí hay."),
        ):
            cells = table.add_row().cells
            cells[0].text, cells[1].text = left, right
    out = io.BytesIO()
    document.save(out)
    assert titles(read(out.getvalue(), "a.docx")) == [("1", "Dues"), ("2", "Hours"), ("3", "Pay"), ("4", "Term")]
