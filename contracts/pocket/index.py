"""The index at the end of the booklet: words of the headings and defined terms, with where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from contracts.impact import TERM
from contracts.pocket.edition import Edition, Entry
from unionops.platform.core.text import fold
from unionops.platform.search.terms import WORD, speaking

SHORTEST = 3
TOO_COMMON = 12


@dataclass(frozen=True, slots=True)
class Place:
    """Where a word of the index stands."""

    label: str
    anchor: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class Word:
    """'Overtime' with its places in reading order; `letter` heads its part of the index."""

    word: str
    places: list[Place]

    @property
    def letter(self) -> str:
        return fold(self.word)[:1].upper()


def words_of(edition: Edition, pages: dict[str, int]) -> list[Word]:
    """Alphabetical. A word of too many headings leads to articles only, or is left out when they are too many."""
    language = edition.version.language
    found: dict[str, tuple[str, list[Place]]] = {}
    tops = {group.head.anchor for group in edition.groups}
    for entry in edition.entries:
        place = Place(entry.clause.label or entry.heading, entry.anchor, pages.get(entry.anchor, 0))
        for shown, key in _terms(entry, language):
            kept = found.setdefault(key, (shown, []))[1]
            if place not in kept:
                kept.append(place)
    words = [Word(shown, _few(places, tops)) for shown, places in found.values()]
    return sorted((word for word in words if word.places), key=lambda word: (fold(word.word), word.word))


def _few(places: list[Place], tops: set[str]) -> list[Place]:
    kept = places if len(places) <= TOO_COMMON else [place for place in places if place.anchor in tops]
    return kept if len(kept) <= TOO_COMMON else []


def _terms(entry: Entry, language: str) -> Iterator[tuple[str, str]]:
    title = entry.clause.title
    for word in WORD.findall(title):
        key = speaking(word, language)
        if len(key) >= SHORTEST and not key.isdigit():
            is_short_form = word.isupper() and not title.isupper()
            yield word if is_short_form else word.lower(), key
    for term in TERM.findall(entry.clause.now):
        yield f"“{term}”", f"term {fold(term)}"
