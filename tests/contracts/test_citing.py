"""How people cite a clause whose own number already says where it stands."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from contracts.citing import cite, mentions, own_word
from unionops.platform.search.labels import labels_in


@dataclass(frozen=True)
class Part:
    level: str
    number: str
    title: str = ""
    parent: int | None = None


@pytest.mark.parametrize(
    ("article", "section", "label"),
    [
        ("8", "2", "8.2"),
        ("8", "8.2", "8.2"),
        ("8", "8A", "8A"),
        ("8", "A", "8.A"),
        ("100", "103", "103"),
        ("1000", "1003", "1003"),
        ("100", "3", "100.3"),
        ("1", "1-2.00", "1-2.00"),
    ],
)
def test_a_section_that_carries_its_article_is_cited_by_its_own_number(article: str, section: str, label: str) -> None:
    cited = cite([Part("article", article), Part("section", section, parent=0)])
    assert cited[1].label == label


@pytest.mark.parametrize(
    ("language", "appendix", "letter"),
    [("en", "Appendix A", "Letter 2"), ("es", "Anexo A", "Carta 2"), ("fr", "Annexe A", "Lettre 2")],
)
def test_what_is_bound_in_is_cited_in_the_language_of_the_agreement(language: str, appendix: str, letter: str) -> None:
    cited = cite([Part("appendix", "A"), Part("subsection", "1", parent=0), Part("letter", "2")], language)
    assert [one.label for one in cited] == [appendix, f"{appendix}(1)", letter]
    assert [one.anchor for one in cited] == ["appendix-a", "appendix-a(1)", "letter-2"]


@pytest.mark.parametrize(
    ("level", "number", "text", "word"),
    [
        ("article", "5", "CLÁUSULA 5.- JORNADA. La jornada será", "Cláusula"),
        ("article", "1", "SECTION 1. RECOGNITION", "Section"),
        ("article", "primero", "Artículo primero: Objeto", "Artículo"),
        ("article", "12", "§ 12 Dues", "§"),
        ("article", "4", "4. Leaves", ""),
        ("article", "9", "Wages\n9", ""),
        ("section", "2", "Section 2. Notice", ""),
    ],
)
def test_what_an_agreement_itself_calls_its_articles(level: str, number: str, text: str, word: str) -> None:
    assert own_word(level, number, text) == word


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Conforme a la cláusula 5 y al artículo 34 de la Ley Federal del Trabajo.", ["5"]),
        ("Sous réserve de l'article 9, l'indemnité est versée.", ["9"]),
        ("As required by Article 8 of the Act and by Article 8, Section 2.", ["8.2"]),
        ("Salvo lo dispuesto en el artículo 12 de este convenio.", ["12"]),
    ],
)
def test_references_of_other_tongues_are_found_and_those_to_laws_are_none(text: str, named: list[str]) -> None:
    assert [mention.label for mention in mentions(text, "1") if mention.label] == named


@pytest.mark.parametrize(
    ("query", "label"), [("cláusula 5", "5"), ("clausula 14", "14"), ("Rule 12", "12"), ("clause 5.2", "5.2")]
)
def test_people_name_clauses_as_their_agreement_does(query: str, label: str) -> None:
    assert labels_in(query) == [label]
