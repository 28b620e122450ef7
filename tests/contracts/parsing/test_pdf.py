"""PDF files made for the test: headings by weight, two columns, pages without text."""

import pytest
from fpdf import FPDF

from contracts.parsing.lines import Unreadable
from contracts.parsing.parse import Parsed, read

SENTENCE = "The parties agree that this line runs on to the right edge of the page and then goes on. "


def paper(pages: list[list[tuple[str, str]]]) -> bytes:
    pdf = FPDF()
    for page in pages:
        pdf.add_page()
        for style, text in page:
            pdf.set_font("Helvetica", style, 12)
            pdf.multi_cell(0, 6, text, new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


def agreement() -> Parsed:
    pages = [
        [
            ("B", f"ARTICLE {n}"),
            ("B", ("HOURS", "WAGES", "LEAVE")[n - 1]),
            ("", " "),
            ("B", f"Section 1. Scope of {n}"),
            ("", SENTENCE * 3),
            ("", f"As said in Article {n} this is text."),
            ("", " "),
            ("B", "Section 2. Limits"),
            ("", SENTENCE * 2),
        ]
        for n in (1, 2, 3)
    ]
    return read(paper(pages), "a.pdf")


def test_articles_and_sections_of_a_pdf_with_pages() -> None:
    found = agreement()
    assert [(c.number, c.title, c.page) for c in found.clauses if c.level == "article"] == [
        ("1", "HOURS", 1),
        ("2", "WAGES", 2),
        ("3", "LEAVE", 3),
    ]
    assert [c.title for c in found.clauses if c.level == "section"] == [
        "Scope of 1",
        "Limits",
        "Scope of 2",
        "Limits",
        "Scope of 3",
        "Limits",
    ]
    assert found.coverage == 1.0


def bundle() -> Parsed:
    """Three articles, an appendix whose name runs over its pages once or twice, letters with long subjects inside it."""
    articles = [[("B", f"ARTICLE {n}"), ("B", "HOURS"), ("", " "), ("", SENTENCE * 3)] for n in (1, 2, 3)]
    letter = [
        ("B", "MEMORANDUM OF UNDERSTANDING"),
        ("", " "),
        ("B", "Re: Payment for the Hours between the Last Ferry of the Night and the\nFirst One of the Morning"),
        ("", " "),
        ("", SENTENCE * 2),
    ]
    pages = [[("B", "APPENDIX B"), ("", SENTENCE * 3)], [("", SENTENCE * 3)], letter, [("", SENTENCE * 3)], letter]
    twice = "Appendix B" + " " * 60 + "Appendix B"
    heads = ["Appendix B", "Appendix B", twice, twice, twice]
    return read(paper([*articles, *([("B", head), *page] for head, page in zip(heads, pages, strict=True))]), "a.pdf")


def test_an_appendix_whose_name_runs_over_its_letters_is_one() -> None:
    found = [(c.level, c.number, c.page) for c in bundle().clauses if c.level in ("appendix", "letter")]
    assert found == [("appendix", "B", 4), ("letter", "", 6), ("letter", "", 8)]


def test_the_subject_of_a_letter_goes_over_two_lines() -> None:
    subject = "Payment for the Hours between the Last Ferry of the Night and the First One of the Morning"
    assert {c.title for c in bundle().clauses if c.level == "letter"} == {subject}


def test_pages_without_text_are_named() -> None:
    found = read(
        paper([[("B", "ARTICLE 1"), ("", SENTENCE * 4)], [], [("B", "ARTICLE 2"), ("", SENTENCE * 4)]]), "a.pdf"
    )
    assert found.pages[1].scanned
    assert any("1 of 3 pages" in warning and "page 2" in warning for warning in found.warnings)


def test_two_columns_are_read_one_after_the_other() -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", "", 10)
    for column in range(2):
        for row in range(30):
            pdf.text(15 + 100 * column, 20 + 6 * row, f"{'left' if column == 0 else 'right'} row {row} of the column")
    found = read(bytes(pdf.output()), "a.pdf")
    text = found.pages[0].text
    assert found.pages[0].columns
    assert text.index("left row 29") < text.index("right row 0")


def test_locked_pdf_is_refused_with_a_way_out() -> None:
    pdf = FPDF()
    pdf.set_encryption(owner_password="a", user_password="b")
    pdf.add_page()
    pdf.set_font("Helvetica", "", 12)
    pdf.cell(text="secret")
    with pytest.raises(Unreadable, match="password"):
        read(bytes(pdf.output()), "a.pdf")


def proposal(*paragraphs: list[tuple[str, str]]) -> Parsed:
    """Words in type that is plain, struck through (S) or underlined (U)."""
    pdf = FPDF()
    pdf.add_page()
    for parts in paragraphs:
        for style, words in parts:
            pdf.set_font("Times", style, 12)
            pdf.write(7, words)
        pdf.ln(14)
    return read(bytes(pdf.output()), "a.pdf")


def test_words_struck_through_and_underlined_are_the_changes_of_a_proposal() -> None:
    found = proposal(
        [("B", "ARTICLE 8 - OVERTIME")],
        [("", "Section 1. Notice. The Employer gives "), ("S", "ten"), ("U", " five"), ("", " days.")],
        [("", "Section 2. Pay. Overtime is "), ("S", f"{SENTENCE}to the rate"), ("U", "paid"), ("", " at once.")],
        [("S", "Section 3. Term. This ends in 2031.")],
    )
    assert [c.text for c in found.clauses if c.level == "section"] == [
        "Section 1. Notice. The Employer gives five days.",
        "Section 2. Pay. Overtime is paid at once.",
    ]
    assert [(c["kind"], c["text"], c["row"]) for c in found.changes][:3] == [
        ("removed", "ten", "1.1"), ("added", "five", "1.1"), ("removed", f"{SENTENCE}to the rate", "1.2"),
    ]  # fmt: skip
    assert (found.changes[0]["before"], found.changes[1]["after"]) == (
        "Section 1. Notice. The Employer gives ",
        " days.",
    )
    assert "struck through" in found.warnings[0] and found.coverage == 1.0


def test_underlined_headings_and_the_rules_of_a_table_change_nothing() -> None:
    heads = [[("U", f"Section {n}. Notice."), ("", " Five days.")] for n in (1, 2, 3)]
    headed = proposal([("U", "ARTICLE 8 - OVERTIME")], *heads)
    struck = proposal(*heads, [("", "Section 4. Pay falls due "), ("S", "2"), ("", " 3 days later.")])
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Times", "", 12)
    with pdf.table(line_height=4) as table:
        for row in (("Step", "Grade 5", "Grade 6"), ("1", "21.50", "22.75"), ("2", "22.10", "23.40")):
            table.row(row)
    assert headed.changes == read(bytes(pdf.output()), "a.pdf").changes == []
    assert [(c["kind"], c["text"]) for c in struck.changes] == [("removed", "2")]


def test_struck_words_stay_out_of_a_line_whose_spaces_are_repaired() -> None:
    """Twice 'ofthe' among ordinary lines: the spaces that a file lost are looked for."""
    words = "Terms of the notice of the meeting. The notice stays with the meeting."
    plain = [[("", f"Section {n}. {words}")] for n in range(1, 15)]
    glued = [[("", "Notice ofthe meeting: "), ("S", "seven workdays of"), ("", " no notice.")]] * 2
    found = "\n".join(page.text for page in proposal(*plain, *glued).pages)
    assert "no notice." in found and "workdays" not in found


@pytest.mark.parametrize(("first", "size", "lift"), [("2 ", 7, -2), ("2", 7, 4), ("T", 36, 0)])
def test_a_small_sign_or_a_large_initial_before_a_line_moves_no_mark(first: str, size: int, lift: int) -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Times", "", size)
    pdf.text(20, 40 - lift / 2.83, first)
    at = 20.5 + pdf.get_string_width(first)
    for style, words in (("", "he crew rests. "), ("S", "No boat sails at noon."), ("U", "All boats sail at noon.")):
        pdf.set_font("Times", style, 12)
        pdf.set_xy(at, 40 - 4)
        pdf.cell(text=words)
        at = pdf.get_x()
    found = read(bytes(pdf.output()), "a.pdf")
    assert [(c["kind"], c["text"]) for c in found.changes] == [
        ("removed", "No boat sails at noon."),
        ("added", "All boats sail at noon."),
    ]
