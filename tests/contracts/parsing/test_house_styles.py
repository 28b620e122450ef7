"""House styles that no given agreement shows: how labels are written, what a scanner misreads, what has no label."""

from __future__ import annotations

from textwrap import wrap

import pytest
from fpdf import FPDF

from contracts.parsing.lines import Line, Page
from contracts.parsing.pages.furniture import mark_echoes
from contracts.parsing.parse import Parsed, read

WORDS = "The parties agree that each employee is told of the change thirty days before it is made and may reply to it."


def text(*blocks: str) -> bytes:
    """Paragraphs apart by blank lines, words wrapped as a typist would."""
    return "\n\n".join("\n".join(wrap(block, 72)) if len(block) > 72 else block for block in blocks).encode()


def cut(found: Parsed, *levels: str) -> list[tuple[str, str, str]]:
    return [(c.level, c.number, c.title) for c in found.clauses if c.level in levels]


def body(count: int = 2) -> str:
    return " ".join([WORDS] * count)


def test_decimal_articles_with_their_sections_and_points() -> None:
    blocks = []
    for n, title in enumerate(("DUES", "HOURS", "LEAVE", "WAGES", "TERM"), 1):
        blocks += [
            f"{n}.0 {title}",
            f"{n}.1 Notice. {body()}",
            f"{n}.1.1 {body(1)}",
            f"{n}.1.2 {body(1)}",
            f"{n}.2 {body()}",
        ]
    found = read(text(*blocks), "a.txt")
    assert cut(found, "article")[:2] == [("article", "1", "DUES"), ("article", "2", "HOURS")]
    assert [c[1] for c in cut(found, "section")] == [f"{n}.{s}" for n in range(1, 6) for s in (1, 2)]
    assert [c[1] for c in cut(found, "subsection")][:2] == ["1.1.1", "1.1.2"]


def test_points_below_a_decimal_section_may_be_letters() -> None:
    blocks = []
    for n, title in enumerate(("Dues", "Hours", "Leave", "Wages"), 1):
        blocks += [
            f"Article {n} {title}",
            f"{n}.01 {body()}",
            f"{n}.01.A {body(1)}",
            f"{n}.01.A.1 {body(1)}",
            f"{n}.01.B {body(1)}",
        ]
    found = read(text(*blocks), "a.txt")
    assert [c[1] for c in cut(found, "subsection")][:3] == ["1.01.A", "1.01.A.1", "1.01.B"]


def test_spanish_ordinals_and_french_annexes() -> None:
    spanish = [
        b
        for n, t in enumerate(("Objeto", "Jornada", "Vacaciones", "Vigencia"), 1)
        for b in (f"Artículo {n}.º {t}.", body())
    ]
    assert cut(read(text(*spanish), "a.txt"), "article")[0] == ("article", "1", "Objeto")
    french = [
        b for n, t in enumerate(("BUTS", "HORAIRES", "CONGÉS", "DURÉE"), 1) for b in (f"ARTICLE {n} – {t}", body())
    ]
    french += [
        "\fANNEXE A – ÉCHELLES",
        body(),
        "\fANNEXE B – HORAIRES",
        body(),
        "\fLETTRE D'ENTENTE NO 2",
        "Objet : Congé différé",
        body(),
    ]
    found = read(text(*french), "a.txt")
    assert cut(found, "appendix", "letter") == [
        ("appendix", "A", "ÉCHELLES"),
        ("appendix", "B", "HORAIRES"),
        ("letter", "2", "Congé différé"),
    ]


def test_what_a_scanner_misread_is_found_and_marked() -> None:
    heads = ("ARTICLE I", "ARTlCLE II", "ARTICLE III", "ART1CLE IV", "ARTICLE V", "ARTICLE Vl", "ARTICLE VII")
    blocks = []
    for head, title in zip(heads, ("DUES", "HOURS", "LEAVE", "WAGES", "SAFETY", "TERM", "STRIKES"), strict=True):
        blocks += [head, title, f"Section 1. {body()}", f"Sect1on 2. {body()}", f"Section 3. {body()}"]
    found = read(text(*blocks), "a.txt")
    assert [c[1] for c in cut(found, "article")] == ["I", "II", "III", "IV", "V", "VI", "VII"]
    assert [c[1] for c in cut(found, "section")] == ["1", "2", "3"] * 7
    assert [c.number for c in found.clauses if c.level == "article" and c.repaired] == ["II", "IV", "VI"]


