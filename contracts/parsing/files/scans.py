"""Words that Tesseract read from a scanned page, put back into lines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from contracts.parsing.lines import Line, Page

SURE_ENOUGH = 30
Word = dict[str, Any]


def fill_scanned(pages: list[Page], scans: dict[str, list[Word]]) -> None:
    """Give pages without text the lines that were read from their picture; `scans` is keyed by page number."""
    for page in pages:
        words = scans.get(str(page.index + 1))
        if words:
            page.lines = lines_of(words)
            page.seal()


def lines_of(words: Iterable[Word]) -> list[Line]:
    """Words of one line in their order; very unsure ones are marks and specks."""
    rows: dict[tuple[Any, ...], list[Word]] = {}
    for word in words:
        if word["text"].strip() and float(word.get("confidence", 100)) >= SURE_ENOUGH:
            rows.setdefault((word.get("block"), word.get("par"), word.get("line")), []).append(word)
    return sorted((_line(row) for row in rows.values()), key=lambda line: (round(line.y / 3), line.x0))


def _line(row: list[Word]) -> Line:
    left = min(word["left"] for word in row)
    right = max(word["left"] + word["width"] for word in row)
    bottom = max(word["top"] + word["height"] for word in row)
    height = sorted(word["height"] for word in row)[len(row) // 2]
    text = " ".join(word["text"].strip() for word in row)
    return Line(text=text, x0=round(left, 1), x1=round(right, 1), y=round(bottom, 1), size=round(height))
