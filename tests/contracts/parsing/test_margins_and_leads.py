"""Numbers in the margin on some lines only, titles that run into their text, and headings that share a line."""

from __future__ import annotations

import io
import textwrap
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from fpdf import FPDF

from contracts.parsing.labels import in_words
from contracts.parsing.parse import Parsed, read

TOPICS = ["Call list", "Removal from file", "On-call rooms", "How swaps are made", "Proof", "Costs"]
WORDS = (
    "The Clinic keeps a list of volunteers for extra hours and calls them in turn. Whoever is sent home for lack of "
    "patients is paid for the rest of the shift, and the trial period of a newcomer is not made longer by it."
)


def titles(found: Parsed, level: str = "section") -> list[str]:
    return [clause.title for clause in found.clauses if clause.level == level]


def numbers(found: Parsed, level: str = "section") -> list[str]:
    return [clause.number for clause in found.clauses if clause.level == level]


def rows_of(articles: int) -> list[str]:
    rows = []
    for n in range(1, articles + 1):
        rows += [f"ARTICLE {n}", f"SUBJECT {'ABCDEFGHIJ'[n - 1]}"]
        for s in (1, 2):
            rows += textwrap.wrap(f"Section {s}. {WORDS}", 70)
    return rows


def numbered_pdf(step: int, through: bool) -> bytes:
    """Pages of 24 lines; each `step`th has its number in the margin, counted anew on each page or not."""
    pdf = FPDF(format="letter", unit="pt")
    pdf.set_auto_page_break(False)
    for row, text in enumerate(rows_of(10)):
        if row % 24 == 0:
            pdf.add_page()
        y, count = 80 + 24 * (row % 24), row + 1 if through else row % 24 + 1
        pdf.set_font("Courier", "", 10)
        pdf.text(250 if text.isupper() else 100, y, text)
        if count % step == 0:
            pdf.set_font("Courier", "", 8)
            pdf.text(60, y, str(count))
    return bytes(pdf.output())


@pytest.mark.parametrize(("step", "through"), [(5, False), (5, True), (2, False), (1, True)])
def test_numbers_in_the_margin_are_no_words_of_the_clause(step: int, through: bool) -> None:
    found = read(numbered_pdf(step, through), "lines.pdf")

    assert numbers(found, "article") == [str(n) for n in range(1, 11)]
    assert numbers(found) == ["1", "2"] * 10
    assert {" ".join(c.text.split()) for c in found.clauses if c.level == "section"} == {
        f"Section {s}. {WORDS}" for s in (1, 2)
    }
    assert found.coverage == 1


def test_figures_at_line_starts_of_text_are_no_line_numbers() -> None:
    asked = [f"{n}  employees of the {pier} pier are asked" for pier in TOPICS for n in (5, 10, 15, 20)]
    pages = ["\n".join([f"Article {n}. List {n}", *asked[4 * n - 4 : 4 * n]]) for n in range(1, 7)]
    found = read("\f".join(pages).encode(), "a.txt")

    assert [" ".join(c.text.split()) for c in found.clauses] == [" ".join(page.split()) for page in pages]


def word(*paragraphs: list[tuple[str, str]]) -> bytes:
    """Paragraphs of runs, each with its look: '', 'bold', 'italic' or 'underline'."""
    document = docx.Document()
    for runs in paragraphs:
        paragraph = document.add_paragraph()
        for text, look in runs:
            run = paragraph.add_run(text)
            if look:
                setattr(run, look, True)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize(("label", "look"), [("1.{s}\t", "bold"), ("{s}. ", "underline"), ("{s}) ", "bold")])
def test_words_set_off_behind_a_plain_label_are_the_title(label: str, look: str) -> None:
    paragraphs: list[list[tuple[str, str]]] = [[("Article 1. Leave", "bold")]]
    for s, topic in enumerate(TOPICS, 1):
        paragraphs.append([(label.format(s=s), ""), (f"{topic}.", look), (f" {WORDS}", "")])

    assert titles(read(word(*paragraphs), "a.docx")) == TOPICS


def test_a_paragraph_set_off_as_a_whole_has_no_lead() -> None:
    paragraphs = [[("Article 1. Leave", "bold")], [("1. ", ""), (WORDS, "underline")], [("2. ", ""), (WORDS, "")]]

    assert titles(read(word(*paragraphs), "a.docx")) == ["", ""]


