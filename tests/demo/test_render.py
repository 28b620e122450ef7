"""The two invented agreements: their source, their pages and their text."""

import re

import pytest

from unionops.demo import render

NAMES = ["agreement_2021", "agreement_2024"]


@pytest.mark.parametrize("name", NAMES)
def test_source_has_articles_letters_and_a_table(name: str) -> None:
    paper = render.load(name)
    articles = [text for text in paper.headings if text.startswith("ARTIC")]
    assert len(articles) == 28
    assert sum(text.startswith("SIDE LETTER") for text in paper.headings) == 2
    assert sum(block.kind == "row" for block in paper.blocks) == 8


@pytest.mark.parametrize("name", NAMES)
def test_sections_of_an_article_run_in_order_without_a_gap(name: str) -> None:
    expected = 1
    for block in render.load(name).blocks:
        found = re.match(r"Sections? (\d+)\. ", block.text)
        if block.kind == "heading":
            expected = 1
        elif block.kind == "text" and found:
            assert int(found[1]) == expected, block.text[:60]
            expected += 1


def test_cross_references_name_sections_that_exist() -> None:
    paper = render.load("agreement_2024")
    text = render.plain(paper)
    numbers = {int(found[1]) for found in re.finditer(r"ARTICL[E]? (\d+):", text)}
    assert {int(found) for found in re.findall(r"Article (\d+)", text)} <= numbers


def test_section_title_is_split_only_where_there_is_one() -> None:
    titled = render.section_title("Section 6. Rest Between Shifts. An employee shall rest.")
    bare = render.section_title("Section 3. A change to the uniform shall be made only after notice.")
    assert titled == ("Section 6.", "Rest Between Shifts.", "An employee shall rest.")
    assert bare[:2] == ("Section 3.", "")


def test_plain_text_drops_the_marks() -> None:
    text = render.plain(render.load("agreement_2024"))
    assert "**" not in text
    assert "Lock tender   $24.60" in text


@pytest.mark.slow
def test_pdf_is_the_same_twice_and_about_thirty_pages() -> None:
    import pypdfium2

    paper = render.load("agreement_2024")
    made = render.pdf(paper)
    assert made == render.pdf(paper)
    assert 28 <= len(pypdfium2.PdfDocument(made)) <= 34
