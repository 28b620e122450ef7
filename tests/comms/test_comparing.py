"""What changed, word by word; nothing is lost on either side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comms import comparing


def side(pieces: list[comparing.Piece], *kinds: str) -> str:
    return "".join(piece.text for piece in pieces if piece.kind in kinds)


@given(st.text(alphabet="ab .\n", max_size=60), st.text(alphabet="ab .\n", max_size=60))
def test_both_wordings_can_be_read_back(before: str, after: str) -> None:
    pieces = comparing.words(before, after)
    assert side(pieces, "equal", "removed") == before
    assert side(pieces, "equal", "added") == after


@pytest.mark.parametrize(
    ("before", "after", "kinds"),
    [
        ("Please come now.", "Do join us now.", [("removed", "Please come"), ("added", "Do join us")]),
        ("Come now.", "Come now.", []),
        ("Come.", "Come now.", [("added", " now")]),
    ],
)
def test_changes_are_named(before: str, after: str, kinds: list[tuple[str, str]]) -> None:
    assert [(p.kind, p.text) for p in comparing.words(before, after) if p.kind != "equal"] == kinds
