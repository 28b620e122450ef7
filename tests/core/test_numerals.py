"""Numbers in words have one table; what reads limits, labels and claims agrees on it."""

import pytest

from contracts.annotating.rules import time_limits
from grievances.proposing import phrases, sentences
from unionops.platform.ai import facts
from unionops.platform.search.labels import labels_in, normal


@pytest.mark.parametrize(
    ("words", "n"), [("thirty-five", 35), ("twenty one", 21), ("seventy-two", 72), ("eighty", 80), ("eleven", 11)]
)
def test_everybody_reads_the_same_number(words: str, n: int) -> None:
    assert [limit.n for limit in time_limits(f"It is filed within {words} days of the event.")] == [n]
    assert labels_in(f"Article {words}") == [str(n)]
    assert str(n) in facts.figures(f"You get {words} days.")
    limit = phrases.SPAN.search(f"within {words} calendar days")
    assert limit is not None and sentences.number_of(limit) == n


@pytest.mark.parametrize(
    ("words", "n"),
    [("one hundred", 100), ("one hundred eighty", 180), ("one hundred and twenty", 120), ("twenty one (21)", 21)],
)
def test_long_limits_are_not_cut_to_their_last_word(words: str, n: int) -> None:
    limit = phrases.SPAN.search(f"It is filed within {words} days of the act.")
    assert limit is not None and sentences.number_of(limit) == n


@pytest.mark.parametrize(
    ("query", "labels"),
    [
        ("Article 6, Section 2, Article 7, Section 1", ["6.2", "7.1"]),
        ("under article 5 I was fired", ["5"]),
        ("Article 5 A worker on leave", ["5"]),
        ("article 21 D", ["21.d"]),
        ("section 3 of article 9", ["9.3"]),
    ],
)
def test_each_section_stays_with_its_article(query: str, labels: list[str]) -> None:
    assert labels_in(query) == labels


def test_many_numbers_in_a_row_are_read_in_no_time() -> None:
    assert time_limits("within " + "twenty-one " * 200 + "apples") == []


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("article premier", "1"),
        ("article 1er, section 2", "1.2"),
        ("cláusula séptima", "7"),
        ("clausula septima", "7"),
        ("artículo décimo primero", "11"),
        ("cláusula décima primera vacaciones", "11"),
        ("artículo decimotercero", "13"),
        ("sección cuarta del artículo segundo", "2.4"),
    ],
)
def test_labels_in_words_of_spanish_and_french(query: str, label: str) -> None:
    assert labels_in(query) == [label]


@pytest.mark.parametrize(
    ("label", "number"),
    [
        ("PRIMERA", "1"),
        ("SÉPTIMA", "7"),
        ("DÉCIMA PRIMERA", "11"),
        ("Vigésima segunda", "22"),
        ("premier", "1"),
        ("1er", "1"),
    ],
)
def test_a_label_in_words_is_its_number(label: str, number: str) -> None:
    assert normal(label) == number
