"""What the child process hands over, and pages that were read from pictures."""

from contracts.parsing.files.scans import lines_of
from contracts.parsing.handover import pieces
from tests.contracts.parsing.test_pdf import SENTENCE, paper


def word(text: str, line: int, left: float, sure: float = 95) -> dict[str, object]:
    return {
        "text": text,
        "left": left,
        "top": 20.0 * line,
        "width": 30.0,
        "height": 10.0,
        "block": 1,
        "par": 1,
        "line": line,
        "confidence": sure,
    }


def test_refusal_is_handed_over_as_a_sentence() -> None:
    assert "damaged" in next(pieces(b"%PDF- no", name="a.pdf"))["refused"]


def test_pages_without_text_are_asked_for_first_and_filled_then() -> None:
    data = paper([[("B", "ARTICLE 1"), ("", SENTENCE * 4)], [], [("B", "ARTICLE 2"), ("", SENTENCE * 4)]])
    assert list(pieces(data, name="a.pdf")) == [{"total": 3}, {"unread": [2]}]
    words = [word("Wages", 1, 40), word("rise", 1, 80), word("~", 1, 90, 5), word("yearly.", 2, 40)]
    out = list(pieces(data, name="a.pdf", scans={"2": words}))
    pages = [page for piece in out for page in piece.get("pages", [])]
    assert pages[1]["text"] == "Wages rise\nyearly."
    assert pages[1]["scanned"]
    account = out[-1]["account"]
    assert any("Scanned text on page 2" in warning for warning in account["warnings"])
    assert account["coverage"] == 1.0


def test_words_become_lines_in_reading_order() -> None:
    lines = lines_of([word("second", 2, 10), word("first", 1, 10), word("line", 1, 50)])
    assert [line.text for line in lines] == ["first line", "second"]
