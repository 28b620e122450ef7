"""Hyphens at line ends: typed ones stay, those of typesetting go; the document tells which it has."""

import pytest

from contracts.parsing.hyphens import Hyphens, break_between
from contracts.parsing.lines import Line
from contracts.parsing.parse import read

TYPED = """Article 1
Leave

A request that is employee-
initiated or in-
person is answered in a one-
year period. A person initiated it last year.
The Labor-
Management committee meets face-to-
face. The management of labor is named here. A bi-
weekly statement is kept; statements come biweekly.
"""
TYPESET = """Article 1
Leave

The employ-
ees of a depart-
ment who work part-
time may encoun-
ter a sched-
ule that the employees did not ask for. Part-time work has
an employ-

ee of its own, and a step-
child counts as a child at each step. Each step is a step; no
child is left out, no child is counted twice. A self-evalu-
ation is read. The time is kept.
"""


def body(text: str) -> str:
    return " ".join(read(text.encode(), "a.txt").clauses[-1].text.split())


@pytest.mark.parametrize(
    "kept",
    ["employee-initiated", "in-person", "one-year", "Labor-Management", "face-to-face", "bi-weekly", "come biweekly"],
)
def test_where_no_word_is_broken_a_hyphen_was_typed(kept: str) -> None:
    assert kept in body(TYPED)


@pytest.mark.parametrize(
    "whole",
    ["employees of", "department who", "part-time may", "encounter a", "schedule that", "an employee of", "step-child",
     "self-evaluation"],
)  # fmt: skip
def test_where_words_are_broken_they_are_put_together(whole: str) -> None:
    assert whole in body(TYPESET)


def test_only_letters_on_both_sides_make_a_broken_word() -> None:
    assert break_between("page 12-", "the") is None
    assert break_between("a dash -", "the") is None
    assert break_between("sched-", "(ule") is None
    assert not Hyphens([Line("no hyphen"), Line("at all")]).breaks_words
