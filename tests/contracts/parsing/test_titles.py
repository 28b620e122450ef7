"""Where a title ends: bold beginnings, bold paragraphs, lead-in sentences, columns, names of side letters."""

from __future__ import annotations

from typing import Any

import pytest
from fpdf import FPDF

from contracts.parsing.parse import Parsed, read

LONG = "The Harbor Authority gives notice before the start of the shift and keeps a copy of it in the file. "


def set_in_type(*lines: tuple[str, str]) -> Parsed:
    """Lines of Helvetica in letter format; `**` parts a bold beginning from what follows in plain type."""
    pdf = FPDF(unit="pt", format="letter")
    pdf.add_page()
    y = 60.0
    for style, text in lines:
        bold, _, plain = text.partition("**")
        pdf.set_font("Helvetica", style, 10)
        pdf.text(60, y, bold)
        if plain:
            at = 60 + pdf.get_string_width(bold)
            pdf.set_font("Helvetica", "", 10)
            pdf.text(at, y, plain)
        y += 26 if style == "gap" else 13 if text else 8
    return read(bytes(pdf.output()), "a.pdf")


def articles(*sections: tuple[str, str], before: int = 3) -> Parsed:
    heads: list[tuple[str, str]] = []
    for n in range(1, before + 1):
        heads += [("B", f"ARTICLE {n} - HOURS"), ("", ""), ("", LONG), ("", "")]
    return set_in_type(*heads, ("B", f"ARTICLE {before + 1} - PAY"), ("", ""), *sections)


def titles(found: Parsed) -> list[tuple[str, str]]:
    return [(c.number, c.title) for c in found.clauses if c.level == "section"]


def test_run_in_title_ends_where_the_bold_ends() -> None:
    found = articles(
        ("B", "A. Night Work** The Employer pays a premium to those who work at night."),
        ("", LONG),
        ("", ""),
        ("B", "B.** Nothing here keeps a member from trading a shift with another one"),
        ("", LONG),
    )
    assert titles(found) == [("A", "Night Work"), ("B", "")]


def test_bold_paragraph_is_text_not_title() -> None:
    found = articles(
        ("B", "Section 1. Step Increases"),
        ("B", "All members of the deck department who have served two years are raised by one step of the table"),
        ("B", "from the first pay period of the year on, and the purser prints the new rate on every pay slip that"),
        ("B", "is handed out on board or ashore; the two tables at the end of this book show the rates of all of it"),
        ("B", "and of the years that follow until a new agreement is signed."),
    )
    assert titles(found) == [("1", "Step Increases")]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Section 1. Members may be hired either", ""),
        ("Section 1. Reference to the", ""),
        ("Section 1. The hiring hall is a service of the local", ""),
        ("Section 1. Trial Service", "Trial Service"),
        ("Section 1. Transfer From Another Pier a. A member who", "Transfer From Another Pier"),
    ],
)
def test_lead_in_sentences_are_no_titles(line: str, title: str) -> None:
    rows = [f"ARTICLE {n}\nHOURS\n\n{LONG}\n" for n in range(1, 6)]
    text = "\n".join([*rows, "ARTICLE 6", "PAY", "", line, "    a. for a season, or", "    b. for a year.", "", LONG])
    assert titles(read(text.encode(), "a.txt")) == [("1", title)]


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        (["LETTER OF AGREEMENT #3 - PIER FOUR AND", "          FIVE PARKING"], "PIER FOUR AND FIVE PARKING"),
        (["MEMORANDUMS AND LETTERS OF INTENT"], "MEMORANDUMS AND LETTERS OF INTENT"),
        (
            ["MEMORANDUM OF UNDERSTANDING", "BETWEEN THE HARBOR AUTHORITY", "AND LOCAL 12"],
            "MEMORANDUM OF UNDERSTANDING",
        ),
    ],
)
def test_side_letters_are_named_by_what_they_are_about(heading: list[str], title: str) -> None:
    rows = [f"ARTICLE {n}\nHOURS\n\n{LONG}\n" for n in range(1, 6)]
    found = read("\n".join([*rows, *heading, "", LONG, LONG]).encode(), "a.txt")
    assert [c.title for c in found.clauses if c.level == "letter"] == [title]


