"""What a limited child process runs: read an agreement and hand it over in pieces of plain data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from contracts.parsing.lines import Unreadable
from contracts.parsing.parse import Parsed, cut, load

PAGES_A_PIECE = 20
CLAUSES_A_PIECE = 200


def pieces(data: bytes, *, name: str) -> Iterator[dict[str, Any]]:
    """First the page count, then pages, clauses, and the account of what was set aside."""
    try:
        source = load(data, name)
    except Unreadable as error:
        yield {"refused": str(error)}
        return
    yield {"total": len(source.pages)}
    parsed = cut(source)
    yield from _pages(parsed)
    for at in range(0, len(parsed.clauses), CLAUSES_A_PIECE):
        yield {"clauses": [asdict(clause) for clause in parsed.clauses[at : at + CLAUSES_A_PIECE]]}
    yield {
        "account": {
            "kind": parsed.kind,
            "coverage": parsed.coverage,
            "warnings": parsed.warnings,
            "changes": parsed.changes[:2000],
            "set_aside": [{"reason": a.reason, "chars": a.chars, "page": a.page} for a in parsed.set_aside],
        }
    }


def _pages(parsed: Parsed) -> Iterator[dict[str, Any]]:
    for at in range(0, len(parsed.pages), PAGES_A_PIECE):
        batch = parsed.pages[at : at + PAGES_A_PIECE]
        yield {
            "pages": [
                {"number": p.index + 1, "label": p.label[:12], "text": p.text, "scanned": p.scanned} for p in batch
            ]
        }
