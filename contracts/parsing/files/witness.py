"""The text of single PDF pages as pypdf reads it: slower than pdfium, but with every space."""

from __future__ import annotations

import io
from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.errors import PyPdfError


def second_reading(data: bytes, pages: list[int]) -> Iterator[tuple[int, str]]:
    """(page index, text) until a page cannot be read."""
    try:
        reader = PdfReader(io.BytesIO(data))
        for index in pages:
            yield index, reader.pages[index].extract_text()
    except (PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError, OSError):
        return
