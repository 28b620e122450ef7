"""The invented agreements as the reader of agreements cuts them: nothing lost, nothing twice."""

from collections import Counter
from typing import Any

import pytest

from contracts.services.reading import take_apart
from unionops.demo import render


@pytest.fixture(scope="module")
def read() -> Any:
    return take_apart(render.pdf(render.load("agreement_2024")), "master.pdf")


@pytest.mark.slow
def test_every_article_is_found_on_its_page(read: Any) -> None:
    articles = [clause["number"] for clause in read.clauses if clause["level"] == "article"]
    assert articles == [str(number) for number in range(1, 29)]
    assert read.account["coverage"] > 0.999


@pytest.mark.slow
def test_sections_are_those_of_the_source(read: Any) -> None:
    wanted = sum(bool(render.section_title(block.text)[0]) for block in render.load("agreement_2024").blocks)
    assert sum(clause["level"] == "section" for clause in read.clauses) == wanted


@pytest.mark.slow
def test_no_running_head_is_left_inside_a_clause(read: Any) -> None:
    inside = [c["title"] for c in read.clauses if "ARTICLE 19: GRIEVANCE" in c["text"] and c["level"] != "article"]
    assert inside == []


@pytest.mark.slow
def test_preamble_and_letters_stand_once(read: Any) -> None:
    levels = Counter(clause["level"] for clause in read.clauses)
    assert (levels["preamble"], levels["letter"], levels["appendix"]) == (1, 2, 1)


@pytest.mark.slow
def test_words_parted_at_the_end_of_a_line_are_joined(read: Any) -> None:
    assert [c["title"] for c in read.clauses if "\u2010 " in c["text"]] == []
