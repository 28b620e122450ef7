"""What changed, word by word; nothing is lost on either side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionops.platform.core.wordings import Words, word_changes


def side(steps: Words, signs: str) -> str:
    return "".join(text for sign, text in steps if sign in signs)


@given(st.text(alphabet="ab .\n", max_size=60), st.text(alphabet="ab .\n", max_size=60))
def test_both_wordings_can_be_read_back(before: str, after: str) -> None:
    steps = word_changes(before, after)
    assert side(steps, "=-") == before
    assert side(steps, "=+") == after


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        ("Please come now.", "Do join us now.", [["-", "Please come"], ["+", "Do join us"]]),
        ("Come now.", "Come now.", []),
        ("Come.", "Come now.", [["+", " now"]]),
    ],
)
def test_changes_are_named(before: str, after: str, changes: Words) -> None:
    assert [step for step in word_changes(before, after) if step[0] != "="] == changes
