"""A pattern of many words finds what a plain list of them finds, longest first."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comms.checks import dates, figures
from comms.checks.words import any_of

KINDS = [figures.WORD_NUMBERS, dates.WEEKDAYS, dates.MONTHS, dates.ORDINALS, ["a", "ab", "abc"], ["one"]]


@pytest.mark.parametrize("words", KINDS)
@given(data=st.data())
def test_the_longest_word_that_fits_is_found(words: dict[str, int] | list[str], data: st.DataObject) -> None:
    pieces = data.draw(st.lists(st.sampled_from([*words, " ", "-", "s", ".", "é", "THE "]), max_size=9))
    text = "".join(pieces)
    for before, after in (("", ""), (r"\b", r"\b")):
        plain = re.compile(before + f"(?:{'|'.join(sorted(words, key=len, reverse=True))})" + after, re.IGNORECASE)
        ours = re.compile(before + f"(?:{any_of(words)})" + after, re.IGNORECASE)
        assert [match.span() for match in ours.finditer(text)] == [match.span() for match in plain.finditer(text)]
