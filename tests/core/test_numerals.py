"""Numbers in words have one table; what reads limits, labels and claims agrees on it."""

import pytest

from contracts.annotating.rules import time_limits
from grievances import phrases
from unionops.platform.ai import facts
from unionops.platform.search.labels import labels_in


@pytest.mark.parametrize(("words", "n"), [("thirty-five", 35), ("seventy-two", 72), ("eighty", 80), ("eleven", 11)])
def test_everybody_reads_the_same_number(words: str, n: int) -> None:
    assert [limit.n for limit in time_limits(f"It is filed within {words} days of the event.")] == [n]
    assert labels_in(f"Article {words}") == [str(n)]
    assert str(n) in facts.figures(f"You get {words} days.")
    assert phrases.WORDS[words] == n


def test_many_numbers_in_a_row_are_read_in_no_time() -> None:
    assert time_limits("within " + "twenty-one " * 200 + "apples") == []
