"""What is found in several places comes in an order that a person expects."""

import pytest

from unionops.dashboards.finding import Group, Hit, in_order

CLAUSES = Group("Clauses", hits=[Hit("7.1 Basic Workweek", "/contracts/a/7/")])
CASES = Group("Cases", hits=[Hit("G-2026-008 Five-day suspension", "/grievances/8/")])
PEOPLE = Group("People", hits=[Hit("Raj Abdi", "/members/1/")])


@pytest.mark.parametrize(
    ("words", "first"), [("g-2026-008", CASES), ("abdi raj", PEOPLE), ("workweek", CLAUSES), ("hours of work", CLAUSES)]
)
def test_what_bears_the_words_in_its_name_comes_first(words: str, first: Group) -> None:
    found = in_order([CLAUSES, CASES, PEOPLE], words)
    assert found[0] is first
    assert [group for group in found if group is not first] == [g for g in (CLAUSES, CASES, PEOPLE) if g is not first]