@pytest.mark.parametrize(
    ("points", "title"),
    [
        (["1. In Article 2, Section 1, the words are new.", "2. Article 5 stays."], "LETTER OF UNDERSTANDING"),
        (
            ["1. In Article 2, Section 1, the words are new.", "2. The rest stays."],
            "LETTER OF UNDERSTANDING (Article 2)",
        ),
    ],
)
def test_a_letter_about_several_articles_is_named_after_none(points: list[str], title: str) -> None:
    text = "\n\n".join(["LETTER OF UNDERSTANDING", "between the Port and Local 77", *points, LONG])
    assert [c.title for c in read(text.encode(), "a.txt").clauses if c.level == "letter"] == [title]


def test_sections_inside_a_letter_stand_below_it() -> None:
    rows = [f"ARTICLE {n}\nHOURS\n\nSection 1. Scope. {LONG}\n" for n in range(1, 6)]
    inner = [
        "LETTER OF AGREEMENT - PIER FOUR",
        "",
        LONG,
        "",
        "Section 1. Bids.",
        "",
        LONG,
        "",
        "Section 2. Swaps.",
        "",
        LONG,
    ]
    found = read("\n".join([*rows, *inner]).encode(), "a.txt")
    assert [(c.number, c.title) for c in found.clauses if c.level == "subsection"] == [
        ("Section 1", "Bids"),
        ("Section 2", "Swaps"),
    ]
    assert len([c for c in found.clauses if c.level == "section"]) == 5


def test_parts_of_a_lettered_appendix_keep_their_numbers() -> None:
    rows = [f"ARTICLE {n}\nHOURS\n\n{LONG}\n" for n in range(1, 6)]
    parts = ["APPENDIX B - WAGES", "", f"B – 1 {LONG}", "", f"B – 1.1 {LONG}", "", f"B – 2 {LONG}"]
    found = read("\n".join([*rows, *parts]).encode(), "a.txt")
    assert [(c.number, c.depth) for c in found.clauses if c.level == "subsection"] == [
        ("B-1", 1),
        ("B-1.1", 2),
        ("B-2", 1),
    ]


def two_columns() -> Any:
    pdf = FPDF(unit="pt", format="letter")
    for page in range(3):
        pdf.add_page()
        for column in range(2):
            for row in range(36):
                head = row % 18 == 0
                pdf.set_font("Helvetica", "B" if head else "", 9)
                number = page * 4 + column * 2 + row // 18 + 1
                text = (
                    f"Article {number} Notice of Every Change in the"
                    if head
                    else "It is a line of this column that runs to its edge."
                )
                if row % 18 == 1:
                    pdf.set_font("Helvetica", "B", 9)
                    text = "Roster of the Pier"
                pdf.text(60 + 280 * column, 60 + 18 * row, text)
    return read(bytes(pdf.output()), "a.pdf")


def test_a_heading_goes_on_inside_its_own_column() -> None:
    found = two_columns()
    heads = [(c.number, c.title) for c in found.clauses if c.level == "article"]
    assert heads == [(str(n), "Notice of Every Change in the Roster of the Pier") for n in range(1, 13)]


def test_letters_that_stand_apart_are_two_words() -> None:
    pdf = FPDF(unit="pt", format="letter")
    pdf.add_page()
    pdf.set_font("Helvetica", "", 10)
    for row in range(40):
        at = 60.0
        for word in ("the", "members", "shall", "agree", "on", "the", "roster", "of", "members"):
            pdf.text(at, 60 + 15 * row, word)
            glued = row % 8 == 3 and word in ("the", "of")
            at += pdf.get_string_width(word) + (1.6 if glued else 2.8)
    found = read(bytes(pdf.output()), "a.pdf")
    assert "themembers" not in found.pages[0].text and "ofmembers" not in found.pages[0].text
