"""Numbers that come with an address are what they are, or nothing; never a fault."""

import pytest

from unionops.platform.core.asked import MOST, whole


@pytest.mark.parametrize(("text", "number"), [
    ("7", 7), ("007", 7), ("", 0), ("-1", 0), ("1.5", 0), ("²", 0), ("٣", 0), ("x", 0), (" 7", 0), ("1e9", 0), ("\0", 0),
    ("9" * 30, MOST), ("9" * 5000, MOST), (str(MOST), MOST), (str(MOST + 1), MOST),
])  # fmt: skip
def test_only_plain_digits_count_and_never_too_many(text: str, number: int):
    assert whole(text) == number