def test_a_paragraph_inside_a_list_item_stands_behind_its_number() -> None:
    items = "".join(f"<li>\n<p><b>{topic}.</b> {WORDS}</p><ol type='a'><li>One.</li></ol></li>" for topic in TOPICS)
    found = read(f"<html><body><h2>Article 1: Leave</h2><ol type='A'>{items}</ol></body></html>".encode(), "a.html")

    assert titles(found) == TOPICS
    assert found.clauses[1].text.startswith(f"A. {TOPICS[0]}. {WORDS}")


@pytest.mark.parametrize("label", ["Section {s}.", "{s}.", "1.{s}"])
@pytest.mark.parametrize("stop", [".", ":"])
def test_where_most_sections_open_with_a_title_so_do_the_others(label: str, stop: str) -> None:
    rows = [f"{label.format(s=s)} {topic}{stop} {WORDS}" for s, topic in enumerate(TOPICS, 1)]
    text = "\n\n".join(["ARTICLE 1 - LEAVE", *("\n".join(textwrap.wrap(row, 70)) for row in rows)])

    assert titles(read(text.encode(), "a.txt")) == TOPICS


def test_a_short_sentence_is_no_title_where_few_sections_have_one() -> None:
    rows = [f"{s}. Work stops at noon. {WORDS}" if s == 3 else f"{s}. {WORDS}" for s in range(1, 8)]

    assert titles(read("\n\n".join(["ARTICLE 1 - LEAVE", *rows]).encode(), "a.txt")) == [""] * 7


def test_a_line_of_signs_below_a_heading_belongs_to_no_clause() -> None:
    text = "".join(f"\nArticle {n}\n{topic}\n{'=' * len(topic)}\n\n{WORDS}\n" for n, topic in enumerate(TOPICS[:2], 1))
    found = read(text.encode(), "a.txt")

    assert titles(found, "article") == TOPICS[:2]
    assert not any("=" in clause.text for clause in found.clauses)
    assert found.coverage == 1
    assert {entry.reason for entry in found.set_aside} == {"drawn_line"}


def test_the_words_of_an_article_begin_behind_its_title_on_the_same_line() -> None:
    names = ["Ámbito", "Jornada", "Faltas y sanciones", "Vigencia"]
    words = "La empresa comunicará los turnos con diez días de antelación y el trabajador podrá pedir el cambio."
    rows = ["\n".join(textwrap.wrap(f"Artículo {n}.- {name}. {words}", 70)) for n, name in enumerate(names, 1)]
    found = read("\n\n".join(rows).encode(), "a.txt")

    assert titles(found, "article") == names
    assert found.clauses[0].text.startswith("Artículo 1.- Ámbito. La empresa")


def test_a_heading_and_its_first_section_may_share_a_line() -> None:
    rows = [f"Article {n}. {topic}. Section 1. {WORDS}\nSection 2. {WORDS}" for n, topic in enumerate(TOPICS, 1)]
    found = read("\n\n".join(rows).encode(), "a.txt")

    assert titles(found, "article") == TOPICS
    assert numbers(found) == ["1", "2"] * len(TOPICS)
    assert found.coverage == 1


def test_every_other_heading_may_share_its_line() -> None:
    joints = [" - " if n % 2 else "\n\n" for n in range(1, len(TOPICS) + 1)]
    rows = [
        f"ARTICLE {n} - {topic.upper()}{joint}Section 1. {WORDS}\n\nSection 2. {WORDS}"
        for n, (topic, joint) in enumerate(zip(TOPICS, joints, strict=True), 1)
    ]
    found = read("\n\n".join(rows).encode(), "a.txt")

    assert titles(found, "article") == [topic.upper() for topic in TOPICS]
    assert numbers(found) == ["1", "2"] * len(TOPICS)


def test_numbers_that_word_spells_out() -> None:
    document = docx.Document()
    root: Any = document.part.numbering_part.element
    levels = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="cardinalText"/><w:lvlText w:val="Article %1"/></w:lvl>'
    )
    root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for topic in TOPICS[:3]:
        paragraph = document.add_paragraph(topic)
        number = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr>'
        paragraph._p.get_or_add_pPr().append(parse_xml(number))
        document.add_paragraph(WORDS)
    out = io.BytesIO()
    document.save(out)

    assert numbers(read(out.getvalue(), "a.docx"), "article") == ["One", "Two", "Three"]


