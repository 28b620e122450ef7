"""The index at the end of the booklet: words of the headings and defined terms, with where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from contracts.changes.impact import TERM
from contracts.models import ClauseLevel
from contracts.pocket.edition import Edition, Entry
from unionops.platform.core.text import fold
from unionops.platform.search.terms import WORD, speaking

SHORTEST = 3
TOO_COMMON = 12
# Words of headings under which nobody looks anything up.
LEADING_NOWHERE = {
    "en": """
    all alone and any asked asking avoiding back been before begin being between both by content continuing control
    different during each effect every following for form from general given how including into kind kinds made make
    making may more new not on one other others out over own per provided purpose put said same shall some subject
    subjects such take taken taking talk than that the these this those through time times to two under until up upon
    upward use used using various what when where which while who with within without yearly""",
    "es": """
    antes bajo cada como contenido cual cuando desde donde durante entre esta este general hacia hasta mismo otra
    otras otro otros para según ser sin sobre toda todas todo todos tras una uso""",
    "fr": """
    après autre autres avant avec chaque contenu dans dont entre lors même objet pendant pour sans selon sous sur
    tous tout toute toutes usage""",
}


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
    title = "" if entry.clause.level == ClauseLevel.TABLE else entry.clause.title
    nowhere = LEADING_NOWHERE.get(language, "").split()
    for word in WORD.findall(title):
        key = speaking(word, language)
        if len(key) >= SHORTEST and not key.isdigit() and word.casefold() not in nowhere:
            is_short_form = word.isupper() and not title.isupper()
            yield word if is_short_form else word.lower(), key
    for term in TERM.findall(entry.clause.now):
        yield f"“{term}”", f"term {fold(term)}"
