"""What is found in several places comes in an order that a person expects."""

import pytest

from unionops.dashboards.finding import Group, Hit, _offered, in_order
from unionops.platform.access.models import User
from unionops.platform.search.sources import Result, SearchSource

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


def test_the_whole_that_all_stand_in_is_named_once() -> None:
    rows = [Result("8.1 Overtime", "/1/", "p. 3", "Master 2024"), Result("8.2 Offers", "/2/", "p. 4", "Master 2024")]
    source = SearchSource("clause", "Clauses", lambda user, words, limit: rows[:limit])
    group = _offered(source, User(), "overtime")
    assert group.within == "Master 2024"
    assert [hit.line for hit in group.hits] == ["p. 3", "p. 4"]
    rows[1] = Result("2 Duty", "/3/", "p. 1", "Flood letter")
    group = _offered(source, User(), "overtime")
    assert not group.within
    assert [hit.line for hit in group.hits] == ["Master 2024, p. 3", "Flood letter, p. 1"]
