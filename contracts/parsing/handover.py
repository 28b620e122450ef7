"""What a limited child process runs: read an agreement and hand it over in pieces of plain data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from contracts.parsing.files.scans import Word, fill_scanned
from contracts.parsing.lines import Page, Unreadable
from contracts.parsing.parse import Parsed, cut, load

PAGES_A_PIECE = 20
CLAUSES_A_PIECE = 200


def pieces(data: bytes, *, name: str, scans: dict[str, list[Word]] | None = None) -> Iterator[dict[str, Any]]:
    """First the page count, then pages, clauses, and the account of what was set aside.

    Where pages hold no text and nothing was read from their pictures yet, only their numbers are handed over
    ("unread"), so that the caller can have them read and come again with `scans`.
    """
    try:
        source = load(data, name)
    except Unreadable as error:
        yield {"refused": str(error)}
        return
    yield {"total": len(source.pages)}
    unread = [page.index + 1 for page in source.pages if page.scanned]
    if scans is None and unread and source.kind == "pdf":
        yield {"unread": unread}
        return
    fill_scanned(source.pages, scans or {})
    source.warnings[:] = about_scans(source.pages) if scans else source.warnings
    parsed = cut(source)
    yield from _pages(parsed)
    for at in range(0, len(parsed.clauses), CLAUSES_A_PIECE):
        yield {"clauses": [asdict(clause) for clause in parsed.clauses[at : at + CLAUSES_A_PIECE]]}
    yield {
        "account": {
            "kind": parsed.kind,
            "language": parsed.language,
            "coverage": parsed.coverage,
            "warnings": parsed.warnings,
            "changes": parsed.changes[:2000],
            "set_aside": [{"reason": a.reason, "chars": a.chars, "page": a.page} for a in parsed.set_aside],
        }
    }


def about_scans(pages: list[Page]) -> list[str]:
    """What a person should know of pages that were read from pictures, or could not be."""
    read = [page for page in pages if page.scanned and page.lines]
    empty = [page for page in pages if page.scanned and not page.lines]
    out = []
    if read:
        numbers = ", ".join(str(page.index + 1) for page in read[:12]) + (" and more" if len(read) > 12 else "")
        out.append(f"Scanned text on page {numbers}: it was read by machine. Check it against the page image.")
    if empty:
        numbers = ", ".join(str(page.index + 1) for page in empty[:12]) + (" and more" if len(empty) > 12 else "")
        out.append(f"Nothing could be read on page {numbers}. It may be blank or a picture.")
    return out


def _pages(parsed: Parsed) -> Iterator[dict[str, Any]]:
    for at in range(0, len(parsed.pages), PAGES_A_PIECE):
        batch = parsed.pages[at : at + PAGES_A_PIECE]
        yield {
            "pages": [
                {"number": p.index + 1, "label": p.label[:12], "text": p.text, "scanned": p.scanned} for p in batch
            ]
        }