@pytest.mark.parametrize("kind", ["text", "html", "pdf"])
def test_headings_without_numbers(kind: str) -> None:
    titles = ("Recognition", "Hours of Work", "Sick Leave", "Holidays", "Discipline")
    if kind == "text":
        data, name = text(*(b for t in titles for b in (t, body(4), body(3)))), "a.txt"
    elif kind == "html":
        parts = "".join(f"<h1>{t}</h1><p>{body()}</p><h2>Night {t}</h2><p>{body()}</p>" for t in titles)
        data, name = f"<html><body>{parts}</body></html>".encode(), "a.html"
    else:
        data, name = _in_bold(titles), "a.pdf"
    found = read(data, name)
    assert [c[2] for c in cut(found, "article")] == list(titles)
    if kind != "text":
        assert [c[2] for c in cut(found, "section")] == [f"Night {title}" for title in titles]
    assert found.coverage == 1.0


def _in_bold(titles: tuple[str, ...]) -> bytes:
    pdf = FPDF(format="letter")
    pdf.add_page()
    for title in titles:
        for size, words in ((13, title), (11, f"Night {title}")):
            for style, height, line in (("B", size, words), ("", 10, body(3))):
                pdf.set_font("Helvetica", style, height)
                pdf.multi_cell(0, 5, line, new_x="LMARGIN", new_y="NEXT")
                pdf.ln(3)
    return bytes(pdf.output())


def test_letters_that_each_open_a_page_and_have_no_subject_line() -> None:
    articles = [b for n, t in enumerate(("DUES", "HOURS", "LEAVE", "TERM"), 1) for b in (f"ARTICLE {n}", t, body())]
    top = "\fMEMORANDUM OF UNDERSTANDING\n\nBETWEEN THE PORT\n\nAND THE UNION"
    letters = [
        f"{top}\n\nRe: Winter gates\n\n{body(1)}",
        f"{top}\n\nThis shall confirm the commitment concerning training for crane crews to the effect that it goes on.",
        f"{top}\n\nThe limit in Article 2 stands.\n\n{body(1)}",
    ]
    found = read(text(*articles) + "\n\n".join(letters).encode(), "a.txt")
    assert [c[2] for c in cut(found, "letter")] == [
        "Winter gates",
        "MEMORANDUM OF UNDERSTANDING: training for crane crews",
        "MEMORANDUM OF UNDERSTANDING (Article 2)",
    ]


def test_lettered_sections_keep_the_titles_they_run_in_and_those_on_their_own_line() -> None:
    blocks = []
    for n, title in enumerate(("DUES", "HOURS", "LEAVE", "TERM"), 1):
        blocks += [f"ARTICLE {n} - {title}", f"A. Notice Period. {body()}", "B. Night Crews", body(), f"C. {body()}"]
    found = read(text(*blocks), "a.txt")
    assert cut(found, "section")[:3] == [
        ("section", "A", "Notice Period"),
        ("section", "B", "Night Crews"),
        ("section", "C", ""),
    ]


def test_text_without_form_feeds_has_the_pages_its_numbers_count() -> None:
    blocks = [
        b
        for n, t in enumerate(("DUES", "HOURS", "LEAVE", "TERM"), 1)
        for b in (f"ARTICLE {n}", t, f"Each {t.lower()} " * 40, f"- {n} -")
    ]
    found = read(text(*blocks), "a.txt")
    assert [(c.number, c.page) for c in found.clauses if c.level == "article"] == [
        ("1", 1),
        ("2", 2),
        ("3", 3),
        ("4", 4),
    ]
    assert {entry.reason for entry in found.set_aside} == {"page_number"}


ROWS = (
    ("Class", "Step A", "Step B"),
    ("Clerk I", "18.20", "19.10"),
    ("Clerk II", "20.40", "21.30"),
    ("Planner", "31.15", "33.00"),
)


def test_a_table_of_spaces_has_cells() -> None:
    articles = [b for n, t in enumerate(("DUES", "HOURS", "WAGES"), 1) for b in (f"ARTICLE {n}", t, body())]
    rows = "\n".join(a.ljust(16) + b.rjust(9) + c.rjust(9) for a, b, c in ROWS)
    found = read(text(*articles) + f"\n\nRATES OF PAY\n\n{rows}\n".encode(), "a.txt")
    table = next(c for c in found.clauses if c.level == "table")
    assert table.title == "RATES OF PAY"
    assert [tuple(row.split("\t")) for row in table.text.splitlines() if "\t" in row] == list(ROWS)