@pytest.mark.parametrize(
    ("number", "cardinal", "ordinal"),
    [(1, "one", "first"), (12, "twelve", "twelfth"), (20, "twenty", "twentieth"), (21, "twenty-one", "twenty-first")],
)
def test_numbers_in_words(number: int, cardinal: str, ordinal: str) -> None:
    assert (in_words(number), in_words(number, ordinal=True)) == (cardinal, ordinal)


def test_boxes_drawn_around_headings_are_no_text() -> None:
    box = "+" + "-" * 40 + "+"
    rows = [
        f"{box}\n| {f'ARTICLE {n}: {topic.upper()}':38} |\n{box}\n\n"
        + "\n".join(textwrap.wrap(f"Section 1. {WORDS}", 70))
        for n, topic in enumerate(TOPICS, 1)
    ]
    found = read("\n\n".join(rows).encode(), "a.txt")

    assert titles(found, "article") == [topic.upper() for topic in TOPICS]
    assert numbers(found) == ["1"] * len(TOPICS)
    assert not any(mark in clause.text for clause in found.clauses for mark in "+|")


@pytest.mark.parametrize("first", [101, 1001, 1990])
def test_codes_and_years_at_line_starts_are_no_line_numbers(first: int) -> None:
    pages = [
        "\n".join(f"{first + 12 * page + n} Cook paid by the hour" for n in range(12)) for page in range(len(TOPICS))
    ]
    found = read("\f".join(f"ARTICLE {n} RATES\n{page}" for n, page in enumerate(pages, 1)).encode(), "a.txt")

    assert [c.text for c in found.clauses] == [
        f"ARTICLE {n} RATES\n{' '.join(page.split())}" for n, page in enumerate(pages, 1)
    ]


def test_years_of_service_left_of_the_text_are_no_line_numbers() -> None:
    pdf = FPDF(format="letter", unit="pt")
    pdf.set_font("Courier", "", 10)
    for n, topic in enumerate(TOPICS, 1):
        pdf.add_page()
        pdf.text(200, 60, f"ARTICLE {n} {topic.upper()}")
        for row, words in enumerate(textwrap.wrap(f"Of {topic.lower()}. {WORDS} {WORDS}", 70)):
            pdf.text(100, 90 + 14 * row, words)
        for row, years in enumerate((5, 10, 15, 20)):
            pdf.text(60, 240 + 34 * row, f"{years} years of service: the employee has")
            pdf.text(60, 254 + 34 * row, f"{years * 2} days of vacation.")
    found = read(bytes(pdf.output()), "a.pdf")

    assert all(f"{years} years of service" in c.text for years in (5, 10, 15, 20) for c in found.clauses)
    assert "line_number" not in {aside.reason for aside in found.set_aside}


def test_articles_that_a_text_names_are_no_headings() -> None:
    rows = [
        f"ARTICLE {n} {topic.upper()}\n\n{n}.1 Rights\n\nWhoever moves keeps what is told in\n"
        f"Article {other} Leave And Holidays Section 1. {WORDS}\n\n{n}.2 Pay\n\n{WORDS}"
        for n, (topic, other) in enumerate(zip(TOPICS, (4, 9, 4, 9, 4, 9), strict=True), 1)
    ]
    found = read("\n\n".join(rows).encode(), "a.txt")

    assert numbers(found) == [f"{n}.{s}" for n in range(1, len(TOPICS) + 1) for s in (1, 2)]


@pytest.mark.parametrize("words", ["Only", "In no case"])
def test_a_word_that_is_stressed_is_no_title(words: str) -> None:
    rows = [
        [("Article 1. Leave", "bold")],
        *([(f"{n}. ", ""), (words, "bold"), (" may it be so.", "")] for n in (1, 2)),
    ]

    assert titles(read(word(*rows), "a.docx")) == ["", ""]


def test_a_line_drawn_below_a_sentence_or_a_field_makes_no_heading() -> None:
    text = (
        "ARTICLE 1 LEAVE\n\nSection 1. Ask for:\n-------------------\nit.\n\nSection 2. Name\n_______________\nis it."
    )
    found = read(text.encode(), "a.txt")

    assert titles(found) == ["", ""]
    assert [c.text.split("\n")[-1][-3:] for c in found.clauses if c.level == "section"] == ["it.", "it."]
