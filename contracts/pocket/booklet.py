"""The booklet: the text drawn in parts with running page numbers, then contents and index that point at them."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from contracts.pocket.edition import Edition, Group
from contracts.pocket.index import words_of
from unionops.platform.core.progress import Progress, silent
from unionops.platform.files import pdf

PART_CHARACTERS = 120_000
LINES_AT_ONCE = 1_200
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
    text = [(TEXT, {"edition": edition, "groups": groups}) for groups in parts]
    drawn, pages, end = _numbered(text, 1, lambda number: progress(number, steps))
    words = words_of(edition, pages)
    drawn += _numbered([(INDEX, {"edition": edition, "words": some}) for some in _some(words)], end)[0]
    progress(len(parts) + 1, steps)
    lines = contents(edition, pages)
    sides = [(FRONT, {"edition": edition, "lines": some, "index_page": end}) for some in _some(lines)]
    front = _numbered(sides, 1)[0]
    progress(len(parts) + 2, steps)
    outline = [(line.text, line.page) for line in lines if not line.is_section]
    return pdf.bind(front, drawn, outline=outline, title=str(edition.version))


def _numbered(
    papers: Sequence[tuple[str, dict[str, Any]]], first: int, told: Callable[[int], None] | None = None
) -> tuple[list[bytes], dict[str, int], int]:
    """Each paper drawn by itself with its pages counted on, where every anchor stands, and the next free number."""
    drawn: list[bytes] = []
    pages: dict[str, int] = {}
    for number, (template, context) in enumerate(papers):
        if told:
            told(number)
        place = {"first_page": first, "is_first": number == 0, "is_last": number == len(papers) - 1}
        made = pdf.render(template, {**context, **place})
        places, length = pdf.places(made)
        pages |= {name: page + first for name, page in places.items()}
        drawn.append(made)
        first += length
    return drawn, pages, first


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