def test_a_printed_table_without_rules_has_cells_and_justified_text_has_none() -> None:
    pdf = FPDF(format="letter")
    pdf.add_page()
    for n, title in enumerate(("DUES", "HOURS", "WAGES"), 1):
        pdf.set_font("Helvetica", "B", 11)
        pdf.cell(0, 8, f"ARTICLE {n} {title}", new_x="LMARGIN", new_y="NEXT")
        pdf.set_font("Helvetica", "", 11)
        pdf.multi_cell(90, 5, f"On July {n}, 2027 and 2028: {body()}", align="J", new_x="LMARGIN", new_y="NEXT")
        pdf.ln(4)
    for row in ROWS:
        for width, cell in zip((45, 30, 30), row, strict=True):
            pdf.cell(width, 6, cell)
        pdf.ln(6)
    found = read(bytes(pdf.output()), "a.pdf")
    rows = [tuple(row.split("\t")) for c in found.clauses for row in c.text.splitlines() if "\t" in row]
    assert rows == list(ROWS)
    assert [c.level for c in found.clauses].count("table") == 1


def test_columns_that_are_not_level_are_read_one_after_the_other() -> None:
    pdf = FPDF(unit="pt", format="letter")
    pdf.add_page()
    n = 0
    for left, start in ((54, 60.0), (320, 66.5)):
        y = start
        for _ in range(4):
            n += 1
            pdf.set_font("Helvetica", "B", 11)
            pdf.text(left, y, f"ARTICLE {n} RULE {n}")
            pdf.set_font("Helvetica", "", 9)
            for row in range(9):
                pdf.text(left, y + 16 + 11 * row, f"m{n} the parties agree that each employee is told of it then.")
            y += 140
    found = read(bytes(pdf.output()), "a.pdf")
    articles = [c for c in found.clauses if c.level == "article"]
    assert [c.number for c in articles] == [str(i) for i in range(1, 9)]
    assert all(c.text.count(f"m{c.number} ") == 9 for c in articles)


def test_paragraphs_numbered_through_the_whole_document() -> None:
    blocks, n = [], 0
    for title in ("DUES", "HOURS", "LEAVE", "WAGES", "TERM"):
        blocks.append(f"ARTICLE {1 + n // 3}: {title}")
        for _ in range(3):
            n += 1
            blocks.append(f"{n}. {body()}")
    found = read(text(*blocks), "a.txt")
    assert [c[1] for c in cut(found, "section")] == [str(number) for number in range(1, 16)]


def test_attachments_in_text_without_type_open_their_pages() -> None:
    articles = [b for n, t in enumerate(("DUES", "HOURS", "LEAVE", "TERM"), 1) for b in (f"ARTICLE {n}", t, body())]
    more = [f"\fSide Letter #1: Telework Pilot\n\n{body()}", f"\fAppendix A - Claim Form\n\n{body()}"]
    wrapped = f"\fAppendix A shall be posted by the Employer\n{body()}"
    found = read(text(*articles) + "\n\n".join([*more, wrapped]).encode(), "a.txt")
    assert cut(found, "letter", "appendix") == [("letter", "1", "Telework Pilot"), ("appendix", "A", "Claim Form")]


def test_a_page_all_in_bold_makes_no_titles_of_its_sentences() -> None:
    pdf = FPDF(format="letter")
    pdf.add_page()
    for n, title in enumerate(("DUES", "HOURS", "LEAVE", "TERM"), 1):
        for style, line in (("B", f"ARTICLE {n} {title}"), ("B", f"A. {body()}"), ("B", f"B. {body()}"), ("", body(4))):
            pdf.set_font("Helvetica", style, 11)
            pdf.multi_cell(110, 5, line, new_x="LMARGIN", new_y="NEXT")
            pdf.ln(4)
    found = read(bytes(pdf.output()), "a.pdf")
    assert cut(found, "section") == [("section", "A", ""), ("section", "B", "")] * 4


def _hundreds() -> list[str]:
    blocks = []
    for n, title in enumerate(("RECOGNITION", "DUES", "HOURS", "LEAVE", "WAGES"), 1):
        blocks += [f"{n}00 {title}", f"{n}01 Notice. {body()}", f"{n}02 {body()}", f"{n}02.1 {body(1)}"]
    return blocks


def test_articles_counted_in_hundreds() -> None:
    found = read(text(*_hundreds()), "a.txt")
    assert cut(found, "article")[:2] == [("article", "100", "RECOGNITION"), ("article", "200", "DUES")]
    assert [c[1] for c in cut(found, "section")] == [f"{n}0{s}" for n in range(1, 6) for s in (1, 2)]
    assert [c[1] for c in cut(found, "subsection")] == [f"{n}02.1" for n in range(1, 6)]


