"""How much of a query stands together in a text: 'notice of layoff' is better than 'layoff' on another page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from unionops.platform.search.terms import WORD, speaking_words

MOST_HELD = 2000  # texts, about 10 MB
WINDOW = 12  # words that say something, about a sentence

Weighed = tuple[frozenset[str], float]  # terms that together say a thing, and what they tell where all of them stand


def closeness(head: str, body: str, language: str, wanted: Sequence[Sequence[Weighed]]) -> float:
    """From 0 to 1: the share of what the query tells that one passage of the text holds, its heading included.

    `wanted` holds, for each thing the query names, the ways to say it.
    """
    whole = sum(max((worth for _terms, worth in ways), default=0.0) for ways in wanted)
    if not whole:
        return 0.0
    looked_for = {term for ways in wanted for terms, _worth in ways for term in terms}
    above = {term for _place, term in _standing(head, language, looked_for)}
    passages = _passages(_standing(body, language, looked_for))
    return max(_told(above | inside, wanted) for inside in [set[str](), *passages]) / whole


def _standing(text: str, language: str, looked_for: set[str]) -> list[tuple[int, str]]:
    """The terms looked for with their places, counted in words that say something."""
    return [pair for pair in enumerate(_said(text, language)) if pair[1] in looked_for]


@lru_cache(maxsize=MOST_HELD)
def _said(text: str, language: str) -> tuple[str, ...]:
    """The words that say something; the clauses that many questions find are taken apart once."""
    return tuple(filter(None, map(speaking_words(language).__getitem__, WORD.findall(text))))


def _passages(standing: Sequence[tuple[int, str]]) -> list[set[str]]:
    """The terms in each stretch of a window's length that begins with one of them; none inside another."""
    found: list[set[str]] = []
    end = 0
    for start, (place, _term) in enumerate(standing):
        before, end = end, max(end, start)
        while end < len(standing) and standing[end][0] < place + WINDOW:
            end += 1
        if end > before:
            found.append({term for _place, term in standing[start:end]})
    return found


def _told(terms: set[str], wanted: Sequence[Sequence[Weighed]]) -> float:
    return sum(max((worth for way, worth in ways if way <= terms), default=0.0) for ways in wanted)
