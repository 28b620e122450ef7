"""The booklet: the text drawn in parts, two at once; then contents and index, which name the pages the parts fill."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from contracts.pocket.edition import Edition, Group
from contracts.pocket.index import words_of
from unionops.platform.core.progress import Phase, Progress, silent
from unionops.platform.files import pdf

PART_CHARACTERS = 200_000
LINES_AT_ONCE = 1_200
AT_ONCE = 2  # children drawing
T = TypeVar("T")
TEXT = "contracts/papers/booklet_text.html"
FRONT = "contracts/papers/booklet_front.html"
INDEX = "contracts/papers/booklet_index.html"


@dataclass(slots=True)
class Line:
    """One line of the contents."""

    text: str
    page: int
    is_section: bool


def draw(edition: Edition, progress: Progress = silent) -> bytes:
    """A PDF whose pages are numbered from the first article on; cover and contents carry roman numbers."""
    parts = list(slices(edition))
    steps = len(parts) + 3
    text = _drawn([(TEXT, {"edition": edition, "groups": groups}) for groups in parts], progress, steps)
    pages, end = _numbered(text)
    words = words_of(edition, pages)
    index = _drawn([(INDEX, {"edition": edition, "words": some}) for some in _some(words)])
    progress(len(parts) + 1, steps)
    lines = contents(edition, pages)
    front = _drawn([(FRONT, {"edition": edition, "lines": some, "index_page": end}) for some in _some(lines)])
    progress(len(parts) + 2, steps)
    outline = [(line.text, line.page) for line in lines if not line.is_section]
    return pdf.bind(front, [*text, *index], outline=outline, title=str(edition.version), numbers=True)


def _drawn(papers: Sequence[tuple[str, dict[str, Any]]], progress: Progress = silent, steps: int = 0) -> list[bytes]:
    """Each paper drawn by itself; their numbers are put on the pages when the book is bound."""

    def told(done: int, total: int | None = None, phase: Phase | None = None) -> None:
        progress(done, steps)

    ends = [{"is_first": number == 0, "is_last": number == len(papers) - 1} for number in range(len(papers))]
    sides = [(template, {**context, **end}) for (template, context), end in zip(papers, ends, strict=True)]
    return pdf.render_each(sides, progress=told, at_once=AT_ONCE)


def _numbered(parts: Sequence[bytes]) -> tuple[dict[str, int], int]:
    """The page from 1 of every anchor in the parts laid end to end, and the next free number."""
    pages: dict[str, int] = {}
    first = 1
    for places, length in pdf.places_in(parts):
        pages |= {name: page + first for name, page in places.items()}
        first += length
    return pages, first


def _some(rows: list[T]) -> Iterator[list[T]]:
    """Lines in pieces that are drawn at once; one empty piece when there are none."""
    for start in range(0, max(1, len(rows)), LINES_AT_ONCE):
        yield rows[start : start + LINES_AT_ONCE]


def slices(edition: Edition) -> Iterator[list[Group]]:
    """Groups in pieces of about the same length; a group longer than that is cut between its clauses."""
    piece: list[Group] = []
    size = 0
    for group in itertools.chain.from_iterable(_short(group) for group in edition.groups):
        length = _length(group)
        if piece and size + length > PART_CHARACTERS:
            yield piece
            piece, size = [], 0
        piece.append(group)
        size += length
    if piece:
        yield piece


def _short(group: Group) -> Iterator[Group]:
    entries, size = [], 0
    for entry in group.entries:
        entries.append(entry)
        size += len(entry.clause.text)
        if size > PART_CHARACTERS:
            yield Group(entries)
            entries, size = [], 0
    if entries:
        yield Group(entries)


def _length(group: Group) -> int:
    return sum(len(entry.clause.text) + 60 for entry in group.entries)


def contents(edition: Edition, pages: dict[str, int]) -> list[Line]:
    return [
        Line(entry.heading, pages.get(entry.anchor, 0), entry.is_section)
        for entry in edition.entries
        if not entry.is_part and (entry.clause.title or not entry.is_section)
    ]