@pytest.mark.parametrize("first", ["Secton 1.", "Setcion 1.", "SECTlON 1.", "Sectionn 1."])
def test_a_misspelt_first_section_is_found(first: str) -> None:
    blocks = []
    for n in range(1, 5):
        blocks += [f"ARTICLE {n} LEAVE", f"{first if n == 3 else 'Section 1.'} {body()}", f"Section 2. {body()}"]
    found = read(text(*blocks), "a.txt")
    assert [c[1] for c in cut(found, "section")] == ["1", "2"] * 4


def test_a_session_is_no_misspelt_section() -> None:
    blocks = []
    for n in range(1, 5):
        first = "Session 1." if n == 3 else "Section 1."
        blocks += [f"ARTICLE {n} LEAVE", f"{first} {body()}", f"Section 2. {body()}"]
    assert [c[1] for c in cut(read(text(*blocks), "a.txt"), "section")] == ["1", "2", "1", "2", "2", "1", "2"]


def test_headings_in_lower_case() -> None:
    blocks = []
    for n, title in enumerate(("dues", "hours of work", "leave", "wages"), 1):
        blocks += [f"article {n}".center(72), title.center(72), f"section 1. {body()}", f"section 2. {body()}"]
    found = read(text(*blocks), "a.txt")
    assert cut(found, "article")[1] == ("article", "2", "hours of work")
    assert [c[1] for c in cut(found, "section")] == ["1", "2"] * 4


def test_references_in_lower_case_cut_nothing() -> None:
    blocks = []
    for n in range(1, 5):
        blocks += [
            f"ARTICLE {n}",
            f"Section 1. {body()} It is filed as told in\nsection 2. {body()}\narticle 3 of this.",
        ]
    found = read(text(*blocks), "a.txt")
    assert len(cut(found, "article")) == 4
    assert len(cut(found, "section")) == 4


def test_side_letters_that_each_head_a_page_are_no_running_head() -> None:
    pages = ["\n\n".join((f"ARTICLE {n} LEAVE", body(4))) for n in range(1, 6)]
    pages += [f"SIDE LETTER #{n}\n\nTELEWORK\n\n{body(4)}" for n in range(1, 4)]
    found = read("\f".join(pages).encode(), "a.txt")
    assert [c[1] for c in cut(found, "letter")] == ["1", "2", "3"]


def test_letters_set_apart_are_joined_and_a_list_of_letters_is_not() -> None:
    blocks = []
    for n in range(1, 5):
        blocks += [f"A R T I C L E  {n}", "H O U R S O F W O R K", f"Section 1. The hours of work. {body()}", "A B C D"]
    found = read(text(*blocks), "a.txt")
    assert [c[2] for c in cut(found, "article")] == ["HOURS OF WORK"] * 4
    assert "A B C D" in found.clauses[1].text + found.clauses[2].text


def test_a_section_may_begin_with_an_article_of_speech() -> None:
    blocks = []
    for n in range(1, 5):
        blocks += [f"ARTICLE {n} LEAVE", f"Section 1 {body()}", f"Section 2 A boot allowance is paid. {body()}"]
    found = read(text(*blocks), "a.txt")
    assert [c[1] for c in cut(found, "section")] == ["1", "2"] * 4


def test_sections_with_the_article_number_and_a_letter() -> None:
    blocks = []
    for n in range(1, 5):
        blocks += [f"Article {n} - Leave", f"{n}A. Purpose. {body()}", f"{n}B. Notice. {body()}"]
    found = read(text(*blocks), "a.txt")
    assert [c[1] for c in cut(found, "section")] == [f"{n}{s}" for n in range(1, 5) for s in "AB"]


def test_chapters_numbered_dash_zero() -> None:
    blocks = []
    for n, title in enumerate(("CONGÉS", "SALAIRES", "GRIEFS", "DURÉE"), 1):
        blocks += [f"{n}-0.00 {title}", f"{n}-1.00 {body()}", f"{n}-1.01 {body()}", f"{n}-2.00 {body()}"]
    found = read(text(*blocks), "a.txt")
    assert cut(found, "article")[1] == ("article", "2", "SALAIRES")
    assert [c[1] for c in cut(found, "section")] == [f"{n}-{s}.00" for n in range(1, 5) for s in (1, 2)]


def test_points_counted_with_a_degree_sign_and_no_temperature() -> None:
    blocks = []
    for n in range(1, 5):
        blocks += [
            f"ARTICLE {n}",
            f"{n}.1 {body()} À plus de\n30 ° la pause est plus longue.",
            f"1° {body(1)}",
            f"2° {body(1)}",
        ]
    found = read(text(*blocks), "a.txt")
    assert [c[1] for c in cut(found, "subsection")] == ["1", "2"] * 4


