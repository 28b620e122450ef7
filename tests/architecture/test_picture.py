"""The picture in the document is the code's own."""

from tests.architecture.picture import HEIGHT, arrows, mermaid
from tests.architecture.source import ROOT


def test_document_carries_the_picture_of_today():
    assert mermaid() in (ROOT / "docs" / "ARCHITECTURE.md").read_text()


def test_arrows_are_few_and_none_points_up():
    found = arrows()
    assert len(found) <= 25
    assert [pair for pair in found if HEIGHT.index(pair[0]) > HEIGHT.index(pair[1])] == []
