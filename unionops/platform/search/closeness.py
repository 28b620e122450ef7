"""How close the words of a query stand in a text: 'notice of layoff' is better than 'layoff' on another page."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from unionops.platform.search.terms import WORD, speaking_words

SIDE_BY_SIDE, NEAR = 2, 8  # words that say something between two of them
WORTH = {SIDE_BY_SIDE: 0.5, NEAR: 0.25}


def closeness(text: str, language: str, order: Sequence[Collection[str]]) -> float:
    """From 0 to 0.5: the share of neighbours in the query that are neighbours in the text.

    `order` holds, in the order of the query, the terms that each of its words may stand as.
    """
    if len(order) < 2:
        return 0.0
    places = _places(text, language, order)
    gaps = [_gap(places[at], places[at + 1]) for at in range(len(order) - 1)]
    return sum(next((worth for most, worth in WORTH.items() if gap <= most), 0.0) for gap in gaps) / len(gaps)


def _places(text: str, language: str, order: Sequence[Collection[str]]) -> list[list[int]]:
    """Where each word of the query stands, counted in words that say something."""
    wanted: dict[str, list[int]] = {}
    for at, terms in enumerate(order):
        for term in terms:
            wanted.setdefault(term, []).append(at)
    places: list[list[int]] = [[] for _word in order]
    said = filter(None, map(speaking_words(language).__getitem__, WORD.findall(text)))
    for place, term in [pair for pair in enumerate(said) if pair[1] in wanted]:
        for at in wanted[term]:
            places[at].append(place)
    return places


def _gap(first: Sequence[int], second: Sequence[int]) -> int:
    """The smallest distance between a place of each; a word is no neighbour of itself."""
    best, at = NEAR + 1, 0
    for place in first:
        while at < len(second) and second[at] < place:
            at += 1
        for other in second[max(0, at - 1) : at + 2]:
            if other != place:
                best = min(best, abs(other - place))
    return best