ORDINALS = ("Primera", "Segunda", "Tercera", "Cuarta", "Quinta")
SPANISH = "El Empleador entrega a cada persona el horario de la semana y oye lo que ella tenga que decir. "


@pytest.mark.parametrize("runs_in", [False, True])
def test_spanish_ordinals_without_any_word_before_them(runs_in: bool) -> None:
    blocks = []
    for name in ORDINALS:
        blocks += [f"{name}.- {SPANISH * 2}"] if runs_in else [f"{name.upper()}. DEL HORARIO", SPANISH * 2]
    found = read(text(*blocks), "a.txt")
    assert [c[1].title() for c in cut(found, "article")] == list(ORDINALS)
    assert found.coverage == 1.0


def test_ordinals_above_ten_in_one_word_or_two() -> None:
    names = ["DÉCIMA", "DECIMOPRIMERA", "DÉCIMA SEGUNDA", "DECIMOTERCERA", "DÉCIMA CUARTA"]
    blocks = [
        block for name in names for block in (f"CLÁUSULA {name} – DEL HORARIO", f"1.- {SPANISH}", f"2.- {SPANISH}")
    ]
    found = read(text(*blocks), "a.txt")
    assert [c[1] for c in cut(found, "article")] == names
    assert [c[1] for c in cut(found, "section")] == ["1", "2"] * 5


@pytest.mark.parametrize("labelled", [False, True])
def test_letters_in_brackets_are_sections_where_articles_have_no_other(labelled: bool) -> None:
    blocks = []
    for n in range(1, 6):
        blocks += [f"ARTICLE {n} - LEAVE", *([f"Section 1. Notice. {body(1)}"] if labelled else [])]
        blocks += [f"(a) {WORDS}", f"(b) {WORDS}"]
    found = read(text(*blocks), "a.txt")
    assert [c[1] for c in cut(found, "section")] == (["1"] if labelled else ["a", "b"]) * 5
    assert [c[1] for c in cut(found, "subsection")] == (["a", "b"] * 5 if labelled else [])


def test_line_numbers_that_count_blank_lines_too() -> None:
    blocks = []
    for n in range(1, 9):
        blocks += [f"ARTICLE {n} - LEAVE", f"Section 1. {body()}", f"Section 2. {body()}"]
    lines = text(*blocks).decode().split("\n")
    pages = [lines[at : at + 30] for at in range(0, len(lines), 30)]
    numbered = ("\n".join(f"{n:3}   {line}" if line else "" for n, line in enumerate(page, 1)) for page in pages)
    found = read("\f".join(numbered).encode(), "a.txt")
    assert [c[1] for c in cut(found, "article")] == [str(n) for n in range(1, 9)]
    assert [c[1] for c in cut(found, "section")] == ["1", "2"] * 8


def test_articles_misread_before_the_first_and_behind_the_last_right_one() -> None:
    labels = ["ARTlCLE l", "ARTICLE 2", "ARTICLE 3", "ARTICLE 4", "ARTICLE 5", "ARTICIE 6"]
    blocks = [block for label in labels for block in (f"{label}: Leave", f"Section 1. {body()}")]
    found = read(text(*blocks), "a.txt")
    assert [c[1] for c in cut(found, "article")] == ["1", "2", "3", "4", "5", "6"]
    assert [c.number for c in found.clauses if c.repaired] == ["1", "6"]


def test_a_side_letter_may_count_articles_of_its_own() -> None:
    blocks = []
    for n in range(1, 7):
        blocks += [f"ARTICLE {n} - LEAVE", f"Section 1. {body()}"]
    blocks += ["SIDE LETTER OF AGREEMENT", "Night Boats", body(1)]
    blocks += [block for n in range(1, 4) for block in (f"ARTICLE {n} - FARES", body(1))]
    found = read(text(*blocks), "a.txt")
    assert [c[1] for c in cut(found, "article")] == [str(n) for n in range(1, 7)]
    assert cut(found, "letter") == [("letter", "", "Night Boats")]
    assert [c[1] for c in cut(found, "subsection")] == ["Article 1", "Article 2", "Article 3"]


def test_a_foot_that_names_the_article_is_no_heading() -> None:
    pages = []
    for n in range(1, 5):
        words = [f"ARTICLE {n} - LEAVE", f"Section 1. {WORDS}", f"ARTICLE {n} - LEAVE"]
        places = (100.0, 200.0, 740.0)
        lines = [Line(words, x0=72, x1=300, y=y) for words, y in zip(words, places, strict=True)]
        pages.append(Page(n - 1, lines))
    mark_echoes(pages)
    assert [[bool(line.aside) for line in page.lines] for page in pages] == [[False, False, True]] * 4
