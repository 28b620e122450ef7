"""Misprinted labels in words, headings that run on or come again, and contents that share a page with the text."""

import pytest
from fpdf import FPDF

from contracts.parsing.pages.furniture import _says
from contracts.parsing.parse import Parsed, read

WORDS = "The Pier Authority shall post the roster before noon on each Thursday of the month."


def cut(text: str, name: str = "a.txt") -> Parsed:
    return read(text.encode(), name)


def heads(found: Parsed, level: str = "article") -> list[tuple[str, str]]:
    return [(c.number, c.title) for c in found.clauses if c.level == level]


def printed(pages: list[list[tuple[str, bool]]], size: float = 11) -> bytes:
    """Each line (text, bold) 14 points below the one before; an empty one leaves room."""
    pdf = FPDF(unit="pt", format="letter")
    for page in pages:
        pdf.add_page()
        for row, (text, bold) in enumerate(page):
            pdf.set_font("Times", "B" if bold else "", size)
            middle = 306 - pdf.get_string_width(text) / 2
            pdf.text(middle if bold and not text.startswith("Section") else 72, 90 + 14 * row, text)
    return bytes(pdf.output())


@pytest.mark.parametrize(("printed_as", "number"), [("ARTICEL THREE", "THREE"), ("ARTICLE THREEE", "THREE")])
def test_an_article_whose_number_in_words_or_keyword_is_misprinted(printed_as: str, number: str) -> None:
    labels = ["ARTICLE ONE", "ARTICLE TWO", printed_as, "ARTICLE FOUR", "ARTICLE FIVE"]
    found = cut("\n\n".join(f"{label}\nTITLE {label[-3:]}\n\nSection 1. {WORDS}" for label in labels))
    assert [n for n, _ in heads(found)] == ["ONE", "TWO", number, "FOUR", "FIVE"]
    assert [c.number for c in found.clauses if c.repaired] == [number]


def test_a_section_with_a_letter_is_no_second_line_of_the_title_of_its_article() -> None:
    page = [
        line
        for name in ("ONE", "TWO", "THREE", "FOUR")
        for line in (
            (f"ARTICLE {name}", True),
            ("Leave", True),
            ("Section A. Notice", True),
            (WORDS, False),
            ("", False),
        )
    ]
    found = read(printed([page]), "a.pdf")
    assert [title for _, title in heads(found)] == ["Leave"] * 4
    assert heads(found, "section") == [("A", "Notice")] * 4


def test_a_section_stays_one_when_its_first_line_ends_in_a_hyphen() -> None:
    page = []
    for n in range(1, 5):
        page += [(f"Article {n} - Leave", True), ("", False)]
        for letter, text in (
            ("A", WORDS),
            ("B", "The dispatcher will keep the list of all those who work at the straight-"),
        ):
            page += [
                (f"{n}.{letter} Notice. {text}", False),
                ("time rate, and each of them may ask for a copy of it.", False),
            ]
            page += [("", False)]
    found = read(printed([page[:24], page[24:]]), "a.pdf")
    assert [n for n, _ in heads(found, "section")] == [f"{n}.{letter}" for n in range(1, 5) for letter in "AB"]


def test_a_heading_that_is_continued_on_the_next_page_begins_nothing() -> None:
    long = "\n".join([WORDS] * 4)
    blocks = [f"ARTICLE {n} - LEAVE\n\nSection 1. {long}" for n in range(1, 6)]
    blocks.insert(1, f"ARTICLE 1 - LEAVE (continued)\n\nSection 2. {long}")
    found = cut("\n\n".join(blocks))
    assert [n for n, _ in heads(found)] == ["1", "2", "3", "4", "5"]
    assert [n for n, _ in heads(found, "section")] == ["1", "2", "1", "1", "1", "1"]


def test_the_text_that_begins_below_the_contents_stays_text() -> None:
    listed = [f"ARTÍCULO {n}.- LICENCIA ........................ {n + 1}" for n in range(1, 8)]
    more = ["El delegado recibe copia del horario de la semana."] * 8
    first = ["CAPÍTULO I", "ARTÍCULO 1.- LICENCIA", "", "El horario se publica según el Artículo 3", *more]
    rest = [f"ARTÍCULO {n}.- LICENCIA\n\n" + "\n".join(more) for n in range(2, 8)]
    found = cut("\f".join(["\n".join(["ÍNDICE", "", *listed, "", *first]), *rest]))
    assert [n for n, _ in heads(found)] == [str(n) for n in range(1, 8)]
    assert any("según el Artículo 3" in c.text for c in found.clauses)


@pytest.mark.parametrize(
    ("text", "number"), [("CHAPITRE {n}-0.00 CONGÉS", "{n}"), ("CLÁUSULA {n}a.- DE LOS PERMISOS", "{n}")]
)
def test_labels_of_quebec_and_mexico(text: str, number: str) -> None:
    found = cut("\n\n".join(f"{text.format(n=n)}\n\n{WORDS}" for n in range(1, 7)))
    assert [n for n, _ in heads(found)] == [number.format(n=n) for n in range(1, 7)]


def test_a_running_head_says_the_same_on_every_page_though_its_number_grows() -> None:
    assert _says("CHAPTER 4 — JOBS 19") == _says("CHAPTER 4 — JOBS")
    assert _says("Article 8") != _says("Article 9")
    assert _says("Anexo 2") != _says("Anexo 3")
    assert _says("Side Letter 2") != _says("Side Letter 3")


def test_a_label_with_a_dash_at_the_top_of_each_page_is_a_heading() -> None:
    pages = [f"ARTÍCULO {n}.-\nLICENCIA {chr(64 + n)}\n\nEl horario se publica el jueves." for n in range(1, 8)]
    assert [n for n, _ in heads(cut("\f".join(pages)))] == [str(n) for n in range(1, 8)]


def test_a_running_head_that_names_its_place_at_more_length_than_the_others_runs_too() -> None:
    tops = [f"Article {n}.{part}" for n in range(1, 6) for part in ("1", "2.b", "3 Formal Step A (c)")]
    pages = []
    for at, top in enumerate(tops):
        heading = [(f"ARTICLE {at // 3 + 1}", True), ("LEAVE", True)] if at % 3 == 0 else []
        words = [("The roster hangs at the pier from the first day of the calen-", False)]
        pages.append([(top, False), *heading, ("dar month, and each may see it.", False), *words])
    found = read(printed(pages), "a.pdf")
    assert {line.aside for page in found.pages for line in page.lines if line.text in tops} == {"running_head"}


def test_a_proposal_may_name_articles_that_stand_far_apart() -> None:
    parts = [f"ARTICLE {n} - LEAVE\n\n{n}.2 Notice\n{WORDS}" for n in (10, 18, 33)]
    found = cut("\n\n".join(["Management proposal of 12 March", *parts]))
    assert [n for n, _ in heads(found)] == ["10", "18", "33"]
    assert [n for n, _ in heads(found, "section")] == ["10.2", "18.2", "33.2"]


def test_a_paragraph_set_in_bold_has_its_title_up_to_the_first_stop() -> None:
    page = []
    for n in range(1, 5):
        page += [
            (f"ARTICLE {n}", True),
            ("LEAVE", True),
            ("", False),
            ("Section 1. Notice. In addition to what Article 2 says, the", True),
        ]
        page += [("Agency shall post the roster at the pier before noon.", True), ("", False)]
    found = read(printed([page]), "a.pdf")
    assert heads(found, "section") == [("1", "Notice")] * 4
